"""Collaborations beside each other, for who may read their results."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import Field

from app.api.dependencies import TokenAsker
from app.api.models import Day, Given, Sent
from app.collaborations.kinds import Kind
from app.comparison.beside.document import comparison_document
from app.comparison.beside.noting import note_reading
from app.comparison.beside.service import NothingChosenError, lay_beside, reader_of
from app.comparison.beside.wanted import LONGEST_TEXT, MOST_CHOSEN, Wanted
from app.db import ReadSession
from app.models import LARGEST_ID
from app.web.dependencies import AllEditions

router = APIRouter(prefix="/vergelijking", tags=["Uitslagen"])


class VergelijkingFilter(Sent):
    """Which collaborations somebody wants beside each other."""

    samenwerking: list[Annotated[int, Field(ge=1, le=LARGEST_ID)]] = Field(
        default=[],
        max_length=MOST_CHOSEN,
        description="Het nummer van een samenwerking; mag vaker. Zonder: alle die passen.",
    )
    soort: Kind | None = Field(default=None, description="Alleen samenwerkingen van deze soort.")
    grootte: int | None = Field(
        default=None, ge=1, le=5, description="Alleen gemeenten van deze grootte, 1 tot en met 5."
    )
    provincie: str | None = Field(default=None, max_length=100, description="Alleen gemeenten in deze provincie.")
    vanaf: Day | None = Field(default=None, description="Alleen scans die op deze dag of later zijn gesloten.")
    tot: Day | None = Field(default=None, description="Alleen scans die op deze dag of eerder zijn gesloten.")
    zoek: str = Field(default="", max_length=LONGEST_TEXT, description="Woorden uit naam, gemeente of doelgroep.")
    alias: bool = Field(default=False, description="`true` vervangt de namen door letters.")


class Vergelijking(Given):
    """A comparison in the exchange format; its names are those of that format."""

    edition: str | None = Field(description="De editie van de vragen; leeg waar niets naast elkaar ligt.")
    aliased: bool
    attribution: str
    disclaimer: str
    collaborations: list[dict[str, Any]] = Field(description="Op volgorde van naam of alias, nooit van een getal.")
    omitted: list[dict[str, Any]] = Field(description="Wat niet te vergelijken is, en waarom.")
    differences: list[dict[str, Any]] = Field(description="Twee aan twee, bij hoogstens zes samenwerkingen.")
    lessons: list[dict[str, Any]] = Field(description="Wat mist voor de eigen ambitie, en wie daarin verder is.")


@router.get(
    "",
    summary="Samenwerkingen naast elkaar",
    description="Van elke samenwerking waarvan u de uitslag mag lezen de laatste gesloten scan, in het "
    "uitwisselformaat. Geen ranglijst: de volgorde is die van de namen. Wat niet van u is, staat er niet bij.",
)
def get_vergelijking(
    request: Request,
    session: ReadSession,
    editions: AllEditions,
    asker: TokenAsker,
    wanted: Annotated[VergelijkingFilter, Query()],
) -> Vergelijking:
    """Collaborations beside each other; nothing where nothing may be read."""
    try:
        found, read = lay_beside(session, editions, request.app.state.keys, reader_of(asker), _wanted(wanted))
    except NothingChosenError:
        edition = request.app.state.current_edition.file
        nothing: dict[str, Any] = {"collaborations": [], "omitted": [], "differences": [], "lessons": []}
        source = {"attribution": edition.attribution, "disclaimer": edition.disclaimer}
        return Vergelijking(edition=None, aliased=wanted.alias, **source, **nothing)
    note_reading(request.app.state.engine, session, asker, read)
    return Vergelijking(**comparison_document(found))


def _wanted(sent: VergelijkingFilter) -> Wanted:
    return Wanted(
        chosen=tuple(sorted(set(sent.samenwerking))),
        everything=not sent.samenwerking,
        kind=sent.soort,
        size_class=sent.grootte,
        province=sent.provincie,
        closed_from=sent.vanaf,
        closed_until=sent.tot,
        text=sent.zoek,
        aliased=sent.alias,
    )
