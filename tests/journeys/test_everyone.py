"""Everybody for whom this is made, on a phone and at a desk: their way from the door to what they came for.

What they see on their way is kept in the album (`tests/support/album.py`).
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.app.scans import WINDOWS, SetUp
from tests.journeys.conftest import DESK, PHONE, People
from tests.journeys.coordinator import Coordinator
from tests.journeys.furniture import furnish
from tests.journeys.person import Person
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service
from tests.journeys.test_adviser_compares import adviser
from tests.support.album import Steps
from tests.support.browser import scrolls_sideways

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("screen", [PHONE, DESK], ids=["on a phone", "at a desk"]),
]
HOUTEN = "GM0321"
NO_PAGE = "Deze pagina bestaat niet"


class Way:
    """The way of one person: everything that is kept of it fits the screen."""

    def __init__(self, person: Person, who: str) -> None:
        self.person = person
        self._steps = Steps(person.page, who)

    def sees(self, heading: str, what: str = "") -> None:
        """Be at a page, and keep what it looks like."""
        self.person.sees_page(heading)
        self.keeps(what or heading)

    def keeps(self, what: str) -> None:
        """Keep what is seen now."""
        self.person.page.wait_for_load_state()  # with its style, not only its words
        expect(self.person.page.get_by_role("heading", level=1)).not_to_have_text(NO_PAGE)
        assert not scrolls_sideways(self.person.page)
        self._steps.keep(what)


def somebody(people: People, service: Service, role: str, screen: dict[str, Any], **where: Any) -> Person:
    """Somebody who is signed in with a role."""
    person = people.new(Person, screen)
    person.page.context.add_cookies([service.signed_in(role, **where)])
    return person


def test_a_policy_officer_sets_up_closes_and_chooses(people: People, running: Service, screen: dict[str, Any]) -> None:
    officer = people.new(Coordinator, screen)
    way = Way(officer, "beleidsmaker")
    officer.goes_to("/")
    way.sees("Wat kan ik nu doen?")
    officer.goes_to("/samenwerkingen/nieuw")
    way.keeps("een nieuwe samenwerking")
    officer.describes_a_collaboration()
    officer.names_who_can_be_asked()
    officer.presses("Maak de links")
    way.sees("Nulmeting", "vier links")
    assert len({officer.link_of(window) for window in WINDOWS}) == 4
    desk = officer.desk
    officer.goes_to(f"{desk}/uitnodigingen")
    way.sees("Alle uitnodigingen")
    officer.goes_to(f"{desk}/inwoner/poster")
    way.keeps("de poster")

    scan = running.answered_scan()
    officer.goes_to(f"/scans/{scan.scan.id}/beheer")
    way.keeps("de antwoorden tot nu toe")
    officer.goes_to(f"/scans/{scan.scan.id}/beheer/sluiten")
    way.keeps("voor het sluiten")
    officer.ticks("Ik begrijp dat sluiten niet is terug te draaien.")
    officer.presses("Scan sluiten")
    way.sees("Deze scan is gesloten")
    officer.goes_to(f"/scans/{scan.scan.id}/ambitie")
    officer.touches(officer.page.locator("#ambition-6"))
    officer.types("Deze inwoners hebben meer dan twee organisaties tegelijk nodig.", at="Waarom kiest u dit?")
    way.keeps("een ambitie kiezen")
    officer.presses("Ambitie bewaren")
    officer.follows("Naar de uitslag met deze ambitie")
    way.sees(f"Uitslag {scan.collaboration.name}", "de uitslag")
    expect(officer.page.locator("#eerst")).to_be_visible()


def test_a_reader_reads_the_story_and_asks_where_a_number_comes_from(
    people: People, running: Service, screen: dict[str, Any]
) -> None:
    scan = running.closed_scan(ambition=6)
    reader = somebody(people, running, "meelezer", screen, municipality_code=HOUTEN)
    way, result = Way(reader, "meelezer"), f"/scans/{scan.scan.id}"
    reader.goes_to("/uitslagen")
    way.sees("Uitslagen")
    reader.goes_to(result)
    way.sees(f"Uitslag {scan.collaboration.name}", "het verhaal")
    for part, heading in {
        "vensters/professional": "Het venster van de professional",
        "spiegel": "De spiegel van de vensters",
        "leerordes": "Hoe u samen leert",
    }.items():
        reader.goes_to(f"{result}/{part}")
        way.sees(heading)
    reader.goes_to(f"{result}/advies")
    way.keeps("het advies")
    reader.goes_to(f"{result}/herkomst/plek/samen")
    way.keeps("waaruit een getal bestaat")
    reader.goes_to(f"{result}/op-een-a4")
    way.keeps("op één A4")


def test_a_resident_answers_and_reads_later_what_came_out(
    people: People, running: Service, screen: dict[str, Any]
) -> None:
    resident = people.new(Respondent, screen)
    way, scan = Way(resident, "inwoner"), running.scan()
    resident.goes_to(scan.link("inwoner"))
    way.sees("Hoe was de hulp voor u?")
    resident.begins("Voor mijzelf")
    way.sees("Vraag 1 van 14")
    resident.answers("Vaak")
    resident.chooses("Soms")
    resident.sees_saved()
    way.sees("Vraag 2 van 14", "opgeslagen, met plek voor een opmerking")
    resident.goes_on()
    resident.answers_the_rest()
    way.sees("Kijk uw antwoorden na")
    resident.presses("Versturen")
    way.sees("Dank u wel")
    resident.goes_to(running.closed_scan(ambition=5).link("inwoner"))
    way.sees("Dit kwam eruit")


def test_a_resident_reads_it_in_english(people: People, running: Service, screen: dict[str, Any]) -> None:
    resident = people.new(Respondent, screen)
    way = Way(resident, "inwoner in het engels")
    resident.goes_to(f"{running.scan().link('inwoner')}?taal=en")
    way.sees("How was the support for you?")
    resident.touches(resident.page.get_by_text("For myself", exact=True))
    resident.presses("Start the questions")
    way.sees("Question 1 of 14")


def test_a_professional_stops_halfway_and_comes_back(people: People, running: Service, screen: dict[str, Any]) -> None:
    professional = people.new(Respondent, screen)
    way, scan = Way(professional, "professional"), running.scan()
    professional.goes_to(scan.link("professional"))
    way.sees("Hoe werkt u samen rond inwoners?")
    professional.touches(professional.page.get_by_role("radio").first)
    professional.presses("Begin met de vragen")
    professional.is_at_step(1)
    way.keeps("het eerste onderdeel")
    professional.answers_whole_screen(3)
    professional.presses("Later verder")
    way.sees("Later verdergaan")
    professional.goes_to(scan.link("professional"))
    way.sees("Verdergaan of opnieuw beginnen?")
    professional.presses("Verdergaan")
    professional.is_at_step(2)
    professional.answers_the_rest()
    way.sees("Kijk uw antwoorden na")
    professional.presses("Versturen")
    way.sees("Dank u wel, uw antwoorden zijn verstuurd")


def test_a_manager_knows_that_answers_show_by_function(
    people: People, running: Service, screen: dict[str, Any]
) -> None:
    manager = people.new(Respondent, screen)
    way, scan = Way(manager, "manager"), running.scan(minimum={"organisatie": 1})
    manager.goes_to(scan.link("organisatie"))
    way.sees("Hoe is de samenwerking georganiseerd?")
    manager.touches(manager.page.get_by_role("radio").first)
    manager.presses("Begin met de vragen")
    manager.is_told("Zet een vinkje als u dit weet. Anders kunt u niet beginnen.")
    manager.touches(manager.page.get_by_role("checkbox"))
    manager.presses("Begin met de vragen")
    manager.is_at_step(1)
    way.keeps("het eerste onderdeel")


def test_administrators_of_a_municipality_answer_together(
    people: People, running: Service, screen: dict[str, Any]
) -> None:
    board = people.new(Respondent, screen)
    way, scan = Way(board, "bestuurders samen"), running.scan(mode={"beleid": "team"})
    board.goes_to(scan.link("beleid"))
    way.sees("Beleid en bestuur achter deze samenwerking")
    board.types("4", at="Met hoeveel mensen vult u in?")
    board.touches(board.page.get_by_role("radio").first)
    board.touches(board.page.get_by_role("checkbox"))
    board.presses("Begin met de vragen")
    board.is_at_step(1)
    way.keeps("het eerste onderdeel")


def test_a_team_sees_after_a_pilot_what_changed(people: People, running: Service, screen: dict[str, Any]) -> None:
    again = furnish(running).again
    team = people.new(Coordinator, screen)
    way = Way(team, "team na een pilot")
    team.goes_to(f"/scans/{again.scan.id}/verloop")
    way.keeps("toen en nu")
    team.goes_to(f"/scans/{again.scan.id}/verloop/vensters/professional")
    way.keeps("een venster toen en nu")
    team.goes_to(f"/scans/{again.scan.id}/beheer/opnieuw")
    way.keeps("meet opnieuw")


def test_an_adviser_lays_municipalities_beside_each_other(
    people: People, running: Service, screen: dict[str, Any]
) -> None:
    made = [running.closed_scan(ambition=6, municipality=code) for code in (HOUTEN, "GM0632", "GM0352")]
    person = adviser(people, running, made, screen=screen)
    way = Way(person, "adviseur")
    person.goes_to("/")
    way.sees("Wat kan ik nu doen?")
    person.goes_to("/vergelijken")
    way.sees("Vergelijken")
    for box in person.page.get_by_role("checkbox", name="Samen sterk").all():
        box.check()
    person.presses("Leg de aangevinkte naast elkaar")
    way.sees("Samenwerkingen naast elkaar", "de plekken naast elkaar")
    person.follows("Kenmerken")
    way.sees("Samenwerkingen naast elkaar", "de kenmerken naast elkaar")


def test_a_moderator_releases_what_people_wrote(people: People, running: Service, screen: dict[str, Any]) -> None:
    written: SetUp = furnish(running).written
    moderator = somebody(people, running, "moderator", screen, scan_id=written.scan.id)
    way = Way(moderator, "moderator")
    moderator.goes_to("/opmerkingen")
    way.keeps("de scans met opmerkingen")
    moderator.goes_to(f"/scans/{written.scan.id}/opmerkingen/professional")
    way.keeps("de opmerkingen van een venster")


def test_who_runs_it_looks_after_accounts_and_post(people: People, running: Service, screen: dict[str, Any]) -> None:
    administrator = somebody(people, running, "beheerder", screen)
    way = Way(administrator, "beheerder")
    for address in ("/", "/beheer", "/beheer/post", "/beheer/accounts"):
        administrator.goes_to(address)
        expect(administrator.page.get_by_role("heading", level=1)).to_be_visible()
        way.keeps(address.strip("/").replace("/", " ") or "de start")


def test_a_newcomer_and_a_researcher_find_what_they_need_without_signing_in(
    people: People, screen: dict[str, Any]
) -> None:
    newcomer = people.new(Person, screen)
    way = Way(newcomer, "wie nieuw is")
    for address in ("/", "/meedoen", "/vragenlijsten/inwoner", "/verantwoording", "/begrippen", "/handleiding"):
        newcomer.goes_to(address)
        expect(newcomer.page.get_by_role("heading", level=1)).to_be_visible()
        way.keeps(address.strip("/").replace("/", " ") or "de startpagina")
