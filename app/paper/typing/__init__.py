"""Typing forms over: who has a link, one form after the other, nothing kept and nothing shown again."""
