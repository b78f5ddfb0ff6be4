"""Groups of municipalities and their figures, for who takes part or manages one. The gate is that of the pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Path
from pydantic import Field

from app.api.dependencies import ReadingDesk
from app.api.models import Given
from app.api.municipalities import Gemeente, municipality_given
from app.comparison.groups.access import groups_of, opened
from app.comparison.groups.figures import visible_figures
from app.models import LARGEST_ID

if TYPE_CHECKING:
    from app.comparison.groups.access import OpenGroup
    from app.comparison.groups.figures import Figure

router = APIRouter(prefix="/groepen", tags=["Groepen"])

GroupId = Annotated[int, Path(alias="id", ge=1, le=LARGEST_ID, description="Het nummer van de groep.")]


class Groep(Given):
    """A group."""

    id: int
    naam: str
    omschrijving: str
    soort: str = Field(description="De soort samenwerking die wordt vergeleken.")
    gemeenten: list[Gemeente] = Field(description="Wie meedoet.")


class Groepen(Given):
    """Some groups."""

    groepen: list[Groep]


class Groepscijfer(Given):
    """The figures of one quantity in one part of a group."""

    onderdeel: str = Field(description="Bijvoorbeeld `positie`, `leerorde/2` of `dimensie/pro_samen`.")
    deel: str = Field(description="Leeg voor de hele groep, of bijvoorbeeld `provincie:Utrecht`.")
    gemeenten: int = Field(description="Van hoeveel gemeenten; nooit minder dan acht.")
    laag: float = Field(description="Een kwart van de gemeenten ligt hieronder.")
    mediaan: float
    hoog: float = Field(description="Een kwart van de gemeenten ligt hierboven.")


class GroepMetCijfers(Groep):
    """A group with what the asker may see of its figures."""

    gemaakt_op: date | None = Field(description="Van welke dag de cijfers zijn; leeg als er geen zijn.")
    editie: str | None
    cijfers: list[Groepscijfer]


@router.get("", summary="Groepen tonen", description="De groepen waarin uw gemeente meedoet, of die u beheert.")
def list_groepen(desk: ReadingDesk) -> Groepen:
    """The groups of the asker."""
    return Groepen(groepen=[Groep(**_about(found)) for found in groups_of(desk.session, desk.asker)])


@router.get("/{id}", summary="Eén groep met haar cijfers", description="Cijfers zijn er vanaf acht gemeenten.")
def get_groep(desk: ReadingDesk, group_id: GroupId) -> GroepMetCijfers:
    """One group with its figures."""
    found = opened(desk.session, desk.asker, group_id)
    visible = visible_figures(desk.session, desk.asker, found.group)
    return GroepMetCijfers(
        **_about(found),
        gemaakt_op=visible.made_on if visible.figures else None,
        editie=visible.edition if visible.figures else None,
        cijfers=[_given(one) for one in visible.figures],
    )


def _about(found: OpenGroup) -> dict[str, Any]:
    return {
        "id": found.id,
        "naam": found.group.name,
        "omschrijving": found.group.description,
        "soort": found.group.kind,
        "gemeenten": [municipality_given(one.municipality) for one in found.members],
    }


def _given(one: Figure) -> Groepscijfer:
    return Groepscijfer(
        onderdeel=one.quantity,
        deel=one.part,
        gemeenten=one.of,
        laag=one.figures.low,
        mediaan=one.figures.median,
        hoog=one.figures.high,
    )
