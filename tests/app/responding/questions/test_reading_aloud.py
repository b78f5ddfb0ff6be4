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
Object.defineProperty(speechSynthesis, "getVoices", { value: () => window.voices });
Object.defineProperty(speechSynthesis, "speak", { value: (piece) => said.push([piece.text, piece.lang]) });
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
