"""A service that dies at any moment: what it said to have saved is there when it is back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from app.config import load_settings
from app.db import begin_writing, make_engine
from app.main import create_app, prepare_database
from bench.kills import witness_a_kill
from bench.processes import start_service
from questionnaires import load_current
from tests.app.scans import SetUp, add_scan
from tests.support.loop import run

SAVES_BEFORE_A_KILL = (1, 23, 90)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def set_up(database_url: str, engine: Engine) -> SetUp:
    app = create_app(load_settings(database_url=database_url, assets="local"))
    prepare_database(app)
    app.state.engine.dispose()
    with begin_writing(engine) as session:
        return add_scan(session)


def test_no_answer_that_was_saved_is_lost_when_the_service_is_killed(
    tmp_path: Path, database_url: str, engine: Engine, set_up: SetUp
) -> None:
    edition, window = load_current(), set_up.windows["professional"]
    witnesses = []
    for saves in SAVES_BEFORE_A_KILL:
        service = start_service(tmp_path, database_url=database_url)
        witnesses += run(witness_a_kill(service, edition, window, saves))
    start_service(tmp_path, database_url=database_url).stop()  # back once more, with whatever has to be repaired
    with Session(engine) as session:
        assert [witness.lost(session) for witness in witnesses] == [[]] * len(witnesses)
    assert sum(witness.refused for witness in witnesses) == 0
    assert sum(witness.times for witness in witnesses) >= sum(SAVES_BEFORE_A_KILL)
