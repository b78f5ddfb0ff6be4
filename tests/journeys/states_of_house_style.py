"""The states of choosing a house style, and pages of every kind in one that is as bright as may be."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import expect

from app.models import HouseStyle
from tests.app.house_styles import add_house_style
from tests.journeys.furniture import Furniture
from tests.journeys.respondent import Respondent
from tests.journeys.states import State, at, for_role
from tests.journeys.states_of_answering import ANSWERING
from tests.journeys.states_of_managing import MANAGING, READING

HOUSE = "/gemeenten/{code}/huisstijl"


def in_own_style(state: State) -> State:
    """The same page of a municipality that has a style of its own."""

    def reach(person: Respondent, furniture: Furniture) -> None:
        with person.service.writing() as session:
            add_house_style(session)
        try:
            state.reach(person, furniture)
            if state.address not in {HOUSE, f"{HOUSE}/standaard"}:
                expect(person.page.locator("link[href^='/huisstijl/']")).to_have_count(1)
            person.page.wait_for_load_state("networkidle")  # the logo has come before the style is taken away
        finally:
            with person.service.writing() as session:
                session.delete(session.get_one(HouseStyle, "GM0321"))

    return replace(state, name=f"{state.name} in an own style", reach=reach)


def _chosen(name: str, main: str, button: str) -> State:
    """The form after something was sent that is shown or refused."""

    def reach(person: Respondent, _furniture: Furniture) -> None:
        person.goes_to("/gemeenten/GM0321/huisstijl")
        person.types(main, at="Hoofdkleur")
        person.page.get_by_role("button", name=button).last.click()
        expect(person.page.locator("#voorbeeld" if button != "Bewaar" else "#fouten")).to_be_visible()

    return State(name, HOUSE, reach)


CHOOSING = for_role(
    "coordinator",
    at("the house style", HOUSE, code="GM0321"),
    _chosen("an example of a house style", "#c6007e", "Bekijk voorbeeld"),
    _chosen("a house style refused", "#ffc400", "Bewaar"),
    in_own_style(at("a house style that was chosen", HOUSE, code="GM0321")),
    in_own_style(at("going back to the standard", f"{HOUSE}/standaard", code="GM0321")),
)

MANAGED = (
    "a collaboration",
    "the desk with answers",
    "the desk after closing",
    "an invitation for residents",
    "a poster",
    "closing",
    "changing a scan",
    "the ambition",
)
READ = (
    "the result",
    "the window inwoner",
    "the part continuum",
    "the part spiegel",
    "the part advies",
    "the part afdrukken",
    "then and now",
)
ANSWERED = (
    "the start for inwoner of a scan that is open",
    "the start for beleid of a scan that is team",
    "go on or start over",
    "an answer that was saved",
    "screen 9 of professional",
    "a screen refused",
    "the check with a warning",
    "later",
    "the thanks",
    "the start for inwoner of a scan that is closed",
    "a form of another questionnaire",
)

STAFF_IN_OWN_STYLE = tuple(in_own_style(state) for state in (*MANAGING, *READING) if state.name in {*MANAGED, *READ})
ANSWERING_IN_OWN_STYLE = tuple(in_own_style(state) for state in ANSWERING if state.name in ANSWERED)
