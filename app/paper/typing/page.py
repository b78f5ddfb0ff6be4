"""The pages of a typist: what there is to do, one form, a look at it before it is sent, and the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.paper.form.page import AGREED, role_boxes
from app.paper.sheet import PaperQuestion
from app.paper.typing.filled_in import STAMP, parts_of, warnings
from app.web.formatting import counted, date_in_words
from app.web.forms import error_at
from app.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.models import TypingLink
    from app.paper.sheet import Box
    from app.paper.typing.dependencies import Typist
    from app.paper.typing.filled_in import FilledIn
    from app.responding.questions.screens import CommentField
    from app.responding.visit import Visit
    from app.web.forms import FieldError

DIGITS = "123456789"
NOT_SAID = "onbekend"
"""The role of who would rather not say; it is chosen where nothing is ticked on paper."""


@dataclass(frozen=True, kw_only=True)
class BeginPage(Page):
    """What somebody reads before they begin."""

    title: str = "Papieren formulieren overtypen"
    respondent: bool = True
    about: str
    forms: str
    until: str
    action: str


def begin_page(link: TypingLink, visit: Visit, action: str) -> BeginPage:
    """What there is to do with a link that nobody began with."""
    return BeginPage(
        about=about(visit),
        forms=counted(link.forms, "formulier", "formulieren"),
        until=date_in_words(min(filter(None, (link.ends_on, visit.found.scan.closes_on)))),
        action=action,
    )


def about(visit: Visit) -> str:
    """Which forms these are."""
    found = visit.found
    return f"{visit.content.start.title} {found.collaboration.name}, gemeente {found.municipality.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One answer as it is typed: its letter, the figure that does the same, and what the form sends."""

    letter: str
    digit: str
    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedQuestion:
    """One question to type over, with what is marked and what is wrong with it. `number` is that on paper."""

    id: str
    number: int
    text: str
    keys: tuple[Key, ...]
    is_short: bool
    at_most: int
    marked: tuple[str, ...]
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedText:
    """A place to write, with what stands there and what is wrong with it."""

    field: CommentField
    text: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPart:
    """What stands together on paper."""

    heading: str
    questions: tuple[TypedQuestion, ...]
    comment: TypedText | None


@dataclass(frozen=True, kw_only=True)
class TypingPage(Page):
    """One form. `is_sent` says that another was sent just now."""

    title: str = "Typ één formulier over"
    respondent: bool = True
    about: str
    left: str
    is_sent: bool
    is_resident: bool
    is_team: bool
    agreement: str
    role: TypedQuestion
    not_said: str
    participants: str
    agreed: bool
    parts: tuple[TypedPart, ...]
    stamp_field: str
    stamp: str
    action: str
    errors: tuple[FieldError, ...]

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return error_at(self.errors, field)


def typing_page(
    typist: Typist, form: FilledIn, left: int, *, is_sent: bool = False, errors: tuple[FieldError, ...] = ()
) -> TypingPage:
    """The page of one form, empty or as it was sent a moment ago."""
    visit = typist.visit
    return TypingPage(
        about=about(visit),
        left=in_words(left),
        is_sent=is_sent,
        is_resident=visit.is_resident,
        is_team=visit.is_team,
        agreement=agreement_of(visit),
        role=_role(visit, form, errors),
        not_said=next((role.label for role in visit.roles if role.id == NOT_SAID), ""),
        participants=form.beginning.participants,
        agreed=form.beginning.agreed,
        parts=tuple(_parts(visit, form, errors)),
        stamp_field=STAMP,
        stamp=form.stamp,
        action=f"{typist.home}/controle",
        errors=errors,
    )


def agreement_of(visit: Visit) -> str:
    """What has to be ticked on paper before a form may be typed over; empty where nothing has."""
    if visit.is_team:
        return AGREED
    return (visit.content.start.confirmation or "") if visit.is_by_function else ""


def in_words(left: int) -> str:
    """How many forms are still to be typed.

    >>> in_words(12), in_words(1)
    ('Nog 12 formulieren.', 'Nog 1 formulier.')
    """
    return f"Nog {counted(left, 'formulier', 'formulieren')}."


def _role(visit: Visit, form: FilledIn, errors: tuple[FieldError, ...]) -> TypedQuestion:
    return TypedQuestion(
        id="rol",
        number=0,
        text=visit.content.role_question,
        keys=_keys(role_boxes(visit)),
        is_short=True,
        at_most=1,
        marked=(form.beginning.role,),
        error=error_at(errors, "rol"),
    )


