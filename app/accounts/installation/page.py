"""The pages of who runs the installation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.installation.post import HOME
from app.accounts.people.confirm import ConfirmPage
from app.accounts.people.page import AccessPage, PersonRow
from app.accounts.people.standing import is_new
from app.web.formatting import capitalised, date_in_words, enumeration
from app.web.forms import error_at
from app.web.page import Link, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.models import Account, Municipality
    from app.store.grants import HeldRole
    from app.web.forms import FieldError

DONE = {
    "uitgenodigd": "De uitnodiging is gemaakt.",
    "uitgenodigd-moderator": "De uitnodiging is gemaakt. Deze persoon was moderator van een scan in deze gemeente. Die "
    "rol is nu geëindigd.",
    "opnieuw": "Er gaat opnieuw een bericht naar dit adres. Een eerdere link werkt niet meer.",
    "ingetrokken": "De rol is ingetrokken. Dat geldt vanaf nu.",
    "uitgelogd": "Deze persoon is overal uitgelogd.",
    "verwijderd": "Het account is verwijderd.",
    "doorgegeven": "Het bericht is verwijderd uit deze lijst.",
    "geprobeerd": "Het bericht wordt nu opnieuw geprobeerd. Vernieuw deze pagina om te zien of het is gelukt.",
}
"""What a page can say was just done, by the word in its address."""


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """What there is to do, the municipalities in use, and what the settings say. `post` is the post in short."""

    done: str
    post: str
    municipalities: tuple[tuple[Link, str], ...]
    people: int
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class CoordinatorsPage(Page):
    """The coördinatoren of one municipality; `people` is where they are managed by who may, or empty."""

    done: str
    coordinators: tuple[PersonRow, ...]
    invite: str
    people: str


@dataclass(frozen=True, kw_only=True)
class InvitePage(AccessPage):
    """The form in which a coördinator of any municipality is invited; `municipality` is the one that is chosen."""

    municipality: str
    municipalities: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class AdministratorsPage(AccessPage):
    """Who runs the installation."""

    people: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """One account in the list."""

    name: str
    email: str
    href: str
    roles: str
    about: str

    @property
    def text(self) -> str:
        """Everything that stands there, to search in."""
        return f"{self.name} {self.email} {self.roles} {self.about}".casefold()


@dataclass(frozen=True, kw_only=True)
class AccountsPage(Page):
    """Everybody who can sign in and fits what is searched for; `found` is how many that are, empty without a search."""

    done: str
    query: str
    found: str
    accounts: tuple[AccountRow, ...]


@dataclass(frozen=True, kw_only=True)
class AccountPage(Page):
    """One account: how it is known, its roles, and what can be done about it."""

    done: str
    facts: tuple[tuple[str, str], ...]
    address: str


@dataclass(frozen=True, kw_only=True)
class RemovePage(ConfirmPage):
    """Whether an account may be deleted. `agreement` is what somebody must tick first, or empty."""

    lost: tuple[str, ...]
    agreement: str
    errors: tuple[FieldError, ...] = ()

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return error_at(self.errors, field)


def row(held: HeldRole, you: str) -> PersonRow:
    """Somebody with a role, as who runs the installation sees them."""
    account = held.account
    email, day = account.email or "", date_in_words(held.grant.granted_on)
    return PersonRow(
        name=account.name,
        email=email if account.name != email else "",
        about=f"uitgenodigd op {day}, nog niet begonnen" if is_new(account) else f"sinds {day}",
        is_you=account.id == you,
        is_invited=is_new(account),
        end=f"/beheer/rollen/{held.id}/intrekken",
        again=f"/beheer/rollen/{held.id}/opnieuw",
    )


def municipality_rows(municipalities: Iterable[Municipality], roles: Sequence[HeldRole]) -> Iterable[tuple[Link, str]]:
    """The municipalities in use, with who coordinates them."""
    for one in municipalities:
        names = [
            f"{held.account.name} (nog niet begonnen)" if is_new(held.account) else held.account.name
            for held in roles
            if held.grant.role == "coordinator" and held.grant.municipality_code == one.code
        ]
        yield Link(one.name, f"/beheer/gemeenten/{one.code}"), enumeration(names) or "nog geen coördinator"


def account_row(account: Account, roles: Iterable[str]) -> AccountRow:
    """One account in the list."""
    email = account.email or ""
    return AccountRow(
        name=account.name,
        email=email if account.name != email else "",
        href=f"/beheer/accounts/{account.id}",
        roles=capitalised(enumeration(roles)) or "Geen rol",
        about=signed_in(account),
    )


def signed_in(account: Account) -> str:
    """When somebody last signed in."""
    if account.signed_in_at is None:
        return "nog nooit ingelogd"
    return f"laatst ingelogd op {date_in_words(account.signed_in_at.date())}"


def take_away_page(held: HeldRole, role: str, back: str, you: str) -> ConfirmPage:
    """Whether somebody may lose a role of coördinator or beheerder."""
    yours = ("Dit is uw eigen rol: u komt daarna niet meer op deze pagina’s.",) if held.account.id == you else ()
    return ConfirmPage(
        title="Rol intrekken",
        section="beheer",
        breadcrumbs=(HOME,),
        about=f"{held.account.email}, {role}",
        explanation=(*yours, "Deze persoon verliest deze rol meteen, ook als die nu is ingelogd."),
        button="Trek de rol in",
        action=f"/beheer/rollen/{held.id}/intrekken",
        back=back,
    )


def remove_page(account: Account, roles: Sequence[str], alone: Sequence[str]) -> RemovePage:
    """Whether an account may be deleted for ever."""
    address = f"/beheer/accounts/{account.id}"
    verb = "heeft" if len(alone) == 1 else "hebben"
    return RemovePage(
        title="Account verwijderen",
        section="beheer",
        breadcrumbs=(HOME, Link("Accounts", "/beheer/accounts"), Link(account.name, address)),
        about=account.email or account.name,
        explanation=(
            "Verwijderen is voorgoed. Deze persoon kan daarna niet meer inloggen. Scans en uitslagen blijven.",
            *((f"{enumeration(alone)} {verb} daarna geen coördinator. Nodig daarna een ander uit.",) if alone else ()),
        ),
        lost=(
            "het account, met het wachtwoord en wat er verder is om in te loggen",
            *(f"de rol ‘{role}’" for role in roles),
        ),
        agreement=f"Ja, ook al {verb} {enumeration(alone)} dan geen coördinator" if alone else "",
        button="Verwijder voorgoed",
        action=f"{address}/verwijderen",
        back=address,
    )
