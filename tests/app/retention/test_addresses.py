"""Addresses of who was invited, letters that wait, and what belongs to signing in."""

from __future__ import annotations

import secrets
from datetime import UTC, date, datetime, timedelta

from fastapi import FastAPI
from sqlmodel import Session

from app.db import begin_writing
from app.mail.post import WAITS_AT_MOST, Letter, post
from app.models import AuditEntry, Invitee, Message, OneTimeLink, SentMark, SignIn
from app.store.audit import add_entry
from app.store.sign_ins import add_link, add_sign_in
from tests.app.people import add_person
from tests.app.retention.keeping import at, purged_on, rows
from tests.app.scans import SetUp, add_scan

DAY = date(2026, 6, 30)


def invite(session: Session, set_up: SetUp) -> None:
    """Somebody with a link of their own, who used it, and a letter to somebody that was not sent."""
    where = {"scan_id": set_up.scan.id, "window": "professional"}
    session.add(
        Invitee(
            id=secrets.token_hex(16),
            address="genodigde@voorbeeld.nl",
            code_mac=secrets.token_hex(32),
            sealed_code="verzegeld",
            invited_on=DAY,
            **where,
        )
    )
    session.add(SentMark(mark=secrets.token_hex(32), **where))
    letter = Letter(address="genodigde@voorbeeld.nl", subject="Uitnodiging", text="Beste collega")
    post(session, "invitation", letter, DAY, scan_id=set_up.scan.id)


def test_nothing_of_who_was_invited_outlives_the_closing_of_a_scan(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        closed, still_open = add_scan(session, closed_on=DAY), add_scan(session)
        invite(session, closed)
        invite(session, still_open)

    counts = purged_on(service_app, DAY).counts

    assert (counts["invitees"], counts["messages"]) == (1, 1)
    for table in (SentMark, Message):
        assert [row.scan_id for row in rows(service_app, table)] == [still_open.scan.id]
    left = {row.scan_id: (row.address, row.sealed_code) for row in rows(service_app, Invitee)}
    assert left[closed.scan.id] == ("", "")
    assert left[still_open.scan.id] == ("genodigde@voorbeeld.nl", "verzegeld")
    assert purged_on(service_app, DAY).counts["invitees"] == 0


def test_a_letter_that_could_not_be_sent_in_time_is_deleted(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        post(session, "account", Letter(address="a@voorbeeld.nl", subject="Welkom", text="Beste a"), DAY)

    assert purged_on(service_app, DAY + WAITS_AT_MOST).counts["messages"] == 0
    assert purged_on(service_app, DAY + WAITS_AT_MOST + timedelta(days=1)).counts["messages"] == 1


def test_what_has_ended_of_signing_in_is_deleted(service_app: FastAPI) -> None:
    now = at(DAY).now
    with begin_writing(service_app.state.engine) as session:
        account = add_person(session, "coordinator", municipality_code="GM0321")
        for number, ends_at in enumerate((now - timedelta(seconds=1), now + timedelta(hours=1))):
            purpose = ("password", "welcome")[number]
            add_link(
                session, OneTimeLink(token_hash=f"l{number}", account_id=account.id, purpose=purpose, ends_at=ends_at)
            )
            began = {"began_at": now, "used_at": now, "ends_at": ends_at}
            add_sign_in(
                session,
                SignIn(token_hash=f"s{number}", account_id=account.id, stage="done", way="password", **began),
            )

    assert purged_on(service_app, DAY).counts["sign_ins"] == 2
    assert [row.token_hash for row in rows(service_app, OneTimeLink)] == ["l1"]
    assert "s1" in {row.token_hash for row in rows(service_app, SignIn)}


def test_lines_of_the_log_go_after_two_years_and_not_before(service_app: FastAPI) -> None:
    """The database itself looks at the clock as well, so this is about today."""
    today = datetime.now(UTC).date()
    ages = {"oud": 2 * 366 + 3, "nog geen twee jaar": 2 * 365 - 3}
    with begin_writing(service_app.state.engine) as session:
        for about, days in ages.items():
            moment = datetime.now(UTC) - timedelta(days=days)
            add_entry(session, AuditEntry(at=moment, who="iemand", act="signed_in", about=about))

    assert purged_on(service_app, today).counts["entries"] == 1
    assert [row.about for row in rows(service_app, AuditEntry)] == ["nog geen twee jaar"]
