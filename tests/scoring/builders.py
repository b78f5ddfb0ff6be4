"""Small builders for the scoring tests: the instrument of a published edition, and responses made for it.

A profile is written as in the worked examples of the method: fifteen levels in the order of the features, "–" where
nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pytest

from questionnaires import load_current
from scoring import Instrument, Response, result_document, score_scan
from scoring.privacy import minima
from scoring.result import build_panels
from scoring.types import Answer
from scoring.windows import Panel

INSTRUMENT: Instrument = load_current().instrument
FEATURES = tuple(feature.id for feature in INSTRUMENT.features)
WINDOWS = tuple(window.id for window in INSTRUMENT.windows)
THIRD = 1 / 3

FIRST_ROLE = {window.id: window.roles[0] for window in INSTRUMENT.windows}
FEATURE_ITEM = {
    (item.window, item.feature): item.id
    for window in INSTRUMENT.windows
    for item in window.items
    if item.feature is not None
}
INDICATOR_ITEM = {
    (item.window, item.indicator): item.id
    for window in INSTRUMENT.windows
    for item in window.items
    if item.indicator is not None
}


def profile(line: str) -> dict[str, float | None]:
    """The feature profile that a line of fifteen levels stands for."""
    return {feature: None if cell == "–" else float(cell) for feature, cell in zip(FEATURES, line.split(), strict=True)}


def model_profile(model: int) -> dict[str, float | None]:
    """The profile of one of the seven models."""
    return {feature.id: feature.expected[model - 1] for feature in INSTRUMENT.features}


def respond(
    window: str,
    value: float = 0.5,
    *,
    role: str | None = None,
    participants: int = 1,
    without: Iterable[str] = (),
    **answers: Answer,
) -> Response:
    """A response with the option nearest to `value` (of two the lower) everywhere, except where `answers` differs."""
    filled: dict[str, Answer] = {
        item.id: min(item.options, key=lambda option: (round(abs(option - value), 9), option))
        for item in INSTRUMENT.window(window).scored_items()
    }
    left_out = set(without)
    kept = {item: answer for item, answer in (filled | answers).items() if item not in left_out}
    return Response(window, role or FIRST_ROLE[window], kept, participants)


def with_features(window: str, levels: Mapping[str, float | None], *, role: str | None = None) -> Response:
    """A response with these levels at the features, and .5 at everything else; a feature that is None is left out."""
    items = {
        FEATURE_ITEM[window, feature]: level for feature, level in levels.items() if (window, feature) in FEATURE_ITEM
    }
    known: dict[str, Any] = {item: level for item, level in items.items() if level is not None}
    return respond(window, role=role, without=[item for item in items if item not in known], **known)


def many(
    n: int, window: str, value: float = 0.5, *, role: str | None = None, without: Iterable[str] = (), **answers: Any
) -> list[Response]:
    """The same response n times."""
    return [respond(window, value, role=role, without=without, **answers)] * n


def each(item: str, values: Sequence[Answer], *, role: str | None = None) -> list[Response]:
    """A response per value of one item; everything else .5."""
    chosen: list[dict[str, Any]] = [{item: value} for value in values]
    return [respond(INSTRUMENT.item(item).window, role=role, **one) for one in chosen]


def document(
    responses: Sequence[Response], *, ambition: int | None = None, minimum: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """The result document of these responses."""
    return result_document(score_scan(INSTRUMENT, responses, minimum, ambition))


def panels(responses: Sequence[Response], minimum: Mapping[str, int] | None = None) -> dict[str, Panel]:
    """The panel of every window by its id."""
    return {panel.window.id: panel for panel in build_panels(INSTRUMENT, responses, minima(minimum))}


def scan_input(
    responses: Sequence[Response], *, ambition: int | None = None, minimum: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """The input document that holds these responses."""
    found: dict[str, Any] = {
        "edition": INSTRUMENT.edition,
        "responses": [
            {"window": r.window, "role": r.role, "participants": r.participants, "answers": _plain(r.answers)}
            for r in responses
        ],
    }
    if ambition is not None:
        found["ambition"] = ambition
    if minimum is not None:
        found["minimum"] = dict(minimum)
    return found


def _plain(answers: Mapping[str, Answer]) -> dict[str, Any]:
    return {item: list(answer) if isinstance(answer, tuple) else answer for item, answer in answers.items()}


# The complete example of section 5.12: three professionals, two managers, and later five residents.
PROFESSIONALS = (
    ("sociaal_team", ".75 .5 .25 .25 0 0 .25 .5 .25 .25 0 0 0 .25 .25"),
    ("sociaal_team", ".75 .5 .25 .25 0 .25 .25 .5 .25 .25 .25 0 .25 .25 .25"),
    ("werk_inkomen", ".5 .25 0 0 0 0 .25 .25 0 .25 0 0 0 0 .25"),
)
MANAGERS = (
    ("teammanager", ".75 .5 .5 .25 .25 .25 .5 .5 .25 .5 .25 .25 .25 .25 .5"),
    ("projectleider", ".75 .5 .25 .25 0 .25 .25 .5 .25 .25 .25 0 .25 .25 .25"),
)
RESIDENTS: dict[str, tuple[float, ...]] = {
    "info": (0, THIRD, 0, THIRD, 0),
    "coord": (THIRD, THIRD, 2 * THIRD, THIRD, 0),
    "plan": (0, 0, THIRD, THIRD, 0),
    "inwoner": (THIRD, 0, THIRD, 0, 0),
    "sluitend": (THIRD, THIRD, 2 * THIRD, THIRD, 0),
}
EXAMPLE_MINIMUM = {"professional": 3}


def example(*, residents: bool = False) -> list[Response]:
    """The responses of the example in section 5.12, with or without the five residents."""
    found = [with_features("professional", profile(line), role=role) for role, line in PROFESSIONALS]
    found += [with_features("organisatie", profile(line), role=role) for role, line in MANAGERS]
    if residents:
        found += [
            with_features("inwoner", {feature: levels[number] for feature, levels in RESIDENTS.items()})
            for number in range(5)
        ]
    return found


def printed(number: str) -> object:
    """What equals a number as it is printed in the method: half a unit of its last decimal either way."""
    decimals = len(number.partition(".")[2])
    return pytest.approx(float(number), abs=0.5 * 10**-decimals + 1e-9)


def averaging(item: str, mean: float, n: int) -> list[float]:
    """n answers to a scored item with exactly this mean (0..100), if its options allow it."""
    options = INSTRUMENT.item(item).options
    steps = round(n * mean / 100 * (len(options) - 1))
    assert abs(steps * 100 / (n * (len(options) - 1)) - mean) < 1e-9, f"{n} answers to {item} cannot average {mean}"
    least, rest = divmod(steps, n)
    return [options[least + (number < rest)] for number in range(n)]


def with_means(window: str, n: int, means: Mapping[str, float]) -> list[Response]:
    """n responses whose means (0..100) of these items are exactly so; everything else .5."""
    columns = {item: averaging(item, mean, n) for item, mean in means.items()}
    filled: list[dict[str, Any]] = [{item: column[number] for item, column in columns.items()} for number in range(n)]
    return [respond(window, **one) for one in filled]
