"""What was typed over cannot be told from what was answered on a screen, looked for in the data itself."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from app.db import begin_writing
from app.models import Comment, Response
from tests.app.page_client import PageClient
from tests.app.responding.answers import fill_in, sent_by
from tests.app.responding.visitors import respondent, rows, set_up_scan
from tests.app.scans import SetUp
from tests.app.typing_links import add_typing_link, filled_in, send, typist

SCREEN = 4
"""The screen of the subject that is answered here."""
ANSWERS = {"pro_samen_3": "0.25", "pro_samen_1": "wn", "opmerking_pro_samen": "Wij bellen elkaar."}


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    return set_up_scan(service_app)


def answers_on_a_screen(app: FastAPI, set_up: SetUp) -> None:
    client, home = respondent(app, set_up), set_up.path("professional")
    fill_in(client, f"{home}/stap/{SCREEN}", **ANSWERS)
    client.submit(f"{home}/versturen", {"invulling": sent_by(client.get(f"{home}/controle"))["invulling"]})


def types_over(app: FastAPI, set_up: SetUp) -> tuple[PageClient, str]:
    with begin_writing(app.state.engine) as session:
        made = add_typing_link(session, set_up)
    client, home = typist(app, made.way_in)
    send(client, home, filled_in(client.get(home), **ANSWERS))
    return client, home


def test_both_are_the_same_rows_but_for_their_random_keys(service_app: FastAPI, set_up: SetUp) -> None:
    answers_on_a_screen(service_app, set_up)
    types_over(service_app, set_up)
    for table in (Response, Comment):
        first, second = (str(row.model_dump(exclude={"id"})) for row in rows(service_app, table))
        assert first == second
    assert len({row.id for row in rows(service_app, Response)}) == 2


def test_no_row_of_the_link_was_touched_by_the_transaction_that_sent(service_app: FastAPI, set_up: SetUp) -> None:
    """PostgreSQL keeps with a row who wrote and locked it last; SQLite, in some tables, which row came first."""
    types_over(service_app, set_up)
    with service_app.state.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            for table in ("typing_link", "paper_form"):
                with pytest.raises(OperationalError, match="no such column: rowid"):
                    connection.execute(text(f"SELECT rowid FROM {table}"))
            return
        sent = numbers(connection, ("response", "comment"), ("xmin",))
        assert sent
        assert sent & numbers(connection, ("typing_link", "paper_form"), ("xmin", "xmax")) == set()


def numbers(connection: Connection, tables: tuple[str, ...], columns: tuple[str, ...]) -> set[str]:
    """The numbers of the transactions that stand with the rows of these tables."""
    found: set[str] = set()
    for table in tables:
        for column in columns:
            found |= set(connection.execute(text(f"SELECT {column}::text FROM {table}")).scalars())
    return found
