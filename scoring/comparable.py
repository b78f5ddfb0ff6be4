"""Whether a document that somebody brings can be compared as a result: every field that is compared, and no other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from scoring.intake import Problem, is_whole, shown
from scoring.types import Instrument


def check_result(document: Any, instrument: Instrument) -> list[Problem]:
    """What keeps a document from being a result of this instrument that can be compared; empty when nothing does."""
    try:
        if document["edition"] != instrument.edition:
            return [Problem(None, None, f"onbekende editie {shown(document['edition'])}")]
        wrong = [value for value in _numbers(document, instrument) if not _is_number_or_null(value)]
        miscounted = [w.id for w in instrument.windows if not _counts_fit(document["windows"][w.id])]
    except (KeyError, TypeError, AttributeError):
        return [Problem(None, None, "dit is geen volledige uitslag")]
    return [Problem(None, None, f"{shown(value)} is geen getal") for value in wrong] + [
        Problem(None, window, "de aantallen van dit venster kloppen niet") for window in miscounted
    ]


def _numbers(document: Any, instrument: Instrument) -> Iterator[Any]:
    """Every value that is compared, each with its standard error and degrees of freedom."""
    yield from _with_uncertainty(document["continuum"]["position"], document["continuum"])
    for order in instrument.orders:
        found = document["learning"]["orders"][str(order.number)]
        yield from _with_uncertainty(found["score"], found)
    for feature in instrument.features:
        uncertainty = document["continuum"]["feature_uncertainty"][feature.id]
        if uncertainty is not None:
            yield from _with_uncertainty(document["continuum"]["features"][feature.id], uncertainty)
    for window in instrument.windows:
        if document["windows"][window.id]["status"] == "shown":
            for dimension in window.dimensions:
                found = document["windows"][window.id]["dimensions"][dimension]
                yield from _with_uncertainty(found["score"], found)


def _with_uncertainty(value: Any, source: Any) -> Iterator[Any]:
    yield value
    yield source["standard_error"]
    yield source["degrees_of_freedom"]


def _is_number_or_null(value: Any) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value))


def _counts_fit(window: Any) -> bool:
    """Whether the role groups of a shown window add up to no more than its respondents."""
    if window["status"] != "shown":
        return True
    counts = [role["n"] for role in window["roles"].values()]
    return all(is_whole(n) and n >= 0 for n in (window["usable"], *counts)) and window["usable"] >= max(1, sum(counts))
