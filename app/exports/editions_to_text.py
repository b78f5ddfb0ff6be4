"""What can be compared between two editions, as Dutch text for a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from app.collaborations.editions import comparability
from app.web.formatting import enumeration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.collaborations.editions import EditionsPage, ExplainedGroup
    from questionnaires import Edition

WIDTH = 100
TITLE = "Verschillende edities"


def editions_text(earlier: Edition, later: Edition) -> str:
    """What stays comparable, what does not and what does although it was changed, each with its reason."""
    page = comparability({earlier.id: earlier, later.id: later}, earlier.id, later.id)
    lines = (
        textwrap.fill(line, WIDTH, subsequent_indent=" " * (len(line) - len(line.lstrip(" -"))))
        for line in _lines(page)
    )
    return "\n".join([TITLE, "-" * len(TITLE), *lines])


def _lines(page: EditionsPage) -> Iterator[str]:
    yield page.sentence
    if page.stays:
        yield f"Te vergelijken: {enumeration(page.stays)}."
    yield from _groups("Niet te vergelijken:", page.not_comparable)
    yield from _groups("Veranderd en toch te vergelijken:", page.still_comparable)


def _groups(title: str, groups: tuple[ExplainedGroup, ...]) -> Iterator[str]:
    if groups:
        yield title
    for group in groups:
        yield f"- {group.heading}"
        for thing in group.things:
            yield f"  - {thing.reason}"
            yield from (f"    - {label}" for label in thing.labels)
