"""Every kind of page in every state: axe finds nothing, nothing scrolls sideways, who answers meets no third party."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from app.config import load_settings
from app.main import create_app
from tests.journeys.conftest import People
from tests.journeys.coordinator import Coordinator
from tests.journeys.furniture import Furniture, furnish
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service
from tests.journeys.states import State
from tests.journeys.states_of_accounts import ACCOUNTS
from tests.journeys.states_of_answering import ANSWERING, ANSWERING_BY_OWN_LINK
from tests.journeys.states_of_house_style import (
    ANSWERED,
    ANSWERING_IN_OWN_STYLE,
    CHOOSING,
    MANAGED,
    READ,
    STAFF_IN_OWN_STYLE,
)
from tests.journeys.states_of_managing import WITH_A_ROLE
from tests.journeys.states_of_paper import TYPING_OVER
from tests.support.browser import HEIGHT, WIDTHS, accessibility_faults, scrolls_sideways
from tests.support.server import serve

LOOKED_AT_ELSEWHERE = (
    *("/", "/vragenlijsten", "/vragenlijsten/{window}", "/verantwoording", "/toegankelijkheid"),
    *("/privacy", "/privacy/verwerkingsregister", "/begrippen", "/handleiding", "/handleiding/{name}"),
)
"""Pages without a scan: tests/app/pages."""
NO_PAGES = re.compile(
    r"^/(?:healthz|readyz|metrics|\.well-known/security\.txt)$|^/inloggen/openid|^/[mvu]/\{code\}$"
    r"|\.(?:csv|json|svg|md|css|\{ending\}|\{form\})$|/verder$|/versies/\{version\}/"
)
"""Files, links that lead on at once, and the pages of an earlier version, which are those of the latest."""


IN_OWN_STYLE = {*STAFF_IN_OWN_STYLE, *ANSWERING_IN_OWN_STYLE}
IN_OTHER_COLOURS = (390,)


@pytest.fixture(scope="module")
def with_cdn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service whose management pages take htmx from elsewhere."""
    database = tmp_path_factory.mktemp("cdn") / "cdn.sqlite3"
    app = create_app(load_settings(database_url=f"sqlite:///{database}", assets="cdn"))
    with serve(app) as address:
        yield Service(app, address)


@pytest.fixture(scope="module")
def furniture(running: Service) -> Furniture:
    return furnish(running)


@pytest.fixture(scope="module")
def furniture_with_cdn(with_cdn: Service) -> Furniture:
    return furnish(with_cdn)


def test_every_address_of_the_service_is_among_the_states(running: Service) -> None:
    states = (*WITH_A_ROLE, *CHOOSING, *ACCOUNTS, *ANSWERING, *TYPING_OVER)
    listed = {state.address.partition("?")[0] for state in states} | set(LOOKED_AT_ELSEWHERE)
    paths = running.app.openapi()["paths"]
    assert [path for path in paths if "get" in paths[path] and not NO_PAGES.search(path) and path not in listed] == []


def test_every_kind_of_page_is_looked_at_in_an_own_style_too() -> None:
    """A state that gets another name is not forgotten."""
    assert len(STAFF_IN_OWN_STYLE) == len(MANAGED) + len(READ)
    assert len(ANSWERING_IN_OWN_STYLE) == len(ANSWERED)


def named(state: State) -> str:
    return state.name.replace(" ", "-")


@pytest.mark.browser
@pytest.mark.parametrize("state", [*WITH_A_ROLE, *CHOOSING, *STAFF_IN_OWN_STYLE, *ACCOUNTS], ids=named)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(people: People, furniture: Furniture, state: State) -> None:
    assert faults_of(people.new(Respondent), furniture, state) == []


@pytest.mark.browser
@pytest.mark.parametrize(
    "state", [*ANSWERING, *ANSWERING_BY_OWN_LINK, *ANSWERING_IN_OWN_STYLE, *TYPING_OVER], ids=named
)
def test_who_answers_meets_no_fault_and_no_third_party_either(
    browser: Browser, with_cdn: Service, furniture_with_cdn: Furniture, state: State
) -> None:
    people = People(browser, with_cdn)
    assert faults_of(people.new(Respondent), furniture_with_cdn, state) == []
    assert people.leave() == []


@pytest.mark.browser
def test_who_manages_does_meet_it_where_that_is_chosen(
    browser: Browser, with_cdn: Service, furniture_with_cdn: Furniture
) -> None:
    people = People(browser, with_cdn)
    people.new(Coordinator).goes_to(f"/scans/{furniture_with_cdn.open.scan.id}/beheer")
    assert [fault for fault in people.leave() if fault.startswith("asked another host")]


def faults_of(person: Respondent, furniture: Furniture, state: State) -> list[str]:
    """What is wrong with a state of a page at any width; where only its colours are others, at one."""
    if state.role:
        person.page.context.add_cookies([person.service.signed_in(state.role, **state.where(furniture))])
    state.reach(person, furniture)
    is_there(person, state)
    faults = []
    for width in IN_OTHER_COLOURS if state in IN_OWN_STYLE else WIDTHS:
        person.page.set_viewport_size({"width": width, "height": HEIGHT})
        faults += [f"at {width} pixels: {fault}" for fault in accessibility_faults(person.page)]
        if scrolls_sideways(person.page):
            faults.append(f"at {width} pixels it scrolls sideways")
    return faults


def is_there(person: Respondent, state: State) -> None:
    """What is looked at is the page that was meant."""
    pattern = re.sub(r"\\{\w+\\}", "[^/]+", re.escape(state.address.partition("?")[0]))
    assert re.fullmatch(pattern, person.path), person.path
