"""`recommendations.yaml`, `development-tasks.yaml`, `practice-examples.yaml`, `suggestions.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from questionnaires.schema.base import (
    Content,
    Id,
    ModelNumber,
    RecommendationId,
    SourceLine,
    Sources,
    Text,
    Weight,
    WindowId,
)


class Group(Content):
    """A group heading of chapter 8, in our own words."""

    id: Id
    label: Text
    actor: Literal["professional", "organisatie", "beleid"]
    sources: Sources


class Trigger(Content):
    """What makes a recommendation needed, and how heavily it counts."""

    kind: Literal["feature", "item", "indicator", "dimension"]
    id: Id
    weight: Weight = 1.0


class Recommendation(Content):
    """One of the 30 recommendations of chapter 8, in our own words.

    `line` is its line in the report and settles ties; `step` is the model for which it is instrumental; `first` the
    recommendation that should have come before it.
    """

    id: RecommendationId
    line: Annotated[int, Field(ge=811, le=881)]
    group: Id
    title: Text
    what: Text
    why: Text
    gap: Text  # completes "omdat ... nog onder uw ambitie ligt": what falls short, as a noun phrase
    triggers: Annotated[tuple[Trigger, ...], Field(min_length=1)]
    step: ModelNumber | None = None
    first: str | None = None
    first_step: Text  # something that can be done next week
    works_when: Text  # how you notice that it works
    development_tasks: tuple[int, ...] = ()
    practice_examples: tuple[Id, ...] = ()
    sources: Sources


class RecommendationsFile(Content):
    """`recommendations.yaml`: the eleven groups and thirty recommendations."""

    introduction: Text
    groups: tuple[Group, ...]
    recommendations: tuple[Recommendation, ...]
    sources: Sources


class DevelopmentTask(Content):
    """One of the 13 development tasks of appendix 2, or the free one (14)."""

    number: Annotated[int, Field(ge=1, le=14)]
    window: WindowId | None
    title: Text
    question: Text  # what the municipality works out
    measured_by: tuple[Id, ...]
    sources: tuple[SourceLine, ...]


class DevelopmentTasksFile(Content):
    """`development-tasks.yaml`."""

    introduction: Text
    paths: tuple[Text, ...]  # A:518: strengthen what exists, or build something new
    success_indicators: tuple[Text, ...]  # A:618, 876
    tasks: tuple[DevelopmentTask, ...]
    sources: Sources


class PracticeExample(Content):
    """What one of the municipalities in the report did."""

    id: Id
    title: Text
    place: Text
    what_they_did: Text
    what_it_brought: Text
    sources: Sources


class PracticeExamplesFile(Content):
    """`practice-examples.yaml`."""

    examples: tuple[PracticeExample, ...]


class Suggestion(Content):
    """What the conclusions mention but chapter 8 does not (section 6.5); never counted as a recommendation."""

    id: Id
    title: Text
    what: Text
    sources: Sources


class SuggestionsFile(Content):
    """`suggestions.yaml`."""

    introduction: Text
    suggestions: tuple[Suggestion, ...]
