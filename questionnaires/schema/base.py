"""What all content has in common: the kinds of text and number, and a model that never changes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=False)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
SourceLine = Annotated[str, StringConstraints(pattern=r"^[AB]:\d+(-\d+)?$")]
Sources = Annotated[tuple[SourceLine, ...], Field(min_length=1)]
EditionId = Annotated[str, StringConstraints(pattern=r"^[a-z-]+/\d{4}\.\d+$")]
RecommendationId = Annotated[str, StringConstraints(pattern=r"^R\d{2}$")]
WindowId = Literal["inwoner", "professional", "organisatie", "beleid"]
ModelNumber = Annotated[int, Field(ge=1, le=7)]
UnitValue = Annotated[float, Field(ge=0, le=1)]
Weight = Annotated[float, Field(gt=0, le=1)]
ScoredFormat = Literal["bars5", "freq4", "eens5"]
ContextFormat = Literal["keuze7", "check"]


class Content(BaseModel):
    """What all content has in common: it never changes after loading and holds no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)
