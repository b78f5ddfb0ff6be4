"""A resident answers on a phone: one question at a time, stops halfway, comes back, sends, leaves nothing behind."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sqlmodel import Session, func, select

from app.models import Comment, Draft, Response
from tests.app.scans import SetUp
from tests.journeys.conftest import PHONE, People
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

FIRST = "Hoe vaak kon u praten over alles wat u belangrijk vindt?"
SECOND = "Hoe vaak paste de hulp van alle organisaties goed bij elkaar?"
COMMENT = "Wilt u hier nog iets over zeggen?"


@pytest.fixture
def scan(running: Service) -> SetUp:
    return running.scan()


def count(service: Service, table: type[Draft | Response | Comment], set_up: SetUp) -> int:
    with Session(service.app.state.engine) as session:
        return session.exec(select(func.count()).select_from(table).where(table.scan_id == set_up.scan.id)).one()


def test_from_the_link_to_the_thanks(resident: Respondent, people: People, scan: SetUp) -> None:
    resident.goes_to(scan.link("inwoner"))
    resident.sees_page("Hoe was de hulp voor u?")
    assert scan.windows["inwoner"].code not in resident.page.url
    resident.reads(
        scan.collaboration.name, "Wie ziet uw antwoorden?", "U hoeft niet mee te doen", "Hoe lang duurt het?"
    )
    resident.can_use_this_page()
    resident.begins("Voor mijzelf")

    resident.sees_page("Vraag 1 van 14")
    expect(resident.questions).to_have_count(1)
    resident.can_use_this_page()
    resident.answers("Vaak")
    resident.sees_page("Vraag 2 van 14")
    resident.chooses("Soms")
    resident.sees_saved()
    resident.types("Bel mij op 06 12 34 56 78.", at=COMMENT)
    expect(resident.outcome(2)).to_have_text("Opgeslagen", timeout=10_000)
    resident.goes_on()
    resident.answers("Weet ik niet")

    resident.sees_page("Vraag 4 van 14")
    resident.presses("Later verder")
    resident.sees_page("Later verdergaan")
    resident.reads("Uw antwoorden zijn opgeslagen.")
    resident.can_use_this_page()
    link = resident.page.locator("a[href*='/v/']").get_attribute("href") or ""
    code = str(resident.page.locator(".respond-code").inner_text()).strip()

    later = people.new(Respondent, PHONE)
    later.goes_to(link)
    later.sees_page("Vraag 4 van 14")
    assert code not in later.page.url
    later.goes_on()
    later.answers_the_rest()

    later.sees_page("Kijk uw antwoorden na")
    later.reads("13 van de 14 vragen")
    later.reads_answer(FIRST, "Vaak")
    later.changes(FIRST)
    later.chooses("Altijd")
    later.sees_saved()
    later.presses("Klaar, terug naar mijn antwoorden")
    later.reads_answer(FIRST, "Altijd")
    later.reads_answer(SECOND, "Soms")
    later.reads("In wat u schreef bij vraag 2, lijkt een telefoonnummer te staan.")
    assert count(later.service, Response, scan) == 0

    later.presses("Toch versturen")
    later.sees_page("Dank u wel")
    assert (count(later.service, Response, scan), count(later.service, Comment, scan)) == (1, 1)
    assert count(later.service, Draft, scan) == 0


def test_a_telephone_number_can_be_taken_out_before_sending(resident: Respondent, scan: SetUp) -> None:
    resident.goes_to(scan.link("inwoner"))
    resident.begins("Voor mijzelf")
    resident.answers("Nooit")
    resident.types("Bel mij op 06 12 34 56 78.", at=COMMENT)
    resident.answers_the_rest()
    resident.follows("Wijzig deze tekst")
    resident.is_at_step(2)
    resident.types("Ik moest lang wachten.", at=COMMENT)
    resident.presses("Klaar, terug naar mijn antwoorden")
    resident.reads("Ik moest lang wachten.")
    resident.does_not_read("telefoonnummer")
    resident.presses("Versturen")
    resident.sees_page("Dank u wel")


def test_the_back_button_after_sending_shows_nothing_of_it(resident: Respondent, scan: SetUp) -> None:
    resident.goes_to(scan.link("inwoner"))
    resident.begins("Voor mijzelf")
    resident.answers("Altijd")
    for _ in range(13):
        resident.goes_on()
    resident.reads_answer(FIRST, "Altijd")
    resident.presses("Versturen")
    resident.sees_page("Dank u wel")
    for _ in range(3):
        resident.goes_back()
        resident.sees_page("Hoe was de hulp voor u?")
        resident.does_not_read("Altijd")
        expect(resident.page.get_by_role("radio", checked=True)).to_have_count(0)
    resident.goes_to(f"{scan.path('inwoner')}/controle")
    resident.sees_page("Hoe was de hulp voor u?")


def test_whoever_opens_the_link_on_the_same_phone_sees_nothing_of_who_began(resident: Respondent, scan: SetUp) -> None:
    resident.goes_to(scan.link("inwoner"))
    resident.begins("Voor mijzelf")
    resident.answers("Altijd")

    resident.goes_to(scan.link("inwoner"))
    resident.sees_page("Verdergaan of opnieuw beginnen?")
    resident.does_not_read("Altijd", FIRST)
    resident.can_use_this_page()
    resident.presses("Opnieuw beginnen")
    resident.sees_page("Hoe was de hulp voor u?")
    resident.begins("Voor mijzelf")
    expect(resident.page.get_by_role("radio", checked=True)).to_have_count(0)
    assert count(resident.service, Draft, scan) == 2


def test_who_goes_on_finds_every_answer(resident: Respondent, scan: SetUp) -> None:
    resident.goes_to(scan.link("inwoner"))
    resident.begins("Voor mijzelf")
    resident.answers("Altijd")
    resident.sees_page("Vraag 2 van 14")

    resident.goes_to(scan.link("inwoner"))
    resident.presses("Verdergaan")
    resident.sees_page("Vraag 2 van 14")
    resident.presses("Vorige")
    resident.sees_page("Vraag 1 van 14")
    expect(resident.answer("Altijd")).to_be_checked()
    resident.takes_back(FIRST)
    resident.is_at_step(1)
    expect(resident.answer("Altijd")).not_to_be_checked()


def test_wiping_everything_leaves_nothing(resident: Respondent, scan: SetUp) -> None:
    resident.goes_to(scan.link("inwoner"))
    resident.begins("Voor mijzelf")
    resident.answers("Altijd")
    resident.presses("Later verder")
    link = resident.page.locator("a[href*='/v/']").get_attribute("href") or ""
    resident.follows("Wis alles")
    resident.sees_page("Alles wissen?")
    resident.follows("Nee, ga terug")
    resident.sees_page("Vraag 2 van 14")
    assert count(resident.service, Draft, scan) == 1

    resident.follows("Stop en wis alles")
    resident.presses("Wis alles")
    resident.sees_page("Uw antwoorden zijn gewist")
    assert count(resident.service, Draft, scan) == 0
    assert resident.page.context.cookies(resident.service.address + scan.path("inwoner")) == []
    resident.goes_to(link)
    resident.sees_page("Deze link kennen wij niet")
    resident.goes_back()
    expect(resident.page.get_by_text("Altijd")).to_have_count(0)
