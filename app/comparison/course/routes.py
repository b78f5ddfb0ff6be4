"""The addresses of then and now, below that of the scan which is now."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from app.accounts.dependencies import MaybeAsker
from app.collaborations.earlier import COURSE
from app.comparison.course.dependencies import OpenCourse
from app.comparison.course.page import build_course, build_course_window
from app.comparison.course.pictures import course_charts
from app.results.chart_files import CHART_FILE, ChartEnding, chart_response, source_of
from app.results.dependencies import LATEST
from app.results.noting import note_export
from app.results.record import WindowName
from app.web.rendering import render

router = APIRouter(prefix=f"{LATEST}/{COURSE}")


@router.get("")
def get_course(request: Request, course: OpenCourse) -> Response:
    """What changed since an earlier scan, and what is only chance."""
    return render(request, "comparison/course.html", build_course(course))


@router.get("/vensters/{window}")
def get_course_window(request: Request, course: OpenCourse, window: WindowName) -> Response:
    """One window then and now, or which scan lacked answers for it."""
    return render(request, "comparison/course_window.html", build_course_window(course, window))


@router.get(CHART_FILE)
def get_course_chart(
    request: Request, course: OpenCourse, asker: MaybeAsker, scan_id: str, chart: str, ending: ChartEnding
) -> Response:
    """One chart of the comparison: as the figure that a page draws, or as a file to take along."""
    now = course.now.result
    names = ", ".join(side.name for side in (*reversed(course.earlier), course.now))
    source = source_of((*now.about[:2], f"Toen en nu: {names}"), now.reading.edition.id, is_example=now.is_example)
    answer = chart_response(course_charts(course), chart, ending, " ".join(("toen en nu", *now.about[:3])), source)
    if ending != "json":
        note_export(request.app.state.engine, asker, scan_id, f"grafiek toen en nu, {ending}")
    return answer
