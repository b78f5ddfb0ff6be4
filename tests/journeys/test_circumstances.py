"""One page of each kind as somebody meets it who needs larger letters, the colours of the system, or no movement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.conftest import DESK, PATIENCE, PHONE, People
from tests.journeys.furniture import Furniture, furnish
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service
from tests.journeys.states import State
from tests.journeys.states_of_accounts import ACCOUNTS
from tests.journeys.states_of_answering import ANSWERING
from tests.journeys.states_of_managing import WITH_A_ROLE
from tests.support.browser import accessibility_faults, scrolls_sideways, watch

pytestmark = pytest.mark.browser

KINDS = (
    "a code",
    "the start for inwoner of a scan that is open",
    "screen 1 of inwoner",
    "screen 1 of professional",
    "a screen refused",
    "the check with a warning",
    "the thanks",
    "signing in refused",
    "the list",
    "a new scan refused",
    "the desk with answers",
    "an invitation for residents",
    "closing",
    "the result",
    "the window beleid",
    "the part continuum",
    "the part spiegel",
    "the part advies",
    "then and now",
    "results beside each other",
    "a page that does not exist",
)
"""A page with running text, forms, answers, faults, lists, counters, charts and tables, of everybody who uses it."""

STATES: dict[str, State] = {state.name: state for state in (*ANSWERING, *ACCOUNTS, *WITH_A_ROLE)}
TEXT_IS_DOUBLED = {"standard": 32, "fixed": 26}
OF_COLOUR = ("color-contrast",)
"""Cannot be measured here: the system replaces colours after a page could ask for them."""
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(element => {
    const style = getComputedStyle(element);
    if (!element.getClientRects().length || style.clipPath !== "none") return false;
    if (element.closest("svg, select, .app-visually-hidden, [aria-hidden=true]")) return false;
    const hides = style.overflowX === "hidden" || style.overflowX === "clip";
    return hides && element.scrollWidth > element.clientWidth + 1 && element.textContent.trim();
}).map(element => `${element.tagName} ${element.className}: ${element.textContent.trim().slice(0, 60)}`)"""
STICKING_OUT = """() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    const isInside = element => element.parentElement.closest("[role=region], .result-parts__list, svg");
    return [...document.querySelectorAll("body *")].filter(element => {
        const { left, right, width } = element.getBoundingClientRect();
        return width && (right > edge + 1 || left < -1) && !isInside(element);
    }).map(element => `${element.tagName} ${element.className}: ${element.textContent.trim().slice(0, 60)}`).slice(-4);
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter(element =>
    ["", "::before", "::after"].some(part => {
        const style = getComputedStyle(element, part || null);
        return [style.transitionDuration, style.animationDuration].some(time => parseFloat(time) > 0.001);
    })
).map(element => `${element.tagName} ${element.className}`)"""


@pytest.fixture(scope="module")
def furniture(running: Service) -> Furniture:
    return furnish(running)


@contextmanager
def somebody(browser: Browser, service: Service, screen: dict[str, Any], **likes: Any) -> Iterator[Respondent]:
    """A person whose browser is set the way that they need."""
    context = browser.new_context(**screen, locale="nl-NL", timezone_id="Europe/Amsterdam", **likes)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    watch(page)
    yield Respondent(page, service, taps=screen is PHONE)
    context.close()


def reach(person: Respondent, furniture: Furniture, kind: str) -> Page:
    """Be on the page of this kind."""
    state = STATES[kind]
    if state.role:
        person.page.context.add_cookies([person.service.signed_in(state.role, **state.where(furniture))])
    state.reach(person, furniture)
    person.page.wait_for_url(re.compile(address_of(state)))
    person.page.wait_for_load_state()
    return person.page


def address_of(state: State) -> str:
    """A pattern for the address of a state, whatever stands in it for a name."""
    path = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(state.address.partition("?")[0]))
    return rf"//[^/]+{path}(\?|#|$)"


@pytest.mark.parametrize("kind", KINDS)
def test_with_letters_of_twice_the_size_nothing_is_cut_off_or_runs_out_of_the_screen(
    browser: Browser, running: Service, furniture: Furniture, kind: str
) -> None:
    for screen in (DESK, PHONE):
        with somebody(browser, running, screen) as person:
            person.page.context.new_cdp_session(person.page).send("Page.setFontSizes", {"fontSizes": TEXT_IS_DOUBLED})
            page = reach(person, furniture, kind)
            assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") >= 32
            assert page.evaluate(STICKING_OUT) == []
            assert page.evaluate(CUT_OFF) == []
            assert accessibility_faults(page) == []


def test_words_are_not_broken_where_a_browser_knows_dutch(running: Service, people: People) -> None:
    """The components ask for it, and Firefox and Safari do it."""
    resident = people.new(Respondent)
    resident.goes_to(running.scan().link("inwoner"))
    for words in ("html", "h1", "p"):
        assert resident.page.locator(words).first.evaluate("place => getComputedStyle(place).hyphens") == "manual"


@pytest.mark.parametrize("kind", KINDS)
def test_in_the_colours_of_the_system_everything_can_be_read(
    browser: Browser, running: Service, furniture: Furniture, kind: str
) -> None:
    with somebody(browser, running, PHONE, forced_colors="active") as person:
        page = reach(person, furniture, kind)
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert accessibility_faults(page, without=OF_COLOUR) == []
        assert not scrolls_sideways(page)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_for_who_wants_no_movement(
    browser: Browser, running: Service, furniture: Furniture, kind: str
) -> None:
    with somebody(browser, running, DESK, reduced_motion="reduce") as person:
        page = reach(person, furniture, kind)
        assert page.evaluate(MOVING) == []
