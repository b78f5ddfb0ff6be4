"""The one place that decides which figures of a group somebody may see: pages, files and the API all ask here.

Three things must hold. The stand is still agreed to: every contribution in it is of a municipality that takes part now,
from a scan that is there and not in the archive. The figure is published (`app.comparison.groups.stands`). And its
reader does not know so much that the rest follows: of the contributions behind it, and behind its difference with any
set published before it, none or at least five are unknown to them. They know what they may read, and what they read
before as far as the log goes back.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.accounts.audit import Act
from app.comparison.groups.stands import Families, members_of, scans_in
from app.store import groups as store
from scoring import FEWEST, GroupFigures, admits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.accounts.asker import Asker
    from app.db import Session
    from app.models import ComparisonGroup, GroupStand

FEWEST_UNKNOWN = 5
"""So many contributions behind a figure are unknown to its reader, or none."""
READING = (Act.RESULT_READ.value, Act.RESULT_EXPORTED.value)


@dataclass(frozen=True, slots=True)
class Figure:
    """The figures of one quantity in one part of a group, and of how many municipalities they are."""

    quantity: str
    part: str
    of: int
    figures: GroupFigures


@dataclass(frozen=True, slots=True)
class Visible:
    """What somebody may see of a group: of which day and edition it is, its contributions, and the figures.

    `is_withdrawn` says that there were figures, and that they are shown to nobody any more. `knows_too_much` says that
    there are figures, and that this reader may see none of them.
    """

    made_on: date | None = None
    edition: str = ""
    contributions: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = field(default=())
    is_withdrawn: bool = False
    knows_too_much: bool = False

    def of_part(self, part: str) -> tuple[Figure, ...]:
        """Return the figures of one part."""
        return tuple(figure for figure in self.figures if figure.part == part)

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of which there are figures, the whole first."""
        return tuple(dict.fromkeys(figure.part for figure in self.figures))


def visible_figures(session: Session, asker: Asker, group: ComparisonGroup) -> Visible:
    """Return what somebody who may open a group may see of its figures."""
    stand = store.latest_stand(session, group.id or 0)
    if stand is None:
        return Visible()
    if not is_agreed(session, group, stand):
        return Visible(is_withdrawn=True)
    contributions = tuple(scan_id for scan_id, _ in scans_in(stand, -1))
    figures = _for_reader(session, asker, stand)
    is_hidden = bool(stand.figures) and not figures
    return Visible(stand.made_on, stand.edition, contributions, tuple(figures), knows_too_much=is_hidden)


def is_agreed(session: Session, group: ComparisonGroup, stand: GroupStand) -> bool:
    """Whether everybody whose results are in a stand still lets them be used, and its figures are there."""
    scans = {scan_id for scan_id, _ in scans_in(stand, -1)}
    return bool(stand.figures) and scans <= store.list_agreed_scans(session, group)


def _for_reader(session: Session, asker: Asker, stand: GroupStand) -> Sequence[Figure]:
    everything = store.list_stands(session)
    known = _known_to(session, asker, {scan_id for one in everything for scan_id, _ in scans_in(one, -1)})
    places = _visible_places(everything, stand, known)
    return [
        Figure(quantity, part, len(stand.sets[place]), GroupFigures(*figures))
        for number, ((quantity, part, place), figures) in enumerate(zip(stand.published, stand.figures, strict=True))
        if number in places
    ]


def _known_to(session: Session, asker: Asker, scans: set[str]) -> set[str]:
    """The scans of which somebody reads the result now, or did before."""
    places = store.list_places_of(session, scans)
    read = store.list_noted_scans(session, asker.account_id, READING)
    return {scan_id for scan_id, (code, number) in places.items() if asker.may_read(code, number)} | (read & scans)


def _visible_places(everything: Sequence[GroupStand], stand: GroupStand, known: set[str]) -> set[int]:
    """Which figures of a stand give nothing away to who knows these scans.

    Every set was published beside sets from which it differs by none or by at least eight: who knows at most three
    scans leaves at least five unknown on each side, so that for them nothing has to be worked out.
    """
    if len(known) <= FEWEST - FEWEST_UNKNOWN:
        return set(range(len(stand.published)))
    seen: Families = defaultdict(list)
    places = set()
    for one in everything:
        for number, (quantity, _, place) in enumerate(one.published):
            is_fine = _is_fine(seen, quantity, scans_in(one, place), known)
            if one is stand and is_fine:
                places.add(number)
        if one is stand:
            break
    return places


def _is_fine(seen: Families, quantity: str, scans: list[tuple[str, int | None]], known: set[str]) -> bool:
    """Whether a set leaves none or enough unknown beside those before it, of which it is one afterwards."""
    unknown = [one for one in scans if one[0] not in known]
    is_fine = True
    for family, members in members_of(quantity, unknown):
        is_fine = admits(seen[family], members, FEWEST_UNKNOWN) and is_fine
        seen[family].append(members)
    return is_fine
