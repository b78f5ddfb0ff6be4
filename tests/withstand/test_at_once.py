"""Many at once: fifty people who answer, and one who sends the same answer four times."""

from __future__ import annotations

import random
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlmodel import Session, col, select

from app.models import Comment, Draft, DraftAnswer, Response
from app.responding.questions.asking import as_sent
from tests.app.scans import WINDOWS, SetUp
from tests.withstand.conftest import Service
from tests.withstand.respondent import Respondent

PEOPLE = 50
TABS = 4


def answer_everything(service: Service, set_up: SetUp, person: int, start: threading.Barrier) -> dict[str, str]:
    """Go through a whole questionnaire up to the thanks, and return what was chosen."""
    choice = random.Random(person)
    with service.client() as http:
        respondent = Respondent(http, lambda _question, options: choice.choice(options))
        start.wait()
        respondent.begin(set_up.link(WINDOWS[person % len(WINDOWS)]))
        respondent.answer_all()
        respondent.send()
        assert respondent.path.endswith("/bedankt"), respondent.page.text
        return respondent.chosen


def sent(session: Session) -> list[dict[str, str]]:
    """The answers of everybody who sent, as a form sends them."""
    rows = session.exec(select(Response)).all()
    return [{item: " ".join(as_sent(answer)) for item, answer in row.answers.items()} for row in rows]


@pytest.mark.slow
def test_fifty_people_answer_at_once_and_every_answer_is_right(service: Service) -> None:
    set_up = service.add_scan()
    start = threading.Barrier(PEOPLE)
    with ThreadPoolExecutor(PEOPLE) as pool:
        chosen = list(pool.map(lambda person: answer_everything(service, set_up, person, start), range(PEOPLE)))
    assert sorted(map(sorted_items, service.look(sent))) == sorted(map(sorted_items, chosen))
    assert service.look(lambda session: session.exec(select(Draft)).all()) == []


def sorted_items(answers: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(answers.items())


def test_four_saves_of_one_answer_at_once_give_one_answer_and_no_error(service: Service) -> None:
    set_up = service.add_scan()
    with service.client() as http:
        respondent = Respondent(http)
        respondent.begin(set_up.link("professional"))
        form = respondent.form_to("/stap/")
        questions = {name: respondent.options(form, name) for name in respondent.questions(form)}
        stamp = respondent.hidden(form)["invulling"]
        start = threading.Barrier(TABS)

        def save(question: str, value: str) -> Any:
            start.wait()
            path = f"{set_up.path('professional')}/antwoorden/{question}"
            return http.post(path, data={question: value, "invulling": stamp}).status_code

        with ThreadPoolExecutor(TABS) as pool:
            for question, options in questions.items():
                tabs = [pool.submit(save, question, value) for value in options[:TABS]]
                assert [tab.result() for tab in tabs] == [200] * TABS
    rows = service.look(lambda session: session.exec(select(DraftAnswer)).all())
    assert sorted(row.item for row in rows) == sorted(questions)
    assert service.look(lambda session: session.exec(select(col(Comment.id))).all()) == []
