"""What may be seen of the answers beside the result: item means, distributions, portraits, barriers, an ambition.

Nothing here takes part in a score. Of a window with a minimum above 1 an item mean is rounded to 5 points and kept
between 5 and 95, so that unanimity cannot be read off it; a distribution needs ten answers, also where the minimum is
1 (ruling 75); anything else needs max(k, 3) answers (section 5.4). Windows that are not shown are not in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from scoring.congruence_uncertainty import congruence_uncertainty
from scoring.group_scores import group_scores
from scoring.method import SPREAD_MINIMUM_N
from scoring.privacy import FINE_FROM, shown_mean
from scoring.result import Result
from scoring.types import Item
from scoring.windows import Measure, Panel


def build_insight(result: Result) -> dict[str, Any]:
    """The insight document of a result: `windows` (shown ones only), `ambition_proposal` and `congruence`."""
    shown = [panel for panel in result.panels if panel.status == "shown"]
    return {
        "windows": {panel.window.id: _window(panel) for panel in shown},
        "ambition_proposal": next(
            (found for panel in shown if (found := _median_model(panel, "ambition", panel.k)) is not None), None
        ),
        "congruence": congruence_uncertainty(result),
    }


def _window(panel: Panel) -> dict[str, Any]:
    return {
        "basis": panel.basis,
        "items": {item.id: _item(panel, item) for item in panel.window.scored_items()},
        "indicators": {
            code: {"mean": shown_mean(measure.value, panel.k), "n": measure.n}
            for code, measure in panel.indicators.items()
        },
        "portrait": _median_model(panel, "portrait", max(panel.k, SPREAD_MINIMUM_N)),
        "barriers": _barriers(panel),
        "groups": group_scores(panel),
    }


def _item(panel: Panel, item: Item) -> dict[str, Any]:
    measure = panel.items.get(item.id)
    return {
        "mean": shown_mean(measure.value, panel.k) if measure else None,
        "n": panel.counts[item.id].n,
        "distribution": _distribution(panel, item, measure),
    }


def _distribution(panel: Panel, item: Item, measure: Measure | None) -> list[int] | None:
    """How often each option was chosen, lowest first; only from ten individual answers."""
    if measure is None or panel.basis == "team" or measure.n < FINE_FROM:
        return None
    counts = Counter(respondent.values.get(item.id) for respondent in panel.respondents)
    return [counts[option] for option in item.options]


def _context(panel: Panel, purpose: str) -> Sequence[Any]:
    items = [item for item in panel.window.items if item.purpose == purpose]
    return [r.context[item.id] for item in items for r in panel.respondents if item.id in r.context]


def _median_model(panel: Panel, purpose: str, minimum: int) -> dict[str, int] | None:
    """The median of the models that were chosen, a tie to the lower (section 3.7)."""
    models = sorted(int(model) for model in _context(panel, purpose))
    if not models or len(models) < minimum:
        return None
    return {"model": models[(len(models) - 1) // 2], "n": len(models)}


def _barriers(panel: Panel) -> Mapping[str, Any] | None:
    """How often each barrier was named; with fewer answers than a distribution needs only their order."""
    chosen = _context(panel, "barriers")
    if len(chosen) < max(panel.k, SPREAD_MINIMUM_N):
        return None
    counts = Counter(barrier for barriers in chosen for barrier in barriers)
    order = next(item.choices for item in panel.window.items if item.purpose == "barriers")
    ranked = sorted((b for b in order if counts[b]), key=lambda b: -counts[b])
    exact = len(chosen) >= FINE_FROM
    return {"n": len(chosen), "order": ranked, "counts": {b: counts[b] for b in ranked} if exact else None}
