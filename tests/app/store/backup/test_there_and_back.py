"""A backup gives back everything as it was at one moment, on either database."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from fastapi import FastAPI
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel.sql.sqltypes import UTCDateTime

from app.db import begin_writing, migration
from app.models import Comment
from app.store.backup import restore_backup
from tests.app.house_styles import png
from tests.app.scans import add_response, add_scan
from tests.app.store.backup.places import MOMENT, RECORD, TODAY, another_database, rows, written


def test_every_table_comes_back_as_it_was_on_either_database(filled: Engine, elsewhere: Engine, tmp_path: Path) -> None:
    manifest = written(filled, tmp_path / "b.zip")
    restored = restore_backup(elsewhere, tmp_path / "b.zip")
    assert restored == manifest
    before = rows(filled)
    assert rows(elsewhere) == before
    assert {name for name, found in before.items() if found} >= {
        "account", "audit_entry", "collaboration", "comment", "draft", "draft_answer", "draft_comment", "house_logo",
        "house_style", "measurement", "municipality", "response", "result", "role_grant", "scan", "scan_window",
        "sign_in",
    }  # fmt: skip
    assert any(row["record"] == json.dumps(RECORD) for row in before["result"]), "not a digit has changed"
    assert [row["content"] for row in rows(elsewhere)["house_logo"]] == [png()], "not a byte has changed"
    migration.check(elsewhere)
    migration.require_current(elsewhere)


def test_a_backup_of_what_was_restored_is_the_same_file(filled: Engine, elsewhere: Engine, tmp_path: Path) -> None:
    written(filled, tmp_path / "first.zip")
    restore_backup(elsewhere, tmp_path / "first.zip")
    written(elsewhere, tmp_path / "second.zip")
    assert (tmp_path / "second.zip").read_bytes() == (tmp_path / "first.zip").read_bytes()


def test_a_restored_database_numbers_on_and_guards_its_references(
    filled: Engine, elsewhere: Engine, tmp_path: Path
) -> None:
    written(filled, tmp_path / "b.zip")
    restore_backup(elsewhere, tmp_path / "b.zip")
    with begin_writing(elsewhere) as session:
        added = add_scan(session)
    assert added.collaboration.id == len(rows(filled)["collaboration"]) + 1
    with pytest.raises(DBAPIError, match="the log is never changed"), elsewhere.begin() as connection:
        connection.execute(text("UPDATE audit_entry SET who = 'iemand anders'"))
    with pytest.raises(IntegrityError), begin_writing(elsewhere) as session:
        session.add(Comment(id="x", scan_id="nergens", window="beleid", subject="x", text="x"))


def test_a_backup_made_while_others_write_is_of_one_moment(
    service_app: FastAPI, elsewhere: Engine, tmp_path: Path
) -> None:
    """Each transaction adds a scan with its four windows and two responses: a backup has all of it or nothing."""
    engine = service_app.state.engine
    stop, added = threading.Event(), [0, 0]
    trouble: list[Exception] = []

    def write(place: int) -> None:
        try:
            while not stop.is_set():
                with begin_writing(engine) as session:
                    set_up = add_scan(session)
                    add_response(session, set_up, "inwoner")
                    add_response(session, set_up, "beleid")
                added[place] += 1
        except Exception as error:  # noqa: BLE001 - it is looked at in the test
            trouble.append(error)

    writers = [threading.Thread(target=write, args=(place,)) for place in range(len(added))]
    for writer in writers:
        writer.start()
    try:
        wait_for(lambda: sum(added) > 0, trouble)
        before = sum(added)
        written(engine, tmp_path / "b.zip")
        wait_for(lambda: sum(added) > before, trouble)
    finally:
        stop.set()
        for writer in writers:
            writer.join()
    assert trouble == []
    restore_backup(elsewhere, tmp_path / "b.zip")
    found = rows(elsewhere)
    scans = {row["id"] for row in found["scan"]}
    assert before <= len(scans) <= sum(added)
    assert {row["scan_id"] for row in found["response"]} == scans
    assert len(found["response"]) == 2 * len(scans)
    assert len(found["scan_window"]) == 4 * len(scans)
    assert len(found["collaboration"]) == len(scans)


def wait_for(happens: Callable[[], bool], trouble: list[Exception]) -> None:
    """Wait until something has happened, or somebody ran into trouble."""
    pause = threading.Event()
    while not happens() and not trouble:
        pause.wait(0.01)


def test_an_older_backup_is_brought_up_to_this_version(
    request: pytest.FixtureRequest, elsewhere: Engine, tmp_path: Path
) -> None:
    with another_database(request, tmp_path / "old", elsewhere.dialect.name) as old:
        migration.upgrade(old, "0001")
        with old.begin() as connection:
            connection.execute(text("INSERT INTO municipality VALUES ('GM0321', 'Houten', 'Utrecht')"))
        assert written(old, tmp_path / "b.zip").revision == "0001"
    assert restore_backup(elsewhere, tmp_path / "b.zip").revision == "0001"
    migration.require_current(elsewhere)
    assert [row["name"] for row in rows(elsewhere)["municipality"]] == ["Houten"]


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def test_every_type_of_column_and_every_kind_of_reference_comes_along(
    request: pytest.FixtureRequest, elsewhere: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Tables as a later version may have them, also with rows that refer to a later row of their own table."""
    metadata = sa.MetaData()
    thing = sa.Table(
        "thing", metadata,
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("after", sa.ForeignKey("thing.id", name="fk_thing_after")),
        sa.Column("order", sa.String(20), index=True),
        sa.Column("secret", sa.LargeBinary), sa.Column("day", sa.Date), sa.Column("naive", sa.DateTime),
        sa.Column("moment", UTCDateTime()),
        sa.Column("at", sa.Time), sa.Column("is_on", sa.Boolean), sa.Column("part", sa.Float),
        sa.Column("price", sa.Numeric(10, 2)), sa.Column("key", sa.Uuid), sa.Column("document", sa.JSON),
    )  # fmt: skip
    full = {
        "order": "é\n", "secret": b"\x00\xff", "day": TODAY, "naive": MOMENT.replace(tzinfo=None),
        "moment": MOMENT, "at": MOMENT.time(), "is_on": True, "part": 0.1, "price": Decimal("12.30"),
        "key": UUID(int=7), "document": RECORD,
    }  # fmt: skip
    monkeypatch.setattr(migration, "upgrade", lambda engine, _revision="head": metadata.create_all(engine))
    monkeypatch.setattr(migration, "current_revision", lambda _connection: "0001")
    with another_database(request, tmp_path / "other", kind) as other:
        metadata.create_all(other)
        with other.begin() as connection:
            connection.execute(sa.insert(thing).values(id=3, after=None, **full))
            connection.execute(sa.insert(thing).values(id=1, after=3, document=sa.null()))
            connection.execute(sa.insert(thing).values(id=2, after=1, document=sa.JSON.NULL, is_on=False))
        written(other, tmp_path / "b.zip")
        restore_backup(elsewhere, tmp_path / "b.zip")
        assert rows(elsewhere) == rows(other)
    with elsewhere.begin() as connection:
        read = {row.id: row for row in connection.execute(sa.select(thing))}
        assert {name: getattr(read[3], name) for name in full} == full
        assert connection.execute(sa.insert(thing)).inserted_primary_key == (4,)
