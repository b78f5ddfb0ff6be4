"""Everything that the templates of this room may know, one frozen dataclass per page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.pages.worked import Worked
    from app.web.page import Link
    from questionnaires import DimensionFile, Edition, Role, WindowFile


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowSummary:
    """One questionnaire in short."""

    id: str
    name: str
    description: str
    audience: str
    minutes: int
    questions: int
    subjects: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on the line from 1 to 7, with the interval in which it probably lies."""

    position: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleScan:
    """One scan of an example municipality; without a position `place` is empty, and `sentence` says so."""

    name: str
    period: str
    href: str
    sentence: str
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleMunicipality:
    """One example municipality and its scans, first to last; `course` compares the last with an earlier one."""

    name: str
    collaboration: str
    target_group: str
    scans: tuple[ExampleScan, ...]
    course: str


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """What it is, for whom, and where to begin."""

    windows: tuple[WindowSummary, ...]
    examples: tuple[ExampleMunicipality, ...]
    first_model: str
    last_model: str


@dataclass(frozen=True, kw_only=True)
class QuestionnairesPage(Page):
    """The four questionnaires in short."""

    edition: str
    description: str
    windows: tuple[WindowSummary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question as it can be read: its options from low to high, and the answers without a value after them."""

    number: int
    text: str
    text_representative: str | None
    help: str | None
    options: tuple[str, ...]
    without_value: tuple[str, ...]
    as_sentences: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One dimension: a page for professionals, a few pages for residents."""

    id: str
    label: str
    content: DimensionFile
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextQuestion:
    """A question that is asked but not scored."""

    id: str
    text: str
    help: str | None
    options: tuple[str, ...]
    reason_label: str | None


@dataclass(frozen=True, kw_only=True)
class QuestionnairePage(Page):
    """One questionnaire to read, from its start page to its thanks."""

    window: WindowFile
    summary: WindowSummary
    minimum: int
    roles: tuple[Role, ...]
    subjects: tuple[Subject, ...]
    context_questions: tuple[ContextQuestion, ...]
    others: tuple[WindowSummary, ...]


@dataclass(frozen=True, kw_only=True)
class MethodPage(Page):
    """How it measures, in plain Dutch, with every formula, weight, source and limit.

    `worked` is one example carried through; `example` is where its whole result stands, empty where there are none.
    """

    worked: Worked
    example: str
    edition: Edition
    minimums: Mapping[str, int]
    questions: int
    origins: Mapping[str, str]
    cells: int
    cells_from_sources: int
    contents: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class AccessibilityPage(Page):
    """What was checked, how, and what is not known yet."""
