"""security.txt (RFC 9116): whom to tell about a leak, where somebody said who that is."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from fastapi import FastAPI

from app.config import load_settings
from app.main import create_app
from tests.app.page_client import PageClient

PATH = "/.well-known/security.txt"
TODAY = date(2026, 3, 14)


@pytest.fixture
def reachable(tmp_path: Path) -> FastAPI:
    """A service that others can reach."""
    app = create_app(
        load_settings(
            environment="production",
            base_url="https://scan.example.nl",
            contact="Beheer+scan@Example.nl",
            database_url=f"sqlite:///{tmp_path / 'x.sqlite3'}",
        )
    )
    app.state.today = lambda: TODAY
    return app


def test_it_says_whom_to_tell_in_which_languages_and_where_it_stands(reachable: FastAPI) -> None:
    answer = PageClient(reachable).http.get(PATH)
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.splitlines() == [
        "Contact: mailto:Beheer+scan@example.nl",
        "Expires: 2027-03-13T00:00:00Z",
        "Preferred-Languages: nl, en",
        "Canonical: https://scan.example.nl/.well-known/security.txt",
    ]


@pytest.mark.parametrize("day", [TODAY, date(2028, 2, 29), date(2027, 12, 31)])
def test_it_holds_for_less_than_a_year(reachable: FastAPI, day: date) -> None:
    reachable.state.today = lambda: day
    (line,) = [line for line in PageClient(reachable).http.get(PATH).text.splitlines() if line.startswith("Expires")]
    expires = datetime.fromisoformat(line.removeprefix("Expires: ")).date()
    assert timedelta(days=300) < expires - day < timedelta(days=365)


def test_without_somebody_to_tell_there_is_none(empty_app: FastAPI) -> None:
    PageClient(empty_app).get(PATH, 404)
