"""Putting a backup into an empty database: all of it, or nothing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import func, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from app.db import begin_alone, migration
from app.store.backup.manifest import BackupError, Lines, Manifest, open_backup
from app.store.backup.rows import add_lines, lines_of, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine, Table

    from app.store.backup.manifest import Backup

NOT_EMPTY = (
    "De database is niet leeg. Zet een back-up terug in een nieuwe, lege database, "
    "voordat de dienst daarop voor het eerst start. Er is niets veranderd."
)
OTHER_TABLES = (
    "De database heeft al tabellen, maar niet die van de back-up. Zet een back-up terug in een nieuwe, lege database. "
    "Er is niets veranderd."
)
DOES_NOT_FIT = "De gegevens in de back-up passen niet in de tabellen. Er is niets teruggezet."


def restore_backup(engine: Engine, source: Path) -> Manifest:
    """Put a backup into an empty database, and bring that up to this version.

    Raises `BackupError`, or `DatabaseError` when the database does not answer. The tables are made first; what is in
    them comes in one transaction, and is read back and compared before that ends.
    """
    with open_backup(source) as backup:
        wanted = backup.manifest.revision
        if not migration.knows(wanted):
            raise BackupError(
                f"Deze back-up is gemaakt met een nieuwere versie ({backup.manifest.program}). "
                "Werk eerst het programma bij. Er is niets teruggezet."
            )
        _make_tables(engine, wanted)
        try:
            with begin_alone(engine) as session:
                _fill(session.connection(), backup)
        except (SQLAlchemyError, ValueError, TypeError, AttributeError) as error:
            raise BackupError(DOES_NOT_FIT) from error
    migration.upgrade(engine)
    return backup.manifest


def _make_tables(engine: Engine, wanted: str) -> None:
    """Make the tables of the version that the backup was made with, where they are not there yet; none is removed."""
    with migration.opened(engine) as connection:
        has_tables = bool(inspect(connection).get_table_names())
        if has_tables and migration.current_revision(connection) != wanted:
            raise BackupError(OTHER_TABLES)
        _refuse_rows(connection, tables_of(connection))
    migration.upgrade(engine, wanted)


def _refuse_rows(connection: Connection, tables: list[Table]) -> None:
    if any(connection.execute(select(select(table).exists())).scalar_one() for table in tables):
        raise BackupError(NOT_EMPTY)


def _fill(connection: Connection, backup: Backup) -> None:
    tables = {table.name: table for table in tables_of(connection)}
    _refuse_rows(connection, list(tables.values()))
    if set(tables) != {table.name for table in backup.manifest.tables}:
        raise BackupError(DOES_NOT_FIT)
    with _references_last(connection, list(tables.values())):
        for one in backup.manifest.tables:
            add_lines(connection, tables[one.name], backup.lines(one.name))
    for one in backup.manifest.tables:
        if Lines(lines_of(connection, tables[one.name])).of(one.name) != one:
            raise BackupError(f"De tabel {one.name} kwam er niet uit zoals zij erin ging. Er is niets teruggezet.")
    if connection.dialect.name == "postgresql":
        _number_on(connection, list(tables.values()))


@contextmanager
def _references_last(connection: Connection, tables: list[Table]) -> Iterator[None]:
    """Look at references only when all rows are there: a row may refer to a later one of its own table."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        yield
        return
    _postpone(connection, tables, "DEFERRABLE INITIALLY DEFERRED")
    yield
    connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    _postpone(connection, tables, "NOT DEFERRABLE")


def _postpone(connection: Connection, tables: list[Table], when: str) -> None:
    names = connection.dialect.identifier_preparer
    for table in tables:
        for reference in table.foreign_key_constraints:
            if reference.deferrable is None and reference.name:
                change = f"ALTER CONSTRAINT {names.quote(str(reference.name))} {when}"
                connection.execute(text(f"ALTER TABLE {names.format_table(table)} {change}"))


def _number_on(connection: Connection, tables: list[Table]) -> None:
    """Let PostgreSQL number on after the highest number of each table."""
    names = connection.dialect.identifier_preparer
    for table in tables:
        for column in table.primary_key.columns:
            owner = {"table": names.format_table(table), "column": column.name}
            sequence = connection.execute(text("SELECT pg_get_serial_sequence(:table, :column)"), owner).scalar_one()
            if sequence is not None:
                highest = connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one()
                connection.execute(
                    text("SELECT setval(:sequence, :next, false)"), {"sequence": sequence, "next": highest + 1}
                )
