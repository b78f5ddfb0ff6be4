"""Answers are deleted when the period of their scan is over; the frozen result stays as it is, and every page works."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from fastapi import FastAPI

from app.closing.ambition import set_ambition
from app.db import begin_writing
from app.models import AuditEntry, Comment, Draft, Measurement, Response, Result, Scan
from app.store.erasures import list_erasures
from tests.app.drafts import add_draft
from tests.app.page_client import PageClient
from tests.app.retention.keeping import ANSWERS, CLOSED_ON, at, closed_scan, purged_on, rows
from tests.app.scans import SetUp, add_response, add_scan


def frozen(app: FastAPI) -> str:
    """Everything that is frozen, in one spelling."""
    return json.dumps([[one.document for one in rows(app, Measurement)], [one.record for one in rows(app, Result)]])


@pytest.mark.parametrize(
    ("months", "last_day"),
    [(1, date(2026, 2, 27)), (3, date(2026, 4, 29)), (12, date(2027, 1, 30)), (24, date(2028, 1, 30))],
)
def test_answers_are_deleted_when_as_many_months_have_passed(service_app: FastAPI, months: int, last_day: date) -> None:
    closed_scan(service_app, keep_months=months)

    assert purged_on(service_app, last_day).counts["scans"] == 0
    assert len(rows(service_app, Response)) == 2 * ANSWERS
    purged = purged_on(service_app, last_day + timedelta(days=1))

    assert (purged.counts["scans"], purged.counts["responses"], purged.counts["comments"]) == (1, 2 * ANSWERS, 3)
    assert rows(service_app, Response) == []
    assert [scan.answers_deleted_on for scan in rows(service_app, Scan)] == [last_day + timedelta(days=1)]


def test_of_comments_stays_what_was_released_and_not_the_original(service_app: FastAPI) -> None:
    closed_scan(service_app)

    purged_on(service_app, date(2027, 6, 1))

    assert [(one.state, one.text, one.released_text) for one in rows(service_app, Comment)] == [
        ("released", "", "dit mag iedereen lezen")
    ]


def test_what_is_frozen_stays_as_it_was_to_the_letter(service_app: FastAPI) -> None:
    closed_scan(service_app)
    before = frozen(service_app)

    purged_on(service_app, date(2027, 6, 1))

    assert frozen(service_app) == before


def test_once_more_deletes_nothing_more(service_app: FastAPI) -> None:
    closed_scan(service_app)
    purged_on(service_app, date(2027, 6, 1))

    assert purged_on(service_app, date(2027, 6, 2)).counts.total() == 0
    assert [scan.answers_deleted_on for scan in rows(service_app, Scan)] == [date(2027, 6, 1)]


def test_answers_of_other_scans_stay(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        still_open = add_scan(session)
        example = add_scan(session, is_example=True, closed_on=date(2018, 6, 1))
        kept = {add_response(session, one, "inwoner").id for one in (still_open, example)}
    closed_scan(service_app)

    purged_on(service_app, date(2027, 6, 1))

    assert {response.id for response in rows(service_app, Response)} == kept


def test_the_log_says_that_it_happened_and_nothing_of_respondents(service_app: FastAPI) -> None:
    set_up = closed_scan(service_app)

    purged_on(service_app, date(2027, 6, 1))

    (entry,) = [one for one in rows(service_app, AuditEntry) if one.act == "answers_deleted"]
    assert (entry.who, entry.account_id) == ("Vensterscan zelf", None)
    assert (entry.municipality_code, entry.scan_id) == ("GM0321", set_up.scan.id)
    assert entry.about == f"{set_up.scan.name} ({set_up.collaboration.name})"


def test_the_space_is_freed_at_once(service_app: FastAPI) -> None:
    closed_scan(service_app)

    assert purged_on(service_app, date(2027, 6, 1)).is_freed

    with begin_writing(service_app.state.engine) as session:
        assert list_erasures(session) == []


def test_one_scan_that_cannot_be_deleted_keeps_no_other_from_it(
    service_app: FastAPI, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from app.retention import service  # noqa: PLC0415

    broken, fine = closed_scan(service_app), closed_scan(service_app)
    works = service.store.delete_responses

    def fails_for_one(session: object, scan_id: str) -> int:
        if scan_id == broken.scan.id:
            raise OSError("the disk is full")
        return works(session, scan_id)  # type: ignore[arg-type]

    monkeypatch.setattr(service.store, "delete_responses", fails_for_one)
    purged = service.purge(service_app.state.engine, at(date(2027, 6, 1)))

    assert purged.failed == [f"the answers of scan {broken.scan.id}"]
    assert f"the answers of scan {broken.scan.id} could not be deleted: OSError" in caplog.text
    assert {response.scan_id for response in rows(service_app, Response)} == {broken.scan.id}
    assert {scan.id for scan in rows(service_app, Scan) if scan.answers_deleted_on} == {fine.scan.id}


@pytest.fixture
def emptied(service_app: FastAPI) -> SetUp:
    """A scan of which the answers are gone; who signs in does so after this."""
    set_up = closed_scan(service_app)
    purged_on(service_app, date(2027, 6, 1))
    return set_up


def test_every_page_of_the_scan_still_works(emptied: SetUp, service: PageClient) -> None:
    desk = f"/scans/{emptied.scan.id}/beheer"
    page = service.get(desk)
    assert "De antwoorden zijn op 1 juni 2027 gewist" in page.text
    assert "0 verstuurd" not in page.text
    assert f"{desk}/bewaartermijn" not in page.links()
    for address in (f"{desk}/sluiten", f"{desk}/wijzigen", f"{desk}/verwijderen", f"/scans/{emptied.scan.id}/ambitie"):
        service.get(address)
    for part in ("", "/vensters/inwoner", "/continuum", "/spiegel", "/advies", "/verantwoording", "/afdrukken"):
        service.get(f"/scans/{emptied.scan.id}{part}")
    assert "1 versie" in service.get(f"{desk}/verwijderen").text
    assert "verstuurde vragenlijst" not in service.get(f"{desk}/verwijderen").text


def test_another_ambition_needs_no_answers(service_app: FastAPI, emptied: SetUp) -> None:
    with begin_writing(service_app.state.engine) as session:
        assert set_ambition(session, emptied.scan.id, 5, "Omdat het past bij ons", at(date(2027, 6, 2)).now) == 2


def test_it_can_still_be_deleted(emptied: SetUp, service: PageClient, service_app: FastAPI) -> None:
    address = f"/scans/{emptied.scan.id}/beheer/verwijderen"
    seen = next(one["value"] for one in service.get(address).all("input") if one.get("name") == "seen")
    service.submit(address, {"seen": seen, "agreed": "ja"})
    assert rows(service_app, Scan) == []


# --- Not sent ---------------------------------------------------------------------------------------------------------


def test_what_was_begun_is_deleted_thirty_days_after_the_last_change(service_app: FastAPI) -> None:
    """Also of a scan that is still open, and of one in the archive."""
    with begin_writing(service_app.state.engine) as session:
        old = add_draft(session, add_scan(session))
        archived = add_draft(session, add_scan(session, archived_on=CLOSED_ON))
        young = add_draft(session, add_scan(session))
        old.touched_on = archived.touched_on = date(2026, 6, 1)
        young.touched_on = date(2026, 6, 2)

    assert purged_on(service_app, date(2026, 6, 30)).counts["drafts"] == 0
    assert purged_on(service_app, date(2026, 7, 1)).counts["drafts"] == 2
    assert [draft.id for draft in rows(service_app, Draft)] == [young.id]
