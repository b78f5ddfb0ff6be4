"""Which screens a window has: one question at a time for residents, one subject at a time for everybody else.

The questions that are asked but not scored follow, each on a screen of its own. Screens are made from the edition
alone: everybody in a window with the same role meets the same ones, whatever they answer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from app.web.formatting import capitalised
from app.web.language import DUTCH

if TYPE_CHECKING:
    from app.web.language import Words
    from questionnaires import ContextItem, DimensionFile, Edition, Item, WindowFile, WindowId

REPRESENTATIVE = "vertegenwoordiger"
"""The role of somebody who answers for others, and reads the questions in those words."""
UNKNOWN, NOT_APPLICABLE = "wn", "nvt"
"""How the two answers without a value are written, in a form as in the exchange format."""
SHORT = 32
"""Characters; a longer answer is a sentence."""
HEADINGS = {"portrait": "De samenwerking nu", "ambition": "De samenwerking die u wilt", "barriers": "Wat in de weg zit"}
"""What a screen with a question that is not scored is called, by its purpose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that can be chosen: what a form sends for it, and its words.

    `level` says how far up a scale of few words it stands, as steps and the steps there are: ‘vaak’ is (2, 3). Its
    drawing supports the word for who reads with difficulty.
    """

    value: str
    label: str
    explanation: str = ""
    level: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `apart` holds the answers without a value; `at_most` is above 1 where more can be chosen."""

    id: str
    text: str
    help: str
    options: tuple[Option, ...]
    apart: tuple[Option, ...] = ()
    at_most: int = 1
    in_any_order: bool = False

    @property
    def has_levels(self) -> bool:
        """Whether its options have a drawing beside their words."""
        return any(option.level for option in self.options)

    @property
    def is_short(self) -> bool:
        """Whether the options are a few words each, so that they fit beside each other on a wide screen."""
        return all(len(option.label) <= SHORT and not option.explanation for option in self.options)

    @property
    def every_option(self) -> tuple[Option, ...]:
        """Everything that can be chosen, with and without a value."""
        return self.options + self.apart

    def options_for(self, draft_id: str) -> tuple[Option, ...]:
        """The options as one respondent meets them: where the order matters, by chance and the same every time."""
        if not self.in_any_order:
            return self.options
        return tuple(sorted(self.options, key=lambda option: sha256(f"{draft_id}{option.value}".encode()).digest()))


def comment_name(subject: str) -> str:
    """Return the name of the field for what is written on a subject; a question may have one beside its answer."""
    return f"opmerking_{subject}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentField:
    """A place to write something: `subject` is the id of a dimension, or of the question that it gives a reason for.

    `place` says where it stands, as part of a sentence.
    """

    subject: str
    place: str
    label: str
    help: str
    max_length: int

    @property
    def name(self) -> str:
        """The name of its field in a form."""
        return comment_name(self.subject)


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One screen: its number from 1, the questions on it, and the comment with which it ends, where it has one."""

    number: int
    heading: str
    introduction: str
    questions: tuple[Question, ...]
    comment: CommentField | None


@lru_cache(maxsize=128)
def screens_of(edition: Edition, window: WindowId, role: str, words: Words = DUTCH) -> tuple[Screen, ...]:
    """Return the screens of a window in order, in the words for this role; `words` are of the edition's language."""
    content = edition.windows[window]
    subjects = edition.dimensions_of(window)
    if window == "inwoner":
        screens = [screen for subject in subjects for screen in _question_screens(edition, content, subject, role)]
        screens = [_numbered(screen, number, len(screens), words) for number, screen in enumerate(screens, start=1)]
    else:
        screens = [_subject_screen(edition, content, subject, role) for subject in subjects]
    screens += [_context_screen(edition, content, item) for item in content.context_items]
    return tuple(replace(screen, number=number) for number, screen in enumerate(screens, start=1))


