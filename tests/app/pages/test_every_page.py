"""Every page of the service, found by following the links, and looked at in a real browser."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page

from tests.app.page_client import PageClient
from tests.app.people import with_every_role
from tests.support.browser import accessibility_faults, scrolls_sideways

OWN_PAGES = (
    "/",
    "/vragenlijsten",
    "/vragenlijsten/inwoner",
    "/vragenlijsten/professional",
    "/vragenlijsten/organisatie",
    "/vragenlijsten/beleid",
    "/verantwoording",
    "/toegankelijkheid",
    "/privacy",
    "/privacy/verwerkingsregister",
    "/begrippen",
    "/handleiding",
    "/handleiding/coordinator",
    "/handleiding/adviseur",
    "/handleiding/moderator",
    "/handleiding/beheerder",
)
NOT_PAGES = re.compile(r"^/(healthz|readyz|metrics|\.well-known/.*|privacy/verwerkingsregister\.md|inloggen.*)$")
"""The last ones lead who is signed in to somewhere else; the others are files or for machines."""


def test_every_link_leads_to_a_page_or_a_file_that_exists(demo: PageClient) -> None:
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = demo.http.get(address)
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html"):
            waiting += demo.get(address).links()
    assert seen >= set(OWN_PAGES)


WANTS_A_CHOICE = "/vergelijken/naast-elkaar"
"""Without anything chosen it says that, above the list to choose from."""


def test_every_address_without_a_name_in_it_is_a_page_that_can_be_reached(demo_app: FastAPI) -> None:
    somebody = with_every_role(demo_app)
    known = demo_app.openapi()["paths"]
    files = re.compile(r"\{|\.csv$")
    paths = [path for path in known if "get" in known[path] and not files.search(path) and not NOT_PAGES.search(path)]
    assert {"/", "/meedoen", "/samenwerkingen", "/samenwerkingen/nieuw", "/verantwoording"} <= set(paths)
    for path in paths:
        somebody.get(path, 422 if path == WANTS_A_CHOICE else 200)


@pytest.mark.browser
@pytest.mark.parametrize("path", [*OWN_PAGES, "/bestaat-niet"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page_at_each_width: Page, demo_address: str, path: str) -> None:
    page_at_each_width.goto(demo_address + path)
    assert accessibility_faults(page_at_each_width) == []
    assert not scrolls_sideways(page_at_each_width)


@pytest.mark.browser
def test_the_keyboard_reaches_the_content_first_and_shows_where_it_is(page: Page, demo_address: str) -> None:
    page.goto(demo_address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Direct naar de inhoud"
    assert page.locator(":focus").bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outline")
    assert "3px" in outline
    assert "solid" in outline
