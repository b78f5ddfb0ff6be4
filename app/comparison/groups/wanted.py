"""A group as somebody wants it, and every rule that it has to keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.forms import on_one_line
from app.collaborations.kinds import kind_named
from app.web.forms import FieldError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.web.forms import FormFields

LONGEST = {"name": 120, "description": 1000}


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedGroup:
    """A group as it was typed; `kind` is the code of a kind of collaboration."""

    name: str = ""
    description: str = ""
    kind: str = ""


def read_group(fields: FormFields) -> WantedGroup:
    """Return what somebody typed."""
    return WantedGroup(
        name=on_one_line(fields.text("name")), description=fields.text("description"), kind=fields.text("kind")
    )


def check_group(wanted: WantedGroup) -> Iterator[FieldError]:
    """Give every rule that is broken."""
    yield from _text("name", wanted.name, "Geef de groep een naam.")
    yield from _text("description", wanted.description, "Schrijf waarvoor de groep is.")
    if kind_named(wanted.kind) is None:
        yield FieldError("kind", "Kies om welke soort samenwerking het gaat.")


def _text(field: str, text: str, missing: str) -> Iterator[FieldError]:
    if not text:
        yield FieldError(field, missing)
    elif len(text) > LONGEST[field]:
        yield FieldError(field, f"Maak dit korter: hier passen {LONGEST[field]} tekens.")
