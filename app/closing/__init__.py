"""Closing a scan for good, by hand or by its date, and the ambition that is chosen when its result is known."""
