"""The scans of a collaboration: set up, change, follow the response, put away, delete."""
