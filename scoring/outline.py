"""The outline of a result: what a comparison reads of it, and nothing else.

Comparing many results must not mean reading everything that is known of each. An outline is a result document without
what is never compared at a distance: similarity, mirrors, lenses, advice and counts per question. What it holds has the
names and the values of the exchange format, so that `compare_results` takes outlines as well as documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Document = Mapping[str, Any]

OF_A_WINDOW = ("status", "usable", "minimum", "score", "roles", "rest", "dimensions")
OF_A_DIMENSION = ("score", "low", "high", "standard_error", "degrees_of_freedom", "n")
OF_THE_CONTINUUM = (
    "features",
    "feature_uncertainty",
    "position",
    "low",
    "high",
    "standard_error",
    "degrees_of_freedom",
    "nearest",
    "runner_up",
    "wording",
    "certainty",
    "gap_to_ambition",
)
OF_THE_WHOLE = ("edition", "method", "ambition")


def result_outline(document: Document) -> dict[str, Any]:
    """The outline of a result document. What the document does not have, such as the scores of a hidden window, is
    not in it either; the document is not changed.

    Raises `KeyError` for what is no result document.
    """
    learning = document["learning"]
    return _only(document, OF_THE_WHOLE) | {
        "windows": {name: _window(window) for name, window in document["windows"].items()},
        "continuum": _only(document["continuum"], OF_THE_CONTINUUM),
        "learning": {"orders": learning["orders"], "level": learning["level"]},
    }


def _window(window: Document) -> dict[str, Any]:
    outline = _only(window, OF_A_WINDOW)
    if "dimensions" in window:
        outline["dimensions"] = {code: _only(one, OF_A_DIMENSION) for code, one in window["dimensions"].items()}
    return outline


def _only(document: Document, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: document[name] for name in names if name in document}
