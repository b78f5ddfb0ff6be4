"""Advice: recommendations, the development tasks and practice examples that they lead to, portraits and barriers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby, pairwise

from questionnaires.edition import Draft
from questionnaires.problems import Problem
from questionnaires.schema import Recommendation

RECOMMENDATIONS, TASKS = "recommendations.yaml", "development-tasks.yaml"
STEPS = range(2, 8)
"""The models that a recommendation can be a step towards: nobody works towards model 1."""
FREE_TASK = 14
"""The last development task is the municipality's own (section 6.4)."""


def check_recommendations_stand_in_the_order_of_the_report(draft: Draft) -> Iterator[Problem]:
    """R01, R02 and on without a gap, each on a later line of the report than the one before; that settles ties."""
    advices = draft.recommendations.recommendations
    for number, advice in enumerate(advices, start=1):
        if advice.id != f"R{number:02}":
            yield Problem(RECOMMENDATIONS, advice.id, f"moet R{number:02} heten: de aanbevelingen tellen door")
        if not _cites(advice, advice.line):
            yield Problem(RECOMMENDATIONS, advice.id, f"de eigen regel A:{advice.line} ontbreekt bij `sources`")
    for before, after in pairwise(advices):
        if after.line <= before.line:
            yield Problem(RECOMMENDATIONS, after.id, f"`line` moet hoger zijn dan {before.line} van {before.id}")


def _cites(advice: Recommendation, line: int) -> bool:
    for source in advice.sources:
        first, _, last = source.removeprefix("A:").partition("-")
        if source.startswith("A:") and int(first) <= line <= int(last or first):
            return True
    return False


def check_recommendations_stand_under_their_heading(draft: Draft) -> Iterator[Problem]:
    """Every recommendation has a heading that exists, headings hold together, and none is empty."""
    groups = [group.id for group in draft.recommendations.groups]
    for advice in draft.recommendations.recommendations:
        if advice.group not in groups:
            yield Problem(RECOMMENDATIONS, advice.id, f"groep {advice.group} bestaat niet")
    found = [name for name, _ in groupby(advice.group for advice in draft.recommendations.recommendations)]
    if not set(found) - set(groups) and found != groups:
        yield Problem(RECOMMENDATIONS, "groups", "elke groep moet aanbevelingen hebben, bij elkaar en in deze volgorde")


def check_triggers_exist(draft: Draft) -> Iterator[Problem]:
    """A recommendation is triggered by things that are measured, each named once."""
    known = _measures(draft)
    for advice in draft.recommendations.recommendations:
        for trigger in advice.triggers:
            if trigger.id not in known[trigger.kind]:
                yield Problem(RECOMMENDATIONS, advice.id, f"aanleiding {trigger.kind} {trigger.id} bestaat niet")
        named = [(trigger.kind, trigger.id) for trigger in advice.triggers]
        for kind, name in sorted({one for one in named if named.count(one) > 1}):
            yield Problem(RECOMMENDATIONS, advice.id, f"aanleiding {kind} {name} staat er meer dan één keer")


def _measures(draft: Draft) -> Mapping[str, Collection[str]]:
    return {
        "feature": [feature.id for feature in draft.continuum.features],
        "indicator": [one.id for order in draft.learning.orders for one in order.indicators],
        "item": draft.items,
        "dimension": draft.dimensions,
    }


def check_prerequisites_lead_somewhere(draft: Draft) -> Iterator[Problem]:
    """What has to come first exists, and no recommendation waits for itself, however long the way round."""
    first = {advice.id: advice.first for advice in draft.recommendations.recommendations if advice.first}
    known = {advice.id for advice in draft.recommendations.recommendations}
    for start, name in first.items():
        if name not in known:
            yield Problem(RECOMMENDATIONS, start, f"`first`: {name} bestaat niet")
        seen: list[str] = []
        step: str | None = start
        while step and step not in seen:
            seen.append(step)
            step = first.get(step)
        if step == start:
            yield Problem(RECOMMENDATIONS, start, f"wacht op zichzelf: {' → '.join([*seen, start])}")


def check_steps_are_models_to_work_towards(draft: Draft) -> Iterator[Problem]:
    """`step` is the model for which a recommendation is instrumental: 2 to 7."""
    for advice in draft.recommendations.recommendations:
        if advice.step is not None and advice.step not in STEPS:
            yield Problem(RECOMMENDATIONS, advice.id, "`step` is een model van 2 tot en met 7")


def check_recommendations_lead_to_tasks_and_examples(draft: Draft) -> Iterator[Problem]:
    """What a recommendation refers to exists, and every practice example is referred to."""
    tasks = {task.number for task in draft.development_tasks.tasks}
    examples = {example.id for example in draft.practice_examples.examples}
    used: set[str] = set()
    for advice in draft.recommendations.recommendations:
        used |= set(advice.practice_examples)
        for number in advice.development_tasks:
            if number not in tasks:
                yield Problem(RECOMMENDATIONS, advice.id, f"ontwikkelopgave {number} bestaat niet")
        for name in advice.practice_examples:
            if name not in examples:
                yield Problem(RECOMMENDATIONS, advice.id, f"praktijkvoorbeeld {name} bestaat niet")
    for name in sorted(examples - used):
        yield Problem("practice-examples.yaml", name, "geen enkele aanbeveling verwijst hiernaar")


def check_development_tasks_are_numbered(draft: Draft) -> Iterator[Problem]:
    """Tasks 1 to 14 stand in order; only the last, the free one, has no window and no source (section 6.4)."""
    tasks = draft.development_tasks.tasks
    if [task.number for task in tasks] != list(range(1, FREE_TASK + 1)):
        yield Problem(TASKS, "tasks", f"moeten de nummers 1 tot en met {FREE_TASK} hebben, in volgorde")
    for task in tasks:
        free = task.number == FREE_TASK
        if free != (task.window is None) or free == bool(task.sources):
            rule = "heeft geen venster en geen bron" if free else "heeft een venster en een bron"
            yield Problem(TASKS, f"tasks.{task.number}", rule)


def check_development_tasks_are_measured_by_what_exists(draft: Draft) -> Iterator[Problem]:
    """What shows whether a task had an effect is a question, dimension, feature or indicator of this edition."""
    known = {name for names in _measures(draft).values() for name in names}
    for task in draft.development_tasks.tasks:
        for name in task.measured_by:
            if name not in known:
                yield Problem(TASKS, f"tasks.{task.number}", f"{name} wordt niet gemeten")


def check_there_is_a_portrait_per_model(draft: Draft) -> Iterator[Problem]:
    """Seven portraits, one per model, in the order of the models."""
    if [portrait.model for portrait in draft.portraits.portraits] != list(range(1, 8)):
        yield Problem("portraits.yaml", "portraits", "moeten er zeven zijn, voor model 1 tot en met 7, in volgorde")


def check_barriers_leave_a_choice(draft: Draft) -> Iterator[Problem]:
    """More barriers can be chosen from than may be chosen."""
    if draft.barriers.at_most >= len(draft.barriers.barriers):
        yield Problem("barriers.yaml", "at_most", "moet kleiner zijn dan het aantal belemmeringen")
