"""Whether the database answers."""

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session


def database_answers(session: Session) -> bool:
    """Ask the database the smallest question there is."""
    try:
        session.connection().execute(text("SELECT 1"))
    except SQLAlchemyError:
        return False
    return True
