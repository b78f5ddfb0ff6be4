"""The file of a backup: what it says, who may read it, and that it is whole or not there."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.db import DatabaseError, make_engine, migration
from app.store.backup import BackupError, write
from tests.app.store.backup.places import rows, written


def test_the_file_says_what_it_is_and_nothing_about_the_order_of_rows(filled: Engine, tmp_path: Path) -> None:
    manifest = written(filled, tmp_path / "b.zip")
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        said = json.loads(archive.read("manifest.json"))
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = [table["name"] for table in said["tables"]]
        tables = {name: archive.read(f"tables/{name}.jsonl").splitlines() for name in names}
    with filled.connect() as connection:
        assert said["revision"] == migration.current_revision(connection) == manifest.revision
    assert (said["format"], said["program"], said["made_on"]) == (1, "0.1.0", "2026-03-14")
    assert {table["name"]: table["rows"] for table in said["tables"]} == {k: len(v) for k, v in rows(filled).items()}
    assert names.index("municipality") < names.index("collaboration") < names.index("scan") < names.index("scan_window")
    for name in ("response", "comment", "draft", "municipality"):
        keys = [json.loads(line).get("id") or json.loads(line)["code"] for line in tables[name]]
        assert keys == sorted(keys)


def test_only_its_owner_may_read_it_and_nothing_else_is_left(filled: Engine, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for _ in range(2):
        written(filled, folder / "b.zip")
        assert [file.name for file in folder.iterdir()] == ["b.zip"]
        assert (folder / "b.zip").stat().st_mode & 0o777 == 0o600


def test_a_backup_that_fails_leaves_the_earlier_one(
    filled: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "b.zip").write_text("the earlier one")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write, "lines_of", full)
    with pytest.raises(BackupError, match="niet schrijven"):
        written(filled, folder / "b.zip")
    assert [(file.name, file.read_text()) for file in folder.iterdir()] == [("b.zip", "the earlier one")]


def test_a_folder_that_does_not_exist_is_said_so(filled: Engine, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="niet schrijven"):
        written(filled, tmp_path / "nergens" / "b.zip")


def test_of_an_empty_database_there_is_nothing_to_keep(elsewhere: Engine, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="leeg"):
        written(elsewhere, tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()


def test_a_database_that_does_not_answer_is_said_so(tmp_path: Path) -> None:
    nowhere = make_engine("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    with pytest.raises(DatabaseError, match="niet te openen"):
        written(nowhere, tmp_path / "b.zip")
