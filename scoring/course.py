"""The course of a collaboration: everything that can be said about two measurements of it (section 5.8).

`compare_results` lays two results side by side, number by number. The course is what a reader wants to know from that:
which features changed as far as chance allows to say, what became of the learning orders, of the gaps between the
windows and of the advice, who stands behind it, and whether the mix of roles shifted. It is made of two frozen records,
so that nothing in it is finer than what others may read of small groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scoring.change import REAL, compare_results
from scoring.method import CHANCE_SHARE, CHANGED_AT_MOST, ranked
from scoring.mirror_change import DEMONSTRABLE, mirror_changes
from scoring.role_mix import role_mix
from scoring.standing_behind import Record, people_behind, windows_of_the_position
from scoring.types import Instrument

Document = Mapping[str, Any]


def course_of(instrument: Instrument, old: Record, new: Record) -> dict[str, Any]:
    """What changed between two frozen records of one collaboration, ready for JSON.

    A record is `{"result": ..., "insight": ...}`; the insight may be missing, and then what only it tells is None.
    Windows take part in gaps, congruence and role mix only if they are shown in both records, which are not changed.

    Keys: `comparison` (the document of `compare_results`), `basis` (the windows that make the position, per side),
    `counts` (how many stand behind each number, `[old, new]`), `features`, `orders`, `gaps`, `congruence`, `vertical`,
    `horizontal`, `advice` and `role_mix`. Each change has `delta`, `margin` and `verdict`, which are those of
    `compare_results`. `docs/formats.md` describes them all.
    """
    before, after = old["result"], new["result"]
    comparison = compare_results(instrument, before, after)
    return {
        "comparison": comparison,
        "basis": {
            "old": windows_of_the_position(instrument, old),
            "new": windows_of_the_position(instrument, new),
        },
        "counts": _then_and_now(people_behind(instrument, old), people_behind(instrument, new)),
        "features": changed_features(instrument, comparison["features"]),
        "orders": {
            number: order_change(before["learning"]["orders"][number], after["learning"]["orders"][number], change)
            for number, change in comparison["orders"].items()
        },
        **mirror_changes(instrument, old, new),
        "advice": advice_change(before, after),
        "role_mix": role_mix(instrument, old, new),
    }


def _then_and_now(old: Any, new: Any) -> Any:
    """Two equal trees of counts as one tree of pairs."""
    if isinstance(old, dict):
        return {key: _then_and_now(old[key], new[key]) for key in old}
    return [old, new]


def changed_features(instrument: Instrument, changes: Document) -> dict[str, Any]:
    """The features of which the change is real (at least .25 and demonstrable): at most the five largest.

    Where nothing changed at all, a change still exceeds its two-sided 90 % margin once in ten times. So of fifteen
    features one or two come up by chance; `by_chance` is a tenth of the `tested` ones, those with a verdict. It is an
    upper bound: a change must also be at least .25, and margins of few people are widened.
    """
    tested = [feature.id for feature in instrument.features if changes[feature.id]["verdict"] is not None]
    real = [feature for feature in tested if changes[feature]["verdict"] == REAL]
    real.sort(key=lambda feature: -ranked(abs(changes[feature]["delta"])))
    return {
        "changed": real[:CHANGED_AT_MOST],
        "more": len(real[CHANGED_AT_MOST:]),
        "tested": len(tested),
        "by_chance": ranked(len(tested) * CHANCE_SHARE),
    }


def order_change(old: Document, new: Document, change: Document) -> dict[str, Any]:
    """The status of a learning order then and now, and the one to show as the present state (ruling 67).

    A status has sharp edges, so it may change while hardly anything did. It only counts as changed if the change of
    the score is demonstrable; otherwise the status of then is shown on. Where one of both has no score there is no
    change of which to ask that, and the status of now is shown.
    """
    demonstrable = change["verdict"] in DEMONSTRABLE
    changed = demonstrable and old["status"] != new["status"]
    shown = new["status"] if demonstrable or change["delta"] is None else old["status"]
    return {"old": old["status"], "new": new["status"], "shown": shown, "changed": changed}


def advice_change(old: Document, new: Document) -> dict[str, list[str]]:
    """Which recommendations came first then and not now, both times, and only now, each in order of rank.

    What stayed stands in the order of now.
    """
    before, after = (
        [one["id"] for one in sorted(document["advice"], key=lambda one: one["rank"]) if one["shown"]]
        for document in (old, new)
    )
    return {
        "gone": [one for one in before if one not in after],
        "stayed": [one for one in after if one in before],
        "new": [one for one in after if one not in before],
    }
