"""The results that somebody may read, by municipality and collaboration; a long list in parts, to search in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from app.collaborations.earlier import COURSE
from app.collaborations.forms import comparable
from app.results import story
from app.store.shelf import list_shelved, list_shelved_results, list_shelved_years
from app.web.formatting import counted, date_in_words
from app.web.page import Choice, Page
from app.web.paging import Paging, part_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.db import Session
    from app.store.reach import Reach
    from app.store.shelf import ShelvedCollaboration, ShelvedResult
    from questionnaires import Edition

SHELF = "/uitslagen"
LONG_LIST = 6
"""Above this many collaborations one wants to search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfResult:
    """One result: what was measured, when that was closed, and how it came out in one sentence, if it is whole.

    `course` is where it is compared with an earlier one, empty where there is none.
    """

    name: str
    href: str
    closed: str
    outcome: str
    course: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfCollaboration:
    """The results of one collaboration, the newest first."""

    name: str
    target_group: str
    results: tuple[ShelfResult, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfMunicipality:
    """The collaborations of one municipality."""

    name: str
    collaborations: tuple[ShelfCollaboration, ...]


@dataclass(frozen=True, kw_only=True)
class ShelfPage(Page):
    """The results that somebody may read, as far as they fit `query` and `year` and stand in this part of the list."""

    municipalities: tuple[ShelfMunicipality, ...]
    query: str
    year: Choice
    can_search: bool
    count: str
    paging: Paging


def build_shelf(
    session: Session,
    reach: Reach,
    editions: Mapping[str, Edition],
    *,
    query: str = "",
    year: int | None = None,
    part: int = 1,
) -> ShelfPage:
    """The results that may be read; of a scan whose result or edition is not there nothing is said."""
    everything = sorted(list_shelved(session, reach), key=_place)
    years = list_shelved_years(session, reach)
    closed_then = years.get(year, frozenset[int]()) if year is not None else None
    fitting = [one for one in everything if _fits(one, comparable(query).split())]
    found = [one for one in fitting if closed_then is None or one.id in closed_then]
    here, paging = part_of(found, part, SHELF, {"zoek": query, "jaar": "" if year is None else str(year)})
    results: dict[int, list[ShelvedResult]] = defaultdict(list)
    for result in list_shelved_results(session, reach, [one.id for one in here]):
        if result.edition in editions:
            results[result.collaboration_id].append(result)
    shelved = [one for one in here if one.id in results]
    return ShelfPage(
        title="Uitslagen",
        section="uitslagen",
        municipalities=tuple(
            ShelfMunicipality(name=name, collaborations=tuple(_collaborations(group, results, editions)))
            for name, group in groupby(shelved, key=lambda one: one.municipality)
        ),
        query=query,
        year=Choice(
            name="jaar",
            label="Gesloten in",
            all="Elk jaar",
            options=tuple((str(one), f"Gesloten in {one}") for one in sorted(years, reverse=True)),
            value="" if year is None else str(year),
        ),
        can_search=len(everything) > LONG_LIST or bool(query) or year is not None,
        count=counted(paging.count, "samenwerking", "samenwerkingen"),
        paging=paging,
    )


def _place(one: ShelvedCollaboration) -> tuple[str, str, int]:
    """’s-Gravenhage stands among the names with a G."""
    return one.municipality.removeprefix("’s-"), one.name, one.id


def _fits(one: ShelvedCollaboration, words: Sequence[str]) -> bool:
    if not words:
        return True
    about = comparable(f"{one.municipality} {one.name} {one.target_group} {one.partners}")
    return all(word in about for word in words)


def _collaborations(
    found: Iterable[ShelvedCollaboration],
    results: Mapping[int, Sequence[ShelvedResult]],
    editions: Mapping[str, Edition],
) -> Iterable[ShelfCollaboration]:
    for one in found:
        yield ShelfCollaboration(
            name=one.name,
            target_group=one.target_group,
            results=tuple(
                _result(result, editions[result.edition], is_first=result is results[one.id][-1])
                for result in results[one.id]
            ),
        )


def _result(result: ShelvedResult, edition: Edition, *, is_first: bool) -> ShelfResult:
    continuum = result.outline.get("continuum")
    return ShelfResult(
        name=f"{result.name}, {result.period}",
        href=f"/scans/{result.scan_id}",
        closed=f"Gesloten op {date_in_words(result.closed_on)}",
        outcome=story.headline_of(edition, continuum["wording"], continuum["nearest"]) if continuum else "",
        course="" if is_first else f"/scans/{result.scan_id}/{COURSE}",
    )
