"""Who may do what in a municipality: inviting people, giving access, handing over, and taking a role away."""
