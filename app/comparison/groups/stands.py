"""Making a stand: the figures of a group at one moment, of which none gives a municipality away.

A new stand differs from every earlier one of any group, also one that ended, by none or by at least eight
contributions on each side. Within it, and against everything ever published of the same quantity, the sets of its
figures keep the same rule (`scoring.admits`). Sets are tried in a fixed order, so that all readers have the same ones.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.comparison.groups.filters import WHOLE, Part, parts_of
from scoring import FEWEST, admits, group_figures, group_quantities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.models import GroupStand
    from app.store.groups import Contribution

EVERYTHING = "alles"
"""The family of the stands themselves."""
POSITION, DISTANCE = "positie", "afstand"
Families = dict[str, list[frozenset[str]]]


@dataclass(slots=True)
class Published:
    """What a stand gives figures of, as it is stored."""

    contributions: list[list[str | int | None]]
    sets: list[list[int]] = field(default_factory=list)
    published: list[list[str | int]] = field(default_factory=list)
    figures: list[list[float]] = field(default_factory=list)


def members_of(quantity: str, scans: Iterable[tuple[str, int | None]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Give the families in which a set counts, with what stands for each of its members there.

    The distance to the ambition is the ambition minus the position: where all ambitions are the same, one follows from
    the other, so both count as one quantity. A distance with another ambition is another distance.
    """
    scans = list(scans)
    yield POSITION if quantity == DISTANCE else quantity, frozenset(scan_id for scan_id, _ in scans)
    if quantity == DISTANCE:
        yield DISTANCE, frozenset(f"{scan_id} {ambition}" for scan_id, ambition in scans)


def families_of(stands: Iterable[GroupStand]) -> Families:
    """Return every set that these stands ever published, by family, in order."""
    families: Families = defaultdict(list)
    for stand in stands:
        for quantity, _, place in [[EVERYTHING, WHOLE, -1], *stand.published]:
            for family, members in members_of(quantity, scans_in(stand, place)):
                families[family].append(members)
    return families


def scans_in(stand: GroupStand, place: int) -> list[tuple[str, int | None]]:
    """Return the contributions in a set of a stand; -1 is all of them."""
    wanted = range(len(stand.contributions)) if place < 0 else stand.sets[place]
    return [(stand.contributions[one][0], stand.contributions[one][1]) for one in wanted]


def is_new(contributions: Sequence[Contribution], families: Families) -> bool:
    """Whether these contributions may make a stand beside every earlier one."""
    everybody = frozenset(one.scan_id for one in contributions)
    return len(everybody) >= FEWEST and admits(families[EVERYTHING], everybody, FEWEST)


def publish(contributions: Sequence[Contribution], families: Families) -> Published:
    """Return what can be published of these contributions; `families` then holds it as well."""
    made = Published([[one.scan_id, one.ambition] for one in contributions])
    place = {one.scan_id: number for number, one in enumerate(contributions)}
    values = {one.scan_id: group_quantities(one.outline) for one in contributions}
    quantities = sorted({quantity for found in values.values() for quantity in found})
    for part in parts_of(contributions):
        if not _is_large(part, len(contributions)):
            continue
        for quantity in quantities:
            having = [one for one in part.contributions if quantity in values[one.scan_id]]
            if len(having) >= FEWEST and _takes(families, quantity, having):
                members = [place[one.scan_id] for one in having]
                if members not in made.sets:
                    made.sets.append(members)
                found = group_figures(quantity, [values[one.scan_id][quantity] for one in having])
                made.published.append([quantity, part.code, made.sets.index(members)])
                made.figures.append([found.low, found.median, found.high])
    return made


def _is_large(part: Part, everybody: int) -> bool:
    """Whether a part, and what is outside it, are large enough: a part that is nearly the whole says what all are."""
    inside = len(part.contributions)
    return inside >= FEWEST and (part.code == WHOLE or everybody - inside >= FEWEST)


def _takes(families: Families, quantity: str, having: Sequence[Contribution]) -> bool:
    """Whether a set may be published, after which it is among those that were."""
    wanted = list(members_of(quantity, [(one.scan_id, one.ambition) for one in having]))
    if not all(admits(families[family], members, FEWEST) for family, members in wanted):
        return False
    for family, members in wanted:
        families[family].append(members)
    return True
