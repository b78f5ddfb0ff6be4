"""The whole result on paper: a title page, every part in order with nothing folded away, and its sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.results.report import report_parts
from app.web.page import Page

if TYPE_CHECKING:
    from jinja2 import Environment

    from app.results.context import ResultContext
    from app.results.report import ReportPart


@dataclass(frozen=True, kw_only=True)
class PaperPage(Page):
    """The document: what it is about, its parts, where it comes from, and the way back to the screen."""

    about: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    version: str
    parts: tuple[ReportPart, ...]
    disclaimer: str
    attribution: str
    edition: str
    method: str
    back: str


def build_paper(context: ResultContext, environment: Environment) -> PaperPage:
    """The document of a result; `environment` holds the templates of its parts."""
    edition, result = context.reading.edition, context.reading.record.result
    ambition = context.reading.model(result.ambition) if result.ambition else None
    on_paper = replace(context, address=None, desk=None, on_paper=True)
    return PaperPage(
        title=f"Uitslag {context.name}",
        is_example=context.is_example,
        about=context.about,
        facts=(*context.scope, ("Ambitie", f"{ambition.label} ({ambition.number})" if ambition else "niet gekozen")),
        version=context.version_in_words(context.version) if context.version and len(context.versions) > 1 else "",
        parts=tuple(report_parts(environment, on_paper)),
        disclaimer=edition.file.disclaimer,
        attribution=edition.file.attribution,
        edition=edition.id,
        method=result.method,
        back=context.link("overzicht"),
    )
