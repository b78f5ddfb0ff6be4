"""Signing in with a link that is mailed. Opening it does nothing yet: scanners of mail open every link."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request, Response

from app.accounts.dependencies import SIGN_IN
from app.accounts.door.letting_in import let_in, secret
from app.accounts.door.mailing import NO_ADDRESS, address_in, letter_to
from app.accounts.door.page import AddressPage, ButtonPage, mailed
from app.accounts.door.service import HOME
from app.accounts.links import use, who_got
from app.db import ReadSession, WriteSession
from app.store.accounts import lock_account
from app.web.dependencies import Now
from app.web.errors import Refusal, not_found
from app.web.forms import Fields
from app.web.page import Link
from app.web.rendering import render

WHERE = f"{SIGN_IN}/link"


def _only_where_mail_is_sent(request: Request) -> None:
    if not request.app.state.settings.mails:
        raise not_found()


router = APIRouter(prefix=WHERE, dependencies=[Depends(_only_where_mail_is_sent)])
ASK = AddressPage(
    title="Inloggen met een link",
    action=WHERE,
    lead="Wij mailen u een link waarmee u inlogt, zonder wachtwoord. De link werkt een half uur lang.",
    button="Mail mij een link",
)
SENT = mailed("Kijk in uw e-mail", "een half uur")


def dead_link(way: Link) -> Refusal:
    """Return the refusal of a link that does not work, for whatever reason: from outside these look the same."""
    return Refusal(
        404,
        title="Deze link werkt niet meer",
        explanation="Een link werkt één keer en een beperkte tijd. Misschien is hij al gebruikt, of vroeg u daarna een "
        "nieuwe aan. Er is niets veranderd.",
        advice="Kijk of u de hele link heeft geopend. Lukt het niet, vraag dan een nieuwe aan.",
        way=way,
        headers={"Referrer-Policy": "no-referrer"},
    )


AGAIN = Link("Vraag een nieuwe link aan", WHERE)


@router.get("")
def get_ask(request: Request) -> Response:
    """Ask for a link."""
    return render(request, "accounts/address.html", ASK)


@router.post("")
def post_ask(request: Request, fields: Fields) -> Response:
    """Mail a link to who has this address; the answer is always the same."""
    email = address_in(fields.text("email"))
    if email is None:
        return render(request, "accounts/address.html", ASK.with_fault(fields.text("email"), NO_ADDRESS), 422)
    task = letter_to(request, email, "sign_in")
    response = render(request, "accounts/sent.html", SENT)
    response.background = task
    return response


@router.get("/{token}")
def get_link(request: Request, session: ReadSession, token: str, now: Now) -> Response:
    """One button. A link that is opened still works."""
    if who_got(session, "sign_in", token, now) is None:
        raise dead_link(AGAIN)
    page = ButtonPage(title="Inloggen bij Vensterscan", action=f"{WHERE}/{token}")
    return secret(render(request, "accounts/button.html", page))


@router.post("/{token}")
def post_link(request: Request, session: WriteSession, token: str, now: Now) -> Response:
    """Use the link up and sign in."""
    account = use(session, "sign_in", token, now)
    account = lock_account(session, account.id) if account else None
    if account is None:
        raise dead_link(AGAIN)
    return secret(let_in(request, session, account, "link", now, HOME))
