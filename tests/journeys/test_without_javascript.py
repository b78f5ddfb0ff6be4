"""Everything works without JavaScript: answering in full, setting up, closing and reading."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sqlmodel import Session, select

from app.models import Response
from tests.app.scans import SetUp
from tests.journeys.conftest import PHONE, People
from tests.journeys.coordinator import Coordinator
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service

pytestmark = pytest.mark.browser


def sent(service: Service, set_up: SetUp, window: str) -> Response:
    """The only questionnaire of a window."""
    with Session(service.app.state.engine) as session:
        wanted = (Response.scan_id == set_up.scan.id, Response.window == window)
        return session.exec(select(Response).where(*wanted)).one()


def test_a_resident_answers_every_question(people: People, running: Service) -> None:
    set_up = running.scan()
    resident = people.new(Respondent, PHONE, scripts=False)
    resident.goes_to("/meedoen")
    resident.types(set_up.windows["inwoner"].code.lower(), at="Uw code")
    resident.presses("Verder")
    resident.begins("Voor mijzelf")
    resident.answers("Altijd")
    resident.chooses("Vaak")
    resident.types("Ik hoefde maar één keer te bellen.", at="Wilt u hier nog iets over zeggen?")
    resident.goes_on()
    resident.answers_the_rest()
    resident.reads("14 van de 14 vragen", "Ik hoefde maar één keer te bellen.")
    resident.follows("Later verder")
    code = str(resident.page.locator(".respond-code").inner_text())
    resident.goes_to("/meedoen")
    resident.types(code, at="Uw code")
    resident.presses("Verder")
    resident.sees_page("Kijk uw antwoorden na")
    resident.presses("Versturen")
    resident.sees_page("Dank u wel")
    assert len(sent(running, set_up, "inwoner").answers) == 14


def test_an_organisation_answers_every_subject(people: People, running: Service) -> None:
    set_up = running.scan(minimum={"organisatie": 3})
    manager = people.new(Respondent, scripts=False)
    manager.goes_to(set_up.link("organisatie"))
    manager.presses("Begin met de vragen")
    expect(manager.page.locator("#fouten")).to_be_focused()
    manager.begins("Directeur of directielid")
    manager.answers_the_rest(3)
    manager.does_not_read("Overgeslagen")
    manager.presses("Versturen")
    manager.sees_page("Dank u wel, uw antwoorden zijn verstuurd")
    assert len(sent(running, set_up, "organisatie").answers) == 35


def test_too_many_barriers_are_refused_and_stay_ticked(people: People, running: Service) -> None:
    set_up = running.scan(mode={"beleid": "team"})
    group = people.new(Respondent, scripts=False)
    group.goes_to(set_up.link("beleid"))
    group.types("3", at="Met hoeveel mensen vult u in?")
    group.ticks("Iedereen aan tafel weet dat onze antwoorden in de uitslag te zien zijn, en stemt daarmee in.")
    group.begins("Programmamanager")
    group.goes_to(f"{set_up.path('beleid')}/stap/11")
    for number in range(1, 5):
        group.chooses_option(number, at=1)
    group.presses("Naar het overzicht")
    group.is_told("Kies er hoogstens drie. Haal eerst een vinkje weg.")
    expect(group.page.get_by_role("checkbox", checked=True)).to_have_count(4)
    group.chooses_option(1, at=1)
    group.goes_on()
    group.sees_page("Controleer uw antwoorden")


def test_a_coordinator_sets_up_closes_and_reads(people: People, running: Service) -> None:
    coordinator = people.new(Coordinator, scripts=False)
    coordinator.goes_to("/samenwerkingen/nieuw")
    coordinator.describes_a_collaboration()
    coordinator.names_who_can_be_asked()
    coordinator.presses("Maak de links")
    coordinator.sees_page("Nulmeting")
    expect(coordinator.page.get_by_role("button", name="Kopieer de link")).to_have_count(0)

    set_up = running.answered_scan()
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer")
    coordinator.follows("Sluit de scan")
    coordinator.ticks("Ik begrijp dat sluiten niet is terug te draaien.")
    coordinator.presses("Scan sluiten")
    coordinator.sees_page("Deze scan is gesloten")
    coordinator.follows("Naar de uitslag")
    coordinator.sees_page(f"Uitslag {set_up.collaboration.name}")
    expect(coordinator.page.locator("figure svg").first).to_be_visible()
