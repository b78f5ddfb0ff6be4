"""How somebody who reads no Dutch sees that they can take part: a link in each other language, in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.languages.offered import offered_languages
from questionnaires import DUTCH

if TYPE_CHECKING:
    from app.db import Session
    from app.store.scans import ScanInContext
    from questionnaires import Edition, WindowId

RESIDENTS = "inwoner"
"""The only window that is there in other languages."""


@dataclass(frozen=True, slots=True)
class InLanguage:
    """The way in for one language other than Dutch: what stands on an invitation and a poster, and the link."""

    code: str
    direction: str
    title: str
    text: str
    scan: str
    link: str


def in_other_languages(
    session: Session, found: ScanInContext, window: WindowId, edition: Edition, link: str
) -> tuple[InLanguage, ...]:
    """The ways in for every language but Dutch that a window is offered in."""
    if window != RESIDENTS:
        return ()
    return tuple(
        InLanguage(one.code, one.direction, words.title, words.text, words.scan, link_in(link, one.code))
        for one in offered_languages(session, edition, found.municipality.code)
        if one.code != DUTCH
        for words in [edition.translations[one.code].words.invitation]
    )


def link_in(link: str, language: str) -> str:
    """A link that opens the questionnaire in a language."""
    return f"{link}?taal={language}"
