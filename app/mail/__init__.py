"""Messages to people: they wait in the database until the mail server took them, or the beheerder handed them over."""
