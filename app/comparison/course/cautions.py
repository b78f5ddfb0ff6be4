"""What a reader must know before a difference is believed: everything else that was not the same then and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results import story
from app.web.formatting import enumeration, number, uncapitalised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.comparison.course.document import CourseDocument
    from app.comparison.course.service import Course, Side
    from app.results.reading import Reading
    from app.results.record import WindowName

REWEIGHTED = "Op de pagina van dit venster staat ook wat het verschil is als de rollen evenveel tellen als toen."
NOT_REWEIGHTED = "Wat het verschil met de rollen van toen zou zijn, is niet te zeggen: niet elke rol is groot genoeg."


def cautions(course: Course, document: CourseDocument) -> tuple[str, ...]:
    """Everything that makes the two scans less alike, each in one or two sentences."""
    return (
        *_other_windows(course, document),
        *_roles(course, document),
        *_scope(course.then, course.now),
        *_shown_once(course.then.reading, course.now.reading),
        *_answered_otherwise(course.then.reading, course.now.reading),
        *_ambition(course.then.reading, course.now.reading),
    )


def _other_windows(course: Course, document: CourseDocument) -> Iterator[str]:
    then, now = document.basis.old, document.basis.new
    if then and now and set(then) != set(now):
        before, after = (enumeration([course.now.reading.label(one) for one in side]) for side in (then, now))
        yield (
            f"De plek op de lijn rust op andere vensters: toen op {before}, nu op {after}. Een deel van het verschil "
            "kan daardoor komen."
        )


def _roles(course: Course, document: CourseDocument) -> Iterator[str]:
    for window, mix in document.role_mix.items():
        if mix.shifted:
            told = REWEIGHTED if mix.reweighted else NOT_REWEIGHTED
            yield f"{other_roles(course, window)} {told}"


def other_roles(course: Course, window: WindowName) -> str:
    """That other roles answered in a window than then."""
    return (
        f"In het venster {course.now.reading.label(window)} vulden nu naar verhouding andere rollen in dan toen. Een "
        "verschil in dit venster kan daardoor komen."
    )


def _scope(then: Side, now: Side) -> Iterator[str]:
    for label, before, after in (
        ("Voor wie de samenwerking is", then.scan.target_group, now.scan.target_group),
        ("De partners", then.scan.partners, now.scan.partners),
    ):
        if before and after and before.casefold().split() != after.casefold().split():
            plural = "zijn" if label == "De partners" else "is"
            yield f"{label}, {plural} nu anders omschreven. Toen: ‘{before}’. Nu: ‘{after}’."


def _shown_once(then: Reading, now: Reading) -> Iterator[str]:
    for window in now.windows:
        if (window in then.shown) != (window in now.shown):
            when, other, lacking = ("nu", "toen", then) if window in now.shown else ("toen", "nu", now)
            reason = uncapitalised(story.still_needed(lacking, window))
            yield f"Het venster {now.label(window)} is alleen {when} te zien. In de scan van {other}: {reason}"


def _answered_otherwise(then: Reading, now: Reading) -> Iterator[str]:
    for window in now.shown:
        if window in then.shown and then.is_team(window) != now.is_team(window):
            when, other = ("nu", "toen") if now.is_team(window) else ("toen", "nu")
            yield f"Het venster {now.label(window)} is {when} als team ingevuld en {other} door ieder voor zich."


def _ambition(then: Reading, now: Reading) -> Iterator[str]:
    before, after = then.record.result.ambition, now.record.result.ambition
    if before == after:
        return
    aims = [f"{now.model(one).label} ({number(one)})" if one else "nog niet gekozen" for one in (before, after)]
    yield f"De ambitie is veranderd: toen {aims[0]}, nu {aims[1]}. Het advies gaat uit van de ambitie van dat moment."
