"""How somebody is called."""

from __future__ import annotations

from app.web.forms import FieldError

LONGEST = 200


def plain_name(text: str) -> str:
    """Return a name on one line, without signs that cannot be seen.

    >>> plain_name(" Sanne\\n de  Vries ")
    'Sanne de Vries'
    """
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def fault_in_name(name: str) -> tuple[FieldError, ...]:
    """Return what is wrong with a name."""
    if not name:
        return (FieldError("name", "Vul uw naam in, zoals collega’s u kennen."),)
    if len(name) > LONGEST:
        return (FieldError("name", f"Uw naam mag hoogstens {LONGEST} tekens lang zijn."),)
    return ()
