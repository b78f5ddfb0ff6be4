"""Reading the log: of the own municipality for its coördinator, of everything for the beheerder."""
