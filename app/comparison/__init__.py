"""Comparing results: the same collaboration at two moments, or collaborations beside each other."""
