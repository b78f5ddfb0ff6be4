"""What can be wrong with the database before anything is asked of it."""


class DatabaseError(RuntimeError):
    """The database cannot be used as it is; the message says in Dutch why and what to do."""
