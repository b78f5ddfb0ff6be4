"""Whether the database can be worked with."""

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from app.db import DatabaseError


def why_not_ready(session: Session) -> str | None:
    """Return in Dutch why the database cannot be used now; None when it answers and its tables are of this version."""
    from app.db.migration import require_current_tables  # noqa: PLC0415 - alembic is slow to load

    try:
        connection = session.connection()
        connection.execute(text("SELECT 1"))
        require_current_tables(connection)
    except SQLAlchemyError:
        return "De database antwoordt niet."
    except DatabaseError as error:
        return str(error)
    return None
