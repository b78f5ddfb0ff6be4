"""What each role group of a window scores, for a later comparison in which the mix of roles has shifted (section 5.8).

When the groups are not the size that they were, a window's score may move although nobody thinks otherwise. To tell,
the scores of the groups are weighed once more as they were weighed before, which asks for a score per group. It is kept

* only when every role group of the window may be seen, so that nothing is left to find by subtraction;
* under a minimum above 1 only when each group is at least ten people, in the window and in the dimension. Beside the
  exact score of the window and the answers per question, which are told from ten people on, the score of five of them
  would often give their answers away; of ten a whole distribution may be given (ruling 75);
* in steps of five from 5 to 95, for every group. The correction that is made of it needs no more.
"""

from __future__ import annotations

from math import fsum

from scoring.privacy import FINE_FROM, ROUNDED_TO, shown_mean
from scoring.windows import Panel

GroupScores = dict[str, dict[str, float]]


def group_scores(panel: Panel) -> GroupScores | None:
    """Role -> dimension -> score (0..100) of a shown window; None where it may not be given for any dimension.

    A dimension is in it for all groups or for none.
    """
    least = FINE_FROM if panel.k > 1 else 1
    if sum(panel.roles.values()) < panel.usable or min(panel.roles.values()) < least:
        return None
    found: GroupScores = {role: {} for role in panel.roles}
    for dimension in panel.dimensions:
        scores = {role: panel.dimension_scores(dimension, role) for role in panel.roles}
        if all(len(given) >= least for given in scores.values()):
            for role, given in scores.items():
                found[role][dimension] = shown_mean(fsum(given) / len(given), ROUNDED_TO)
    return found if all(found.values()) else None
