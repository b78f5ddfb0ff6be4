"""The parts of a group of which figures may be given: one property at a time, in an order that is always the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.size_classes import SIZE_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.store.groups import Contribution

WHOLE = ""
PROVINCE, SIZE, AMBITION, YEAR = "provincie", "grootte", "ambitie", "jaar"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a group: its code, such as `provincie:Utrecht`, and who is in it."""

    code: str
    contributions: tuple[Contribution, ...]


def parts_of(contributions: Iterable[Contribution]) -> Iterator[Part]:
    """Give the whole group, and then every part by province, size, ambition and year, each in order of its value."""
    everybody = tuple(contributions)
    yield Part(WHOLE, everybody)
    for name in (PROVINCE, SIZE, AMBITION, YEAR):
        values = {value for one in everybody if (value := _value(name, one))}
        for value in sorted(values):
            yield Part(f"{name}:{value}", tuple(one for one in everybody if _value(name, one) == value))


def _value(name: str, one: Contribution) -> str:
    """The value of a property; empty where it is not known."""
    values = {
        PROVINCE: one.municipality.province,
        SIZE: one.municipality.size_class or "",
        AMBITION: one.ambition or "",
        YEAR: one.year,
    }
    return str(values[name])


def part_in_words(code: str, models: dict[str, str]) -> str:
    """Return what a part is called; `models` are the names of the seven models by number.

    >>> part_in_words("", {}), part_in_words("provincie:Utrecht", {}), part_in_words("ambitie:6", {"6": "Keten"})
    ('De hele groep', 'Provincie Utrecht', 'Ambitie: Keten')
    """
    name, _, value = code.partition(":")
    sizes = {str(size): label for size, label in SIZE_CLASSES.items()}
    labels = {
        WHOLE: "De hele groep",
        PROVINCE: f"Provincie {value}",
        SIZE: f"Gemeenten met {sizes.get(value, value)}",
        AMBITION: f"Ambitie: {models.get(value, value)}",
        YEAR: f"Scan gesloten in {value}",
    }
    return labels[name]
