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
        wrong += [value for value in _of_the_course(document, instrument) if not _is_number_or_null(value)]
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


def _of_the_course(document: Any, instrument: Instrument) -> Iterator[Any]:
    """Every other number that the course between two results is made of (`course_of`).

    Raises `KeyError` or `TypeError` where something that it reads is not there, or is not what it should be.
    """
    congruence = document["congruence"]
    yield congruence["horizontal"]
    yield from (pair["congruence"] for pair in congruence["pairs"])
    yield from (mirror["gap"] for mirror in congruence["mirrors"])
    if {(pair["a"], pair["b"]) for pair in congruence["pairs"]} != {(pair.a, pair.b) for pair in instrument.pairs}:
        raise KeyError("pairs")
    words = [order["status"] for order in document["learning"]["orders"].values()]
    words += [one["id"] for one in document["advice"]]
    words += [mirror[key] for mirror in congruence["mirrors"] for key in ("code", "a", "b")]
    counts = [pair["codes"] for pair in congruence["pairs"]] + [one["rank"] for one in document["advice"]]
    truths = [mirror["real"] for mirror in congruence["mirrors"]] + [one["shown"] for one in document["advice"]]
    for window in document["windows"].values():
        if window["status"] == "shown":
            counts += [window["rest"], window["minimum"], *(item["n"] for item in window["items"].values())]
            counts += [dimension["n"] for dimension in window["dimensions"].values()]
    if not (all(isinstance(word, str) for word in words) and all(isinstance(truth, bool) for truth in truths)):
        raise TypeError("words")
    if not all(is_whole(count) for count in counts):
        raise TypeError("counts")


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
