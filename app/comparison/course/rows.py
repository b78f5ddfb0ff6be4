"""Differences as rows of a table: then, now, and what lies between them with its margin, its verdict and its n."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.comparison.verdicts import change
from app.web.formatting import number

if TYPE_CHECKING:
    from app.comparison.course.document import Counts, Difference
    from app.comparison.verdicts import Verdict

UNKNOWN = "te weinig antwoorden"
NOT_COMPARABLE = "niet te vergelijken"
NOTHING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One difference, written down. `people` says how many stand behind then and now, `href` leads to what it is."""

    label: str
    then: str
    now: str
    difference: str
    margin: str
    verdict: Verdict | None
    words: str
    people: str
    href: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """Differences of one kind; `first` is what the rows are, `people` what the last column counts."""

    id: str
    caption: str
    first: str
    rows: tuple[ChangeRow, ...]
    people: str = "Antwoorden toen en nu"


Values = tuple[float | None, float | None]
"""A number then and now, as finely as it may be read."""


def change_row(label: str, values: Values, found: Difference, people: str, href: str = "", note: str = "") -> ChangeRow:
    """The row of a difference; what is not known on one side is not compared."""
    then, now = values
    named = {"label": label, "people": people, "href": href, "note": note}
    if then is None or now is None:
        before, after = (UNKNOWN if value is None else number(value) for value in values)
        return ChangeRow(
            then=before,
            now=after,
            difference=NOTHING,
            margin=NOTHING,
            verdict=None,
            words=NOT_COMPARABLE,
            **named,
        )
    one = change(then, now, found.margin, found.verdict)
    return ChangeRow(
        then=one.then,
        now=one.now,
        difference=one.difference,
        margin=one.margin or NOTHING,
        verdict=one.verdict,
        words=one.words,
        **named,
    )


def both(counts: Counts | None) -> str:
    """How many people then and now, as in "6 en 8"."""
    if counts is None:
        return NOTHING
    return " en ".join("geen" if one is None else number(one) for one in counts)
