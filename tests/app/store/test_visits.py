"""Somebody at the door: the window that an address names, and the questionnaire that a token resumes in it."""

from __future__ import annotations

import secrets
from datetime import date

import pytest
from sqlmodel import Session

from app.models import Draft
from app.store.drafts import add_draft
from app.store.visits import find_arrival, hold_arrival
from tests.app.scans import SetUp, add_scan
from tests.app.store.test_store import add_municipality


@pytest.fixture
def set_up(session: Session) -> SetUp:
    add_municipality(session)
    return add_scan(session)


def begin(session: Session, set_up: SetUp, window: str) -> Draft:
    return add_draft(
        session,
        Draft(
            id=secrets.token_hex(16),
            scan_id=set_up.scan.id,
            window=window,
            token_hash=secrets.token_hex(32),
            role="zelf",
            touched_on=date(2026, 3, 1),
        ),
    )


def test_a_window_is_found_with_all_that_it_is_about(session: Session, set_up: SetUp) -> None:
    window = set_up.windows["inwoner"]
    arrival = find_arrival(session, window.ref, "")
    assert arrival is not None
    assert (arrival.found.window, arrival.found.scan, arrival.found.collaboration) == (
        window,
        set_up.scan,
        set_up.collaboration,
    )
    assert arrival.found.municipality.name == "Houten"
    assert arrival.draft is None


def test_a_token_resumes_its_draft_in_its_own_window_only(session: Session, set_up: SetUp) -> None:
    draft = begin(session, set_up, "inwoner")
    begin(session, set_up, "inwoner")
    for window, found in (("inwoner", draft), ("professional", None)):
        hold_arrival(session, set_up.windows[window].ref, draft.token_hash)
        arrival = find_arrival(session, set_up.windows[window].ref, draft.token_hash)
        assert arrival is not None
        assert arrival.draft == found


@pytest.mark.usefixtures("set_up")
def test_a_reference_that_is_no_windows_finds_nothing(session: Session) -> None:
    hold_arrival(session, "nergens", "0" * 64)
    assert find_arrival(session, "nergens", "0" * 64) is None
