"""What one screen shows: the questions in the words for this role, with what was answered before."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from app.responding.questions.answering import TAKE_BACK, chosen
from app.responding.questions.page import CommentView, QuestionView, ScreenPage
from app.responding.questions.resume import CHECK_PAGE
from app.responding.questions.screens import screens_of, written
from app.store.answers import load_answers, load_comments
from app.web.errors import not_found
from app.web.formatting import whole_number
from app.web.forms import error_at

if TYPE_CHECKING:
    from app.db import Session
    from app.responding.questions.screens import Question, Screen
    from app.responding.visit import Visit
    from app.web.forms import FieldError, FormFields

    Refused = tuple[FormFields, tuple[FieldError, ...]]
    """What a form sent, and what was wrong with it."""

FROM_CHECK = f"?terug={CHECK_PAGE}"
"""Stands in the address of a screen that was opened from the check page."""
TO = "naar"
"""The name of the buttons of a screen; their value is `volgende`, `vorige` or `later`."""


def screens_for(visit: Visit) -> tuple[Screen, ...]:
    """Return the screens of a questionnaire that was begun."""
    return screens_of(visit.edition, visit.window, visit.begun.role)


def screen_at(visit: Visit, number: int) -> Screen:
    """Return the screen with this number; raises the refusal of what does not exist."""
    screens = screens_for(visit)
    if not 1 <= number <= len(screens):
        raise not_found()
    return screens[number - 1]


def place_after(visit: Visit, screen: Screen, fields: FormFields, *, to_check: bool) -> str:
    """Return the part of the address to which the button leads that a form was sent with."""
    if item := fields.text(TAKE_BACK):
        return f"stap/{screen.number}{FROM_CHECK if to_check else ''}#{quote(item)}"
    wanted = fields.text(TO)
    if wanted == "later":
        return wanted
    if to_check:
        return CHECK_PAGE
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
        uses_htmx=True,
        screen=screen,
        total=len(screens_for(visit)),
        left="" if to_check else _left(visit, screen),
        one_at_a_time=visit.is_resident,
        questions=tuple(
            QuestionView(
                question=question,
                options=question.options_for(visit.begun.id),
                marked=as_sent(answers.get(question.id)) if fields is None else chosen(question, fields),
                before=" ".join(as_sent(answers.get(question.id))),
                error=error_at(errors, question.id),
                address=visit.path(f"antwoorden/{question.id}"),
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


def _left(visit: Visit, screen: Screen) -> str:
    """How far it still is, in words, from what the edition says that the whole takes."""
    total = len(screens_for(visit))
    if screen.number == total:
        return "Dit is de laatste vraag." if visit.is_resident else "Dit is het laatste onderdeel."
    minutes = math.ceil(visit.content.minutes * (total - screen.number + 1) / total)
    return f"Nog ongeveer {whole_number(minutes)} {'minuut' if minutes == 1 else 'minuten'}."


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
        address=visit.path(f"opmerkingen/{field.subject}"),
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
