"""A service that tests share which only read what pages say."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from app.config import load_settings
from app.main import create_app
from tests.app.page_client import PageClient


@pytest.fixture(scope="module")
def shared_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """One service for the tests of a file, on SQLite; each test sets up scans of its own in it."""
    database = tmp_path_factory.mktemp("shared") / "shared.sqlite3"
    app = create_app(load_settings(database_url=f"sqlite:///{database}", assets="local"))
    with PageClient(app).http:
        yield app
