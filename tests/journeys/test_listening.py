"""What somebody hears who does not see the page: nothing twice, no loose pieces of drawings, pauses between words."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.coordinator import Coordinator
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service

pytestmark = pytest.mark.browser


def heard(person: Coordinator | Respondent) -> str:
    """The page as the browser hands it to a screen reader, line by line."""
    return str(person.page.locator("body").aria_snapshot())


def test_how_far_a_resident_is_is_said_once(resident: Respondent, running: Service) -> None:
    resident.goes_to(running.scan().link("inwoner"))
    resident.begins("Voor mijzelf")
    expect(resident.page.locator("progress")).to_be_visible()
    assert heard(resident).count("Vraag 1 van 14") == 1
    assert "progressbar" not in heard(resident)


def test_a_subject_and_how_far_it_is_are_not_run_together(professional: Respondent, running: Service) -> None:
    professional.goes_to(running.scan().link("professional"))
    professional.begins("UWV")
    subject = re.compile("^Elkaar kennen en vertrouwen ?, nog te doen$")
    expect(professional.page.get_by_role("button", name=subject)).to_be_visible()


def test_the_desk_says_what_is_still_needed_and_no_percentages(coordinator: Coordinator) -> None:
    coordinator.goes_to(f"/scans/{coordinator.service.scan().scan.id}/beheer")
    expect(coordinator.page.locator("progress").first).to_be_visible()
    assert "progressbar" not in heard(coordinator)
    assert "nodig" in heard(coordinator)
    assert "›" not in heard(coordinator), "the sign between the steps of the way here is a drawing"


def test_a_chart_is_a_name_a_sentence_and_a_table_and_its_numbers_can_be_passed_over(coordinator: Coordinator) -> None:
    scan = coordinator.service.closed_scan(ambition=6)
    coordinator.goes_to(f"/scans/{scan.scan.id}/spiegel")
    figure = coordinator.page.get_by_role("figure").first
    picture = figure.get_by_role("img")
    expect(picture).to_have_accessible_name(figure.locator(".result-figure__title").inner_text())
    expect(picture).not_to_have_accessible_description("")
    expect(figure.locator(".result-figure__legend")).to_be_visible()
    expect(figure.get_by_role("listitem")).to_have_count(0)
