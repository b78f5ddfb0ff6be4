"""The addresses of this room: collaborations here, scans and invitations in files of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from app.accounts.dependencies import Coordinator
from app.accounts.managed import CollaborationToChange, ManagedCollaboration
from app.collaborations import service
from app.collaborations.beginning import begin, begin_page, read_first_scan
from app.collaborations.confirm import archive_collaboration_page, delete_collaboration_page
from app.collaborations.dependencies import Done, ForNewScans
from app.collaborations.forms import CollaborationForm, municipality_named, read_collaboration, wanted_collaboration
from app.collaborations.invitations import routes as invitations
from app.collaborations.invitees import routes as invitees
from app.collaborations.overview import (
    Sought,
    change_collaboration_page,
    collaboration_page,
    list_page,
)
from app.collaborations.page import LIST, address_of, desk_of
from app.collaborations.scans import again_routes as again
from app.collaborations.scans import keeping_routes as keeping
from app.collaborations.scans import routes as scans
from app.collaborations.scans.form import new_scan
from app.collaborations.wanted import NotAcceptedError
from app.db import ReadSession, WriteSession
from app.store.municipalities import list_municipalities
from app.web.afterwards import freeing
from app.web.dependencies import Today
from app.web.forms import Fields
from app.web.paging import LAST_PAGE
from app.web.rendering import render

if TYPE_CHECKING:
    from app.accounts.asker import Asker
    from app.db import Session
    from app.models import Municipality

router = APIRouter()
collaborations = APIRouter(prefix=LIST)

FORM = "collaborations/collaboration_form.html"
BEGIN = "collaborations/begin.html"
CONFIRM = "collaborations/confirm.html"


class Wanted(BaseModel):
    """Which collaborations somebody wants to see: those with all words of `zoek`, with `archief` those put away,
    with `stand` those whose scans are so.

    `pagina` is which part of a long list.
    """

    zoek: str = Field(default="", max_length=200)
    stand: Literal["", "open", "gesloten", "geen"] = ""
    archief: str = ""
    pagina: int = Field(default=1, ge=1, le=LAST_PAGE)


@collaborations.get("")
def get_list(
    request: Request,
    session: ReadSession,
    asker: Coordinator,
    today: Today,
    done: Done,
    wanted: Annotated[Wanted, Query()],
) -> Response:
    """The own collaborations that are wanted."""
    sought = Sought(query=wanted.zoek.strip(), stand=wanted.stand, in_archive=bool(wanted.archief), part=wanted.pagina)
    page = list_page(session, asker, today, sought)
    return render(request, "collaborations/list.html", replace(page, done=done))


@collaborations.get("/nieuw")
def get_new(request: Request, session: ReadSession, asker: Coordinator, new: ForNewScans) -> Response:
    """The form for a new collaboration with its first scan."""
    page = begin_page(_choices(session, asker), new.edition, CollaborationForm(), new_scan(new.today))
    return render(request, BEGIN, page)


@collaborations.post("/nieuw")
def post_new(request: Request, session: WriteSession, asker: Coordinator, fields: Fields, new: ForNewScans) -> Response:
    """Make a collaboration with its first scan and show the links; or the collaboration alone."""
    form, choices = read_collaboration(fields), _choices(session, asker)
    only = choices[0] if len(choices) == 1 else None
    municipality = only or municipality_named(form.municipality, choices)
    wanted = wanted_collaboration(form, municipality.code if municipality else "")
    scan = read_first_scan(fields) if fields.checked("scan") else None
    try:
        if scan is None:
            made = service.add_collaboration(session, asker, wanted)
            return RedirectResponse(f"{address_of(made)}?gedaan=gemaakt", 303)
        return RedirectResponse(f"{desk_of(begin(session, asker, wanted, scan, new))}?gedaan=klaargezet", 303)
    except NotAcceptedError as refused:
        kept = scan or read_first_scan(fields)
        return render(request, BEGIN, begin_page(choices, new.edition, form, kept, refused.errors), 422)


@collaborations.get("/{collaboration_id}")
def get_collaboration(
    request: Request, session: ReadSession, found: ManagedCollaboration, today: Today, done: Done
) -> Response:
    """One collaboration with its scans."""
    page = replace(collaboration_page(session, found, today), done=done)
    return render(request, "collaborations/collaboration.html", page)


@collaborations.get("/{collaboration_id}/wijzigen")
def get_change(request: Request, session: ReadSession, found: ManagedCollaboration) -> Response:
    """The form of a collaboration."""
    service.refuse_in_archive(found)
    page = change_collaboration_page(found, is_answered=service.is_answered(session, found))
    return render(request, FORM, page)


@collaborations.post("/{collaboration_id}/wijzigen")
def post_change(request: Request, session: WriteSession, found: CollaborationToChange, fields: Fields) -> Response:
    """Change a collaboration."""
    form = read_collaboration(fields)
    try:
        service.change_collaboration(session, found, wanted_collaboration(form, found.municipality.code))
    except NotAcceptedError as refused:
        is_answered = service.is_answered(session, found)
        page = change_collaboration_page(found, form, refused.errors, is_answered=is_answered)
        return render(request, FORM, page, 422)
    return RedirectResponse(f"{address_of(found.collaboration)}?gedaan=gewijzigd", 303)


@collaborations.get("/{collaboration_id}/archiveren")
def get_archive(request: Request, found: ManagedCollaboration) -> Response:
    """What putting a collaboration away means."""
    return render(request, CONFIRM, archive_collaboration_page(found))


@collaborations.post("/{collaboration_id}/archiveren")
def post_archive(session: WriteSession, found: CollaborationToChange, today: Today) -> Response:
    """Put a collaboration away."""
    service.archive_collaboration(session, found, today)
    return RedirectResponse(f"{address_of(found.collaboration)}?gedaan=gearchiveerd", 303)


@collaborations.post("/{collaboration_id}/terughalen")
def post_bring_back(session: WriteSession, found: CollaborationToChange) -> Response:
    """Bring a collaboration back."""
    service.bring_back_collaboration(session, found)
    return RedirectResponse(f"{address_of(found.collaboration)}?gedaan=teruggehaald", 303)


@collaborations.get("/{collaboration_id}/verwijderen")
def get_delete(request: Request, session: ReadSession, found: ManagedCollaboration) -> Response:
    """What is lost when a collaboration is deleted."""
    contents = service.contents_of_collaboration(session, found)
    return render(request, CONFIRM, delete_collaboration_page(found, contents))


@collaborations.post("/{collaboration_id}/verwijderen")
def post_delete(
    request: Request, session: WriteSession, found: CollaborationToChange, fields: Fields, today: Today
) -> Response:
    """Delete a collaboration for ever. The space is freed after the answer has left."""
    try:
        service.delete_collaboration(session, found, fields.text("seen"), today, agreed=fields.checked("agreed"))
    except NotAcceptedError as refused:
        page = delete_collaboration_page(found, service.contents_of_collaboration(session, found))
        return render(request, CONFIRM, page.refused(refused.errors), 422)
    done = f"{LIST}?gedaan=samenwerking-verwijderd"
    return RedirectResponse(done, 303, background=freeing(request.app.state))


def _choices(session: Session, asker: Asker) -> list[Municipality]:
    """The municipalities for which somebody may make a collaboration."""
    return [one for one in list_municipalities(session) if asker.may_manage(one.code)]


router.include_router(collaborations)
router.include_router(scans.router)
router.include_router(invitees.router)
router.include_router(keeping.router)
router.include_router(again.router)
router.include_router(invitations.together)
router.include_router(invitations.router)
