"""An adviser lays collaborations of three municipalities beside each other, at a desk, on a phone, and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from app.accounts import cookies
from tests.app.people import add_person, add_role, token_for
from tests.app.scans import SetUp
from tests.journeys.conftest import PHONE, People
from tests.journeys.person import Person
from tests.journeys.service import Service

PLACES = {"GM0321": "Op Koers", "GM0632": "Ferm Wijzer", "GM0352": "De Tafel"}
CHOOSE = "/vergelijken"


@pytest.fixture
def made(running: Service) -> list[SetUp]:
    """A closed scan in each of three municipalities, of the same kind and with the same ambition."""
    found = []
    for code, name in PLACES.items():
        set_up = running.closed_scan(ambition=6, municipality=code)
        running.change(set_up.collaboration, kind="intake", name=f"{name} {set_up.scan.id[:4]}")
        found.append(set_up)
    return found


def adviser(people: People, running: Service, made: list[SetUp], **how: object) -> Person:
    """Somebody who was given access to these collaborations."""
    person = people.new(Person, **how)  # type: ignore[arg-type]
    with running.writing() as session:
        account = add_person(session, name="Adviseur op reis")
        for one in made:
            add_role(session, account, "adviseur", collaboration_id=one.collaboration.id)
    name = cookies.name(running.app.state.settings)
    person.page.context.add_cookies([{"name": name, "value": token_for(running.app, account), "url": running.address}])
    return person


@pytest.mark.browser
def test_an_adviser_chooses_filters_reads_and_takes_along(
    people: People, running: Service, made: list[SetUp], tmp_path: Path
) -> None:
    person = adviser(people, running, made)
    person.goes_to("/")
    person.follows("Vergelijken")
    person.sees_page("Vergelijken")
    boxes = person.page.get_by_role("checkbox", name="Gezamenlijke toegang")
    expect(boxes).to_have_count(3)
    boxes.first.check()
    person.page.get_by_label("Zoek op naam of doelgroep").press_sequentially("woerden")
    expect(person.page.locator("#keuze").get_by_text("1 samenwerking past bij de filters")).to_be_visible()
    expect(person.page.get_by_text("Ook aangevinkt")).to_be_visible()
    person.page.get_by_role("checkbox", name="Woerden").check()
    person.can_use_this_page()
    person.presses("Leg de aangevinkte naast elkaar")
    person.sees_page("Samenwerkingen naast elkaar")
    person.reads("2 samenwerkingen, op volgorde van naam", "Houten, Op Koers", "Woerden, Ferm Wijzer")
    person.follows("Kenmerken")
    expect(person.page.get_by_role("link", name="Kenmerken")).to_have_attribute("aria-current", "page")
    person.page.get_by_label("Voor welke samenwerking").select_option(label=_named(person, "Woerden"))
    person.presses("Toon")
    person.reads("Verschillen in plek met Woerden", "Leer van elkaar")
    person.can_use_this_page()
    with person.page.expect_download() as waiting:
        person.follows("CSV voor een spreadsheet")
    waiting.value.save_as(tmp_path / waiting.value.suggested_filename)
    assert "Woerden, Ferm Wijzer" in (tmp_path / "vergelijking.csv").read_text(encoding="utf-8-sig")


def _named(person: Person, place: str) -> str:
    options = person.page.get_by_label("Voor welke samenwerking").locator("option").all_inner_texts()
    return next(one for one in options if one.startswith(place))


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_on_a_phone_under_aliases_nothing_on_the_page_says_who_it_is(
    people: People, running: Service, made: list[SetUp], scripts: bool
) -> None:
    person = adviser(people, running, made, screen=PHONE, scripts=scripts)
    person.goes_to(f"{CHOOSE}?soort=intake")
    person.touches(person.page.get_by_label("Met aliassen"))
    person.presses("Leg alles wat past naast elkaar")
    person.sees_page("Samenwerkingen naast elkaar")
    person.reads("3 samenwerkingen onder een alias", "Gemeente A", "Gemeente B", "Gemeente C")
    person.does_not_read("Houten", "Woerden", "Duurstede", "Op Koers")
    assert "s=" not in person.page.url.replace("alias=", "")
    assert not any(place in person.page.content() for place in ("Houten", "Woerden", "Duurstede"))
    if scripts:
        person.can_use_this_page()
    person.follows("Toon de namen")
    person.reads("Houten, Op Koers")


@pytest.mark.browser
def test_it_goes_by_keyboard_alone(people: People, running: Service, made: list[SetUp]) -> None:
    person = adviser(people, running, made)
    person.goes_to(CHOOSE)
    for name in ("Houten", "Woerden"):
        person.page.get_by_role("checkbox", name=name).focus()
        person.page.keyboard.press("Space")
    person.page.get_by_role("checkbox", name="Met aliassen").focus()
    person.page.keyboard.press("Tab")
    go = person.page.get_by_role("button", name="Leg de aangevinkte naast elkaar")
    expect(go).to_be_focused()
    # On a slow connection the list comes anew when somebody is already further on.
    go.evaluate("button => { button.dataset.before = ''; htmx.trigger('#keuze', 'change'); }")
    expect(person.page.locator("[data-before]")).to_have_count(0)
    expect(go).to_be_focused()
    person.page.keyboard.press("Enter")
    person.sees_page("Samenwerkingen naast elkaar")
    table = person.page.get_by_role("region", name="Hoe ver elke samenwerking")
    table.focus()
    expect(table).to_be_focused()


@pytest.mark.browser
def test_access_that_is_withdrawn_is_gone_from_the_page_at_once(
    people: People, running: Service, made: list[SetUp]
) -> None:
    person = adviser(people, running, made[:1])
    person.goes_to(f"{CHOOSE}/naast-elkaar?s={made[0].collaboration.id}&s={made[1].collaboration.id}")
    person.reads("1 samenwerking, op volgorde van naam", "Houten, Op Koers")
    person.does_not_read("Woerden")
