"""A real browser for the tests: pages at the widths that matter, nothing from outside, and axe for accessibility."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Response, expect, sync_playwright

from scripts import browser as chromium
from tests.support.requirement import missing

WIDTHS = (320, 390, 1280)
HEIGHT = 800
PATIENCE = 20_000
"""Milliseconds for what a page must come to say; on a busy machine five seconds, Playwright's own, may be too few."""
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
FILES = {"stylesheet", "script", "image", "font"}
NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
"""Chromium finds no other host than this machine. Asking Python about every request does it too, and is slow."""
AXE_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the Chromium of this machine, started once."""
    if not chromium.driver_runs():
        missing("BROWSER", "the driver of Playwright does not start; on Debian and Ubuntu it needs libatomic1")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=chromium.find(), args=[NOWHERE_ELSE])
        except Error as error:
            missing("BROWSER", f"Chromium does not start: {error.message.splitlines()[0]}")
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page on a wide screen; the test fails when it asks another host for something or reports an error."""
    yield from open_page(browser, WIDTHS[-1])


@pytest.fixture(params=WIDTHS, ids=lambda width: f"{width}px")
def page_at_each_width(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page on a narrow phone, a phone and a wide screen in turn, watched as `page` is."""
    yield from open_page(browser, request.param)


def open_page(browser: Browser, width: int) -> Iterator[Page]:
    """Open a Dutch page of some width, watch it, and close it; what it reported fails the test."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT}, locale="nl-NL", timezone_id="Europe/Amsterdam"
    )
    page = context.new_page()
    reported = watch(page)
    yield page
    context.close()
    assert reported == []


def watch(page: Page) -> list[str]:
    """Return a list that grows with each fault of the page; to ask another host is one, and nothing comes of it.

    An answer 4xx to a page or a saved answer may be what a test wants to see; to a style sheet or script it never is.
    """
    reported: list[str] = []

    def on_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname not in {"127.0.0.1", "localhost"}:
            reported.append(f"asked another host for {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400 and response.request.resource_type in FILES:
            reported.append(f"status {response.status} for {response.url}")

    def on_console(line: ConsoleMessage) -> None:
        if line.type == "error" and not line.text.startswith("Failed to load resource"):
            reported.append(f"console: {line.text}")

    page.on("request", on_request)
    page.on("pageerror", lambda error: reported.append(f"script error: {error}"))
    page.on("response", on_response)
    page.on("console", on_console)
    return reported


def accessibility_faults(page: Page, *, without: tuple[str, ...] = ()) -> list[str]:
    """Return what axe finds on the page as it stands: rule, element and what is wrong, one line each.

    `without` names rules that cannot be judged in the circumstances of a test.
    """
    if not AXE.exists():
        missing("BROWSER", "axe-core is not installed in node_modules")
    page.wait_for_load_state()  # without its style a page has other faults
    if not page.evaluate("'axe' in window"):  # half a megabyte: once on a page, whatever its width becomes
        page.evaluate(AXE.read_text(encoding="utf-8"))
    options = {"runOnly": {"type": "tag", "values": list(AXE_RULES)}, "resultTypes": ["violations"]}
    found: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{violation['id']} at {node['target']}: {node['failureSummary']}"
        for violation in found["violations"]
        if violation["id"] not in without
        for node in violation["nodes"]
    ]


def scrolls_sideways(page: Page) -> bool:
    """Return whether the page is wider than the screen, which WCAG 1.4.10 forbids down to 320 pixels."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
