"""Who stands behind the numbers of a record: how many people, and which windows.

A record holds no people. It does hold how many of each window were used, how many answered each question, and which
questions had enough answers to be used at all; that is enough to say how many stand behind a number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from scoring.types import Instrument, Item

Record = Mapping[str, Any]


def shown_windows(instrument: Instrument, record: Record) -> list[str]:
    """The windows of a record that are shown, in the order of the instrument."""
    windows = record["result"]["windows"]
    return [window.id for window in instrument.windows if windows[window.id]["status"] == "shown"]


def windows_of_the_position(instrument: Instrument, record: Record) -> list[str]:
    """The windows that the position is made of: shown ones with a feature; none where there is no position."""
    if record["result"]["continuum"]["position"] is None:
        return []
    casework = [one for one in shown_windows(instrument, record) if one in instrument.feature_window_weights]
    return [one for one in casework if _answered(instrument, record, one, lambda item: item.feature is not None)]


def people_behind(instrument: Instrument, record: Record) -> dict[str, Any]:
    """How many respondents stand behind the numbers of a record; None where a number is not known.

    Of the `position` and of `orders` the usable respondents of the windows that they are made of; of `dimensions` those
    with a score; of `features` the most that answered one of its questions, per window, summed over the windows.
    """
    result = record["result"]
    return {
        "position": _usable(record, windows_of_the_position(instrument, record)),
        "dimensions": {d: _with_a_score(record, w.id, d) for w in instrument.windows for d in w.dimensions},
        "orders": {
            number: None
            if order["score"] is None
            else _usable(record, _windows_of_the_order(instrument, record, number))
            for number, order in result["learning"]["orders"].items()
        },
        "features": {
            feature.id: _answering(instrument, record, feature.id)
            if result["continuum"]["features"][feature.id] is not None
            else None
            for feature in instrument.features
        },
    }


def used_items(record: Record, window: str) -> dict[str, int]:
    """Question -> number of answers, for the questions of a shown window that were used (ruling 23).

    The insight says which these are. Without an insight they are those with enough answers; a shown window with fewer
    respondents than its minimum answered in team forms, to which the minimum does not apply (ruling 21).
    """
    insight = record.get("insight")
    if insight:
        items = insight["windows"][window]["items"]
        return {item: found["n"] for item, found in items.items() if found["mean"] is not None}
    document = record["result"]["windows"][window]
    least = document["minimum"] if document["usable"] >= document["minimum"] else 1
    return {item: found["n"] for item, found in document["items"].items() if found["n"] >= least}


def _usable(record: Record, windows: list[str]) -> int | None:
    return sum(record["result"]["windows"][window]["usable"] for window in windows) or None


def _with_a_score(record: Record, window: str, dimension: str) -> int | None:
    found = record["result"]["windows"][window].get("dimensions", {}).get(dimension)
    return found["n"] if found and found["score"] is not None else None


def _windows_of_the_order(instrument: Instrument, record: Record, number: str) -> list[str]:
    indicators = next(order.indicators for order in instrument.orders if str(order.number) == number)
    return [
        window
        for window in shown_windows(instrument, record)
        if _answered(instrument, record, window, lambda item: item.indicator in indicators)
    ]


def _answering(instrument: Instrument, record: Record, feature: str) -> int | None:
    casework = [one for one in shown_windows(instrument, record) if one in instrument.feature_window_weights]
    most = (
        max(_answered(instrument, record, one, lambda item: item.feature == feature), default=0) for one in casework
    )
    return sum(most) or None


def _answered(instrument: Instrument, record: Record, window: str, counts: Callable[[Item], bool]) -> list[int]:
    """How many answered each used question of a window that counts."""
    used = used_items(record, window)
    return [used[item.id] for item in instrument.window(window).scored_items() if item.id in used and counts(item)]
