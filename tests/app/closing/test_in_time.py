"""A service that runs closes scans by itself: when it starts, and from time to time while it runs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlmodel import Session
from starlette.testclient import TestClient
from typer.testing import CliRunner

from app import main
from app.cli import program
from app.closing import background
from app.config import load_settings
from app.db import begin_writing
from app.store.scans import find_scan
from tests.app.scans import SetUp, add_scan

TODAY, YESTERDAY = date(2026, 6, 30), date(2026, 6, 29)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FastAPI]:
    """A service that is ready and does not run yet."""
    monkeypatch.setattr(background, "BETWEEN_CLOSINGS", 0.05)
    app = main.create_app(load_settings(database_url=f"sqlite:///{tmp_path / 'closing.sqlite3'}", assets="local"))
    app.state.today = lambda: TODAY
    main.prepare_database(app)
    yield app
    app.state.engine.dispose()


def due_scan(app: FastAPI) -> SetUp:
    with begin_writing(app.state.engine) as session:
        return add_scan(session, closes_on=YESTERDAY)


def is_closed(app: FastAPI, set_up: SetUp) -> bool:
    with Session(app.state.engine) as session:
        found = find_scan(session, set_up.scan.id)
        assert found is not None
        return found.scan.closed_on == TODAY


def closes_soon(app: FastAPI, set_up: SetUp) -> bool:
    """Whether it is closed within some seconds."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if is_closed(app, set_up):
            return True
        time.sleep(0.05)
    return False


def test_what_was_due_before_the_service_started_is_closed_when_it_answers(app: FastAPI) -> None:
    set_up = due_scan(app)
    with TestClient(app):
        assert is_closed(app, set_up)


def test_what_becomes_due_while_the_service_runs_is_closed(app: FastAPI) -> None:
    with TestClient(app):
        assert closes_soon(app, due_scan(app))


def test_the_service_runs_on_and_tries_again_when_closing_fails(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    works = background.close_due
    failures = iter([OSError("the disk is full"), OSError("still full")])

    def fails_twice(*given: object) -> int:
        for failure in failures:
            raise failure
        return works(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(background, "close_due", fails_twice)
    with TestClient(app):
        assert closes_soon(app, due_scan(app))

    assert caplog.text.count("scans that are due could not be closed: OSError") == 2


def test_the_command_closes_what_is_due_and_says_how_many(app: FastAPI) -> None:
    environment = {"VENSTERSCAN_DATABASE_URL": app.state.settings.database_url}
    with begin_writing(app.state.engine) as session:
        add_scan(session, closes_on=date(2020, 1, 1))
        add_scan(session, closes_on=date(2099, 1, 1))
    said = [CliRunner().invoke(program, ["close-due"], env=environment).output for _ in range(2)]
    assert said == ["Er is 1 scan gesloten.\n", "Er zijn 0 scans gesloten.\n"]