def comment_fields(edition: Edition, window: WindowId) -> dict[str, CommentField]:
    """Return every place in a window to write something, by subject; they do not depend on the role."""
    fields = (screen.comment for screen in screens_of(edition, window, ""))
    return {field.subject: field for field in fields if field}


def _question_screens(edition: Edition, content: WindowFile, subject: DimensionFile, role: str) -> list[Screen]:
    """Return a screen for each question; the introduction stands at the first, the comment at the last."""
    whole = _subject_screen(edition, content, subject, role)
    last = len(whole.questions) - 1
    return [
        replace(
            whole,
            introduction="" if place else whole.introduction,
            questions=(question,),
            comment=whole.comment if place == last else None,
        )
        for place, question in enumerate(whole.questions)
    ]


def _numbered(screen: Screen, number: int, total: int, words: Words) -> Screen:
    """Name a screen with one question after its place, and the comment that stands there too."""
    # For translators: stands at {place} in “Wat u schreef {place}”
    # and in “In wat u schreef {place}, lijkt {found} te staan.”
    comment = replace(screen.comment, place=words.say("bij vraag {number}", number=number)) if screen.comment else None
    return replace(screen, heading=words.say("Vraag {number} van {total}", number=number, total=total), comment=comment)


def _subject_screen(edition: Edition, content: WindowFile, subject: DimensionFile, role: str) -> Screen:
    return Screen(
        number=0,
        heading=subject.label,
        introduction=subject.introduction,
        questions=tuple(_question(edition, content.id, item, role) for item in subject.items),
        comment=CommentField(
            subject=subject.id,
            place=f"bij ‘{subject.label}’",
            label=content.comment.label,
            help=content.comment.help,
            max_length=content.comment.max_length,
        ),
    )


def _question(edition: Edition, window: WindowId, item: Item, role: str) -> Question:
    values = edition.instrument.item(item.id).options
    labels = (label for _, label in edition.options_of(item))
    apart = [Option(value=UNKNOWN, label=edition.scales.unknown[window])]
    if window in edition.scales.not_applicable_windows:
        apart.append(Option(value=NOT_APPLICABLE, label=edition.scales.not_applicable))
    return Question(
        id=item.id,
        text=(item.text_representative if role == REPRESENTATIVE else None) or item.text,
        help=item.help or "",
        options=tuple(
            Option(value=written(v), label=label, level=(step, len(values) - 1) if window == "inwoner" else None)
            for step, (v, label) in enumerate(zip(values, labels, strict=True))
        ),
        apart=tuple(apart),
    )


def written(answer: float) -> str:
    """Write a value or a model the way a form sends it.

    >>> written(0.0), written(0.25), written(7)
    ('0', '0.25', '7')
    """
    return str(int(answer)) if float(answer).is_integer() else repr(answer)


def _context_screen(edition: Edition, content: WindowFile, item: ContextItem) -> Screen:
    reason = CommentField(
        subject=item.id,
        place=f"bij ‘{HEADINGS[item.purpose]}’",
        label=item.reason_label or "",
        help="",
        max_length=content.comment.max_length,
    )
    return Screen(
        number=0,
        heading=HEADINGS[item.purpose],
        introduction="",
        questions=(_context_question(edition, item),),
        comment=reason if item.reason_label else None,
    )


def _context_question(edition: Edition, item: ContextItem) -> Question:
    """The portraits have no names and come in an order of chance, so that neither steers the choice."""
    options = {
        "portrait": (Option(value=written(one.model), label=one.text) for one in edition.portraits.portraits),
        "ambition": (
            Option(value=written(model.number), label=capitalised(model.label), explanation=model.summary)
            for model in edition.continuum.models
        ),
        "barriers": (
            Option(value=barrier.id, label=barrier.label, explanation=barrier.explanation)
            for barrier in edition.barriers.barriers
        ),
    }
    return Question(
        id=item.id,
        text=item.text,
        help=item.help or "",
        options=tuple(options[item.purpose]),
        at_most=edition.barriers.at_most if item.purpose == "barriers" else 1,
        in_any_order=item.purpose == "portrait",
    )
