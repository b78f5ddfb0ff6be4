"""Repeatable measurements of the service, each against something else in the same run; see README.md."""
