"""Who is asking, and what they may manage and read. Every route that is not for everybody comes through here."""
