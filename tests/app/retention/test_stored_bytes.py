"""What is deleted is gone: no byte of it is left in the files of the database, on SQLite and on PostgreSQL.

Marks stand in every place where people write something. After each way of deleting, the files are read as they lie.
"""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import FastAPI
from sqlmodel import Session

from app.accounts.tokens import make_token
from app.db import begin_writing
from app.models import Draft, Response
from app.store.erasures import list_erasures
from app.store.space import free_space
from tests.app.api.programs import Program
from tests.app.drafts import SECRET, add_comment, add_draft
from tests.app.page_client import PageClient
from tests.app.responding.visitors import respondent
from tests.app.retention.keeping import RELEASED, WITHHELD, WORDS, closed_scan, purged_on, rows
from tests.app.scans import SetUp, add_response, add_scan
from tests.app.stored_bytes import stored_bytes

SENT = {"pro_visie_1": "merkteken van een antwoord"}
CONTACT = "Merktekenaar, 030 765 43 21"


def found_in_files(app: FastAPI, *marks: str) -> list[str]:
    """The marks of which something stands in the files of the database."""
    stored = stored_bytes(app.state.engine)
    return [mark for mark in marks if mark.encode() in stored]


def with_answers(session: Session) -> tuple[SetUp, tuple[str, ...]]:
    """A scan in which everything is marked, and the marks."""
    set_up = add_scan(session)
    set_up.windows["professional"].contact = CONTACT
    for _ in range(40):
        response = add_response(session, set_up, "professional", answers=SENT)
        comment = add_comment(session, set_up, WORDS)
        draft = add_draft(session, set_up)
    return set_up, (response.id, comment.id, draft.id, draft.token_hash, *SENT.values(), WORDS, SECRET, CONTACT)


def test_nothing_of_answers_is_left_when_their_period_is_over(service_app: FastAPI) -> None:
    closed_scan(service_app)
    with begin_writing(service_app.state.engine) as session:
        late, *_ = with_answers(session)
        late.scan.closed_on = date(2026, 2, 1)
    keys = [response.id for response in rows(service_app, Response)]
    marks = (*keys, *SENT.values(), WORDS, WITHHELD, RELEASED)
    assert found_in_files(service_app, *marks) == list(marks)

    assert purged_on(service_app, date(2027, 6, 1)).is_freed

    assert found_in_files(service_app, *marks) == []
    assert found_in_files(service_app, "dit mag iedereen lezen") == ["dit mag iedereen lezen"]


def test_nothing_is_left_of_what_was_begun_and_never_sent(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        drafts = [add_draft(session, add_scan(session)) for _ in range(20)]
        marks = (SECRET, *(draft.id for draft in drafts), *(draft.token_hash for draft in drafts))
    assert found_in_files(service_app, *marks) == list(marks)

    assert purged_on(service_app, date(2026, 12, 1)).is_freed

    assert found_in_files(service_app, *marks) == []


@pytest.fixture
def marked(service_app: FastAPI) -> tuple[SetUp, tuple[str, ...]]:
    """A scan with marks everywhere, which are in the files."""
    with begin_writing(service_app.state.engine) as session:
        set_up, marks = with_answers(session)
    assert found_in_files(service_app, *marks) == list(marks)
    return set_up, marks


@pytest.mark.parametrize("what", ["scan", "collaboration"])
def test_nothing_is_left_when_something_is_deleted_by_hand(
    service_app: FastAPI, service: PageClient, marked: tuple[SetUp, tuple[str, ...]], what: str
) -> None:
    set_up, marks = marked
    place = f"/scans/{set_up.scan.id}/beheer" if what == "scan" else f"/samenwerkingen/{set_up.collaboration.id}"
    address = f"{place}/verwijderen"
    seen = next(one["value"] for one in service.get(address).all("input") if one.get("name") == "seen")

    service.submit(address, {"seen": seen, "agreed": "ja"})

    assert found_in_files(service_app, *marks) == []


def test_nothing_is_left_when_a_program_deletes(service_app: FastAPI, marked: tuple[SetUp, tuple[str, ...]]) -> None:
    set_up, marks = marked
    with begin_writing(service_app.state.engine) as session:
        program = Program(service_app, make_token(session, "Toets", None, date(2026, 6, 1)))
    program.ask("DELETE", f"/scans/{set_up.scan.id}?metAntwoorden=true", 204)
    assert found_in_files(service_app, *marks) == []


def test_nothing_is_left_of_what_somebody_wiped(service_app: FastAPI) -> None:
    """The space is freed within minutes, with that of scans that close in time; nothing tells which scan it was."""
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session)
    person = respondent(service_app, set_up, "professional")
    (draft,) = rows(service_app, Draft)
    page = person.get(set_up.path("professional") + "/wissen")
    stamp = next(one["value"] for one in page.all("input") if one.get("name") == "invulling")

    assert person.http.post(set_up.path("professional") + "/wissen", data={"invulling": stamp}).status_code == 200
    with begin_writing(service_app.state.engine) as session:
        assert len(list_erasures(session)) == 1
    assert free_space(service_app.state.engine)

    assert found_in_files(service_app, draft.id, draft.token_hash) == []


def test_each_day_old_versions_of_answers_go_as_well(service_app: FastAPI) -> None:
    """Sending deletes what was begun, and notes nothing: no trace tells that, or when, somebody sent."""
    with begin_writing(service_app.state.engine) as session:
        draft = add_draft(session, add_scan(session))
        marks = (draft.id, draft.token_hash, SECRET)
    with begin_writing(service_app.state.engine) as session:
        session.delete(draft)

    assert purged_on(service_app, date(2026, 7, 1), rewrite=True).is_freed

    assert found_in_files(service_app, *marks) == []
