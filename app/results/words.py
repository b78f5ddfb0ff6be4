"""The few fixed words that more than one result page uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.results.reading import Reading

ACTORS = {"professional": "Professionals", "organisatie": "Organisatie", "beleid": "Beleid en bestuur"}
"""Who a recommendation is addressed to."""

NEIGHBOURS = {
    ("professional", "organisatie"),
    ("organisatie", "professional"),
    ("organisatie", "beleid"),
    ("beleid", "organisatie"),
}
"""Layers that can put something on each other's agenda (section 6.2); the others can signal it."""

NUMBERS_MISSING = "Hooguit twee aanbevelingen over hetzelfde onderwerp komen eerst. Daarom ontbreekt hier een nummer."


def numbers_missing(reading: Reading) -> str:
    """Why the numbers of what comes first do not follow each other; empty when they do."""
    ranks = [advice.rank for advice in reading.record.result.advice if advice.shown]
    return "" if ranks == list(range(1, len(ranks) + 1)) else NUMBERS_MISSING
