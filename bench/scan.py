"""Scans to measure with, put into the database of a service before it starts."""

from __future__ import annotations

import secrets
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Any

from app.closing.service import close_scan
from app.collaborations.codes import new_code, new_ref
from app.config import load_settings
from app.db import begin_writing
from app.main import create_app, prepare_database
from app.models import Collaboration, Response, Scan, ScanWindow
from app.store.space import free_space
from scoring import MINIMUM_DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fastapi import FastAPI

    from app.db import Session
    from questionnaires import Edition
    from scoring import Item

HOUTEN = "GM0321"
WINDOWS = ("inwoner", "professional", "organisatie", "beleid")
AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Prepared:
    """A scan that is open, with the window of each group by name."""

    edition: Edition
    scan_id: str
    windows: dict[str, ScanWindow]


@contextmanager
def service_in(folder: Path) -> Iterator[FastAPI]:
    """Give the service with its database in `folder`, made where it does not exist; it does not run."""
    app = create_app(load_settings(data_dir=folder, assets="local"))
    prepare_database(app)
    yield app
    app.state.engine.dispose()


def open_scan(folder: Path, responses: int = 0) -> Prepared:
    """Put an open scan into the database, with this many sent responses spread over its four windows."""
    with service_in(folder) as app, begin_writing(app.state.engine) as session:
        edition: Edition = app.state.current_edition
        collaboration = Collaboration(
            municipality_code=HOUTEN,
            name=f"Meting {secrets.token_hex(4)}",
            target_group="Inwoners",
            partners="Gemeente",
        )
        session.add(collaboration)
        session.flush()
        assert collaboration.id is not None  # the database has just given it
        scan = Scan(
            id=secrets.token_hex(8),
            collaboration_id=collaboration.id,
            name="Nulmeting",
            purpose="nulmeting",
            period="2026",
            edition=edition.id,
            position=1,
        )
        session.add(scan)
        session.flush()
        windows = {name: _window(scan.id, name) for name in WINDOWS}
        session.add_all(windows.values())
        session.flush()
        _add_responses(session, edition, scan.id, responses)
        return Prepared(edition, scan.id, windows)


def close(folder: Path, scan: Prepared) -> float:
    """Close a scan as the service does, and return how many seconds that took; no service may be running."""
    with service_in(folder) as app:
        begun = time.perf_counter()
        with begin_writing(app.state.engine) as session:
            close_scan(session, app.state.editions, scan.scan_id, date.today())  # noqa: DTZ011 - any day will do
        free_space(app.state.engine)
        return time.perf_counter() - begun


def _window(scan_id: str, name: str) -> ScanWindow:
    return ScanWindow(scan_id=scan_id, window=name, minimum=MINIMUM_DEFAULT[name], ref=new_ref(), code=new_code())


def _add_responses(session: Session, edition: Edition, scan_id: str, number: int) -> None:
    rng = Random(number)  # noqa: S311 - the same answers every time
    for start in range(0, number, AT_ONCE):
        for person in range(start, min(start + AT_ONCE, number)):
            session.add(_response(rng, edition, scan_id, WINDOWS[person % len(WINDOWS)]))
        session.flush()
        session.expunge_all()


def _response(rng: Random, edition: Edition, scan_id: str, name: str) -> Response:
    window = edition.instrument.window(name)
    answers = {item.id: _answer(rng, item) for item in window.items if rng.random() < 0.95}
    return Response(
        id=secrets.token_hex(16), scan_id=scan_id, window=name, role=rng.choice(window.roles), answers=answers
    )


def _answer(rng: Random, item: Item) -> Any:
    if item.kind == "scored":
        return rng.choice([*item.options, "wn"])
    return rng.randint(1, 7) if item.kind == "model" else rng.sample(item.choices, item.at_most)
