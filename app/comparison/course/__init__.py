"""Then and now: the scans of one samenwerking beside each other, and what really changed."""
