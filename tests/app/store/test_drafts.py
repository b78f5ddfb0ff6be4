"""Drafts: found by the hash of their token only, counted per window, and deleted with everything in them."""

from __future__ import annotations

import secrets
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from app.models import Draft, DraftAnswer, DraftComment, Municipality
from app.store.answers import save_answer, save_comment
from app.store.drafts import add_draft, count_drafts, delete_draft, find_draft, touch_draft
from app.store.municipalities import add_municipalities
from tests.app.scans import SetUp, add_scan


@pytest.fixture
def set_up(session: Session) -> SetUp:
    add_municipalities(session, [Municipality(code="GM0321", name="Houten", province="Utrecht")])
    return add_scan(session)


def begin(session: Session, set_up: SetUp, window: str = "professional", **other: object) -> Draft:
    parts = {
        "id": secrets.token_hex(16),
        "scan_id": set_up.scan.id,
        "window": window,
        "token_hash": secrets.token_hex(32),
        "role": "uwv",
        "touched_on": date(2026, 3, 1),
    }
    return add_draft(session, Draft(**(parts | other)))


def test_a_draft_is_found_by_the_hash_of_its_token(session: Session, set_up: SetUp) -> None:
    draft = begin(session, set_up)
    begin(session, set_up)
    assert find_draft(session, draft.token_hash) == draft
    assert find_draft(session, "0" * 64) is None


def test_a_draft_has_a_token_of_its_own(session: Session, set_up: SetUp) -> None:
    draft = begin(session, set_up)
    with pytest.raises(IntegrityError), session.begin_nested():
        begin(session, set_up, token_hash=draft.token_hash)


def test_a_draft_belongs_to_a_window_that_exists(session: Session, set_up: SetUp) -> None:
    with pytest.raises(IntegrityError), session.begin_nested():
        begin(session, set_up, "raam")


def test_the_day_of_the_last_change_is_kept(session: Session, set_up: SetUp) -> None:
    draft = begin(session, set_up)
    touch_draft(session, draft, date(2026, 3, 2))
    session.expire_all()
    found = find_draft(session, draft.token_hash)
    assert found is not None
    assert found.touched_on == date(2026, 3, 2)


def test_a_draft_goes_with_everything_in_it_and_nothing_of_another(session: Session, set_up: SetUp) -> None:
    draft, other = begin(session, set_up), begin(session, set_up)
    for one in (draft, other):
        save_answer(session, one.id, "pro_visie_1", 0.5)
        save_comment(session, one.id, "pro_visie", "Dit gaat goed.")
    delete_draft(session, draft)
    for table in (DraftAnswer, DraftComment):
        assert [row.draft_id for row in session.exec(select(table))] == [other.id]
    assert session.exec(select(Draft)).all() == [other]


def test_drafts_are_counted_per_window_of_one_scan(session: Session, set_up: SetUp) -> None:
    elsewhere = add_scan(session)
    for window in ("professional", "professional", "beleid"):
        begin(session, set_up, window)
    begin(session, elsewhere, "inwoner")
    assert count_drafts(session, set_up.scan.id) == {"professional": 2, "beleid": 1}
    assert count_drafts(session, elsewhere.scan.id) == {"inwoner": 1}
