"""What is stored of a questionnaire that was sent: nothing in it leads back to the one who sent it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from app.db import begin_writing, make_engine, migration
from app.models import Comment, Draft, DraftAnswer, DraftComment, Response
from app.municipalities import load_municipalities
from app.store.answers import save_answer, save_comment
from app.store.drafts import add_draft, find_draft
from app.store.responses import add_response, count_responses, new_key, send
from tests.app.scans import SetUp, add_scan

COMMENTS = {"pro_samen": "Wij zien elkaar elke week.", "pro_regie": "Er is één plan."}


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    migration.upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def set_up(engine: Engine) -> SetUp:
    with begin_writing(engine) as session:
        load_municipalities(session)
        return add_scan(session)


def begin(session: Session, set_up: SetUp, window: str = "professional", participants: int = 1) -> Draft:
    about = {"role": "uwv", "touched_on": date(2026, 3, 1), "participants": participants}
    token_hash = secrets.token_hex(32)
    draft = add_draft(
        session,
        Draft(id=secrets.token_hex(16), scan_id=set_up.scan.id, window=window, token_hash=token_hash, **about),
    )
    save_answer(session, draft.id, "pro_samen_2", 0.5)
    save_answer(session, draft.id, "pro_samen_1", "wn")
    for subject, text in COMMENTS.items():
        save_comment(session, draft.id, subject, text)
    return draft


def test_sending_makes_one_response_with_the_answers_the_role_and_nothing_else(engine: Engine, set_up: SetUp) -> None:
    with begin_writing(engine) as session:
        send(session, begin(session, set_up, participants=4))
    with Session(engine) as session:
        (response,) = session.exec(select(Response)).all()
        assert response.model_dump(exclude={"id"}) == {
            "scan_id": set_up.scan.id,
            "window": "professional",
            "role": "uwv",
            "participants": 4,
            "answers": {"pro_samen_1": "wn", "pro_samen_2": 0.5},
        }


def test_after_sending_there_is_no_draft_and_no_key_that_it_had(engine: Engine, set_up: SetUp) -> None:
    with begin_writing(engine) as session:
        draft = begin(session, set_up)
        draft_id, token_hash = draft.id, draft.token_hash
        send(session, draft)
    with Session(engine) as session:
        for table in (Draft, DraftAnswer, DraftComment):
            assert session.exec(select(table)).all() == []
        kept = [str(row.model_dump()) for table in (Response, Comment) for row in session.exec(select(table)).all()]
    assert len(kept) == 3
    for left in kept:
        assert draft_id not in left
        assert token_hash not in left
        assert "2026-03" not in left


def test_comments_stand_apart_from_the_response_and_from_each_other(engine: Engine, set_up: SetUp) -> None:
    with begin_writing(engine) as session:
        send(session, begin(session, set_up))
    with Session(engine) as session:
        (response,) = session.exec(select(Response)).all()
        comments = session.exec(select(Comment)).all()
        assert {comment.subject: comment.text for comment in comments} == COMMENTS
        assert len({response.id, *(comment.id for comment in comments)}) == 3
        assert set(Comment.model_fields) == {
            "id",
            "scan_id",
            "window",
            "subject",
            "text",
            "state",
            "released_text",
        }
        assert all(text not in str(response.answers) for text in COMMENTS.values())


def test_another_draft_stays_as_it_is(engine: Engine, set_up: SetUp) -> None:
    with begin_writing(engine) as session:
        other = begin(session, set_up)
        send(session, begin(session, set_up))
        assert find_draft(session, other.token_hash) is not None
        assert len(session.exec(select(DraftAnswer)).all()) == 2


def test_keys_are_random_and_long() -> None:
    keys = {new_key() for _ in range(200)}
    assert len(keys) == 200
    assert {len(key) for key in keys} == {32}


def test_a_whole_questionnaire_can_be_added_at_once(engine: Engine, set_up: SetUp) -> None:
    with begin_writing(engine) as session:
        about = {"scan_id": set_up.scan.id, "window": "beleid", "role": "bestuurder"}
        add_response(session, Response(id=new_key(), answers={"bel_ambitie_1": 6}, **about), {"bel_ambitie_1": "Past."})
    with Session(engine) as session:
        assert session.exec(select(Comment)).one().subject == "bel_ambitie_1"
        assert session.exec(select(Response)).one().answers == {"bel_ambitie_1": 6}


def test_responses_are_counted_by_window_and_scan(engine: Engine, set_up: SetUp) -> None:
    with begin_writing(engine) as session:
        another = add_scan(session)
        for window in ("professional", "professional", "beleid"):
            send(session, begin(session, set_up, window))
        send(session, begin(session, another))
        begin(session, set_up)
        assert count_responses(session, set_up.scan.id) == {"professional": 2, "beleid": 1}
        assert count_responses(session, another.scan.id) == {"professional": 1}
        assert count_responses(session, "bestaat-niet") == {}
