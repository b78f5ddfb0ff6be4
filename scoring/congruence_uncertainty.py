"""How certain the gaps between windows are, and how far the groups of a window agree, as finely as others may read it.

    gap          SE = sqrt(SE_a^2 + SE_b^2),  nu = nu_a + nu_b                        per mirrored subject
    horizontal   SE <= mean_q mean_(g<h) sqrt(SE_g^2 + SE_h^2),  nu = the least of nu_g + nu_h

The second is an upper bound: the quantities come from the same people, so their errors do not cancel out as those of
different people would. With perfect dependence the error of a mean is the mean of the errors; it is never more.

A mirrored subject is one question in each window. Of five answers to one question a standard error tells much, also
when it is rounded to steps of ten: together with the rounded mean that leaves one possibility more often than ruling 75
can bear. So under a minimum above 1 that of fewer than ten people is taken as large as it can be for so many people
with that rounded mean, whatever they answered: it says nothing that the record does not say already. The same goes for
team forms of residents, which are few however many took part. From ten people on the answers themselves are told, and
the standard error is what it is. Means of role groups are told nowhere, so there it is as large as for any answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from scoring.congruence import PROFESSIONAL, MirrorGap, group_values, horizontal_quantities
from scoring.method import PRIOR_SPREAD_SCORE, at_least
from scoring.privacy import FINE_FROM, ROUNDED_TO, shown_mean
from scoring.result import Result
from scoring.uncertainty import Uncertainty, at_most_of, difference, mean_bound, of_values
from scoring.windows import Panel


def congruence_uncertainty(result: Result) -> dict[str, Any]:
    """What the insight says of the certainty of a result's congruence.

    `gaps` holds `{"code", "a", "b", "standard_error", "degrees_of_freedom"}` for every mirrored subject of the result
    document, in its order; `horizontal` the bound for H, None where there is no H.
    """
    panels = {panel.window.id: panel for panel in result.panels}
    horizontal = _horizontal(result, panels[PROFESSIONAL]) if PROFESSIONAL in panels else None
    return {
        "gaps": [
            {"code": gap.code, "a": gap.a, "b": gap.b, **_written(_of_gap(result, panels, gap))}
            for gap in result.congruence.mirrors
        ],
        "horizontal": None if horizontal is None else _written(horizontal),
    }


def _written(uncertainty: Uncertainty) -> dict[str, Any]:
    return {
        "standard_error": uncertainty.standard_error,
        "degrees_of_freedom": uncertainty.degrees_of_freedom,
    }


def _of_gap(result: Result, panels: dict[str, Panel], gap: MirrorGap) -> Uncertainty:
    items = next(mirror.items for mirror in result.instrument.mirrors if mirror.code == gap.code)
    a, b = (_of_item(panels[window], items[window]) for window in (gap.a, gap.b))
    return difference(a, b)


def _of_item(panel: Panel, item: str) -> Uncertainty:
    measure = panel.items[item]
    if _may_be_told(panel, measure.n):
        return measure.uncertainty
    weighed_alike = at_least(measure.effective_n, measure.n)
    mean = _nearest_to_the_middle(measure.value) if weighed_alike else 50.0
    return at_most_of(measure.n, measure.effective_n, PRIOR_SPREAD_SCORE, mean)


def _nearest_to_the_middle(value: float) -> float:
    """Of all means that are told as this one is, the one nearest to 50.

    >>> _nearest_to_the_middle(1.0), _nearest_to_the_middle(62.5), _nearest_to_the_middle(51.0)
    (7.5, 62.5, 50.0)
    """
    told = shown_mean(value, ROUNDED_TO)
    return told - max(-ROUNDED_TO / 2, min(ROUNDED_TO / 2, told - 50))


def _may_be_told(panel: Panel, n: int) -> bool:
    return panel.k == 1 or (n >= FINE_FROM and panel.basis == "individual")


def _of_group(panel: Panel, values: Sequence[float]) -> Uncertainty:
    if _may_be_told(panel, len(values)):
        return of_values(values, len(values), PRIOR_SPREAD_SCORE)
    return at_most_of(len(values), len(values), PRIOR_SPREAD_SCORE)


def _horizontal(result: Result, panel: Panel) -> Uncertainty | None:
    if result.congruence.horizontal is None:
        return None
    per_quantity = []
    for items in horizontal_quantities(result.instrument, panel):
        groups = [_of_group(panel, values) for values in group_values(panel, items)]
        if pairs := list(combinations(groups, 2)):
            per_quantity.append(mean_bound([difference(one, other) for one, other in pairs]))
    return mean_bound(per_quantity)
