"""A comparison in the exchange format (`docs/formats.md`, "Beside each other"): the same for file, API and command.

Under aliases nothing in it tells who somebody is. What is not known is null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.comparison.beside.differences import differences, lessons

if TYPE_CHECKING:
    from app.comparison.beside.differences import Difference, Lessons
    from app.comparison.beside.sides import Comparison, Side

Document = dict[str, Any]


def comparison_document(comparison: Comparison, about: Side | None = None) -> Document:
    """The whole comparison; differences of every two only where they are few, or of `about` with every other."""
    return {
        "edition": comparison.edition.id,
        "aliased": comparison.aliased,
        "attribution": comparison.edition.file.attribution,
        "disclaimer": comparison.edition.file.disclaimer,
        "collaborations": [_side(side, comparison) for side in comparison.sides],
        "omitted": [{"name": one.name, "reason": one.why} for one in comparison.left_out],
        "differences": [_difference(one) for one in differences(comparison, about)],
        "lessons": [learned for one in lessons(comparison, about) for learned in _lessons(one)],
    }


def _side(side: Side, comparison: Comparison) -> Document:
    position, low, high = side.position
    continuum, source = side.outline["continuum"], side.source
    return {
        "name": side.name,
        "collaboration": source.collaboration_id if source else None,
        "municipality": source.municipality_code if source else None,
        "scan": source.scan_id if source else None,
        "closed_on": source.closed_on.isoformat() if source else None,
        "kind": source.kind if source else None,
        "ambition": side.ambition,
        "position": position,
        "low": low,
        "high": high,
        "certainty": continuum["certainty"],
        "gap_to_ambition": continuum["gap_to_ambition"],
        "people": side.people(comparison.edition),
        "windows": {name: _window(window) for name, window in side.outline["windows"].items()},
        "features": continuum["features"],
        "orders": {
            number: {part: order[part] for part in ("score", "low", "high", "status")}
            for number, order in side.outline["learning"]["orders"].items()
        },
    }


def _window(window: Document) -> Document:
    if window["status"] != "shown":
        return {"status": window["status"]}
    dimensions = {code: dimension["score"] for code, dimension in window["dimensions"].items()}
    return {"status": "shown", "usable": window["usable"], "dimensions": dimensions}


def _difference(one: Difference) -> Document:
    return {"a": one.a.name, "b": one.b.name, "compared": not one.why_not, "reason": one.why_not or None} | _numbers(
        one
    )


def _numbers(one: Difference) -> Document:
    return {
        "delta": one.delta,
        "margin": one.margin,
        "verdict": one.verdict,
        "n": list(one.people) if one.people else None,
    }


def _lessons(one: Lessons) -> list[Document]:
    return [
        {
            "name": one.side.name,
            "ambition": one.side.ambition,
            "feature": lesson.feature,
            "shortfall": lesson.shortfall,
            "stronger": [{"name": found.b.name} | _numbers(found) for found in lesson.stronger],
        }
        for lesson in one.lessons
    ]
