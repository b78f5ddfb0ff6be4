"""Wrong passwords and codes are slowed down, and nobody locks out anybody else.

A browser in which somebody signed in before has a cookie that says so ("device cookie", as OWASP calls it). Its tries
are counted by themselves: whatever others do elsewhere, the owner gets in. Other browsers are counted per address and
network, and generously per network, because a town hall sits behind one. Counted are keyed hashes in memory.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from app.accounts.devices import device_in
from app.web.errors import Refusal
from app.web.formatting import counted
from app.web.page import Link
from app.web.throttle import Throttle, network_of

if TYPE_CHECKING:
    from fastapi import Request

    from app.models import Account

PERIOD = 15 * 60
"""Seconds in which tries are counted."""
HOUR = 60 * 60
BY_LINK = Link("Log in met een link per e-mail", "/inloggen/link")
AGAIN = Link("Naar inloggen", "/inloggen")


class Tries:
    """How often something was tried lately: passwords, codes of an app, and letters that were asked for."""

    def __init__(self) -> None:
        self.passwords = Throttle(10, PERIOD)
        self.networks = Throttle(300, PERIOD)
        self.codes = Throttle(5, PERIOD)
        self.proofs = Throttle(10, PERIOD)
        self.letters = Throttle(5, PERIOD)
        self.letters_to_one = Throttle(10, HOUR)
        self.letters_of_network = Throttle(100, PERIOD)


def claim_password(request: Request, email: str, account: Account | None) -> None:
    """Count a try before it is looked at. Raises `Refusal` (429) when there were too many."""
    tries = tries_in(request)
    device = device_in(request, account)
    seconds = tries.passwords.claim(_of_password(request, email, device))
    if not device:
        seconds = max(seconds, tries.networks.wait(request))
    if seconds:
        raise too_often("een wachtwoord", seconds, BY_LINK if request.app.state.settings.mails else AGAIN)


def count_wrong_password(request: Request) -> None:
    """Note that a password was wrong, for the network that it came from."""
    tries_in(request).networks.count(request)


def forget_passwords(request: Request, email: str, account: Account) -> None:
    """Let who gave the right password begin anew."""
    tries_in(request).passwords.forget(_of_password(request, email, device_in(request, account)))


def claim_code(request: Request, account: Account) -> None:
    """Count a try of the second step before it is looked at. Raises `Refusal` (429) when there were too many."""
    if seconds := tries_in(request).codes.claim(_of_code(request, account)):
        raise too_often("een code", seconds, Link("Terug naar de code", "/inloggen/code"))


def forget_codes(request: Request, account: Account) -> None:
    """Let who gave the right code begin anew."""
    tries_in(request).codes.forget(_of_code(request, account))


def claim_proof(request: Request, account: Account) -> None:
    """Count that somebody who is signed in shows again who they are. Raises `Refusal` (429)."""
    if seconds := tries_in(request).proofs.claim(account.id):
        raise too_often("een wachtwoord of code", seconds, Link("Naar uw account", "/account"))


def forget_proofs(request: Request, account: Account) -> None:
    """Let who showed it begin anew."""
    tries_in(request).proofs.forget(account.id)


def claim_letter(request: Request, email: str) -> bool:
    """Count that a letter is asked for, and return whether it may go: nobody's mailbox is filled.

    Raises `Refusal` (429), known address or not, when the same network asks too often.
    """
    tries = tries_in(request)
    seconds = max(
        tries.letters.claim(f"{email} {network_of(request)}"),
        tries.letters_of_network.claim(request),
    )
    if seconds:
        raise too_often("een link", seconds, AGAIN, verb="gevraagd")
    return tries.letters_to_one.claim(email) == 0


def tries_in(request: Request) -> Tries:
    """Return what this process has counted."""
    tries: Tries = request.app.state.tries
    return tries


def _of_password(request: Request, email: str, device: str | None) -> str:
    return f"device {device}" if device else f"{email} {network_of(request)}"


def _of_code(request: Request, account: Account) -> str:
    device = device_in(request, account)
    return f"device {device}" if device else f"account {account.id}"


def too_often(what: str, seconds: int, way: Link, *, verb: str = "geprobeerd") -> Refusal:
    """Return the refusal of who has to wait."""
    return Refusal(
        429,
        title="Even wachten",
        explanation=f"Er is te vaak achter elkaar {what} {verb}. Er is niets veranderd.",
        advice=f"Wacht {counted(ceil(seconds / 60), 'minuut', 'minuten')} en probeer het dan opnieuw.",
        way=way,
        headers={"Retry-After": str(seconds)},
    )
