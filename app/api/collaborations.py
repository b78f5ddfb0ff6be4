"""Collaborations, for who manages them. The rules are those of `app.collaborations`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, BackgroundTasks, Query, Response
from pydantic import Field, StrictBool

from app.accounts.access import managed_collaboration
from app.api.body import JsonRoute
from app.api.dependencies import CollaborationId, ReadingDesk, WritingDesk
from app.api.models import MUNICIPALITY_CODE, Given, Sent, text
from app.api.municipalities import Gemeente, municipality_given
from app.api.problems import InputProblem, InvalidInputError, may_answer
from app.api.wanted import refused
from app.collaborations import service
from app.collaborations.forms import on_one_line
from app.collaborations.kinds import KIND_LABELS, Kind, kind_named
from app.collaborations.wanted import LONGEST, NotAcceptedError, WantedCollaboration
from app.store.collaborations import CollaborationInContext, find_collaboration_by_id, list_collaborations
from app.web.afterwards import free_space_afterwards
from app.web.errors import not_found

if TYPE_CHECKING:
    from app.db import Session
    from app.models import Collaboration

router = APIRouter(prefix="/samenwerkingen", tags=["Samenwerkingen"], route_class=JsonRoute)

KIND_IN_WORDS = (
    "Hoe de organisaties samenwerken. "
    + "; ".join(f"`{kind}`: {label[0].lower()}{label[1:]}" for kind, label in KIND_LABELS.items())
    + ". `null`: nog niet gekozen."
)
WITH_ANSWERS = "Hierin zitten antwoorden of uitslagen. Met metAntwoorden=true gaan ook die voorgoed weg."


class Samenwerking(Given):
    """A collaboration."""

    id: int
    gemeente: Gemeente
    naam: str
    doelgroep: str
    partners: str
    soort: Kind | None = Field(description=KIND_IN_WORDS)
    gearchiveerd_op: date | None


class Samenwerkingen(Given):
    """Some collaborations."""

    samenwerkingen: list[Samenwerking]


class NieuweSamenwerking(Sent):
    """A collaboration to make."""

    gemeente: str = Field(pattern=MUNICIPALITY_CODE, description="De code van het CBS, zoals `GM0321`.")
    naam: str = text(LONGEST["name"], "Uniek binnen de gemeente.")
    doelgroep: str = text(LONGEST["target_group"], "Om welke inwoners het gaat.")
    partners: str = text(LONGEST["partners"], "Welke organisaties meedoen.")
    soort: Kind | None = Field(default=None, description=KIND_IN_WORDS)


class GewijzigdeSamenwerking(Sent):
    """What changes of a collaboration; what is left out stays."""

    naam: str | None = text(LONGEST["name"], default=None)
    doelgroep: str | None = text(LONGEST["target_group"], default=None)
    partners: str | None = text(LONGEST["partners"], default=None)
    soort: Kind | None = Field(default=None, description=f"{KIND_IN_WORDS} Weggelaten blijft zij zoals zij is.")
    gearchiveerd: StrictBool | None = Field(
        default=None, description="`true` legt de samenwerking met haar scans weg, `false` haalt ze terug."
    )


class SamenwerkingFilter(Sent):
    """Which collaborations somebody wants."""

    gemeente: str | None = Field(default=None, pattern=MUNICIPALITY_CODE, description="Alleen die van deze gemeente.")
    gearchiveerd: bool = Field(default=False, description="Ook wat in het archief ligt.")


class Verwijderen(Sent):
    """How much may go."""

    met_antwoorden: bool = Field(
        default=False,
        description="Verwijder ook als er antwoorden of uitslagen in zitten. Dat is niet terug te draaien.",
    )


@router.get("", summary="Samenwerkingen tonen", description="De samenwerkingen die u beheert, zonder de voorbeelden.")
def list_samenwerkingen(desk: ReadingDesk, wanted: Annotated[SamenwerkingFilter, Query()]) -> Samenwerkingen:
    """The collaborations that the asker manages."""
    return Samenwerkingen(
        samenwerkingen=[
            _given(found)
            for found in list_collaborations(desk.session, desk.asker.managed)
            if wanted.gemeente in {None, found.municipality.code}
            and (wanted.gearchiveerd or found.collaboration.archived_on is None)
        ]
    )


@router.post(
    "", status_code=201, summary="Een samenwerking maken", description="De header Location noemt het adres ervan."
)
def add_samenwerking(desk: WritingDesk, response: Response, sent: NieuweSamenwerking) -> Samenwerking:
    """Make a collaboration."""
    wanted = WantedCollaboration(
        municipality=sent.gemeente,
        name=on_one_line(sent.naam),
        target_group=on_one_line(sent.doelgroep),
        partners=on_one_line(sent.partners),
        kind=sent.soort,
    )
    try:
        made = service.add_collaboration(desk.session, desk.asker, wanted)
    except NotAcceptedError as error:
        raise refused(error) from error
    response.headers["Location"] = f"/v1/samenwerkingen/{made.id}"
    return _given(_again(desk.session, made))


@router.get("/{id}", summary="Eén samenwerking", description="De samenwerking met dit nummer.")
def get_samenwerking(desk: ReadingDesk, collaboration_id: CollaborationId) -> Samenwerking:
    """One collaboration."""
    return _given(managed_collaboration(desk.session, desk.asker, collaboration_id))


@router.patch("/{id}", summary="Een samenwerking wijzigen", description="Wat u weglaat, blijft zoals het is.")
def change_samenwerking(
    desk: WritingDesk, collaboration_id: CollaborationId, sent: GewijzigdeSamenwerking
) -> Samenwerking:
    """Change, put away or bring back a collaboration."""
    found = managed_collaboration(desk.session, desk.asker, collaboration_id)
    if sent.gearchiveerd is False:
        service.bring_back_collaboration(desk.session, found)
    if {sent.naam, sent.doelgroep, sent.partners} != {None} or "soort" in sent.model_fields_set:
        try:
            service.change_collaboration(desk.session, found, _changed(found, sent))
        except NotAcceptedError as error:
            raise refused(error) from error
    if sent.gearchiveerd:
        service.archive_collaboration(desk.session, found, desk.today)
    return _given(found)


@router.delete(
    "/{id}",
    status_code=204,
    response_class=Response,
    summary="Een samenwerking verwijderen",
    description="Met alles wat erin zit, voorgoed.",
    responses=may_answer(409),
)
def delete_samenwerking(
    desk: WritingDesk, collaboration_id: CollaborationId, how: Annotated[Verwijderen, Query()], after: BackgroundTasks
) -> None:
    """Delete a collaboration with everything in it; the space is freed after the answer."""
    found = managed_collaboration(desk.session, desk.asker, collaboration_id)
    contents = service.contents_of(desk.session, service.scans_of(desk.session, found.collaboration))
    require_consent(contents, agreed=how.met_antwoorden)
    service.delete_collaboration(desk.session, found, contents.stamp, desk.today, agreed=True)
    after.add_task(free_space_afterwards, desk.request.app.state)


def require_consent(contents: service.Contents, *, agreed: bool) -> None:
    """Raise `InvalidInputError` where answers would go and a program did not say that they may."""
    if contents.has_answers and not agreed:
        raise InvalidInputError([InputProblem(detail=WITH_ANSWERS, parameter="metAntwoorden")])


def _changed(found: CollaborationInContext, sent: GewijzigdeSamenwerking) -> WantedCollaboration:
    now = found.collaboration
    return WantedCollaboration(
        municipality=now.municipality_code,
        name=now.name if sent.naam is None else on_one_line(sent.naam),
        target_group=now.target_group if sent.doelgroep is None else on_one_line(sent.doelgroep),
        partners=now.partners if sent.partners is None else on_one_line(sent.partners),
        kind=sent.soort if "soort" in sent.model_fields_set else now.kind,
    )


def _again(session: Session, made: Collaboration) -> CollaborationInContext:
    """A collaboration that was just made, with its municipality."""
    found = find_collaboration_by_id(session, service.id_of(made))
    if found is None:
        raise not_found()
    return found


def _given(found: CollaborationInContext) -> Samenwerking:
    one = found.collaboration
    return Samenwerking(
        id=service.id_of(one),
        gemeente=municipality_given(found.municipality),
        naam=one.name,
        doelgroep=one.target_group,
        partners=one.partners,
        soort=kind_named(one.kind),
        gearchiveerd_op=one.archived_on,
    )
