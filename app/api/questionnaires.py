"""Questionnaires: the editions, and everything of one window that a program needs to show it. No token is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Path, Response

from app.api.municipalities import FOR_AN_HOUR
from app.api.questionnaire_models import (
    Bladzijde,
    ContextVraag,
    Dimensie,
    Keuze,
    Kind,
    OpmerkingVraag,
    Optie,
    Rol,
    Start,
    VensterKort,
    VensterVragenlijst,
    Vraag,
    Vragenlijst,
    Vragenlijsten,
    ZonderWaarde,
)
from app.web.dependencies import AllEditions, CurrentEdition
from app.web.errors import not_found
from questionnaires import Edition, WindowId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questionnaires import ContextItem, DimensionFile, WindowFile

router = APIRouter(prefix="/vragenlijsten", tags=["Vragenlijsten"])

KINDS: dict[str, Kind] = {"portrait": "portret", "ambition": "ambitie", "barriers": "belemmeringen"}


def _edition(
    editions: AllEditions,
    name: Annotated[str, Path(alias="naam", description="De naam van de vragenlijst.")],
    version: Annotated[str, Path(alias="versie", description="De versie, zoals `2026.1`.")],
) -> Edition:
    if (found := editions.get(f"{name}/{version}")) is None:
        raise not_found()
    return found


OneEdition = Annotated[Edition, Depends(_edition)]
WindowName = Annotated[WindowId, Path(alias="venster", description="Het venster.")]


@router.get("", summary="Alle vragenlijsten", description="Alle edities, de oudste eerst. Een editie verandert nooit.")
def list_vragenlijsten(editions: AllEditions, current: CurrentEdition, response: Response) -> Vragenlijsten:
    """All editions."""
    response.headers["Cache-Control"] = FOR_AN_HOUR
    return Vragenlijsten(vragenlijsten=[_given(edition, current) for edition in editions.values()])


@router.get("/{naam}/{versie}", summary="Eén vragenlijst", description="Een editie met haar vier vensters in het kort.")
def get_vragenlijst(edition: OneEdition, current: CurrentEdition, response: Response) -> Vragenlijst:
    """One edition."""
    response.headers["Cache-Control"] = FOR_AN_HOUR
    return _given(edition, current)


@router.get(
    "/{naam}/{versie}/vensters/{venster}",
    summary="De vragenlijst van één venster",
    description="Alle teksten, vragen en antwoorden om deze vragenlijst te tonen. Teksten kunnen `*nadruk*` bevatten.",
)
def get_venster(edition: OneEdition, window: WindowName, response: Response) -> VensterVragenlijst:
    """The questionnaire of one window."""
    response.headers["Cache-Control"] = FOR_AN_HOUR
    content = edition.windows[window]
    team = content.team_form
    return VensterVragenlijst(
        **_short(content).model_dump(),
        editie=edition.id,
        start=_start(content),
        rolvraag=content.role_question,
        rolhulp=content.role_help,
        rollen=[Rol(id=role.id, label=role.label) for role in edition.roles.roles[window]],
        dimensies=[_dimension(edition, dimension) for dimension in edition.dimensions_of(window)],
        zonder_waarde=_without_value(edition, window),
        contextvragen=[_context_question(edition, item) for item in content.context_items],
        opmerking=OpmerkingVraag(
            label=content.comment.label, hulp=content.comment.help, hoogstens=content.comment.max_length
        ),
        teamformulier=_page(team.title, team.paragraphs) if team else None,
        controle=_page(content.check.title, content.check.paragraphs),
        bedankt=_page(content.thanks.title, content.thanks.paragraphs),
    )


def _given(edition: Edition, current: Edition) -> Vragenlijst:
    name, version = edition.id.split("/")
    file = edition.file
    return Vragenlijst(
        editie=edition.id,
        naam=name,
        versie=version,
        titel=file.title,
        omschrijving=file.description,
        bronvermelding=file.attribution,
        voorbehoud=file.disclaimer,
        methode=file.method,
        taal=file.language,
        voor_nieuwe_scans=edition.id == current.id,
        vensters=[_short(content) for content in edition.windows.values()],
    )


def _short(content: WindowFile) -> VensterKort:
    return VensterKort(
        venster=content.id,
        label=content.label,
        kort=content.short_label,
        omschrijving=content.description,
        voor_wie=content.audience,
        minuten=content.minutes,
    )


def _start(content: WindowFile) -> Start:
    start = content.start
    return Start(
        titel=start.title,
        inleiding=start.lead,
        doel=start.purpose,
        wie_ziet_wat=list(start.who_sees_what),
        vrijwillig=start.voluntary,
        duur=start.duration,
        contact=start.contact,
        bevestiging=start.confirmation,
        begin=start.begin,
    )


def _dimension(edition: Edition, dimension: DimensionFile) -> Dimensie:
    return Dimensie(
        id=dimension.id,
        label=dimension.label,
        inleiding=dimension.introduction,
        vragen=[
            Vraag(
                id=item.id,
                tekst=item.text,
                tekst_namens_anderen=item.text_representative,
                hulp=item.help,
                opties=[Optie(waarde=value, label=label) for value, label in edition.options_of(item)],
            )
            for item in dimension.items
        ],
    )


def _without_value(edition: Edition, window: WindowId) -> list[ZonderWaarde]:
    scales = edition.scales
    unknown = ZonderWaarde(waarde="wn", label=scales.unknown[window])
    not_applicable = ZonderWaarde(waarde="nvt", label=scales.not_applicable)
    return [unknown, not_applicable] if window in scales.not_applicable_windows else [unknown]


def _context_question(edition: Edition, item: ContextItem) -> ContextVraag:
    return ContextVraag(
        id=item.id,
        soort=KINDS[item.purpose],
        tekst=item.text,
        hulp=item.help,
        reden=item.reason_label,
        keuzes=_choices(edition, item),
        hoogstens=edition.barriers.at_most if item.purpose == "barriers" else 1,
    )


def _choices(edition: Edition, item: ContextItem) -> list[Keuze]:
    if item.purpose == "portrait":
        return [Keuze(waarde=one.model, tekst=one.text) for one in edition.portraits.portraits]
    if item.purpose == "ambition":
        return [Keuze(waarde=one.number, tekst=f"{one.label}: {one.summary}") for one in edition.continuum.models]
    return [Keuze(waarde=one.id, tekst=f"{one.label}: {one.explanation}") for one in edition.barriers.barriers]


def _page(title: str, paragraphs: Sequence[str]) -> Bladzijde:
    return Bladzijde(titel=title, alineas=list(paragraphs))
