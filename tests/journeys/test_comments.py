"""What somebody wrote, from the moderator who reads it first to who reads it with the result."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.app.drafts import add_comment
from tests.app.scans import SetUp
from tests.journeys.conftest import PHONE, People
from tests.journeys.person import Person
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

WITH_NAME = "Karin van het loket luistert, de rest stuurt mij door."
WITHOUT_NAME = "Iemand van het loket luistert, de rest stuurt mij door."
TO_KEEP = "Ik wil er zelf bij zijn."
HURTS = "Mijn buurman is een oplichter."


@pytest.fixture
def scan(running: Service) -> SetUp:
    """A closed scan in which residents wrote three things."""
    set_up = running.closed_scan()
    with running.writing() as session:
        for text in (WITH_NAME, TO_KEEP, HURTS):
            add_comment(session, set_up, text, "inwoner", "inw_relatie")
    return set_up


def moderator_of(people: People, scan: SetUp, *, scripts: bool = True) -> Person:
    person = people.new(Person, scripts=scripts)
    person.page.context.add_cookies([person.service.signed_in("moderator", scan_id=scan.scan.id)])
    return person


def comment(person: Person, text: str) -> Locator:
    """The comment with these words."""
    return person.page.locator("article").filter(has_text=text)


def decides(person: Person, text: str, choice: str) -> None:
    """Press a button of one comment; its name says of which, to who only hears it."""
    person.touches(comment(person, text).get_by_role("button", name=choice).first)


def reads_and_judges(person: Person, scan: SetUp) -> None:
    """From the list of scans to the last comment of a window."""
    person.goes_to("/opmerkingen")
    person.reads("3 opmerkingen wachten op u")
    person.follows(f"{scan.collaboration.name}: {scan.scan.name}")
    person.follows("Inwoner")
    person.sees_page("Opmerkingen: inwoner")
    person.reads("0 van 3 beoordeeld")

    place = comment(person, WITH_NAME)
    person.touches(place.locator("summary").filter(has_text="Pas de tekst aan"))
    place.get_by_label("Zo komt de tekst in de uitslag").fill(WITHOUT_NAME)
    decides(person, WITH_NAME, "Vrijgeven")
    person.reads("1 van 3 beoordeeld", "De vorige opmerking is vrijgegeven.")
    expect(comment(person, WITHOUT_NAME)).to_contain_text("Aangepast vrijgegeven")

    decides(person, HURTS, "Niet vrijgeven")
    person.reads("2 van 3 beoordeeld")
    decides(person, TO_KEEP, "Vrijgeven")
    person.reads("3 van 3 beoordeeld", "Alles in dit venster is beoordeeld.")
    if person.has_scripts:
        person.can_use_this_page()


def reads_the_result(people: People, scan: SetUp) -> None:
    """Somebody who reads along meets what was released, in the words of the moderator."""
    reader = people.new(Person, PHONE)
    reader.page.context.add_cookies([reader.service.signed_in("meelezer", municipality_code="GM0321")])
    reader.goes_to(f"/scans/{scan.scan.id}/vensters/inwoner")
    reader.reads("Wat mensen hierbij schreven", WITHOUT_NAME, TO_KEEP)
    reader.does_not_read(WITH_NAME, HURTS)
    reader.can_use_this_page()


def test_a_moderator_takes_out_a_name_and_somebody_reads_the_rest(people: People, scan: SetUp) -> None:
    moderator = moderator_of(people, scan)
    reads_and_judges(moderator, scan)
    reads_the_result(people, scan)
    again = comment(moderator, TO_KEEP)
    moderator.touches(again.locator("summary").filter(has_text="Verander uw keuze"))
    decides(moderator, TO_KEEP, "Niet vrijgeven")
    expect(comment(moderator, TO_KEEP)).to_contain_text("Niet vrijgegeven")


def test_the_same_without_javascript(people: People, scan: SetUp) -> None:
    reads_and_judges(moderator_of(people, scan, scripts=False), scan)
    reads_the_result(people, scan)


def test_a_comment_is_judged_with_the_keyboard_alone(people: People, scan: SetUp) -> None:
    moderator = moderator_of(people, scan)
    moderator.goes_to(f"/scans/{scan.scan.id}/opmerkingen/inwoner")
    first = moderator.page.locator("article").first
    words = first.locator("blockquote").inner_text()
    first.locator("summary").focus()
    moderator.page.keyboard.press("Tab")
    expect(first.get_by_role("button", name="Vrijgeven").first).to_be_focused()
    moderator.page.keyboard.press("Enter")
    moderator.reads("1 van 3 beoordeeld")
    expect(comment(moderator, words)).to_contain_text("Vrijgegeven")
    assert "#opmerking-" in moderator.page.url, "it goes on at the next that waits"
