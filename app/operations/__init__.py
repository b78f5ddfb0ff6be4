"""For who runs the service: whether it works, what it counts, and whom to tell about a leak."""
