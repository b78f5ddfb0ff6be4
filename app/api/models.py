"""What everything that comes in and goes out has in common: Dutch names in camelCase, and text that can be kept."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic.alias_generators import to_camel

PRINTABLE = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
"""Text without control characters; tabs and line ends may be in it."""
WITH_WORDS = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*[^\x00-\x20\x7f\s][^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
"""The same, and something in it that can be read."""

MUNICIPALITY_CODE = r"^GM\d{4}$"


class Given(BaseModel):
    """Something that the API gives."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, populate_by_name=True)


class Sent(BaseModel):
    """Something that a program sends: a name that nobody knows is a mistake, and is said to be one."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel, extra="forbid")  # type: ignore[pydantic-alias]  # only made from what was sent


def text(longest: int, description: str | None = None, *, default: Any = ...) -> Any:
    """Return the field of a text that says something, of at most `longest` characters."""
    return Field(default, pattern=WITH_WORDS, max_length=longest, description=description)


def may_be_empty(longest: int, description: str | None = None, *, default: Any = "") -> Any:
    """Return the field of a text that may say nothing, of at most `longest` characters."""
    return Field(default, pattern=PRINTABLE, max_length=longest, description=description)


def _as_day(value: Any) -> Any:
    """Take a day only as text of the form 2026-03-01; a number is no date."""
    if not isinstance(value, str):
        return value if isinstance(value, date) else _not_a_day()
    try:
        return date.fromisoformat(value) if len(value) == len("2026-03-01") else _not_a_day()
    except ValueError:
        return _not_a_day()


def _not_a_day() -> Any:
    raise ValueError("Schrijf een datum als 2026-03-01.")


Day = Annotated[date, BeforeValidator(_as_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A day as it is sent."""
