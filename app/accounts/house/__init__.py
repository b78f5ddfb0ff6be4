"""Where a coördinator chooses the house style of the municipality: its name, colours and logo."""
