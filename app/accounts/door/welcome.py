"""Beginning: who was invited says who they are, chooses a password, and is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request, Response

from app.accounts import passwords
from app.accounts.door.forgotten import found
from app.accounts.door.letting_in import let_in, secret
from app.accounts.door.link import dead_link
from app.accounts.door.page import WelcomePage
from app.accounts.door.service import HOME
from app.accounts.hashes import hash_of_password
from app.accounts.links import use
from app.accounts.names import fault_in_name, plain_name
from app.db import begin_writing
from app.store.accounts import lock_account
from app.web.dependencies import Now, Today
from app.web.forms import FieldError, Fields
from app.web.page import Link
from app.web.rendering import render

if TYPE_CHECKING:
    from app.config import Settings
    from app.models import Account

router = APIRouter(prefix="/welkom")
AGAIN = Link("Naar inloggen", "/inloggen")


@router.get("/{token}")
def get_welcome(request: Request, token: str, now: Now) -> Response:
    """The form to begin with. A link that is opened still works."""
    account = found(request.app.state.engine, "welcome", token, now)
    if account is None:
        raise dead_link(AGAIN)
    return secret(render(request, "accounts/welcome.html", _page(request, account, token, _known_name(account))))


@router.post("/{token}")
def post_welcome(request: Request, token: str, fields: Fields, now: Now, today: Today) -> Response:
    """Use the link up, keep the name and the password, and sign in."""
    engine, settings = request.app.state.engine, request.app.state.settings
    seen = found(engine, "welcome", token, now)
    if seen is None:
        raise dead_link(AGAIN)
    name, password = plain_name(fields.text("name")), fields.text("password")
    if errors := _faults(settings, seen, name, password, fields.text("again")):
        return secret(render(request, "accounts/welcome.html", _page(request, seen, token, name, errors), 422))
    password_hash = hash_of_password(password) if password else None
    with begin_writing(engine) as session:
        account = use(session, "welcome", token, now)
        account = lock_account(session, account.id) if account else None
        if account is None:
            raise dead_link(AGAIN)
        account.name = name
        if password_hash:
            passwords.keep_password(session, account, password_hash, mails=False, today=today)
        return secret(let_in(request, session, account, "password" if password_hash else "link", now, HOME))


def password_may_lack(settings: Settings) -> bool:
    """Whether there is another way in than with a password."""
    return settings.mails or settings.openid_issuer is not None


def _faults(settings: Settings, seen: Account, name: str, password: str, again: str) -> tuple[FieldError, ...]:
    errors = fault_in_name(name)
    if password or again or not password_may_lack(settings):
        errors += passwords.faults(password, again, names=(name, seen.email or ""))
    return errors


def _known_name(account: Account) -> str:
    """How somebody is called; who was invited by an address alone has no other name yet."""
    return "" if account.name == account.email else account.name


def _page(
    request: Request, account: Account, token: str, name: str, errors: tuple[FieldError, ...] = ()
) -> WelcomePage:
    settings = request.app.state.settings
    return WelcomePage(
        action=f"/welkom/{token}",
        email=account.email or "",
        name=name,
        errors=errors,
        rules=passwords.RULES,
        optional=password_may_lack(settings),
        openid=settings.openid_name if settings.openid_issuer else "",
        mails=settings.mails,
    )
