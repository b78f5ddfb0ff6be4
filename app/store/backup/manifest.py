"""What a backup says of itself, and opening one that is whole."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BufferedReader
from pathlib import Path
from typing import Literal, cast
from zipfile import BadZipFile, ZipFile

from pydantic import BaseModel, ConfigDict, ValidationError

MANIFEST = "manifest.json"
NOT_WHOLE = (BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, ValidationError)
"""What reading a file can raise that is no backup, or not any more."""


class BackupError(RuntimeError):
    """The backup cannot be made or used; the message says in Dutch why. Nothing has changed."""


class TableInBackup(BaseModel):
    """One table: how many rows it has, and the SHA-256 of its lines."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    rows: int
    sha256: str


class Manifest(BaseModel):
    """What a backup says of itself: the tables come in an order in which references lead back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    program: str
    revision: str
    made_on: date
    tables: tuple[TableInBackup, ...]

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(table.rows for table in self.tables)


def member(table: str) -> str:
    """Return where the lines of a table stand in the file."""
    return f"tables/{table}.jsonl"


class Lines:
    """Lines that pass by, counted and hashed."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self._hash = hashlib.sha256()
        self._rows = 0

    def __iter__(self) -> Iterator[bytes]:
        for line in self._lines:
            self._hash.update(line)
            self._rows += 1
            yield line

    def of(self, table: str) -> TableInBackup:
        """Return what passed by as a table; whatever has not passed yet does so first."""
        for _ in self:
            pass
        return TableInBackup(name=table, rows=self._rows, sha256=self._hash.hexdigest())


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was looked through and is whole."""

    manifest: Manifest
    archive: ZipFile

    def lines(self, table: str) -> Iterator[bytes]:
        """Return the lines of a table."""
        with self.archive.open(member(table)) as file:
            yield from BufferedReader(cast("BufferedReader", file))


@contextmanager
def open_backup(source: Path) -> Iterator[Backup]:
    """Open a backup, after looking through all of it. Raises `BackupError` when anything of it is not as it was."""
    try:
        archive = ZipFile(source)
    except OSError as error:
        raise BackupError(f"Kan {source} niet lezen: {error.strerror}.") from error
    except NOT_WHOLE as error:
        raise _damaged(source) from error
    with archive:
        yield _whole(source, archive)


def _whole(source: Path, archive: ZipFile) -> Backup:
    try:
        backup = Backup(Manifest.model_validate_json(archive.read(MANIFEST)), archive)
        intact = all(Lines(backup.lines(table.name)).of(table.name) == table for table in backup.manifest.tables)
    except NOT_WHOLE as error:
        raise _damaged(source) from error
    if not intact:
        raise _damaged(source)
    return backup


def _damaged(source: Path) -> BackupError:
    return BackupError(f"{source} is geen back-up van Vensterscan, of is beschadigd. Er is niets teruggezet.")
