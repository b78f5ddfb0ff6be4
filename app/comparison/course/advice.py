"""Advice that went, stayed or came: what came first then, and what comes first now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.results.words import ACTORS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.comparison.course.document import CourseDocument
    from app.comparison.course.service import Course, Side


@dataclass(frozen=True, slots=True)
class AdviceLink:
    """A recommendation with who it is for, and where it is explained."""

    title: str
    actor: str
    href: str


@dataclass(frozen=True, slots=True)
class AdviceGroup:
    """Recommendations with the same course, and what to say where there is none."""

    heading: str
    text: str
    advice: tuple[AdviceLink, ...]
    without: str


def advice_groups(course: Course, document: CourseDocument) -> tuple[AdviceGroup, ...]:
    """What came first then and not now, on both sides, and only now."""
    found = document.advice
    return (
        AdviceGroup(
            "Verdwenen",
            "Dit kwam toen eerst, en nu niet meer.",
            _links(course, course.then, found.gone),
            "Geen enkele aanbeveling verdween.",
        ),
        AdviceGroup(
            "Gebleven",
            "Dit kwam toen eerst, en nu nog steeds.",
            _links(course, course.now, found.stayed),
            "Geen enkele aanbeveling bleef.",
        ),
        AdviceGroup(
            "Nieuw", "Dit komt nu eerst, en toen nog niet.", _links(course, course.now, found.new), "Er is geen nieuwe."
        ),
    )


def _links(course: Course, side: Side, codes: Iterable[str]) -> tuple[AdviceLink, ...]:
    """Recommendations by their ids in the edition of now, with where a side explains them."""
    groups = {group.id: group for group in course.now.reading.edition.recommendations.groups}
    contents = [course.now.reading.recommendation(code) for code in codes]
    return tuple(
        AdviceLink(one.title, ACTORS[groups[one.group].actor], side.result.link("advies", one.id)) for one in contents
    )
