"""The pages about people and their roles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.people.standing import who_began
from app.web.formatting import date_in_words
from app.web.forms import error_at
from app.web.page import Link, Page
from app.web.size_classes import SIZE_CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from app.models import Municipality
    from app.store.collaborations import CollaborationInContext
    from app.store.grants import HeldRole
    from app.store.scans import ScanInContext
    from app.web.forms import FieldError

LIST = Link("Samenwerkingen", "/samenwerkingen")
DONE = {
    "uitgenodigd": "De uitnodiging is gemaakt.",
    "uitgenodigd-moderator": "De uitnodiging is gemaakt. Deze persoon was moderator van een scan. Die rol is nu "
    "geëindigd, en dat staat ook in het bericht.",
    "opnieuw": "Er gaat opnieuw een bericht naar dit adres. Een eerdere link werkt niet meer.",
    "ingetrokken": "De toegang is ingetrokken. Dat geldt vanaf nu.",
    "gegeven": "De toegang is gegeven.",
    "inwoners": "Het aantal inwoners is opgeslagen.",
}
"""What a page can say was just done, by the word in its address."""
BY_MAIL = "Het bericht gaat per e-mail."
BY_HAND = "Deze installatie verstuurt geen e-mail: de beheerder geeft het bericht door."


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody with a role. Of who has not begun only the address is known; `end` takes the role away."""

    name: str
    email: str
    about: str
    is_you: bool
    is_invited: bool
    end: str
    again: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The people with one role at one place, and where that is changed."""

    name: str
    about: str
    href: str
    people: tuple[PersonRow, ...]


@dataclass(frozen=True, kw_only=True)
class AccessPage(Page):
    """A page on which people get a role by their address; `how` says how they are told."""

    about: str
    action: str
    how: str
    email: str = ""
    role: str = ""
    errors: tuple[FieldError, ...] = ()
    done: str = ""

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return error_at(self.errors, field)


@dataclass(frozen=True, kw_only=True)
class PeoplePage(AccessPage):
    """Everybody with a role in one municipality; `hand_over` is where the own role is handed over, or empty.

    `size` says how many inhabitants there are, and `choose_size` is where that is chosen; `languages` is where is
    decided in which languages residents can answer; `log` is where is read what was done there.
    """

    coordinators: tuple[PersonRow, ...]
    readers: tuple[PersonRow, ...]
    advisers: tuple[Group, ...]
    moderators: tuple[Group, ...]
    hand_over: str
    size: str
    choose_size: str
    languages: str
    log: str


@dataclass(frozen=True, kw_only=True)
class AdvisersPage(AccessPage):
    """The advisers of one collaboration."""

    people: tuple[PersonRow, ...]


@dataclass(frozen=True, kw_only=True)
class ModeratorsPage(AccessPage):
    """The moderators of one scan."""

    people: tuple[PersonRow, ...]


@dataclass(frozen=True, kw_only=True)
class MunicipalitiesPage(Page):
    """The municipalities of which somebody manages the people."""

    municipalities: tuple[Link, ...]


def address_of(code: str) -> str:
    """Where the people of a municipality are found."""
    return f"/gemeenten/{code}/mensen"


def municipalities_page(found: Iterable[Municipality]) -> MunicipalitiesPage:
    """The municipalities to choose from."""
    return MunicipalitiesPage(
        title="Mensen en toegang",
        section="samenwerkingen",
        breadcrumbs=(LIST,),
        municipalities=tuple(Link(one.name, address_of(one.code)) for one in found),
    )


def people_page(municipality: Municipality, roles: Sequence[HeldRole], you: str, how: str) -> PeoplePage:
    """Everybody with a role in a municipality."""
    base = address_of(municipality.code)
    rows = {one.id: _row(one, who_began(roles), you, base) for one in roles}
    mine = any(one.grant.role == "coordinator" and one.account.id == you for one in roles)
    return PeoplePage(
        title=f"Mensen van {municipality.name}",
        section="samenwerkingen",
        breadcrumbs=(LIST,),
        about="",
        action=base,
        how=how,
        coordinators=tuple(rows[one.id] for one in roles if one.grant.role == "coordinator"),
        readers=tuple(rows[one.id] for one in roles if one.grant.role == "meelezer"),
        advisers=tuple(_groups("adviseur", roles, rows)),
        moderators=tuple(_groups("moderator", roles, rows)),
        hand_over=f"/gemeenten/{municipality.code}/overdragen" if mine else "",
        size=SIZE_CLASSES.get(municipality.size_class or 0, "nog niet opgegeven"),
        choose_size=f"/gemeenten/{municipality.code}/inwoners",
        languages=f"/gemeenten/{municipality.code}/talen",
        log=f"/gemeenten/{municipality.code}/logboek",
    )


def advisers_page(found: CollaborationInContext, roles: Sequence[HeldRole], you: str, how: str) -> AdvisersPage:
    """The advisers of one collaboration."""
    about = found.collaboration
    base = f"{LIST.href}/{about.id}"
    here = [one for one in roles if one.grant.collaboration_id == about.id]
    return AdvisersPage(
        title="Adviseurs",
        section="samenwerkingen",
        breadcrumbs=(LIST, Link(about.name, base)),
        about=f"{about.name}, {found.municipality.name}",
        action=f"{base}/toegang",
        how=how,
        people=tuple(_row(one, who_began(roles), you, f"{base}/toegang") for one in here),
    )


def moderators_page(found: ScanInContext, roles: Sequence[HeldRole], you: str, how: str) -> ModeratorsPage:
    """The moderators of one scan."""
    about, desk = found.collaboration, f"/scans/{found.scan.id}/beheer"
    here = [one for one in roles if one.grant.scan_id == found.scan.id]
    return ModeratorsPage(
        title="Moderator",
        section="samenwerkingen",
        breadcrumbs=(LIST, Link(about.name, f"{LIST.href}/{about.id}"), Link(found.scan.name, desk)),
        about=f"{found.scan.name}, {about.name}, {found.municipality.name}",
        action=f"{desk}/moderator",
        how=how,
        people=tuple(_row(one, who_began(roles), you, f"{desk}/moderator") for one in here),
    )


def _groups(role: str, roles: Iterable[HeldRole], rows: dict[int, PersonRow]) -> Iterator[Group]:
    """The people with a role, by the collaboration or the scan where they have it."""
    found: dict[str, list[HeldRole]] = defaultdict(list)
    for one in roles:
        if one.grant.role == role and one.collaboration:
            found[_place(one)].append(one)
    for href, held in sorted(found.items(), key=lambda group: _names(group[1][0])):
        name, about = _names(held[0])
        yield Group(name=name, about=about, href=href, people=tuple(rows[one.id] for one in held))


def _place(held: HeldRole) -> str:
    if held.scan:
        return f"/scans/{held.scan.id}/beheer/moderator"
    return f"{LIST.href}/{held.grant.collaboration_id}/toegang"


def _names(held: HeldRole) -> tuple[str, str]:
    collaboration = held.collaboration.name if held.collaboration else ""
    return (held.scan.name, collaboration) if held.scan else (collaboration, "")


def _row(held: HeldRole, began: frozenset[str], you: str, base: str) -> PersonRow:
    account = held.account
    known = account.id in began or account.id == you
    email = account.email or ""
    return PersonRow(
        name=account.name if known else email,
        email=email if known and account.name != email else "",
        about=_since(held.grant.granted_on, known=known),
        is_you=account.id == you,
        is_invited=not known,
        end=f"{base}/{held.id}/intrekken",
        again=f"{base}/{held.id}/opnieuw",
    )


def _since(day: date, *, known: bool) -> str:
    return f"toegang sinds {date_in_words(day)}" if known else f"uitgenodigd op {date_in_words(day)}, nog niet begonnen"
