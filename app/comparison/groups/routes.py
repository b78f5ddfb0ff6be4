"""The addresses of groups of municipalities."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, Field

from app.accounts.audit import acts_for
from app.accounts.dependencies import Coordinator, Reader
from app.collaborations.wanted import NotAcceptedError
from app.comparison.groups import service
from app.comparison.groups.access import groups_of
from app.comparison.groups.dependencies import Group, GroupMaker, GroupToChange
from app.comparison.groups.figures import visible_figures
from app.comparison.groups.files import figures_csv, figures_json
from app.comparison.groups.filters import WHOLE
from app.comparison.groups.own import own_values
from app.comparison.groups.page import group_charts, group_page, parts_in_words
from app.comparison.groups.pages import (
    DONE,
    code_page,
    end_page,
    join_page,
    list_page,
    new_group_page,
    withdraw_page,
)
from app.comparison.groups.refusals import too_many_wrong_codes
from app.comparison.groups.service import LIST, address_of
from app.comparison.groups.wanted import read_group
from app.db import ReadSession, WriteSession
from app.results.chart_files import CHART_FILE, ChartEnding, chart_response, source_of
from app.store.groups import list_contributions, list_members
from app.web.dependencies import AllEditions, CurrentEdition, Today
from app.web.forms import FieldError, Fields
from app.web.rendering import render
from app.web.spreadsheet import CSV
from app.web.throttle import WrongCodes

if TYPE_CHECKING:
    from app.db import Session
    from app.models import ComparisonGroup

router = APIRouter(prefix=LIST)

CONFIRM = "collaborations/confirm.html"
CODE, OFFER = "comparison/group_code.html", "comparison/group_join.html"
NO_SUCH_CODE = "Bij deze code hoort geen groep. Kijk of u de code goed heeft overgenomen."


class Wanted(BaseModel):
    """Which part of a group somebody wants to see, and beside which of their municipalities."""

    deel: str = Field(default="", max_length=100)
    gemeente: str = Field(default="", max_length=6)
    gedaan: str = Field(default="", max_length=20)


@router.get("")
def get_list(request: Request, session: ReadSession, asker: Reader) -> Response:
    """The groups of somebody."""
    done = DONE.get(request.query_params.get("gedaan", ""), "")
    page = replace(list_page(asker, groups_of(session, asker)), done=done)
    return render(request, "comparison/groups.html", page)


@router.get("/nieuw")
def get_new(request: Request, _asker: GroupMaker) -> Response:
    """The form of a new group."""
    return render(request, "comparison/group_form.html", new_group_page())


@router.post("/nieuw")
def post_new(request: Request, session: WriteSession, asker: GroupMaker, fields: Fields, today: Today) -> Response:
    """Make a group."""
    acts_for(session, asker)
    wanted = read_group(fields)
    try:
        made = service.make_group(session, asker, wanted, today)
    except NotAcceptedError as refused:
        return render(request, "comparison/group_form.html", new_group_page(wanted, refused.errors), 422)
    return RedirectResponse(f"{address_of(made)}?gedaan=gemaakt", 303)


@router.get("/meedoen")
def get_join(
    request: Request,
    session: ReadSession,
    asker: Coordinator,
    wrong_codes: WrongCodes,
    code: Annotated[str, Query(max_length=100)] = "",
) -> Response:
    """Where a code is typed, and with one that opens a group, what taking part means."""
    if not code.strip():
        errors = (
            (FieldError("code", "Typ de code die u van de groep kreeg."),) if "code" in request.query_params else ()
        )
        return render(request, CODE, code_page(errors=errors), 422 if errors else 200)
    group = _group_with(request, session, wrong_codes, code)
    if group is None:
        return render(request, CODE, code_page(code, (FieldError("code", NO_SUCH_CODE),)), 422)
    members = list_members(session, group.id or 0)
    return render(request, OFFER, join_page(group, members, service.joinable(session, asker, group)))


@router.post("/meedoen")
def post_join(  # noqa: PLR0913, PLR0917 - FastAPI gives each part of the request by its name
    request: Request,
    session: WriteSession,
    asker: Coordinator,
    wrong_codes: WrongCodes,
    fields: Fields,
    edition: CurrentEdition,
    today: Today,
) -> Response:
    """Let a municipality take part."""
    acts_for(session, asker)
    code = fields.text("code")
    group = _group_with(request, session, wrong_codes, code)
    if group is None:
        return render(request, CODE, code_page(code, (FieldError("code", NO_SUCH_CODE),)), 422)
    chosen, agreed = fields.text("collaboration"), fields.checked("agreed")
    try:
        service.join(session, asker, group, chosen, agreed=agreed, edition=edition.id, today=today)
    except NotAcceptedError as refused:
        members, choices = list_members(session, group.id or 0), service.joinable(session, asker, group)
        page = replace(join_page(group, members, choices, chosen, refused.errors), agreed=agreed)
        return render(request, OFFER, page, 422)
    return RedirectResponse(f"{address_of(group)}?gedaan=meegedaan", 303)


def _group_with(request: Request, session: Session, wrong_codes: WrongCodes, code: str) -> ComparisonGroup | None:
    """Look at a code, unless too many wrong ones came from the same address."""
    if seconds := wrong_codes.wait(request):
        raise too_many_wrong_codes(seconds)
    group = service.group_with(session, code)
    if group is None:
        wrong_codes.count(request)
    return group


@router.get("/{group_id}")
def get_group(  # noqa: PLR0913, PLR0917 - FastAPI gives each part of the request by its name
    request: Request,
    session: ReadSession,
    asker: Reader,
    found: Group,
    editions: AllEditions,
    current: CurrentEdition,
    wanted: Annotated[Wanted, Query()],
) -> Response:
    """A group with its figures."""
    visible = visible_figures(session, asker, found.group)
    contributing = [one for one in list_contributions(session, found.group) if one.edition == current.id]
    page = group_page(
        found,
        visible,
        editions.get(visible.edition, current),
        own_values(session, found, visible, wanted.gemeente),
        part=wanted.deel,
        contributing=len(contributing),
    )
    return render(request, "comparison/group.html", replace(page, done=DONE.get(wanted.gedaan, "")))


@router.get("/{group_id}/cijfers.{ending}")
def get_figures(
    session: ReadSession,
    asker: Reader,
    found: Group,
    editions: AllEditions,
    current: CurrentEdition,
    ending: Literal["csv", "json"],
) -> Response:
    """The figures as a file."""
    visible = visible_figures(session, asker, found.group)
    edition = editions.get(visible.edition, current)
    headers = {
        "Content-Disposition": f'attachment; filename="groepscijfers-{found.id}.{ending}"',
        "Cache-Control": "private, no-cache",
    }
    if ending == "csv":
        return Response(figures_csv(found, visible, edition), headers=headers, media_type=CSV)
    return Response(figures_json(found, visible, edition), headers=headers, media_type="application/json")


@router.get(f"/{{group_id}}{CHART_FILE}")
def get_group_chart(  # noqa: PLR0913, PLR0917 - FastAPI gives each part of the request by its name
    session: ReadSession,
    asker: Reader,
    found: Group,
    editions: AllEditions,
    current: CurrentEdition,
    wanted: Annotated[Wanted, Query()],
    chart: str,
    ending: ChartEnding,
) -> Response:
    """One chart of the figures: as a figure, or as a file to take along."""
    visible = visible_figures(session, asker, found.group)
    edition = editions.get(visible.edition, current)
    charts = group_charts(visible, edition, own_values(session, found, visible, wanted.gemeente), wanted.deel)
    part = parts_in_words(visible.parts, edition).get(wanted.deel if wanted.deel in visible.parts else WHOLE, "")
    source = source_of((f"Groep van gemeenten: {found.group.name}", part), edition.id)
    return chart_response(charts, chart, ending, f"groep {found.id}", source)


@router.get("/{group_id}/gemeenten/{code}/intrekken")
def get_withdraw(request: Request, found: Group, code: str) -> Response:
    """What withdrawing consent means."""
    return render(request, CONFIRM, withdraw_page(found, service.managed_member(found, code)))


@router.post("/{group_id}/gemeenten/{code}/intrekken")
def post_withdraw(
    session: WriteSession, found: GroupToChange, code: str, edition: CurrentEdition, today: Today
) -> Response:
    """Withdraw the consent of a municipality; the next page of anybody is without it."""
    service.withdraw(session, found, code, edition.id, today)
    return RedirectResponse(f"{LIST}?gedaan=ingetrokken", 303)


@router.get("/{group_id}/beeindigen")
def get_end(request: Request, found: Group) -> Response:
    """What ending a group means."""
    service.require_manager(found)
    return render(request, CONFIRM, end_page(found))


@router.post("/{group_id}/beeindigen")
def post_end(session: WriteSession, found: GroupToChange) -> Response:
    """End a group."""
    service.end(session, found)
    return RedirectResponse(f"{LIST}?gedaan=beeindigd", 303)


@router.post("/{group_id}/overnemen")
def post_take_over(session: WriteSession, asker: Reader, found: GroupToChange) -> Response:
    """Begin to manage a group that nobody manages."""
    service.take_over(session, asker, found)
    return RedirectResponse(f"{address_of(found.group)}?gedaan=overgenomen", 303)
