"""The pages of a comparison: the whole, and one window of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from app.comparison.course import story
from app.comparison.course.advice import advice_groups
from app.comparison.course.cautions import cautions, other_roles
from app.comparison.course.changed import changed_dimensions
from app.comparison.course.gaps import gaps_part
from app.comparison.course.pictures import course_charts, shown_in_both
from app.comparison.course.tables import (
    by_chance,
    congruence_table,
    dimension_table,
    feature_table,
    order_table,
    reweighted_table,
)
from app.results.charts import draw
from app.results.page import ResultPage
from app.results.story import still_needed
from app.web.formatting import date_in_words, uncapitalised
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.collaborations.editions import EditionsPage
    from app.comparison.course.advice import AdviceGroup
    from app.comparison.course.document import CourseDocument
    from app.comparison.course.gaps import GapsPart
    from app.comparison.course.rows import ChangeTable
    from app.comparison.course.service import Course, Side
    from app.comparison.verdicts import Verdict
    from app.results.charts import Chart, Drawing
    from app.results.record import WindowName


@dataclass(frozen=True, slots=True, kw_only=True)
class SideInShort:
    """One scan at the head of the page: what it is called, when it was closed, and how it is described there."""

    when: str
    name: str
    about: str
    href: str
    likeness: str
    people: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The form that chooses earlier scans: id, name and whether chosen, for the comparison and for the charts."""

    action: str
    first: tuple[tuple[str, str, bool], ...]
    second: tuple[tuple[str, str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowInShort:
    """A window in the list: what became of it, and where to read on; of one that is not shown twice only why."""

    heading: str
    state: str
    href: str


@dataclass(frozen=True, kw_only=True)
class ComparisonPage(ResultPage):
    """What both pages have: the sides, and where the numbers can be taken along."""

    sides: tuple[SideInShort, ...]
    files: tuple[Link, ...]
    editions: EditionsPage


@dataclass(frozen=True, kw_only=True)
class CoursePage(ComparisonPage):
    """What changed between two scans of a samenwerking."""

    choice: Choice | None
    content: CourseContent | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseContent:
    """Everything that is compared, where it can be."""

    headline: str
    meaning: str
    verdict: Verdict | None
    cautions: tuple[str, ...]
    positions: Drawing | None
    features: Drawing | None
    feature_table: ChangeTable
    by_chance: str
    orders: Drawing | None
    order_table: ChangeTable
    windows: tuple[WindowInShort, ...]
    gaps: GapsPart
    congruence: ChangeTable
    advice: tuple[AdviceGroup, ...]


@dataclass(frozen=True, kw_only=True)
class CourseWindowPage(ComparisonPage):
    """One window then and now; without drawing and table where it was not shown both times, and `why` says why."""

    windows: tuple[Link, ...]
    window: str
    sentence: str
    why: tuple[str, ...]
    radar: Drawing | None
    table: ChangeTable | None
    other_roles: str
    reweighted: ChangeTable | None
    back: str


def build_course(course: Course) -> CoursePage:
    """The page of a comparison."""
    document = course.document
    return CoursePage(
        **_frame(course, f"Toen en nu: {course.now.result.name}"),
        choice=_choice(course),
        content=_content(course, document) if document else None,
    )


def build_course_window(course: Course, window: WindowName) -> CourseWindowPage:
    """The page of one window of a comparison."""
    document = course.document
    compared = document if window in shown_in_both(course) else None
    return CourseWindowPage(
        **_frame(course, f"Toen en nu: {course.now.reading.label(window)}"),
        windows=tuple(
            Link(course.now.reading.heading(name), course.link(f"vensters/{name}"), current=name == window)
            for name in course.now.reading.windows
        ),
        window=window,
        sentence=changed_dimensions(course.now.reading, compared, window) if compared else "",
        why=_why_not(course, window),
        radar=_drawing(course, course_charts(course), f"venster-{window}"),
        table=dimension_table(course, compared, window) if compared else None,
        other_roles=other_roles(course, window) if compared and compared.role_mix[window].shifted else "",
        reweighted=reweighted_table(course, compared, window) if compared else None,
        back=course.link(),
    )


def _frame(course: Course, title: str) -> dict[str, Any]:
    now = course.now
    frame = now.result.frame("verloop", title)
    if title.startswith("Toen en nu: ") and now.result.trail:
        frame["breadcrumbs"] = (*now.result.trail[:-1], Link(now.result.trail[-1].label, now.result.link("overzicht")))
    return {
        **frame,
        "sides": (*((_side("Ook in de grafieken", course.third),) if course.third else ()), *_two(course)),
        "files": tuple(
            Link(label, f"{course.address}.{ending}{course.query}")
            for label, ending in (("De verschillen als CSV", "csv"), ("De verschillen als JSON", "json"))
        ),
        "editions": course.editions,
    }


def _two(course: Course) -> tuple[SideInShort, SideInShort]:
    return _side("Toen", course.then), _side("Nu", course.now)


def _side(when: str, side: Side) -> SideInShort:
    closed = f", gesloten op {date_in_words(side.scan.closed_on)}" if side.scan.closed_on else ""
    return SideInShort(
        when=when,
        name=side.name,
        about=f"{side.scan.period}{closed}",
        href=side.result.link("overzicht"),
        likeness=story.likeness(side),
        people=story.who_answered(side),
    )


def _choice(course: Course) -> Choice | None:
    """What can be chosen; nothing where there is one earlier scan."""
    if len(course.offered) < 2:
        return None
    third = course.third.scan.id if course.third else ""
    return Choice(
        action=course.address,
        first=tuple((one, name, one == course.then.scan.id) for one, name in course.offered),
        second=(("", "geen", not third), *((one, name, one == third) for one, name in course.offered)),
    )


def _content(course: Course, document: CourseDocument) -> CourseContent:
    position = story.position_change(course, document)
    drawing = partial(_drawing, course, course_charts(course))
    return CourseContent(
        headline=story.headline(position),
        meaning=story.meaning(course, position),
        verdict=position.verdict if position else None,
        cautions=cautions(course, document),
        positions=drawing("plek"),
        features=drawing("kenmerken"),
        feature_table=feature_table(course, document),
        by_chance=by_chance(course.now.reading, document),
        orders=drawing("leerordes"),
        order_table=order_table(course, document),
        windows=_windows(course, document),
        gaps=gaps_part(course, document),
        congruence=congruence_table(course, document),
        advice=advice_groups(course, document),
    )


def _windows(course: Course, document: CourseDocument) -> tuple[WindowInShort, ...]:
    both = shown_in_both(course)
    reading = course.now.reading
    return tuple(
        WindowInShort(
            heading=reading.heading(window),
            state=changed_dimensions(reading, document, window)
            if window in both
            else " ".join(("Niet te vergelijken.", *_why_not(course, window))),
            href=course.link(f"vensters/{window}"),
        )
        for window in reading.windows
    )


def _why_not(course: Course, window: WindowName) -> tuple[str, ...]:
    """Which scan lacked answers in a window, and how many; nothing for a window that is shown in both."""
    found = []
    for when, side in (("Toen", course.then), ("Nu", course.now)):
        if window not in side.reading.shown:
            found.append(f"{when} (‘{side.name}’): {uncapitalised(still_needed(side.reading, window))}")
    return tuple(found)


def _drawing(course: Course, charts: Mapping[str, Chart], chart: str) -> Drawing | None:
    if chart not in charts:
        return None
    return draw(
        charts[chart],
        lambda ending: f"{course.address}/grafieken/{chart}.{ending}{course.query}",
        f"{course.now.result.address}/herkomst",
    )
