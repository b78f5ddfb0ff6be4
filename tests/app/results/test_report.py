"""The whole result as one document that stands alone."""

from __future__ import annotations

import re

import pytest

from app.results.report import render_report
from tests.app.page_client import Element, inspected
from tests.app.results.builders import EDITION, at_model, everybody, mixed, record, with_policy

HEADERS = dict.fromkeys(
    ("content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy", "cache-control"), ""
) | {"content-type": "text/html"}

SITUATIONS = {
    "everybody": everybody(),
    "two windows": at_model(6),
    "mixed": mixed(),
    "policy only": with_policy([]),
    "nobody": [],
}


@pytest.mark.parametrize("responses", SITUATIONS.values(), ids=SITUATIONS.keys())
def test_the_document_is_a_good_page_with_all_style_inside(responses: list[object]) -> None:
    html = render_report(record(responses, ambition=6), EDITION)  # type: ignore[arg-type]
    inspected(html, HEADERS, skip=("keeps_style_and_script_in_files",))


def test_the_document_asks_nothing_of_any_other_place() -> None:
    page = document()
    assert not page.all("script", "link", "img", "iframe", "object", "embed")
    assert all(link["href"].startswith("#") for link in page.all("a"))
    style = page.one("style").text
    assert "url(" not in style
    assert "@import" not in style
    names = {name for element in page.all() for name in element.attributes}
    assert {name for name in names if name.startswith(("hx-", "on", "data-"))} <= {"data-label"}  # words for a phone


def test_every_chart_of_the_document_has_its_drawings_and_its_table() -> None:
    figures = document().all("figure")
    assert len(figures) == 16
    for figure in figures:
        assert len([drawing for drawing in figure.all("svg") if drawing.get("role") == "img"]) == 2
        assert figure.parent is not None
        assert len(figure.parent.all("table")) == 1


def test_the_document_holds_every_part_of_the_result_and_its_source() -> None:
    page = document()
    parts = [section.get("id") for section in page.all("section") if section.get("class") == "result-part"]
    assert parts == [
        "overzicht",
        "vensters-inwoner",
        "vensters-professional",
        "vensters-organisatie",
        "vensters-beleid",
        "continuum",
        "leerordes",
        "spiegel",
        "advies",
        "verantwoording",
    ]
    assert "Gebaseerd op: Binkhorst, J. (2021)" in page.text


def test_the_same_result_gives_the_same_document() -> None:
    stored = record(everybody(), ambition=6)
    assert render_report(stored, EDITION) == render_report(stored, EDITION)


def test_text_of_the_content_is_escaped_in_the_drawings() -> None:
    html = render_report(record(everybody(), ambition=6), EDITION)
    assert not re.search(r"&(?!amp;|lt;|gt;|quot;|#)", html)


def document() -> Element:
    html = render_report(record(everybody(), ambition=6), EDITION)
    return inspected(html, HEADERS, skip=("keeps_style_and_script_in_files",))
