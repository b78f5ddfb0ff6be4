"""The door for people with a role: signing in and out."""
