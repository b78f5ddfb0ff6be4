"""What in a text looks like something that belongs to one person: a BSN, an e-mail address, a telephone number.

It warns and never decides: a number that only looks like a BSN may be sent as it is.
"""

from __future__ import annotations

import re

from stdnum.nl import bsn

from app.web.language import marked

# For translators: these three stand at {found} in “In wat u schreef {place}, lijkt {found} te staan.”
BSN = marked("een burgerservicenummer (BSN)")
EMAIL = marked("een e-mailadres")
PHONE = marked("een telefoonnummer")
"""What was found, as it is said to whoever wrote it."""

_GAP = r"[ \t\u00a0.\-\u2010-\u2015/()]{0,3}"
"""What people put between figures."""
_RUNS = tuple(re.compile(rf"(?<!\d)(?=(\d(?:{_GAP}\d){{{more}}})(?!\d))") for more in (7, 8))
_DATE = re.compile(rf"[0-3]?\d{_GAP}[01]?\d{_GAP}(?:19|20)\d\d")
_EMAIL = re.compile(r"[\w.+\-]+\s?(?:@|\(at\)|\[at\])\s?[\w\-]+(?:\.[\w\-]+)*\.[a-z]{2,}", re.IGNORECASE)
_NUMBER = rf"{_GAP}[1-9](?:{_GAP}\d){{8}}(?!\d)"
_PHONE = re.compile(rf"(?<!\w)(?:0{_NUMBER}|(?:\+|00)?{_GAP}31(?:{_GAP}0)?{_NUMBER})")


def personal_data(text: str) -> tuple[str, ...]:
    """Return what the text seems to hold, in words that fit in a sentence; empty where nothing was found.

    >>> personal_data("Bel mij op 06 - 12 34 56 78, of mail naar jan@voorbeeld.nl.")
    ('een e-mailadres', 'een telefoonnummer')
    >>> personal_data("Mijn nummer is 1112.22.333"), personal_data("In 2024 belde ik 12 keer.")
    (('een burgerservicenummer (BSN)',), ())
    """
    looks = ((BSN, has_bsn), (EMAIL, has_email), (PHONE, has_phone))
    return tuple(name for name, found in looks if found(text))


def has_bsn(text: str) -> bool:
    """Whether eight or nine figures, with or without dots, spaces and dashes, pass the 11-test; a date never does."""
    runs = (run for length in _RUNS for run in length.findall(_in_our_figures(text)))
    return any(bsn.is_valid(re.sub(r"\D", "", run)) for run in runs if not _DATE.fullmatch(run))


def has_email(text: str) -> bool:
    """Whether there is an e-mail address, also one with (at) in it."""
    return _EMAIL.search(text) is not None


def has_phone(text: str) -> bool:
    """Whether there is a Dutch telephone number: ten figures from 0, or nine after 31, however they are grouped."""
    return _PHONE.search(_in_our_figures(text)) is not None


def _in_our_figures(text: str) -> str:
    """Return the text with figures of other scripts as ours: a phone may be set to Arabic."""
    return "".join(str(int(character)) if character.isdecimal() else character for character in text)
