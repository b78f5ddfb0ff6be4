"""Ready-made results: scored from random answers around a level, each once, to fill a database with many scans."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from scoring import Response, frozen_record, result_outline, score_scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from questionnaires import Edition
    from scoring import Answer, Item, Window

LEVELS = 12
"""From everybody at the bottom of the scale to everybody at the top."""
VARIANTS = 6
"""Of each level, with other people, other sizes of the windows and another spread."""
AMBITIONS = (None, 4, 5, 6)
SIZES = {"inwoner": (3, 22), "professional": (3, 18), "organisatie": (1, 6), "beleid": (1, 5)}
"""How many answer in each window; sometimes fewer than its minimum, so that there are gaps."""
UNKNOWN, SPREAD = 0.05, (0.1, 0.3)


@dataclass(frozen=True, slots=True)
class ReadyResult:
    """A result as it is stored, its JSON already written: `record` and `outline` are text."""

    ambition: int | None
    method: str
    record: str
    outline: str


def ready_results(edition: Edition, seed: int) -> list[list[ReadyResult]]:
    """Give for each level, the lowest first, results to choose from; the same for the same seed."""
    rng = Random(seed)  # noqa: S311 - the same every time
    return [list(_of_level(rng, edition, (level + 0.5) / LEVELS)) for level in range(LEVELS)]


def _of_level(rng: Random, edition: Edition, level: float) -> Iterator[ReadyResult]:
    for _ in range(VARIANTS):
        responses = list(_responses(rng, edition, level))
        for ambition in AMBITIONS:
            record = frozen_record(score_scan(edition.instrument, responses, None, ambition))
            outline = result_outline(record["result"])
            yield ReadyResult(ambition, edition.instrument.method, _written(record), _written(outline))


def _responses(rng: Random, edition: Edition, level: float) -> Iterator[Response]:
    spread = rng.uniform(*SPREAD)
    for window in edition.instrument.windows:
        of_window = min(1.0, max(0.0, level + rng.gauss(0, 0.1)))
        for _ in range(rng.randint(*SIZES[window.id])):
            yield _response(rng, window, of_window, spread)


def _response(rng: Random, window: Window, level: float, spread: float) -> Response:
    answers = {item.id: _answer(rng, item, level, spread) for item in window.items}
    return Response(window=window.id, role=rng.choice(window.roles), answers=answers)


def _answer(rng: Random, item: Item, level: float, spread: float) -> Answer:
    if item.kind == "checklist":
        return tuple(rng.sample(item.choices, rng.randint(1, item.at_most)))
    wanted = rng.gauss(level, spread)
    if item.kind == "model":
        return min(7, max(1, round(1 + 6 * wanted)))
    if rng.random() < UNKNOWN:
        return "wn"
    return min(item.options, key=lambda option: abs(option - wanted))


def _written(document: dict[str, Any]) -> str:
    return json.dumps(document)
