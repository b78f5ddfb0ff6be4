"""Then and now: the scans of one samenwerking laid beside each other, with what really changed told apart from chance."""
