"""A coördinator and an adviser walk through the service as their manuals tell it, and take the pictures in them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator

from app.accounts import cookies
from app.config import load_settings
from app.explaining.manuals import folder
from app.main import create_app
from tests.app.people import add_person, add_role, token_for
from tests.app.scans import SetUp, add_response, full_answers
from tests.journeys.conftest import People
from tests.journeys.coordinator import Coordinator
from tests.journeys.person import Person
from tests.journeys.pictures import WIDTH, Pictures, beside, pictures_of
from tests.journeys.service import Service
from tests.support.browser import HEIGHT
from tests.support.server import serve

SCREEN: dict[str, Any] = {"viewport": {"width": WIDTH, "height": HEIGHT}}
TODAY = date(2026, 10, 5)
BUNNIK = "GM0312"
EXAMPLE, LATER = "/scans/voorbeeld-houten-fase-1", "/scans/voorbeeld-houten-fase-2"
LARGEST, LARGEST_TOGETHER = 60_000, 700_000
"""Bytes: pictures are downloaded by who reads a manual."""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service of its own, with the examples, on a day that is always the same."""
    database = tmp_path_factory.mktemp("manuals") / "manuals.sqlite3"
    app = create_app(load_settings(database_url=f"sqlite:///{database}", assets="local", demo=True))
    app.state.today = lambda: TODAY
    app.state.now = lambda: datetime(TODAY.year, TODAY.month, TODAY.day, 10, tzinfo=UTC)
    with serve(app) as address:
        yield Service(app, address)


@pytest.fixture
def walkers(browser: Browser, service: Service) -> Iterator[People]:
    people = People(browser, service)
    yield people
    assert people.leave() == []


@pytest.fixture
def pictures() -> Iterator[Pictures]:
    pictures = Pictures()
    yield pictures
    pictures.close()


def somebody(walkers: People, service: Service, kind: type[Person], name: str, *grants: dict[str, Any]) -> Any:
    """Somebody whose name and roles are always the same, signed in."""
    person = walkers.new(kind, SCREEN)
    with service.writing() as session:
        account = add_person(session, name=name)
        account.is_example = not {"coordinator"} & {grant["role"] for grant in grants}  # who also compares the examples
        for grant in grants:
            add_role(session, account, **grant)
    cookie = {"name": cookies.name(service.app.state.settings), "value": token_for(service.app, account)}
    person.page.context.clear_cookies()
    person.page.context.add_cookies([cookie | {"url": service.address}])  # type: ignore[list-item]
    return person


def part(person: Person, heading: str) -> Locator:
    """The section of a page under one of its headings."""
    found = person.page.get_by_role("heading", name=heading, exact=True)
    return person.page.locator("section").filter(has=found).last


@pytest.mark.browser
def test_a_coordinator_goes_from_setting_up_to_then_and_now(
    walkers: People, service: Service, pictures: Pictures
) -> None:
    person = somebody(
        walkers, service, Coordinator, "Sanne Bakker", {"role": "coordinator", "municipality_code": BUNNIK}
    )
    page = person.page
    person.goes_to("/samenwerkingen/nieuw")
    if page.get_by_label("Gemeente", exact=True).count():
        person.types("Bunnik", at="Gemeente")
    person.types("Samen Verder", at="Naam van de samenwerking")
    person.types(
        "Inwoners met een uitkering die ook zorg of hulp bij schulden krijgen", at="Om welke inwoners gaat het?"
    )
    person.types("Sociaal team, sociale dienst, UWV en welzijn", at="Welke organisaties doen mee?")
    last = page.get_by_label("Welke organisaties doen mee?")
    pictures.take("coordinator-samenwerking", page, page.get_by_role("heading", level=1), last)
    person.types("Noor de Wit, cliëntondersteuner, 030 123 45 67", at="Aan wie kunnen inwoners iets vragen?")
    person.ticks("Deze persoon werkt niet bij de gemeente")
    page.get_by_label("Aan wie kunnen de andere drie groepen iets vragen?").fill("Karim Bakker, 030 765 43 21")
    page.get_by_text("Wijzig de instellingen").click()
    pictures.take("coordinator-venster", page, person.window("Professional"))
    person.presses("Maak de links")

    person.sees_page("Nulmeting")
    desk = person.desk
    counts = page.locator(".setup-counts")
    pictures.take("coordinator-begin", page, page.get_by_role("heading", level=1), page.locator(".setup-now"))
    person.goes_to(f"{desk}/inwoner")
    letter = page.get_by_label("Uitnodiging", exact=True)
    pictures.take("coordinator-uitnodiging", page, page.get_by_role("heading", name="Tekst om te versturen"), letter)

    answers_come_in(service, desk, inwoner=3, professional=9, organisatie=4, beleid=3)
    person.goes_to("/")
    pictures.take("coordinator-start", page, page.get_by_role("heading", level=1), page.locator(".start-steps"))
    person.goes_to(desk)
    pictures.take("coordinator-wachten", page, page.get_by_role("heading", name="Vragenlijsten tot nu toe"), counts)
    answers_come_in(service, desk, inwoner=4)
    person.goes_to(f"{desk}/sluiten")
    pictures.take("coordinator-sluiten", page, page.get_by_role("heading", level=1), page.locator(".closing-windows"))
    person.ticks("Ik begrijp dat sluiten niet is terug te draaien.")
    person.presses("Scan sluiten")

    person.goes_to(f"/gemeenten/{BUNNIK}/talen")
    rows = page.locator(".language-row")
    pictures.take("coordinator-talen", page, rows.nth(0), rows.nth(2))

    scan = desk.removesuffix("/beheer")
    person.goes_to(f"{scan}/ambitie")
    choices = page.locator(".ambition-choice")
    pictures.take("coordinator-ambitie", page, choices.nth(3), choices.nth(5))

    person.goes_to(EXAMPLE)
    pictures.take(
        "coordinator-uitslag", page, page.get_by_role("heading", level=1), page.locator(".result-story").first
    )
    person.goes_to(f"{EXAMPLE}/advies")
    advice = page.locator(".result-advice").first
    pictures.take("coordinator-advies", page, advice, advice.locator("p").filter(has_text="Eerste stap.").first)
    person.goes_to(f"{LATER}/verloop")
    pictures.take("coordinator-toen-en-nu", page, page.locator(".result-story").first)


