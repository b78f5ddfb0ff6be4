"""Residents answer in the language that they read best, change it halfway, and lose nothing."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import Session, func, select

from app.models import Comment, Draft, Response
from app.web.language import LANGUAGES, words_in
from tests.app.responding.languages import CHECKED_BY, declare
from tests.app.scans import SetUp
from tests.journeys.conftest import PHONE, People
from tests.journeys.person import ANSWER_MS
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

COMMENT = "Wilt u hier nog iets over zeggen?"
TYPED = "Ik hoefde maar één keer te bellen."


@pytest.fixture
def scan(running: Service) -> SetUp:
    return running.scan()


def count(service: Service, table: type[Draft | Response | Comment], set_up: SetUp) -> int:
    with Session(service.app.state.engine) as session:
        return session.exec(select(func.count()).select_from(table).where(table.scan_id == set_up.scan.id)).one()


def expect_language(page: Page, code: str) -> None:
    expect(page.locator("html")).to_have_attribute("lang", code, timeout=ANSWER_MS)
    expect(page.locator("html")).to_have_attribute("dir", LANGUAGES[code].direction)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_halfway_to_english_and_back_and_sent(people: People, scan: SetUp, *, scripts: bool) -> None:
    resident = people.new(Respondent, PHONE, scripts=scripts)
    resident.goes_to(scan.link("inwoner"))
    resident.begins("Voor mijzelf")
    resident.answers("Vaak")
    resident.sees_page("Vraag 2 van 14")
    resident.chooses("Soms")
    resident.types(TYPED, at=COMMENT)

    resident.presses("English")
    expect_language(resident.page, "en")
    resident.sees_page("Question 2 of 14")
    expect(resident.answer("Sometimes")).to_be_checked()
    expect(resident.page.locator("textarea")).to_have_value(TYPED)
    resident.chooses("Often")
    if scripts:
        expect(resident.outcome(1)).to_have_text(words_in("en").say("Opgeslagen"), timeout=ANSWER_MS)
    resident.presses(words_in("en").say("Volgende"))
    resident.sees_page("Question 3 of 14")

    resident.presses("Nederlands")
    expect_language(resident.page, "nl")
    resident.sees_page("Vraag 3 van 14")
    resident.answers_the_rest()
    resident.sees_page("Kijk uw antwoorden na")
    resident.reads("14 van de 14 vragen", TYPED)
    resident.reads_answer("Hoe vaak paste de hulp van alle organisaties goed bij elkaar?", "Vaak")
    resident.presses("Versturen")
    resident.sees_page("Dank u wel")
    assert (count(resident.service, Response, scan), count(resident.service, Comment, scan)) == (1, 1)


def test_a_resident_meets_arabic_from_the_link_to_the_thanks(people: People, running: Service) -> None:
    scan = running.scan(municipality="GM0344")
    declare(running.app, scan, "ar")
    say = words_in("ar").say
    resident = people.new(Respondent, PHONE)
    resident.goes_to(scan.path("inwoner") + "?taal=ar")
    expect_language(resident.page, "ar")
    resident.sees_page(say("Open deze pagina met uw link of code"))

    resident.goes_to(scan.link("inwoner"))
    expect_language(resident.page, "ar")
    resident.reads(CHECKED_BY)
    begin(resident)
    resident.chooses_option(3, at=1)
    expect(resident.outcome(1)).to_have_text(say("Opgeslagen"), timeout=ANSWER_MS)
    resident.presses(say("Later verder"))
    resident.sees_page(say("Later verdergaan"))
    resident.can_use_this_page()
    resident.follows(say("Wis alles"))
    resident.sees_page(say("Alles wissen?"))
    resident.presses(say("Wis alles"))
    resident.sees_page(say("Uw antwoorden zijn gewist"))
    expect_language(resident.page, "ar")
    assert count(running, Draft, scan) == 0

    resident.goes_to(scan.link("inwoner"))
    expect_language(resident.page, "nl")
    resident.presses("العربية")
    expect_language(resident.page, "ar")
    begin(resident)
    while "/stap/" in resident.path:
        resident.chooses_option(1, at=1)
        expect(resident.outcome(1)).to_have_text(say("Opgeslagen"), timeout=ANSWER_MS)
        here = resident.page.url
        resident.touches(resident.page.locator(".app-buttons [value=volgende]"))
        expect(resident.page).not_to_have_url(here, timeout=ANSWER_MS)
    resident.presses(say("Versturen"))
    expect(resident.page).to_have_url(re.compile("/bedankt$"), timeout=ANSWER_MS)
    expect_language(resident.page, "ar")
    assert count(running, Response, scan) == 1


def test_an_answer_that_does_not_arrive_is_said_in_the_language_of_the_page(people: People, scan: SetUp) -> None:
    resident = people.new(Respondent, PHONE)
    resident.goes_to(f"{scan.link('inwoner')}?taal=en")
    begin(resident)
    resident.page.wait_for_load_state()
    resident.page.context.set_offline(True)
    resident.chooses_option(1, at=1)
    expect(resident.outcome(1)).to_contain_text("Not saved: there is no", timeout=ANSWER_MS)
    resident.page.context.set_offline(False)
    expect(resident.outcome(1)).to_have_text(words_in("en").say("Opgeslagen"), timeout=ANSWER_MS)


class Reader:
    """A resident of a municipality that offers every language, who reads one of them."""

    def __init__(self, people: People, running: Service, code: str) -> None:
        self.scan = running.scan(municipality="GM0363")
        declare(running.app, self.scan, *(other for other in LANGUAGES if other not in {"nl", "en"}))
        self.code, self.say, self.home = code, words_in(code).say, self.scan.path("inwoner")
        self.resident = people.new(Respondent, PHONE)
        self.page = self.resident.page

    def can_use(self, part: str) -> None:
        """Go to a page of this window, and find nothing wrong with it."""
        self.resident.goes_to(f"{self.home}/{part}".rstrip("/"))
        self.finds_nothing_wrong()

    def finds_nothing_wrong(self) -> None:
        expect_language(self.page, self.code)
        self.resident.can_use_this_page()

    def is_refused(self) -> None:
        """What was sent comes back with what is wrong, and with that page nothing else is."""
        expect(self.page.locator("#fouten")).to_be_visible(timeout=ANSWER_MS)
        self.finds_nothing_wrong()


@pytest.fixture(params=[code for code in LANGUAGES if code != "nl"])
def reader(people: People, running: Service, request: pytest.FixtureRequest) -> Reader:
    return Reader(people, running, request.param)


def test_axe_finds_nothing_on_the_way_in(reader: Reader) -> None:
    resident, page = reader.resident, reader.page
    resident.goes_to(f"/meedoen?taal={reader.code}")
    reader.finds_nothing_wrong()
    resident.presses(reader.say("Verder"))
    reader.is_refused()
    reader.can_use("")
    resident.sees_page(reader.say("Open deze pagina met uw link of code"))
    resident.goes_to(reader.scan.link("inwoner"))
    for folded in page.locator("main details").all():
        folded.locator("summary").tap()
    reader.finds_nothing_wrong()
    page.locator("#begin .app-buttons button").tap()
    reader.is_refused()
    begin(resident)
    resident.goes_to(reader.scan.link("inwoner"))
    resident.sees_page(reader.say("Verdergaan of opnieuw beginnen?"))
    reader.finds_nothing_wrong()


def test_axe_finds_nothing_on_the_questions_and_after_them(reader: Reader) -> None:
    resident, page, say = reader.resident, reader.page, reader.say
    resident.goes_to(f"{reader.scan.link('inwoner')}?taal={reader.code}")
    begin(resident)
    reader.finds_nothing_wrong()
    page.locator("summary.app-languages__current").tap()
    expect(page.locator(".app-languages__list")).to_be_visible()
    reader.finds_nothing_wrong()
    resident.goes_to(f"{reader.home}/stap/2")
    page.locator("textarea").fill("jan@voorbeeld.nl " * 60)
    resident.touches(page.locator(".app-buttons [value=volgende]"))
    reader.is_refused()
    page.locator("textarea").fill("jan@voorbeeld.nl")
    resident.touches(page.locator(".app-buttons [value=later]"))
    resident.sees_page(say("Later verdergaan"))
    reader.finds_nothing_wrong()
    reader.can_use("controle")
    resident.presses(say("Toch versturen"))
    reader.is_refused()
    reader.can_use("stap/99")
    reader.can_use("wissen")
    resident.presses(say("Wis alles"))
    resident.sees_page(say("Uw antwoorden zijn gewist"))
    reader.finds_nothing_wrong()


@pytest.mark.parametrize("code", ["en", "ar"])
def test_axe_finds_nothing_after_closing(people: People, running: Service, code: str) -> None:
    closed = running.closed_scan(municipality="GM0344")
    declare(running.app, closed, "ar")
    resident = people.new(Respondent, PHONE)
    resident.goes_to(f"{closed.link('inwoner')}?taal={code}")
    expect_language(resident.page, code)
    resident.sees_page(words_in(code).say("Dit kwam eruit"))
    resident.can_use_this_page()


def begin(resident: Respondent) -> None:
    """Choose the first role and go to the first question, in whatever language."""
    resident.touches(resident.page.locator("label[for=rol-1]"))
    resident.touches(resident.page.locator("#begin .app-buttons button"))
    resident.is_at_step(1)
