"""Municipalities set up collaborations and scans here, invite people, follow the response and close."""
