"""From a response to a respondent: which responses count, and what one person says about a dimension or a feature.

    usable           at least 50 % of the window's scored items has a value; "wn", "nvt" and skipped have none
    dimension score  100 * mean of the answered items, if at least 50 % of the dimension's scored items is answered
    feature          mean of the answered items that carry the code; the same for an indicator

A team form stands for min(3, participants) respondents with the same answers (ruling 18). Individual answers go before
team forms: where one usable individual response exists, the team forms of that window are not used for any number
(ruling 19).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from scoring.method import TEAM_FORM_WEIGHT
from scoring.types import NOT_APPLICABLE, UNKNOWN, Answer, Item, Response, Window

Basis = Literal["individual", "team"]


@dataclass(frozen=True, slots=True)
class Respondent:
    """One respondent: role group, scored answers (0..1), items answered "weet ik niet", and the unscored answers."""

    role: str
    values: Mapping[str, float]
    unknown: frozenset[str]
    context: Mapping[str, Answer]

    def without(self, items: frozenset[str]) -> Respondent:
        """The same respondent as if these items had not been answered."""
        return Respondent(
            self.role,
            {item: value for item, value in self.values.items() if item not in items},
            self.unknown,
            self.context,
        )


def respondents_of(window: Window, responses: Iterable[Response]) -> tuple[Basis, tuple[Respondent, ...]]:
    """The respondents whose answers are used in this window, and whether they answered individually or as a team."""
    usable = [response for response in responses if is_usable(window, response)]
    individual = tuple(_respondent(window, response) for response in usable if response.participants == 1)
    if individual:
        return "individual", individual
    team = tuple(
        _respondent(window, response)
        for response in usable
        for _ in range(min(TEAM_FORM_WEIGHT, response.participants))
    )
    return ("team" if team else "individual"), team


def is_usable(window: Window, response: Response) -> bool:
    """Whether at least half of the window's scored items is answered with a value (ruling 3)."""
    scored = window.scored_items()
    return 2 * sum(_is_value(response.answers.get(item.id)) for item in scored) >= len(scored)


def _respondent(window: Window, response: Response) -> Respondent:
    values: dict[str, float] = {}
    unknown: set[str] = set()
    context: dict[str, Answer] = {}
    for item in window.items:
        answer = response.answers.get(item.id)
        if answer is None:
            continue
        if item.kind != "scored":
            context[item.id] = answer
        elif isinstance(answer, (int, float)):
            values[item.id] = float(answer)
        elif answer == UNKNOWN:
            unknown.add(item.id)
    return Respondent(response.role, values, frozenset(unknown), context)


def _is_value(answer: Answer | None) -> bool:
    return answer is not None and answer not in (UNKNOWN, NOT_APPLICABLE)


def mean_of(items: Sequence[Item], respondent: Respondent, share: float = 0.0) -> float | None:
    """The mean (0..1) of what the respondent answered of `items`; None below the given share of answered items.

    Without a share one answer is enough.
    """
    answered = [respondent.values[item.id] for item in items if item.id in respondent.values]
    if not answered or len(answered) < share * len(items):
        return None
    return sum(answered) / len(answered)
