"""The whole result as one HTML document that stands alone: to mail, to keep and to print.

It holds what the pages hold, one below the other: style and drawings are inside it, there is no script, and nothing is
asked of any other place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from app import __version__
from app.results.context import ResultContext
from app.results.pages.account import build_account
from app.results.pages.advice import build_advice
from app.results.pages.continuum import build_continuum
from app.results.pages.learning import build_learning
from app.results.pages.mirror import build_mirror
from app.results.pages.overview import build_overview
from app.results.pages.window import build_window, window_template
from app.results.reading import Reading
from app.results.record import read_record
from app.web.assets import STATIC, Assets
from app.web.page import Page
from app.web.rendering import make_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from app.results.page import ResultPage
    from questionnaires import Edition

TITLE = "Uitslag van de scan"
STYLES = ("app.css", "charts.css", "results.css")


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One page of the result as a part of the document; a short one needs no sheet of its own."""

    id: str
    title: str
    content: Markup
    is_short: bool = False


@dataclass(frozen=True, kw_only=True)
class ReportPage(Page):
    """The document: its style, its parts, and where it comes from."""

    style: Markup
    parts: tuple[ReportPart, ...]
    disclaimer: str
    attribution: str
    edition: str
    method: str


def render_report(record: dict[str, Any], edition: Edition) -> str:
    """The HTML of a result; `record` is `{"result": ..., "insight": ...}` as it was scored with `edition`."""
    reading = Reading(read_record(record), edition)
    context = ResultContext(reading, about=(edition.file.title,), name=edition.file.title)
    environment = make_environment(Assets(), None, version=__version__)
    page = ReportPage(
        title=TITLE,
        style=Markup("\n".join((STATIC / name).read_text(encoding="utf-8") for name in STYLES)),  # noqa: S704 - our own files
        parts=tuple(report_parts(environment, context)),
        disclaimer=edition.file.disclaimer,
        attribution=edition.file.attribution,
        edition=edition.id,
        method=reading.record.result.method,
    )
    return environment.get_template("results/report.html").render(page=page)


def report_parts(environment: Environment, context: ResultContext) -> Iterator[ReportPart]:
    """Every page of a result as a part of one document, in order."""
    overview = _part(environment, "overzicht", "overview", build_overview(context))
    yield replace(overview, title="Overzicht")
    for window in context.reading.windows:
        page = build_window(context, window)
        part = _part(environment, f"vensters-{window}", window_template(page), page)
        yield replace(part, is_short=window not in context.reading.shown)
    yield _part(environment, "continuum", "continuum", build_continuum(context))
    yield _part(environment, "leerordes", "learning", build_learning(context))
    yield _part(environment, "spiegel", "mirror", build_mirror(context))
    yield _part(environment, "advies", "advice", build_advice(context, None))
    yield _part(environment, "verantwoording", "account", build_account(context))


def _part(environment: Environment, part: str, template: str, page: ResultPage) -> ReportPart:
    """A page without what surrounds it: the block `result` of its template."""
    source = environment.get_template(f"results/{template}.html")
    html = "".join(source.blocks["result"](source.new_context({"page": page})))
    return ReportPart(part, page.title, Markup(html))  # noqa: S704 - the template escaped it
