"""Making a backup while the service goes on: all tables as they were at one moment."""

from __future__ import annotations

import os
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.db import migration
from app.store.backup.manifest import MANIFEST, BackupError, Lines, Manifest, TableInBackup, member
from app.store.backup.rows import lines_of, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path
    from typing import BinaryIO

    from sqlalchemy import Connection, Engine, Table

ONLY_OWNER = 0o600


def write_backup(engine: Engine, target: Path, *, program: str, today: date) -> Manifest:
    """Write everything that the database holds to a file, or leave what was there as it was.

    Raises `BackupError`, or `DatabaseError` when the database does not answer.
    """
    with _at_one_moment(engine) as connection:
        revision = migration.current_revision(connection)
        if revision is None:
            raise BackupError("De database is leeg: er is niets om te bewaren.")
        try:
            with _replacing(target) as file, ZipFile(file, "w", ZIP_DEFLATED) as archive:
                tables = tuple(_add(archive, connection, table) for table in tables_of(connection))
                manifest = Manifest(program=program, revision=revision, made_on=today, tables=tables)
                archive.writestr(ZipInfo(MANIFEST), manifest.model_dump_json(indent=2))
        except OSError as error:
            raise BackupError(f"Kan {target} niet schrijven: {error.strerror}.") from error
    return manifest


@contextmanager
def _at_one_moment(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees the database as it is now, while others go on writing.

    On SQLite every transaction that reads does; on PostgreSQL it has to be asked for.
    """
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    with migration.opened(engine) as connection, connection.begin():
        yield connection


def _add(archive: ZipFile, connection: Connection, table: Table) -> TableInBackup:
    """Add a table. The name of a file in the archive has no time: it would only tell when the backup was made."""
    lines = Lines(lines_of(connection, table))
    about = ZipInfo(member(table.name))
    about.compress_type = ZIP_DEFLATED
    with archive.open(about, "w", force_zip64=True) as file:
        for line in lines:
            file.write(line)
    return lines.of(table.name)


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """Give a file that takes the place of another once it is whole and on disk. Only its owner may read it."""
    being_made = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(being_made, os.O_CREAT | os.O_EXCL | os.O_RDWR, ONLY_OWNER), "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        being_made.replace(target)
        _keep_name(target.parent)
    finally:
        being_made.unlink(missing_ok=True)


def _keep_name(folder: Path) -> None:
    """Let the disk have the new name as well."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
