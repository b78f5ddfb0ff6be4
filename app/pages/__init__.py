"""Pages that belong to no scan: home, the questionnaires to read, how it measures, accessibility and privacy."""
