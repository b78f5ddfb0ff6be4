"""A service that runs deletes what is old by itself, when it starts and on every new day; and a command does it too."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from typer.testing import CliRunner

from app import main
from app.cli import program
from app.config import load_settings
from app.db import begin_writing
from app.models import Draft
from app.retention import background, service
from tests.app.drafts import add_draft
from tests.app.retention.keeping import closed_scan, rows
from tests.app.scans import add_scan

TODAY = date(2026, 6, 30)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FastAPI]:
    """A service that is ready and does not run yet."""
    monkeypatch.setattr(background, "BETWEEN_LOOKS", 0.05)
    app = main.create_app(load_settings(database_url=f"sqlite:///{tmp_path / 'keeping.sqlite3'}", assets="local"))
    app.state.today = lambda: TODAY
    main.prepare_database(app)
    yield app
    app.state.engine.dispose()


def begin_one(app: FastAPI, touched_on: date) -> None:
    with begin_writing(app.state.engine) as session:
        add_draft(session, add_scan(session)).touched_on = touched_on


def is_soon_gone(app: FastAPI) -> bool:
    """Whether nothing that was begun is left within some seconds."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if not rows(app, Draft):
            return True
        time.sleep(0.05)
    return False


def test_what_was_old_before_the_service_started_is_gone_when_it_answers(app: FastAPI) -> None:
    begin_one(app, date(2026, 5, 1))
    with TestClient(app):
        assert rows(app, Draft) == []


def test_what_becomes_old_while_the_service_runs_is_deleted_on_the_next_day(app: FastAPI) -> None:
    begin_one(app, date(2026, 6, 1))
    with TestClient(app):
        assert len(rows(app, Draft)) == 1
        app.state.today = lambda: date(2026, 7, 1)
        assert is_soon_gone(app)


def test_the_service_runs_on_when_deleting_fails(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_given: object, **_named: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(background, "purge", fails)
    with TestClient(app) as client:
        assert client.get("/healthz").status_code == 200

    assert "what was kept for long enough could not be deleted: OSError" in caplog.text


def test_the_command_says_how_much_was_deleted_and_of_nobody(app: FastAPI) -> None:
    closed_scan(app, closed_on=date(2020, 1, 1), name="Nulmeting van toen")
    begin_one(app, date(2020, 1, 1))
    environment = {"VENSTERSCAN_DATABASE_URL": app.state.settings.database_url}

    first, second = (CliRunner().invoke(program, ["purge"], env=environment).output for _ in range(2))

    assert "- 1 scan waarvan de bewaartermijn voorbij was\n- 12 verstuurde vragenlijsten\n- 3 opmerkingen" in first
    assert "- 1 vragenlijst die niet is verstuurd\n" in first
    assert "Ook uit de bestanden van de database is het weg." in first
    assert "Nulmeting" not in first
    assert second.startswith("Er was niets om te wissen.\n")


def test_the_command_fails_when_not_everything_could_be_deleted(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_given: object) -> int:
        raise OSError("the disk is full")

    monkeypatch.setattr(service.store, "delete_untouched_drafts", fails)
    environment = {"VENSTERSCAN_DATABASE_URL": app.state.settings.database_url}
    result = CliRunner().invoke(program, ["purge"], env=environment)
    assert result.exit_code == 1
    assert "Niet alles kon worden gewist." in result.output


def test_the_command_refuses_settings_that_cannot_be_used() -> None:
    result = CliRunner().invoke(program, ["purge"], env={"VENSTERSCAN_DATABASE_URL": "mysql://x"})
    assert result.exit_code == 2
    assert "VENSTERSCAN_DATABASE_URL" in result.output
