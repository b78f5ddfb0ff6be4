"""What a number is made of, as a page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.results.page import ResultPage
from app.results.questions import item_row
from app.web.formatting import enumeration, number, percentage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.results.charts import Table
    from app.results.context import Section
    from app.results.questions import ItemRow
    from app.results.reading import Reading
    from app.results.record import WindowName
    from app.web.page import Link
    from questionnaires import Item

UNKNOWN = "niet te bepalen"
IN_STEPS = "Dit rust op losse vragen uit een venster met een minimum, en staat daarom in stappen van vijf."


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What one number is made of.

    `section` is the part of the result that it belongs to and `method` the place on the page about the method.
    `parts` are the numbers that it is made from, `questions` the questions, and `windows` those that can tell about it.
    """

    section: Section
    kind: str
    label: str
    definition: str
    value: str
    formula: str
    method: str
    note: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Table, ...] = ()
    questions: tuple[ItemRow, ...] = ()
    windows: tuple[WindowName, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProvenancePage(ResultPage):
    """What one number is made of; `unused` names the windows that are not in it."""

    kind: str
    definition: str
    value: str
    note: str
    facts: tuple[tuple[str, str], ...]
    formula: str
    method: Link
    parts: tuple[Table, ...]
    questions: tuple[ItemRow, ...]
    unused: str
    back: Link


def questions(reading: Reading, found: Iterable[tuple[WindowName, Item]]) -> tuple[ItemRow, ...]:
    """Questions of shown windows as rows."""
    return tuple(item_row(reading, window, item) for window, item in found)


def of_hundred(value: float | None) -> str:
    """A score in words."""
    return UNKNOWN if value is None else f"{number(value)} van de 100"


def shares(reading: Reading, windows: Iterable[WindowName], weights: Mapping[WindowName, float]) -> str:
    """How heavily each of these windows counts here, such as "professional 63%, organisatie 38%"."""
    counting = list(dict.fromkeys(windows))
    total = sum(weights[window] for window in counting)
    parts = [f"{reading.label(window)} {percentage(weights[window] / total)}" for window in counting]
    return enumeration(parts) if parts else "geen venster telt mee"


def unused(reading: Reading, windows: Iterable[WindowName]) -> str:
    """Which of these windows are not shown; of such a window nothing is used, and nothing else is said."""
    labels = [reading.label(window) for window in windows if window not in reading.shown]
    return f"Niet gebruikt: {enumeration(labels)}." if labels else ""
