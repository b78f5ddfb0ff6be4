"""A coördinator goes from a scan that is closed to the next one, with its links in hand, and types nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.app.scans import WINDOWS, SetUp
from tests.journeys.conftest import PHONE, People
from tests.journeys.coordinator import Coordinator
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service
from tests.journeys.test_keyboard import Keyboard

pytestmark = pytest.mark.browser


@pytest.fixture
def closed(running: Service) -> SetUp:
    """A scan with a result, that nobody followed yet."""
    return running.closed_scan(ambition=5)


def has_links_in_hand(coordinator: Coordinator, before: SetUp) -> None:
    """The desk of the new scan has four links that are not those of the scan before."""
    coordinator.sees_page("Tweede meting")
    coordinator.sees_state("De scan staat klaar")
    coordinator.reads("Na een pilot".lower(), before.collaboration.target_group)
    for window in WINDOWS:
        expect(coordinator.page.locator(f"#link-{window}")).to_contain_text("/m/")
        assert before.link(window) not in coordinator.link_of(window)


def test_two_clicks_from_the_samenwerking_at_390_pixels(people: People, closed: SetUp) -> None:
    coordinator = people.new(Coordinator, PHONE)
    coordinator.goes_to(f"/samenwerkingen/{closed.collaboration.id}")
    coordinator.follows("Meet opnieuw")
    coordinator.sees_page("Meet opnieuw")
    coordinator.reads("Iedereen vult apart in, met een minimum van 5 mensen", "Voor vragen: Sanne de Wit")
    coordinator.can_use_this_page()
    coordinator.presses("Zet de scan klaar")
    has_links_in_hand(coordinator, closed)

    respondent = people.new(Respondent, PHONE)
    respondent.goes_to(coordinator.link_of("inwoner"))
    respondent.sees_page("Hoe was de hulp voor u?")

    coordinator.goes_to(f"/scans/{closed.scan.id}")
    coordinator.follows("Meet opnieuw")
    coordinator.sees_page("Er staat al een scan klaar")
    coordinator.follows("Naar ‘Tweede meting’")
    coordinator.sees_page("Tweede meting")


def test_with_only_the_keyboard_from_the_result(coordinator: Coordinator, closed: SetUp) -> None:
    keyboard = Keyboard(coordinator)
    coordinator.goes_to(f"/scans/{closed.scan.id}")
    keyboard.goes_to("Meet opnieuw")
    keyboard.presses("Enter")
    coordinator.sees_page("Meet opnieuw")
    keyboard.goes_to("Zet de scan klaar")
    keyboard.presses("Enter")
    has_links_in_hand(coordinator, closed)


def test_without_javascript_after_a_mistake(people: People, closed: SetUp) -> None:
    coordinator = people.new(Coordinator, scripts=False)
    coordinator.goes_to(f"/scans/{closed.scan.id}/beheer")
    coordinator.follows("Meet opnieuw")
    coordinator.types("Nulmeting", at="Naam van de scan")
    coordinator.presses("Zet de scan klaar")
    expect(coordinator.page.locator("#fouten")).to_contain_text("heeft al een scan met deze naam")
    coordinator.types("Tweede meting", at="Naam van de scan")
    coordinator.presses("Zet de scan klaar")
    has_links_in_hand(coordinator, closed)


def test_who_describes_it_otherwise_reads_both_texts_first(coordinator: Coordinator, closed: SetUp) -> None:
    coordinator.service.change(closed.collaboration, target_group="Jongeren tot 27 jaar")
    coordinator.goes_to(f"/scans/{closed.scan.id}/beheer/opnieuw")
    coordinator.reads(
        "De samenwerking is nu anders beschreven",
        "Inwoners met vragen over werk, inkomen en zorg",
        "Jongeren tot 27 jaar",
    )
    coordinator.follows("Pas de instellingen aan")
    coordinator.sees_page("Nieuwe scan")
    coordinator.reads("dan zijn de uitslagen minder goed te vergelijken")
    expect(coordinator.page.get_by_label("Naam van de scan")).to_have_value("Tweede meting")
    coordinator.presses("Zet de scan klaar")
    coordinator.sees_page("Tweede meting")
