"""The service as the tests of its rooms need it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from app.config import load_settings
from app.main import create_app, prepare_database
from tests.app.page_client import PageClient
from tests.app.people import somebody
from tests.support.postgres import new_database
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


@pytest.fixture(scope="session")
def prepared_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database as a service leaves it that has started."""
    file = tmp_path_factory.mktemp("prepared") / "vensterscan.sqlite3"
    prepare(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def prepared_template(postgres_server: str) -> Iterator[str]:
    """The name of a PostgreSQL database as a service leaves it that has started."""
    with new_database(postgres_server) as address:
        prepare(address)
        yield address.rpartition("/")[2]


def prepare(database_url: str) -> None:
    """Do what a service does when it starts."""
    app = create_app(load_settings(database_url=database_url, assets="local"))
    prepare_database(app)
    app.state.engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def prepared_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a copy of such a database; a test that asks for it runs on both kinds."""
    if request.param == "sqlite":
        yield f"sqlite:///{shutil.copy(request.getfixturevalue('prepared_file'), tmp_path)}"
        return
    server, template = request.getfixturevalue("postgres_server"), request.getfixturevalue("prepared_template")
    with new_database(server, template) as address:
        yield address


@pytest.fixture
def service_app(prepared_database_url: str) -> Iterator[FastAPI]:
    """A service of its own for one test, on SQLite and on PostgreSQL, without examples.

    It answers, and what it does by itself in the background does not run: each request of a client has an event loop of
    its own, and what is shared between loops cannot be waited for.
    """
    settings = load_settings(database_url=prepared_database_url, assets="local", contact="beheer@example.nl")
    app = create_app(settings)
    yield app
    app.state.engine.dispose()


@pytest.fixture
def service(service_app: FastAPI) -> PageClient:
    """Who manages every municipality, at that service."""
    return somebody(service_app, "coordinator", host="127.0.0.1", name="Coördinator van alles")


@pytest.fixture
def stranger(service_app: FastAPI) -> PageClient:
    """Somebody whom that service does not know."""
    return PageClient(service_app)
