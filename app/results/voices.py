"""What people wrote, as far as others may read it: the one place that decides which comments there are to see.

A comment is there only with a subject that enough people answered, in a window that is shown: one of a hidden window is
shown to nobody, and not even counted. That holds for the moderator as for everybody else. Others read what a moderator
released. It belongs to the measurement, so every version of a result has the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.store.comments import list_released

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.db import Session
    from app.results.reading import Reading
    from app.results.record import WindowName

Voices = Mapping[tuple[str, str], tuple[str, ...]]
"""Window and subject -> what people wrote there and others may read; the order of the texts says nothing."""

REASON = "Waarom deze ambitie past"
"""What the reason of an ambition is called: the one place to write something that belongs to no dimension."""


def subjects_to_see(reading: Reading, window: WindowName) -> dict[str, str]:
    """Return the subjects of a window of which comments may be seen: id -> name, in the order of the edition.

    A dimension needs as many people who answered it as the minimum in force; any other subject that many in the window.
    """
    shown = reading.shown.get(window)
    if shown is None:
        return {}
    dimensions = {content.id: content.label for content in reading.edition.dimensions_of(window)}
    enough = {code: label for code, label in dimensions.items() if shown.dimensions[code].n >= shown.minimum}
    if shown.usable < shown.minimum:
        return enough
    return enough | {item.id: REASON for item in reading.edition.windows[window].context_items if item.reason_label}


def may_be_seen(reading: Reading, window: str, subject: str) -> bool:
    """Whether comments on a subject may be seen at all."""
    return any(window == name and subject in subjects_to_see(reading, name) for name in reading.windows)


def released_voices(session: Session, reading: Reading, scan_id: str) -> Voices:
    """Return what was released and may be seen, in the order of the edition."""
    found: dict[tuple[str, str], list[str]] = {
        (window, subject): [] for window in reading.windows for subject in subjects_to_see(reading, window)
    }
    for window, subject, text in list_released(session, scan_id):
        if (window, subject) in found:
            found[window, subject].append(text)
    return {place: tuple(texts) for place, texts in found.items() if texts}


@dataclass(frozen=True, slots=True)
class Voice:
    """Something that somebody wrote, as others may read it; `name` is that of its subject."""

    window: WindowName
    subject: str
    name: str
    text: str


def one_by_one(reading: Reading, voices: Voices) -> Iterator[Voice]:
    """Everything that was released, in the order of the edition."""
    for window in reading.windows:
        for subject, name in subjects_to_see(reading, window).items():
            yield from (Voice(window, subject, name, text) for text in voices.get((window, subject), ()))
