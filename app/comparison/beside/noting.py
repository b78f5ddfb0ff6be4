"""Noting in the log who lays results beside each other; an example, which is for everybody, is not noted.

To read results in a comparison is to read each of them: it is noted once a day for each scan, for many at once. Taking
a comparison along is noted each time, with one line for each municipality: a line per scan would fill its log.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from app.accounts.audit import About, Act, note_many, noted_today
from app.db import begin_writing
from app.web.formatting import enumeration

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.accounts.asker import Asker
    from app.db import Engine, Session
    from app.store.comparing import Comparable


def note_reading(engine: Engine, session: Session, asker: Asker, read: Sequence[Comparable]) -> None:
    """Note that somebody reads these results; `session` is the one in which they are read."""
    real = [one for one in read if not one.is_example]
    noted = noted_today(session, Act.RESULT_READ, asker, [one.scan_id for one in real]) if real else set()
    new = [one for one in real if one.scan_id not in noted]
    _note(engine, asker, Act.RESULT_READ, [_about(one) for one in new])


def note_taking(engine: Engine, asker: Asker, taken: Sequence[Comparable], form: str) -> None:
    """Note that somebody takes a comparison of these results along as a file."""
    _note(engine, asker, Act.RESULT_EXPORTED, list(_by_municipality(taken, form)))


def _about(one: Comparable) -> About:
    return About(f"{one.scan} ({one.collaboration}): in een vergelijking", one.municipality_code, one.scan_id)


def _by_municipality(taken: Sequence[Comparable], form: str) -> Iterator[About]:
    real = sorted((one for one in taken if not one.is_example), key=lambda one: one.municipality_code)
    for code, group in groupby(real, key=lambda one: one.municipality_code):
        names = enumeration(one.collaboration for one in group)
        yield About(f"Vergelijking ({form}) met {names}", code)


def _note(engine: Engine, asker: Asker, act: Act, lines: list[About]) -> None:
    if lines:
        with begin_writing(engine) as session:
            note_many(session, act, asker, lines)
