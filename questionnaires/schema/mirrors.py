"""`mirrors.yaml` and `lenses.yaml`: what several windows are asked, and the small readings beside the two scales."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from questionnaires.schema.base import Content, Id, Sources, Text, WindowId


class Mirror(Content):
    """A subject that is asked in more than one window with parallel content; which items carry it."""

    code: Id
    label: Text
    question: Text  # the subject as a question for the dialogue
    items: dict[WindowId, Id]


class Pair(Content):
    """Two windows whose congruence is reported; `b` is the one further from the resident."""

    a: WindowId
    b: WindowId
    label: Text
    signal: Text | None = None  # the label of the signal when b scores 15 or more above a
    signal_explanation: Text | None = None


class CongruenceLabel(Content):
    """A label of the congruence index: it holds from `from_score` up to the next."""

    id: Literal["congruent", "deels", "kloof"]
    from_score: Annotated[float, Field(ge=0, le=100)]
    explanation: Text


class MirrorsFile(Content):
    """`mirrors.yaml`: mirrored subjects, pairs of windows and horizontal quantities (section 5.7)."""

    introduction: Text
    vertical: Text
    horizontal: Text
    parallel_dependency: Text
    mirrors: tuple[Mirror, ...]
    pairs: tuple[Pair, ...]
    horizontal_items: tuple[Id, ...]
    labels: tuple[CongruenceLabel, ...]
    sources: Sources


class GovernmentType(Content):
    """One of the four government types (A:694); `item` measures its strength."""

    id: Literal["rechtmatig", "presterend", "samenwerkend", "responsief"]
    label: Text
    item: Id
    description: Text
    when_dominant: Text


class SteeringLens(Content):
    """The four government types and their two axes (section 5.9)."""

    dimension: Id
    introduction: Text
    x_low: Text
    x_high: Text
    y_low: Text
    y_high: Text
    types: tuple[GovernmentType, ...]
    layered: Text
    sources: Sources


class Driver(Content):
    """One driver of behaviour (B:52-54) and what to do when it is the bottleneck."""

    id: Literal["attitude", "norm", "efficacy", "intention"]
    label: Text
    item: Id
    description: Text
    when_bottleneck: Text | None = None


class MotivationLens(Content):
    """The theory of planned behaviour, read from four items (section 5.10)."""

    dimension: Id
    introduction: Text
    drivers: tuple[Driver, ...]
    sources: Sources


class NetworkLens(Content):
    """What the network label looks at besides the feature `doel` (section 3.8)."""

    feature: Id
    dimension: Id
    item: Id
    introduction: Text
    sources: Sources


class LensesFile(Content):
    """`lenses.yaml`: the small readings beside the two scales."""

    steering: SteeringLens
    motivation: MotivationLens
    network: NetworkLens
