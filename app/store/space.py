"""Freeing space: what was deleted for good is also gone from the files of the database.

A deleted row stays in its file until its place is used again. After closing a scan, and after deleting what was kept
long enough, the database is therefore asked to write its files anew. That cannot be part of the deletion itself: it
needs every other transaction to be out of the way. What is still to be done stands in a table (`app.store.erasures`),
so that it is not forgotten when it fails or when the service stops.

Two places are out of reach from here, and are emptied by a schedule of their own: backups, and on PostgreSQL the log of
the whole server.
"""

from __future__ import annotations

from sqlite3 import OperationalError as SqliteError
from time import sleep
from typing import TYPE_CHECKING, Any

from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from app.db import begin_writing
from app.models import Table
from app.store.erasures import forget_erasures, list_erasures

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

ATTEMPTS, PAUSE = 5, 0.5
"""How often it is tried, and the seconds in between."""

LONGEST_WAIT_SQLITE = "PRAGMA busy_timeout = 1000"
LONGEST_WAIT_POSTGRESQL = "SET lock_timeout = '1s'"
"""Who writes waits behind a lock that is waited for, so this is short."""
NOTHING_OF_PEOPLE = frozenset({"municipality", "erasure"})
EMPTIED = tuple(name for name in Table.metadata.tables if name not in NOTHING_OF_PEOPLE)
"""The tables from which something is deleted for good; small ones go along for free."""
REWRITE = f"VACUUM FULL {', '.join(EMPTIED)}"
FILES = """
    SELECT pg_relation_filenode(name::regclass) FROM unnest(CAST(:tables AS text[])) AS name
"""
"""Rewritten tables stand in other files; PostgreSQL only warns when it may not rewrite the table of another role."""
NOW = "SELECT pg_current_xact_id()::xid::text"
OLDER_TRANSACTIONS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND age(backend_xmin) > age(CAST(CAST(:now AS text) AS xid))
"""
"""Those that began before now may still see what was deleted, and PostgreSQL then keeps it, also when it rewrites."""


def free_space(engine: Engine) -> bool:
    """Free the space of everything that was deleted for good since the last time; cheap when there is nothing.

    Returns False when others were in the way; nothing is lost then, and the next time does it all.
    """
    with Session(engine) as session:
        erasures = list_erasures(session)
    if not erasures:
        return True
    free = _free_sqlite if engine.dialect.name == "sqlite" else _free_postgresql
    if not free(engine):
        return False
    with begin_writing(engine) as session:
        forget_erasures(session, erasures)
    return True


def _free_sqlite(engine: Engine) -> bool:
    """Write the file anew, and empty the log in which its pages stood before."""
    with engine.connect() as connection:
        connection.detach()  # it is closed afterwards, and its setting with it
        sqlite: Any = connection.connection.dbapi_connection
        sqlite.execute(LONGEST_WAIT_SQLITE)

        def rewritten() -> bool:
            try:
                sqlite.execute("VACUUM")
                (busy, *_) = sqlite.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except SqliteError:  # others write, or there is no room for a second copy
                return False
            return not busy

        return _within_attempts(rewritten)


def _free_postgresql(engine: Engine) -> bool:
    """Write the tables anew, once nobody can see any more what was deleted. VACUUM allows no transaction around it."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.detach()  # it is closed afterwards, and its setting with it
        connection.execute(text(LONGEST_WAIT_POSTGRESQL))
        now = connection.execute(text(NOW)).scalar_one()

        def rewritten() -> bool:
            if connection.execute(text(OLDER_TRANSACTIONS), {"now": now}).scalar_one():
                return False
            before = connection.execute(text(FILES), {"tables": list(EMPTIED)}).scalars().all()
            try:
                connection.execute(text(REWRITE))
            except OperationalError:  # the wait for a lock was too long
                return False
            return not set(before) & set(connection.execute(text(FILES), {"tables": list(EMPTIED)}).scalars())

        return _within_attempts(rewritten)


def _within_attempts(succeeds: Callable[[], bool]) -> bool:
    """Whether it succeeds in one of a few attempts."""
    for attempt in range(ATTEMPTS):
        if attempt:
            sleep(PAUSE)
        if succeeds():
            return True
    return False
