"""The page with collaborations beside each other: everything that its template may know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.page import Link, Page

if TYPE_CHECKING:
    from app.comparison.beside.sides import LeftOut
    from app.results.charts import Drawing


@dataclass(frozen=True, slots=True)
class Name:
    """A side as a heading of a row; `href` is its result, empty where that may not be told."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """The place of one side with its margin, its ambition, the way between the two, and on how many people it rests."""

    name: Name
    place: str
    margin: str
    ambition: str
    distance: str
    people: str


@dataclass(frozen=True, slots=True)
class Shade:
    """A number on a shade of one colour, from 0 (light) to 4; without a number it says why."""

    text: str
    shade: int | None


@dataclass(frozen=True, slots=True)
class HeatRow:
    """The numbers of one side in a view; `why` stands in their place where none may be shown."""

    name: Name
    cells: tuple[Shade, ...]
    why: str


@dataclass(frozen=True, slots=True)
class OrderRow:
    """The three learning orders of one side, each a score, its margin and its status."""

    name: Name
    orders: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class SmallRadar:
    """One radar of many; without a drawing `why` says why there is none."""

    name: Name
    drawing: Drawing | None
    why: str


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """The difference between two sides: who, how much in words, the margin, what it means, and on how many people."""

    who: tuple[str, str]
    says: str
    margin: str
    verdict: str
    people: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """A feature that one side wants to reach: what it is about, how far it still is, and whom it can ask."""

    feature: str
    description: str
    still: str
    whom: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Learning:
    """What one side can ask others; `sentence` says what was looked for and what was found."""

    name: Name
    sentence: str
    invitations: tuple[Invitation, ...]
    others: str


@dataclass(frozen=True, kw_only=True)
class BesidePage(Page):
    """Collaborations beside each other. Every list has the same order: that of the names, or of the aliases."""

    count: str
    aliased: bool
    notices: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    plot: Drawing | None
    places: tuple[PlaceRow, ...]
    views: tuple[Link, ...]
    view_heading: str
    columns: tuple[str, ...]
    radars: tuple[SmallRadar, ...]
    without_radars: str
    heat: tuple[HeatRow, ...]
    orders: tuple[OrderRow, ...]
    differences: tuple[DifferenceRow, ...]
    differences_heading: str
    learning: tuple[Learning, ...]
    about: str
    options: tuple[tuple[str, str], ...]
    kept: tuple[tuple[str, str], ...]
    action: str
    switch: Link
    files: tuple[Link, ...]
    choose: Link
    disclaimer: str
    attribution: str
    edition: str
    on_paper: bool = False
