"""The page on which people get a link of their own: addresses in, reminders out, and never who answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.counts import batch_of, told_counts
from app.collaborations.invitations.page import AUDIENCE
from app.collaborations.invitations.texts import subject
from app.collaborations.invitees.letters import invitation
from app.collaborations.invitees.service import INTRO, REMIND, WHO, without_letter_today
from app.collaborations.page import FormPage, desk_of, way_to, where_it_works
from app.store.invitees import list_invitees
from app.web.formatting import counted, whole_number

if TYPE_CHECKING:
    from app.collaborations.invitees.service import Inviting
    from app.db import Session
    from app.web.forms import FieldError
    from questionnaires import WindowId

NOBODYS_CODE = "X" * 20
"""Stands in the letter that is shown beforehand: nobody has a code yet."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form, with what is wrong with it."""

    addresses: str = ""
    intro: str = ""
    errors: tuple[FieldError, ...] = ()


@dataclass(frozen=True, kw_only=True)
class InviteesPage(FormPage):
    """Who has a link, how many sent, and the forms.

    `people` are addresses with the value of their box, and say nothing of who sent. `waits` says that letters wait for
    the beheerder.
    """

    about: str
    window: WindowId
    audience: str
    is_open: bool
    warning: str
    waits: bool
    invited: str
    sent: str
    how_counted: str
    can_remind: bool
    people: tuple[tuple[str, str], ...]
    typed: Typed
    letter_subject: str
    letter: str
    paper: str
    intro_field: str = INTRO
    remind_field: str = REMIND
    who_field: str = WHO


def invitees_page(session: Session, inviting: Inviting, typed: Typed, *, mails: bool, done: str = "") -> InviteesPage:
    """The page of a window in which each person has a link; `mails` says that there is a mail server."""
    found, name = inviting.found, inviting.windows.name
    known = [one for one in list_invitees(session, *inviting.place) if one.address]
    told = told_counts(session, found.scan, [inviting.windows.own])[name]
    sample = inviting.for_one(NOBODYS_CODE)
    desk = desk_of(found.scan)
    return InviteesPage(
        title=f"{AUDIENCE[name].capitalize()} uitnodigen",
        section="samenwerkingen",
        breadcrumbs=way_to(found.collaboration, found.scan),
        about=f"{found.scan.name}, {found.collaboration.name}, {found.municipality.name}",
        action=f"{desk}/{name}/adressen",
        back=desk,
        errors=typed.errors,
        done=done,
        window=name,
        audience=AUDIENCE[name],
        is_open=inviting.is_open,
        warning=where_it_works(inviting.absolute("/")),
        waits=not mails,
        invited=counted(len(known), "persoon", "mensen") if known else "nog niemand",
        sent=told.sent_in_words,
        how_counted=f"in groepen van ten minste {whole_number(batch_of(inviting.windows.own))}",
        can_remind=bool(without_letter_today(known, inviting.today)),
        people=tuple((one.id, one.address) for one in known),
        typed=typed,
        letter_subject=subject(sample),
        letter=invitation("", sample).text,
        paper=f"{desk}/{name}/papier",
    )
