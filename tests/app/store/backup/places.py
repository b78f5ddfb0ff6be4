"""What the tests of backups share: databases, everything that is in one, and files that were changed."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from fastapi import FastAPI
from sqlalchemy import Engine

from app.closing.service import close_due_scans
from app.db import begin_writing, make_engine
from app.models import AuditEntry, Comment, Result
from app.store.backup import Manifest, write_backup
from app.store.backup.rows import tables_of
from tests.app.house_styles import add_house_style, png
from tests.app.page_client import PageClient
from tests.app.people import somebody
from tests.app.scans import CLOSED_ON, add_response, add_scan
from tests.support.postgres import new_database
from tests.withstand.respondent import Respondent

TODAY = date(2026, 3, 14)
MOMENT = datetime(2026, 3, 14, 15, 9, 26, 535898, UTC)
RECORD = {"z": {"b": 0.1, "a": [1e-7, 12345678901234567890, "é ‘’\n"]}, "a": None}
"""A record of which not a digit may change and whose keys stay in this order."""
MANIFEST, SCANS = "manifest.json", "tables/scan.jsonl"
Rows = dict[str, list[dict[str, Any]]]
Change = Callable[[dict[str, bytes]], object]


def fill(app: FastAPI) -> Engine:
    """Fill a service with people, a log and scans, of which one is closed: drafts, responses, comments, results."""
    engine: Engine = app.state.engine
    somebody(app, "coordinator", municipality_code="GM0321")
    with begin_writing(engine) as session:
        add_house_style(session, logo=png())
        closing = add_scan(session, closes_on=CLOSED_ON)
        for _ in range(6):
            add_response(session, closing, "inwoner")
            add_response(session, closing, "professional")
        other = add_scan(session)
        add_response(session, other, "beleid")
        for number in range(3):
            about = {"scan_id": other.scan.id, "window": "beleid", "subject": "x", "text": f"tekst {number}"}
            session.add(Comment(id=f"{9 - number:032}", **about))
        earlier = {"scan_id": other.scan.id, "edition": other.scan.edition, "method": "mm-1.0", "created_at": MOMENT}
        session.add(AuditEntry(at=MOMENT, who="Sanne", act="scan_closed", about="Nulmeting"))
        session.add(Result(version=1, ambition=6, record=RECORD, **earlier))
    close_due_scans(engine, app.state.editions, date(2027, 1, 1))
    respondent = Respondent(PageClient(app).http, comment="nog niet klaar")
    respondent.begin(other.link("beleid"))
    respondent.answer()
    return engine


@contextmanager
def another_database(request: pytest.FixtureRequest, tmp_path: Path, kind: str) -> Iterator[Engine]:
    """Make an empty database that is not the one that other fixtures of the test use."""
    if kind == "sqlite":
        engine = make_engine(f"sqlite:///{tmp_path / 'elsewhere' / 'vensterscan.sqlite3'}")
        yield engine
        engine.dispose()
        return
    with new_database(request.getfixturevalue("postgres_server")) as address:
        engine = make_engine(address)
        yield engine
        engine.dispose()


def rows(engine: Engine) -> Rows:
    """Everything in every table, JSON as the text that it is, alike on both databases."""
    with engine.connect() as connection:
        found: Rows = {}
        for table in tables_of(connection):
            columns = [
                sa.cast(column, sa.Text).label(column.name) if isinstance(column.type, sa.JSON) else column
                for column in table.columns
            ]
            read = connection.execute(sa.select(*columns)).mappings().all()
            found[table.name] = sorted(({key: plain(row[key]) for key in sorted(row)} for row in read), key=repr)
        return found


def plain(value: Any) -> Any:
    """A moment and a UUID as SQLite has them; anything else as it is."""
    if isinstance(value, UUID):
        return value.hex
    is_moment = isinstance(value, datetime) and value.tzinfo is not None
    return value.astimezone(UTC).replace(tzinfo=None) if is_moment else value


def written(engine: Engine, target: Path) -> Manifest:
    return write_backup(engine, target, program="0.1.0", today=TODAY)


def damaged(source: Path, change: Change) -> Path:
    """A copy of a backup in which something was changed."""
    with zipfile.ZipFile(source) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    change(content)
    target = source.with_name("damaged.zip")
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return target


def replaced(name: str, pattern: bytes, by: bytes) -> Change:
    return lambda content: content.update({name: re.sub(pattern, by, content[name])})


def forged(source: Path, table: str, pattern: bytes, by: bytes) -> Path:
    """A backup that is whole by what it says of itself, with something in it that cannot be."""

    def change(content: dict[str, bytes]) -> None:
        name = f"tables/{table}.jsonl"
        before = hashlib.sha256(content[name]).hexdigest()
        content[name] = re.sub(pattern, by, content[name])
        after = hashlib.sha256(content[name]).hexdigest()
        content[MANIFEST] = content[MANIFEST].replace(before.encode(), after.encode())

    return damaged(source, change)
