"""`continuum.yaml`: models, features with matrix E, weights and all words about the position."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from questionnaires.schema.base import Content, Id, ModelNumber, Sources, Text, UnitValue, Weight, WindowId

Row = tuple[UnitValue, UnitValue, UnitValue, UnitValue, UnitValue, UnitValue, UnitValue]
Evidence = Literal["T", "TB", "B", "R", "i"]


class Model(Content):
    """One of the seven models of interprofessional collaboration (A:245-251)."""

    number: ModelNumber
    id: Id
    label: Text
    summary: Text  # one sentence
    description: Text  # what you would see if you walked in
    when_it_fits: Text  # for which questions this intensity is functional
    core_features: tuple[Id, ...]
    sources: Sources


class FeatureContent(Content):
    """One of the 15 features: its weight and its expected level in each of the seven models (row of matrix E)."""

    id: Id
    label: Text
    description: Text
    component: Literal["visie", "structuur", "proces", "uitkomst"]
    weight: Weight
    expected: Row
    evidence: tuple[Evidence, Evidence, Evidence, Evidence, Evidence, Evidence, Evidence]
    sources: Sources


class Zone(Content):
    """A zone of the continuum: positions from `from_position` up to the next zone."""

    id: Id
    label: Text
    from_position: Annotated[float, Field(ge=1, le=7)]
    description: Text


class Wording(Content):
    """How firmly the headline speaks. `{model}` is replaced by the name of the model."""

    id: Literal["typering", "kenmerken", "gemengd_beeld", "onvoldoende"]
    headline: Text
    explanation: Text


class NetworkLabel(Content):
    """The reading of A:728-734: own goals, on the way, one goal."""

    id: Literal["eigen_doelen", "op_weg", "een_doel"]
    value: Text  # the value in the result format
    label: Text
    explanation: Text


class CertaintyText(Content):
    """What a certainty label means, in words."""

    id: Literal["hoog", "middel", "laag", "onvoldoende"]
    explanation: Text


class ContinuumFile(Content):
    """`continuum.yaml`: models, features with matrix E, weights and all words about the position."""

    introduction: Text
    caveat: Text  # higher is not always better (A:253); stands with every position
    above_ambition: Text
    ambition_guidance: tuple[Text, ...]
    models: tuple[Model, ...]
    features: tuple[FeatureContent, ...]
    window_weights: dict[WindowId, Weight]
    zones: tuple[Zone, ...]
    wordings: tuple[Wording, ...]
    certainties: tuple[CertaintyText, ...]
    network: tuple[NetworkLabel, ...]
    sources: Sources
