"""A service as it stands in the world: it has an address, and many come at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlmodel import Session

from app.accounts import cookies
from app.config import load_settings
from app.db import begin_writing
from app.main import create_app
from tests.app.people import add_person, token_for
from tests.app.scans import SetUp, add_scan
from tests.support.server import serve

PATIENCE = 60.0
"""Seconds; on a busy machine fifty at once may have to wait."""


@dataclass(frozen=True)
class Service:
    """A running service, and its database from behind."""

    address: str
    app: FastAPI

    @contextmanager
    def client(self) -> Iterator[httpx.Client]:
        """A browser of somebody of their own."""
        with httpx.Client(base_url=self.address, timeout=PATIENCE) as http:
            yield http

    @contextmanager
    def coordinator(self) -> Iterator[httpx.Client]:
        """A browser of somebody who manages every municipality."""
        with begin_writing(self.app.state.engine) as session:
            account = add_person(session, "coordinator")
        cookie = {cookies.name(self.app.state.settings): token_for(self.app, account)}
        same_origin = {"Sec-Fetch-Site": "same-origin"}
        with httpx.Client(base_url=self.address, timeout=PATIENCE, cookies=cookie, headers=same_origin) as http:
            yield http

    def add_scan(self, **about: Any) -> SetUp:
        """Add an open scan."""
        with begin_writing(self.app.state.engine) as session:
            return add_scan(session, **about)

    def look(self, read: Callable[[Session], Any]) -> Any:
        """Read something from the database."""
        with Session(self.app.state.engine) as session:
            return read(session)


@pytest.fixture
def service(database_url: str) -> Iterator[Service]:
    """A running service on an empty database, on SQLite and on PostgreSQL."""
    app = create_app(load_settings(database_url=database_url, assets="local"))
    with serve(app) as address:
        yield Service(address, app)
