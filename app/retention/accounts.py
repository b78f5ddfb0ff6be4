"""Accounts that nobody uses: when they are deleted, and the letter that comes before.

Who was invited and never came is deleted without another letter. Anybody else is written first, and deleted when that
was long enough ago and they did not sign in since. The last beheerder, examples and programs always stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.audit import Act, note
from app.accounts.sign_ins import aware
from app.mail.post import Letter, post
from app.retention.periods import NEVER_USED, UNUSED, WARNED, WITHOUT_ROLE
from app.store.accounts import delete_account
from app.store.erasures import note_erasure
from app.store.retention import list_people
from app.web.formatting import AMSTERDAM, date_in_words

if TYPE_CHECKING:
    from datetime import date, datetime

    from app.db import Session
    from app.models import Account
    from app.store.retention import Person


@dataclass(frozen=True, slots=True)
class Moment:
    """The day in Amsterdam, the moment, and the address of this installation, where it has one, for a letter."""

    today: date
    now: datetime
    address: str | None = None


def delete_unused(session: Session, moment: Moment) -> int:
    """Delete the accounts that nobody uses, and return how many. The caller is alone, so that one beheerder is left."""
    deleted = 0
    for person in _people_who_may_go(session):
        if _is_over(person, moment):
            note(session, Act.UNUSED_ACCOUNT_DELETED, person.account.name)
            delete_account(session, person.account)
            deleted += 1
    if deleted:
        note_erasure(session, moment.today)
    return deleted


def warn_unused(session: Session, moment: Moment) -> int:
    """Write everybody whose account will be deleted and who was not written about it, and return how many."""
    warned = 0
    for person in _people_who_may_go(session):
        account = person.account
        if _never_came(person) or _is_warned(account) or moment.today < _over_on(person) - WARNED:
            continue
        account.warned_on = moment.today
        session.add(account)
        post(session, "notice", _letter(person, moment), moment.today)
        warned += 1
    return warned


def _people_who_may_go(session: Session) -> list[Person]:
    """Everybody but the last beheerder: of several it is the one who was here last."""
    people = list_people(session)
    beheerders = [person.account.id for person in people if "beheerder" in person.roles]
    return [person for person in people if person.account.id not in beheerders[-1:]]


def _is_over(person: Person, moment: Moment) -> bool:
    account = person.account
    if _never_came(person):
        is_welcome = person.welcome_until is not None and aware(person.welcome_until) > moment.now
        return not is_welcome and moment.today >= account.made_on + NEVER_USED
    if account.warned_on is None or not _is_warned(account):
        return False
    return moment.today >= max(_over_on(person), account.warned_on + WARNED)


def _never_came(person: Person) -> bool:
    return person.account.signed_in_at is None


def _is_warned(account: Account) -> bool:
    """Whether somebody was written since they were here last."""
    return account.warned_on is not None and account.warned_on > _last_day(account)


def _over_on(person: Person) -> date:
    return _last_day(person.account) + (UNUSED if person.roles else WITHOUT_ROLE)


def _last_day(account: Account) -> date:
    """The day on which somebody was here last."""
    if account.signed_in_at is None:
        return account.made_on
    return max(account.made_on, aware(account.signed_in_at).astimezone(AMSTERDAM).date())


def _letter(person: Person, moment: Moment) -> Letter:
    account, day = person.account, date_in_words(max(_over_on(person), moment.today + WARNED))
    where = f" op {moment.address}" if moment.address else ""
    last = date_in_words(_last_day(account))
    why = (
        f"U logde voor het laatst in op {last}."
        if person.roles
        else f"U heeft daar geen rol meer, en logde voor het laatst in op {last}."
    )
    return Letter(
        address=account.email or "",
        subject="Uw account bij Vensterscan wordt verwijderd",
        text=(
            f"Beste {account.name},\n\n"
            f"U heeft een account bij Vensterscan{where}. {why} Wat niet meer wordt gebruikt, bewaren wij niet. "
            f"Op {day} verwijderen wij uw account, met uw naam en uw e-mailadres.\n\n"
            f"Wilt u het account houden? Log dan in vóór {day}. Dat is genoeg.\n"
            "Heeft u het niet meer nodig? Dan hoeft u niets te doen.\n"
        ),
    )
