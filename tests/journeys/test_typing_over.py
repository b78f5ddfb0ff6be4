"""People answer on paper; somebody from outside types three forms over with the keyboard, and nothing is seen again."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sqlmodel import Session, select

from app.models import Response
from tests.app.scans import SetUp
from tests.app.typing_links import desk_of
from tests.journeys.conftest import PHONE, People
from tests.journeys.coordinator import Coordinator
from tests.journeys.person import Person, pages_of_pdf
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

LARGE = 14 / 72 * 96
"""Pixels of 14 points."""
QUESTIONS = 14


def answers(service: Service, set_up: SetUp) -> list[dict[str, object]]:
    """What was sent in the window of the residents, in no order."""
    with Session(service.app.state.engine) as session:
        return list(session.exec(select(Response.answers).where(Response.scan_id == set_up.scan.id)).all())


def gets_a_link(coordinator: Coordinator, set_up: SetUp, forms: int, window: str = "inwoner") -> str:
    """Make a link from the invitation, and read it from the page."""
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer/{window}")
    coordinator.follows("Laat formulieren overtypen")
    coordinator.types(str(forms), at="Hoeveel papieren formulieren zijn er?")
    coordinator.presses("Maak een link")
    coordinator.reads("U ziet hem alleen nu.")
    return str(coordinator.page.locator("#link").inner_text())


def begins(person: Person, link: str, said: str) -> None:
    person.goes_to(link)
    person.sees_page("Papieren formulieren overtypen")
    person.presses("Begin")
    person.sees_page("Typ één formulier over")
    person.reads(said)
    person.page.wait_for_load_state()  # keys are heard from here on


def keys(person: Person, *pressed: str) -> None:
    for one in pressed:
        person.page.keyboard.press(one)


def goes_to(person: Person, selector: str) -> None:
    """Press Tab until this has the focus."""
    place = person.page.locator(selector)
    for _ in range(80):
        keys(person, "Tab")
        if place.evaluate("element => element === document.activeElement || element.contains(document.activeElement)"):
            return
    raise AssertionError(f"{selector} cannot be reached with Tab")


def test_three_forms_by_letters_alone(coordinator: Coordinator, people: People) -> None:
    service = coordinator.service
    set_up = service.scan()
    link = gets_a_link(coordinator, set_up, 3)
    typist = people.new(Person)
    begins(typist, link, "Nog 3 formulieren.")
    typist.reads("druk bij een vraag op de letter van het papier")
    typed = ("abcdwn-abcdwnb", "11223344--0abc", "d" * QUESTIONS)
    for number, letters in enumerate(typed):
        typist.page.wait_for_load_state()
        goes_to(typist, "#rol")
        keys(typist, "a", *letters)
        expect(typist.page.get_by_role("button", name="Kijk na")).to_be_focused()
        keys(typist, "Enter")
        typist.sees_page("Klopt dit?")
        goes_to(typist, ".seen button[type=submit]:not([formaction])")
        keys(typist, "Enter")
        if number < 2:
            typist.sees_state(f"Formulier verstuurd. Nog {['2 formulieren', '1 formulier'][number]}.")
            expect(typist.page.locator("[data-keys] input:checked:not([value=''])")).to_have_count(0)
    typist.sees_page("Alle formulieren zijn verstuurd")
    got = answers(service, set_up)
    assert sorted(len(one) for one in got) == [11, 13, QUESTIONS]
    assert {value for one in got for value in one.values()} >= {0, 1, "wn", "nvt"}

    typist.goes_back()
    expect(typist.page.get_by_text("Altijd")).to_have_count(0)
    another = people.new(Person)
    another.goes_to(link)
    another.sees_page("Deze link is al in gebruik")
    coordinator.goes_to(desk_of(set_up, "inwoner"))
    coordinator.reads("Voor 3 formulieren")
    coordinator.does_not_read("Nog", link.rpartition("/")[2])


def test_a_form_with_tab_and_arrows_and_without_javascript(coordinator: Coordinator, people: People) -> None:
    service = coordinator.service
    set_up = service.scan()
    typist = people.new(Person, scripts=False)
    begins(typist, gets_a_link(coordinator, set_up, 1), "Nog 1 formulier.")
    expect(typist.page.get_by_text("Snel typen")).to_be_hidden()
    goes_to(typist, "#rol")
    keys(typist, "Space")
    for item in ("inw_samenhang_1", "inw_samenhang_2"):
        goes_to(typist, f"#{item}")
        keys(typist, "ArrowRight", "ArrowRight", "ArrowRight")
    goes_to(typist, "#opmerking_inw_samenhang")
    typist.page.keyboard.type("Mail jan@voorbeeld.nl")
    goes_to(typist, "form .app-buttons button")
    keys(typist, "Enter")
    typist.reads("lijkt een e-mailadres te staan", "Mail jan@voorbeeld.nl")
    typist.presses("Nee, wijzig")
    typist.page.locator("#opmerking_inw_samenhang").fill("Het ging goed.")
    typist.presses("Kijk na")
    typist.reads("Het ging goed.", "C Vaak")
    typist.presses("Ja, verstuur dit formulier")
    typist.sees_page("Alle formulieren zijn verstuurd")
    (got,) = answers(service, set_up)
    assert set(got) == {"inw_samenhang_1", "inw_samenhang_2"}


def test_a_form_with_a_fault_keeps_what_was_typed_and_leads_to_it(coordinator: Coordinator, people: People) -> None:
    set_up = coordinator.service.scan()
    typist = people.new(Person)
    begins(typist, gets_a_link(coordinator, set_up, 2), "Nog 2 formulieren.")
    typist.page.locator("#inw_samenhang_1 input").first.focus()
    keys(typist, "b")
    typist.presses("Kijk na")
    typist.is_told("Kies een antwoord bij de vraag ‘Voor wie geeft u antwoord?’")
    expect(typist.page.locator("#inw_samenhang_1").get_by_label("Soms")).to_be_checked()
    typist.reads("Nog 2 formulieren.")


def test_pressing_twice_and_going_back_send_a_form_once(coordinator: Coordinator, people: People) -> None:
    service = coordinator.service
    set_up = service.scan()
    typist = people.new(Person)
    begins(typist, gets_a_link(coordinator, set_up, 2), "Nog 2 formulieren.")
    goes_to(typist, "#rol")
    keys(typist, "a", "b")
    typist.presses("Kijk na")
    typist.sees_page("Klopt dit?")
    typist.page.get_by_role("button", name="Ja, verstuur dit formulier").dblclick()
    typist.sees_page("Typ één formulier over")
    typist.reloads()
    typist.sees_page("Typ één formulier over")
    assert len(answers(service, set_up)) == 1


def test_a_form_of_residents_prints_in_large_type_and_breaks_no_question(coordinator: Coordinator) -> None:
    set_up = coordinator.service.scan()
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer/inwoner/papier")
    coordinator.page.emulate_media(media="print")
    questions = coordinator.page.locator(".sheet-question")
    assert questions.count() == QUESTIONS + 1
    for number in range(questions.count()):
        assert questions.nth(number).evaluate("place => getComputedStyle(place).breakInside") == "avoid"
    for beginning in coordinator.page.locator(".sheet-together").all():
        assert beginning.evaluate("place => getComputedStyle(place).breakInside") == "avoid"
        expect(beginning.locator(".sheet-question")).to_have_count(1)
    expect(coordinator.page.locator(".sheet-together > .sheet-part__heading")).to_have_count(1)
    for words in coordinator.page.locator(".sheet-option__words, .sheet p, .sheet dd, .sheet-question__text").all():
        size = words.evaluate("place => parseFloat(getComputedStyle(place).fontSize)")
        assert size >= LARGE - 0.1
    lefts = coordinator.page.locator(".sheet-question .sheet-box").evaluate_all(
        "boxes => [...new Set(boxes.map(box => Math.round(box.getBoundingClientRect().left)))]"
    )
    assert len(lefts) == 1, "the boxes stand in one column"
    expect(coordinator.page.locator(".sheet-bar")).to_be_hidden()
    pages = pages_of_pdf(coordinator.page.pdf(prefer_css_page_size=True))
    assert 8 <= pages <= 12


def test_a_phone_can_read_the_form_and_type_it(people: People, coordinator: Coordinator) -> None:
    set_up = coordinator.service.scan(mode={"organisatie": "team"})
    link = gets_a_link(coordinator, set_up, 1, "organisatie")
    typist = people.new(Person, PHONE)
    begins(typist, link, "Nog 1 formulier.")
    typist.can_use_this_page()
    typist.types("6", at="Met hoeveel mensen is ingevuld?")
    typist.touches(typist.page.locator("#rol").get_by_text("Teamleider of teammanager"))
    typist.touches(typist.page.locator("label[for=akkoord]"))
    typist.touches(typist.page.locator("label[for=org_proces_1-2]"))
    typist.presses("Kijk na")
    typist.sees_page("Klopt dit?")
    typist.can_use_this_page()
    typist.presses("Ja, verstuur dit formulier")
    typist.sees_page("Alle formulieren zijn verstuurd")
