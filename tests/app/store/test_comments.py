"""Comments as they are stored: in the order of their keys, each by itself."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from app.models import Comment
from app.municipalities import load_municipalities
from app.store import comments
from tests.app.people import add_person, add_role
from tests.app.scans import SetUp, add_scan


@pytest.fixture
def set_up(session: Session) -> SetUp:
    load_municipalities(session)
    return add_scan(session)


def written(
    set_up: SetUp, key: str, text: str, *, window: str = "professional", released: str | None = None
) -> Comment:
    return Comment(
        id=key * 32,
        scan_id=set_up.scan.id,
        window=window,
        subject="pro_visie",
        text=text,
        state="released" if released else "waiting",
        released_text=released,
    )


def test_they_come_in_the_order_of_their_keys(session: Session, set_up: SetUp) -> None:
    comments.add_comments(session, [written(set_up, key, key, released=key) for key in "cab"])
    assert [one.text for one in comments.list_comments(session, set_up.scan.id, "professional")] == ["a", "b", "c"]
    assert [text for *_, text in comments.list_released(session, set_up.scan.id)] == ["a", "b", "c"]


def test_states_come_without_any_text(session: Session, set_up: SetUp) -> None:
    comments.add_comments(session, [written(set_up, "a", "Geheim"), written(set_up, "b", "Open", released="Open")])
    assert comments.list_states(session, set_up.scan.id) == [
        ("professional", "pro_visie", "waiting"),
        ("professional", "pro_visie", "released"),
    ]
    assert comments.list_released(session, set_up.scan.id) == [("professional", "pro_visie", "Open")]


def test_a_comment_is_found_in_its_own_window_and_scan_only(session: Session, set_up: SetUp) -> None:
    comments.add_comments(session, [written(set_up, "a", "Tekst")])
    other, key = add_scan(session), "a" * 32
    assert comments.hold_comment(session, set_up.scan.id, "professional", key) is not None
    assert comments.hold_comment(session, set_up.scan.id, "beleid", key) is None
    assert comments.hold_comment(session, other.scan.id, "professional", key) is None


@pytest.mark.parametrize(
    ("state", "released"), [("released", None), ("waiting", "x"), ("withheld", "x"), ("weg", None)]
)
def test_a_state_and_its_text_belong_together(
    session: Session, set_up: SetUp, state: str, released: str | None
) -> None:
    comment = written(set_up, "a", "Tekst")
    comments.add_comments(session, [comment])
    comment.state, comment.released_text = state, released
    with pytest.raises(IntegrityError), session.begin_nested():
        comments.save_comment(session, comment)


def test_who_moderates_comes_with_all_their_roles(session: Session, set_up: SetUp) -> None:
    moderator = add_person(session, "moderator", scan_id=set_up.scan.id)
    add_role(session, moderator, "coordinator", municipality_code="GM0321")
    add_person(session, "coordinator", municipality_code="GM0321")
    add_person(session, "moderator", scan_id=add_scan(session).scan.id)
    found = comments.list_moderators(session, set_up.scan.id)
    assert [account.id for account, _ in found] == [moderator.id]
    assert {grant.role for grant in found[0][1]} == {"moderator", "coordinator"}
