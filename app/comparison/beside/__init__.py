"""Collaborations beside each other: never a ranking, never a total; the order is that of their names."""
