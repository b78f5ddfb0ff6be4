"""What goes into the scoring: the instrument, as far as numbers need it, and the responses.

All types are frozen. Windows, dimensions, items, features and indicators are known by the ids of the content; the
scoring knows no text except the few words that an advice sentence is made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Answer = float | int | str | tuple[str, ...]
"""One answer: an option's value, "wn", "nvt", a model 1..7, or the chosen entries of a checklist."""

UNKNOWN, NOT_APPLICABLE = "wn", "nvt"
MODELS = range(1, 8)


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `options` are the values that may be answered; an unscored item has a `kind` of its own."""

    id: str
    window: str
    kind: Literal["scored", "model", "checklist"]
    dimension: str | None = None
    options: tuple[float, ...] = ()
    choices: tuple[str, ...] = ()
    at_most: int = 0
    feature: str | None = None
    indicator: str | None = None
    not_applicable: bool = False
    purpose: str | None = None

    @property
    def answer_tolerance(self) -> float:
        """How far an answer may lie from its option: thirds cannot be written exactly, other options can (ruling 2)."""
        return 0.0 if all((4 * option).is_integer() for option in self.options) else 1e-6


@dataclass(frozen=True, slots=True)
class Window:
    """One window: its role groups, its dimensions and its items, each in the order of the content."""

    id: str
    roles: tuple[str, ...]
    dimensions: tuple[str, ...]
    items: tuple[Item, ...]

    def scored_items(self) -> tuple[Item, ...]:
        """The items that count for scores."""
        return tuple(item for item in self.items if item.kind == "scored")


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of collaboration: its weight and its expected level (0..1) in models 1 to 7, never falling."""

    id: str
    weight: float
    expected: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """One learning order and its indicators."""

    number: int
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mirror:
    """A subject asked in several windows: window -> item."""

    code: str
    items: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two windows whose congruence is reported; `b` is further from the resident. `signal` is given from bias +15."""

    a: str
    b: str
    signal: str | None


@dataclass(frozen=True, slots=True)
class Steering:
    """The dimension and the four items of the government types."""

    dimension: str
    rechtmatig: str
    presterend: str
    samenwerkend: str
    responsief: str

    def items(self) -> tuple[str, str, str, str]:
        """The four items in the order r, p, s, e of section 5.9."""
        return (self.rechtmatig, self.presterend, self.samenwerkend, self.responsief)


@dataclass(frozen=True, slots=True)
class Motivation:
    """The dimension and the four items of the theory of planned behaviour."""

    dimension: str
    attitude: str
    norm: str
    efficacy: str
    intention: str


@dataclass(frozen=True, slots=True)
class Network:
    """What the network label looks at: a feature, a dimension and an item of policy makers."""

    feature: str
    dimension: str
    item: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """What makes a recommendation needed, with its weight."""

    kind: Literal["feature", "item", "indicator", "dimension"]
    id: str
    weight: float


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation: `line` settles ties, `step` is the model it is instrumental for, `first` its prerequisite."""

    id: str
    line: int
    group: str
    actor: str
    title: str
    gap: str
    triggers: tuple[Trigger, ...]
    step: int | None = None
    first: str | None = None


@dataclass(frozen=True)
class Instrument:
    """Everything of an edition that scoring needs; made from the content by `questionnaires.instrument`."""

    edition: str
    method: str
    windows: tuple[Window, ...]
    features: tuple[Feature, ...]
    core_features: Mapping[int, tuple[str, ...]]
    feature_window_weights: Mapping[str, float]
    orders: tuple[Order, ...]
    learning_window_weights: Mapping[str, float]
    mirrors: tuple[Mirror, ...]
    pairs: tuple[Pair, ...]
    horizontal_items: tuple[str, ...]
    steering: Steering
    motivation: Motivation
    network: Network
    recommendations: tuple[Recommendation, ...]

    def window(self, window_id: str) -> Window:
        """The window with this id; raises `KeyError` when there is none."""
        return self._windows[window_id]

    def item(self, item_id: str) -> Item:
        """The item with this id; raises `KeyError` when there is none."""
        return self._items[item_id]

    @cached_property
    def _windows(self) -> dict[str, Window]:
        return {window.id: window for window in self.windows}

    @cached_property
    def _items(self) -> dict[str, Item]:
        return {item.id: item for window in self.windows for item in window.items}


@dataclass(frozen=True, slots=True)
class Response:
    """One questionnaire as it came in; `participants` above 1 marks a team form; `answers` lacks what was left out."""

    window: str
    role: str
    answers: Mapping[str, Answer]
    participants: int = 1


@dataclass(frozen=True, slots=True)
class Scan:
    """A scan ready to be scored: responses, the ambition (a model 1..7 or none) and the minimum per window."""

    responses: tuple[Response, ...]
    ambition: int | None
    minimum: Mapping[str, int]
