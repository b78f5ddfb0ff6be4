"""Where everybody begins: what this is for a stranger, and what can be done now for who is signed in."""
