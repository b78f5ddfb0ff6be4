"""Comparing results: scans of one samenwerking with each other, and samenwerkingen beside each other."""
