"""`comparability.yaml`: with which earlier editions measurements may be compared, and what of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from questionnaires.schema.base import Content, EditionId, Id, RecommendationId, Text, WindowId

OrderNumber = Annotated[str, StringConstraints(pattern=r"^[123]$")]
Reasons = dict[Id, Text]
Names = dict[Id, Id]
Kind = Literal["dimensions", "items", "features", "indicators", "mirrors", "recommendations", "barriers"]
"""What has an id that results refer to."""


class Renamed(Content):
    """What has another id now: earlier id -> id in this edition; `roles` per window."""

    dimensions: Names = Field(default_factory=dict)
    items: Names = Field(default_factory=dict)
    features: Names = Field(default_factory=dict)
    indicators: Names = Field(default_factory=dict)
    mirrors: Names = Field(default_factory=dict)
    recommendations: dict[RecommendationId, RecommendationId] = Field(default_factory=dict)
    barriers: Names = Field(default_factory=dict)
    roles: dict[WindowId, Names] = Field(default_factory=dict)


class Judged(Content):
    """What differs from the earlier edition: id in this edition -> the reason, for readers, why it (still) does so."""

    dimensions: Reasons = Field(default_factory=dict)
    items: Reasons = Field(default_factory=dict)
    features: Reasons = Field(default_factory=dict)
    indicators: Reasons = Field(default_factory=dict)
    mirrors: Reasons = Field(default_factory=dict)
    recommendations: dict[RecommendationId, Text] = Field(default_factory=dict)
    barriers: Reasons = Field(default_factory=dict)
    orders: dict[OrderNumber, Text] = Field(default_factory=dict)
    position: Text | None = None


class EarlierEdition(Content):
    """One earlier edition. What is not mentioned and stands in both under the same id is comparable."""

    edition: EditionId
    renamed: Renamed = Renamed()
    still_comparable: Judged = Judged()
    not_comparable: Judged = Judged()


class ComparabilityFile(Content):
    """`comparability.yaml`: every earlier edition with which this one may be compared; without it there is none."""

    earlier_editions: Annotated[tuple[EarlierEdition, ...], Field(min_length=1)]
