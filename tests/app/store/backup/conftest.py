"""A service with something in it, a backup of it, and an empty database."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import Engine

from app.config import load_settings
from app.main import create_app
from tests.app.store.backup.places import another_database, fill, written


@pytest.fixture
def filled(service_app: FastAPI) -> Engine:
    """The database of a service with something in every table, of both kinds."""
    return fill(service_app)


@pytest.fixture(scope="module")
def made(prepared_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of such a database, made once for many tests."""
    folder = tmp_path_factory.mktemp("made")
    shutil.copy(prepared_file, folder / "x.sqlite3")
    app = create_app(load_settings(database_url=f"sqlite:///{folder / 'x.sqlite3'}", assets="local"))
    app.state.database_is_ready = True
    written(fill(app), folder / "b.zip")
    app.state.engine.dispose()
    return folder / "b.zip"


@pytest.fixture
def backup(made: Path, tmp_path: Path) -> Path:
    """A copy of that backup for one test."""
    return Path(shutil.copy(made, tmp_path / "b.zip"))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database to put a backup into, of both kinds."""
    with another_database(request, tmp_path, request.param) as engine:
        yield engine
