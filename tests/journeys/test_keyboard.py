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
    keyboard.goes_to("Verder naar de scan")
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
