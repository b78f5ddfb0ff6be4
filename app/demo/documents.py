"""The example scans as input documents, exactly as `vensterscan score` reads them.

The coded features decide: residents have their own level, and the staff have the level with which the municipality as
a whole stands at the middle of what the text allows. Where the text says nothing, everybody leaves the question out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.demo.answers import around, leans
from app.demo.levels import LEVELS
from app.demo.scans import AMBITION, SCANS, ExampleScan
from questionnaires import Edition
from scoring import MINIMUM_DEFAULT, Instrument, Item, Window

RESIDENT = "inwoner"
UNKNOWN, NOT_APPLICABLE = "wn", "nvt"

Document = dict[str, Any]


def demo_documents(edition: Edition) -> dict[str, Document]:
    """Scan id -> input document, for the six example scans."""
    return {scan.id: _document(scan, edition.instrument) for scan in SCANS}


def _document(scan: ExampleScan, instrument: Instrument) -> Document:
    return {
        "edition": instrument.edition,
        "ambition": AMBITION,
        "responses": [response for window in instrument.windows for response in _responses(scan, instrument, window)],
    }


def _responses(scan: ExampleScan, instrument: Instrument, window: Window) -> list[Document]:
    roles = scan.roles[window.id]
    answers: list[dict[str, Any]] = [{} for _ in roles]
    for number, item in enumerate(window.items):
        for person, answer in _answers(scan, instrument, item, number):
            answers[person][item.id] = answer
    return [{"window": window.id, "role": role, "answers": given} for role, given in zip(roles, answers, strict=True)]


def _answers(scan: ExampleScan, instrument: Instrument, item: Item, number: int) -> Iterator[tuple[int, Any]]:
    """Who answers what to one question; `number` is its place in the window, and decides who answers first."""
    if item.kind != "scored":
        yield from enumerate(_choices(scan, item))
        return
    unknown, not_applicable = scan.unknown.get(item.id, ()), scan.not_applicable.get(item.id, ())
    yield from ((person, UNKNOWN) for person in unknown)
    yield from ((person, NOT_APPLICABLE) for person in not_applicable)
    level = level_of(scan, instrument, item)
    if level is None:
        return
    roles = scan.roles[item.window]
    people = [person for person in range(len(roles)) if person not in unknown + not_applicable]
    apart = scan.phase.apart if number % 2 else -scan.phase.apart
    leaning = leans([roles[person] for person in people], scan.phase.wide, apart)
    chosen = around(level, leaning, item.options, number)
    yield from zip(people, (round(option, 10) for option in chosen), strict=True)


def _choices(scan: ExampleScan, item: Item) -> list[Any]:
    """What each person of the window chose in a question that is not scored."""
    if item.purpose == "ambition":
        return list(scan.ambitions)
    if item.purpose == "portrait":
        return list(scan.portraits[item.window])
    return [list(barriers) for barriers in scan.barriers[item.window]]


def level_of(scan: ExampleScan, instrument: Instrument, item: Item) -> float | None:
    """The level (0..1) around which the people of a window answer a scored question; None: they leave it out."""
    if item.feature is None or item.window == RESIDENT:
        return LEVELS[item.id][scan.column]
    return _staff_level(scan, instrument, item.feature)


def _staff_level(scan: ExampleScan, instrument: Instrument, feature: str) -> float | None:
    """What staff answer so that residents and staff together stand at the coded level, within 0..1."""
    level = next(code for code in scan.case.codes if code.feature == feature).level()
    asked = [item for item in instrument.window(RESIDENT).items if item.feature == feature]
    if level is None or not asked or len(scan.roles[RESIDENT]) < MINIMUM_DEFAULT[RESIDENT]:
        return level
    weights = instrument.feature_window_weights
    residents = weights[RESIDENT] / sum(weights.values())
    return min(1.0, max(0.0, (level - residents * LEVELS[asked[0].id][scan.column]) / (1 - residents)))
