"""Codes that people read, print, say and type: without letters that look alike, and without vowels, so no words."""

from __future__ import annotations

import secrets

ALPHABET = "CDFGHJKMNPQRTVWXY34679"
LENGTH, RESUME_LENGTH, PERSONAL_LENGTH, TYPING_LENGTH, REF_LENGTH = 12, 16, 20, 24, 10
GROUP = 4
BETWEEN = str.maketrans("", "", " -\u2010\u2011\u2012\u2013\u2014\u00a0\t.")


def new_code() -> str:
    """Return a new code of a window: 12 characters, 53 bits of chance."""
    return _random(LENGTH)


def new_resume_code() -> str:
    """Return a new code by which one person goes on: 16 characters, 71 bits of chance."""
    return _random(RESUME_LENGTH)


def new_personal_code() -> str:
    """Return a new code of the link of one person: 20 characters, 89 bits of chance."""
    return _random(PERSONAL_LENGTH)


def new_typing_code() -> str:
    """Return a new code of the link of a typist: 24 characters, 107 bits of chance."""
    return _random(TYPING_LENGTH)


def new_ref() -> str:
    """Return a new reference for addresses; it opens nothing."""
    return _random(REF_LENGTH).lower()


def grouped(code: str) -> str:
    """Write a code in groups of four.

    >>> grouped("CDFGHJKMNPQR")
    'CDFG-HJKM-NPQR'
    """
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def normalised(text: str) -> str | None:
    """Return the code in what somebody typed, in any case and with any dashes and spaces; None where it is no code.

    >>> normalised(" cdfg hjkm-npqr "), normalised("CDFG"), normalised("ABCDEFGHIJKL")
    ('CDFGHJKMNPQR', None, None)
    """
    code = text.translate(BETWEEN).upper()
    fits = len(code) in {LENGTH, RESUME_LENGTH, PERSONAL_LENGTH, TYPING_LENGTH} and set(code) <= set(ALPHABET)
    return code if fits else None


def _random(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))
