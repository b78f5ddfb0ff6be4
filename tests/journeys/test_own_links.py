"""A coördinator invites three people by e-mail; two answer by their own link, and nobody can see who did."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from sqlmodel import col, delete, update

from app.models import Invitee, Message
from tests.app.scans import SetUp
from tests.journeys.conftest import DESK, PHONE, People
from tests.journeys.coordinator import Coordinator
from tests.journeys.invited import LONG_AGO, letters
from tests.journeys.person import ANSWER_MS
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

PASTED = "Anna Bos <anna@houten.example>; bert@houten.example\ncas@houten.example"
ANNA, BERT, CAS = (f"{name}@houten.example" for name in ("anna", "bert", "cas"))
AGREED = "Ik begrijp dat sluiten niet is terug te draaien."


def test_from_addresses_to_a_result(coordinator: Coordinator, people: People) -> None:
    service = coordinator.service
    set_up = service.scan(windows=("professional",), personal=("professional",), minimum={"professional": 3})
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer")
    expect(coordinator.window("Professional")).to_contain_text("Ieder krijgt een eigen link")
    coordinator.follows("Nodig mensen uit")
    own = three_people_are_invited(coordinator, set_up)

    answers_everything(people.new(Respondent, PHONE), own[ANNA])
    bert = people.new(Respondent, DESK)
    answers_everything(bert, own[BERT])
    a_used_link_is_refused(bert, own[BERT])

    somebody_is_reminded(coordinator, service, set_up, own)
    answers_everything(people.new(Respondent), own[CAS])
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer")
    expect(coordinator.page.locator(".setup-count")).to_contain_text("ten minste drie verstuurd")

    coordinator.follows("Sluit de scan")
    coordinator.ticks(AGREED)
    coordinator.presses("Scan sluiten")
    coordinator.sees_page("Deze scan is gesloten")
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer/professional/adressen")
    coordinator.does_not_read("houten.example")
    later = people.new(Respondent, PHONE)
    later.goes_to(own[ANNA])
    later.sees_page("Dit kwam eruit")


def three_people_are_invited(coordinator: Coordinator, set_up: SetUp) -> dict[str, str]:
    coordinator.sees_page("Professionals uitnodigen")
    coordinator.types(f"{PASTED}\nfout@", at="E-mailadressen")
    coordinator.presses("Verstuur de uitnodigingen")
    coordinator.is_told("Regel 3: ‘fout@’ is geen e-mailadres.")
    coordinator.types(PASTED, at="E-mailadressen")
    coordinator.types("Op verzoek van het kernteam.", at="Zin vooraf (hoeft niet)")
    coordinator.presses("Verstuur de uitnodigingen")
    coordinator.sees_state("De uitnodigingen staan klaar om verstuurd te worden.")
    coordinator.reads("3 mensen", "minder dan drie", ANNA, BERT, CAS)
    coordinator.can_use_this_page()
    own = letters(coordinator.service, set_up)
    assert sorted(own) == [ANNA, BERT, CAS]
    return own


def answers_everything(person: Respondent, link: str) -> None:
    person.goes_to(link)
    person.sees_page("Hoe werkt u samen rond inwoners?")
    person.reads("Uw persoonlijke link wordt niet bij uw antwoorden bewaard.")
    person.begins("UWV")
    person.answers_the_rest()
    person.presses("Versturen")
    expect(person.page).to_have_url(re.compile("/bedankt$"), timeout=ANSWER_MS)


def a_used_link_is_refused(person: Respondent, link: str) -> None:
    person.goes_to(link)
    person.begins("UWV")
    person.answers_whole_screen(1)
    home = person.path.partition("/stap/")[0]
    person.goes_to(f"{home}/controle")
    person.presses("Versturen")
    person.sees_page("Met deze link is al verstuurd")
    person.can_use_this_page()
    person.follows("Terug naar het overzicht")
    person.goes_to(f"{home}/wissen")
    person.presses("Wis alles")


def somebody_is_reminded(coordinator: Coordinator, service: Service, set_up: SetUp, own: dict[str, str]) -> None:
    """On another day; who sent cannot be told yet, so everybody is reminded, and the page looks as it did."""
    page = f"/scans/{set_up.scan.id}/beheer/professional/adressen"
    coordinator.goes_to(page)
    coordinator.reads("Iedereen kreeg vandaag al een e-mail.")
    with service.writing() as session:
        session.exec(delete(Message).where(col(Message.scan_id) == set_up.scan.id))
        session.exec(update(Invitee).where(col(Invitee.scan_id) == set_up.scan.id).values(invited_on=LONG_AGO))
    coordinator.reloads()
    coordinator.presses("Verstuur een herinnering")
    coordinator.sees_state("Er gaat een herinnering naar iedereen die, voor zover bekend, nog niet verstuurde.")
    assert letters(service, set_up) == own
