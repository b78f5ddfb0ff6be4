"""A whole visit of a respondent, as a browser with htmx makes it: every request in order, ready to be made again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.responding.questions.screens import screens_of
from bench.connection import Answer
from bench.reference.whole_visit import FLOW
from bench.respondent import HTMX, STAMP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.responding.questions.screens import Screen
    from bench.connection import Connection
    from bench.scan import Prepared

WINDOW, ROLE = "professional", "sociaal_team"
Form = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Step:
    """One request and the status that belongs to it; a form gets the stamp of the questionnaire when it is sent."""

    path: str
    status: int
    form: Form | None = None
    by_htmx: bool = False


def steps_of(scan: Prepared) -> list[Step]:
    """Every request of somebody who opens the link, answers each question and sends."""
    window = scan.windows[WINDOW]
    here = f"/invullen/{window.ref}"
    screens = screens_of(scan.edition, WINDOW, ROLE)
    return [
        Step(f"/m/{window.code}", 303),
        Step(f"{here}?via=link", 200),
        Step(f"{here}/begin", 303, [("rol", ROLE), ("akkoord", "ja")]),
        *(step for screen in screens for step in _steps_on(here, screen)),
        Step(f"{here}/controle", 200),
        Step(f"{here}/versturen", 303, []),
        Step(f"{here}/bedankt", 200),
    ]


def _steps_on(here: str, screen: Screen) -> Iterator[Step]:
    """The screen, each answer on it, and going on."""
    path = f"{here}/stap/{screen.number}"
    answers = [(question.id, question.options[0].value) for question in screen.questions]
    yield Step(path, 200)
    for item, value in answers:
        yield Step(f"{here}/antwoorden/{item}", 200, [(item, value)], by_htmx=True)
    shown_before = [(f"eerst_{item}", value) for item, value in answers]
    yield Step(path, 303, [*answers, *shown_before, ("naar", "volgende")])


async def visit(browser: Connection, steps: list[Step]) -> list[Answer]:
    """Make every request of a visit with a browser that knows nothing yet; give what was answered to each."""
    browser.cookies.clear()
    stamp, answers = "", list[Answer]()
    for step in steps:
        if step.form is None:
            answer = await browser.get(step.path)
        else:
            form = [("invulling", stamp), *step.form]
            answer = await browser.post(step.path, form, HTMX if step.by_htmx else {})
        assert answer.status == step.status, f"{step.path} answered {answer.status}"
        answers.append(answer)
        if not stamp and (found := STAMP.search(answer.text)):
            stamp = found[1]
    return answers


async def write_flow(browser: Connection, scan: Prepared, steps: list[Step], folder: Path) -> None:
    """Make one visit and write down for the reference how the service's pages look and where they lead."""
    questions = {
        f"/invullen/{scan.windows[WINDOW].ref}/stap/{screen.number}": [
            [question.id, [option.value for option in question.every_option]] for question in screen.questions
        ]
        for screen in screens_of(scan.edition, WINDOW, ROLE)
    }
    flow: dict[str, dict[str, Any]] = {}
    answers = await visit(browser, steps)
    for step, answer, after in zip(steps, answers, [*steps[1:], steps[-1]], strict=True):
        path = urlsplit(step.path).path
        known = flow.setdefault(path, {"questions": questions.get(path, [])})
        known |= {"next": after.path} if step.status == 303 else {"html": answer.text}
    (folder / FLOW).write_text(json.dumps(flow), encoding="utf-8")
