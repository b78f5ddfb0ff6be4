"""Which collaborations somebody may lay beside each other, and laying them beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.access import reach_of
from app.collaborations.forms import comparable
from app.comparison.beside.aliases import deal_letters
from app.comparison.beside.sides import Comparison, LeftOut, Side, newest_edition
from app.store.comparing import Comparable, list_comparable, outlines_of
from app.store.reach import Reach
from app.web.errors import Refusal
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from app.accounts.asker import Asker
    from app.comparison.beside.wanted import Wanted
    from app.db import Session
    from app.keys import Keys
    from questionnaires import Edition

CHOOSE, BESIDE, EXAMPLES = "/vergelijken", "/vergelijken/naast-elkaar", "/vergelijken/voorbeelden"
EXAMPLES_ONLY = Reach(only_examples=True)
SOMEBODY = "Een van de gekozen gemeenten"
NOT_IN_PERIOD = "er is geen scan gesloten in de gekozen periode"
NOT_WHOLE = "de uitslag is niet volledig genoeg om te vergelijken"
OTHER_EDITION = "de scan had een editie van de vragen die niet met de nieuwste te vergelijken is"
MOST_ON_A_PAGE = 400
"""More rows than all municipalities together cannot be read on a page; a file holds them all."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who lays collaborations beside each other: `id` is empty for somebody unknown, who has only the examples."""

    id: str
    reach: Reach


def reader_of(asker: Asker) -> Reader:
    """Somebody who signed in, or a program, with all that they may read by their roles."""
    return Reader(asker.account_id, reach_of(asker))


ANYBODY = Reader("", EXAMPLES_ONLY)
"""Who is not known, or is known and looks at the examples."""


def choices(session: Session, reach: Reach, wanted: Wanted) -> list[Comparable]:
    """What may be read and fits the filters and the words that are searched for, by name."""
    return _in_order(one for one in list_comparable(session, reach, wanted.filters) if _fits(one, wanted.text))


def ticked(session: Session, reach: Reach, wanted: Wanted) -> list[Comparable]:
    """What was ticked and may be read, by name; of another nothing is said."""
    return _in_order(list_comparable(session, reach, wanted.of_chosen)) if wanted.chosen else []


def _in_order(found: Iterable[Comparable]) -> list[Comparable]:
    """By the name of the municipality, as a Dutch list has them, and of the collaboration."""
    return sorted(
        found, key=lambda one: (one.municipality.removeprefix("’s-"), one.collaboration, one.collaboration_id)
    )


def _fits(one: Comparable, text: str) -> bool:
    if not text:
        return True
    about = comparable(f"{one.municipality} {one.collaboration} {one.target_group}")
    return all(word in about for word in comparable(text).split())


def lay_beside(
    session: Session,
    editions: Mapping[str, Edition],
    keys: Keys,
    reader: Reader,
    wanted: Wanted,
    most: int | None = None,
) -> tuple[Comparison, Sequence[Comparable]]:
    """Lay beside each other what was ticked, or everything that fits; without either, all examples for who has those.

    No more than `most` of them. Returned beside the comparison is what was read for it, for the log: under aliases the
    comparison does not know it. Raises `NothingChosenError` (422) where there is nothing that may be read.
    """
    everything = wanted.everything or (reader.reach.only_examples and not wanted.chosen)
    found = (choices if everything else ticked)(session, reader.reach, wanted)
    too_late = _outside_the_period(session, reader.reach, wanted, found)
    named = _named(keys, reader, wanted, found)[:most]
    known = [editions[one.edition] for _, one in named if one.edition in editions]
    if not known:
        raise NothingChosenError
    edition = newest_edition(known)
    outlines = outlines_of(session, [one.result_id for _, one in named])
    moved = {number: edition.as_own(outline) for number, outline in outlines.items()}
    sides = []
    left_out = [LeftOut(SOMEBODY if wanted.aliased else _name("", one), NOT_IN_PERIOD) for one in too_late]
    for letter, one in named:
        outline = moved.get(one.result_id)
        if outline is None:
            left_out.append(LeftOut(_name(letter, one), NOT_WHOLE if one.edition == edition.id else OTHER_EDITION))
        else:
            sides.append((one, _side(one, letter, outline)))
    comparison = Comparison(
        edition=edition,
        sides=tuple(side for _, side in sides),
        left_out=tuple(left_out),
        aliased=wanted.aliased,
        moved=sum(one.edition != edition.id for one, _ in sides),
        total=len(found),
        is_example=all(one.is_example for one in found),
    )
    return comparison, [one for one, _ in sides]


def _named(keys: Keys, reader: Reader, wanted: Wanted, found: Sequence[Comparable]) -> list[tuple[str, Comparable]]:
    """Each with its letter, in the order of the letters; without aliases there is none, and the order is by name."""
    if not wanted.aliased:
        return [("", one) for one in found]
    by_id = {one.collaboration_id: one for one in found}
    return [(letter, by_id[number]) for number, letter in deal_letters(keys, reader.id, by_id).items()]


def _side(one: Comparable, letter: str, outline: Mapping[str, object]) -> Side:
    if letter:
        return Side(letter, _name(letter, one), one.kind, outline)
    return Side(str(one.collaboration_id), _name("", one), one.kind, outline, one)


def _name(letter: str, one: Comparable) -> str:
    """A letter, or a collaboration with its municipality."""
    return f"Gemeente {letter}" if letter else f"{one.municipality}, {one.collaboration}"


def _outside_the_period(
    session: Session, reach: Reach, wanted: Wanted, found: Sequence[Comparable]
) -> list[Comparable]:
    """What was ticked and has a closed scan, but none in the period that is asked for."""
    if wanted.everything or not wanted.has_period:
        return []
    known = {one.collaboration_id for one in found}
    return [one for one in ticked(session, reach, wanted.at_any_time()) if one.collaboration_id not in known]


class NothingChosenError(Refusal):
    """Nothing was chosen that may be read: whether it exists is not told."""

    def __init__(self) -> None:
        super().__init__(
            422,
            title="Er is nog niets gekozen",
            explanation="Er is geen samenwerking gekozen met een gesloten scan waarvan u de uitslag mag lezen.",
            advice="Vink er twee of meer aan, of leg alles wat past naast elkaar.",
            way=Link("Naar vergelijken", CHOOSE),
        )
