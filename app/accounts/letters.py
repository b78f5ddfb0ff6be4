"""What people with an account are written about signing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.mail.post import Letter

if TYPE_CHECKING:
    from app.models import Account

NOT_YOU = (
    "Was u dit niet? Vraag dan meteen een nieuw wachtwoord aan op de inlogpagina van Vensterscan, en meld het bij de "
    "beheerder."
)
IGNORE = "Heeft u hier niet om gevraagd? Dan hoeft u niets te doen: zonder deze link verandert er niets."


def _letter(account: Account, subject: str, *paragraphs: str) -> Letter:
    return Letter(
        address=account.email or "", subject=subject, text="\n\n".join((f"Beste {account.name},", *paragraphs)) + "\n"
    )


def sign_in_link(account: Account, address: str) -> Letter:
    """The letter with a link to sign in."""
    return _letter(
        account,
        "Uw link om in te loggen bij Vensterscan",
        "Met deze link logt u in bij Vensterscan. Open hem en druk op de knop.",
        address,
        "De link werkt één keer, en een half uur lang. Geef hem aan niemand anders.",
        IGNORE,
    )


def password_link(account: Account, address: str, lasts: str) -> Letter:
    """The letter with a link to choose another password."""
    return _letter(
        account,
        "Kies een nieuw wachtwoord voor Vensterscan",
        "Met deze link kiest u een nieuw wachtwoord voor Vensterscan.",
        address,
        f"De link werkt één keer, en {lasts} lang. Geef hem aan niemand anders.",
        IGNORE,
    )


def password_changed(account: Account) -> Letter:
    """The letter that tells that the password is another one."""
    return _letter(
        account,
        "Uw wachtwoord voor Vensterscan is gewijzigd",
        "Het wachtwoord van uw account bij Vensterscan is zojuist gewijzigd. Overal waar u ingelogd was, bent u nu "
        "uitgelogd.",
        NOT_YOU,
    )


def two_steps_off(account: Account) -> Letter:
    """The letter that tells that one step is enough from now on."""
    return _letter(
        account,
        "Inloggen in twee stappen staat uit",
        "Inloggen in twee stappen is voor uw account bij Vensterscan zojuist uitgezet.",
        NOT_YOU,
    )
