"""`vensterscan user`: the first people of an installation, and a way back in for who lost theirs.

What a command works with is imported when it runs, so that each starts fast.
"""

from __future__ import annotations

from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from app.config import FIRST_PORT, SettingsError, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.accounts.links import Purpose
    from app.config import Settings
    from app.db import Session
    from app.models import Account

REFUSED = 2

user = typer.Typer(help="Mensen die inloggen: iemand toevoegen, of weer binnenlaten.", no_args_is_help=True)


class AddedRole(StrEnum):
    """A role that is given at the command line; the others are given in the service."""

    BEHEERDER = "beheerder"
    COORDINATOR = "coordinator"


Email = Annotated[str, typer.Argument(help="Het e-mailadres waarmee iemand inlogt.")]


@user.command()
def add(
    email: Email,
    name: Annotated[str, typer.Option("--naam", help="Hoe iemand heet.")],
    role: Annotated[AddedRole, typer.Option("--rol", help="De rol die iemand krijgt.")],
    municipality: Annotated[
        str | None, typer.Option("--gemeente", help="CBS-code zoals GM0321; nodig bij een coördinator.")
    ] = None,
) -> None:
    """Voeg iemand met een rol toe, en toon de link waarmee die begint."""
    from app.accounts.door.service import is_address, normalised  # noqa: PLC0415
    from app.accounts.names import fault_in_name, plain_name  # noqa: PLC0415
    from app.store.accounts import find_account_by_email  # noqa: PLC0415
    from app.store.municipalities import find_municipality  # noqa: PLC0415

    address, called = normalised(email), plain_name(name)
    if not is_address(address):
        _refuse(f"{email} is geen e-mailadres.")
    if fault := fault_in_name(called):
        _refuse(fault[0].message)
    if (role is AddedRole.COORDINATOR) != (municipality is not None):
        _refuse("Geef bij een coördinator de gemeente met --gemeente, en bij een beheerder niet.")
    with _writing() as (settings, session):
        if municipality is not None and find_municipality(session, municipality) is None:
            _refuse(f"De gemeente {municipality} is niet bekend. Gebruik de CBS-code, zoals GM0321.")
        if find_account_by_email(session, address) is not None:
            _refuse(f"Er is al een account met het adres {address}. Gebruik zo nodig ‘vensterscan user reset’.")
        account = _added(session, address, called, role, municipality)
        _show(settings, session, account, "welcome", "begint")


@user.command()
def reset(
    email: Email,
    two_steps: Annotated[
        bool, typer.Option("--twee-stappen", help="Zet ook inloggen in twee stappen uit: telefoon en codes zijn kwijt.")
    ] = False,
) -> None:
    """Toon een link waarmee iemand een nieuw wachtwoord kiest."""
    from app.accounts.audit import Act, note  # noqa: PLC0415
    from app.accounts.door.service import normalised  # noqa: PLC0415
    from app.accounts.two_steps import switch_off  # noqa: PLC0415
    from app.store.accounts import find_account_by_email, lock_account  # noqa: PLC0415

    with _writing() as (settings, session):
        found = find_account_by_email(session, normalised(email))
        account = lock_account(session, found.id) if found else None
        if account is None:
            _refuse(f"Er is geen account met het adres {normalised(email)}.")
        if two_steps and account.totp_secret is not None:
            switch_off(session, account)
            note(session, Act.TWO_STEPS_OFF, f"account van {account.name}, met de opdrachtregel")
        _show(settings, session, account, "password", "een nieuw wachtwoord kiest")


def _added(session: Session, email: str, name: str, role: AddedRole, municipality: str | None) -> Account:
    import secrets  # noqa: PLC0415

    from app.models import Account, Grant  # noqa: PLC0415
    from app.store.accounts import add_account, add_grant  # noqa: PLC0415
    from app.web.dependencies import today_in_amsterdam  # noqa: PLC0415

    today = today_in_amsterdam()
    account = add_account(session, Account(id=secrets.token_hex(16), name=name, email=email, made_on=today))
    add_grant(
        session,
        Grant(account_id=account.id, role=role.value, municipality_code=municipality, granted_on=today),
    )
    return account


def _show(settings: Settings, session: Session, account: Account, purpose: Purpose, does: str) -> None:
    """Show a link, once: it is not kept."""
    from app.accounts.links import HANDED_OVER, WORKS, make_link  # noqa: PLC0415
    from app.web.dependencies import now_in_universal_time  # noqa: PLC0415

    lasts = max(WORKS[purpose], HANDED_OVER)
    path = make_link(session, account, purpose, now_in_universal_time(), lasts=lasts)
    base = settings.base_url or f"http://127.0.0.1:{settings.port or FIRST_PORT}"
    typer.echo(f"De link waarmee {account.name} {does}. Hij werkt één keer, {lasts.days} dagen lang:")
    typer.echo(f"{base}{path}")


@contextmanager
def _writing() -> Iterator[tuple[Settings, Session]]:
    """Open the database, which must be of this version, for one transaction."""
    from app.db import DatabaseError, begin_writing, make_engine  # noqa: PLC0415
    from app.db.migration import require_current  # noqa: PLC0415

    try:
        settings = load_settings()
    except SettingsError as error:
        _refuse(*error.problems)
    engine = make_engine(settings.database_url)
    try:
        require_current(engine)
        with begin_writing(engine) as session:
            yield settings, session
    except DatabaseError as error:
        _refuse(str(error), status=1)
    finally:
        engine.dispose()


def _refuse(*problems: str, status: int = REFUSED) -> NoReturn:
    for problem in problems:
        typer.echo(problem, err=True)
    raise typer.Exit(status)
