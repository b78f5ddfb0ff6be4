"""What every page has. A room adds its own: a frozen dataclass per page with everything its template may know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.web.language import IN_DUTCH, Speech

Section = Literal[
    "home",
    "samenwerkingen",
    "uitslagen",
    "vergelijken",
    "opmerkingen",
    "beheer",
    "vragenlijsten",
    "verantwoording",
    "account",
]


@dataclass(frozen=True, slots=True)
class Link:
    """A place that can be gone to, and its name."""

    label: str
    href: str
    current: bool = False


NAVIGATION: tuple[tuple[Section, str, str], ...] = (
    ("home", "Start", "/"),
    ("samenwerkingen", "Samenwerkingen", "/samenwerkingen"),
    ("uitslagen", "Uitslagen", "/uitslagen"),
    ("vergelijken", "Vergelijken", "/vergelijken"),
    ("opmerkingen", "Opmerkingen", "/opmerkingen"),
    ("beheer", "Beheer", "/beheer"),
    ("vragenlijsten", "Vragenlijsten", "/vragenlijsten"),
    ("verantwoording", "Verantwoording", "/verantwoording"),
)
FOR_WHO_HAS_A_ROLE = {"samenwerkingen", "uitslagen", "vergelijken", "opmerkingen", "beheer"}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who is signed in, as every page shows them: their name, and the sections that are open to them."""

    name: str
    sections: frozenset[Section]
    is_example: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to narrow a list: its field, its label, what can be chosen and what is; `all` stands for everything."""

    name: str
    label: str
    all: str
    options: tuple[tuple[str, str], ...]
    value: str

    @property
    def in_words(self) -> str:
        """What is chosen, as its label; empty where nothing is."""
        return dict(self.options).get(self.value, "")


@dataclass(frozen=True, kw_only=True)
class Page:
    """The part of a page that the layout shows.

    `title` is the `h1` and the beginning of the title of the document; `section` the place in the navigation.
    `breadcrumbs` lead here from home, without home and without this page. `is_example` marks example data.
    `uses_htmx` loads htmx; `respondent` marks a page that someone who answers sees: it never contacts a third party.
    `speech` is the language that it is in, and the others in which it can be had.
    """

    title: str
    section: Section | None = None
    breadcrumbs: tuple[Link, ...] = ()
    is_example: bool = False
    uses_htmx: bool = False
    respondent: bool = False
    speech: Speech = IN_DUTCH

    def navigation(self, visitor: Visitor | None) -> tuple[Link, ...]:
        """The main navigation, with the place of this page marked; only what the visitor may open."""
        open_to_them = visitor.sections if visitor else frozenset()
        return tuple(
            Link(label, href, current=section == self.section)
            for section, label, href in NAVIGATION
            if section in open_to_them or section not in FOR_WHO_HAS_A_ROLE
        )
