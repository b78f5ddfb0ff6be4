"""Answers and comments of a draft: saved with one statement each, in the place of what was there."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from app.db import begin_writing, make_engine, migration
from app.models import Draft, DraftAnswer, DraftComment
from app.municipalities import load_municipalities
from app.store.answers import (
    find_draft_to_answer,
    load_answers,
    load_comments,
    remove_answer,
    save_answer,
    save_comment,
)
from app.store.drafts import add_draft
from tests.app.scans import SetUp, add_scan


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


@pytest.fixture
def draft(engine: Engine, set_up: SetUp) -> Draft:
    with begin_writing(engine) as session:
        return add_draft(session, new_draft(set_up))


def new_draft(set_up: SetUp, token_hash: str = "a" * 64) -> Draft:
    about = {"window": "professional", "role": "uwv", "touched_on": date(2026, 3, 1)}
    return Draft(id=secrets.token_hex(16), scan_id=set_up.scan.id, token_hash=token_hash, **about)


def test_every_kind_of_answer_comes_back_as_it_was_saved(engine: Engine, draft: Draft) -> None:
    given = {"getal": 1 / 3, "model": 7, "niet": "wn", "lijst": ["geld", "mandaat"]}
    with begin_writing(engine) as session:
        for item, value in given.items():
            save_answer(session, draft.id, item, value)
    with Session(engine) as session:
        assert load_answers(session, draft.id) == given


def test_answers_come_back_by_their_ids_and_not_in_the_order_in_which_they_were_given(
    engine: Engine, draft: Draft
) -> None:
    with begin_writing(engine) as session:
        for item in ("c", "a", "b"):
            save_answer(session, draft.id, item, 1.0)
        assert list(load_answers(session, draft.id)) == ["a", "b", "c"]


def test_a_later_answer_takes_the_place_of_an_earlier_one(engine: Engine, draft: Draft) -> None:
    for value in (0.25, 0.75):
        with begin_writing(engine) as session:
            save_answer(session, draft.id, "pro_samen_1", value)
    with Session(engine) as session:
        assert load_answers(session, draft.id) == {"pro_samen_1": 0.75}
        assert len(session.exec(select(DraftAnswer)).all()) == 1


def test_saving_an_answer_is_one_statement(engine: Engine, draft: Draft) -> None:
    said: list[str] = []
    with begin_writing(engine) as session:
        save_answer(session, draft.id, "pro_samen_1", 0.25)
        event.listen(engine, "before_cursor_execute", lambda *about: said.append(about[2]))
        save_answer(session, draft.id, "pro_samen_1", 0.5)
        save_answer(session, draft.id, "pro_samen_2", 0.5)
        assert ["ON CONFLICT" in statement for statement in said] == [True, True]


def test_four_simultaneous_saves_of_one_new_answer_all_succeed_and_leave_one_answer(
    engine: Engine, draft: Draft
) -> None:
    values = [0.0, 0.25, 0.5, 0.75]

    def save(value: float) -> None:
        with begin_writing(engine) as session:
            save_answer(session, draft.id, "pro_samen_1", value)

    for _ in range(5):
        with begin_writing(engine) as session:
            remove_answer(session, draft.id, "pro_samen_1")
        with ThreadPoolExecutor(len(values)) as people:
            list(people.map(save, values))
        with Session(engine) as session:
            (row,) = session.exec(select(DraftAnswer)).all()
            assert float(row.value) in values


def test_an_answer_can_be_taken_back_also_when_there_is_none(engine: Engine, draft: Draft) -> None:
    with begin_writing(engine) as session:
        save_answer(session, draft.id, "pro_samen_1", 0.25)
        save_answer(session, draft.id, "pro_samen_2", 0.25)
        remove_answer(session, draft.id, "pro_samen_1")
        remove_answer(session, draft.id, "pro_samen_9")
        assert list(load_answers(session, draft.id)) == ["pro_samen_2"]


def test_a_comment_is_changed_in_its_place_and_goes_when_it_is_empty(engine: Engine, draft: Draft) -> None:
    with begin_writing(engine) as session:
        save_comment(session, draft.id, "pro_samen", "Eerst")
        save_comment(session, draft.id, "pro_samen", "Daarna")
        save_comment(session, draft.id, "pro_regie", "Blijft")
        assert load_comments(session, draft.id) == {"pro_regie": "Blijft", "pro_samen": "Daarna"}
        save_comment(session, draft.id, "pro_samen", "")
        assert load_comments(session, draft.id) == {"pro_regie": "Blijft"}
        assert len(session.exec(select(DraftComment)).all()) == 1


def test_an_answer_belongs_to_a_draft_that_exists(engine: Engine, draft: Draft) -> None:  # noqa: ARG001
    with pytest.raises(IntegrityError), begin_writing(engine) as session:
        save_answer(session, "f" * 32, "pro_samen_1", 0.25)


def test_a_draft_is_found_to_answer_by_its_token_and_only_under_its_own_window(
    engine: Engine, set_up: SetUp, draft: Draft
) -> None:
    ref = set_up.windows["professional"].ref
    with begin_writing(engine) as session:
        found = find_draft_to_answer(session, ref, draft.token_hash)
        assert found is not None
        assert (found.id, found.window, found.edition) == (draft.id, "professional", set_up.scan.edition)
        assert find_draft_to_answer(session, set_up.windows["beleid"].ref, draft.token_hash) is None
        assert find_draft_to_answer(session, ref, "b" * 64) is None


@pytest.mark.postgres
def test_others_may_answer_in_the_same_draft_at_the_same_time(postgres_url: str) -> None:
    engine = make_engine(postgres_url)
    migration.upgrade(engine)
    with begin_writing(engine) as session:
        load_municipalities(session)
        set_up = add_scan(session)
        draft = add_draft(session, new_draft(set_up))
    ref = set_up.windows["professional"].ref
    with begin_writing(engine) as one, begin_writing(engine) as other:
        for session in (one, other):
            assert find_draft_to_answer(session, ref, draft.token_hash) is not None
        save_answer(one, draft.id, "pro_samen_1", 0.25)
        save_answer(other, draft.id, "pro_samen_2", 0.25)
    with Session(engine) as session:
        assert len(load_answers(session, draft.id)) == 2
    engine.dispose()
