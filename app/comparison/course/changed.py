"""How much of something changed: the dimensions of a window, and the features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.web.formatting import counted, enumeration

if TYPE_CHECKING:
    from app.comparison.course.document import CourseDocument
    from app.results.reading import Reading
    from app.results.record import WindowName

REAL = "echte verandering"
MOST_NAMED = 3


def real_features(document: CourseDocument) -> list[str]:
    """The features that really changed, in no particular order."""
    return [code for code, one in document.comparison.features.items() if one.verdict == REAL]


def changed_dimensions(reading: Reading, document: CourseDocument, window: WindowName) -> str:
    """How many dimensions of a window really changed, with the names of those that changed most."""
    found = [(one.label, document.comparison.dimensions[one.id]) for one in reading.edition.dimensions_of(window)]
    compared = [(label, one.delta) for label, one in found if one.delta is not None]
    real = [(label, one.delta) for label, one in found if one.verdict == REAL and one.delta is not None]
    if not compared:
        return "Over geen enkele dimensie waren er in beide scans genoeg antwoorden om te vergelijken."
    total = counted(len(compared), "dimensie", "dimensies")
    if not real:
        return f"Geen van de {total} is echt veranderd." if len(compared) > 1 else "De ene dimensie is niet veranderd."
    largest = [f"‘{label}’" for label, _ in sorted(real, key=lambda one: -abs(one[1]))]
    verb = "is" if len(real) == 1 else "zijn"
    named = enumeration(largest[:MOST_NAMED])
    most = f"het meest {named}" if len(real) > MOST_NAMED else named
    share = f"Alle {total}" if len(real) == len(compared) > 1 else f"{len(real)} van de {total}"
    return f"{share} {verb} echt veranderd: {most}."
