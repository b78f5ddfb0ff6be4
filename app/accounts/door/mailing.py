"""Letters with a link, made after the answer has left: how long that takes tells nobody whether an address is known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from anyio.to_thread import run_sync
from starlette.background import BackgroundTask

from app.accounts import letters, tries
from app.accounts.door.service import is_address, normalised
from app.accounts.links import HANDED_OVER, make_link
from app.db import begin_writing
from app.mail.post import post
from app.store.accounts import find_account_by_email
from app.web.dependencies import absolute
from app.web.forms import FieldError

if TYPE_CHECKING:
    from fastapi import Request

    from app.accounts.links import Purpose
    from app.db import Session
    from app.mail.post import Letter
    from app.models import Account

NO_ADDRESS = (FieldError("email", "Vul een e-mailadres in, zoals naam@gemeente.nl."),)


def address_in(text: str) -> str | None:
    """Return the address that somebody typed, or None when it cannot be one."""
    email = normalised(text)
    return email if is_address(email) else None


def letter_to(request: Request, email: str, purpose: Purpose) -> BackgroundTask | None:
    """Return what is done after the answer for who has this address, if anybody. Raises `Refusal` (429)."""
    return BackgroundTask(_in_turn, request, email, purpose) if tries.claim_letter(request, email) else None


async def _in_turn(request: Request, email: str, purpose: Purpose) -> None:
    async with request.app.state.writing_turns:
        await run_sync(_write, request, email, purpose)


def _write(request: Request, email: str, purpose: Purpose) -> None:
    with begin_writing(request.app.state.engine) as session:
        account = find_account_by_email(session, email)
        if account is not None and not account.is_example:
            post(session, "account", _letter(request, session, account, purpose), request.app.state.today())


def _letter(request: Request, session: Session, account: Account, purpose: Purpose) -> Letter:
    mails, now = request.app.state.settings.mails, request.app.state.now()
    lasts = None if mails else HANDED_OVER
    address = absolute(request, make_link(session, account, purpose, now, lasts=lasts))
    if purpose == "sign_in":
        return letters.sign_in_link(account, address)
    return letters.password_link(account, address, "twee uur" if mails else _in_words(HANDED_OVER))


def _in_words(lasts: timedelta) -> str:
    return f"{lasts.days} dagen"
