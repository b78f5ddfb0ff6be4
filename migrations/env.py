"""How alembic runs our migrations: on the connection that `app/db/migration.py` hands over."""

from alembic import context
from sqlalchemy import Connection

from app.config import load_settings
from app.db import make_engine
from app.models import Table


def run(connection: Connection) -> None:
    """Run what alembic was asked to do; SQLite changes a table by making it anew (batch)."""
    context.configure(
        connection=connection,
        target_metadata=Table.metadata,
        render_as_batch=True,
        compare_type=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if connection := context.config.attributes.get("connection"):
    run(connection)
else:  # the alembic command itself, for a developer who drafts a new migration
    with make_engine(load_settings().database_url).connect() as connection:
        run(connection)
