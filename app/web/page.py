"""What every page has. A room adds its own: a frozen dataclass per page with everything its template may know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Section = Literal["home", "samenwerkingen", "vragenlijsten", "verantwoording"]


@dataclass(frozen=True, slots=True)
class Link:
    """A place that can be gone to, and its name."""

    label: str
    href: str
    current: bool = False


NAVIGATION: tuple[tuple[Section, str, str], ...] = (
    ("home", "Start", "/"),
    ("samenwerkingen", "Samenwerkingen", "/samenwerkingen"),
    ("vragenlijsten", "Vragenlijsten", "/vragenlijsten"),
    ("verantwoording", "Verantwoording", "/verantwoording"),
)
FOR_COORDINATORS = {"samenwerkingen"}


@dataclass(frozen=True, kw_only=True)
class Page:
    """The part of a page that the layout shows.

    `title` is the `h1` and the beginning of the title of the document; `section` the place in the navigation.
    `breadcrumbs` lead here from home, without home and without this page. `is_example` marks example data.
    `uses_htmx` loads htmx; `respondent` marks a page that someone who answers sees: it never contacts a third party.
    """

    title: str
    section: Section | None = None
    breadcrumbs: tuple[Link, ...] = ()
    is_example: bool = False
    uses_htmx: bool = False
    respondent: bool = False

    def navigation(self, *, known: bool) -> tuple[Link, ...]:
        """The main navigation, with the place of this page marked; to a stranger only what strangers may open."""
        return tuple(
            Link(label, href, current=section == self.section)
            for section, label, href in NAVIGATION
            if known or section not in FOR_COORDINATORS
        )
