"""For how long answers are kept: what a coördinator may choose, and the day on which that time is over.

Every page, letter and rule about these periods begins here, so that none of them says another number.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.web.formatting import counted
from app.web.forms import FieldError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.models import Scan

KEEP_MONTHS = (1, 3, 6, 12, 24)
"""Months after closing for which answers may be kept."""
KEPT_BY_DEFAULT = 12
UNSENT = timedelta(days=30)
"""For how long a questionnaire is kept that was begun, after the last change in it."""
TYPING = timedelta(days=14)
"""For how long a link works by which somebody types forms over."""

CHOOSE = "Kies hoe lang de antwoorden bewaard blijven."
ONLY_SHORTER = (
    "Er begonnen al mensen. Zij lazen dat hun antwoorden {period} bewaard blijven: u kunt dat alleen korter maken."
)


def check_keep_months(wanted: int) -> Iterator[FieldError]:
    """Give what is wrong with a period."""
    if wanted not in KEEP_MONTHS:
        yield FieldError("keep_months", CHOOSE)


def check_promise(wanted: int, promised: int) -> Iterator[FieldError]:
    """Give what is wrong with a period when people already began, who read how long their answers are kept."""
    if wanted > promised:
        yield FieldError("keep_months", ONLY_SHORTER.format(period=months_in_words(promised)))


def choices(at_most: int | None = None) -> tuple[tuple[str, str], ...]:
    """Return the periods that can be chosen, as a form offers them."""
    return tuple((str(months), after_closing(months)) for months in KEEP_MONTHS if at_most is None or months <= at_most)


def after_closing(months: int) -> str:
    """Return a period after closing as a choice: `1 jaar na het sluiten`."""
    return f"{months_in_words(months)} na het sluiten"


def kept_until(scan: Scan) -> date | None:
    """Return the day on which the answers of a scan are deleted, or None while it is not closed."""
    return months_after(scan.closed_on, scan.keep_months) if scan.closed_on else None


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later (or earlier), or the last of that month where it is shorter.

    >>> months_after(date(2027, 1, 31), 1), months_after(date(2026, 11, 30), 3), months_after(date(2028, 2, 29), -24)
    (datetime.date(2027, 2, 28), datetime.date(2027, 2, 28), datetime.date(2026, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_in_words(months: int) -> str:
    """Write a period.

    >>> months_in_words(1), months_in_words(6), months_in_words(12), months_in_words(24)
    ('1 maand', '6 maanden', '1 jaar', '2 jaar')
    """
    return f"{months // 12} jaar" if months % 12 == 0 else counted(months, "maand", "maanden")
