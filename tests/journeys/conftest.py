"""A running service, and people with browsers: who sets up, who answers on a phone, who answers at a desk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response

from app.config import load_settings
from app.main import create_app
from tests.journeys.coordinator import Coordinator
from tests.journeys.person import Person
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service
from tests.support.browser import HEIGHT, watch
from tests.support.server import serve

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": HEIGHT}}
PATIENCE = 20_000
"""Milliseconds."""
ON_PURPOSE = (
    "console: Response Status Error Code 4",
    *(f"console: htmx:{event}" for event in ("sendError", "sendAbort", "afterRequest")),
)
"""What htmx says in the console of an answer that was refused, did not arrive, or is not waited for any more; the page
says it too."""


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One service for all journeys, on SQLite; each journey has a scan of its own in it."""
    database = tmp_path_factory.mktemp("journeys") / "journeys.sqlite3"
    app = create_app(load_settings(database_url=f"sqlite:///{database}", assets="local"))
    with serve(app) as address:
        yield Service(app, address)


Somebody = TypeVar("Somebody", bound=Person)


class People:
    """Gives people, each with a new browser, and remembers what went wrong in their pages."""

    def __init__(self, browser: Browser, service: Service) -> None:
        self._browser = browser
        self._service = service
        self._contexts: list[BrowserContext] = []
        self._reported: list[list[str]] = []

    def new(self, kind: type[Somebody], screen: dict[str, Any] = DESK, *, scripts: bool = True) -> Somebody:
        """Somebody whose browser has been nowhere yet."""
        context = self._browser.new_context(
            **screen, locale="nl-NL", timezone_id="Europe/Amsterdam", java_script_enabled=scripts
        )
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        if issubclass(kind, Coordinator):
            context.add_cookies([self._service.signed_in("coordinator")])
        return kind(self.new_tab(context), self._service, taps=screen is PHONE, has_scripts=scripts)

    def another_tab(self, person: Somebody) -> Somebody:
        """The same person in another tab of the same browser."""
        tab = self.new_tab(person.page.context)
        return type(person)(tab, self._service, taps=person.taps, has_scripts=person.has_scripts)

    def new_tab(self, context: BrowserContext) -> Page:
        """One more page of a browser, watched."""
        page = context.new_page()
        faults = watch(page)
        page.on("response", lambda answer: faults.extend(fault_of_service(answer)))
        self._reported.append(faults)
        return page

    def leave(self) -> list[str]:
        """Close every browser and return what went wrong."""
        for context in self._contexts:
            context.close()
        return [fault for faults in self._reported for fault in faults if not fault.startswith(ON_PURPOSE)]


def fault_of_service(answer: Response) -> list[str]:
    """What is said of an answer that no journey ever wants to see."""
    return [f"status {answer.status} for {answer.url}"] if answer.status >= 500 else []


@pytest.fixture
def people(running: Service, browser: Browser) -> Iterator[People]:
    """Whoever a journey needs; what goes wrong in one of their pages fails the test."""
    people = People(browser, running)
    yield people
    assert people.leave() == []


@pytest.fixture
def coordinator(people: People) -> Coordinator:
    """Who manages every scan at this machine, at a desk."""
    return people.new(Coordinator)


@pytest.fixture
def resident(people: People) -> Respondent:
    """Somebody with a phone."""
    return people.new(Respondent, PHONE)


@pytest.fixture
def professional(people: People) -> Respondent:
    """Somebody at a desk."""
    return people.new(Respondent)
