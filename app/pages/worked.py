"""One example carried through the method, from an answer to an advice, with the numbers of an example municipality."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.results.charts import draw
from app.results.pictures import all_charts
from app.results.reading import Reading
from app.results.record import read_record
from app.results.words import ACTORS

if TYPE_CHECKING:
    from app.results.charts import Drawing
    from app.results.record import Advice, WindowName
    from questionnaires import Edition, Item

WINDOW: WindowName = "professional"
"""Whose answers are followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """An answer that can be chosen: what it counts for on 0..1, and how many chose it."""

    text: str
    counts_for: float
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one window says of the feature on 0..100, and how much that weighs."""

    window: str
    value: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """The example: a question, the feature that it is about, the place on the line, and the advice that follows.

    `mean` is that of the answers, `shown_mean` the same as finely as a result shows it; `expected` is what the feature
    would be at the ambition; the parts of the advice are as section 6.3 names them.
    """

    question: str
    chosen: tuple[Chosen, ...]
    people: int
    unknown: int
    mean: float
    shown_mean: float
    feature: str
    shares: tuple[Share, ...]
    value: float
    position: float
    low: float
    high: float
    everybody: int
    windows: int
    nearest: str
    similarity: float
    line: Drawing
    likeness: Drawing
    certainty: str
    ambition: str
    ambition_number: int
    expected: float
    advice: str
    actor: str
    first_step: str
    rank: int
    need: float
    breadth: float
    agreement: float
    sequence: float
    priority: float


def worked_example(edition: Edition, document: dict[str, Any], record: dict[str, Any]) -> Worked:
    """Follow the first recommendation that rests on a feature back to a question that professionals answered.

    `document` holds the invented answers of the example, `record` its frozen result.
    """
    reading = Reading(read_record(record), edition)
    result = reading.record.result
    advice, feature, item = _thread(reading)
    given = [one["answers"].get(item.id) for one in document["responses"] if one["window"] == WINDOW]
    values = [answer for answer in given if isinstance(answer, float)]
    counts = Counter(values)
    continuum, charts = result.continuum, all_charts(reading)
    assert continuum.position is not None  # the example has one
    assert continuum.low is not None
    assert continuum.high is not None
    assert continuum.nearest is not None
    assert continuum.similarity is not None
    assert result.ambition is not None
    content = reading.recommendation(advice.id)
    group = next(one for one in edition.recommendations.groups if one.id == content.group)
    grounds = reading.grounds(advice)
    return Worked(
        question=item.text,
        chosen=tuple(
            Chosen(text=label, counts_for=value, people=counts[value]) for value, label in edition.options_of(item)
        ),
        people=len(given),
        unknown=given.count("wn"),
        mean=100 * sum(values) / len(values),
        shown_mean=reading.insight(WINDOW).items[item.id].mean or 0.0,
        feature=reading.feature(feature).label,
        shares=_shares(reading, feature),
        value=reading.feature_value(feature) or 0.0,
        position=continuum.position,
        low=continuum.low,
        high=continuum.high,
        everybody=reading.usable(reading.continuum_windows),
        windows=len(reading.continuum_windows),
        nearest=reading.model(continuum.nearest).label,
        similarity=continuum.similarity[continuum.nearest - 1],
        line=draw(charts["plek"]),
        likeness=draw(charts["gelijkenis"]),
        certainty=continuum.certainty,
        ambition=reading.model(result.ambition).label,
        ambition_number=result.ambition,
        expected=100 * reading.feature(feature).expected[result.ambition - 1],
        advice=content.title,
        actor=ACTORS[group.actor],
        first_step=content.first_step,
        rank=advice.rank,
        need=grounds.need,
        breadth=grounds.breadth,
        agreement=grounds.agreement,
        sequence=grounds.sequence,
        priority=grounds.priority,
    )


def _thread(reading: Reading) -> tuple[Advice, str, Item]:
    """The first recommendation with a feature that was asked of professionals, that feature, and its question."""
    return next(
        (advice, trigger.id, item)
        for advice in reading.record.result.advice
        for trigger in reading.recommendation(advice.id).triggers
        if trigger.kind == "feature"
        for window, item in reading.items_behind("feature", trigger.id)
        if window == WINDOW
    )


def _shares(reading: Reading, feature: str) -> tuple[Share, ...]:
    """What each window says of the feature, as finely as it may be read, the heaviest first."""
    weights = reading.edition.continuum.window_weights
    found = [
        Share(window=reading.label(window), value=mean, weight=weights[window])
        for window, item in reading.items_behind("feature", feature)
        if (mean := reading.insight(window).items[item.id].mean) is not None
    ]
    return tuple(sorted(found, key=lambda share: -share.weight))
