"""The sentences of a comparison: what changed, as firmly as the numbers allow, in plain Dutch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.comparison.verdicts import Change, change
from app.results import story
from app.web.formatting import capitalised

if TYPE_CHECKING:
    from app.comparison.course.document import CourseDocument
    from app.comparison.course.service import Course, Side

MORE, LESS = "intensiever", "minder intensief"
HEADLINES = {
    "echte verandering": "De samenwerking is {direction} geworden: van {then} naar {now} op de lijn",
    "mogelijk": "De samenwerking is misschien {direction} geworden: van {then} naar {now} op de lijn",
    "klein maar aantoonbaar": "De samenwerking is iets {direction} geworden: van {then} naar {now} op de lijn",
    "geen": "De plek op de lijn is niet aantoonbaar veranderd: toen {then}, nu {now}",
}
WITHOUT_MARGIN = "De plek op de lijn ging van {then} naar {now}"
MEANINGS = {
    "echte verandering": "Dat is een echte verandering: het verschil van {size} is groter dan de marge van {margin}.",
    "mogelijk": (
        "Dat is mogelijk een verandering, maar nog niet zeker: het verschil van {size} is niet groter dan de marge van "
        "{margin}. Een volgende scan kan uitsluitsel geven."
    ),
    "klein maar aantoonbaar": (
        "Het verschil is klein maar aantoonbaar: met {size} is het groter dan de marge van {margin}, maar minder dan "
        "een halve stap op de lijn."
    ),
    "geen": (
        "Er is geen aantoonbaar verschil: {size} is niet groter dan de marge van {margin}. Zo’n verschil kan ook "
        "toeval zijn."
    ),
}
NO_MARGIN = "Een marge is hier niet te geven. Of dit meer is dan toeval, is daarom niet te zeggen."


def position_change(course: Course, document: CourseDocument) -> Change | None:
    """The place on the line, then and now; `None` where one of both has none."""
    then, now = (one.record.result.continuum.position for one in (course.before, course.now.reading))
    found = document.comparison.position
    return None if then is None or now is None else change(then, now, found.margin, found.verdict, 1)


def headline(found: Change | None) -> str:
    """What happened to the place on the line, in one line."""
    if found is None:
        return "Hoe de plek op de lijn veranderde, is niet te zeggen"
    text = HEADLINES[found.verdict] if found.verdict else WITHOUT_MARGIN
    direction = LESS if found.difference.startswith("\N{MINUS SIGN}") else MORE
    return text.format(direction=direction, then=found.then, now=found.now)


def meaning(course: Course, found: Change | None) -> str:
    """Whether that is more than chance; without a place on either side which one lacks it."""
    if found is None:
        return _lacking(course)
    text = MEANINGS[found.verdict] if found.verdict else NO_MARGIN
    return text.format(size=found.size, margin=found.margin)


def _lacking(course: Course) -> str:
    sides = ((course.then.name, course.before), (course.now.name, course.now.reading))
    without = [name for name, one in sides if one.record.result.continuum.position is None]
    if course.then.reading.record.result.continuum.position is not None and course.then.name in without:
        return "De plek op de lijn is in deze twee edities van de vragenlijst niet op dezelfde manier gemeten."
    if len(without) == len(sides):
        return "Beide scans hadden te weinig antwoorden voor een plek."
    return f"De scan ‘{without[0]}’ had te weinig antwoorden voor een plek."


def likeness(side: Side) -> str:
    """How the collaboration can be described, in the words of the result itself."""
    return story.headline(side.reading)


def who_answered(side: Side) -> str:
    """On whom the place on the line rests."""
    windows = side.reading.continuum_windows
    return capitalised(f"{story.who_answered(side.reading)}.") if windows else "Geen venster geeft informatie hierover."
