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
    session: Session, editions: Mapping[str, Edition], keys: Keys, reader: Reader, wanted: Wanted
) -> tuple[Comparison, Sequence[Comparable]]:
    """Lay beside each other what was ticked, or everything that fits; without either, all examples for who has those.

    Returned beside the comparison is what was read for it, for the log: under aliases the comparison does not know it.
    Raises `NothingChosenError` (422) where there is nothing that may be read.
    """
    everything = wanted.everything or (reader.reach.only_examples and not wanted.chosen)
    found = (choices if everything else ticked)(session, reader.reach, wanted)
    if not found:
        raise NothingChosenError
    too_late = _outside_the_period(session, reader.reach, wanted, found)
    outlines = outlines_of(session, [one.result_id for one in found])
    known = [editions[one.edition] for one in found if one.edition in editions]
    if not known:
        raise NothingChosenError
    edition = newest_edition(known)
    moved = {one.result_id: edition.as_own(outlines[one.result_id]) for one in found if one.result_id in outlines}
    fits = [one for one in found if moved.get(one.result_id) is not None]
    lying = {one.result_id for one in fits}
    letters = deal_letters(keys, reader.id, [one.collaboration_id for one in fits]) if wanted.aliased else {}
    named = [(one, letters.get(one.collaboration_id, "")) for one in fits]
    if wanted.aliased:
        named.sort(key=lambda pair: (len(pair[1]), pair[1]))
    comparison = Comparison(
        edition=edition,
        sides=tuple(_side(one, letter, moved[one.result_id] or {}) for one, letter in named),
        left_out=tuple(_left_out(one, edition, wanted) for one in (*found, *too_late) if one.result_id not in lying),
        aliased=wanted.aliased,
        moved=sum(one.edition != edition.id for one in fits),
        is_example=all(one.is_example for one in found),
    )
    return comparison, fits


def _side(one: Comparable, letter: str, outline: Mapping[str, object]) -> Side:
    if letter:
        return Side(letter, f"Gemeente {letter}", one.kind, outline)
    return Side(str(one.collaboration_id), name_of(one), one.kind, outline, one)


def name_of(one: Comparable) -> str:
    """A collaboration with its municipality."""
    return f"{one.municipality}, {one.collaboration}"


def _outside_the_period(
    session: Session, reach: Reach, wanted: Wanted, found: Sequence[Comparable]
) -> list[Comparable]:
    """What was ticked and has a closed scan, but none in the period that is asked for."""
    if wanted.everything or not wanted.has_period:
        return []
    known = {one.collaboration_id for one in found}
    return [one for one in ticked(session, reach, wanted.at_any_time()) if one.collaboration_id not in known]


def _left_out(one: Comparable, edition: Edition, wanted: Wanted) -> LeftOut:
    name = "Een van de gekozen gemeenten" if wanted.aliased else name_of(one)
    if not wanted.is_in_period(one.closed_on):
        return LeftOut(name, "er is geen scan gesloten in de gekozen periode")
    if one.edition == edition.id:
        return LeftOut(name, "de uitslag is niet volledig genoeg om te vergelijken")
    return LeftOut(name, "de scan had een editie van de vragen die niet met de nieuwste te vergelijken is")


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
