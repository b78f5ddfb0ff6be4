"""The addresses of then and now, below that of the scan which is now."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse

from app.collaborations.earlier import COURSE
from app.comparison.course.dependencies import OpenCourse
from app.comparison.course.page import build_course, build_course_window
from app.comparison.course.pictures import course_charts
from app.results.charts import plotly_figure
from app.results.dependencies import LATEST
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


@router.get("/grafieken/{chart}.json")
def get_course_chart(course: OpenCourse, chart: str) -> Response:
    """One chart of the comparison as a Plotly figure."""
    charts = course_charts(course)
    if chart not in charts:
        raise HTTPException(404)
    return JSONResponse(plotly_figure(charts[chart]), headers={"Cache-Control": "private, no-cache"})
