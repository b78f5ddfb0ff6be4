"""Scans that were closed some time ago, and a moment on which everything old is deleted."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from fastapi import FastAPI
from sqlmodel import Session, select

from app.closing.service import close_scan
from app.db import begin_writing
from app.models import Comment, Table
from app.retention.accounts import Moment
from app.retention.service import Purged, purge
from tests.app.drafts import add_comment
from tests.app.scans import SetUp, add_response, add_scan

CLOSED_ON = date(2026, 1, 31)
ANSWERS, WORDS = 6, "dit schreef iemand letterlijk op"
WITHHELD, RELEASED = "dit hield de moderator tegen", "dit gaf de moderator vrij"


def at(day: date) -> Moment:
    """Noon of a day."""
    return Moment(day, datetime.combine(day, time(11), UTC), "https://vensterscan.voorbeeld.nl")


def purged_on(app: FastAPI, day: date, *, rewrite: bool = False) -> Purged:
    """Delete everything that was kept for long enough on a day."""
    purged = purge(app.state.engine, at(day), rewrite=rewrite)
    assert purged.failed == []
    return purged


def closed_scan(app: FastAPI, *, closed_on: date = CLOSED_ON, **about: Any) -> SetUp:
    """A closed scan with answers, and with comments that wait, were withheld and were released."""
    with begin_writing(app.state.engine) as session:
        set_up = add_scan(session, **about)
        for window in ("inwoner", "professional"):
            for _ in range(ANSWERS):
                add_response(session, set_up, window)  # type: ignore[arg-type]
        for words in (WORDS, WITHHELD, RELEASED):
            add_comment(session, set_up, words)
        close_scan(session, app.state.editions, set_up.scan.id, closed_on)
        for comment in session.exec(select(Comment).where(Comment.scan_id == set_up.scan.id)):
            if comment.text != WORDS:
                comment.state = "withheld" if comment.text == WITHHELD else "released"
                comment.released_text = None if comment.text == WITHHELD else "dit mag iedereen lezen"
                session.add(comment)
    return set_up


def rows(app: FastAPI, table: type[Table]) -> list[Any]:
    """Every row of a table."""
    with Session(app.state.engine) as session:
        return list(session.exec(select(table)).all())