def _parts(visit: Visit, form: FilledIn, errors: tuple[FieldError, ...]) -> Iterator[TypedPart]:
    for part in parts_of(visit):
        yield TypedPart(
            heading=part.heading,
            questions=tuple(_question(one, form, errors) for one in part.questions),
            comment=_text(part.comment, form, errors) if part.comment else None,
        )


def _question(asked: PaperQuestion, form: FilledIn, errors: tuple[FieldError, ...]) -> TypedQuestion:
    question = asked.question
    return TypedQuestion(
        id=question.id,
        number=asked.number,
        text=question.text,
        keys=_keys(asked.boxes) + tuple(_key(box, "") for box in asked.apart),
        is_short=question.is_short,
        at_most=question.at_most,
        marked=form.marked.get(question.id, ()),
        error=error_at(errors, question.id),
    )


def _keys(boxes: tuple[Box, ...]) -> tuple[Key, ...]:
    return tuple(_key(box, DIGITS[place : place + 1]) for place, box in enumerate(boxes))


def _key(box: Box, digit: str) -> Key:
    return Key(letter=box.letter, digit=digit, value=box.option.value, label=box.option.label)


def _text(field: CommentField, form: FilledIn, errors: tuple[FieldError, ...]) -> TypedText:
    return TypedText(field=field, text=form.written.get(field.name, ""), error=error_at(errors, field.name))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenLine:
    """One question, or one place to write, with what was typed; empty where nothing was filled in."""

    number: int
    text: str
    answers: tuple[tuple[str, str], ...] = ()
    written: str = ""


@dataclass(frozen=True, kw_only=True)
class SeenPage(Page):
    """One form to look over before it is sent. `fields` are what the page sends on; nothing of it is kept."""

    title: str = "Klopt dit?"
    respondent: bool = True
    about: str
    who: tuple[tuple[str, str], ...]
    lines: tuple[SeenLine, ...]
    warnings: tuple[tuple[str, tuple[str, ...]], ...]
    fields: tuple[tuple[str, str], ...]
    send: str
    change: str
    errors: tuple[FieldError, ...]


def seen_page(typist: Typist, form: FilledIn, errors: tuple[FieldError, ...] = ()) -> SeenPage:
    """The look at a form before it is sent; the form has no faults."""
    visit = typist.visit
    return SeenPage(
        about=about(visit),
        who=tuple(_who(visit, form)),
        lines=tuple(_lines(visit, form)),
        warnings=warnings(visit, form),
        fields=tuple(_fields(form)),
        send=f"{typist.home}/versturen",
        change=f"{typist.home}/controle",
        errors=errors,
    )


def _who(visit: Visit, form: FilledIn) -> Iterator[tuple[str, str]]:
    if visit.is_team:
        yield "Met hoeveel mensen is ingevuld?", form.beginning.participants
    label = next(role.label for role in visit.roles if role.id == form.beginning.role)
    yield visit.content.role_question, label
    if agreement := agreement_of(visit):
        yield agreement, "Aangekruist"


def _lines(visit: Visit, form: FilledIn) -> Iterator[SeenLine]:
    for part in parts_of(visit):
        for asked in part.questions:
            marked = form.marked[asked.question.id]
            answers = tuple((box.letter, box.option.label) for box in asked.every_box if box.option.value in marked)
            yield SeenLine(number=asked.number, text=asked.question.text, answers=answers)
        if part.comment and (text := form.written[part.comment.name]):
            yield SeenLine(number=0, text=f"Geschreven {part.comment.place}", written=text)


def _fields(form: FilledIn) -> Iterator[tuple[str, str]]:
    yield STAMP, form.stamp
    yield "rol", form.beginning.role
    yield "deelnemers", form.beginning.participants
    if form.beginning.agreed:
        yield "akkoord", "ja"
    yield from ((item, value) for item, marked in form.marked.items() for value in marked)
    yield from ((name, text) for name, text in form.written.items() if text)


@dataclass(frozen=True, kw_only=True)
class DonePage(Page):
    """The end: every form was sent."""

    title: str = "Alle formulieren zijn verstuurd"
    respondent: bool = True
    about: str
    is_sent: bool


def done_page(typist: Typist, *, is_sent: bool) -> DonePage:
    """What is said when no form is left."""
    return DonePage(about=about(typist.visit), is_sent=is_sent)
