"""A professional answers at a desk, one subject at a time; what the page calls saved is saved, what is not is said."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.app.scans import SetUp
from tests.journeys.conftest import People
from tests.journeys.person import ANSWER_MS
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

NO_CONNECTION = "Niet opgeslagen: er is geen verbinding met internet."


@pytest.fixture
def scan(running: Service) -> SetUp:
    return running.scan()


@pytest.fixture
def answering(professional: Respondent, scan: SetUp) -> Respondent:
    """A professional at the first subject."""
    professional.goes_to(scan.link("professional"))
    professional.begins("UWV")
    professional.page.wait_for_load_state()
    return professional


def test_nine_subjects_from_the_first_to_the_thanks(answering: Respondent) -> None:
    answering.reads("Onderdeel 1 van 9")
    answering.sees_page("Gedeelde visie en doel")
    assert answering.questions.count() > 1
    for number in (1, 2):
        expect(answering.outcome(number)).to_be_empty()
        answering.chooses_option(3, at=number)
        answering.sees_saved(number)
    answering.goes_on()
    while "Onderdeel 9 van 9" not in answering.page.locator(".question-place").inner_text():
        answering.answers_whole_screen(4)

    answering.sees_page("De samenwerking nu")
    expect(answering.questions).to_have_count(1)
    expect(answering.page.get_by_role("radio")).to_have_count(7)
    answering.answers_whole_screen(5)
    answering.sees_page("Kijk uw antwoorden na")
    answering.reads("Gedeelde visie en doel", "De samenwerking nu")
    answering.does_not_read("Overgeslagen")
    answering.presses("Versturen")
    answering.sees_page("Dank u wel, uw antwoorden zijn verstuurd")


def test_a_reload_keeps_what_was_saved_and_the_portraits_keep_their_order(answering: Respondent) -> None:
    answering.chooses_option(2, at=1)
    answering.sees_saved(1)
    answering.reloads()
    expect(answering.questions.first.get_by_role("radio").nth(1)).to_be_checked()

    answering.goes_to(f"{answering.path.rpartition('/')[0]}/9")
    portraits = answering.page.locator("label.question-option").all_inner_texts()
    answering.reloads()
    assert answering.page.locator("label.question-option").all_inner_texts() == portraits


def test_two_tabs_never_overwrite_each_other(answering: Respondent, people: People) -> None:
    answering.chooses_option(1, at=1)
    answering.sees_saved(1)
    other_tab = people.another_tab(answering)
    other_tab.goes_to(answering.page.url)
    other_tab.chooses_option(5, at=2)
    other_tab.sees_saved(2)
    answering.chooses_option(4, at=1)
    answering.sees_saved(1)

    other_tab.goes_on()
    other_tab.is_at_step(2)
    answering.reloads()
    expect(answering.questions.nth(0).get_by_role("radio").nth(3)).to_be_checked()
    expect(answering.questions.nth(1).get_by_role("radio").nth(4)).to_be_checked()


def test_closing_the_browser_and_coming_back_by_the_same_link(
    answering: Respondent, people: People, scan: SetUp
) -> None:
    answering.chooses_option(2, at=1)
    answering.sees_saved(1)
    kept = [one for one in answering.page.context.cookies() if one["expires"] > 0]
    back = people.new(Respondent)
    back.page.context.add_cookies(kept)  # type: ignore[arg-type]
    back.goes_to(scan.link("professional"))
    back.sees_page("Verdergaan of opnieuw beginnen?")
    back.presses("Verdergaan")
    back.is_at_step(1)
    expect(back.questions.first.get_by_role("radio").nth(1)).to_be_checked()


def test_a_lost_connection_is_said_and_mended(answering: Respondent) -> None:
    answering.page.context.set_offline(True)
    answering.chooses_option(3, at=1)
    expect(answering.outcome(1)).to_contain_text(NO_CONNECTION, timeout=ANSWER_MS)
    answering.can_use_this_page()
    answering.page.context.set_offline(False)
    answering.sees_saved(1)
    answering.reloads()
    expect(answering.questions.first.get_by_role("radio").nth(2)).to_be_checked()


def test_an_answer_from_before_the_scripts_were_there_is_saved_as_well(professional: Respondent, scan: SetUp) -> None:
    slow: list[Route] = []
    professional.page.route("**/htmx.js", lambda route: slow.append(route))  # noqa: PLW0108 - it looks inside
    professional.goes_to(scan.link("professional"))
    professional.begins("UWV")
    professional.chooses_option(3, at=1)
    expect(professional.outcome(1)).to_be_empty()
    slow.pop().continue_()
    professional.sees_saved(1)


def test_what_could_not_be_saved_goes_along_with_the_form(answering: Respondent) -> None:
    answering.page.route("**/antwoorden/**", lambda route: route.abort())
    answering.chooses_option(3, at=1)
    expect(answering.outcome(1)).to_contain_text(NO_CONNECTION, timeout=ANSWER_MS)
    answering.goes_on()
    answering.is_at_step(2)
    answering.presses("Vorige")
    expect(answering.questions.first.get_by_role("radio").nth(2)).to_be_checked()


def test_going_on_while_an_answer_is_being_saved_is_no_lost_connection(answering: Respondent) -> None:
    """WebKit breaks the saving off when the form is sent, as this route does; what is said meanwhile is kept."""
    saving: list[Route] = []
    going: list[Route] = []
    answering.page.route("**/antwoorden/**", lambda route: saving.append(route))  # noqa: PLW0108 - it looks inside
    answering.page.route("**/stap/1", lambda route: going.append(route))  # noqa: PLW0108 - it looks inside
    answering.outcome(1).evaluate(
        "line => new MutationObserver(() => (sessionStorage.said = line.innerText)).observe(line, { childList: true })"
    )
    answering.chooses_option(3, at=1)
    answering.page.get_by_role("button", name="Volgende").evaluate("button => button.click()")
    answering.page.wait_for_timeout(200)
    saving.pop().abort()
    answering.page.wait_for_timeout(200)
    going.pop().continue_()
    answering.is_at_step(2)
    assert answering.page.evaluate("sessionStorage.said") is None
    answering.presses("Vorige")
    expect(answering.questions.first.get_by_role("radio").nth(2)).to_be_checked()


def test_a_page_that_the_browser_kept_shows_what_is_saved(answering: Respondent) -> None:
    """WebKit keeps the page for who goes back, without the choices that were made in it."""
    answering.chooses_option(3, at=1)
    answering.sees_saved(1)
    answering.page.evaluate("document.forms.vragen.reset()")
    answering.page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })), null")
    expect(answering.questions.first.get_by_role("radio").nth(2)).to_be_checked()
