"""The ambition that a result is seen from: which, why and since when; or that none was chosen yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.results import story
from app.web.formatting import capitalised, date_in_words
from app.web.page import Link

if TYPE_CHECKING:
    from app.results.context import ResultContext, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class AmbitionPart:
    """The ambition on a page. `why` is the heading of the reason; `links` are for who manages the scan."""

    answer: str
    text: str
    why: str
    reason: str
    chosen_on: str
    links: tuple[Link, ...]


def ambition_part(context: ResultContext) -> AmbitionPart:
    """The ambition of a result, with its reason and its date where these are known."""
    ambition, version = context.reading.record.result.ambition, context.version
    if ambition is None and version is not None and version.number > 1:
        return _withdrawn(context, version)
    chosen = version if ambition else None
    return AmbitionPart(
        answer=f"{capitalised(context.reading.model(ambition).label)} ({ambition})" if ambition else "Nog geen ambitie",
        text=story.ambition(context.reading),
        why="Waarom deze ambitie",
        reason=chosen.reason if chosen else "",
        chosen_on=f"Gekozen op {date_in_words(chosen.made_on)}." if chosen else "",
        links=_links(context, "Wijzig de ambitie" if ambition else "Kies een ambitie"),
    )


def _withdrawn(context: ResultContext, version: Version) -> AmbitionPart:
    """A version after the first has no ambition only when the one before it was taken back."""
    return AmbitionPart(
        answer="Geen ambitie",
        text="De ambitie van eerder is ingetrokken. Er is nu geen ambitie.",
        why="Waarom ingetrokken",
        reason=version.reason,
        chosen_on=f"Ingetrokken op {date_in_words(version.made_on)}.",
        links=_links(context, "Kies een ambitie"),
    )


def _links(context: ResultContext, choose: str) -> tuple[Link, ...]:
    if context.desk is None or context.root is None:
        return ()
    return (Link(choose, f"{context.root}/ambitie"),)