def answers_come_in(service: Service, desk: str, **people: int) -> None:
    """Let people answer who differ a little, each the same in every walk."""
    scan_id = desk.split("/")[2]
    with service.writing() as session:
        found = set_up_of(session, scan_id)
        for window, number in people.items():
            for one in range(number):
                value = (0.25, 0.5, 0.5, 0.75)[one % 4]
                add_response(session, found, window, answers=full_answers(window, value))  # type: ignore[arg-type]


def set_up_of(session: Any, scan_id: str) -> SetUp:
    """A scan that was set up on its pages, as tests know one."""
    from app.store import scans  # noqa: PLC0415

    found = scans.find_scan(session, scan_id)
    windows = {one.window: one for one in scans.list_windows(session, scan_id)}
    return SetUp(found.scan, found.collaboration, windows)  # type: ignore[union-attr]


@pytest.mark.browser
def test_an_adviser_reads_lays_side_by_side_and_takes_along(
    walkers: People, service: Service, pictures: Pictures
) -> None:
    with service.writing() as session:
        from app.store import scans  # noqa: PLC0415

        examples = sorted({one.scan.collaboration_id for one in scans.list_example_scans(session)})
    grants = [{"role": "adviseur", "collaboration_id": one} for one in examples]
    person = somebody(walkers, service, Person, "Robin Visser", *grants)
    page = person.page
    heading = page.get_by_role("heading", level=1)

    person.goes_to("/uitslagen")
    pictures.take("adviseur-uitslagen", page, heading, page.locator("main ul").nth(0))
    person.goes_to(f"{LATER}/herkomst/kenmerk/coord")
    pictures.take("adviseur-herkomst", page, heading, page.locator(".result-story").first)

    person.goes_to(f"/vergelijken?{'&'.join(f's={one}' for one in examples)}")
    pictures.take(
        "adviseur-kiezen", page, page.get_by_role("heading", name="Samenwerkingen"), page.locator(".beside-go")
    )
    person.presses("Leg de aangevinkte naast elkaar")
    person.sees_page("Samenwerkingen naast elkaar")
    pictures.take("adviseur-naast-elkaar", page, heading, part(person, "Plek en eigen ambitie"))
    pictures.take("adviseur-meenemen", page, part(person, "Meenemen"))
    person.follows("Vervang de namen door aliassen")
    # Which letter somebody has is drawn by lot: that is not the same in every walk.
    pictures.take("adviseur-alias", page, heading, page.get_by_text("Elke letter staat voor"))


MANUALS = sorted(folder().glob("*.md"))


def test_every_picture_in_a_manual_is_one_that_is_taken_and_every_one_that_is_taken_is_in_a_manual() -> None:
    shown = [name for manual in MANUALS for name, _ in pictures_of(manual.read_text(encoding="utf-8"))]
    assert sorted(shown) == sorted(path.stem for path in beside().glob("*.png"))
    assert sorted(shown) == sorted(path.stem for path in beside().glob("*.txt"))
    walks = Path(__file__).read_text(encoding="utf-8")
    assert [name for name in shown if f'"{name}"' not in walks] == []


def test_every_picture_is_told_in_words_as_well() -> None:
    told = [words for manual in MANUALS for _, words in pictures_of(manual.read_text(encoding="utf-8"))]
    assert [words for words in told if len(words) < 30] == []
    assert len(told) == len(set(told))


def test_pictures_are_small_and_as_wide_as_a_manual() -> None:
    files = list(beside().glob("*.png"))
    assert [file.name for file in files if file.stat().st_size > LARGEST] == []
    assert sum(file.stat().st_size for file in files) < LARGEST_TOGETHER
    assert {struct.unpack(">I", file.read_bytes()[16:20])[0] for file in files} == {WIDTH}
