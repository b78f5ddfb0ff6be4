"""What the tests of this room share."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import FastAPI

BEFORE_EVERYTHING = date(2026, 1, 1)


@pytest.fixture
def quiet_app(service_app: FastAPI) -> FastAPI:
    """A service that lives before every test, so that the post that it sends in time leaves their letters alone."""
    service_app.state.today = lambda: BEFORE_EVERYTHING
    return service_app
