"""What the scoring can say: every outcome has its words, and carries the value and the boundary of the method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import get_args

from questionnaires.edition import Draft
from questionnaires.problems import Problem
from questionnaires.schema import (
    CertaintyText,
    CongruenceLabel,
    Content,
    Driver,
    GovernmentType,
    LearningReasonText,
    LearningStatusText,
    NetworkLabel,
    Wording,
)

CONTINUUM, LEARNING, MIRRORS, LENSES = "continuum.yaml", "learning-orders.yaml", "mirrors.yaml", "lenses.yaml"
ZONES = {"naast elkaar": 1, "afgestemd": 3.5, "samen": 5.5}
"""The zones of section 3.6 and where they start."""
CONGRUENCE = {"congruent": 85, "deels": 70, "kloof": 0}
"""The labels of section 5.7 and the score from which they hold."""
VALUES = {
    "eigen_doelen": "eigen doelen",
    "op_weg": "op weg naar één doel",
    "een_doel": "één doel",
    "gerealiseerd": "gerealiseerd",
    "in_ontwikkeling": "in ontwikkeling",
    "nog_niet": "nog niet",
    "onvoldoende_gegevens": "onvoldoende gegevens",
}
"""How the result writes the network labels (section 3.8) and the statuses of the learning orders (section 4.3)."""


def check_every_outcome_has_its_words(draft: Draft) -> Iterator[Problem]:
    """What the scoring can say (a label, a status, a reason) has its words exactly once."""
    yield from _once(CONTINUUM, "wordings", Wording, draft.continuum.wordings)
    yield from _once(CONTINUUM, "certainties", CertaintyText, draft.continuum.certainties)
    yield from _once(CONTINUUM, "network", NetworkLabel, draft.continuum.network)
    yield from _once(LEARNING, "statuses", LearningStatusText, draft.learning.statuses)
    yield from _once(LEARNING, "reasons", LearningReasonText, draft.learning.reasons)
    yield from _once(MIRRORS, "labels", CongruenceLabel, draft.mirrors.labels)
    yield from _once(LENSES, "steering.types", GovernmentType, draft.lenses.steering.types)
    yield from _once(LENSES, "motivation.drivers", Driver, draft.lenses.motivation.drivers)
    for driver in draft.lenses.motivation.drivers:
        if driver.id != "intention" and driver.when_bottleneck is None:  # intention is never the bottleneck (5.10)
            yield Problem(LENSES, f"{driver.id}.when_bottleneck", "ontbreekt")


def _once(file: str, place: str, model: type[Content], given: tuple[Content, ...]) -> Iterator[Problem]:
    known: tuple[str, ...] = get_args(model.model_fields["id"].annotation)
    times = Counter(getattr(one, "id", None) for one in given)
    for name in known:
        if times[name] != 1:
            yield Problem(file, f"{place}.{name}", "staat er meer dan één keer" if times[name] else "ontbreekt")


def check_outcomes_are_written_as_in_the_result(draft: Draft) -> Iterator[Problem]:
    """Words are found by the value in the result, so that value is not free."""
    for file, given in ((CONTINUUM, draft.continuum.network), (LEARNING, draft.learning.statuses)):
        for one in given:
            if one.value != VALUES[one.id]:
                yield Problem(file, f"{one.id}.value", f"moet zijn: {VALUES[one.id]}")


def check_boundaries_are_those_of_the_method(draft: Draft) -> Iterator[Problem]:
    """Zones and congruence labels start where the scoring lets them start."""
    zones = [(zone.label, zone.from_position) for zone in draft.continuum.zones]
    if zones != list(ZONES.items()):
        yield Problem(CONTINUUM, "zones", f"moeten zijn: {_in_words(ZONES)}")
    labels = [(label.id, label.from_score) for label in draft.mirrors.labels]
    if labels != list(CONGRUENCE.items()):
        yield Problem(MIRRORS, "labels", f"moeten zijn: {_in_words(CONGRUENCE)}")


def _in_words(starts: Mapping[str, float]) -> str:
    return ", ".join(f"{name} vanaf {start:g}" for name, start in starts.items())
