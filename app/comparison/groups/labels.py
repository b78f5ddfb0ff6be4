"""What the quantities of a group are called, in the order in which a page shows them, and how their numbers read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.results.reading import coarse
from app.results.story import ORDINALS
from app.web.formatting import number
from scoring import in_steps, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from questionnaires import Edition

FEATURES = "kenmerken"


@dataclass(frozen=True, slots=True)
class Block:
    """Quantities on one scale that belong together: from where to where they run, and with how many decimals."""

    id: str
    heading: str
    explanation: str
    quantities: tuple[tuple[str, str], ...]
    minimum: float
    maximum: float
    decimals: int = 0


def blocks_of(edition: Edition) -> Iterator[Block]:
    """Give everything of which a group may have figures, by the names that it has in an edition."""
    orders = tuple(
        (f"leerorde/{number}", f"{ordinal.capitalize()} orde") for number, ordinal in enumerate(ORDINALS, start=1)
    )
    features = tuple((f"kenmerk/{one.id}", one.label) for one in edition.continuum.features)
    first, *_, last = edition.continuum.models
    yield Block(
        "plek",
        "Plek op het continuüm",
        f"Van 1 ({first.label}) tot 7 ({last.label}). Hoger is niet beter: het gaat om wat past bij uw inwoners.",
        (("positie", "Plek"),),
        1,
        7,
        decimals=1,
    )
    yield Block(
        "afstand",
        "Afstand tot de eigen ambitie",
        "Hoeveel modellen een samenwerking nog van haar eigen ambitie af is. Elke gemeente kiest haar ambitie zelf.",
        (("afstand", "Afstand"),),
        0,
        6,
        decimals=1,
    )
    yield Block("leerordes", "Leerordes", "Van 0 tot 100.", orders, 0, 100)
    for window in edition.windows.values():
        dimensions = tuple(
            (f"dimensie/{code}", edition.dimensions[code].label) for code in edition.dimension_ids(window.id)
        )
        yield Block(window.id, f"Venster {window.short_label.lower()}", "Van 0 tot 100.", dimensions, 0, 100)
    yield Block(FEATURES, "Kenmerken", "Hoeveel van een kenmerk er is, van 0 tot 100.", features, 0, 100)


def shown(quantity: str, value: float) -> float:
    """Return a figure of a quantity on the scale on which it is shown.

    >>> shown("kenmerk/tafel", 0.55), shown("positie", 3.5)
    (55.0, 3.5)
    """
    return round(value * 100, 1) if kind_of(quantity) == "kenmerk" else value


def own_shown(edition: Edition, quantity: str, value: float) -> float:
    """Return the own value of a municipality as coarsely as that of the group; of one question never 0 or 100."""
    rounded = shown(quantity, in_steps(quantity, value))
    code = quantity.partition("/")[2]
    rests_on_one = code in edition.dimensions and len(edition.dimensions[code].items) == 1
    return coarse(rounded) if rests_on_one else rounded


def in_words(block: Block, value: float | None) -> str:
    """Return a number of a block for a reader; a dash where there is none."""
    return "–" if value is None else number(value, block.decimals)


def label_of(edition: Edition, quantity: str) -> tuple[str, str]:
    """Return the heading of the block of a quantity and its own name; as it is stored where an edition has no name."""
    for block in blocks_of(edition):
        for code, label in block.quantities:
            if code == quantity:
                return block.heading, label
    return "", quantity
