"""Everything that the pages with questions may know: a screen, the check before sending, the thanks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.web.page import Page

PartState = Literal["done", "partly", "skipped", "ahead"]

if TYPE_CHECKING:
    from app.responding.questions.screens import CommentField, Option, Question, Screen
    from app.web.forms import FieldError
    from app.web.language import Speech


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One screen in the list of all of them: how far it is, as a word for the style and in words."""

    number: int
    name: str
    state: PartState
    words: str
    is_here: bool


@dataclass(frozen=True, kw_only=True)
class ScreenPage(Page):
    """One screen. `to_check` says that it was opened from the check page, and leads back there.

    `parts` are all screens, where there is a list of them to jump in.
    `left` says in words how far it still is; empty where somebody only changes an answer.
    """

    screen: Screen
    total: int
    left: str
    parts: tuple[Part, ...]
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


def saved_page(speech: Speech, before_name: str, before: str) -> SavedPage:
    """What is said when something was saved, or taken back because nothing is left of it."""
    title = speech.words.say("Opgeslagen") if before else speech.words.say("Gewist")
    return SavedPage(title=title, respondent=True, speech=speech, before_name=before_name, before=before)


def not_saved_page(speech: Speech, reason: str) -> SavedPage:
    """What is said when something was refused."""
    return SavedPage(title=speech.words.say("Niet opgeslagen"), respondent=True, speech=speech, message=reason)


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
    """Everything that was filled in, before it is sent. `here` is its own address, also where it was sent in vain."""

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
    here: str
    errors: tuple[FieldError, ...]

    @property
    def first_skipped(self) -> str:
        """Where the first question that was skipped is answered; empty where none was."""
        return next((line.href for group in self.groups for line in group.lines if not line.answers), "")


@dataclass(frozen=True, kw_only=True)
class ThanksPage(Page):
    """What happens next, after sending."""

    paragraphs: tuple[str, ...]
