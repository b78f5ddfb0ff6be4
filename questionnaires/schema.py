"""The shape of an edition: one Pydantic model per kind of content file.

Shape only: which keys exist and what type they have. What the keys must *mean* together (references that exist,
weights that add up, language rules) is in `checks.py`. Every model is frozen and refuses unknown keys, so that a typing
error in a content file is found when it is made and not in a meeting.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=False)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
SourceLine = Annotated[str, StringConstraints(pattern=r"^[AB]:\d+(-\d+)?$")]
Sources = Annotated[tuple[SourceLine, ...], Field(min_length=1)]
WindowId = Literal["inwoner", "professional", "organisatie", "beleid"]
ModelNumber = Annotated[int, Field(ge=1, le=7)]
UnitValue = Annotated[float, Field(ge=0, le=1)]
Weight = Annotated[float, Field(gt=0, le=1)]
ScoredFormat = Literal["bars5", "freq4", "eens5"]
ContextFormat = Literal["keuze7", "check"]


class Content(BaseModel):
    """What all content has in common: it never changes after loading and holds no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=False)


# --- edition.yaml -----------------------------------------------------------------------------------------------------


class Source(Content):
    """A document that the edition stands on; `A:nnn` in a `sources` list is line nnn of the source with key A."""

    key: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    title: Text
    reference: Text
    note: Text
    lines: Annotated[int, Field(ge=1)] | None = None  # how many lines the text version has


class WindowOrder(Content):
    """One window and its dimensions in the order in which they are asked."""

    id: WindowId
    dimensions: Annotated[tuple[Id, ...], Field(min_length=1)]


class Theme(Content):
    """A row of the heat map: dimensions of several windows that are about the same subject (a display aid)."""

    id: Id
    label: Text
    description: Text
    dimensions: dict[WindowId, tuple[Id, ...]]


class EditionFile(Content):
    """`edition.yaml`: what the edition is, on what it stands and in which order everything is asked."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z-]+/\d{4}\.\d+$")]
    title: Text
    method: Annotated[str, StringConstraints(pattern=r"^mm-\d+\.\d+$")]
    language: Literal["nl"]
    description: Text
    attribution: Text
    disclaimer: Text
    sources: tuple[Source, ...]
    windows: tuple[WindowOrder, ...]
    themes: tuple[Theme, ...]


# --- roles.yaml, scales.yaml, anchors.yaml, portraits.yaml, barriers.yaml ---------------------------------------------


class Role(Content):
    """A role group inside a window; the order in the file is the order of section 5.2 of the model."""

    id: Id
    label: Text


class RolesFile(Content):
    """`roles.yaml`: the fixed role groups per window."""

    roles: dict[WindowId, tuple[Role, ...]]


class Option(Content):
    """One answer option of a shared scale: its value in [0, 1] and its words."""

    value: UnitValue
    label: Text


class Scale(Content):
    """A shared answer scale, for formats whose options are the same for every question."""

    id: ScoredFormat
    options: tuple[Option, ...]


class ScalesFile(Content):
    """`scales.yaml`: the shared scales and the words for "weet ik niet" and "niet van toepassing" per window."""

    scales: tuple[Scale, ...]
    bars5_values: tuple[UnitValue, UnitValue, UnitValue, UnitValue, UnitValue]
    unknown: dict[WindowId, Text]
    not_applicable: Text
    not_applicable_windows: tuple[WindowId, ...]


Anchors = tuple[Text, Text, Text, Text, Text]


class AnchorSet(Content):
    """Five observable situations, low to high, shared by the questions of several windows about one subject."""

    id: Id
    label: Text
    sources: Sources
    anchors: Anchors


class AnchorsFile(Content):
    """`anchors.yaml`: the behavioural anchors that more than one question uses."""

    anchor_sets: tuple[AnchorSet, ...]


class Portrait(Content):
    """A short picture of one of the seven models, without naming it (section 8.5)."""

    model: ModelNumber
    text: Text


class PortraitsFile(Content):
    """`portraits.yaml`: seven portraits, shown in random order."""

    portraits: tuple[Portrait, ...]


class Barrier(Content):
    """One barrier of the checklist (conclusions 1 and 2 of the report)."""

    id: Id
    label: Text
    explanation: Text
    sources: Sources


class BarriersFile(Content):
    """`barriers.yaml`: the checklist and how many may be chosen."""

    at_most: Annotated[int, Field(ge=1)]
    barriers: tuple[Barrier, ...]


# --- windows/<window>/window.yaml and windows/<window>/<dimension>.yaml -----------------------------------------------


class Page(Content):
    """A page of running text: a title and paragraphs."""

    title: Text
    paragraphs: Annotated[tuple[Text, ...], Field(min_length=1)]


class StartPage(Content):
    """What a respondent reads before the first question; the service adds the scope, the minimum and the dates."""

    title: Text
    lead: Text
    purpose: Text
    who_sees_what: Annotated[tuple[Text, ...], Field(min_length=1)]
    voluntary: Text
    duration: Text
    contact: Text
    confirmation: Text | None = None  # what the respondent confirms where answers are shown per function
    begin: Text  # words on the button


class CommentPrompt(Content):
    """The optional comment that goes with each dimension."""

    label: Text
    help: Text
    max_length: Annotated[int, Field(ge=100, le=2000)]


class ContextItem(Content):
    """A question that is asked but not scored: portrait, ambition or barriers."""

    id: Id
    format: ContextFormat
    purpose: Literal["portrait", "ambition", "barriers"]
    text: Text
    help: Text | None = None
    reason_label: Text | None = None  # the ambition asks for a reason in words
    sources: Sources


class WindowFile(Content):
    """`windows/<window>/window.yaml`: everything of a window that is not a dimension."""

    id: WindowId
    label: Text
    short_label: Text
    description: Text
    audience: Text
    minutes: Annotated[int, Field(ge=1, le=20)]
    sources: Sources
    start: StartPage
    role_question: Text
    role_help: Text | None = None
    comment: CommentPrompt
    context_items: tuple[ContextItem, ...] = ()
    team_form: Page | None = None  # what a group that answers together reads (residents: none)
    check: Page
    thanks: Page


class Item(Content):
    """One scored question.

    A `bars5` item has five anchors of its own (`anchors`) or names a shared set (`anchors_from`); `freq4` and `eens5`
    have neither. `feature`, `indicator` and `mirror` say what it feeds besides its own dimension (sections 3, 4, 5.7).
    """

    id: Id
    format: ScoredFormat
    text: Text
    text_representative: Text | None = None  # residents: the same question to somebody who answers for others
    help: Text | None = None
    anchors: Anchors | None = None
    anchors_from: Id | None = None
    feature: Id | None = None
    indicator: Id | None = None
    mirror: Id | None = None
    sources: Sources


class DimensionFile(Content):
    """`windows/<window>/<dimension>.yaml`: what a respondent sees on one screen is what an author sees in one file."""

    id: Id
    label: Text
    definition: Text
    introduction: Text
    low: Text
    high: Text
    counterparts: tuple[Id, ...] = ()
    sources: Sources
    items: Annotated[tuple[Item, ...], Field(min_length=1)]


# --- continuum.yaml ---------------------------------------------------------------------------------------------------

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


# --- learning-orders.yaml ---------------------------------------------------------------------------------------------


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


# --- mirrors.yaml, lenses.yaml ----------------------------------------------------------------------------------------


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


# --- recommendations.yaml, development-tasks.yaml, practice-examples.yaml, suggestions.yaml ---------------------------


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

    id: Annotated[str, StringConstraints(pattern=r"^R\d{2}$")]
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
