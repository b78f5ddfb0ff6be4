"""`windows/<window>/`: the pages of a window, its dimensions and their questions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from questionnaires.schema.answers import Anchors
from questionnaires.schema.base import Content, ContextFormat, Id, ScoredFormat, Sources, Text, WindowId

KNOWN_FIRST = 3
"""How many sentences of who sees what a start page shows at once; the rest unfolds."""


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
