"""What a page costs who opens it first: few bytes, and nothing that moves while it arrives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.journeys.conftest import PATIENCE, PHONE
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

FIRST_PAGE, FIRST_RESULT = 60_000, 150_000
"""Bytes over the wire of a first visit, headers and all: a questionnaire, and a result before Plotly."""
SHIFTS = """
window.shifted = [];
new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifted.push(
    [entry.value, ...entry.sources.map(source => source.node?.className ?? source.node?.nodeName)]
))).observe({ type: "layout-shift", buffered: true });
"""


@dataclass
class Wire:
    """What came over the line, by address."""

    bytes: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All of it but Plotly, which is fetched when the page can be read."""
        return sum(
            size for address, size in self.bytes.items() if "plotly" not in address and "/grafieken/" not in address
        )


@contextmanager
def first_visit(browser: Browser) -> Iterator[tuple[Page, Wire]]:
    """A phone that was never here, with what it receives."""
    context = browser.new_context(**PHONE, locale="nl-NL")
    context.set_default_timeout(PATIENCE)
    page, wire, addresses = context.new_page(), Wire(), {}
    page.add_init_script(SHIFTS)
    line = context.new_cdp_session(page)
    line.send("Network.enable")

    def on_answer(event: dict[str, Any]) -> None:
        addresses[event["requestId"]] = event["response"]["url"]

    def on_end(event: dict[str, Any]) -> None:
        address = addresses.get(event["requestId"], "")
        wire.bytes[address] = wire.bytes.get(address, 0) + int(event["encodedDataLength"])

    line.on("Network.responseReceived", on_answer)
    line.on("Network.loadingFinished", on_end)
    yield page, wire
    context.close()


def test_the_first_page_of_a_questionnaire_is_light_and_stands_still(browser: Browser, running: Service) -> None:
    with first_visit(browser) as (page, wire):
        page.goto(running.address + running.scan().link("inwoner"), wait_until="networkidle")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert len(wire.bytes) > 4, "the page came with its styles"
        assert wire.total < FIRST_PAGE, wire.bytes
        assert page.evaluate("shifted") == []


def test_what_saves_answers_comes_with_the_first_question_and_is_light_too(browser: Browser, running: Service) -> None:
    with first_visit(browser) as (page, wire):
        resident = Respondent(page, running, taps=True)
        resident.goes_to(running.scan().link("inwoner"))
        wire.bytes.clear()
        resident.begins("Voor mijzelf")
        page.wait_for_load_state("networkidle")
        assert any("htmx" in address for address in wire.bytes)
        assert wire.total < FIRST_PAGE / 2, wire.bytes
        assert page.evaluate("shifted") == []
        resident.chooses("Vaak")
        resident.sees_saved()
        assert page.evaluate("shifted") == [], "nothing moves when an answer was saved"


def test_a_result_is_light_before_its_charts_come_alive(browser: Browser, running: Service) -> None:
    scan = running.closed_scan(ambition=5)
    with first_visit(browser) as (page, wire):
        page.context.add_cookies([running.signed_in("coordinator")])
        page.goto(f"{running.address}/scans/{scan.scan.id}", wait_until="networkidle")
        expect(page.locator("main svg:visible").first).to_be_visible()
        assert wire.total < FIRST_RESULT, wire.bytes
        assert page.evaluate("shifted") == []


def test_every_file_of_a_page_is_kept_for_ever_and_comes_compressed(browser: Browser, running: Service) -> None:
    with first_visit(browser) as (page, _):
        answers: list[Response] = []
        page.on("response", lambda answer: answers.extend([answer]))
        page.goto(running.address + running.scan().link("inwoner"), wait_until="networkidle")
        files = [answer for answer in answers if "/assets/" in answer.url]
        assert files
        for file in files:
            assert "immutable" in file.headers["cache-control"], file.url
            assert file.headers.get("content-encoding") == "gzip", file.url
