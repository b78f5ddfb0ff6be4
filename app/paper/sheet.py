"""The questions of a window as they stand on paper: those of the screens, with numbers, and a letter for each box.

Whoever types a form over finds the same numbers, letters and order as on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from app.responding.questions.screens import UNKNOWN, screens_of
from app.web.language import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.responding.questions.screens import CommentField, Option, Question, Screen
    from app.web.language import Words
    from questionnaires import Edition, WindowId

LETTERS = "ABCDEFGHIJKLM"
"""A letter ranks nothing, where a number would look like a mark out of five."""
LETTER_OF_UNKNOWN, LETTER_OF_NOT_APPLICABLE = "W", "N"
PAPER = "op papier"
"""Stands for the respondent where options come in an order of chance.

On a screen everybody meets the portraits in an order of their own, so that none is helped by its place. Paper is
printed once and copied, and whoever types it over must find the same letters. So here everybody has one order, that is
mixed as on a screen and does not follow the line from the first model to the seventh: reading from A to G is no way up.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One box to tick: its letter, and the answer it stands for."""

    letter: str
    option: Option


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperQuestion:
    """One question with its number on the form; `apart` are the boxes of answers without a value."""

    number: int
    question: Question
    boxes: tuple[Box, ...]
    apart: tuple[Box, ...]

    @property
    def every_box(self) -> tuple[Box, ...]:
        """Every box of the question, in the order of the form."""
        return self.boxes + self.apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What stands together: questions on one subject, and room to write. A resident's form has no headings."""

    heading: str
    introduction: str
    questions: tuple[PaperQuestion, ...]
    comment: CommentField | None


@lru_cache(maxsize=64)
def sheet_of(edition: Edition, window: WindowId, role: str, words: Words = DUTCH) -> tuple[Part, ...]:
    """Return the parts of the form of a window, in the words for this role; `words` are of the edition's language."""
    return tuple(_parts(screens_of(edition, window, role, words), with_headings=window != "inwoner"))


def questions_of(parts: tuple[Part, ...]) -> tuple[PaperQuestion, ...]:
    """Return every question of a form, in order."""
    return tuple(question for part in parts for question in part.questions)


def _parts(screens: tuple[Screen, ...], *, with_headings: bool) -> Iterator[Part]:
    number = 0
    for screen in screens:
        yield Part(
            heading=screen.heading if with_headings else "",
            introduction=screen.introduction,
            questions=tuple(_on_paper(question, number + place) for place, question in enumerate(screen.questions, 1)),
            comment=screen.comment,
        )
        number += len(screen.questions)


def _on_paper(question: Question, number: int) -> PaperQuestion:
    return PaperQuestion(
        number=number,
        question=question,
        boxes=lettered(question.options_for(PAPER)),
        apart=tuple(
            Box(letter=LETTER_OF_UNKNOWN if option.value == UNKNOWN else LETTER_OF_NOT_APPLICABLE, option=option)
            for option in question.apart
        ),
    )


def lettered(options: tuple[Option, ...]) -> tuple[Box, ...]:
    """Give each option its letter."""
    return tuple(Box(letter=letter, option=option) for letter, option in zip(LETTERS, options, strict=False))
