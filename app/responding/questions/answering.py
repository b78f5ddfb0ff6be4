"""What becomes of an answer: one that the browser sends by itself, or a whole screen that a form sends.

An answer is saved when its option exists in the edition, its question belongs to the window, the scan is open and the
questionnaire is still the one that the form was made for. Otherwise nothing changes, and it is said why.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from app.collaborations.state import takes_answers
from app.responding.dependencies import STAMP
from app.responding.questions.screens import comment_fields
from app.responding.visit import stamp_of, token_hash
from app.store import answers as store
from app.store.drafts import find_draft, touch_draft
from app.web.formatting import whole_number
from app.web.forms import FieldError
from scoring import read_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from app.db import Session
    from app.responding.questions.screens import CommentField, Question, Screen
    from app.responding.visit import Visit
    from app.web.forms import FormFields
    from app.web.language import Speech, Words
    from questionnaires import Edition, WindowId
    from scoring import Item

TAKE_BACK = "wis"
"""The name of the button that takes an answer back; its value is the question."""
BEFORE = "eerst_"
"""Begins the name of the hidden field that holds what a page showed, so that only what was changed is saved."""
_NUMBER = re.compile(r"\d(?:\.\d{1,20})?", re.ASCII)


class NotSaved(Exception):  # noqa: N818 - nothing is broken: what was sent is refused
    """An answer or comment that is not saved; `reason` says why, to follow ‘Niet opgeslagen:’."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt of a browser to save something by itself: on which day, in which questionnaire, and what it sent.

    `speech` is the language of the page that sent it. It names the questionnaire three times: `ref` by the address,
    `resume_code` by the cookie, and by the stamp in what it sent.
    """

    editions: dict[str, Edition]
    today: date
    ref: str
    resume_code: str
    fields: FormFields
    speech: Speech


def record_answer(session: Session, attempt: Attempt, item: str) -> str:
    """Save one answer, or take it back when nothing was chosen; return what is saved now. Raises `NotSaved`."""
    draft = _open_draft(session, attempt)
    asked = _item(attempt.editions[draft.edition], draft.window, item, attempt.speech.words)
    sent = [value for value in attempt.fields.all(item) if value]
    _keep_answer(session, draft.id, item, answer_to(asked, sent, attempt.speech.words) if sent else None)
    return " ".join(sent)


def record_comment(session: Session, attempt: Attempt, subject: str) -> str:
    """Save one comment, or take it back when it is empty; return what is saved now. Raises `NotSaved`."""
    draft = _open_draft(session, attempt)
    field = comment_fields(attempt.editions[draft.edition], cast("WindowId", draft.window)).get(subject)
    if field is None:
        raise NotSaved(404, attempt.speech.words.say("deze vragenlijst heeft hier geen plek om iets te schrijven."))
    text = attempt.fields.text(field.name)
    check_length(field, text, attempt.speech.words)
    store.save_comment(session, draft.id, subject, text)
    return text


def _open_draft(session: Session, attempt: Attempt) -> store.OpenDraft:
    """Return the questionnaire to answer in. Whoever has none here is told the same, whatever there is."""
    kept_hash, say = token_hash(attempt.resume_code), attempt.speech.words.say
    draft = store.find_draft_to_answer(session, attempt.ref, kept_hash)
    if draft is None:
        raise NotSaved(409, say("deze vragenlijst is verstuurd, gewist of gesloten."))
    if attempt.fields.text(STAMP) != stamp_of(kept_hash):
        raise NotSaved(409, say("in een ander venster van uw browser bent u opnieuw begonnen."))
    if not takes_answers(draft, draft, attempt.today):
        raise NotSaved(409, say("deze vragenlijst is gesloten."))
    if draft.touched_on != attempt.today and (whole := find_draft(session, kept_hash)):
        touch_draft(session, whole, attempt.today)
    return draft


def _item(edition: Edition, window: str, item: str, words: Words) -> Item:
    asked = next((one for one in edition.instrument.window(window).items if one.id == item), None)
    if asked is None:
        raise NotSaved(404, words.say("deze vraag staat niet in deze vragenlijst."))
    return asked


def answer_to(item: Item, sent: Sequence[str], words: Words) -> Any:
    """Return the answer that a form sent for an item. Raises `NotSaved` when it is none."""
    value: object = list(sent) if item.kind == "checklist" else _value(sent)
    answer = read_answer(item, value)
    if answer is not None:
        return answer
    if item.kind == "checklist" and len(sent) > item.at_most:
        raise NotSaved(422, f"kies er hoogstens {whole_number(item.at_most)}. Haal eerst een vinkje weg.")
    raise NotSaved(422, words.say("dit antwoord hoort niet bij deze vraag. Open de bladzijde opnieuw."))


def _value(sent: Sequence[str]) -> object:
    """One thing that was sent, as a number where it is one; several at once are no answer to a question for one."""
    if len(sent) != 1:
        return None
    return float(sent[0]) if _NUMBER.fullmatch(sent[0]) else sent[0]


def _keep_answer(session: Session, draft_id: str, item: str, answer: Any) -> None:
    if answer is None:
        store.remove_answer(session, draft_id, item)
    else:
        store.save_answer(session, draft_id, item, answer)


def check_length(field: CommentField, text: str, words: Words) -> None:
    """Raise `NotSaved` for a text that is longer than its place allows."""
    if (too_many := len(text) - field.max_length) > 0:
        reason = words.plural(
            "uw tekst is {count} teken te lang. U kunt {most} tekens gebruiken.",
            "uw tekst is {count} tekens te lang. U kunt {most} tekens gebruiken.",
            too_many,
            most=words.number(field.max_length),
        )
        raise NotSaved(422, reason)


def save_screen(session: Session, visit: Visit, screen: Screen, fields: FormFields) -> tuple[FieldError, ...]:
    """Save what was changed on a screen: all of it or, when something does not fit, nothing. Return what does not.

    What comes back as the page showed it is left alone: meanwhile it may have been changed in another tab.
    """
    faults: list[FieldError] = []
    answers = dict(_changed_answers(visit, screen, fields, faults))
    comments = dict(_changed_comments(visit, screen, fields, faults))
    if not faults:
        for item, answer in answers.items():
            _keep_answer(session, visit.begun.id, item, answer)
        for subject, text in comments.items():
            store.save_comment(session, visit.begun.id, subject, text)
        touch_draft(session, visit.begun, visit.today)
    return tuple(faults)


def _changed_answers(
    visit: Visit, screen: Screen, fields: FormFields, faults: list[FieldError]
) -> Iterator[tuple[str, Any]]:
    for question in screen.questions:
        sent = chosen(question, fields)
        if set(sent) == set(fields.text(BEFORE + question.id).split()):
            continue
        if not sent and question.at_most == 1 and fields.text(TAKE_BACK) != question.id:
            continue  # no page can unmake such a choice: a browser gave an old page back without what was chosen on it
        asked = _item(visit.edition, visit.window, question.id, visit.words)
        try:
            yield question.id, answer_to(asked, sent, visit.words) if sent else None
        except NotSaved as refused:
            faults.append(FieldError(question.id, visit.words.capitalised(refused.reason)))


def _changed_comments(
    visit: Visit, screen: Screen, fields: FormFields, faults: list[FieldError]
) -> Iterator[tuple[str, str]]:
    field = screen.comment
    if field is None or fields.text(field.name) == fields.text(BEFORE + field.name):
        return
    try:
        check_length(field, fields.text(field.name), visit.words)
        yield field.subject, fields.text(field.name)
    except NotSaved as refused:
        faults.append(FieldError(field.name, visit.words.capitalised(refused.reason)))


def chosen(question: Question, fields: FormFields) -> tuple[str, ...]:
    """Return what a form sent for a question; nothing when its answer is taken back."""
    if fields.text(TAKE_BACK) == question.id:
        return ()
    return tuple(value for value in fields.all(question.id) if value)
