"""Who answers cannot be found in what is stored: looked for in the data itself, on both databases.

People with everything about them marked go through the service as browsers do. Then every column of every table is
read, on SQLite also every byte of its files, as somebody would who wants to know who they were: once while the scan is
open, and once more after it was closed.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from fastapi import FastAPI
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from app.closing.page import CONFIRM
from app.collaborations.codes import grouped
from app.config import load_settings
from app.db import begin_writing
from app.main import create_app
from app.responding.visit import token_hash
from tests.app.page_client import PageClient
from tests.app.people import add_person, sign_in
from tests.app.scans import SetUp, add_scan
from tests.support.postgres import new_database
from tests.withstand.respondent import Respondent

DAY = date(2026, 3, 14)
ADDRESS = "203.0.113.77"
ABOUT_THE_BROWSER = {
    "User-Agent": "Merkbrowser/7.1",
    "X-Forwarded-For": ADDRESS,
    "Forwarded": f'for="{ADDRESS}"',
    "X-Real-IP": ADDRESS,
    "Referer": "https://intranet.voorbeeld.nl/merkpagina",
    "Accept-Language": "nl-NL, merktaal",
}
COOKIE = ("merkkoek", "merkwaarde")
MARKS = (ADDRESS, "merkbrowser", "merkpagina", "merktaal", *COOKIE, "testclient")
OF_RESPONDENTS = ("draft", "draft_answer", "draft_comment", "response", "comment")
OF_PEOPLE_WITH_A_ROLE = ("account", "sign_in", "one_time_link", "audit_entry")
WINDOWS = ("inwoner", "professional")
PEOPLE = 6
UNSENT = "Dit heb ik nooit verstuurd"
DAY_AND_NIGHT = 24 * 60 * 60
Row = dict[str, Any]


@dataclass
class Person:
    """One person in one window: what was chosen and written, and the code by which the browser could go on."""

    window: str
    remark: str
    chosen: dict[str, str] = field(default_factory=dict)
    resume_code: str = ""

    def fill_in(self, app: FastAPI, set_up: SetUp) -> Respondent:
        """Begin in a browser of their own and fill in everything, up to the check page."""
        choice = random.Random(self.remark)
        http = PageClient(app).http
        http.headers.update(ABOUT_THE_BROWSER)
        http.cookies.set(*COOKIE)
        respondent = Respondent(http, lambda _question, options: choice.choice(options), self.remark)
        respondent.begin(set_up.link(self.window))
        self.resume_code = http.cookies["invulling"]
        respondent.answer_all()
        self.chosen = respondent.chosen
        return respondent


@dataclass(frozen=True)
class Found:
    """What the database holds at one moment: every column of every row of every table, and the bytes of its files."""

    tables: dict[str, list[Row]]
    files: bytes

    @property
    def everything(self) -> str:
        """All of it as one text, in small letters."""
        return (str(self.tables) + self.files.decode("latin-1")).lower()


@dataclass(frozen=True)
class Visited:
    """Who sent, in the order of sending, and who stopped before; what was found while it was open and when closed."""

    engine: Engine
    sent: list[Person]
    stopped: Person
    open: Found
    closed: Found

    @property
    def people(self) -> list[Person]:
        """Everybody."""
        return [*self.sent, self.stopped]

    def writers(self, comments: list[Row]) -> list[int]:
        """Who wrote each of these comments, as places in the order of sending."""
        places = {person.remark: number for number, person in enumerate(self.sent)}
        return [places[comment["text"]] for comment in comments]


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def visited(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    """One scan, visited and closed; every test looks at what was found."""
    if request.param == "sqlite":
        yield from visit_and_close(f"sqlite:///{tmp_path_factory.mktemp('visited') / 'vensterscan.sqlite3'}")
        return
    with new_database(request.getfixturevalue("postgres_server")) as address:
        yield from visit_and_close(address)


def visit_and_close(database_url: str) -> Iterator[Visited]:
    """Let everybody answer, all but one send, and close the scan as its coördinator does."""
    app = create_app(load_settings(database_url=database_url, assets="local"))
    app.state.today = lambda: DAY
    coordinator = PageClient(app)
    with coordinator.http:
        with begin_writing(app.state.engine) as session:
            set_up = add_scan(session)
            account = add_person(session, "coordinator", municipality_code="GM0321")
        sign_in(coordinator, account)
        sent = [Person(WINDOWS[number % 2], f"Opmerking van bezoeker {number}") for number in range(PEOPLE)]
        for person in sent:
            person.fill_in(app, set_up).send()
        stopped = Person("professional", UNSENT)
        stopped.fill_in(app, set_up)
        before = look(app.state.engine)
        path = f"/scans/{set_up.scan.id}/beheer/sluiten"
        assert coordinator.http.post(path, data={CONFIRM: "ja"}).status_code == 303
        yield Visited(app.state.engine, sent, stopped, before, look(app.state.engine))


def look(engine: Engine) -> Found:
    """Read everything that a database holds; on SQLite its files as they lie there."""
    with engine.connect() as connection:
        tables = {name: rows_of(connection, name) for name in inspect(connection).get_table_names()}
    if engine.dialect.name != "sqlite":
        return Found(tables, b"")
    path = Path(str(engine.url.database))
    return Found(tables, b"".join(file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*"))))


def rows_of(connection: sqlalchemy.Connection, table: str) -> list[Row]:
    """The rows of a table as they lie there, also what no model knows."""
    hidden = ", xmin::text AS hidden_transaction" if connection.dialect.name == "postgresql" else ""
    return [dict(row) for row in connection.execute(text(f'SELECT *{hidden} FROM "{table}"')).mappings()]


def is_of(response: Row, person: Person) -> bool:
    """Whether these are the answers that somebody chose; only this test remembers them."""
    answers = response["answers"]  # SQLite keeps JSON as text
    answers = json.loads(answers) if isinstance(answers, str) else answers
    given = {item: as_sent(answer) for item, answer in answers.items()}
    return given == {item: as_sent(answer) for item, answer in person.chosen.items()}


def as_sent(answer: Any) -> str:
    """An answer in one spelling, whether it comes from a form or from the database."""
    if isinstance(answer, list):
        return " ".join(answer)
    return f"{float(answer):.9f}" if re.fullmatch(r"[\d.]+", str(answer)) else str(answer)


# --- While the scan is open -------------------------------------------------------------------------------------------


def test_everything_that_was_sent_is_there_once(visited: Visited) -> None:
    for found in (visited.open, visited.closed):
        responses = found.tables["response"]
        assert [sum(is_of(response, person) for response in responses) for person in visited.sent] == [1] * PEOPLE
    assert all(person.remark.lower() in visited.open.everything for person in visited.people)


def test_nothing_about_a_browser_is_stored(visited: Visited) -> None:
    for found in (visited.open, visited.closed):
        assert [mark for mark in MARKS if mark in found.everything] == []


def test_no_code_to_go_on_is_stored_in_any_form(visited: Visited) -> None:
    codes = [person.resume_code.lower() for person in visited.people]
    stored = visited.open.everything
    assert [code for code in codes if code in stored or grouped(code) in stored] == []


def test_after_sending_no_row_leads_back_to_the_code(visited: Visited) -> None:
    tokens = [draft["token_hash"] for draft in visited.open.tables["draft"]]
    assert tokens == [token_hash(visited.stopped.resume_code)]
    rows = str(visited.open.tables)
    assert [person for person in visited.sent if token_hash(person.resume_code) in rows] == []


def test_the_tables_of_respondents_know_days_at_most_and_no_running_numbers(visited: Visited) -> None:
    found = inspect(visited.engine)
    for table in OF_RESPONDENTS:
        kinds = {column["name"]: column["type"] for column in found.get_columns(table)}
        assert [name for name, kind in kinds.items() if isinstance(kind, sqlalchemy.DateTime | sqlalchemy.Time)] == []
        days = [name for name, kind in kinds.items() if isinstance(kind, sqlalchemy.Date)]
        assert days == (["touched_on"] if table == "draft" else [])
        assert {name for name, kind in kinds.items() if isinstance(kind, sqlalchemy.Integer)} <= {"participants"}


def test_no_value_of_a_respondent_is_a_time(visited: Visited) -> None:
    now = time.time()
    for table in OF_RESPONDENTS:
        for row in visited.open.tables[table]:
            assert not any(isinstance(value, datetime) for value in row.values())
            assert not re.search(r"\d{1,2}:\d{2}:\d{2}|\dT\d{2}:\d{2}", str(row))
            seconds = [float(number[:10]) for number in re.findall(r"(?<![\d.a-f])\d{10,19}(?![\da-f])", str(row))]
            assert not any(abs(second - now) < DAY_AND_NIGHT for second in seconds)


def test_rows_have_no_hidden_number(visited: Visited) -> None:
    """SQLite numbers rows in secret unless a table says that it does not want that."""
    for table in OF_RESPONDENTS:
        with visited.engine.connect() as connection, pytest.raises(DBAPIError, match="rowid"):
            connection.execute(text(f"SELECT rowid FROM {table}"))


def test_keys_are_random_and_tell_nothing_of_the_order(visited: Visited) -> None:
    tables = visited.open.tables
    keys = [row["id"] for table in ("response", "comment", "draft") for row in tables[table]]
    assert all(re.fullmatch(r"[0-9a-f]{32}", key) for key in keys)
    assert len({key[:8] for key in keys}) == len(keys), "keys that begin with a time or a number begin alike"
    writers = visited.writers(sorted(tables["comment"], key=lambda row: str(row["id"])))
    assert writers not in (sorted(writers), sorted(writers, reverse=True))


def test_a_comment_has_nothing_in_common_with_the_answers_of_who_wrote_it(visited: Visited) -> None:
    comments, responses = visited.closed.tables["comment"], visited.closed.tables["response"]
    known = {name for row in comments for name in row} - {"hidden_transaction"}
    assert known == {"id", "scan_id", "window", "subject", "text", "state", "released_text"}
    assert {row["id"] for row in comments}.isdisjoint(row["id"] for row in responses)
    answers = str(responses)
    assert not any(row["id"] in answers or row["text"] in answers for row in comments)
    assert len(visited.writers(comments)) > PEOPLE, "some wrote with several subjects, each in a row of its own"


# --- After closing ----------------------------------------------------------------------------------------------------


def test_closing_leaves_no_key_no_token_and_no_draft_of_before_in_any_byte(visited: Visited) -> None:
    before, stored = visited.open, visited.closed.everything
    keys = {row["id"] for table in ("response", "comment", "draft") for row in before.tables[table]}
    tokens = {token_hash(person.resume_code) for person in visited.people}
    assert all(key in before.everything for key in keys)
    assert [key for key in keys | tokens if key in stored] == []
    assert UNSENT.lower() in before.everything
    assert UNSENT.lower() not in stored
    assert all(visited.closed.tables[table] == [] for table in ("draft", "draft_answer", "draft_comment"))


def test_after_closing_rows_lie_in_another_order_than_they_were_sent(visited: Visited) -> None:
    tables = visited.closed.tables
    writers = visited.writers(tables["comment"])
    assert set(writers) == set(range(PEOPLE))
    assert writers not in (sorted(writers), sorted(writers, reverse=True))
    transactions = {row.get("hidden_transaction") for row in tables["response"] + tables["comment"]}
    assert len(transactions) == 1, "every row was written by the same transaction"


def test_nothing_was_noted_finer_than_the_day_but_what_people_with_a_role_did(visited: Visited) -> None:
    tables = {name: rows for name, rows in visited.closed.tables.items() if name not in OF_PEOPLE_WITH_A_ROLE}
    moments = re.findall(r"\d{4}-\d{2}-\d{2}[ T](\d{2}:\d{2}:\d{2}(?:\.\d+)?)", str(tables))
    values = [value for rows in tables.values() for row in rows for value in row.values()]
    times = {value.time().isoformat() for value in values if isinstance(value, datetime)}
    assert {moment.partition(".")[0] for moment in moments} | times <= {"12:00:00"}
