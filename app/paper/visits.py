"""A window as somebody meets it who has begun nothing in it: for the form to print, and for whoever types it over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from app.responding.visit import Visit
from app.web.language import Speech, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from app.store.scans import WindowInContext
    from questionnaires import Edition, WindowId


def visit_of(found: WindowInContext, editions: Mapping[str, Edition], today: date) -> Visit:
    """Return a window with what its edition says about it, in Dutch, and no questionnaire."""
    edition = editions[found.scan.edition]
    content = edition.windows[cast("WindowId", found.window.window)]
    return Visit(found=found, edition=edition, content=content, draft=None, resume_code=None, today=today)


def in_language(visit: Visit, code: str) -> Visit:
    """Return the same window in another language, which its edition must have."""
    edition = visit.edition.in_language(code)
    return replace(visit, edition=edition, content=edition.windows[visit.window], speech=Speech(words_in(code)))
