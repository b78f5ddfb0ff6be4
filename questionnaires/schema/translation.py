"""`translations/<language>/inwoner.yaml`: what residents read, in another language than Dutch.

A translation holds texts only. What a question is, which answers it has and what they count for stays what the edition
says; the file names each text by the place that it has there.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from questionnaires.schema.base import Content, Id, RecommendationId, Text
from questionnaires.schema.windows import Page, StartPage

LanguageCode = Literal["en", "ar", "tr", "pl", "uk"]
"""The languages for which the service has words of its own, for buttons and messages, besides Dutch."""
Version = Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)*$")]


class CommentWords(Content):
    """The words around the optional comment."""

    label: Text
    help: Text


class WindowWords(Content):
    """The pages of the window: what `window.yaml` says to whoever answers."""

    start: StartPage
    role_question: Text
    role_help: Text | None = None
    comment: CommentWords
    check: Page
    thanks: Page


class ScaleWords(Content):
    """The answers of the shared scale, low to high, and the two answers that carry no value."""

    freq4: tuple[Text, ...]
    unknown: Text
    not_applicable: Text


class DimensionWords(Content):
    """What stands above the questions of one dimension."""

    label: Text
    introduction: Text


class ItemWords(Content):
    """One question, as asked of a resident and of somebody who answers for others."""

    text: Text
    text_representative: Text | None = None
    help: Text | None = None


class ModelWords(Content):
    """What the summary after closing says of one of the seven models."""

    label: Text
    summary: Text


class SummaryWords(Content):
    """What the summary after closing takes from the content, for whoever answered."""

    models: dict[str, ModelWords]  # by the number of the model
    subjects: dict[Id, Text]
    recommendations: dict[RecommendationId, Text]
    disclaimer: Text


class InvitationWords(Content):
    """What tells somebody who reads no Dutch that they can take part; stands beside the Dutch invitation."""

    title: Text  # a heading
    text: Text  # in a letter or e-mail; the link follows
    scan: Text  # on the poster, beside the QR code


class TranslationFile(Content):
    """`translations/<language>/inwoner.yaml`: every text that residents read, in one other language.

    A `draft` is off until a municipality says that a native speaker read exactly this text and stands for it.
    """

    language: LanguageCode
    version: Version
    status: Literal["draft", "ready"]
    window: WindowWords
    roles: dict[Id, Text]
    scales: ScaleWords
    dimensions: Annotated[dict[Id, DimensionWords], Field(min_length=1)]
    items: Annotated[dict[Id, ItemWords], Field(min_length=1)]
    summary: SummaryWords
    invitation: InvitationWords
