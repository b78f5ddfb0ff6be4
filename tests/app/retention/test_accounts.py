"""Accounts that nobody uses: a letter first, then they go; the last beheerder, examples and programs stay."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from app.accounts.tokens import make_token
from app.db import begin_writing
from app.models import Account, AuditEntry, Grant, Message, OneTimeLink
from app.store.accounts import find_account
from app.store.sign_ins import add_link
from tests.app.people import MADE_ON, add_person
from tests.app.retention.keeping import at, purged_on, rows

LAST = date(2026, 2, 1)
"""The day on which somebody signed in for the last time."""
WARNED_ON, GONE_ON = LAST + timedelta(days=335), LAST + timedelta(days=365)


def add(app: FastAPI, role: str | None = "coordinator", last: date | None = LAST, **about: Any) -> str:
    """Add somebody who signed in for the last time on a day, and return their id."""
    where = {"municipality_code": "GM0321"} if role == "coordinator" else {}
    with begin_writing(app.state.engine) as session:
        account = add_person(session, role, **where)
        account.signed_in_at = datetime.combine(last, time(12), UTC) if last else None
        for name, value in about.items():
            setattr(account, name, value)
        session.add(account)
        return account.id


def who_is_left(app: FastAPI) -> set[str]:
    return {account.id for account in rows(app, Account)}


def letters(app: FastAPI) -> list[Message]:
    return rows(app, Message)


def test_who_does_not_sign_in_for_a_year_is_written_a_month_before_and_then_gone(service_app: FastAPI) -> None:
    account = add(service_app)

    purged_on(service_app, WARNED_ON - timedelta(days=1))
    assert letters(service_app) == []
    assert purged_on(service_app, WARNED_ON).counts["warned"] == 1
    (letter,) = letters(service_app)
    purged_on(service_app, GONE_ON - timedelta(days=1))
    assert account in who_is_left(service_app)
    assert purged_on(service_app, GONE_ON).counts["accounts"] == 1

    assert account not in who_is_left(service_app)
    assert rows(service_app, Grant) == []
    assert "1 februari 2027" in letter.body
    assert "1 februari 2026" in letter.body
    assert "https://vensterscan.voorbeeld.nl" in letter.body
    assert letter.subject == "Uw account bij Vensterscan wordt verwijderd"


def test_the_letter_is_written_once(service_app: FastAPI) -> None:
    add(service_app)
    purged_on(service_app, WARNED_ON)
    assert purged_on(service_app, WARNED_ON + timedelta(days=1)).counts["warned"] == 0
    assert len(letters(service_app)) == 1


def test_nobody_is_deleted_without_a_letter_that_long_before(service_app: FastAPI) -> None:
    """Also when the service stood still on the day of the letter."""
    account = add(service_app)

    assert purged_on(service_app, GONE_ON + timedelta(days=100)).counts["warned"] == 1
    assert "11 juni 2027" in letters(service_app)[0].body
    purged_on(service_app, GONE_ON + timedelta(days=129))
    assert account in who_is_left(service_app)
    purged_on(service_app, GONE_ON + timedelta(days=130))
    assert account not in who_is_left(service_app)


def test_who_signs_in_after_the_letter_stays_and_is_written_again_a_year_later(service_app: FastAPI) -> None:
    account = add(service_app)
    purged_on(service_app, WARNED_ON)
    with begin_writing(service_app.state.engine) as session:
        found = find_account(session, account)
        assert found is not None
        found.signed_in_at = at(WARNED_ON + timedelta(days=3)).now

    purged_on(service_app, GONE_ON)
    assert account in who_is_left(service_app)
    again = WARNED_ON + timedelta(days=3 + 335)
    assert purged_on(service_app, again).counts["warned"] == 1
    purged_on(service_app, again + timedelta(days=30))
    assert account not in who_is_left(service_app)


def test_who_has_no_role_any_more_goes_after_ninety_days(service_app: FastAPI) -> None:
    account = add(service_app, None)

    assert purged_on(service_app, LAST + timedelta(days=60)).counts["warned"] == 1
    assert "geen rol meer" in letters(service_app)[0].body
    purged_on(service_app, LAST + timedelta(days=89))
    assert account in who_is_left(service_app)
    purged_on(service_app, LAST + timedelta(days=90))
    assert account not in who_is_left(service_app)


def test_who_was_invited_and_never_came_goes_after_thirty_days_without_another_letter(service_app: FastAPI) -> None:
    account = add(service_app, last=None)

    purged_on(service_app, MADE_ON + timedelta(days=29))
    assert account in who_is_left(service_app)
    purged_on(service_app, MADE_ON + timedelta(days=30))
    assert account not in who_is_left(service_app)
    assert letters(service_app) == []


def test_who_was_invited_again_has_as_long_as_the_link_works(service_app: FastAPI) -> None:
    account, day = add(service_app, last=None), MADE_ON + timedelta(days=30)
    with begin_writing(service_app.state.engine) as session:
        ends_at = at(day).now + timedelta(hours=1)
        add_link(session, OneTimeLink(token_hash="l", account_id=account, purpose="welcome", ends_at=ends_at))

    purged_on(service_app, day)
    assert account in who_is_left(service_app)
    purged_on(service_app, day + timedelta(days=1))
    assert account not in who_is_left(service_app)


def test_the_last_beheerder_stays_whoever_that_is(service_app: FastAPI) -> None:
    never, first, last = (add(service_app, "beheerder", last=day) for day in (None, LAST, LAST + timedelta(days=1)))

    for days in (0, 40, 80):
        purged_on(service_app, GONE_ON + timedelta(days=days))

    assert who_is_left(service_app) == {last}, f"not {never} or {first}"
    assert len(letters(service_app)) == 0, "a letter that was not sent in time is gone too"


def test_examples_and_programs_stay(service_app: FastAPI) -> None:
    example = add(service_app, last=None, is_example=True)
    with begin_writing(service_app.state.engine) as session:
        make_token(session, "koppeling", None, LAST)

    purged_on(service_app, date(2029, 1, 1))
    purged_on(service_app, date(2029, 3, 1))

    assert example in who_is_left(service_app)
    assert sorted(account.kind for account in rows(service_app, Account)) == ["person", "program"]


@pytest.mark.parametrize("kind", ["example", "beheerder"])
def test_who_stays_is_not_written_either(service_app: FastAPI, kind: str) -> None:
    add(service_app, "beheerder", is_example=kind == "example")
    assert purged_on(service_app, GONE_ON).counts["warned"] == 0


def test_the_log_says_whose_account_was_deleted(service_app: FastAPI) -> None:
    add(service_app, last=None, name="Sam de Boer")
    purged_on(service_app, date(2026, 6, 1))
    said = [(one.act, one.about, one.who) for one in rows(service_app, AuditEntry)]
    assert said == [("unused_account_deleted", "Sam de Boer", "Vensterscan zelf")]
