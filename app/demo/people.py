"""Example people, one for each role, as whom one signs in with one click on the machine of a developer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.models import Account, Grant
from app.store import accounts
from app.store.scans import list_example_scans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.db import Session
    from app.store.scans import ScanInContext

HOUTEN = "GM0321"


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """Somebody who does not exist."""

    role: str
    name: str

    @property
    def id(self) -> str:
        """The id of the account, the same on every machine."""
        return f"voorbeeld-{self.role}"


PEOPLE = (
    ExamplePerson("coordinator", "Coördinator van Houten (voorbeeld)"),
    ExamplePerson("meelezer", "Meelezer in Houten (voorbeeld)"),
    ExamplePerson("adviseur", "Adviseur van drie gemeenten (voorbeeld)"),
    ExamplePerson("moderator", "Moderator van opmerkingen (voorbeeld)"),
    ExamplePerson("beheerder", "Beheerder (voorbeeld)"),
)


def load_people(session: Session, today: date) -> None:
    """Add the example people with their roles; who is there already stays as they are."""
    for person in PEOPLE:
        if accounts.find_account(session, person.id) is None:
            _add(session, person, today)


def _add(session: Session, person: ExamplePerson, today: date) -> None:
    account = Account(
        id=person.id, name=person.name, email=f"{person.role}@voorbeeld.invalid", is_example=True, made_on=today
    )
    accounts.add_account(session, account)
    for grant in _grants(person, list_example_scans(session), today):
        accounts.add_grant(session, grant)


def _grants(person: ExamplePerson, examples: list[ScanInContext], today: date) -> Iterator[Grant]:
    match person.role:
        case "coordinator" | "meelezer":
            yield Grant(account_id=person.id, role=person.role, municipality_code=HOUTEN, granted_on=today)
        case "adviseur":
            for one in sorted({one.scan.collaboration_id for one in examples}):
                yield Grant(account_id=person.id, role=person.role, collaboration_id=one, granted_on=today)
        case "moderator":
            for example in examples:
                yield Grant(account_id=person.id, role=person.role, scan_id=example.scan.id, granted_on=today)
        case _:
            yield Grant(account_id=person.id, role=person.role, granted_on=today)
