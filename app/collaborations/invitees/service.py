"""Inviting people with a link of their own: adding them, reminding them, taking them away again."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.audit import Act, note_scan
from app.collaborations.codes import new_personal_code
from app.collaborations.invitees import letters
from app.collaborations.invitees.addresses import read_addresses
from app.collaborations.invitees.links import mac_of, path_of, seal, unseal
from app.collaborations.page import desk_of
from app.collaborations.state import takes_answers
from app.collaborations.wanted import NotAcceptedError
from app.mail.post import post
from app.models import Invitee
from app.store import invitees
from app.store.erasures import note_erasure
from app.store.messages import delete_invitations_with
from app.web.errors import Refusal
from app.web.formatting import counted
from app.web.forms import FieldError
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date

    from app.collaborations.invitations.page import Windows
    from app.collaborations.invitations.texts import Occasion
    from app.db import Session
    from app.keys import Keys
    from app.mail.post import Letter
    from app.store.scans import ScanInContext

INTRO, REMIND, WHO = "inleiding", "herinneren", "wie"
"""The fields of the three forms, beside the addresses."""
LONGEST_INTRO = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Inviting:
    """A window in which each person has a link, and what is needed to write them: the occasion, and the keys."""

    found: ScanInContext
    windows: Windows
    occasion: Occasion
    absolute: Callable[[str], str]
    keys: Keys
    today: date

    @property
    def place(self) -> tuple[str, str]:
        """The scan and the window."""
        return self.found.scan.id, self.windows.name

    @property
    def is_open(self) -> bool:
        """Whether people can answer now."""
        return takes_answers(self.found.scan, self.windows.own, self.today)

    def for_one(self, code: str) -> Occasion:
        """The occasion for who has this code."""
        return letters.for_one(self.occasion, self.absolute(path_of(code)), code)


def refuse_unless_personal(inviting: Inviting) -> None:
    """Raise `Refusal` (409) for a window that everybody enters by the same link."""
    if inviting.windows.own.entry != "personal":
        raise Refusal(
            409,
            title="In dit venster heeft iedereen dezelfde link",
            explanation="Daarom is er niemand apart uit te nodigen. Er is niets veranderd.",
            advice="Gebruik de link, de code of de poster, of kies bij de scan voor een eigen link voor ieder.",
            way=Link("Naar de uitnodiging", f"{desk_of(inviting.found.scan)}/{inviting.windows.name}"),
        )


def refuse_unless_open(inviting: Inviting) -> None:
    """Raise `Refusal` (409) where nobody can answer now."""
    if not inviting.is_open:
        raise Refusal(
            409,
            title="Dit venster neemt nu geen antwoorden aan",
            explanation="Daarom is er nu niemand uit te nodigen of te herinneren. Er is niets veranderd.",
            advice="Bij de scan ziet u hoe dat komt.",
            way=Link("Naar deze scan", desk_of(inviting.found.scan)),
        )


def invite(session: Session, inviting: Inviting, typed: str, intro: str) -> None:
    """Give everybody whose address was typed a link, and write them; who has one already is left alone.

    Raises `NotAcceptedError` with everything that is wrong, and `Refusal` where nobody can answer.
    """
    refuse_unless_open(inviting)
    if len(intro) > LONGEST_INTRO:
        raise NotAcceptedError(
            (FieldError(INTRO, f"Deze tekst is te lang: gebruik hoogstens {LONGEST_INTRO} tekens."),)
        )
    known = {one.address for one in invitees.list_invitees(session, *inviting.place)}
    codes = {address: new_personal_code() for address in read_addresses(typed) if address not in known}
    if not codes:
        raise NotAcceptedError((FieldError("adressen", "Deze mensen zijn allemaal al uitgenodigd."),))
    invitees.add_invitees(session, [_invitee(inviting, address, code) for address, code in codes.items()])
    for address, code in codes.items():
        occasion = letters.with_intro(inviting.for_one(code), intro)
        _post(session, inviting, letters.invitation(address, occasion))
    _note(session, inviting, Act.INVITEES_ADDED, len(codes))


def _invitee(inviting: Inviting, address: str, code: str) -> Invitee:
    scan_id, window = inviting.place
    return Invitee(
        id=secrets.token_hex(16),
        scan_id=scan_id,
        window=window,
        address=address,
        code_mac=mac_of(inviting.keys, code),
        sealed_code=seal(inviting.keys, code),
        invited_on=inviting.today,
    )


def remind(session: Session, inviting: Inviting) -> None:
    """Write again to who is not known as done; nobody gets two letters on one day.

    Who sent, and is not in a group yet, gets one too: skipping them would tell. The day is noted of everybody alike.
    The log does not say how many: two numbers, and somebody taken away in between, would tell of that one.
    """
    refuse_unless_open(inviting)
    due = without_letter_today(_known(session, inviting), inviting.today)
    if not due:
        raise NotAcceptedError((FieldError(REMIND, "Iedereen kreeg vandaag al een e-mail. Morgen kan het weer."),))
    for one in due:
        one.reminded_on = inviting.today
        if not one.is_done:
            _post(session, inviting, letters.reminder(one.address, inviting.for_one(_code_of(inviting, one))))
    _note(session, inviting, Act.REMINDED)


def _known(session: Session, inviting: Inviting) -> Sequence[Invitee]:
    known = [one for one in invitees.list_invitees(session, *inviting.place) if one.address]
    if not known:
        raise Refusal(
            409,
            title="Hier heeft niemand een eigen link",
            explanation="Er is nog niemand uitgenodigd, of alle adressen zijn gewist. Er is niets veranderd.",
            advice="Open de pagina opnieuw om te zien hoe het nu is.",
            way=Link("Naar de uitnodigingen", _address(inviting)),
        )
    return known


def _address(inviting: Inviting) -> str:
    return f"{desk_of(inviting.found.scan)}/{inviting.windows.name}/adressen"


def without_letter_today(known: Sequence[Invitee], today: date) -> list[Invitee]:
    """Return who got no letter today, whether or not they sent."""
    return [one for one in known if (one.reminded_on or one.invited_on) < today]


def _code_of(inviting: Inviting, invitee: Invitee) -> str:
    code = unseal(inviting.keys, invitee.sealed_code)
    if code is None:
        raise Refusal(
            409,
            title="De persoonlijke links zijn niet meer te lezen",
            explanation="De sleutel van deze installatie is een andere dan toen deze mensen werden uitgenodigd. "
            "Hun links werken daarom niet meer. Er is niets verstuurd.",
            advice="Vraag de beheerder de oude sleutel terug te zetten, of verwijder de adressen en nodig opnieuw uit.",
            way=Link("Naar de uitnodigingen", _address(inviting)),
        )
    return code


def remove(session: Session, inviting: Inviting, ids: Collection[str]) -> None:
    """Take people away: their address, their link and a letter that still waits. What they sent stays."""
    gone = [one for one in _known(session, inviting) if one.id in set(ids)]
    if not gone:
        raise NotAcceptedError((FieldError(WHO, "Vink eerst aan welke adressen weg kunnen."),))
    for one in gone:
        if code := unseal(inviting.keys, one.sealed_code):
            delete_invitations_with(session, inviting.found.scan.id, code)
    invitees.delete_invitees(session, *inviting.place, [one.id for one in gone])
    note_erasure(session, inviting.today)
    _note(session, inviting, Act.INVITEE_REMOVED, len(gone))


def _post(session: Session, inviting: Inviting, letter: Letter) -> None:
    post(session, "invitation", letter, inviting.today, scan_id=inviting.found.scan.id)


def _note(session: Session, inviting: Inviting, act: Act, people: int = 0) -> None:
    """Note an act with how many people it was about, where that tells nothing of them; never with an address."""
    how_many = f", {counted(people, 'adres', 'adressen')}" if people else ""
    note_scan(session, act, inviting.found, f"venster {inviting.windows.name}{how_many}")
