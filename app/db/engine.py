"""One engine for SQLite and PostgreSQL, set up so that no acknowledged write is lost and no reference dangles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, make_url, text
from sqlmodel import Session

from app.db.errors import DatabaseError

CONNECTIONS, OVERFLOW = 10, 30
"""Together as many as there are worker threads: a thread never waits for a connection."""

SETTINGS: dict[str, Any] = {"pool_size": CONNECTIONS, "max_overflow": OVERFLOW, "hide_parameters": True}
"""What people sent is not in the text of an error: that text is logged."""

ALONE_KEY = 5_321_589_633
"""The lock by which one process on PostgreSQL is alone: a number of our own."""

SQLITE_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "foreign_keys=ON", "secure_delete=ON")


def make_engine(database_url: str) -> Engine:
    """Make the engine; nothing is opened yet. The folder of an SQLite file is made where it does not exist,
    or `DatabaseError` says why it cannot be."""
    url = make_url(database_url)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, **SETTINGS)
    if url.database and url.database != ":memory:":
        _make_folder(Path(url.database).parent)
    arguments = {"check_same_thread": False}
    engine = create_engine(url, connect_args=arguments, **SETTINGS)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"De map {folder} voor de database is niet te maken: {error.strerror}") from error


def _prepare_sqlite(connection: SqliteConnection, _record: object) -> None:
    connection.isolation_level = None  # the driver starts no transactions of its own; _begin_sqlite does
    for pragma in SQLITE_PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    kind = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")


def for_writing(engine: Engine) -> Engine:
    """Return the same engine for transactions that write.

    On SQLite they take the write lock at once: reading first and then writing could otherwise lose another's update.
    """
    return engine.execution_options(sqlite_begin="IMMEDIATE")


def connections_of(session: Session) -> dict[str, int]:
    """Return how many connections are in use and how many wait to be used."""
    pool = session.get_bind().engine.pool
    return {"in_use": pool.checkedout(), "idle": pool.checkedin()} if isinstance(pool, QueuePool) else {}


@contextmanager
def begin_writing(engine: Engine) -> Iterator[Session]:
    """Give a session that commits at the end, or leaves everything as it was when something goes wrong."""
    with Session(for_writing(engine), expire_on_commit=False) as session, session.begin():
        yield session


@contextmanager
def begin_alone(engine: Engine) -> Iterator[Session]:
    """Give a session that writes, as `begin_writing`, while no other process is in such a session.

    For what processes that start at once would all add. On SQLite who writes is alone already.
    """
    with begin_writing(engine) as session:
        if engine.dialect.name == "postgresql":
            session.connection().execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ALONE_KEY})
        yield session
