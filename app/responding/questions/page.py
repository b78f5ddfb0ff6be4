"""Everything that the pages with questions may know: a screen, the check before sending, the thanks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.page import Page

if TYPE_CHECKING:
    from app.responding.questions.screens import CommentField, Option, Question, Screen
    from app.web.forms import FieldError


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """One question as one respondent sees it: what is marked, what was saved before, and what is wrong with it.

    `address` is where the browser sends an answer by itself.
    """

    question: Question
    options: tuple[Option, ...]
    marked: tuple[str, ...]
    before: str
    error: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentView:
    """A place to write, with what stands in it, what was saved before, and what is wrong with it."""

    field: CommentField
    text: str
    before: str
    error: str
    address: str


@dataclass(frozen=True, kw_only=True)
class ScreenPage(Page):
    """One screen. `to_check` says that it was opened from the check page, and leads back there.

    `left` says in words how far it still is; empty where somebody only changes an answer.
    """

    screen: Screen
    total: int
    left: str
    one_at_a_time: bool
    questions: tuple[QuestionView, ...]
    comment: CommentView | None
    stamp: str
    action: str
    wipe: str
    to_check: bool
    errors: tuple[FieldError, ...]

    @property
    def is_last(self) -> bool:
        """Whether the check page follows."""
        return self.screen.number == self.total


@dataclass(frozen=True, kw_only=True)
class SavedPage(Page):
    """What became of one answer or comment. With a `message` it was refused; else `before` is what is saved now."""

    message: str = ""
    before_name: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One question, or one place to write, with what was answered in words; no words when it was skipped."""

    text: str
    answers: tuple[str, ...]
    href: str
    is_comment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckGroup:
    """The lines of one subject."""

    heading: str
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """What in a text may belong to one person: where it stands, what it seems to be, and where it is changed."""

    place: str
    found: tuple[str, ...]
    href: str


@dataclass(frozen=True, kw_only=True)
class CheckPage(Page):
    """Everything that was filled in, before it is sent."""

    paragraphs: tuple[str, ...]
    groups: tuple[CheckGroup, ...]
    answered: int
    asked: int
    warnings: tuple[Warned, ...]
    stamp: str
    action: str
    back: str
    later: str
    wipe: str
    errors: tuple[FieldError, ...]


@dataclass(frozen=True, kw_only=True)
class ThanksPage(Page):
    """What happens next, after sending."""

    paragraphs: tuple[str, ...]
