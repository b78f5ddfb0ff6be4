"""What may be logged of an error: its kind and the places in the code, never a value.

The message of an error may hold what somebody typed (`invalid literal for int(): '06-...'`), and PostgreSQL quotes the
whole row that it refuses. So no message is logged; an SQL statement is, because its values stand apart from it.
"""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LAST_PLACES = 30
LONGEST_STATEMENT = 500


def described(error: BaseException) -> str:
    """Return the error, and those that it came from, without any value."""
    return "\n".join(_lines(error, seen=set()))


def _lines(error: BaseException, seen: set[int]) -> Iterator[str]:
    seen.add(id(error))
    yield f"{type(error).__module__}.{type(error).__qualname__}"
    statement = getattr(error, "statement", None)
    if isinstance(statement, str):
        yield f"  SQL: {' '.join(statement.split())[:LONGEST_STATEMENT]}"
    for frame, line in list(traceback.walk_tb(error.__traceback__))[-LAST_PLACES:]:
        yield f"  {frame.f_code.co_filename}:{line} in {frame.f_code.co_qualname}"
    for inner in _behind(error):
        if id(inner) not in seen:
            yield "because of:"
            yield from _lines(inner, seen)


def _behind(error: BaseException) -> list[BaseException]:
    """The errors that this one came from."""
    group = list(error.exceptions) if isinstance(error, BaseExceptionGroup) else []
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return [*group, *([cause] if cause else [])]


class WithoutValues(logging.Filter):
    """Take the values out of the error that a line of the log brings along."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Replace the error by its description; the line itself is always written."""
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = described(record.exc_info[1])
        record.exc_info = None
        return True
