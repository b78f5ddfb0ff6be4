"""A link for each person in a window of staff: addresses, letters, reminders, and never who answered."""
