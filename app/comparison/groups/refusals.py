"""What is told to who types a code of a group that opens nothing, too often."""

from __future__ import annotations

from app.web.errors import Refusal
from app.web.page import Link


def too_many_wrong_codes(seconds: int) -> Refusal:
    """Somebody at an address from which many wrong codes came; `seconds` is how long to wait."""
    minutes = -(-seconds // 60)
    return Refusal(
        429,
        title="Even wachten met een code",
        explanation="Vanaf deze internetverbinding zijn te veel codes geprobeerd die niet kloppen.",
        advice=f"Probeer het over {'een minuut' if minutes <= 1 else f'{minutes} minuten'} opnieuw.",
        way=Link("Naar de groepen", "/groepen"),
        headers={"Retry-After": str(seconds)},
    )
