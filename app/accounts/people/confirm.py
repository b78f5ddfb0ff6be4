"""The pages that ask whether a role may really be taken away or handed over, and say what that means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.accounts.people.page import LIST, address_of
from app.accounts.people.places import place_of
from app.web.forms import error_at
from app.web.page import Link, Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.models import Municipality
    from app.store.grants import HeldRole
    from app.web.forms import FieldError


@dataclass(frozen=True, kw_only=True)
class ConfirmPage(Page):
    """A question: what happens, the button, and where one can go instead."""

    about: str
    explanation: tuple[str, ...]
    button: str
    action: str
    back: str


@dataclass(frozen=True, kw_only=True)
class HandOverPage(Page):
    """To whom somebody hands over; `people` are pairs of an account and its name, none where nobody can take over."""

    about: str
    people: tuple[tuple[str, str], ...]
    action: str
    back: str
    errors: tuple[FieldError, ...] = ()

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return error_at(self.errors, field)


MEANS = {
    "coordinator": "Deze persoon kan dan geen scans meer beheren en geen uitslagen meer lezen van deze gemeente.",
    "meelezer": "Deze persoon kan dan geen uitslagen meer lezen van deze gemeente.",
    "adviseur": "Deze persoon kan dan de uitslagen van deze samenwerking niet meer lezen.",
    "moderator": "Deze persoon kan dan de opmerkingen van deze scan niet meer lezen of vrijgeven.",
}
"""What taking a role away means."""


def withdraw_page(held: HeldRole, municipality: Municipality, you: str) -> ConfirmPage:
    """Whether somebody may lose a role."""
    back = address_of(municipality.code)
    yours = ("Dit is uw eigen rol: u komt daarna niet meer op deze pagina’s.",) if held.account.id == you else ()
    role = place_of(held, municipality).in_words
    return ConfirmPage(
        title="Toegang intrekken",
        section="samenwerkingen",
        breadcrumbs=(LIST, Link(f"Mensen van {municipality.name}", back)),
        about=f"{held.account.email}, {role}",
        explanation=(*yours, MEANS[held.grant.role], "Dat geldt meteen, ook als deze persoon nu is ingelogd."),
        button="Trek de toegang in",
        action=f"{back}/{held.id}/intrekken",
        back=back,
    )


def withdraw_elsewhere(held: HeldRole, municipality: Municipality, way: tuple[Link, ...], back: str) -> ConfirmPage:
    """The same on the pages of one collaboration or scan, to which `way` leads and that stand at `back`."""
    page = withdraw_page(held, municipality, you="")
    return replace(page, breadcrumbs=way, action=f"{back}/{held.id}/intrekken", back=back)


def hand_over_page(
    municipality: Municipality, people: Iterable[HeldRole], errors: tuple[FieldError, ...] = ()
) -> HandOverPage:
    """To whom somebody can hand over."""
    back = address_of(municipality.code)
    return HandOverPage(
        title="Uw rol overdragen",
        section="samenwerkingen",
        breadcrumbs=(LIST, Link(f"Mensen van {municipality.name}", back)),
        about=municipality.name,
        people=tuple((one.account.id, _named(one)) for one in people),
        action=f"/gemeenten/{municipality.code}/overdragen",
        back=back,
        errors=errors,
    )


def _named(held: HeldRole) -> str:
    email = held.account.email or ""
    return email if held.account.name == email else f"{held.account.name} ({email})"
