"""The states of the pages on paper and of typing over: for a coördinator, and for a typist."""

from __future__ import annotations

from playwright.sync_api import expect

from app.store.typing_links import list_stamps, take_form
from tests.app.scans import SetUp
from tests.app.typing_links import Made, add_typing_link
from tests.journeys.furniture import Furniture
from tests.journeys.respondent import Respondent
from tests.journeys.states import DESK, State, at, for_role, pressed

LINKS, TYPING = f"{DESK}/{{window}}/overtypen", "/typen/{ref}"


def _shown_once(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"/scans/{furniture.open.scan.id}/beheer/inwoner/overtypen")
    person.types("3", at="Hoeveel papieren formulieren zijn er?")
    person.presses("Maak een link")
    expect(person.page.locator("#link")).to_be_visible()


PAPER = for_role(
    "coordinator",
    at("a form on paper for residents", f"{DESK}/{{window}}/papier", window="inwoner"),
    at("a form on paper for others", f"{DESK}/{{window}}/papier?rol=vertegenwoordiger", window="inwoner"),
    at("a form on paper in another language", f"{DESK}/{{window}}/papier?taal=en", window="inwoner"),
    at("a form on paper for a group", f"{DESK}/{{window}}/papier", "team", window="beleid"),
    at("a form on paper to read", f"{DESK}/{{window}}/papier", "personal", window="professional"),
    at("links to type over", LINKS, window="professional"),
    at("links to type over after closing", LINKS, "closed", window="professional"),
    at("no links to type over", LINKS, "personal", window="professional"),
    pressed("a link to type over refused", LINKS.format(scan_id="{scan_id}", window="inwoner"), "Maak een link"),
    State("a link to type over that is shown once", LINKS, _shown_once),
)


def made(person: Respondent, set_up: SetUp, window: str) -> Made:
    """A link for two forms."""
    with person.service.writing() as session:
        return add_typing_link(session, set_up, window, 2)


def typing(person: Respondent, set_up: SetUp, window: str) -> Made:
    """Be at the first form, with the link that led there."""
    link = made(person, set_up, window)
    person.goes_to(link.way_in)
    person.presses("Begin")
    person.sees_page("Typ één formulier over")
    return link


def form(name: str, scan: str, window: str) -> State:
    """An empty form to type over."""

    def reach(person: Respondent, furniture: Furniture) -> None:
        typing(person, getattr(furniture, scan), window)

    return State(name, TYPING, reach)


def _typed(person: Respondent, furniture: Furniture) -> None:
    typing(person, furniture.open, "inwoner")
    person.touches(person.page.locator("#rol").get_by_text("Voor mijzelf"))
    person.touches(person.page.locator("label[for=inw_samenhang_1-2]"))
    person.page.locator("#opmerking_inw_samenhang").fill("Mail mij: jan@voorbeeld.nl")
    person.presses("Kijk na")
    person.sees_page("Klopt dit?")


def _refused(person: Respondent, furniture: Furniture) -> None:
    typing(person, furniture.team, "beleid")
    person.presses("Kijk na")
    expect(person.page.locator("#fouten")).to_be_visible()


def _warned(person: Respondent, furniture: Furniture) -> None:
    _typed(person, furniture)
    person.page.locator("button[name=toch]").evaluate("button => button.removeAttribute('name')")
    person.presses("Toch versturen")
    expect(person.page.locator("#fouten")).to_be_visible()


def _sent(person: Respondent, furniture: Furniture) -> None:
    _typed(person, furniture)
    person.presses("Toch versturen")
    person.sees_state("Formulier verstuurd.")


def _sent_before(person: Respondent, furniture: Furniture) -> None:
    _typed(person, furniture)
    person.page.locator("input[name=formulier]").evaluate("field => field.value = 'x'")
    person.presses("Toch versturen")
    person.sees_page("Dit formulier is al verstuurd")


def _none_left(person: Respondent, furniture: Furniture) -> None:
    link = typing(person, furniture.open, "inwoner")
    with person.service.writing() as session:
        for stamp in list_stamps(session, link.link.id):
            take_form(session, link.link.id, stamp)
    person.goes_to(f"{link.home}?verstuurd=ja")


def _in_use(person: Respondent, furniture: Furniture) -> None:
    link = typing(person, furniture.open, "inwoner")
    person.page.context.clear_cookies()
    person.goes_to(link.way_in)
    person.sees_page("Deze link is al in gebruik")


TYPING_OVER = (
    at("a link to type over that does not exist", "/overtypen/CDFG-HJKM-NPQR-TVWX-Y346-7999"),
    State(
        "before typing over",
        "/overtypen/{code}",
        lambda person, furniture: person.goes_to(made(person, furniture.open, "inwoner").way_in),
    ),
    at("nobody who types", "/typen/bestaatniet"),
    State("a link to type over that is in use", TYPING, _in_use),
    form("a form of residents to type over", "open", "inwoner"),
    form("a form of staff to type over", "open", "professional"),
    form("a form of a group to type over", "team", "beleid"),
    State("a form to type over refused", f"{TYPING}/controle", _refused),
    State("a look at a form", f"{TYPING}/controle", _typed),
    State("a look at a form refused", f"{TYPING}/versturen", _warned),
    State("the next form", TYPING, _sent),
    State("a form that was sent before", f"{TYPING}/versturen", _sent_before),
    State("no form left", TYPING, _none_left),
)
