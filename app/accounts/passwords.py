"""Passwords: what they must be, and choosing another.

As NIST SP 800-63B says: long enough, and no rules about signs, which make people choose worse ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts import letters
from app.accounts.audit import Act, note
from app.mail.post import post
from app.store.sign_ins import delete_links_of, end_sign_ins_of
from app.web.forms import FieldError

if TYPE_CHECKING:
    from datetime import date

    from app.db import Session
    from app.models import Account

SHORTEST, LONGEST = 12, 200
RULES = (
    f"Minstens {SHORTEST} tekens. Een zin van een paar woorden is sterk en makkelijk te onthouden. "
    "Niet uw naam of e-mailadres."
)
"""What a form says beforehand."""


def faults(password: str, again: str, *, names: tuple[str, ...]) -> tuple[FieldError, ...]:
    """Return what is wrong with a password that somebody chooses; `names` are their name and address."""
    if wrong := _fault(password, names):
        return (FieldError("password", wrong),)
    if again != password:
        return (FieldError("again", "Dit is niet hetzelfde wachtwoord. Typ het nog een keer."),)
    return ()


def _fault(password: str, names: tuple[str, ...]) -> str:
    if len(password) < SHORTEST:
        return f"Kies een wachtwoord van minstens {SHORTEST} tekens."
    if len(password) > LONGEST:
        return f"Kies een wachtwoord van hoogstens {LONGEST} tekens."
    if len(set(password)) == 1:
        return "Kies een wachtwoord met meer dan één soort teken."
    if _bare(password) in {_bare(name) for name in names}:
        return "Kies een wachtwoord dat niet uw naam of e-mailadres is."
    return ""


def _bare(text: str) -> str:
    """A text without what makes no difference.

    >>> _bare("Sanne de Vries ") == _bare("sannedevries")
    True
    """
    return "".join(text.split()).casefold()


def keep_password(
    session: Session, account: Account, password_hash: str, *, mails: bool, today: date, besides: str = ""
) -> None:
    """Give an account, which is locked, another password; whoever came in with the old one is out.

    Only the browser with the token of the hash `besides` stays. Where mail is sent a letter tells the owner.
    """
    account.password_hash = password_hash
    end_sign_ins_of(session, account.id, besides=besides)
    delete_links_of(session, account.id)
    note(session, Act.PASSWORD_CHANGED, "eigen wachtwoord", by=account)
    if mails:
        post(session, "account", letters.password_changed(account), today)
