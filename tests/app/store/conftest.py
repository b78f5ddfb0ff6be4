"""A session on an empty database, of both kinds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from app.db import begin_writing, make_engine, migration


@pytest.fixture
def session(database_url: str) -> Iterator[Session]:
    engine = make_engine(database_url)
    migration.upgrade(engine)
    with begin_writing(engine) as session:
        yield session
    engine.dispose()
