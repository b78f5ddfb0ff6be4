"""Putting a backup back: into an empty database, a file that is whole; else nothing changes, and it is said why."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from app.db import make_engine, migration
from app.store.backup import BackupError, restore, restore_backup
from tests.app.store.backup.places import MANIFEST, SCANS, Change, damaged, forged, replaced, rows, written

CHANGES = {
    "a letter": replaced(SCANS, b"Nulmeting", b"Eindmeting"),
    "a row less": lambda content: content.update({SCANS: b"".join(content[SCANS].splitlines(keepends=True)[1:])}),
    "a table less": lambda content: content.pop(SCANS),
    "no manifest": lambda content: content.pop(MANIFEST),
    "no JSON": replaced(MANIFEST, b"}", b""),
    "a wrong count": replaced(MANIFEST, b'"rows": 342', b'"rows": 341'),
    "another format": replaced(MANIFEST, b'"format": 1', b'"format": 2'),
}


def test_a_database_with_something_in_it_is_refused_and_stays_as_it_was(filled: Engine, tmp_path: Path) -> None:
    written(filled, tmp_path / "b.zip")
    before = rows(filled)
    with pytest.raises(BackupError, match="niet leeg"):
        restore_backup(filled, tmp_path / "b.zip")
    assert rows(filled) == before


def test_tables_of_something_else_are_refused_and_stay(elsewhere: Engine, backup: Path) -> None:
    with elsewhere.begin() as connection:
        connection.execute(text("CREATE TABLE theirs (id INTEGER PRIMARY KEY)"))
    with pytest.raises(BackupError, match="heeft al tabellen"):
        restore_backup(elsewhere, backup)
    assert rows(elsewhere) == {"theirs": []}


def test_tables_that_are_made_and_empty_may_be_filled(elsewhere: Engine, backup: Path) -> None:
    migration.upgrade(elsewhere)
    restore_backup(elsewhere, backup)
    assert len(rows(elsewhere)["municipality"]) == 342


@pytest.mark.parametrize("change", CHANGES.values(), ids=[name.replace(" ", "-") for name in CHANGES])
def test_a_file_that_is_not_as_it_was_is_refused_and_nothing_changes(
    tmp_path: Path, backup: Path, change: Change
) -> None:
    empty = make_engine(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    with pytest.raises(BackupError, match="beschadigd"):
        restore_backup(empty, damaged(backup, change))
    assert rows(empty) == {}
    empty.dispose()


@pytest.mark.parametrize("cut", [0, 10, 1000, -20])
def test_half_a_file_is_refused(tmp_path: Path, backup: Path, cut: int) -> None:
    half = tmp_path / "half.zip"
    half.write_bytes(backup.read_bytes()[:cut])
    empty = make_engine(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    with pytest.raises(BackupError, match="beschadigd"):
        restore_backup(empty, half)
    assert rows(empty) == {}
    empty.dispose()


def test_a_file_that_is_not_there_is_said_so(elsewhere: Engine, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="niet lezen"):
        restore_backup(elsewhere, tmp_path / "nergens.zip")


def test_a_backup_of_a_newer_version_is_refused(elsewhere: Engine, backup: Path) -> None:
    newer = damaged(backup, replaced(MANIFEST, rb'"revision": "\d+"', b'"revision": "9999"'))
    with pytest.raises(BackupError, match="nieuwere versie"):
        restore_backup(elsewhere, newer)
    assert rows(elsewhere) == {}


@pytest.mark.parametrize(
    ("table", "pattern", "by"),
    [
        ("scan", b'"collaboration_id":1', b'"collaboration_id":99'),
        ("scan", b'"position":1', b'"position":0'),
        ("scan", b'"purpose":', b'"doel":'),
        ("draft", rb'"touched_on":"[^"]+"', b'"touched_on":"gisteren"'),
        ("draft", rb"(?s)^\{.*", b"[]\n"),
    ],
    ids=["a-reference-to-nothing", "a-value-that-may-not-be", "another-column", "no-date", "no-row"],
)
def test_what_does_not_fit_in_the_tables_is_refused_and_they_stay_empty(
    elsewhere: Engine, backup: Path, table: str, pattern: bytes, by: bytes
) -> None:
    with pytest.raises(BackupError, match="niets teruggezet"):
        restore_backup(elsewhere, forged(backup, table, pattern, by))
    assert [name for name, found in rows(elsewhere).items() if found] == []
    migration.check(elsewhere)


def test_rows_that_came_out_otherwise_than_they_went_in_are_not_kept(
    elsewhere: Engine, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = restore.add_lines
    monkeypatch.setattr(
        restore,
        "add_lines",
        lambda connection, table, lines: add(connection, table, (line.replace(b"Houten", b"Hauten") for line in lines)),
    )
    with pytest.raises(BackupError, match="kwam er niet uit"):
        restore_backup(elsewhere, backup)
    assert [name for name, found in rows(elsewhere).items() if found] == []
