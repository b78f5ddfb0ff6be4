"""What changes on a page without a new page is read aloud: it is said in a status that was there before."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.journeys.coordinator import Coordinator

pytestmark = pytest.mark.browser

SAME = "document.getElementById('melding').dataset.same = 'ja'"


def test_choosing_for_whom_the_advice_is_says_how_much_there_is(coordinator: Coordinator) -> None:
    scan = coordinator.service.closed_scan(ambition=6)
    coordinator.goes_to(f"/scans/{scan.scan.id}/advies")
    said = coordinator.page.locator("#melding")
    assert said.get_attribute("role") == "status"
    expect(said).to_be_empty()
    coordinator.page.evaluate(SAME)
    coordinator.follows("Organisatie")
    expect(said).to_contain_text("aanbeveling")
    assert said.get_attribute("data-same") == "ja", "the element that speaks is the one that was there"
    expect(coordinator.page.get_by_role("link", name="Organisatie", exact=True)).to_have_attribute(
        "aria-current", "true"
    )
    expect(coordinator.page.get_by_role("link", name="Organisatie", exact=True)).to_be_focused()


def test_filtering_what_can_be_compared_says_how_many_fit(coordinator: Coordinator) -> None:
    coordinator.service.closed_scan()
    coordinator.goes_to("/vergelijken")
    said = coordinator.page.locator("#melding")
    expect(said).to_be_empty()
    coordinator.page.evaluate(SAME)
    coordinator.page.get_by_label("Zoek op naam of doelgroep").press_sequentially("bestaat niet")
    expect(said).to_contain_text("passen bij de filters")
    assert said.get_attribute("data-same") == "ja"
    expect(coordinator.page.get_by_label("Zoek op naam of doelgroep")).to_be_focused()
