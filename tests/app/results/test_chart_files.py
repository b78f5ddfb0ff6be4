"""The charts of a result as files: for whoever may read the page, with its numbers, and saying where they are from."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

from tests.app.page_client import PageClient
from tests.app.results.builders import EDITION

HOUTEN = "/scans/voorbeeld-houten-fase-2"
PARTS = ("", "/vensters/professional", "/continuum", "/leerordes", "/spiegel")
PAGES = (*(HOUTEN + part for part in PARTS), f"{HOUTEN}/verloop", "/vergelijken/voorbeelden")


def files_on(demo: PageClient, address: str) -> list[str]:
    """Where the files of the charts on a page are."""
    return [link for link in demo.get(address).one("main").links() if "/grafieken/" in link]


@pytest.mark.parametrize("address", PAGES)
def test_every_chart_on_a_page_can_be_taken_along_in_three_forms(demo: PageClient, address: str) -> None:
    page = demo.get(address)
    drawings = [one for one in page.all("svg") if one.get("role") == "img"]
    files = files_on(demo, address)
    figures = len(page.all("figure"))
    small_radars = len(drawings) - 2 * figures  # a figure has a wide and a narrow drawing
    assert figures
    assert len(files) == 3 * (figures + small_radars)
    for link in files:
        answer = demo.http.get(link)
        assert answer.status_code == 200
        if ".svg" in link:
            ET.fromstring(answer.content)
            assert answer.headers["content-type"].startswith("image/svg+xml")
        if ".csv" in link:
            assert answer.content.decode("utf-8-sig").count(";") > 3
        if ".json" in link:
            assert json.loads(answer.content)["data"]
        else:
            assert answer.headers["content-disposition"].startswith("attachment; filename=")
            words = " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())  # a line in a drawing may break anywhere
            assert "Binkhorst (2021)" in words
            assert "de antwoorden zijn bedacht" in words


def test_the_button_that_makes_a_picture_is_hidden_until_the_browser_can(demo: PageClient) -> None:
    buttons = [one for one in demo.get(HOUTEN).all("button") if one.get("data-picture-of")]
    assert buttons
    for button in buttons:
        assert button.parent is not None
        assert button.parent.get("hidden") is not None
        assert button["data-picture-of"].endswith(".svg")


def test_a_file_is_named_after_the_scan_and_says_what_it_is_of(demo: PageClient) -> None:
    answer = demo.http.get(f"{HOUTEN}/grafieken/plek.svg")
    name = "grafiek-plek-gemeente-houten-op-koers-einde-fase-2.svg"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert "no-cache" in answer.headers["cache-control"]
    for part in ("Gemeente Houten", "Op Koers", "Einde fase 2", f"Editie {EDITION.id}"):
        assert part in answer.text


def test_a_file_has_no_number_that_is_finer_than_on_the_page(demo: PageClient) -> None:
    for chart in ("vensters", "venster-professional", "kenmerken", "spiegel", "leerordes"):
        page = "".join(demo.get(HOUTEN + part).text for part in PARTS)
        cells = demo.http.get(f"{HOUTEN}/grafieken/{chart}.csv").content.decode("utf-8-sig")
        numbers = set(re.findall(r"(?<![\d,.])\d+(?:,\d+)?(?![\d.])", cells))
        assert numbers <= set(re.findall(r"\d+(?:,\d+)?", page))


@pytest.mark.parametrize("ending", ["json", "svg", "csv"])
def test_what_is_no_chart_is_not_found_in_any_form(demo: PageClient, ending: str) -> None:
    for root in (HOUTEN, f"{HOUTEN}/verloop", "/vergelijken/voorbeelden"):
        assert demo.http.get(f"{root}/grafieken/taart.{ending}").status_code == 404


def test_another_form_does_not_exist(demo: PageClient) -> None:
    assert demo.http.get(f"{HOUTEN}/grafieken/plek.exe").status_code in {404, 422}


@pytest.mark.browser
def test_the_browser_makes_a_picture_twice_as_large_as_the_drawing(page: Page, demo_address: str) -> None:
    page.goto(demo_address + HOUTEN)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.locator(".chart-files summary").first.click()
    with page.expect_download() as kept:
        page.get_by_role("button", name="Afbeelding (PNG)").first.click()
    assert kept.value.suggested_filename == "grafiek-plek-gemeente-houten-op-koers-einde-fase-2.png"
    content = kept.value.path().read_bytes()
    assert content.startswith(b"\x89PNG")
    drawing = ET.fromstring(page.request.get(f"{demo_address}{HOUTEN}/grafieken/plek.svg").body())
    width = int.from_bytes(content[16:20], "big")
    assert abs(width - 2 * float(drawing.get("width") or 0)) <= 2
    assert faults == []


@pytest.mark.browser
def test_without_javascript_there_is_no_button_that_does_nothing(browser: Browser, demo_address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_address + HOUTEN)
    page.locator(".chart-files summary").first.click()
    assert page.get_by_role("link", name="Tekening (SVG)").first.is_visible()
    assert page.get_by_role("button", name="Afbeelding (PNG)").count() == 0
    context.close()
