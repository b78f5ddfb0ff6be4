"""Everything can be done with the keyboard, and it always shows where one is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.app.scans import SetUp
from tests.journeys.coordinator import Coordinator
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

FARTHEST = 60
"""So many times at most the key to the next control is pressed."""
RING = """() => {
    const here = document.activeElement;
    const rings = [here, here.closest("label")].filter(Boolean).map(element => getComputedStyle(element));
    return rings.some(ring => ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2);
}"""
NAME = """() => {
    const here = document.activeElement;
    return (here.labels?.[0] ?? here).textContent.trim().replace(/\\s+/g, " ");
}"""


@pytest.fixture
def scan(running: Service) -> SetUp:
    return running.scan()


class Keyboard:
    """The keyboard of somebody who uses nothing else."""

    def __init__(self, person: Respondent | Coordinator) -> None:
        self.person = person

    def presses(self, *keys: str) -> None:
        for key in keys:
            self.person.page.keyboard.press(key)

    def goes_to(self, name: str) -> None:
        """Press Tab until the control with this name has the focus; every stop on the way is visible."""
        self.person.page.wait_for_load_state()
        for _ in range(FARTHEST):
            self.presses("Tab")
            assert self.person.page.evaluate(RING), f"{self.is_at()!r} does not show that it has the focus"
            if self.is_at() == name:
                return
        raise AssertionError(f"{name!r} cannot be reached with Tab")

    def is_at(self) -> str:
        """The name of what has the focus."""
        return str(self.person.page.evaluate(NAME))


def test_a_resident_needs_only_the_keyboard(professional: Respondent, scan: SetUp) -> None:
    resident, keyboard = professional, Keyboard(professional)
    resident.goes_to(scan.link("inwoner"))
    keyboard.presses("Tab")
    assert keyboard.is_at() == "Direct naar de inhoud"
    keyboard.presses("Enter")
    expect(resident.page.get_by_role("main")).to_be_focused()

    keyboard.goes_to("Begin met de vragen")
    keyboard.presses("Enter")
    resident.is_told("Kies een antwoord bij de vraag ‘Voor wie geeft u antwoord?’")
    keyboard.goes_to("Kies een antwoord bij de vraag ‘Voor wie geeft u antwoord?’")
    keyboard.presses("Enter")
    keyboard.goes_to("Voor mijzelf")
    keyboard.presses("Space")
    keyboard.goes_to("Begin met de vragen")
    keyboard.presses("Enter")
    resident.sees_page("Vraag 1 van 14")

    for number in range(1, 15):
        resident.sees_page(f"Vraag {number} van 14")
        answer_with_arrows(resident, keyboard)
    resident.sees_page("Kijk uw antwoorden na")
    resident.reads("14 van de 14 vragen")
    resident.reads_answer("Hoe vaak kon u praten over alles wat u belangrijk vindt?", "Vaak")
    keyboard.goes_to("Versturen")
    keyboard.presses("Enter")
    resident.sees_page("Dank u wel")


def answer_with_arrows(resident: Respondent, keyboard: Keyboard) -> None:
    """Choose the third answer: walking past the others saves, and never leads to another page."""
    here = resident.page.url
    keyboard.goes_to("Nooit")
    keyboard.presses("Space", "ArrowDown", "ArrowDown")
    assert keyboard.is_at() == "Vaak"
    expect(resident.answer("Vaak")).to_be_checked()
    resident.sees_saved()
    assert resident.page.url == here
    keyboard.goes_to("Volgende" if "/stap/14" not in here else "Naar het overzicht")
    keyboard.presses("Enter")


def test_the_last_of_many_arrows_is_what_is_saved(professional: Respondent, scan: SetUp) -> None:
    professional.goes_to(scan.link("inwoner"))
    professional.begins("Voor mijzelf")
    keyboard = Keyboard(professional)
    professional.page.wait_for_load_state()
    keyboard.goes_to("Nooit")
    keyboard.presses("Space", *["ArrowDown"] * 3)
    with professional.page.expect_response("**/antwoorden/**") as last:
        keyboard.presses("ArrowUp")
    assert last.value.ok
    professional.page.wait_for_load_state("networkidle")
    professional.reloads()
    expect(professional.answer("Vaak")).to_be_checked()


def test_enter_in_an_answer_goes_on_as_the_first_button_does(professional: Respondent, scan: SetUp) -> None:
    professional.goes_to(scan.link("inwoner"))
    professional.begins("Voor mijzelf")
    professional.answers("Altijd")
    professional.chooses("Soms")
    Keyboard(professional).presses("Enter")
    professional.is_at_step(3)


def test_a_coordinator_makes_a_collaboration_and_closes_a_scan(coordinator: Coordinator) -> None:
    keyboard = Keyboard(coordinator)
    coordinator.goes_to("/samenwerkingen/nieuw")
    keyboard.goes_to("Maak de links")
    keyboard.presses("Enter")
    expect(coordinator.page.locator("#fouten")).to_be_focused()
    keyboard.goes_to("Geef de samenwerking een naam.")
    keyboard.presses("Enter")
    expect(coordinator.page.get_by_label("Naam van de samenwerking")).to_be_focused()

    set_up = coordinator.service.answered_scan()
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer/sluiten")
    keyboard.goes_to("Ik begrijp dat sluiten niet is terug te draaien.")
    keyboard.presses("Space")
    keyboard.goes_to("Scan sluiten")
    keyboard.presses("Enter")
    coordinator.sees_page("Deze scan is gesloten")


def test_from_signing_in_to_four_links_without_a_manual(coordinator: Coordinator) -> None:
    """Two presses and six fields, of which one is a box to tick; nothing else has to be chosen."""
    keyboard = Keyboard(coordinator)
    coordinator.goes_to("/samenwerkingen")
    keyboard.goes_to("Nieuwe samenwerking")
    keyboard.presses("Enter")
    coordinator.sees_page("Nieuwe samenwerking")
    for label, typed in (
        ("Gemeente", "Houten"),
        ("Naam van de samenwerking", f"Toetsenbord {coordinator.service.address[-5:]}"),
        ("Om welke inwoners gaat het?", "Inwoners met een uitkering"),
        ("Welke organisaties doen mee?", "Sociaal team en UWV"),
        ("Aan wie kunnen inwoners iets vragen?", "Sanne de Wit, 030 123 45 67"),
    ):
        keyboard.goes_to(label)
        coordinator.page.keyboard.type(typed)
    keyboard.presses("Tab", "Space", "Tab")
    assert keyboard.is_at() == "Aan wie kunnen de andere drie groepen iets vragen?"
    coordinator.page.keyboard.type("Karim Bakker, 030 765 43 21")
    keyboard.goes_to("Maak de links")
    keyboard.presses("Enter")
    coordinator.sees_state("De scan staat klaar.")
    expect(coordinator.page.locator("[id^=link-]")).to_have_count(4)
    keyboard.goes_to("Kopieer alle uitnodigingen")
    keyboard.presses("Enter")
    coordinator.sees_page("Alle uitnodigingen")
    expect(coordinator.page.get_by_role("textbox")).to_have_count(4)


def test_a_professional_chooses_with_digits_and_enter_goes_on(professional: Respondent, scan: SetUp) -> None:
    professional.goes_to(scan.link("professional"))
    professional.begins("UWV")
    keyboard = Keyboard(professional)
    heading = professional.page.get_by_role("heading", level=1)
    expect(heading).to_be_focused()
    professional.page.wait_for_load_state()  # digits are heard by a script
    keyboard.presses("3")
    expect(professional.page.locator("input:checked")).to_have_count(0)
    keyboard.presses("Tab", "3")
    expect(professional.questions.nth(0).get_by_role("radio").nth(2)).to_be_checked()
    professional.sees_saved(1)
    expect(professional.questions.nth(1).get_by_role("radio").nth(2)).not_to_be_checked()
    keyboard.presses("Enter")
    professional.is_at_step(2)
    expect(heading).to_be_focused()

    professional.page.get_by_role("button", name="Gedeelde visie en doel").click()
    professional.is_at_step(1)
    expect(professional.questions.nth(0).get_by_role("radio").nth(2)).to_be_checked()
    professional.goes_to(f"{professional.path.rpartition('/stap/')[0]}/controle")
    professional.follows("Naar de eerste overgeslagen vraag")
    professional.page.locator("#overgeslagen").get_by_role("link").click()
    expect(professional.questions.nth(1)).to_be_focused()
    professional.page.wait_for_load_state()
    keyboard.presses("1", "Enter")
    professional.sees_page("Kijk uw antwoorden na")
    assert professional.page.url.endswith("/controle#onderdeel-1")
