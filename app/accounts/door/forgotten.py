"""Choosing another password with a link, for who forgot theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response

from app.accounts import passwords
from app.accounts.door.letting_in import let_in, secret
from app.accounts.door.link import dead_link
from app.accounts.door.mailing import NO_ADDRESS, address_in, letter_to
from app.accounts.door.page import AddressPage, PasswordPage, SentPage, mailed
from app.accounts.door.service import HOME
from app.accounts.hashes import hash_of_password
from app.accounts.links import use, who_got
from app.db import Session, begin_writing
from app.store.accounts import lock_account
from app.web.dependencies import Now, Today
from app.web.forms import Fields
from app.web.page import Link
from app.web.rendering import render

if TYPE_CHECKING:
    from datetime import datetime

    from app.accounts.links import Purpose
    from app.db import Engine
    from app.models import Account
    from app.web.forms import FieldError

WHERE = "/wachtwoord"
router = APIRouter(prefix=WHERE)
ASK = AddressPage(
    title="Wachtwoord vergeten",
    action=WHERE,
    lead="Vul uw e-mailadres in. U krijgt een link waarmee u een nieuw wachtwoord kiest.",
    button="Vraag een link aan",
)
BY_HAND = "Deze installatie verstuurt geen e-mail. De beheerder ziet uw aanvraag en geeft u de link."
TITLE = "Aanvraag ontvangen"
MAILED = mailed(TITLE, "twee uur")
WAITS = SentPage(
    title=TITLE,
    text=(
        "Als dit adres bij ons bekend is, staat er nu een link voor u klaar bij de beheerder van deze installatie.",
        "Vraag die aan de beheerder: er wordt niets gemaild.",
    ),
)
AGAIN = Link("Vraag een nieuwe link aan", WHERE)


@router.get("")
def get_ask(request: Request) -> Response:
    """Ask for a link."""
    return render(request, "accounts/address.html", _ask(request))


@router.post("")
def post_ask(request: Request, fields: Fields) -> Response:
    """Write a letter with a link to who has this address; the answer is always the same."""
    email = address_in(fields.text("email"))
    if email is None:
        page = _ask(request).with_fault(fields.text("email"), NO_ADDRESS)
        return render(request, "accounts/address.html", page, 422)
    task = letter_to(request, email, "password")
    response = render(request, "accounts/sent.html", MAILED if request.app.state.settings.mails else WAITS)
    response.background = task
    return response


def _ask(request: Request) -> AddressPage:
    return ASK if request.app.state.settings.mails else ASK.also_saying(BY_HAND)


@router.get("/{token}")
def get_choose(request: Request, token: str, now: Now) -> Response:
    """Choose another password. A link that is opened still works."""
    account = found(request.app.state.engine, "password", token, now)
    if account is None:
        raise dead_link(AGAIN)
    return secret(render(request, "accounts/password.html", _page(account, token)))


@router.post("/{token}")
def post_choose(request: Request, token: str, fields: Fields, now: Now, today: Today) -> Response:
    """Use the link up, keep the password, sign out everywhere else, and sign in here."""
    engine, settings = request.app.state.engine, request.app.state.settings
    seen = found(engine, "password", token, now)
    if seen is None:
        raise dead_link(AGAIN)
    password, again = fields.text("password"), fields.text("again")
    errors = passwords.faults(password, again, names=(seen.name, seen.email or ""))
    if errors:
        return secret(render(request, "accounts/password.html", _page(seen, token, errors), 422))
    password_hash = hash_of_password(password)
    with begin_writing(engine) as session:
        account = use(session, "password", token, now)
        account = lock_account(session, account.id) if account else None
        if account is None:
            raise dead_link(AGAIN)
        passwords.keep_password(session, account, password_hash, mails=settings.mails, today=today)
        return secret(let_in(request, session, account, "password", now, HOME))


def found(engine: Engine, purpose: Purpose, token: str, now: datetime) -> Account | None:
    """Return whom a link was made for; nothing is held open while their password is hashed."""
    with Session(engine, expire_on_commit=False) as session:
        return who_got(session, purpose, token, now)


def _page(account: Account, token: str, errors: tuple[FieldError, ...] = ()) -> PasswordPage:
    return PasswordPage(action=f"{WHERE}/{token}", email=account.email or "", errors=errors, rules=passwords.RULES)
