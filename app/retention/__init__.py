"""For how long everything is kept, and deleting it after that."""
