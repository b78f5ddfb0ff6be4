"""Reading aloud: only where the device itself has a voice for the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.app.responding.questions.test_autosave_in_browser import address, app, begin, set_up
from tests.support.browser import accessibility_faults

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.app.scans import SetUp

__all__ = ["address", "app", "set_up"]

pytestmark = pytest.mark.browser

VOICES = """
window.voices = %s;
const said = [];
window.said = said;
window.pieces = [];
Object.defineProperty(speechSynthesis, "getVoices", { value: () => window.voices });
Object.defineProperty(speechSynthesis, "speak", {
  value: (piece) => { said.push([piece.text, piece.lang]); pieces.push(piece); },
});
Object.defineProperty(speechSynthesis, "cancel", { value: () => said.push("stopped") });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""
ON_THE_DEVICE = '[{ localService: true, lang: "en-GB" }, { localService: true, lang: "nl-NL" }]'
ELSEWHERE = '[{ localService: false, lang: "nl-NL" }, { localService: true, lang: "en-GB" }]'


def test_a_question_is_read_with_its_help_and_answers_until_somebody_stops_it(
    page: Page, address: str, set_up: SetUp
) -> None:
    page.add_init_script(VOICES % ON_THE_DEVICE)
    begin(page, address, set_up, "inwoner")
    page.get_by_role("button", name="Lees voor").click()
    said = page.evaluate("said")
    assert ["Hoe vaak kon u praten over alles wat u belangrijk vindt?", "nl-NL"] in said
    assert [text for text, _ in said[-6:]] == [
        "Nooit",
        "Soms",
        "Vaak",
        "Altijd",
        "Weet ik niet",
        "Dit geldt niet voor mij",
    ]
    assert len({text for text, _ in said}) == len(said)
    page.get_by_role("button", name="Stop", exact=True).click()
    assert page.evaluate("said.at(-1)") == "stopped"
    expect(page.get_by_role("button", name="Lees voor")).to_be_visible()
    assert accessibility_faults(page) == []


def test_the_start_page_can_be_read_aloud_as_well(page: Page, address: str, set_up: SetUp) -> None:
    page.add_init_script(VOICES % ON_THE_DEVICE)
    page.goto(address + set_up.link("inwoner"))
    page.get_by_role("button", name="Lees voor").click()
    said = [text for text, _ in page.evaluate("said")]
    assert "U hoeft niet mee te doen" in said
    assert "Voor mijzelf" in said
    help_of_role = "In een cliëntenraad praten mensen namens anderen met de gemeente."
    assert said[said.index(help_of_role) - 1] == "Voor wie geeft u antwoord?", "the help is read, behind its question"
    assert not [text for text in said if "privacy" in text.lower()], "what is folded away is not read"


@pytest.mark.parametrize("voices", ["[]", ELSEWHERE], ids=["no voice", "a voice elsewhere"])
def test_without_a_voice_on_the_device_there_is_no_button(page: Page, address: str, set_up: SetUp, voices: str) -> None:
    page.add_init_script(VOICES % voices)
    begin(page, address, set_up, "inwoner")
    expect(page.locator("button[data-reads]")).to_be_hidden()


def test_a_voice_that_comes_later_shows_the_button_without_moving_the_question(
    page: Page, address: str, set_up: SetUp
) -> None:
    page.add_init_script(VOICES % "[]")
    begin(page, address, set_up, "inwoner")
    page.wait_for_load_state()
    question = page.locator(".question-text")
    before = question.bounding_box()
    page.evaluate(
        "voices.push({ localService: true, lang: 'nl-NL' }); speechSynthesis.dispatchEvent(new Event('voiceschanged'))"
    )
    expect(page.get_by_role("button", name="Lees voor")).to_be_visible()
    assert question.bounding_box() == before


@pytest.mark.parametrize("name", ["nl", "nl_NL", "NL-be"])
def test_a_voice_is_found_however_the_device_writes_its_language(
    page: Page, address: str, set_up: SetUp, name: str
) -> None:
    page.add_init_script(VOICES % f'[{{ localService: true, lang: "{name}" }}]')
    begin(page, address, set_up, "inwoner")
    page.get_by_role("button", name="Lees voor").click()
    assert {language for _, language in page.evaluate("said")} == {name}


@pytest.mark.parametrize("event", ["pieces.at(-1).onend", "pieces[0].onerror"])
def test_after_the_last_words_or_a_fault_the_button_is_there_again(
    page: Page, address: str, set_up: SetUp, event: str
) -> None:
    page.add_init_script(VOICES % ON_THE_DEVICE)
    begin(page, address, set_up, "inwoner")
    button = page.locator("button[data-reads]")
    button.click()
    expect(button).to_have_accessible_name("Stop")
    assert button.get_attribute("aria-pressed") is None, "a button that says Stop is not also pressed"
    page.evaluate(f"{event}()")
    expect(button).to_have_accessible_name("Lees voor")


def test_on_a_page_in_another_language_dutch_names_are_read_by_a_dutch_voice(
    page: Page, address: str, set_up: SetUp
) -> None:
    page.add_init_script(VOICES % ON_THE_DEVICE)
    page.goto(address + set_up.link("inwoner") + "?taal=en")
    page.get_by_role("button", name="Listen").click()
    said = dict(page.evaluate("said"))
    assert said["Houten"] == "nl-NL"
    assert said["You do not have to take part"] == "en-GB"


def test_without_a_dutch_voice_the_voice_of_the_page_reads_everything(page: Page, address: str, set_up: SetUp) -> None:
    page.add_init_script(VOICES % '[{ localService: true, lang: "en-GB" }]')
    page.goto(address + set_up.link("inwoner") + "?taal=en")
    page.get_by_role("button", name="Listen").click()
    assert {language for _, language in page.evaluate("said")} == {"en-GB"}
