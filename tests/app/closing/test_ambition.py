"""The ambition: every choice is a version of the result, made from the measurement and never from the answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlmodel import Session, col, delete

from app.closing.ambition import LONGEST_REASON, SHORTEST_REASON, set_ambition
from app.closing.service import close_scan
from app.collaborations.wanted import NotAcceptedError
from app.db import Engine, begin_writing, make_engine, migration
from app.models import Response, Result
from app.municipalities import load_municipalities
from app.store.results import list_results
from app.store.scans import find_scan
from app.web.errors import Refusal
from questionnaires import load_current
from scoring import Response as Given
from scoring import frozen_record, score_scan
from tests.app.scans import SetUp, add_response, add_scan, full_answers

EDITION = load_current()
TODAY, NOW = date(2026, 6, 30), datetime(2026, 7, 2, 9, 30, tzinfo=UTC)
REASON = "Deze inwoners hebben op meer terreinen steun nodig."
VALUES = (0.0, 0.25, 0.5, 0.5, 0.75, 1.0)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    migration.upgrade(engine)
    with begin_writing(engine) as session:
        load_municipalities(session)
    yield engine
    engine.dispose()


@pytest.fixture
def measured(engine: Engine) -> SetUp:
    """A closed scan of six professionals, without any of their answers left in the database."""
    with begin_writing(engine) as session:
        set_up = add_scan(session)
        for value in VALUES:
            add_response(session, set_up, "professional", answers=full_answers("professional", value))
        close_scan(session, {EDITION.id: EDITION}, set_up.scan.id, TODAY)
        session.exec(delete(Response).where(col(Response.scan_id) == set_up.scan.id))
    return set_up


def choose(engine: Engine, set_up: SetUp, ambition: int | None, reason: str = REASON) -> int:
    with begin_writing(engine) as session:
        return set_ambition(session, set_up.scan.id, ambition, reason, NOW)


def versions(engine: Engine, set_up: SetUp) -> list[Result]:
    with Session(engine) as session:
        return list(list_results(session, set_up.scan.id))


@pytest.mark.parametrize("ambition", range(1, 8))
def test_a_chosen_ambition_gives_the_record_that_the_answers_would_have_given(
    engine: Engine, measured: SetUp, ambition: int
) -> None:
    assert choose(engine, measured, ambition) == 2

    given = [Given("professional", "sociaal_team", full_answers("professional", value)) for value in VALUES]
    kept: dict[str, Any] = versions(engine, measured)[-1].record
    scored = frozen_record(score_scan(EDITION.instrument, given, ambition=ambition))
    assert kept["result"]["advice"]
    assert kept["result"]["ambition"] == ambition
    assert kept["result"]["continuum"]["missing"] == scored["result"]["continuum"]["missing"]
    assert [one["id"] for one in kept["result"]["advice"]] == [one["id"] for one in scored["result"]["advice"]]
    assert kept["insight"] == scored["insight"]


def test_a_version_says_when_it_was_made_with_what_and_why(engine: Engine, measured: SetUp) -> None:
    choose(engine, measured, 6)

    first, second = versions(engine, measured)
    assert (second.version, second.ambition, second.ambition_reason) == (2, 6, REASON)
    assert (second.edition, second.method) == (first.edition, first.method)
    assert second.created_at.replace(tzinfo=UTC) == NOW


def test_earlier_versions_stay_exactly_as_they_were(engine: Engine, measured: SetUp) -> None:
    choose(engine, measured, 6)
    before = [version.model_dump() for version in versions(engine, measured)]
    choose(engine, measured, 4, "Bij nader inzien is dit genoeg.")

    assert [version.model_dump() for version in versions(engine, measured)][:2] == before
    assert versions(engine, measured)[-1].ambition == 4


def test_the_same_ambition_with_the_same_reason_adds_nothing(engine: Engine, measured: SetUp) -> None:
    assert [choose(engine, measured, 6), choose(engine, measured, 6)] == [2, 2]
    assert len(versions(engine, measured)) == 2


def test_the_same_ambition_with_another_reason_is_a_version(engine: Engine, measured: SetUp) -> None:
    assert [choose(engine, measured, 6), choose(engine, measured, 6, "De raad vroeg hierom.")] == [2, 3]


def test_an_ambition_that_is_withdrawn_leaves_the_record_that_was_there_first(engine: Engine, measured: SetUp) -> None:
    choose(engine, measured, 6)
    assert choose(engine, measured, None, "De raad besluit na de zomer.") == 3

    first, _, third = versions(engine, measured)
    assert third.ambition is None
    assert third.ambition_reason == "De raad besluit na de zomer."
    assert third.record == first.record


@pytest.mark.parametrize("ambition", [0, 8, -1])
def test_an_ambition_that_is_no_model_is_refused(engine: Engine, measured: SetUp, ambition: int) -> None:
    with pytest.raises(NotAcceptedError) as refused:
        choose(engine, measured, ambition)

    assert [error.field for error in refused.value.errors] == ["ambition"]
    assert len(versions(engine, measured)) == 1


@pytest.mark.parametrize(
    ("length", "fits"),
    [
        (0, False),
        (SHORTEST_REASON - 1, False),
        (SHORTEST_REASON, True),
        (LONGEST_REASON, True),
        (LONGEST_REASON + 1, False),
    ],
)
def test_a_reason_has_a_length(engine: Engine, measured: SetUp, length: int, fits: bool) -> None:
    if fits:
        assert choose(engine, measured, 6, "é" * length) == 2
        return
    with pytest.raises(NotAcceptedError) as refused:
        choose(engine, measured, 6, "é" * length)
    assert [error.field for error in refused.value.errors] == ["reason"]
    assert len(versions(engine, measured)) == 1


def test_a_scan_that_is_open_has_no_ambition(engine: Engine) -> None:
    with begin_writing(engine) as session:
        set_up = add_scan(session)

    with pytest.raises(Refusal) as refused:
        choose(engine, set_up, 6)

    assert (refused.value.status, versions(engine, set_up)) == (409, [])


def test_the_ambition_of_a_scan_that_was_put_away_stays_as_it_is(engine: Engine, measured: SetUp) -> None:
    with begin_writing(engine) as session:
        found = find_scan(session, measured.scan.id)
        assert found is not None
        found.scan.archived_on = TODAY

    with pytest.raises(Refusal) as refused:
        choose(engine, measured, 6)

    assert refused.value.status == 409
    assert len(versions(engine, measured)) == 1


def test_a_scan_that_does_not_exist_has_no_ambition(engine: Engine) -> None:
    with pytest.raises(Refusal) as refused, begin_writing(engine) as session:
        set_ambition(session, "bestaat-niet", 6, REASON, NOW)

    assert refused.value.status == 404


def test_several_who_choose_at_once_each_make_a_version(engine: Engine, measured: SetUp) -> None:
    start = threading.Barrier(4)

    def together(ambition: int) -> int:
        start.wait()
        return choose(engine, measured, ambition)

    with ThreadPoolExecutor(4) as pool:
        made = sorted(pool.map(together, (3, 4, 5, 6)))

    assert made == [2, 3, 4, 5]
    assert [version.version for version in versions(engine, measured)] == [1, 2, 3, 4, 5]


def test_several_who_send_the_same_form_at_once_make_one_version(engine: Engine, measured: SetUp) -> None:
    start = threading.Barrier(4)

    def together(_: int) -> int:
        start.wait()
        return choose(engine, measured, 6)

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(together, range(4))) == [2, 2, 2, 2]

    assert len(versions(engine, measured)) == 2
