"""`roles.yaml`, `scales.yaml`, `anchors.yaml`, `portraits.yaml`, `barriers.yaml`: what can be answered."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from questionnaires.schema.base import Content, Id, ModelNumber, ScoredFormat, Sources, Text, UnitValue, WindowId


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
