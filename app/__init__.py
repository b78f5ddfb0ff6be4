"""Vensterscan: the service that runs scans and shows what came out of them."""

__version__ = "0.1.0"
