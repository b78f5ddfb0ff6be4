"""Gaps between windows that closed or opened since then."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.comparison.course.rows import NOTHING, ChangeRow, ChangeTable, both
from app.comparison.verdicts import change
from app.results.story import SAYS
from app.web.formatting import capitalised, counted, enumeration, number

if TYPE_CHECKING:
    from app.comparison.course.document import ChangedGap, CourseDocument, State
    from app.comparison.course.service import Course
    from app.results.reading import Reading
    from app.results.record import WindowName

GROUPS: tuple[tuple[State, str, str], ...] = (
    (
        "gesloten",
        "Gesloten",
        "Toen verschilden deze vensters meer dan de marge, nu niet meer, en dat is echt veranderd.",
    ),
    ("geopend", "Geopend", "Toen was het verschil niet groter dan de marge, nu wel, en dat is echt veranderd."),
    ("mogelijk gesloten", "Misschien gesloten", "Het verschil lijkt kleiner geworden, maar dat is nog niet zeker."),
    ("mogelijk geopend", "Misschien geopend", "Het verschil lijkt groter geworden, maar dat is nog niet zeker."),
)
STAYED: State = "gebleven"


@dataclass(frozen=True, slots=True, kw_only=True)
class GapGroup:
    """Gaps that went the same way."""

    heading: str
    text: str
    table: ChangeTable
    is_certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsPart:
    """What became of the gaps: in one sentence, in groups, and those that stayed."""

    summary: str
    groups: tuple[GapGroup, ...]
    stayed: ChangeTable | None


def gaps_part(course: Course, document: CourseDocument) -> GapsPart:
    """The gaps between windows that closed, opened or stayed."""
    of_state = Counter(gap.state for gap in document.gaps)
    groups = tuple(
        GapGroup(
            heading=heading,
            text=text,
            table=_table(course, document, state, f"{heading}: wie hoger scoort en hoeveel, van 0 tot 100"),
            is_certain=not state.startswith("mogelijk"),
        )
        for state, heading, text in GROUPS
        if of_state[state]
    )
    stayed = (
        _table(course, document, STAYED, "Gebleven: wie hoger scoort en hoeveel, van 0 tot 100")
        if of_state[STAYED]
        else None
    )
    return GapsPart(summary=_summary(document), groups=groups, stayed=stayed)


def _summary(document: CourseDocument) -> str:
    compared = [gap for gap in document.gaps if gap.old is not None and gap.new is not None]
    if not compared:
        return "Over geen enkel onderwerp hadden twee vensters in beide scans genoeg antwoorden om te vergelijken."
    count = Counter(gap.state for gap in compared)
    closed, opened, stayed = count["gesloten"], count["geopend"], count[STAYED]
    if not closed and not opened:
        changed = "Geen enkel verschil tussen vensters is echt gesloten of geopend."
    else:
        parts = [f"{number(size)} {word}" for size, word in ((closed, "gesloten"), (opened, "geopend")) if size]
        verb = "is" if closed + opened == 1 else "zijn"
        changed = f"Van de verschillen tussen vensters {verb} er {enumeration(parts)}."
    return f"{changed} {capitalised(counted(stayed, 'verschil bleef', 'verschillen bleven'))}." if stayed else changed


def _table(course: Course, document: CourseDocument, state: State, caption: str) -> ChangeTable:
    found = sorted((gap for gap in document.gaps if gap.state == state), key=lambda gap: -abs(gap.delta or 0))
    rows = tuple(row for gap in found if (row := _row(course, gap)) is not None)
    return ChangeTable(f"verschillen-{state.replace(' ', '-')}", caption, "Onderwerp", rows)


def _row(course: Course, gap: ChangedGap) -> ChangeRow | None:
    """A gap, seen from the window that was the more positive one then."""
    before, after = (_gap(one, gap) for one in (course.before, course.now.reading))
    if before is None or after is None:
        return None
    upward = before > 0 or (before == 0 and after >= 0)
    first, other = (gap.b, gap.a) if upward else (gap.a, gap.b)
    sign = 1 if upward else -1
    one = change(sign * before, sign * after, gap.margin, gap.verdict)
    return ChangeRow(
        label=f"{course.now.reading.mirror(gap.code).label}: {SAYS[gap.a]} en {SAYS[gap.b]}",
        then=_side(sign * before, one.then, first, other),
        now=_side(sign * after, one.now, first, other),
        difference=one.difference,
        margin=one.margin or NOTHING,
        verdict=one.verdict,
        words=one.words,
        people=" / ".join(_people(course, gap, window) for window in (gap.a, gap.b)),
        href=course.now.result.origin("onderwerp", gap.code),
    )


def _gap(reading: Reading, gap: ChangedGap) -> float | None:
    a, b = (reading.mirror_value(gap.code, window) for window in (gap.a, gap.b))
    return None if a is None or b is None else b - a


def _side(value: float, written: str, first: WindowName, other: WindowName) -> str:
    if value == 0:
        return "gelijk"
    return f"{SAYS[first]} {written} hoger" if value > 0 else f"{SAYS[other]} {written.lstrip('−')} hoger"


def _people(course: Course, gap: ChangedGap, window: WindowName) -> str:
    then, now = (one.answers(gap.code, window) for one in (course.before, course.now.reading))
    return f"{course.now.reading.label(window)} {both((then, now))}"
