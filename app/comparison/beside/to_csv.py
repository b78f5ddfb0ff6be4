"""A comparison as one long table for a spreadsheet: a number per line (`docs/formats.md`, "Beside each other")."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from app.comparison.beside import words
from app.comparison.beside.differences import differences, lessons
from app.web.spreadsheet import csv_table, number_cell, text_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.comparison.beside.differences import Difference, Lessons
    from app.comparison.beside.sides import Comparison, Side
    from questionnaires import Edition

OF_A_FEATURE = 100
"""A feature is on 0..1 in the scoring, and on 0..100 everywhere else."""
HEADINGS = (
    *("samenwerking", "onderdeel", "venster", "code", "naam", "waarde", "laag", "hoog", "n"),
    *("andere_samenwerking", "verschil", "marge", "n_andere", "stand"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One number of one side, or one difference with another; the columns are those of `HEADINGS`."""

    who: str = ""
    part: str
    window: str = ""
    code: str = ""
    name: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    other: str = ""
    delta: float | None = None
    margin: float | None = None
    other_n: int | None = None
    status: str = ""


def comparison_csv(comparison: Comparison, about: Side | None = None) -> bytes:
    """The table; differences as in the document."""
    return csv_table(HEADINGS, (_cells(line) for line in _lines(comparison, about)))


def _cells(line: Line) -> list[str]:
    values = (getattr(line, field.name) for field in fields(line))
    return [text_cell(value) if isinstance(value, str) else number_cell(value) for value in values]


def _lines(comparison: Comparison, about: Side | None) -> Iterator[Line]:
    edition = comparison.edition
    for side in comparison.sides:
        yield from _scales(side, edition)
        yield from _windows(side, edition)
    for one in comparison.left_out:
        yield Line(who=one.name, part="weggelaten", status=one.why)
    for difference in differences(comparison, about):
        yield _difference(difference)
    for lesson in lessons(comparison, about):
        yield from _lessons(lesson, edition)
    yield Line(part="bron", name="Editie", status=edition.id)
    yield Line(part="bron", name="Bron", status=edition.file.attribution)
    yield Line(part="bron", name="Let op", status=edition.file.disclaimer)


def _scales(side: Side, edition: Edition) -> Iterator[Line]:
    place, low, high = side.position
    certainty = side.outline["continuum"]["certainty"]
    n = side.people(edition)
    yield Line(who=side.name, part="plek", name="Plek (1–7)", value=place, low=low, high=high, n=n, status=certainty)
    yield Line(who=side.name, part="ambitie", name="Eigen ambitie", value=side.ambition, status=words.distance(side))
    for feature in edition.continuum.features:
        value = side.feature(feature.id)
        yield Line(who=side.name, part="kenmerk", code=feature.id, name=feature.label, value=value)
    for order in edition.learning.orders:
        found = side.order(order.number)
        scores = {part: found[part] for part in ("low", "high")}
        code, label = str(order.number), f"Leerorde {order.number}"
        status = found["status"] or ""
        yield Line(who=side.name, part="leerorde", code=code, name=label, value=found["score"], status=status, **scores)


def _windows(side: Side, edition: Edition) -> Iterator[Line]:
    for window in edition.windows:
        status = side.status(window)
        if status != "shown":
            yield Line(who=side.name, part="venster", window=window, status=words.WHY_HIDDEN[status])
            continue
        for dimension in edition.dimensions_of(window):
            value = side.dimension(window, dimension.id)
            yield Line(
                who=side.name, part="dimensie", window=window, code=dimension.id, name=dimension.label, value=value
            )


def _difference(one: Difference, part: str = "verschil in plek", code: str = "", name: str = "") -> Line:
    mine, theirs = one.people or (None, None)
    return Line(
        who=one.a.name,
        part=part,
        code=code,
        name=name,
        n=mine,
        other=one.b.name,
        delta=one.delta,
        margin=one.margin,
        other_n=theirs,
        status=one.why_not or words.verdict(one),
    )


def _lessons(found: Lessons, edition: Edition) -> Iterator[Line]:
    labels = {feature.id: feature.label for feature in edition.continuum.features}
    for lesson in found.lessons:
        yield Line(
            who=found.side.name,
            part="mist voor ambitie",
            code=lesson.feature,
            name=labels[lesson.feature],
            value=OF_A_FEATURE * lesson.shortfall,
        )
        for one in lesson.stronger:
            found_there = _difference(one, "leer van", lesson.feature, labels[lesson.feature])
            yield replace(
                found_there,
                delta=OF_A_FEATURE * (one.delta or 0),
                margin=None if one.margin is None else OF_A_FEATURE * one.margin,
            )
