"""The page on which one chooses what to lay beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from app.collaborations.kinds import KIND_LABELS, kind_named
from app.comparison.beside.service import BESIDE, CHOOSE, choices, ticked
from app.store.comparing import list_provinces, years_of
from app.web.formatting import counted, date_in_words
from app.web.page import Link, Page
from app.web.size_classes import SIZE_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.comparison.beside.service import Reader
    from app.comparison.beside.wanted import Address, Wanted
    from app.db import Session
    from app.store.comparing import Comparable

AT_A_TIME = 25
Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One collaboration to tick."""

    id: int
    municipality: str
    collaboration: str
    about: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class PageButton:
    """A way to another part of the list; what is ticked goes along."""

    number: int
    label: str


@dataclass(frozen=True, kw_only=True)
class ChoosePage(Page):
    """The list with its filters. `elsewhere` are those that are ticked and not in this part of the list."""

    action: str
    beside: str
    text: str
    kind: str
    size_class: str
    province: str
    year: str
    closed_from: str
    closed_until: str
    has_filters: bool
    has_more_filters: bool
    kinds: Options
    size_classes: Options
    provinces: Options
    years: Options
    found: int
    count: str
    part: str
    choices: tuple[Choice, ...]
    elsewhere: tuple[Choice, ...]
    buttons: tuple[PageButton, ...]
    nothing_to_read: bool
    examples: Link


def choose_page(session: Session, reader: Reader, address: Address, examples: str) -> ChoosePage:
    """The part of the list that is wanted, with what was ticked before."""
    wanted = address.wanted
    found = choices(session, reader.reach, wanted)
    pages = max(1, ceil(len(found) / AT_A_TIME))
    page = min(wanted.page, pages)
    here = found[(page - 1) * AT_A_TIME : page * AT_A_TIME]
    marked = {one.collaboration_id for one in here}
    elsewhere = [
        one for one in ticked(session, reader.reach, wanted.at_any_time()) if one.collaboration_id not in marked
    ]
    years = years_of(session, reader.reach)
    return ChoosePage(
        title="Vergelijken",
        section="vergelijken",
        uses_htmx=True,
        is_example=bool(found) and all(one.is_example for one in found),
        action=CHOOSE,
        beside=BESIDE,
        text=wanted.text,
        kind=wanted.kind or "",
        size_class=str(wanted.size_class or ""),
        province=wanted.province or "",
        year=str(wanted.year or ""),
        closed_from=wanted.closed_from.isoformat() if wanted.closed_from else "",
        closed_until=wanted.closed_until.isoformat() if wanted.closed_until else "",
        has_filters=_has_filters(wanted),
        has_more_filters=_has_more_filters(wanted),
        kinds=tuple(KIND_LABELS.items()),
        size_classes=tuple((str(one), label) for one, label in SIZE_CLASSES.items()),
        provinces=tuple((one, one) for one in list_provinces(session)),
        years=tuple((str(year), str(year)) for year in reversed(years)),
        found=len(found),
        count=counted(len(found), "samenwerking", "samenwerkingen"),
        part=f"{(page - 1) * AT_A_TIME + 1} tot en met {(page - 1) * AT_A_TIME + len(here)}" if pages > 1 else "",
        choices=tuple(_choice(one, wanted) for one in here),
        elsewhere=tuple(_choice(one, wanted) for one in elsewhere),
        buttons=tuple(_buttons(page, pages)),
        nothing_to_read=not found and not _has_filters(wanted),
        examples=Link("Bekijk hoe de drie voorbeelden naast elkaar staan", examples),
    )


def _has_filters(wanted: Wanted) -> bool:
    return bool(wanted.text or wanted.kind) or _has_more_filters(wanted)


def _has_more_filters(wanted: Wanted) -> bool:
    return wanted.has_period or any((wanted.size_class, wanted.province))


def _choice(one: Comparable, wanted: Wanted) -> Choice:
    known = kind_named(one.kind)
    kind = KIND_LABELS[known] if known else "soort niet ingevuld"
    about = f"{kind}, {one.scan}, gesloten op {date_in_words(one.closed_on)}"
    return Choice(
        one.collaboration_id, one.municipality, one.collaboration, about, one.collaboration_id in wanted.chosen
    )


def _buttons(page: int, pages: int) -> Iterator[PageButton]:
    if page > 1:
        yield PageButton(page - 1, "Vorige")
    if page < pages:
        yield PageButton(page + 1, "Volgende")
