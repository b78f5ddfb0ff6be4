"""What the files of a database hold, whether or not a query finds it."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, text


def stored_bytes(engine: Engine) -> bytes:
    """Everything that the files of the database hold: on PostgreSQL all tables and indexes, on SQLite also the log."""
    if engine.dialect.name == "sqlite":
        assert engine.url.database is not None
        return b"".join(path.read_bytes() for path in Path(engine.url.database).parent.glob("*.sqlite3*"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        files = connection.execute(
            text(
                "SELECT pg_read_binary_file(folder || '/' || name, 0, 100000000, true) "
                "FROM (SELECT 'base/' || oid AS folder FROM pg_database WHERE datname = current_database()) AS place, "
                "LATERAL pg_ls_dir(folder) AS name"
            )
        ).scalars()
        return b"".join(content or b"" for content in files)
