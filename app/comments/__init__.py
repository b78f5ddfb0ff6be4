"""Comments: the moderator of a scan reads what people wrote, and releases it, changes it first, or withholds it."""
