"""The questions in a real browser: at every width, by keyboard, with and without JavaScript, and without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from app.config import load_settings
from app.main import create_app
from tests.app.page_client import PageClient
from tests.app.responding.answers import stored
from tests.app.responding.visitors import set_up_scan
from tests.app.scans import SetUp
from tests.support.browser import accessibility_faults, scrolls_sideways
from tests.support.server import serve

pytestmark = pytest.mark.browser


@pytest.fixture
def app(tmp_path: Path) -> Iterator[FastAPI]:
    app = create_app(load_settings(database_url=f"sqlite:///{tmp_path / 'browser.sqlite3'}", assets="local"))
    with PageClient(app).http:
        yield app


@pytest.fixture
def set_up(app: FastAPI) -> SetUp:
    return set_up_scan(app)


@pytest.fixture
def address(app: FastAPI, set_up: SetUp) -> Iterator[str]:  # noqa: ARG001 - the scan is there before the service runs
    with serve(app) as address:
        yield address


def begin(page: Page, address: str, set_up: SetUp, window: str) -> str:
    """Come in by the link, begin, and return where the pages of this window stand."""
    page.goto(address + set_up.link(window))
    page.get_by_role("radio").first.check()
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_role("button", name="Begin met de vragen").click()
    expect(page).to_have_url(f"{address}{set_up.path(window)}/stap/1")
    return address + set_up.path(window)


@pytest.mark.parametrize("window", ["inwoner", "beleid"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    page_at_each_width: Page, address: str, set_up: SetUp, window: str
) -> None:
    page = page_at_each_width
    home = begin(page, address, set_up, window)
    for part in ["stap/1", "stap/2"] + (["stap/7", "stap/9", "stap/10", "stap/11"] if window == "beleid" else []):
        page.goto(f"{home}/{part}")
        option = page.locator(".question-option").first
        option.click()
        expect(page.locator(".question-saved").first).to_have_text("Opgeslagen")
        assert option.bounding_box()["height"] >= 44
        assert accessibility_faults(page) == []
        assert not scrolls_sideways(page)
    page.get_by_role("textbox").fill("Bel 06-12345678") if window == "inwoner" else None
    page.goto(f"{home}/controle")
    assert accessibility_faults(page) == []
    assert not scrolls_sideways(page)
    page.get_by_role("button", name="ersturen").click()
    expect(page).to_have_url(f"{home}/bedankt")
    assert accessibility_faults(page) == []


def test_a_tap_saves_and_stays_and_the_button_goes_on(page: Page, app: FastAPI, address: str, set_up: SetUp) -> None:
    home = begin(page, address, set_up, "inwoner")
    page.get_by_text("Soms", exact=True).click()
    expect(page.get_by_role("status").first).to_have_text("Opgeslagen")
    assert stored(app)[0] == {"inw_samenhang_1": 1 / 3}
    expect(page).to_have_url(f"{home}/stap/1")
    page.get_by_role("button", name="Volgende").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vraag 2 van 14")
    page.get_by_role("button", name="Vorige").click()
    expect(page.get_by_label("Soms")).to_be_checked()


def test_arrow_keys_choose_and_save_and_never_go_on_by_themselves(
    page: Page, app: FastAPI, address: str, set_up: SetUp
) -> None:
    home = begin(page, address, set_up, "inwoner")
    page.get_by_label("Nooit").focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Altijd")).to_be_checked()
    expect(page.get_by_role("status").first).to_have_text("Opgeslagen")
    expect(page).to_have_url(f"{home}/stap/1")
    page.wait_for_load_state("networkidle")
    assert stored(app)[0] == {"inw_samenhang_1": 1.0}
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{home}/stap/2")
    assert stored(app)[0] == {"inw_samenhang_1": 1.0}


def test_what_is_written_is_saved_while_writing(page: Page, app: FastAPI, address: str, set_up: SetUp) -> None:
    home = begin(page, address, set_up, "professional")
    page.goto(f"{home}/stap/1")
    page.get_by_role("textbox").press_sequentially("Wij zien elkaar.")
    expect(page.get_by_role("status").last).to_have_text("Opgeslagen")
    assert stored(app)[1] == {"pro_visie": "Wij zien elkaar."}


def test_an_answer_is_wiped_with_its_own_button(page: Page, app: FastAPI, address: str, set_up: SetUp) -> None:
    begin(page, address, set_up, "inwoner")
    expect(page.get_by_role("button", name="Antwoord wissen")).to_be_hidden()
    page.get_by_text("Soms", exact=True).click()
    expect(page.get_by_role("status").first).to_have_text("Opgeslagen")
    page.get_by_role("button", name="Antwoord wissen").click()
    expect(page.get_by_label("Soms")).not_to_be_checked()
    assert stored(app)[0] == {}


def test_without_a_network_it_says_so_and_saves_when_the_network_is_back(
    browser: Browser, app: FastAPI, address: str, set_up: SetUp
) -> None:
    context = browser.new_context()
    page = context.new_page()
    begin(page, address, set_up, "inwoner")
    context.set_offline(True)
    page.get_by_text("Soms", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Niet opgeslagen: er is geen verbinding")
    assert stored(app)[0] == {}
    context.set_offline(False)
    expect(page.get_by_role("status").first).to_have_text("Opgeslagen")
    assert stored(app)[0] == {"inw_samenhang_1": 1 / 3}
    context.close()


def test_what_could_not_be_saved_goes_with_the_button_also_when_it_was_the_first_choice(
    browser: Browser, app: FastAPI, address: str, set_up: SetUp
) -> None:
    context = browser.new_context()
    page = context.new_page()
    home = begin(page, address, set_up, "inwoner")
    page.get_by_text("Soms", exact=True).click()
    expect(page.get_by_role("status").first).to_have_text("Opgeslagen")
    page.reload()
    page.get_by_text("Vaak", exact=True).click()
    expect(page.get_by_role("status").first).to_have_text("Opgeslagen")
    page.route("**/antwoorden/*", lambda route: route.fulfill(status=500, body="stuk"))
    page.get_by_text("Soms", exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Niet opgeslagen: er ging bij ons iets mis")
    page.get_by_role("button", name="Volgende").click()
    expect(page).to_have_url(f"{home}/stap/2")
    assert stored(app)[0] == {"inw_samenhang_1": 1 / 3}
    context.close()


def test_a_refused_answer_is_said_at_its_question(browser: Browser, app: FastAPI, address: str, set_up: SetUp) -> None:
    context = browser.new_context()
    page = context.new_page()
    home = begin(page, address, set_up, "beleid")
    page.goto(f"{home}/stap/11")
    for number in range(3):
        page.get_by_role("checkbox").nth(number).check()
    expect(page.get_by_role("status")).to_have_text("Opgeslagen")
    page.get_by_role("checkbox").nth(3).check()
    expect(page.get_by_role("status")).to_contain_text("Niet opgeslagen: kies er hoogstens drie")
    page.get_by_role("checkbox").nth(0).uncheck()
    expect(page.get_by_role("status")).to_have_text("Opgeslagen")
    assert len(stored(app)[0]["bel_belemmeringen_1"]) == 3
    context.close()


def test_everything_works_without_javascript(browser: Browser, app: FastAPI, address: str, set_up: SetUp) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    home = begin(page, address, set_up, "inwoner")
    for number in range(1, 15):
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Vraag {number} van 14")
        page.get_by_text("Vaak", exact=True).click()
        page.get_by_role("button", name="Naar het overzicht" if number == 14 else "Volgende").click()
    expect(page.get_by_text("14 van de 14 vragen")).to_be_visible()
    assert set(stored(app)[0].values()) == {2 / 3}
    page.get_by_role("button", name="Versturen").click()
    expect(page).to_have_url(f"{home}/bedankt")
    context.close()
