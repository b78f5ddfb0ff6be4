"""Answering: the way in, the questions, and the way out. Nobody needs an account here."""
