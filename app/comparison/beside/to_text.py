"""A comparison as text, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.comparison.beside import words
from app.comparison.beside.differences import differences, lessons
from app.web.formatting import enumeration, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.comparison.beside.differences import Difference
    from app.comparison.beside.sides import Comparison, Side


def comparison_text(comparison: Comparison) -> str:
    """The places, the differences and who can be asked what; the rest is in the other forms."""
    return "\n".join(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    yield "Naast elkaar, op volgorde van naam. Dit is geen ranglijst."
    yield ""
    for side in comparison.sides:
        yield f"{side.name}: {_place(side)}; {words.distance(side)}"
    for one in comparison.left_out:
        yield f"{one.name} is niet meegenomen: {one.why}."
    yield ""
    for difference in differences(comparison, None):
        yield f"{difference.a.name} en {difference.b.name}. {_difference(difference)}"
    labels = {feature.id: feature.label for feature in comparison.edition.continuum.features}
    for found in lessons(comparison, None):
        for lesson in found.lessons:
            if lesson.stronger:
                whom = enumeration(one.b.name for one in lesson.stronger)
                yield f"{found.side.name} kan over ‘{labels[lesson.feature]}’ het gesprek aangaan met {whom}."
    yield ""
    yield comparison.edition.file.attribution
    yield f"Editie {comparison.edition.id}. {comparison.edition.file.disclaimer}"


def _place(side: Side) -> str:
    place, low, high = side.position
    return words.NO_PLACE if place is None else f"plek {number(place, 1)} (marge {words.margin(low, high, 1)})"


def _difference(one: Difference) -> str:
    between = words.as_written(one)
    if between is None or one.margin is None or one.people is None:
        return words.difference(one)
    n = f"{number(one.people[0])} en {number(one.people[1])} invullingen"
    return f"{words.difference(one)} Marge {between.margin}, {words.verdict(one)}, {n}."
