"""The story of the method page carries one example through, with the numbers that the scoring gives it."""

from __future__ import annotations

import re

import pytest

from app.demo import demo_documents, demo_record
from app.pages.service import METHOD_SECTIONS, WORKED_SCAN
from app.pages.worked import Worked, worked_example
from app.results.reading import Reading
from app.results.record import read_record
from app.web.formatting import number
from questionnaires import load_current
from tests.app.page_client import Element, PageClient

WORDS_PER_MINUTE = 180


@pytest.fixture(scope="module")
def reading() -> Reading:
    edition = load_current()
    return Reading(read_record(demo_record(edition, demo_documents(edition)[WORKED_SCAN])), edition)


@pytest.fixture(scope="module")
def worked() -> Worked:
    edition = load_current()
    document = demo_documents(edition)[WORKED_SCAN]
    return worked_example(edition, document, demo_record(edition, document))


def story(page: Element) -> Element:
    (section,) = [section for section in page.all("section") if section.get("aria-labelledby") == "verhaal"]
    return section


def test_the_answers_are_those_that_were_given(worked: Worked) -> None:
    known = sum(one.people for one in worked.chosen)
    assert known + worked.unknown == worked.people
    assert worked.mean == pytest.approx(100 * sum(one.people * one.counts_for for one in worked.chosen) / known)
    assert abs(worked.shown_mean - worked.mean) <= 2.5


def test_the_feature_is_what_the_windows_say_by_their_weight(worked: Worked) -> None:
    assert [share.weight for share in worked.shares] == sorted((share.weight for share in worked.shares), reverse=True)
    mean = sum(share.weight * share.value for share in worked.shares) / sum(share.weight for share in worked.shares)
    assert abs(worked.value - mean) <= 5  # each of them is told in steps of five


def test_the_place_and_the_advice_are_those_of_the_result(worked: Worked, reading: Reading) -> None:
    result = reading.record.result
    assert (worked.position, worked.low, worked.high) == (
        result.continuum.position,
        result.continuum.low,
        result.continuum.high,
    )
    assert reading.recommendation(result.advice[worked.rank - 1].id).title == worked.advice


def test_the_page_tells_these_numbers(demo: PageClient, worked: Worked) -> None:
    text = story(demo.get("/verantwoording")).text
    for told in (
        f"‘{worked.question}’",
        f"maal honderd, is {number(worked.mean)}.",
        f"In de uitslag staat hier {number(worked.shown_mean)}",
        f"Samen komt het kenmerk op {number(worked.value)} van de 100",
        f"Hier is dat {number(worked.position, 1)}",
        f"van {number(worked.low, 1)} tot {number(worked.high, 1)}",
        f"Op nummer {worked.rank} staat hier: ‘{worked.advice}’",
        f"een prioriteit van {number(worked.priority)} van de 100",
    ):
        assert told in text


def test_it_takes_no_longer_than_it_says(demo: PageClient) -> None:
    page = demo.get("/verantwoording")
    assert "leest u in vijf minuten" in page.text
    words = " ".join(part.text for part in story(page).all("h2", "h3", "p", "li", "td") if not _in_figure(part))
    assert 3 <= len(re.findall(r"\w+", words)) / WORDS_PER_MINUTE <= 5


def _in_figure(part: Element) -> bool:
    return any(ancestor.tag == "figure" for ancestor in part.ancestors())


def test_its_example_can_be_opened_where_there_are_examples(demo: PageClient, service: PageClient) -> None:
    assert f"/scans/{WORKED_SCAN}" in story(demo.get("/verantwoording")).links()
    without = story(service.get("/verantwoording"))
    assert without.links() == []
    assert len(without.all("figure")) == 2


def test_formulas_are_folded_away(demo: PageClient) -> None:
    page = demo.get("/verantwoording")
    formulas = [one for one in page.all("details") if one.get("class") == "app-formula"]
    assert len(formulas) >= 8
    assert [one for one in formulas if one.get("open") is not None] == []
    assert all(one.one("summary").text.startswith("Formule: ") for one in formulas)


def test_every_part_can_be_linked_to(demo: PageClient) -> None:
    page = demo.get("/verantwoording")
    for place, heading in METHOD_SECTIONS.items():
        assert page.by_id(place).text == heading
