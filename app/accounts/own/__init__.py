"""The own account: who you are here, how you sign in, and where."""
