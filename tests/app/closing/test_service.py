"""Closing a scan: what counts, what is kept, what is gone, and closing by itself after the closing date."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select

from app.closing.service import close_due, close_due_scans, close_scan, preview
from app.db import Engine, begin_writing
from app.models import Comment, Draft, Measurement, Response, Result, Scan, Table
from app.store.erasures import list_erasures
from app.store.measurements import find_measurement
from app.store.scans import find_scan
from app.web.errors import Refusal
from questionnaires import Edition, load_current
from scoring import METHOD_VERSION, frozen_measurement, record_under
from scoring import Response as Given
from tests.app.drafts import add_comment, add_draft
from tests.app.scans import SetUp, add_response, add_scan, full_answers

EDITION = load_current()
EDITIONS: Mapping[str, Edition] = {EDITION.id: EDITION}
TODAY, YESTERDAY, TOMORROW = date(2026, 6, 30), date(2026, 6, 29), date(2026, 7, 1)


@pytest.fixture
def engine(service_app: FastAPI) -> Engine:
    """The database of a service that has started: all municipalities are in it."""
    engine: Engine = service_app.state.engine
    return engine


@pytest.fixture
def answered(engine: Engine) -> SetUp:
    """A scan with six professionals, one manager and three residents, and two who began and did not send."""
    with begin_writing(engine) as session:
        set_up = add_scan(session)
        for value in (0.0, 0.25, 0.5, 0.5, 0.75, 1.0):
            add_response(session, set_up, "professional", answers=full_answers("professional", value))
        add_response(session, set_up, "organisatie")
        for _ in range(3):
            add_response(session, set_up, "inwoner")
        add_draft(session, set_up)
        add_draft(session, set_up, "professional")
        add_comment(session, set_up, "Wij zien elkaar te weinig.")
    return set_up


def closed(engine: Engine, set_up: SetUp) -> None:
    with begin_writing(engine) as session:
        close_scan(session, EDITIONS, set_up.scan.id, TODAY)


def all_of(engine: Engine, table: type[Table], set_up: SetUp) -> list[Any]:
    with Session(engine) as session:
        return list(session.exec(select(table).where(table.scan_id == set_up.scan.id)))


def first_result(engine: Engine, set_up: SetUp) -> Result:
    (result,) = all_of(engine, Result, set_up)
    assert isinstance(result, Result)
    return result


def windows_of(engine: Engine, set_up: SetUp) -> dict[str, Any]:
    return dict(first_result(engine, set_up).record["result"]["windows"])


def scan_of(engine: Engine, set_up: SetUp) -> Scan:
    with Session(engine) as session:
        found = find_scan(session, set_up.scan.id)
        assert found is not None
        return found.scan


# What closing does.


def test_a_closed_scan_has_the_result_that_scoring_its_answers_gives(engine: Engine, answered: SetUp) -> None:
    closed(engine, answered)

    given = [Given(r.window, r.role, r.answers, r.participants) for r in all_of(engine, Response, answered)]
    minimum = {name: window.minimum for name, window in answered.windows.items()}
    measured = frozen_measurement(EDITION.instrument, given, minimum)
    (kept,) = all_of(engine, Measurement, answered)
    result = first_result(engine, answered)
    assert kept.document == measured
    assert result.record == record_under(measured, None)
    assert (kept.edition, kept.method, kept.measured_on) == (EDITION.id, METHOD_VERSION, TODAY)
    assert (result.edition, result.method, result.version, result.ambition) == (EDITION.id, METHOD_VERSION, 1, None)
    assert scan_of(engine, answered).closed_on == TODAY


def test_what_was_not_sent_is_deleted_and_counts_for_nothing(engine: Engine, answered: SetUp) -> None:
    closed(engine, answered)

    assert all_of(engine, Draft, answered) == []
    assert windows_of(engine, answered)["professional"]["responses"] == 6


def test_answers_and_comments_stay_under_new_keys(engine: Engine, answered: SetUp) -> None:
    before = {row.id for table in (Response, Comment) for row in all_of(engine, table, answered)}
    closed(engine, answered)
    after = {row.id for table in (Response, Comment) for row in all_of(engine, table, answered)}

    assert len(after) == len(before) == 11
    assert not before & after
    assert [comment.text for comment in all_of(engine, Comment, answered)] == ["Wij zien elkaar te weinig."]


def test_a_window_below_its_minimum_is_not_in_the_result(engine: Engine, answered: SetUp) -> None:
    closed(engine, answered)

    statuses = {name: window["status"] for name, window in windows_of(engine, answered).items()}
    assert statuses == {
        "inwoner": "below_minimum",
        "professional": "shown",
        "organisatie": "shown",
        "beleid": "absent",
    }


def test_a_window_that_was_switched_off_does_not_count(engine: Engine) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session, windows=("organisatie",))
        add_response(session, set_up, "organisatie")
        add_response(session, set_up, "beleid")
    closed(engine, set_up)

    assert windows_of(engine, set_up)["beleid"]["status"] == "absent"
    assert windows_of(engine, set_up)["organisatie"]["status"] == "shown"


def test_a_minimum_that_was_chosen_is_the_minimum_of_the_result(engine: Engine) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session, minimum={"professional": 3, "beleid": 3})
        for _ in range(3):
            add_response(session, set_up, "professional")
        add_response(session, set_up, "beleid")
    closed(engine, set_up)

    windows = windows_of(engine, set_up)
    assert (windows["professional"]["status"], windows["professional"]["minimum"]) == ("shown", 3)
    assert (windows["beleid"]["status"], windows["beleid"]["needed"]) == ("below_minimum", 2)


def test_one_team_form_is_enough_for_a_window_that_answers_as_a_team(engine: Engine) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session, mode={"professional": "team"})
        add_response(session, set_up, "professional", participants=8)
    closed(engine, set_up)

    window = windows_of(engine, set_up)["professional"]
    assert (window["status"], window["responses"], window["usable"]) == ("shown", 1, 3)
    assert first_result(engine, set_up).record["insight"]["windows"]["professional"]["basis"] == "team"


def test_a_scan_that_nobody_answered_can_be_closed(engine: Engine) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session)
    closed(engine, set_up)

    assert {window["status"] for window in windows_of(engine, set_up).values()} == {"absent"}


@pytest.mark.parametrize("state", [{"closed_on": YESTERDAY}, {"archived_on": YESTERDAY}])
def test_a_scan_that_is_closed_or_put_away_is_not_closed(engine: Engine, state: dict[str, date]) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session, **state)
        kept = add_draft(session, set_up).id

    with pytest.raises(Refusal) as refused, begin_writing(engine) as session:
        close_scan(session, EDITIONS, set_up.scan.id, TODAY)

    assert refused.value.status == 409
    assert [draft.id for draft in all_of(engine, Draft, set_up)] == [kept]
    assert all_of(engine, Result, set_up) == []
    assert scan_of(engine, set_up).closed_on == state.get("closed_on")


def test_when_measuring_fails_nothing_has_changed(engine: Engine, answered: SetUp) -> None:
    """An answer that is no answer cannot come in by the doors of the service; here it stands in the database."""
    with begin_writing(engine) as session:
        add_response(session, answered, "professional", answers={"pro_samen_1": 0.3})
    before = {row.id for row in all_of(engine, Response, answered)}

    with pytest.raises(ValueError, match="geen antwoord"), begin_writing(engine) as session:
        close_scan(session, EDITIONS, answered.scan.id, TODAY)

    assert {row.id for row in all_of(engine, Response, answered)} == before
    assert len(all_of(engine, Draft, answered)) == 2
    assert scan_of(engine, answered).closed_on is None


# What is said before.


def test_the_preview_counts_per_window_and_gives_nothing_else(engine: Engine, answered: SetUp) -> None:
    with begin_writing(engine) as session:
        add_response(session, answered, "professional", answers={"pro_samen_1": 0.5})
        windows = preview(session, EDITIONS, answered.scan)

    counts = {w.window: (w.sent, w.begun, w.usable, w.minimum, w.needed) for w in windows}
    assert counts == {
        "inwoner": (3, 1, 3, 5, 2),
        "professional": (7, 1, 6, 5, 0),
        "organisatie": (1, 0, 1, 1, 0),
        "beleid": (0, 0, 0, 1, 1),
    }
    assert set(windows[0].__slots__) == {"window", "mode", "sent", "begun", "usable", "minimum", "group"}
    assert {window.group for window in windows} == {1}


def test_the_preview_says_of_each_window_what_closing_then_does(engine: Engine, answered: SetUp) -> None:
    with begin_writing(engine) as session:
        promised = {w.window: not w.needed for w in preview(session, EDITIONS, answered.scan)}
    closed(engine, answered)

    assert promised == {name: window["status"] == "shown" for name, window in windows_of(engine, answered).items()}


def test_the_preview_leaves_out_a_window_that_is_switched_off(engine: Engine) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session, windows=("beleid", "organisatie"), mode={"beleid": "team"})
        add_response(session, set_up, "beleid", participants=4)
        windows = preview(session, EDITIONS, set_up.scan)

    assert [(w.window, w.mode, w.sent, w.needed) for w in windows] == [
        ("organisatie", "individual", 0, 1),
        ("beleid", "team", 1, 0),
    ]


# By itself, after the closing date.


def test_a_scan_closes_by_itself_after_its_closing_date_and_not_on_it(engine: Engine) -> None:
    with begin_writing(engine) as session:
        due, last_day, without = (add_scan(session, closes_on=day) for day in (YESTERDAY, TODAY, None))

    assert close_due_scans(engine, EDITIONS, TODAY) == 1

    assert [scan_of(engine, s).closed_on for s in (due, last_day, without)] == [TODAY, None, None]
    assert len(all_of(engine, Result, due)) == 1


def test_a_scan_that_cannot_be_closed_keeps_no_other_from_closing(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    with begin_writing(engine) as session:
        broken = add_scan(session, closes_on=date(2026, 6, 1))
        add_response(session, broken, "beleid", answers={"bel_visie_1": "geheim antwoord"})
        unknown = add_scan(session, closes_on=date(2026, 6, 2), edition="bestaat-niet/2020.1")
        fine = add_scan(session, closes_on=YESTERDAY)

    with caplog.at_level(logging.ERROR):
        assert close_due_scans(engine, EDITIONS, TODAY) == 1

    assert scan_of(engine, fine).closed_on == TODAY
    assert [scan_of(engine, s).closed_on for s in (broken, unknown)] == [None, None]
    assert [record.message for record in caplog.records] == [
        f"scan {broken.scan.id} is due and could not be closed: InputProblems",
        f"scan {unknown.scan.id} is due and could not be closed: KeyError",
    ]
    assert "geheim" not in caplog.text


def test_closing_what_is_due_frees_the_space_too_also_of_an_earlier_time(engine: Engine, answered: SetUp) -> None:
    closed(engine, answered)
    with begin_writing(engine) as session:
        due = add_scan(session, closes_on=YESTERDAY)

    assert close_due(engine, EDITIONS, TODAY) == 1

    with Session(engine) as session:
        assert all(find_measurement(session, set_up.scan.id) for set_up in (answered, due))
        assert list_erasures(session) == []


def test_closing_what_is_due_goes_on_when_space_cannot_be_freed(
    engine: Engine, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.closing.service.free_space", lambda _: False)
    with begin_writing(engine) as session:
        add_scan(session, closes_on=YESTERDAY)

    assert close_due(engine, EDITIONS, TODAY) == 1
    assert "tried again" in caplog.text


def test_a_scan_that_got_more_time_meanwhile_stays_open(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session, closes_on=TOMORROW)
    monkeypatch.setattr("app.store.closing.list_due_scans", lambda *_: [set_up.scan.id])

    assert close_due_scans(engine, EDITIONS, TODAY) == 0
    assert scan_of(engine, set_up).closed_on is None
