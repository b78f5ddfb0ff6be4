"""Whether the mix of roles shifted between two measurements, and the change as if it had not (section 5.8, ruling 52).

    shift       1/2 sum |share1 - share0|, groups that are not visible in both counting as one; shifted above .25
    reweighted  delta' = delta + sum_g (omega0_g - omega1_g) * m1_g

omega is the square-root weight of a role group (`scoring.windows`) and m1_g its score now. With exact scores that is
the score now under the weights of then, less the score then. The weights are those of the whole window: a record does
not hold how many of each group skipped a dimension. As the scores of groups are in steps of five
(`scoring.group_scores`), they only serve for the correction: where the groups agree it is nothing.

The margin follows from the same weights: SE1' = SE1 * sqrt(sum_g omega0_g^2 / n1_g) / sqrt(sum_g omega1_g^2 / n1_g).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import Any

from scoring.change import Quantity, change_of, dimension_of, total_variation
from scoring.method import CHANGE_SCORE, ROLE_MIX_SHIFT, above
from scoring.standing_behind import Record, shown_windows
from scoring.types import Instrument
from scoring.uncertainty import Uncertainty

Document = Mapping[str, Any]
Weights = Mapping[str, float]


def role_mix(instrument: Instrument, old: Record, new: Record) -> dict[str, Any]:
    """Per window that is shown in both: how far its mix of roles shifted, whether that is much, and what then remains.

    `shift` is None where no role group is visible in both, because then nothing is known of it. `reweighted` holds a
    change per dimension; it is None where the mix did not shift, where not all role groups are visible in both or some
    are in one only, and where the scores of the groups are not known.
    """
    both = [window for window in shown_windows(instrument, old) if window in shown_windows(instrument, new)]
    return {window: _of_window(window, old, new) for window in both}


def _of_window(window: str, old: Record, new: Record) -> dict[str, Any]:
    before, after = old["result"]["windows"][window], new["result"]["windows"][window]
    shift = total_variation(before, after) if set(before["roles"]) & set(after["roles"]) else None
    shifted = shift is not None and above(shift, ROLE_MIX_SHIFT)
    return {"shift": shift, "shifted": shifted, "reweighted": _reweighted(window, old, new) if shifted else None}


def _reweighted(window: str, old: Record, new: Record) -> dict[str, Any] | None:
    before, after = old["result"]["windows"][window], new["result"]["windows"][window]
    scores = ((new.get("insight") or {}).get("windows") or {}).get(window, {}).get("groups")
    if not scores or before["rest"] or after["rest"] or set(before["roles"]) != set(after["roles"]):
        return None
    then, now = ({role: one["n"] for role, one in side["roles"].items()} for side in (before, after))
    return {
        dimension: change_of(
            dimension_of(old["result"], dimension),
            _as_before(dimension_of(new["result"], dimension), scores, dimension, then, now),
            CHANGE_SCORE,
        )
        for dimension in after["dimensions"]
    }


def _as_before(
    quantity: Quantity | None,
    scores: Mapping[str, Weights],
    dimension: str,
    then: Mapping[str, int],
    now: Mapping[str, int],
) -> Quantity | None:
    """The score now under the weights of then; None where that cannot be told."""
    if quantity is None or any(dimension not in given for given in scores.values()):
        return None
    value, uncertainty = quantity
    old_weights, new_weights = square_root_weights(then), square_root_weights(now)
    value += sum((old_weights[role] - new_weights[role]) * scores[role][dimension] for role in scores)
    if uncertainty is None:
        return value, None
    wider = sqrt(_inverse_n(old_weights, now) / _inverse_n(new_weights, now))
    return value, Uncertainty(uncertainty.standard_error * wider, uncertainty.degrees_of_freedom)


def square_root_weights(sizes: Mapping[str, int]) -> dict[str, float]:
    """omega_g = sqrt(n_g) / sum_h sqrt(n_h).

    >>> square_root_weights({"a": 16, "b": 4})
    {'a': 0.6666666666666666, 'b': 0.3333333333333333}
    """
    total = sum(sqrt(n) for n in sizes.values())
    return {role: sqrt(n) / total for role, n in sizes.items()}


def _inverse_n(weights: Weights, sizes: Mapping[str, int]) -> float:
    """1 / n_eff of groups of these sizes under these weights."""
    return sum(weights[role] ** 2 / n for role, n in sizes.items())
