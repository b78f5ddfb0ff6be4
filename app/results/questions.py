"""One question of a shown window, as far as its answers may be shown: on its own page and wherever it counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.formatting import number

if TYPE_CHECKING:
    from app.results.reading import Reading
    from app.results.record import WindowName
    from questionnaires import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One question: its words, its mean and the answer closest to it, and how many did not know."""

    window: str
    text: str
    mean: float | None
    nearest: str
    answers: str
    unknown: str
    signal: str
    distribution: tuple[tuple[str, int], ...]


def item_row(reading: Reading, window: WindowName, item: Item) -> ItemRow:
    """A question of a shown window."""
    insight, count = reading.insight(window).items[item.id], reading.shown[window].items[item.id]
    options = reading.edition.options_of(item)
    return ItemRow(
        window=reading.heading(window),
        text=item.text,
        mean=insight.mean,
        nearest="" if insight.mean is None else nearest_option(options, insight.mean),
        answers=number(insight.n),
        unknown=number(count.unknown),
        signal=unknown_signal(reading, window, item),
        distribution=tuple(zip((label for _, label in options), insight.distribution, strict=True))
        if insight.distribution
        else (),
    )


def nearest_option(options: tuple[tuple[float, str], ...], mean: float) -> str:
    """The words of the answer that lies closest to a mean of 0..100; the lower one where two are equally close."""
    return min(options, key=lambda option: round(abs(100 * option[0] - mean), 9))[1]


def unknown_signal(reading: Reading, window: WindowName, item: Item) -> str:
    """How many of those asked do not know, when that is a signal; it is information, not a zero."""
    count = reading.shown[window].items[item.id]
    if not count.unknown_signal:
        return ""
    if reading.is_team(window):
        return "Als team weet men dit niet"
    return f"{number(count.unknown)} van de {number(count.n + count.unknown)} weten dit niet"
