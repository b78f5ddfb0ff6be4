"""Deleting the own account, unless nobody would be left to do what only this person can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts import cookies
from app.accounts.audit import Act, note
from app.accounts.own import proof
from app.accounts.own.dependencies import RealOwner
from app.accounts.own.page import DeletePage
from app.db import ReadSession, begin_writing
from app.store.accounts import delete_account, find_account, list_grants, lock_grants_of_people
from app.store.municipalities import find_municipality
from app.web.dependencies import Now
from app.web.errors import Refusal
from app.web.forms import FieldError, Fields
from app.web.page import Link
from app.web.rendering import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.db import Session
    from app.models import Account, Grant

router = APIRouter(prefix="/verwijderen")
WHERE = "/account/verwijderen"
NOT_AGREED = (FieldError("agreed", "Zet een vinkje om te laten zien dat u dit echt wilt."),)


@router.get("")
def get_delete(request: Request, session: ReadSession, owner: RealOwner) -> Response:
    """What is lost, or why it cannot be now."""
    return _page(request, owner.account, obstacles(session, owner.account))


@router.post("")
def post_delete(request: Request, owner: RealOwner, fields: Fields, now: Now) -> Response:
    """Delete the account, with its roles and ways to sign in."""
    if not fields.checked("agreed"):
        return _page(request, owner.account, (), NOT_AGREED)
    shown = fields.text("proof")
    by_password = proof.password_fits(request, owner.account, shown)
    with begin_writing(request.app.state.engine) as session:
        account = proof.shown(request, session, owner.account, shown, now, by_password=by_password)
        if account is None:
            return _page(request, owner.account, (), proof.WRONG)
        if reasons := obstacles(session, account):
            raise _still_needed(reasons)
        note(session, Act.ACCOUNT_DELETED, "eigen account", by=account)
        delete_account(session, account)
    response = RedirectResponse("/", 303, headers={"Clear-Site-Data": '"cache"'})
    cookies.let_out(response, request)
    return response


def obstacles(session: Session, account: Account) -> tuple[str, ...]:
    """Return why an account cannot be missed, in words; of two people who leave at once the second is asked to stay."""
    return tuple(_obstacles(session, account.id, list_grants(session, account.id)))


def _obstacles(session: Session, account_id: str, grants: Iterable[Grant]) -> Iterator[str]:
    for grant in sorted(grants, key=lambda one: (one.role, one.municipality_code or "")):
        if grant.role not in {"beheerder", "coordinator"}:
            continue
        others = lock_grants_of_people(session, grant.role, grant.municipality_code)
        if not any(_can_take_over(session, other, besides=account_id) for other in others):
            yield _why(session, grant)


def _can_take_over(session: Session, grant: Grant, *, besides: str) -> bool:
    """Whether somebody else has a role, and has begun: who was only invited does not count yet."""
    account = find_account(session, grant.account_id) if grant.account_id != besides else None
    return account is not None and account.signed_in_at is not None


def _why(session: Session, grant: Grant) -> str:
    if grant.role == "beheerder":
        return "U bent de enige beheerder van deze installatie. Maak eerst iemand anders beheerder."
    municipality = find_municipality(session, grant.municipality_code) if grant.municipality_code else None
    where = f"de gemeente {municipality.name}" if municipality else "deze installatie"
    return f"U bent de enige coördinator van {where}. Geef die rol eerst aan een collega."


def _still_needed(reasons: tuple[str, ...]) -> Refusal:
    return Refusal(
        409,
        title="Uw account kan nu niet weg",
        explanation=" ".join(reasons),
        advice="Er is niets veranderd. Daarna kunt u uw account verwijderen.",
        way=Link("Naar uw account", "/account"),
    )


def _page(
    request: Request, account: Account, reasons: tuple[str, ...], errors: tuple[FieldError, ...] = ()
) -> Response:
    page = DeletePage(obstacles=reasons, kind=proof.kind_for(account), errors=errors)
    return render(request, "accounts/delete.html", page, 422 if errors else 200)
