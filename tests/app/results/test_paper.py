"""The whole result on paper: what is on it, and how a browser cuts it into sheets."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from tests.app.page_client import PageClient

HOUTEN = "/scans/voorbeeld-houten-fase-1/afdrukken"


def test_the_title_page_says_what_it_is_about(demo: PageClient) -> None:
    title = next(one for one in demo.get(HOUTEN).all("header") if one.get("class") == "paper-title")
    for part in ("Uitslag Op Koers", "Gemeente Houten", "Einde fase 1", "Gesloten op", "Voorbeeldgegevens", "Ambitie"):
        assert part in title.text


def test_every_part_stands_in_order_and_the_source_stands_last(demo: PageClient) -> None:
    page = demo.get(HOUTEN)
    parts = [one["id"] for one in page.all("section") if (one.get("class") or "").startswith("result-part")]
    assert parts == [
        "overzicht",
        *(f"vensters-{window}" for window in ("inwoner", "professional", "organisatie", "beleid")),
        "continuum",
        "leerordes",
        "spiegel",
        "advies",
        "verantwoording",
    ]
    assert page.one("footer").text.startswith("Gebaseerd op: Binkhorst, J. (2021)")


def test_nothing_on_paper_leads_elsewhere_or_is_folded_away(demo: PageClient) -> None:
    page = demo.get(HOUTEN)
    paper = page.one("main")
    assert all(link["href"].startswith("#") for link in paper.all("a"))
    assert not page.all("nav")
    assert not page.all("script")
    assert all(details.get("open") is not None for details in paper.all("details"))


def test_all_thirty_recommendations_and_all_questions_are_on_paper(demo: PageClient) -> None:
    page = demo.get(HOUTEN)
    named = {one["id"] for one in page.all("article", "li") if re.fullmatch(r"R\d\d", one.get("id") or "")}
    assert len(named) >= 25
    assert len([row for table in page.all("table") if "Vragen over" in table.text for row in table.all("tr")]) > 100


@pytest.mark.browser
def test_a_browser_prints_it_on_sheets_that_are_not_one_box(page: Page, demo_address: str) -> None:
    page.goto(demo_address + HOUTEN)
    printed = page.pdf(prefer_css_page_size=True)
    sheets = len(re.findall(rb"/Type\s*/Page\b", printed))
    assert 20 <= sheets <= 70
    page.emulate_media(media="print")
    root = page.evaluate("getComputedStyle(document.documentElement).containerType")
    assert root == "normal"
    assert page.locator(".paper-help").is_hidden()
    assert page.locator(".result-figure__wide").first.is_visible()
    assert page.locator(".result-figure__narrow").first.is_hidden()
