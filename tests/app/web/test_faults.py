"""What is logged of an error: its kind and its places, and no value, not even one that a database quotes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from app.db import make_engine
from app.web.faults import described

VALUE = "merkwaarde"


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


def test_a_row_that_the_database_refuses_is_not_in_the_description(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE thing (word VARCHAR(20) CHECK (length(word) < 5), number INTEGER)"))
    adding = text("INSERT INTO thing VALUES (:word, 1)")
    with pytest.raises(DBAPIError) as refused, engine.begin() as connection:
        connection.execute(adding, {"word": VALUE})
    said = described(refused.value)
    assert VALUE not in said
    assert said.startswith("sqlalchemy.exc.IntegrityError\n  SQL: INSERT INTO thing VALUES (")
    assert "because of:" in said
    assert ("psycopg.errors.CheckViolation" in said) or ("sqlite3.IntegrityError" in said)


def test_what_an_error_came_from_is_told_and_a_circle_ends() -> None:
    inner = ValueError(VALUE)
    try:
        try:
            raise inner
        except ValueError as error:
            raise KeyError(VALUE) from error
    except KeyError as error:
        inner.__context__ = error
        said = described(error)
    assert [line for line in said.splitlines() if not line.startswith("  ")] == [
        "builtins.KeyError",
        "because of:",
        "builtins.ValueError",
    ]
    assert VALUE not in said


def test_every_error_of_a_group_is_told() -> None:
    said = described(ExceptionGroup(VALUE, [ValueError(VALUE), ExceptionGroup(VALUE, [KeyError(VALUE)])]))
    assert VALUE not in said
    for kind in ("ExceptionGroup", "ValueError", "KeyError"):
        assert f"builtins.{kind}" in said


def test_what_was_silenced_on_purpose_stays_silent() -> None:
    try:
        try:
            raise ValueError
        except ValueError:
            raise KeyError from None
    except KeyError as error:
        said = described(error)
    assert "ValueError" not in said
