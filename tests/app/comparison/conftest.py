"""An application that knows more editions than one."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from questionnaires import Edition
from questionnaires.library import open_edition
from questionnaires.publishing import start_edition
from tests.app.results.builders import EDITION
from tests.questionnaires.next_edition import COPY, FIRST, NEXT, stand_together


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    """The real edition, a copy under another name, and one in which much is another."""
    shelves = tmp_path_factory.mktemp("shelves")
    stand_together(shelves)
    start_edition(FIRST, COPY, shelves)
    return {FIRST: EDITION} | {one: open_edition(shelves, one) for one in (COPY, NEXT)}


@pytest.fixture
def app(service_app: FastAPI, editions: dict[str, Edition]) -> FastAPI:
    """The service with all of them."""
    service_app.state.editions = dict(service_app.state.editions) | editions
    return service_app
