"""The addresses of accounts: who is known, ending their sign-ins, and deleting them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.audit import acts_for
from app.accounts.dependencies import Administrator
from app.accounts.installation.page import (
    DONE,
    AccountPage,
    AccountsPage,
    account_row,
    remove_page,
    signed_in,
)
from app.accounts.installation.post import HOME
from app.accounts.installation.service import end_sign_ins, in_short, left_alone, person, remove_account
from app.db import ReadSession, WriteSession
from app.store.grants import list_all_roles, list_people, list_roles_of
from app.web.formatting import capitalised, counted, date_in_words, enumeration
from app.web.forms import FieldError, Fields
from app.web.page import Link
from app.web.rendering import render

if TYPE_CHECKING:
    from app.accounts.installation.page import RemovePage
    from app.db import Session
    from app.models import Account

router = APIRouter(prefix="/beheer/accounts")

LIST = "/beheer/accounts"
ACCOUNT = "/{account_id}"


@router.get("")
def get_accounts(
    request: Request,
    session: ReadSession,
    _asker: Administrator,
    zoek: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Everybody who can sign in, or those of whom what stands in the list holds these words."""
    roles: dict[str, list[str]] = defaultdict(list)
    for one in list_all_roles(session):
        roles[one.account.id].append(in_short(session, one))
    words = zoek.casefold().split()
    rows = [account_row(one, dict.fromkeys(roles[one.id])) for one in list_people(session)]
    found = tuple(row for row in rows if all(word in row.text for word in words))
    page = AccountsPage(
        title="Accounts",
        section="beheer",
        breadcrumbs=(HOME,),
        done=_done(request),
        query=zoek.strip(),
        found=counted(len(found), "account", "accounts") if words else "",
        accounts=found,
    )
    return render(request, "installation/accounts.html", page)


@router.get(ACCOUNT)
def get_account(request: Request, session: ReadSession, _asker: Administrator, account_id: str) -> Response:
    """One account."""
    account = person(session, account_id)
    page = AccountPage(
        title=account.name,
        section="beheer",
        breadcrumbs=(HOME, Link("Accounts", LIST)),
        done=_done(request),
        address=f"{LIST}/{account.id}",
        facts=(
            ("E-mailadres", account.email or ""),
            ("Rollen", capitalised(enumeration(_roles(session, account))) or "geen"),
            ("Bekend sinds", date_in_words(account.made_on)),
            ("Inloggen", signed_in(account)),
            ("Twee stappen", "staat aan" if account.totp_secret else "staat niet aan"),
        ),
    )
    return render(request, "installation/account.html", page)


@router.post(f"{ACCOUNT}/uitloggen")
def post_sign_out(session: WriteSession, asker: Administrator, account_id: str) -> Response:
    """Sign somebody out everywhere."""
    acts_for(session, asker)
    end_sign_ins(session, person(session, account_id))
    return RedirectResponse(f"{LIST}/{account_id}?gedaan=uitgelogd", 303)


@router.get(f"{ACCOUNT}/verwijderen")
def get_removal(request: Request, session: ReadSession, _asker: Administrator, account_id: str) -> Response:
    """What deleting an account means."""
    return render(request, "installation/remove.html", _remove_page(session, person(session, account_id)))


@router.post(f"{ACCOUNT}/verwijderen")
def post_removal(
    request: Request, session: WriteSession, asker: Administrator, account_id: str, fields: Fields
) -> Response:
    """Delete an account for ever."""
    acts_for(session, asker)
    account = person(session, account_id)
    page = _remove_page(session, account)
    if page.agreement and not fields.checked("agreed"):
        error = FieldError("agreed", "Vink aan dat u dit weet.")
        return render(request, "installation/remove.html", replace(page, errors=(error,)), 422)
    remove_account(session, account)
    return RedirectResponse("/" if account_id == asker.account_id else f"{LIST}?gedaan=verwijderd", 303)


def _remove_page(session: Session, account: Account) -> RemovePage:
    return remove_page(account, _roles(session, account), left_alone(session, account))


def _roles(session: Session, account: Account) -> list[str]:
    return list(dict.fromkeys(in_short(session, one) for one in list_roles_of(session, account.id)))


def _done(request: Request) -> str:
    return DONE.get(request.query_params.get("gedaan", ""), "")
