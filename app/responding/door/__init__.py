"""The door of a window: link, code, start page, going on, wiping, and the summary that is found there after closing."""
