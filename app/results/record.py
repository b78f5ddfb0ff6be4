"""The frozen record of a result, as it is read back: the result document and the insight beside it, with types.

The names are those of the exchange format (`docs/formats.md`). Reading never scores again; a record that does not have
this shape is refused as a whole.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

WindowName = Literal["inwoner", "professional", "organisatie", "beleid"]


class Frozen(BaseModel):
    """A part of the record: never changed, and without keys that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Dimension(Frozen):
    """A dimension of a shown window; everything but `n` is empty where too few answered."""

    score: float | None
    low: float | None
    high: float | None
    standard_error: float | None
    degrees_of_freedom: int | None
    n: int
    spread: float | None
    agreement: str | None


class ItemCount(Frozen):
    """How many answered a question, how many did not know, and whether that is a signal."""

    n: int
    unknown: int
    unknown_signal: bool


class Group(Frozen):
    """A role group that may be seen."""

    n: int


class WindowPosition(Frozen):
    """A window's own place on the continuum."""

    position: float | None


class ShownWindow(Frozen):
    """A window that reached its minimum."""

    status: Literal["shown"]
    responses: int
    usable: int
    minimum: int
    score: float | None
    dimensions: dict[str, Dimension]
    items: dict[str, ItemCount]
    roles: dict[str, Group]
    rest: int
    continuum: WindowPosition


class WindowBelowMinimum(Frozen):
    """A window of which nothing is shown or used yet."""

    status: Literal["below_minimum"]
    responses: int
    usable: int
    minimum: int
    needed: int


class AbsentWindow(Frozen):
    """A window in which nobody answered."""

    status: Literal["absent"]
    responses: int
    usable: int
    minimum: int


Window = Annotated[ShownWindow | WindowBelowMinimum | AbsentWindow, Field(discriminator="status")]


class FeatureUncertainty(Frozen):
    """The standard error of a feature."""

    standard_error: float | None
    degrees_of_freedom: int | None


class Shortfall(Frozen):
    """A feature that is missing for a model, and how far (0..1)."""

    feature: str
    shortfall: float


class Missing(Frozen):
    """What is missing for a model, heaviest first, and what is not known."""

    model: int
    features: tuple[Shortfall, ...]
    unknown: tuple[str, ...]


class MissingTwice(Frozen):
    """What is missing for the next model and for the ambition."""

    next: Missing | None
    ambition: Missing | None


class Continuum(Frozen):
    """The place on the collaboration continuum and everything that is said with it."""

    features: dict[str, float | None]
    feature_uncertainty: dict[str, FeatureUncertainty | None]
    position: float | None
    low: float | None
    high: float | None
    standard_error: float | None
    degrees_of_freedom: int | None
    nearest: int | None
    runner_up: int | None
    margin: float | None
    residual: float | None
    coverage: float
    similarity: tuple[float, ...] | None
    wording: Literal["typering", "kenmerken", "gemengd beeld"] | None
    core_complete: bool | None
    zone: str | None
    plausible: tuple[int, ...] | None
    certainty: Literal["hoog", "middel", "laag", "onvoldoende"]
    gap_to_ambition: float | None
    missing: MissingTwice
    network: str | None


class LearningOrder(Frozen):
    """One learning order: its score, its interval and its status, with the reason where that is not realised."""

    score: float | None
    low: float | None
    high: float | None
    standard_error: float | None
    degrees_of_freedom: int | None
    status: Literal["gerealiseerd", "in ontwikkeling", "nog niet", "onvoldoende gegevens"]
    reason: str | None


class Learning(Frozen):
    """Indicators, orders and the level reached (0..3)."""

    indicators: dict[str, float | None]
    orders: dict[str, LearningOrder]
    level: int | None
    trend: float | None = Field(alias="lambda")
    paper_learning: bool

    def order(self, number: int) -> LearningOrder:
        """One order by its number 1..3."""
        return self.orders[str(number)]


class Mirror(Frozen):
    """What two windows say about the same subject."""

    code: str
    a: WindowName
    b: WindowName
    a_value: float
    b_value: float
    gap: float
    real: bool


class Pair(Frozen):
    """How far two windows agree over all their shared subjects."""

    a: WindowName
    b: WindowName
    codes: int
    congruence: float | None
    bias: float | None
    label: str | None
    signal: str | None


class Congruence(Frozen):
    """The mirror of the windows."""

    mirrors: tuple[Mirror, ...]
    pairs: tuple[Pair, ...]
    vertical: float | None
    horizontal: float | None


class Steering(Frozen):
    """The place between the four government types."""

    x: float | None
    y: float | None
    dominant: str | None


class Motivation(Frozen):
    """What moves professionals."""

    mean: float | None
    intention: float | None
    bottleneck: Literal["attitude", "norm", "efficacy"] | None


class Lenses(Frozen):
    """The small readings beside the two scales."""

    steering: Steering
    motivation: Motivation


class Advice(Frozen):
    """One ranked recommendation and its grounds."""

    id: str
    rank: int
    priority: float
    need: float
    breadth: float
    agreement: float
    sequence: float
    influence: float
    shown: bool
    discuss_first: bool
    after: str | None
    because: str


class ResultDocument(Frozen):
    """The result in the exchange format."""

    edition: str
    method: str
    ambition: int | None
    windows: dict[WindowName, Window]
    continuum: Continuum
    learning: Learning
    congruence: Congruence
    lenses: Lenses
    advice: tuple[Advice, ...]


class ItemInsight(Frozen):
    """What may be shown of one question; `mean` is 0..100."""

    mean: float | None
    n: int
    distribution: tuple[int, ...] | None


class IndicatorInsight(Frozen):
    """What may be shown of one learning indicator in one window."""

    mean: float | None
    n: int


class ModelChoice(Frozen):
    """The middle one of the models that were chosen, and how many chose."""

    model: int
    n: int


class BarrierInsight(Frozen):
    """Which barriers were named, most often first; `counts` only with enough answers."""

    n: int
    order: tuple[str, ...]
    counts: dict[str, int] | None


class WindowInsight(Frozen):
    """What may be shown of the answers of one window; `groups` is role -> dimension -> score, where it may be given."""

    basis: Literal["individual", "team"]
    items: dict[str, ItemInsight]
    indicators: dict[str, IndicatorInsight]
    portrait: ModelChoice | None
    barriers: BarrierInsight | None
    groups: dict[str, dict[str, float]] | None = None


class GapUncertainty(Frozen):
    """How certain the gap between two windows is."""

    code: str
    a: WindowName
    b: WindowName
    standard_error: float
    degrees_of_freedom: int


class KnownUncertainty(Frozen):
    """A standard error and its degrees of freedom."""

    standard_error: float
    degrees_of_freedom: int


class CongruenceUncertainty(Frozen):
    """How certain the gaps and the horizontal congruence are."""

    gaps: tuple[GapUncertainty, ...]
    horizontal: KnownUncertainty | None


class Insight(Frozen):
    """What may be shown beside the result; only shown windows are in it. Older records have no `congruence`."""

    windows: dict[WindowName, WindowInsight]
    ambition_proposal: ModelChoice | None
    congruence: CongruenceUncertainty | None = None


class Record(Frozen):
    """One frozen result."""

    result: ResultDocument
    insight: Insight


def read_record(record: dict[str, Any]) -> Record:
    """Read a record back; raises `pydantic.ValidationError` when it does not have the shape of a result."""
    return Record.model_validate(record)
