"""Numbers, dates and lists the Dutch way. A number is rounded once, here, where a person reads it."""

from __future__ import annotations

from datetime import UTC, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MINUS = "\N{MINUS SIGN}"
SIGNS = str.maketrans(",.", ".,")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
WHOLE_NUMBERS = (
    "geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
UNITS = (
    (timedelta(days=365), "jaar", "jaar"),
    (timedelta(days=1), "dag", "dagen"),
    (timedelta(hours=1), "uur", "uur"),
    (timedelta(minutes=1), "minuut", "minuten"),
)


def rounded(value: float, decimals: int = 0) -> Decimal:
    """Round the decimal number that is seen when the value is printed; halves go away from zero.

    >>> rounded(2.45, 1), rounded(-0.04, 1)
    (Decimal('2.5'), Decimal('0.0'))
    """
    exact = Decimal(repr(float(value))).quantize(_last_place(decimals), ROUND_HALF_UP)
    return exact or abs(exact)  # no minus before a zero


@cache
def _last_place(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def number(value: float, decimals: int = 0) -> str:
    """Write a number with a comma, and with points between thousands.

    >>> number(1234.56, 1), number(-2.5), number(0.4, 2)
    ('1.234,6', '−3', '0,40')
    """
    exact = rounded(value, decimals)
    written = f"{abs(exact):,}".translate(SIGNS)
    return f"{MINUS if exact < 0 else ''}{written}"


def signed(value: float, decimals: int = 0) -> str:
    """Write a difference with its sign; no difference has none.

    >>> signed(3.02, 1), signed(-0.62, 1), signed(0.01, 1)
    ('+3,0', '−0,6', '0,0')
    """
    return f"{'+' if rounded(value, decimals) > 0 else ''}{number(value, decimals)}"


def percentage(share: float, decimals: int = 0) -> str:
    """Write a share between 0 and 1 as a percentage.

    >>> percentage(0.255)
    '26%'
    """
    return f"{number(float(Decimal(repr(float(share))) * 100), decimals)}%"


def date_in_words(day: date) -> str:
    """Write a date in words.

    >>> from datetime import date
    >>> date_in_words(date(2026, 3, 1))
    '1 maart 2026'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def moment_in_words(moment: datetime) -> str:
    """Write a moment in words, as the clock stood where the municipalities are; without a zone it is universal time.

    >>> from datetime import datetime
    >>> moment_in_words(datetime(2026, 7, 1, 22, 5))
    '2 juli 2026, 00:05 uur'
    """
    here = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(AMSTERDAM)
    return f"{date_in_words(here.date())}, {here:%H:%M} uur"


def enumeration(parts: Iterable[str], last: str = "en") -> str:
    """Write a list as a phrase.

    >>> enumeration(["a", "b", "c"]), enumeration(["a", "b"], "of"), enumeration(["a"]), enumeration([])
    ('a, b en c', 'a of b', 'a', '')
    """
    *others, final = list(parts) or [""]
    return f"{', '.join(others)} {last} {final}" if others else final


def whole_number(value: int) -> str:
    """Write a small whole number as a word, a larger one in figures.

    >>> whole_number(3), whole_number(31)
    ('drie', '31')
    """
    return WHOLE_NUMBERS[value] if 0 <= value < len(WHOLE_NUMBERS) else number(value)


def counted(value: int, one: str, more: str) -> str:
    """Write how many there are of something.

    >>> counted(1, "vraag", "vragen"), counted(12, "vraag", "vragen")
    ('1 vraag', '12 vragen')
    """
    return f"{number(value)} {one if value == 1 else more}"


def duration(time: timedelta) -> str:
    """Write how long something takes, in the largest unit that is exact.

    >>> from datetime import timedelta
    >>> duration(timedelta(days=365)), duration(timedelta(days=30)), duration(timedelta(hours=12))
    ('1 jaar', '30 dagen', '12 uur')
    >>> duration(timedelta(days=1)), duration(timedelta(minutes=30)), duration(timedelta(seconds=90))
    ('1 dag', '30 minuten', '90 seconden')
    """
    for unit, one, more in UNITS:
        if time and not time % unit:
            return counted(time // unit, one, more)
    return counted(int(time.total_seconds()), "seconde", "seconden")


def capitalised(text: str) -> str:
    """Begin with a capital and leave the rest as it is.

    >>> capitalised("inwoner aan tafel")
    'Inwoner aan tafel'
    """
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """Begin with a small letter and leave the rest as it is, for a sentence that follows a colon.

    >>> uncapitalised("Te weinig antwoorden.")
    'te weinig antwoorden.'
    """
    return text[:1].lower() + text[1:]


FILTERS = {
    "number": number,
    "signed": signed,
    "percentage": percentage,
    "uncapitalised": uncapitalised,
    "date_in_words": date_in_words,
    "moment_in_words": moment_in_words,
    "enumeration": enumeration,
    "whole_number": whole_number,
    "counted": counted,
    "capitalised": capitalised,
}
"""What templates may use, by name."""
