"""What a reader is told of two scans with different editions."""

from __future__ import annotations

from typing import Any

import pytest

from app.collaborations.editions import Explained, ExplainedGroup, comparability
from app.results.pages.overview import build_overview
from app.results.reading import Reading
from app.results.record import read_record
from questionnaires import Edition
from questionnaires.library import open_edition
from questionnaires.publishing import start_edition
from tests.app.results.builders import EDITION, at_model, context, record
from tests.questionnaires.next_edition import COPY, FIRST, NEXT, stand_together


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    """The real edition, a copy under another name, and one in which much is another."""
    shelves = tmp_path_factory.mktemp("shelves")
    stand_together(shelves)
    start_edition(FIRST, COPY, shelves)
    return {FIRST: EDITION} | {one: open_edition(shelves, one) for one in (COPY, NEXT)}


def test_of_the_same_edition_there_is_nothing_to_say(editions: dict[str, Edition]) -> None:
    page = comparability(editions, FIRST, FIRST)

    assert (page.extent, page.sentence, page.stays, page.not_comparable) == ("same", "", (), ())


def test_a_copy_can_be_compared_as_a_whole(editions: dict[str, Edition]) -> None:
    page = comparability(editions, FIRST, COPY)

    assert page.extent == "whole"
    assert page.sentence == (
        f"De eerdere scan gebruikt editie {FIRST} van de vragenlijst, de latere editie {COPY}. Alles is te vergelijken."
    )
    assert page.not_comparable == ()


def test_of_another_edition_it_is_told_what_stays_and_what_does_not(editions: dict[str, Edition]) -> None:
    page = comparability(editions, FIRST, NEXT)

    assert page.extent == "part"
    assert "Een deel is niet te vergelijken en blijft leeg." in page.sentence
    assert page.stays[:4] == (
        "de plek op het continuüm",
        "2 van de 3 leerordes",
        "29 van de 31 dimensies",
        "14 van de 15 kenmerken van samenwerking",
    )
    assert (
        ExplainedGroup(
            "Leerordes", (Explained((EDITION.learning.orders[0].label,), "Een van de drie indicatoren is een andere."),)
        )
        in page.not_comparable
    )
    assert [group.heading for group in page.still_comparable] == [
        "Plek op het continuüm",
        "Dimensies",
        "Vragen",
        "Aanbevelingen",
    ]


def test_what_is_new_or_gone_is_told_with_the_edition_that_lacks_it(editions: dict[str, Edition]) -> None:
    told = {
        label: thing.reason
        for group in comparability(editions, FIRST, NEXT).not_comparable
        for thing in group.things
        for label in thing.labels
    }

    assert (
        told["Organisatie: Wie bij ons samenwerkt, heeft een vaste plek om elkaar te ontmoeten."]
        == f"Staat niet in editie {FIRST}."
    )
    assert told["Breek de financiële schotten af"] == f"Staat niet in editie {NEXT}."


@pytest.mark.parametrize(
    ("earlier", "later"),
    [(NEXT, FIRST), (COPY, NEXT), ("integraal-werken/2019.1", NEXT), (FIRST, "integraal-werken/2019.1")],
    ids=["the wrong way round", "not mentioned", "an edition that is gone", "a later edition that is gone"],
)
def test_editions_that_say_nothing_of_each_other_cannot_be_compared(
    earlier: str, later: str, editions: dict[str, Edition]
) -> None:
    page = comparability(editions, earlier, later)

    assert page.extent == "none"
    assert page.sentence.endswith("Deze edities zijn niet met elkaar te vergelijken.")
    assert page.stays == ()


def test_a_record_of_an_earlier_edition_can_be_read_with_the_later_one(editions: dict[str, Edition]) -> None:
    moved = editions[NEXT].as_own(record(at_model(4), ambition=6))
    assert moved is not None

    reading = Reading(read_record(moved), editions[NEXT])

    assert reading.record.result.edition == NEXT
    shown = reading.record.result.windows["organisatie"]
    assert shown.status == "shown"
    assert tuple(shown.dimensions) == editions[NEXT].dimension_ids("organisatie")
    assert build_overview(context(reading)).title


def test_a_record_of_the_edition_itself_stays_and_one_of_a_stranger_is_none(editions: dict[str, Edition]) -> None:
    found: dict[str, Any] = record(at_model(4))

    assert EDITION.as_own(found) == found
    assert editions[COPY].as_own({**found, "result": {**found["result"], "edition": NEXT}}) is None
