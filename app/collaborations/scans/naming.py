"""What the next scan may be called, and why it is held: a suggestion that can be changed."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from app.collaborations.forms import comparable
from app.collaborations.wanted import LONGEST, PURPOSES
from app.web.formatting import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

ORDINALS = (
    "Eerste", "Tweede", "Derde", "Vierde", "Vijfde", "Zesde",
    "Zevende", "Achtste", "Negende", "Tiende", "Elfde", "Twaalfde",
)  # fmt: skip
TIMES_OF_YEAR = ("voorjaar", "lente", "zomer", "najaar", "herfst", "winter", "kwartaal", *MONTHS)
BASELINE, AFTER_PILOT = PURPOSES[:2]


def month_of(day: date) -> str:
    """Return the month of a day as the period of a scan."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def half_year_of(day: date) -> str:
    """Return the half year of a day as the period of a scan.

    >>> from datetime import date
    >>> half_year_of(date(2027, 6, 30)), half_year_of(date(2027, 7, 1))
    ('eerste helft van 2027', 'tweede helft van 2027')
    """
    return f"{'eerste' if day.month <= 6 else 'tweede'} helft van {day.year}"


def next_name(previous: str, taken: Iterable[str], number: int, year: int) -> str:
    """Return a name for the scan after `previous` that none of `taken` has, in whatever case.

    `number` is the how-manieth measurement it is, `year` the year of it. A name that counts is counted on.

    >>> next_name("Nulmeting", ["Nulmeting"], 2, 2027), next_name("Nulmeting", ["tweede meting"], 2, 2027)
    ('Tweede meting', 'Derde meting')
    >>> next_name("Einde fase 1", [], 2, 2027), next_name("Jaarmeting 2026", [], 4, 2027)
    ('Einde fase 2', 'Jaarmeting 2027')
    >>> next_name("Najaar 2026", [], 2, 2027), next_name("Meting", [], 14, 2027)
    ('Tweede meting', '14e meting')
    """
    known = {comparable(name) for name in taken}
    fitting = (name for name in _candidates(previous, number, year) if len(name) <= LONGEST["name"])
    return next(name for name in fitting if comparable(name) not in known)


def _candidates(previous: str, number: int, year: int) -> Iterator[str]:
    if counted := re.fullmatch(r"(.*[^\W\d] )(\d{1,2})", previous):
        yield f"{counted[1]}{int(counted[2]) + 1}"
    in_a_year = re.fullmatch(r"(.*\D)(20\d\d)", previous)
    if in_a_year and int(in_a_year[2]) < year and not any(part in previous.casefold() for part in TIMES_OF_YEAR):
        yield f"{in_a_year[1]}{year}"
    for place in count(number):
        yield f"{ORDINALS[place - 1] if place <= len(ORDINALS) else f'{place}e'} meting"


def next_purpose(previous: str) -> str:
    """Return why is measured after a scan with this purpose: after a baseline it is after a pilot.

    >>> next_purpose("nulmeting"), next_purpose("jaarlijkse meting")
    ('na een pilot', 'jaarlijkse meting')
    """
    return AFTER_PILOT if previous.casefold().startswith(BASELINE) else previous
