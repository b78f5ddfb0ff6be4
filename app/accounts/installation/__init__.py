"""Running the installation: who manages which municipality, accounts, and the post. Nothing of scans is seen here."""
