"""Programs that use the API: one per municipality, one for all, and one without a token."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from fastapi import FastAPI

from app.accounts.tokens import make_token
from app.config import load_settings
from app.db import begin_writing
from app.main import create_app
from tests.app.api.programs import Program
from tests.app.page_client import PageClient

TODAY = date(2026, 6, 1)


@pytest.fixture
def today(service_app: FastAPI) -> date:
    """A day that stays the same while a test runs."""
    service_app.state.today = lambda: TODAY
    return TODAY


@pytest.fixture
def program(service_app: FastAPI, today: date) -> Program:
    """A program of Houten."""
    return program_of(service_app, "GM0321", today)


@pytest.fixture
def other(service_app: FastAPI, today: date) -> Program:
    """A program of Woerden."""
    return program_of(service_app, "GM0632", today)


@pytest.fixture
def everywhere(service_app: FastAPI, today: date) -> Program:
    """A program that acts for all municipalities."""
    return program_of(service_app, None, today)


@pytest.fixture
def nobody(service_app: FastAPI, today: date) -> Program:
    """A program without a token, at the machine on which the service runs."""
    assert today
    return Program(service_app)


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """A service with the example municipalities, that the tests of a module share."""
    database = tmp_path_factory.mktemp("api") / "api.sqlite3"
    app = create_app(load_settings(database_url=f"sqlite:///{database}", assets="local", demo=True))
    with PageClient(app).http:
        yield app


def program_of(app: FastAPI, municipality: str | None, today: date, **role: Any) -> Program:
    """Return a program with a new token: a coördinator, or with `role` and what it needs something else."""
    with begin_writing(app.state.engine) as session:
        return Program(app, make_token(session, "Toets", municipality, today, **role))


@pytest.fixture(scope="module")
def reader(examples: FastAPI) -> Program:
    """A program without a token, at the service with the examples."""
    return Program(examples)


@pytest.fixture(scope="module")
def writer(examples: FastAPI) -> Program:
    """A program of Houten, at the service with the examples."""
    return program_of(examples, "GM0321", TODAY)
