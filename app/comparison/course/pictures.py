"""The charts of a comparison. A scan looks the same in all of them: now first, then the scan it is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.comparison.course.changed import changed_dimensions, real_features
from app.results import story
from app.results.charts import Interval, Intervals, Radar, Series, Tick
from app.results.pictures.continuum import FIRST, LAST, MODELS, zones
from app.results.pictures.learning import REALISED
from app.web.formatting import counted, number, uncapitalised

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.comparison.course.document import CourseDocument
    from app.comparison.course.service import Course
    from app.results.charts import Chart, Value
    from app.results.reading import Reading
    from app.results.record import WindowName

NOW, THEN, THIRD = 0, 1, 2
"""The place of each scan among the fixed looks."""


def course_charts(course: Course) -> dict[str, Chart]:
    """Every chart of a comparison by its id; nothing of a window that is not shown both then and now."""
    document = course.document
    if document is None:
        return {}
    found: list[Chart | None] = [
        positions(course),
        features(course, document),
        orders(course),
        *(window_radar(course, document, window) for window in shown_in_both(course)),
    ]
    return {chart.id: chart for chart in found if chart is not None}


def shown_in_both(course: Course) -> tuple[WindowName, ...]:
    """The windows that reached their minimum then as well as now."""
    return tuple(window for window in course.now.reading.windows if course.shows(window))


def positions(course: Course) -> Intervals | None:
    """The place on the line of every scan that can be compared; `None` when none has a place."""
    reading, places = course.now.reading, course.places
    if all(place.position is None for place in places):
        return None
    ambition = reading.record.result.ambition
    return Intervals(
        id="plek",
        title="De plek op de lijn van zeven modellen, per scan",
        sentence=_from_first_to_last([(place.name, place.position) for place in places]),
        row_heading="Scan",
        decimals=1,
        rows=tuple(Interval(place.name, place.position, place.low, place.high) for place in places),
        minimum=FIRST,
        maximum=LAST,
        value_heading="Plek (1–7)",
        ticks=tuple(Tick(model, reading.model(model).label) for model in MODELS),
        bands=zones(reading),
        mark=Tick(ambition, "Uw ambitie") if ambition else None,
    )


def _from_first_to_last(places: list[tuple[str, Value]]) -> str:
    known = [(name, value) for name, value in places if value is not None]
    (first, before), (last, after) = known[0], known[-1]
    if len(known) == 1:
        return f"Alleen de scan ‘{first}’ heeft een plek: {number(before or 0, 1)}."
    return f"Van {number(before or 0, 1)} bij ‘{first}’ naar {number(after or 0, 1)} bij ‘{last}’."


def features(course: Course, document: CourseDocument) -> Radar | None:
    """The features of the scans over each other; `None` when no feature is known now."""
    contents = course.now.reading.edition.continuum.features
    series = _series(course, lambda one: tuple(one.feature_value(content.id) for content in contents))
    if all(value is None for value in series[0].values):
        return None
    real = len(real_features(document))
    return Radar(
        id="kenmerken",
        title="De kenmerken van samenwerken, van 0 tot 100",
        sentence=f"{counted(real, 'kenmerk is', 'kenmerken zijn')} echt veranderd."
        if real
        else "Geen enkel kenmerk is echt veranderd.",
        row_heading="Kenmerk",
        axes=tuple(content.label for content in contents),
        series=series,
        origins=tuple(f"kenmerk/{content.id}" for content in contents),
    )


def window_radar(course: Course, document: CourseDocument, window: WindowName) -> Radar | None:
    """One window over its dimensions, per scan in which it is shown; `None` when nothing has a score now."""
    reading = course.now.reading
    contents = reading.edition.dimensions_of(window)

    def scores(one: Reading) -> tuple[Value, ...]:
        return tuple(one.dimension(window, content.id).score for content in contents)

    series = _series(course, scores, window)
    if all(value is None for value in series[0].values):
        return None
    return Radar(
        id=f"venster-{window}",
        title=f"{reading.edition.windows[window].label} per dimensie, van 0 tot 100",
        sentence=changed_dimensions(reading, document, window),
        row_heading="Dimensie",
        axes=tuple(content.label for content in contents),
        series=series,
        origins=tuple(f"dimensie/{content.id}" for content in contents),
    )


def _series(
    course: Course, values: Callable[[Reading], tuple[Value, ...]], window: WindowName | None = None
) -> tuple[Series, ...]:
    sides = [(course.now.name, course.now.reading, NOW), (course.then.name, course.before, THEN)]
    if course.third and course.beside and (window is None or window in course.beside.shown):
        sides.append((course.third.name, course.beside, THIRD))
    return tuple(Series(name, values(reading), style) for name, reading, style in sides)


def orders(course: Course) -> Intervals | None:
    """The three learning orders per scan, with their intervals; `None` when none has a score now."""
    rows = tuple(_order_rows(course))
    if all(row.value is None for row in rows):
        return None
    return Intervals(
        id="leerordes",
        title="De drie leerordes, van 0 tot 100",
        sentence=" ".join(
            f"{when}: {uncapitalised(story.learning(reading))}"
            for when, reading in (("Toen", course.before), ("Nu", course.now.reading))
        ),
        row_heading="Leerorde",
        rows=rows,
        minimum=0,
        maximum=100,
        value_heading="Score",
        ticks=tuple(Tick(value, "") for value in (0, 25, 50, 75, 100)),
        mark=Tick(REALISED, "Nodig: 60"),
    )


def _order_rows(course: Course) -> list[Interval]:
    sides = [("toen", course.before, THEN), ("nu", course.now.reading, NOW)]
    if course.third and course.beside:
        sides.insert(0, (course.third.name, course.beside, THIRD))
    rows = []
    for number_of_order, ordinal in enumerate(story.ORDINALS, start=1):
        for when, reading, style in sides:
            found = reading.record.result.learning.order(number_of_order)
            rows.append(Interval(f"{ordinal.capitalize()} orde, {when}", found.score, found.low, found.high, style))
    return rows
