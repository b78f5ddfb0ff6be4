"""How certain the gaps between windows are, and how far the groups of a window agree, as finely as others may read it.

    gap          SE = sqrt(SE_a^2 + SE_b^2),  nu = nu_a + nu_b                        per mirrored subject
    horizontal   SE <= mean_q mean_(g<h) sqrt(SE_g^2 + SE_h^2),  nu = the least of nu_g + nu_h

The second is an upper bound: the quantities come from the same people, so their errors do not cancel out as those of
different people would. With perfect dependence the error of a mean is the mean of the errors; it is never more.

A mirrored subject is one question in each window. Under a minimum above 1 the standard error of fewer than ten people
is rounded up to steps of ten **before** anything is made of it (ruling 75, `scoring.fineness`): rounding afterwards
would give several differently rounded views of the same five answers, and together these would tell more than one.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any

from scoring.congruence import PROFESSIONAL, MirrorGap, group_values, horizontal_quantities
from scoring.method import PRIOR_SPREAD_SCORE, rounded_up
from scoring.privacy import FINE_FROM
from scoring.result import Result
from scoring.uncertainty import Uncertainty, difference, mean_bound, of_values
from scoring.windows import Panel

ERROR_STEP_OF_A_QUESTION = 10.0
"""To which steps the standard error of one question is rounded up, on 0..100."""


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
    return _coarse(measure.uncertainty, measure.n, panel.k)


def _coarse(uncertainty: Uncertainty, n: int, k: int) -> Uncertainty:
    if k == 1 or n >= FINE_FROM:
        return uncertainty
    error = rounded_up(uncertainty.standard_error, ERROR_STEP_OF_A_QUESTION)
    return Uncertainty(error, uncertainty.degrees_of_freedom)


def _horizontal(result: Result, panel: Panel) -> Uncertainty | None:
    if result.congruence.horizontal is None:
        return None
    per_quantity = []
    for items in horizontal_quantities(result.instrument, panel):
        groups = [
            _coarse(of_values(values, len(values), PRIOR_SPREAD_SCORE), len(values), panel.k)
            for values in group_values(panel, items)
        ]
        if pairs := list(combinations(groups, 2)):
            per_quantity.append(mean_bound([difference(one, other) for one, other in pairs]))
    return mean_bound(per_quantity)
