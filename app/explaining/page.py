"""Everything that the templates of this room may know, one frozen dataclass per page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.page import Page

if TYPE_CHECKING:
    from markupsafe import Markup

    from app.web.page import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPart:
    """One term: what it means, where it is told how it is determined, and the lines of the report it comes from."""

    id: str
    name: str
    text: str
    method: Link | None
    sources: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The terms that begin with one letter."""

    letter: str
    terms: tuple[TermPart, ...]


@dataclass(frozen=True, kw_only=True)
class TermsPage(Page):
    """Every term, in the order of the alphabet."""

    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualSummary:
    """A manual in a list: for whom it is, and what it helps with."""

    title: str
    text: str
    href: str


@dataclass(frozen=True, kw_only=True)
class ManualsPage(Page):
    """The manuals to choose from."""

    manuals: tuple[ManualSummary, ...]


@dataclass(frozen=True, kw_only=True)
class ManualPage(Page):
    """One manual: its parts, its text, and the others."""

    contents: tuple[Link, ...]
    minutes: int
    body: Markup
    others: tuple[ManualSummary, ...]
