"""`learning-orders.yaml`: orders, indicators, weights and words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from questionnaires.schema.base import Content, Id, Sources, Text, Weight, WindowId


class IndicatorContent(Content):
    """One of the 11 learning indicators and what counts as evidence for it."""

    id: Id
    label: Text
    description: Text
    evidence: Text
    sources: Sources


class LearningOrder(Content):
    """One of Boonstra's three learning orders, as the report uses them (A:742-747)."""

    number: Annotated[int, Field(ge=1, le=3)]
    label: Text
    summary: Text
    description: Text
    what_helps: Text
    indicators: tuple[IndicatorContent, ...]
    sources: Sources


class LearningStatusText(Content):
    """What a status of a learning order means, in words."""

    id: Literal["gerealiseerd", "in_ontwikkeling", "nog_niet", "onvoldoende_gegevens"]
    value: Text
    explanation: Text


class LearningReasonText(Content):
    """Why an order that scores 60 or more is still not realised."""

    id: Literal["R2", "R4"]
    explanation: Text


class LearningOrdersFile(Content):
    """`learning-orders.yaml`: orders, indicators, weights and words."""

    introduction: Text
    paper_learning: Text
    orders: tuple[LearningOrder, ...]
    statuses: tuple[LearningStatusText, ...]
    reasons: tuple[LearningReasonText, ...]
    window_weights: dict[WindowId, Weight]
    sources: Sources
