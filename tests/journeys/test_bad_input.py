"""What cannot be is told in Dutch, with a way on, and changes nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from sqlmodel import Session, select

from app.models import DraftAnswer
from tests.app.scans import SetUp
from tests.journeys.conftest import People
from tests.journeys.coordinator import Coordinator
from tests.journeys.person import ANSWER_MS
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

UNKNOWN = "Deze code kennen wij niet. Kijk of alle tekens kloppen: een code heeft er 12, 16 of 20."


@pytest.fixture
def scan(running: Service) -> SetUp:
    return running.scan()


def saved(service: Service) -> set[tuple[str, str, str]]:
    with Session(service.app.state.engine) as session:
        return {(row.draft_id, row.item, row.value) for row in session.exec(select(DraftAnswer))}


def test_a_wrong_code_can_be_corrected(resident: Respondent, scan: SetUp) -> None:
    resident.goes_to("/meedoen")
    resident.presses("Verder")
    resident.is_told("Vul de code in die in uw uitnodiging staat.")
    resident.types("CDFG-HJKM-NPQ", at="Uw code")
    resident.presses("Verder")
    resident.is_told(UNKNOWN)
    expect(resident.page.get_by_label("Uw code")).to_have_value("CDFG-HJKM-NPQ")
    resident.types(f" {scan.windows['inwoner'].code.lower()} ", at="Uw code")
    resident.presses("Verder")
    resident.sees_page("Hoe was de hulp voor u?")


def test_a_link_that_does_not_exist_leads_to_the_place_for_a_code(resident: Respondent) -> None:
    resident.goes_to("/m/CDFGHJKMNPQR")
    resident.sees_page("Deze link kennen wij niet")
    resident.follows("Vul uw code in")
    resident.sees_page("Vul uw code in")


def test_an_address_without_the_invitation_opens_nothing(resident: Respondent, scan: SetUp) -> None:
    resident.goes_to(scan.path("inwoner"))
    resident.sees_page("Open deze pagina met uw link of code")
    resident.does_not_read(scan.collaboration.name)


def test_a_page_that_does_not_exist(coordinator: Coordinator, scan: SetUp) -> None:
    for path in ("/bestaat-niet", "/scans/bestaat-niet/beheer", f"/scans/{scan.scan.id}/beheer/gemeente"):
        coordinator.goes_to(path)
        coordinator.sees_page("Deze pagina bestaat niet")
    coordinator.follows("Naar de startpagina")
    assert coordinator.path == "/"


def test_a_form_from_before_starting_over_changes_nothing(
    professional: Respondent, people: People, scan: SetUp
) -> None:
    professional.goes_to(scan.link("professional"))
    professional.begins("UWV")
    professional.chooses_option(1, at=1)
    professional.sees_saved(1)
    other_tab = people.another_tab(professional)
    other_tab.goes_to(scan.link("professional"))
    other_tab.presses("Opnieuw beginnen")
    other_tab.begins("UWV")
    before = saved(professional.service)

    professional.chooses_option(5, at=1)
    expect(professional.outcome(1)).to_have_text(
        "Niet opgeslagen: in een ander venster van uw browser bent u opnieuw begonnen.", timeout=ANSWER_MS
    )
    professional.presses("Volgende")
    professional.sees_page("Dit hoort bij een andere vragenlijst")
    professional.can_use_this_page()
    assert saved(professional.service) == before
    professional.follows("Verder met de vragenlijst")
    professional.sees_page("Verdergaan of opnieuw beginnen?")


def test_sending_twice_counts_once(professional: Respondent, people: People, scan: SetUp) -> None:
    professional.goes_to(scan.link("inwoner"))
    professional.begins("Voor mijzelf")
    professional.answers("Altijd")
    professional.goes_to(f"{scan.path('inwoner')}/controle")
    other_tab = people.another_tab(professional)
    other_tab.goes_to(professional.page.url)
    professional.presses("Versturen")
    professional.sees_page("Dank u wel")
    other_tab.presses("Versturen")
    other_tab.sees_page("Hier is niets meer te versturen")
    other_tab.can_use_this_page()


def test_a_scan_that_is_not_closed_has_no_result_and_no_ambition(coordinator: Coordinator, scan: SetUp) -> None:
    for path in ("", "/ambitie", "/advies", "/afdrukken"):
        coordinator.goes_to(f"/scans/{scan.scan.id}{path}")
        expect(coordinator.page.get_by_role("heading", level=1)).not_to_contain_text("Uitslag")


def test_a_comment_that_is_too_long_is_kept_and_not_cut(professional: Respondent, scan: SetUp) -> None:
    professional.goes_to(scan.link("professional"))
    professional.begins("UWV")
    professional.page.wait_for_load_state()
    professional.types("a" * 501, at="Wilt u iets toelichten? Dat hoeft niet.")
    expect(professional.page.get_by_role("status").last).to_contain_text(
        "uw tekst is 1 teken te lang", timeout=ANSWER_MS
    )
    professional.presses("Volgende")
    expect(professional.page.locator("#fouten")).to_be_focused(timeout=ANSWER_MS)
    expect(professional.page.get_by_label("Wilt u iets toelichten? Dat hoeft niet.")).to_have_value("a" * 501)
