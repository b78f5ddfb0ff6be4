"""The questionnaires can be read from the first word to the last, and nothing can be filled in."""

from __future__ import annotations

import pytest

from questionnaires import load_current
from scoring import MINIMUM_DEFAULT
from tests.app.page_client import PageClient

WINDOWS = ("inwoner", "professional", "organisatie", "beleid")


def plain(text: str) -> str:
    """A text of the content as it is read."""
    return " ".join(text.replace("*", "").split())


def test_the_list_leads_to_every_questionnaire(demo: PageClient) -> None:
    page = demo.get("/vragenlijsten")
    assert [link for link in page.links() if link.startswith("/vragenlijsten/")] == [
        f"/vragenlijsten/{window}" for window in WINDOWS
    ]
    for window in load_current().windows.values():
        assert plain(window.description) in page.text
        assert plain(window.audience) in page.text


@pytest.mark.parametrize("window", WINDOWS)
def test_every_word_of_a_questionnaire_is_there(demo: PageClient, window: str) -> None:
    edition = load_current()
    text = demo.get(f"/vragenlijsten/{window}").text
    content = edition.windows[window]  # type: ignore[index]
    start = content.start
    words = [
        start.title,
        start.lead,
        start.purpose,
        *start.who_sees_what,
        start.voluntary,
        start.duration,
        start.contact,
    ]
    words += [content.role_question, content.comment.label, content.comment.help, *content.check.paragraphs]
    words += [*content.thanks.paragraphs, *([start.confirmation] if start.confirmation else [])]
    words += [role.label for role in edition.roles.roles[window]]  # type: ignore[index]
    words += content.team_form.paragraphs if content.team_form else ()
    for dimension in edition.dimensions_of(window):  # type: ignore[arg-type]
        words += [dimension.label, dimension.introduction, dimension.definition, dimension.low, dimension.high]
        for item in dimension.items:
            words += [item.text, *([item.help] if item.help else []), *(label for _, label in edition.options_of(item))]
    words += [item.text for item in content.context_items]
    assert [word for word in words if plain(word) not in text] == []


@pytest.mark.parametrize("window", WINDOWS)
def test_nothing_can_be_filled_in(demo: PageClient, window: str) -> None:
    page = demo.get(f"/vragenlijsten/{window}")
    assert page.all("input", "textarea", "select", "button", "form") == []
    assert "Dit is een leesvoorbeeld" in page.text


@pytest.mark.parametrize("window", WINDOWS)
def test_every_question_has_a_number_and_its_answers_without_a_value_last(demo: PageClient, window: str) -> None:
    edition = load_current()
    page = demo.get(f"/vragenlijsten/{window}")
    questions = [article for article in page.all("article") if article.all("h4")]
    assert len(questions) == len(edition.items_of(window))  # type: ignore[arg-type]
    for number, question in enumerate(questions, start=1):
        assert question.one("h4").text.startswith(f"Vraag {number} ")
        answers = [answer.text for answer in question.all("li")]
        last = answers[-2:] if window == "inwoner" else answers[-1:]
        assert last == (["Weet ik niet", "Dit geldt niet voor mij"] if window == "inwoner" else ["Weet ik niet"])


@pytest.mark.parametrize("window", WINDOWS)
def test_the_minimum_of_the_window_is_named(demo: PageClient, window: str) -> None:
    minimum = MINIMUM_DEFAULT[window]
    assert f"{minimum} antwoord" in demo.get(f"/vragenlijsten/{window}").text
