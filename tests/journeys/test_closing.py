"""A scan is closed: seen beforehand, confirmed, for good. Who comes too late is told so, and finds the summary."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import expect
from sqlmodel import Session, func, select

from app.models import Draft
from app.web.dependencies import today_in_amsterdam
from tests.app.scans import SetUp
from tests.journeys.conftest import PHONE, People
from tests.journeys.coordinator import Coordinator
from tests.journeys.person import ANSWER_MS
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

AGREED = "Ik begrijp dat sluiten niet is terug te draaien."


def drafts(service: Service, set_up: SetUp) -> int:
    with Session(service.app.state.engine) as session:
        return session.exec(select(func.count()).select_from(Draft).where(Draft.scan_id == set_up.scan.id)).one()


def test_closing_is_shown_first_then_confirmed_and_then_final(
    coordinator: Coordinator, resident: Respondent, people: People
) -> None:
    set_up = coordinator.service.answered_scan()
    resident.goes_to(set_up.link("inwoner"))
    resident.begins("Voor mijzelf")
    resident.answers("Altijd")
    resident.sees_page("Vraag 2 van 14")

    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer")
    coordinator.reads("Elk venster haalt het minimum")
    coordinator.follows("Sluit de scan")
    expect(coordinator.window("Inwoner")).to_contain_text("6 vragenlijsten verstuurd, 1 begonnen en niet verstuurd")
    expect(coordinator.window("Professional")).to_contain_text("Haalt het minimum van 5 en telt mee in de uitslag.")
    coordinator.follows("Nog niet sluiten")
    coordinator.reads("Elk venster haalt het minimum")
    coordinator.follows("Sluit de scan")
    coordinator.presses("Scan sluiten")
    coordinator.is_told("Zet een vinkje als u de scan wilt sluiten.")
    assert drafts(coordinator.service, set_up) == 1

    coordinator.ticks(AGREED)
    coordinator.presses("Scan sluiten")
    coordinator.sees_page("Deze scan is gesloten")
    coordinator.reads("inwoner, professional, organisatie en beleid")
    assert drafts(coordinator.service, set_up) == 0
    coordinator.reloads()
    coordinator.sees_page("Deze scan is gesloten")
    expect(coordinator.page.get_by_role("button", name="Scan sluiten")).to_have_count(0)

    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer")
    coordinator.reads("wie ze gebruikt, leest een korte samenvatting van de uitslag")
    the_resident_is_too_late(resident)
    the_summary_stands_at_the_same_link(people, set_up)


def the_resident_is_too_late(resident: Respondent) -> None:
    """At the moment of answering, at the moment of going on, and by the old address."""
    resident.chooses("Soms")
    expect(resident.outcome(1)).to_contain_text("Niet opgeslagen:", timeout=ANSWER_MS)
    resident.presses("Volgende")
    resident.sees_page("Deze vragenlijst is gesloten")
    resident.reads("Wat u nu deed, is niet opgeslagen.")
    resident.can_use_this_page()
    resident.follows("Naar de startpagina van deze vragenlijst")
    resident.sees_page("Dit kwam eruit")


def the_summary_stands_at_the_same_link(people: People, set_up: SetUp) -> None:
    for window in ("inwoner", "beleid"):
        later = people.new(Respondent, PHONE)
        later.goes_to(set_up.link(window))
        later.sees_page("Dit kwam eruit")
        later.reads(
            "De vragenlijsten zijn gesloten.", "Het minimum van vijf is gehaald." if window == "inwoner" else "zes"
        )
        later.can_use_this_page()


def test_a_window_below_its_minimum_is_named_before_and_after(coordinator: Coordinator, people: People) -> None:
    set_up = coordinator.service.answered_scan(minimum={"inwoner": 10})
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer/sluiten")
    expect(coordinator.window("Inwoner")).to_contain_text("Haalt het minimum niet: nog 4 bruikbare antwoorden nodig.")
    coordinator.ticks(AGREED)
    coordinator.presses("Scan sluiten")
    coordinator.reads("Van inwoner waren er te weinig bruikbare antwoorden.")

    later = people.new(Respondent, PHONE)
    later.goes_to(set_up.link("inwoner"))
    later.reads("Uit uw groep deden minder dan tien mensen mee.")


def test_a_scan_that_was_closed_in_another_tab_is_not_closed_twice(coordinator: Coordinator, people: People) -> None:
    set_up = coordinator.service.answered_scan()
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer/sluiten")
    other_tab = people.another_tab(coordinator)
    other_tab.goes_to(coordinator.page.url)
    for tab in (coordinator, other_tab):
        tab.ticks(AGREED)
    coordinator.presses("Scan sluiten")
    coordinator.sees_page("Deze scan is gesloten")
    other_tab.presses("Scan sluiten")
    expect(other_tab.page.get_by_role("heading", level=1)).to_contain_text("gesloten")
    other_tab.can_use_this_page()


def test_after_the_closing_date_the_link_says_when_it_was(resident: Respondent) -> None:
    yesterday = today_in_amsterdam() - timedelta(days=1)
    set_up = resident.service.scan(closes_on=yesterday)
    resident.goes_to(set_up.link("inwoner"))
    resident.sees_page("Deze vragenlijst is gesloten")
    resident.reads(f"Invullen kon tot en met {yesterday.day} ")
    resident.can_use_this_page()
