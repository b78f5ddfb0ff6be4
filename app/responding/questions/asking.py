"""What one screen shows: the questions in the words for this role, with what was answered before."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from app.responding.questions.answering import TAKE_BACK, chosen
from app.responding.questions.page import CommentView, Part, QuestionView, ScreenPage
from app.responding.questions.resume import CHECK_PAGE
from app.responding.questions.screens import screens_of, written
from app.store.answers import load_answers, load_comments
from app.web.errors import not_found
from app.web.formatting import counted
from app.web.forms import error_at
from app.web.language import TAAL

if TYPE_CHECKING:
    from collections.abc import Container

    from app.db import Session
    from app.responding.questions.page import PartState
    from app.responding.questions.screens import Question, Screen
    from app.responding.visit import Visit
    from app.web.forms import FieldError, FormFields

    Refused = tuple[FormFields, tuple[FieldError, ...]]
    """What a form sent, and what was wrong with it."""

FROM_CHECK = f"?terug={CHECK_PAGE}"
"""Stands in the address of a screen that was opened from the check page."""
TO = "naar"
"""The name of the buttons of a screen; their value is `volgende`, `vorige`, `later`, or the number of a screen."""


def screens_for(visit: Visit) -> tuple[Screen, ...]:
    """Return the screens of a questionnaire that was begun."""
    return screens_of(visit.edition, visit.window, visit.begun.role, visit.words)


def screen_at(visit: Visit, number: int) -> Screen:
    """Return the screen with this number; raises the refusal of what does not exist."""
    screens = screens_for(visit)
    if not 1 <= number <= len(screens):
        raise not_found()
    return screens[number - 1]


def place_after(visit: Visit, screen: Screen, fields: FormFields, *, to_check: bool) -> str:
    """Return the part of the address to which the button leads that a form was sent with."""
    if TAAL in fields:
        return f"stap/{screen.number}{FROM_CHECK if to_check else ''}"
    if item := fields.text(TAKE_BACK):
        return f"stap/{screen.number}{FROM_CHECK if to_check else ''}#{quote(item)}"
    wanted = fields.text(TO)
    if wanted == "later":
        return wanted
    if wanted in {str(one.number) for one in screens_for(visit)}:
        return f"stap/{wanted}{FROM_CHECK if to_check else ''}"
    if to_check:
        return CHECK_PAGE if visit.is_resident else f"{CHECK_PAGE}#onderdeel-{screen.number}"
    number = screen.number + (-1 if wanted == "vorige" else 1)
    return f"stap/{max(number, 1)}" if number <= len(screens_for(visit)) else CHECK_PAGE


def build_screen(
    session: Session,
    visit: Visit,
    screen: Screen,
    *,
    to_check: bool = False,
    refused: Refused | None = None,
) -> ScreenPage:
    """Make the page of a screen. With `refused` it shows what was sent once more, and what is wrong with it."""
    fields, errors = refused or (None, ())
    answers = load_answers(session, visit.begun.id)
    return ScreenPage(
        title=screen.heading,
        respondent=True,
        speech=visit.speech,
        uses_htmx=True,
        screen=screen,
        total=len(screens_for(visit)),
        left="" if to_check else _left(visit, screen, answers),
        parts=() if visit.is_resident else _parts(visit, screen, answers),
        one_at_a_time=visit.is_resident,
        questions=tuple(
            QuestionView(
                question=question,
                options=question.options_for(visit.begun.id),
                marked=as_sent(answers.get(question.id)) if fields is None else chosen(question, fields),
                before=" ".join(as_sent(answers.get(question.id))),
                error=error_at(errors, question.id),
                address=_saving(visit, f"antwoorden/{question.id}"),
            )
            for question in screen.questions
        ),
        comment=_comment(session, visit, screen, refused),
        stamp=visit.stamp,
        action=visit.path(f"stap/{screen.number}{FROM_CHECK if to_check else ''}"),
        wipe=visit.path("wissen"),
        to_check=to_check,
        errors=errors,
    )


def _saving(visit: Visit, part: str) -> str:
    """The address where the browser saves something by itself; it is answered in the language of this page."""
    return visit.path(part) + ("" if visit.words.is_dutch else f"?{TAAL}={visit.words.language.code}")


def _left(visit: Visit, screen: Screen, answers: Container[str]) -> str:
    """How far it still is, in words, from what the edition says that the whole takes and what is open from here on.

    A group talks about each question, which takes no time that can be foretold: it hears how many there are.
    """
    screens, words = screens_for(visit), visit.words
    if screen.number == len(screens):
        return words.say("Dit is de laatste vraag.") if visit.is_resident else "Dit is het laatste onderdeel."
    ahead = [question for one in screens[screen.number - 1 :] for question in one.questions]
    left = ahead if visit.is_resident else [question for question in ahead if question.id not in answers]
    if not left:
        return "Van hier af is alles beantwoord."
    if visit.is_team:
        return f"Nog {counted(len(left), 'vraag', 'vragen')}."
    minutes = math.ceil(visit.content.minutes * len(left) / sum(len(one.questions) for one in screens))
    return words.plural(
        "Nog ongeveer {minutes} minuut.",
        "Nog ongeveer {minutes} minuten.",
        minutes,
        minutes=words.whole_number(minutes),
    )


def _parts(visit: Visit, screen: Screen, answers: Container[str]) -> tuple[Part, ...]:
    """How far every subject is. What lies behind the last answer, or behind this screen, was not skipped."""
    screens = screens_for(visit)
    answered = [sum(question.id in answers for question in one.questions) for one in screens]
    reached = max([screen.number, *(one.number for one, count in zip(screens, answered, strict=True) if count)])
    return tuple(
        Part(
            number=one.number,
            name=one.heading,
            state=_state(count, len(one.questions), was_passed=one.number < reached),
            words=_in_words(count, len(one.questions), was_passed=one.number < reached),
            is_here=one is screen,
        )
        for one, count in zip(screens, answered, strict=True)
    )


def _state(answered: int, asked: int, *, was_passed: bool) -> PartState:
    if answered == asked:
        return "done"
    if answered:
        return "partly"
    return "skipped" if was_passed else "ahead"


def _in_words(answered: int, asked: int, *, was_passed: bool) -> str:
    state = _state(answered, asked, was_passed=was_passed)
    if state == "partly":
        return f"{answered} van de {asked} vragen"
    return {"done": "klaar", "skipped": "overgeslagen", "ahead": "nog te doen"}[state]


def _comment(session: Session, visit: Visit, screen: Screen, refused: Refused | None) -> CommentView | None:
    field = screen.comment
    if field is None:
        return None
    fields, errors = refused or (None, ())
    saved = load_comments(session, visit.begun.id).get(field.subject, "")
    return CommentView(
        field=field,
        text=saved if fields is None else fields.text(field.name),
        before=saved,
        error=error_at(errors, field.name),
        address=_saving(visit, f"opmerkingen/{field.subject}"),
    )


def as_sent(answer: Any) -> tuple[str, ...]:
    """Write an answer the way a form sends it.

    >>> as_sent(0.75), as_sent("wn"), as_sent(["geld", "mandaat"]), as_sent(None)
    (('0.75',), ('wn',), ('geld', 'mandaat'), ())
    """
    if answer is None:
        return ()
    if isinstance(answer, list):
        return tuple(answer)
    return (answer if isinstance(answer, str) else written(answer),)


def in_words(question: Question, answer: Any) -> tuple[str, ...]:
    """Return an answer as the respondent chose it; empty where there is none."""
    marked = as_sent(answer)
    return tuple(option.label for option in question.every_option if option.value in marked)
