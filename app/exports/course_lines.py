"""The lines of the table of differences: each with both values, the margin, the verdict and how many are behind it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from app.exports.table import DECIMALS, number_cell
from app.web.formatting import rounded
from app.web.spreadsheet import text_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.comparison.course.document import ChangedGap, Difference
    from app.comparison.course.given import WholeCourse
    from app.comparison.course.service import Course, Side
    from app.results.reading import Reading
    from app.results.record import WindowName

HEADINGS = (
    "onderdeel", "venster", "code", "naam", "toen", "nu", "verschil", "marge", "oordeel", "n_toen", "n_nu", "stand",
    "tekst",
)  # fmt: skip
"""The columns, in the order of the fields of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceLine:
    """One difference. `state` is what became of it; `difference` is `now` minus `then`, as they stand here."""

    part: str
    window: str = ""
    code: str = ""
    name: str = ""
    then: float | None = None
    now: float | None = None
    difference: float | None = None
    margin: float | None = None
    verdict: str = ""
    n_then: int | None = None
    n_now: int | None = None
    state: str = ""
    text: str = ""


def cells(line: DifferenceLine) -> Iterator[str]:
    """A line as the cells of a spreadsheet."""
    for field in fields(line):
        value = getattr(line, field.name)
        yield text_cell(value) if isinstance(value, str) else number_cell(value)


def course_lines(course: Course, given: WholeCourse) -> Iterator[DifferenceLine]:
    """Every difference, after the two scans that it is between; what was in one scan only is not in it."""
    yield from _about(course, given)
    yield _line(
        ("plek", "", "samen", "Plek op de lijn"),
        (_position(course.then), _position(course.now)),
        given.comparison.position,
        given.counts.position,
    )
    yield from _orders(course, given)
    yield from _features(course, given)
    yield from _dimensions(course, given)
    yield from _gaps(course, given)
    yield from _congruence(course, given)
    yield from _advice(course, given)
    yield DifferenceLine(part="bron", text=given.about.attribution)
    yield DifferenceLine(part="bron", text=given.about.disclaimer)


def _about(course: Course, given: WholeCourse) -> Iterator[DifferenceLine]:
    for state, side in (("toen", course.then), ("nu", course.now)):
        yield DifferenceLine(part="scan", code=side.scan.id, name=side.name, state=state, text=side.scan.period)
    yield DifferenceLine(part="scan", name="Samenwerking", text=given.about.collaboration)
    yield DifferenceLine(part="scan", name="Gemeente", text=given.about.municipality)
    yield DifferenceLine(part="scan", name="Editie", text=given.about.edition)
    yield DifferenceLine(part="scan", name="Methode", text=given.about.method)


Named = tuple[str, str, str, str]
"""Part, window, code and name."""
Values = tuple[float | None, float | None]
People = tuple[int | None, int | None]


def _line(named: Named, values: Values, found: Difference, people: People | None, state: str = "") -> DifferenceLine:
    part, window, code, name = named
    then, now = values
    known = then is not None and now is not None
    return DifferenceLine(
        part=part,
        window=window,
        code=code,
        name=name,
        then=then,
        now=now,
        difference=float(rounded(now, DECIMALS) - rounded(then, DECIMALS))
        if then is not None and now is not None
        else None,
        margin=found.margin if known else None,
        verdict=found.verdict or "" if known else "",
        n_then=people[0] if people else None,
        n_now=people[1] if people else None,
        state=state,
    )


def _position(side: Side) -> float | None:
    return side.reading.record.result.continuum.position


def _orders(course: Course, given: WholeCourse) -> Iterator[DifferenceLine]:
    for order in course.now.reading.orders:
        key = str(order.number)
        then, now = (side.reading.record.result.learning.orders[key].score for side in (course.then, course.now))
        found = given.orders[key]
        state = f"van {found.old} naar {found.new}" if found.changed else found.shown
        named = ("leerorde", "", key, order.label)
        yield _line(named, (then, now), given.comparison.orders[key], given.counts.orders[key], state)


def _features(course: Course, given: WholeCourse) -> Iterator[DifferenceLine]:
    for feature in course.now.reading.edition.continuum.features:
        code = feature.id
        yield _line(
            ("kenmerk", "", code, feature.label),
            (course.then.reading.feature_value(code), course.now.reading.feature_value(code)),
            given.comparison.features[code].hundredfold(),
            given.counts.features[code],
            "bij de grootste vijf" if code in given.features.changed else "",
        )


def _dimensions(course: Course, given: WholeCourse) -> Iterator[DifferenceLine]:
    then, now = course.then.reading, course.now.reading
    for window in (one for one in now.shown if one in then.shown):
        for one in now.edition.dimensions_of(window):
            yield _line(
                ("dimensie", window, one.id, one.label),
                (then.dimension(window, one.id).score, now.dimension(window, one.id).score),
                given.comparison.dimensions[one.id],
                given.counts.dimensions[one.id],
            )


def _gaps(course: Course, given: WholeCourse) -> Iterator[DifferenceLine]:
    for gap in given.gaps:
        named = ("verschil", f"{gap.a}-{gap.b}", gap.code, course.now.reading.mirror(gap.code).label)
        then, now = (_gap(side.reading, gap) for side in (course.then, course.now))
        people = (_answers(course.then.reading, gap), _answers(course.now.reading, gap))
        yield _line(named, (then, now), gap, people, gap.state or "")


def _gap(reading: Reading, gap: ChangedGap) -> float | None:
    a, b = reading.mirror_value(gap.code, gap.a), reading.mirror_value(gap.code, gap.b)
    return None if a is None or b is None else b - a


def _answers(reading: Reading, gap: ChangedGap) -> int:
    return sum(reading.answers(gap.code, window) for window in (gap.a, gap.b))


def _congruence(course: Course, given: WholeCourse) -> Iterator[DifferenceLine]:
    now = course.now.reading
    for pair in given.congruence:
        named = ("congruentie", f"{pair.a}-{pair.b}", "", f"{now.heading(pair.a)} en {now.label(pair.b)}")
        yield _line(named, (pair.old, pair.new), pair, _filled(course, (pair.a, pair.b)))
    windows: tuple[WindowName, ...] = tuple(now.windows)
    vertical, horizontal = given.vertical, given.horizontal
    named = ("congruentie", "", "verticaal", "Verticale congruentie")
    yield _line(named, (vertical.old, vertical.new), vertical, _filled(course, windows))
    named = ("congruentie", "", "horizontaal", "Horizontale congruentie")
    yield _line(named, (horizontal.old, horizontal.new), horizontal, _filled(course, ("professional",)))


def _filled(course: Course, windows: tuple[WindowName, ...]) -> People:
    then, now = (side.reading.usable(windows) for side in (course.then, course.now))
    return then, now


def _advice(course: Course, given: WholeCourse) -> Iterator[DifferenceLine]:
    for state, side, codes in (
        ("verdwenen", course.then, given.advice.gone),
        ("gebleven", course.now, given.advice.stayed),
        ("nieuw", course.now, given.advice.new),
    ):
        for code in codes:
            yield DifferenceLine(part="advies", code=code, name=side.reading.recommendation(code).title, state=state)
