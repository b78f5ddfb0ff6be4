"""The service as the tests of its rooms need it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from app.config import load_settings
from app.main import create_app
from tests.app.page_client import HERE, PageClient
from tests.support.server import serve


@pytest.fixture(scope="session")
def demo_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FastAPI]:
    """The service with the example municipalities; nothing in it is changed by a test."""
    database = tmp_path_factory.mktemp("demo") / "demo.sqlite3"
    app = create_app(load_settings(database_url=f"sqlite:///{database}", assets="local", demo=True))
    with PageClient(app).http:
        yield app


@pytest.fixture(scope="session")
def demo(demo_app: FastAPI) -> PageClient:
    """A client for the service with the example municipalities."""
    return PageClient(demo_app)


@pytest.fixture(scope="session")
def demo_address(demo_app: FastAPI) -> Iterator[str]:
    """The address of the same service, really running, for a browser."""
    with serve(demo_app) as address:
        yield address


@pytest.fixture
def empty_app(tmp_path: Path) -> Iterator[FastAPI]:
    """A service of its own for one test, with an empty database."""
    app = create_app(load_settings(database_url=f"sqlite:///{tmp_path / 'empty.sqlite3'}", assets="local"))
    with PageClient(app).http:
        yield app


@pytest.fixture
def service_app(database_url: str) -> Iterator[FastAPI]:
    """A service of its own for one test, on SQLite and on PostgreSQL, without examples."""
    app = create_app(load_settings(database_url=database_url, assets="local"))
    with PageClient(app).http:
        yield app


@pytest.fixture
def service(service_app: FastAPI) -> PageClient:
    """The coördinator at this machine, at that service."""
    return PageClient(service_app, HERE)


@pytest.fixture
def stranger(service_app: FastAPI) -> PageClient:
    """Somebody whom that service does not know."""
    return PageClient(service_app)
