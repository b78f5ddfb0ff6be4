"""The form of a window to print."""
