"""`edition.yaml`: what an edition is, on what it stands and in which order everything is asked."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from questionnaires.schema.base import Content, EditionId, Id, Text, WindowId


class Source(Content):
    """A document that the edition stands on; `A:nnn` in a `sources` list is line nnn of the source with key A."""

    key: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    title: Text
    reference: Text
    note: Text
    lines: Annotated[int, Field(ge=1)]  # how many lines the text version has


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

    id: EditionId
    title: Text
    method: Annotated[str, StringConstraints(pattern=r"^mm-\d+\.\d+$")]
    language: Literal["nl"]
    description: Text
    attribution: Text
    disclaimer: Text
    sources: tuple[Source, ...]
    windows: tuple[WindowOrder, ...]
    themes: tuple[Theme, ...]
