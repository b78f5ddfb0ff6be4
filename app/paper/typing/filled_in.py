"""What one page sends of one form, and what of it becomes a questionnaire. Nothing is kept until all of it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.paper.sheet import Part, questions_of, sheet_of
from app.responding.door.start import LARGEST_GROUP, SMALLEST_GROUP, Beginning, faults
from app.responding.questions.answering import NotSaved, answer_to, check_length
from app.responding.questions.personal_data import personal_data
from app.web.formatting import capitalised
from app.web.forms import FieldError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.responding.questions.screens import CommentField
    from app.responding.visit import Visit
    from app.web.forms import FormFields

STAMP = "formulier"
"""The hidden field with the stamp of a form."""
EMPTY = FieldError(
    "vragen",
    "Er is nog geen enkele vraag overgenomen. Is het papier leeg? Leg het dan weg: een leeg formulier telt niet.",
)
WORDS = {
    "deelnemers": f"Neem over met hoeveel mensen is ingevuld: van {SMALLEST_GROUP} tot {LARGEST_GROUP}.",
    "akkoord": "Zet een vinkje als dit kruisje op het papier staat. Staat het er niet, dan mag u dit formulier niet "
    "overtypen: leg het weg.",
}
"""What somebody is told who types, where the start page speaks to who answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIn:
    """One form as it was sent: who answered, what is marked by question, and what was written by field."""

    stamp: str
    beginning: Beginning
    marked: Mapping[str, tuple[str, ...]]
    written: Mapping[str, str]


def blank(stamp: str) -> FilledIn:
    """Return a form on which nothing was filled in."""
    return FilledIn(stamp=stamp, beginning=Beginning(), marked={}, written={})


def read_form(visit: Visit, fields: FormFields) -> FilledIn:
    """Read what a page sent, of the questions and the places to write that this window has."""
    parts = parts_of(visit)
    return FilledIn(
        stamp=fields.text(STAMP),
        beginning=Beginning.of(fields),
        marked={
            one.question.id: tuple(value for value in fields.all(one.question.id) if value)
            for one in questions_of(parts)
        },
        written={field.name: fields.text(field.name) for field in places_of(parts)},
    )


def parts_of(visit: Visit) -> tuple[Part, ...]:
    """Return the sheet that is typed over; the numbers and letters are the same whoever answered."""
    return sheet_of(visit.edition, visit.window, "")


def places_of(parts: tuple[Part, ...]) -> Iterator[CommentField]:
    """Give every place to write."""
    return (part.comment for part in parts if part.comment)


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of a form: answers by question, comments by subject, both in the order of their names."""

    answers: dict[str, Any]
    comments: dict[str, str]


def check(visit: Visit, form: FilledIn) -> tuple[Kept, tuple[FieldError, ...]]:
    """Return what would be kept of a form, and everything that has to be right first, in the order of the page."""
    errors = [FieldError(fault.field, WORDS.get(fault.field, fault.message)) for fault in faults(visit, form.beginning)]
    answers = dict(_answers(visit, form, errors))
    comments = dict(_comments(visit, form, errors))
    if not answers and not errors:
        errors.append(EMPTY)
    return Kept(dict(sorted(answers.items())), dict(sorted(comments.items()))), tuple(errors)


def _answers(visit: Visit, form: FilledIn, errors: list[FieldError]) -> Iterator[tuple[str, Any]]:
    items = {item.id: item for item in visit.edition.instrument.window(visit.window).items}
    for item, sent in form.marked.items():
        if not sent:
            continue
        try:
            yield item, answer_to(items[item], sent, visit.words)
        except NotSaved as refused:
            errors.append(FieldError(item, capitalised(refused.reason)))


def _comments(visit: Visit, form: FilledIn, errors: list[FieldError]) -> Iterator[tuple[str, str]]:
    for field in places_of(parts_of(visit)):
        text = form.written.get(field.name, "")
        try:
            check_length(field, text, visit.words)
        except NotSaved as refused:
            errors.append(FieldError(field.name, capitalised(refused.reason)))
            continue
        if text:
            yield field.subject, text


def warnings(visit: Visit, form: FilledIn) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return where in the texts something may lead to one person, and what it seems to be. It is never forbidden."""
    return tuple(
        (field.place, found)
        for field in places_of(parts_of(visit))
        if (found := personal_data(form.written.get(field.name, "")))
    )
