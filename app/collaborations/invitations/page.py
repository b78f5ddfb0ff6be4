"""The invitation of one window: its link, code and QR code, the text to send, and the poster to print."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

import segno

from app.collaborations.codes import grouped
from app.collaborations.invitations.languages import RESIDENTS, in_other_languages
from app.collaborations.invitations.texts import (
    Occasion,
    how_long,
    invitation_text,
    promises,
    sentence,
    subject,
    whom_to_ask,
)
from app.collaborations.page import ManagementPage, desk_of, way_to, where_it_works
from app.collaborations.state import takes_answers
from app.collaborations.wanted import WINDOWS
from app.languages.service import address_of as languages_of
from app.store.scans import list_windows
from app.web.errors import Refusal, not_found
from app.web.formatting import date_in_words
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from app.collaborations.invitations.languages import InLanguage
    from app.db import Session
    from app.models import ScanWindow
    from app.store.scans import ScanInContext
    from questionnaires import Edition, WindowId

    Absolute = Callable[[str], str]

WRAPPED = 8
"""Lines that an invitation takes on the screen beside those that it has."""
QUIET_ZONE = 4
"""Modules of white around a QR code; with less some telephones do not find it."""

AUDIENCE: dict[WindowId, str] = {
    "inwoner": "inwoners",
    "professional": "professionals",
    "organisatie": "organisaties",
    "beleid": "beleid en bestuur",
}
FOR_WHOM: dict[WindowId, str] = {
    "inwoner": "Krijgt u hulp van meer dan één organisatie? Vertel hoe dat voor u is.",
    "professional": "Voor wie met andere organisaties samenwerkt rond dezelfde inwoners.",
    "organisatie": "Voor teammanagers, projectleiders en directieleden van de organisaties die meedoen.",
    "beleid": "Voor beleidsadviseurs, programmamanagers en bestuurders die over deze samenwerking gaan.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrance:
    """The ways into a window: its link, its code and the place to type that, and its QR code with what it says."""

    link: str
    place: str
    code: str
    qr: str
    qr_text: str

    @property
    def warning(self) -> str:
        """Where it works, when that is not everywhere."""
        return where_it_works(self.link)


@dataclass(frozen=True, kw_only=True)
class InvitationPage(ManagementPage):
    """The invitation of one window; `is_closed` says that nobody can come in with it now.

    `languages` are the ways in for who reads no Dutch, and `choose_languages` is where is decided which there are, or
    empty where there is nothing to choose.
    """

    about: str
    window: WindowId
    entrance: Entrance
    subject: str
    text: str
    rows: int
    poster: str
    paper: str
    typing: str
    is_closed: bool
    languages: tuple[InLanguage, ...]
    choose_languages: str


@dataclass(frozen=True, kw_only=True)
class PosterPage(ManagementPage):
    """The poster of one window, one sheet of A4."""

    window: WindowId
    entrance: Entrance
    audience: str
    time: str
    organiser: str
    partners: str
    contact: str
    promises: tuple[str, ...]
    closes: str
    languages: tuple[InLanguage, ...]
    back: str


def invitation_page(
    found: ScanInContext, windows: Windows, occasion: Occasion, today: date, absolute: Absolute
) -> InvitationPage:
    """The invitation of one window."""
    text, address = invitation_text(occasion), _address(found, windows)
    return InvitationPage(
        title=f"Uitnodiging voor {AUDIENCE[windows.name]}",
        section="samenwerkingen",
        breadcrumbs=way_to(found.collaboration, found.scan),
        about=f"{found.scan.name}, {found.collaboration.name}, {found.municipality.name}",
        window=windows.name,
        entrance=_entrance(found, windows, absolute),
        subject=subject(occasion),
        text=text,
        rows=len(text.splitlines()) + WRAPPED,
        poster=f"{address}/poster",
        paper=f"{address}/papier",
        typing=f"{address}/overtypen",
        is_closed=not takes_answers(found.scan, windows.own, today),
        languages=occasion.languages,
        choose_languages=languages_of(found.municipality.code) if windows.name == RESIDENTS else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The invitation of one window among all of them; without a text each person has a link, which is sent there."""

    window: WindowId
    audience: str
    subject: str
    text: str
    rows: int
    href: str
    poster: str


@dataclass(frozen=True, kw_only=True)
class InvitationsPage(ManagementPage):
    """The invitations of all windows that take part, to copy one by one or all at once."""

    about: str
    letters: tuple[Letter, ...]
    everything: str
    warning: str
    is_closed: bool


def invitations_page(
    found: ScanInContext, invited: Iterable[tuple[Windows, Occasion]], today: date, absolute: Absolute
) -> InvitationsPage:
    """All invitations of a scan on one page."""
    occasions = tuple(invited)
    known = [windows for windows, _ in occasions]
    letters = tuple(_letter(found, windows, occasion) for windows, occasion in occasions)
    return InvitationsPage(
        title="Alle uitnodigingen",
        section="samenwerkingen",
        breadcrumbs=way_to(found.collaboration, found.scan),
        about=f"{found.scan.name}, {found.collaboration.name}, {found.municipality.name}",
        letters=letters,
        everything=f"\n\n{'–' * 20}\n\n".join(_with_head(letter) for letter in letters if letter.text),
        warning=next((_entrance(found, windows, absolute).warning for windows in known), ""),
        is_closed=not any(takes_answers(found.scan, windows.own, today) for windows in known),
    )


def _letter(found: ScanInContext, windows: Windows, occasion: Occasion) -> Letter:
    address = _address(found, windows)
    is_personal = windows.own.entry == "personal"
    text = "" if is_personal else invitation_text(occasion)
    return Letter(
        window=windows.name,
        audience=AUDIENCE[windows.name],
        subject=subject(occasion),
        text=text,
        rows=min(len(text.splitlines()), WRAPPED),
        href=f"{address}/adressen" if is_personal else address,
        poster="" if is_personal else f"{address}/poster",
    )


def _with_head(letter: Letter) -> str:
    return f"Voor {letter.audience}\nOnderwerp: {letter.subject}\n\n{letter.text}"


def poster_page(
    found: ScanInContext, windows: Windows, edition: Edition, occasion: Occasion, absolute: Absolute
) -> PosterPage:
    """The poster of one window."""
    invitation = Link(f"Uitnodiging voor {AUDIENCE[windows.name]}", _address(found, windows))
    return PosterPage(
        title=edition.windows[windows.name].start.title,
        section="samenwerkingen",
        breadcrumbs=(*way_to(found.collaboration, found.scan), invitation),
        window=windows.name,
        entrance=_entrance(found, windows, absolute),
        audience=FOR_WHOM[windows.name],
        time=how_long(occasion),
        organiser=f"{found.collaboration.name}, gemeente {found.municipality.name}",
        partners=sentence(found.collaboration.partners),
        contact=whom_to_ask(occasion),
        promises=tuple(promises(occasion)),
        closes=occasion.closes,
        languages=occasion.languages,
        back=invitation.href,
    )


def qr_code(link: str) -> bytes:
    """The QR code of a link, as SVG that is as large as the place where it stands."""
    code, svg = segno.make_qr(link, error="m"), BytesIO()
    code.save(
        svg, kind="svg", xmldecl=False, omitsize=True, border=QUIET_ZONE, light="#fff", svgclass=None, lineclass=None
    )
    return svg.getvalue()


@dataclass(frozen=True, slots=True)
class Windows:
    """The window that somebody is invited to, and the names of all that take part."""

    name: WindowId
    own: ScanWindow
    all: tuple[WindowId, ...]


def refuse_personal(found: ScanInContext, windows: Windows) -> None:
    """Raise `Refusal` (409) for a window in which each person has a link: its own link and code let nobody in."""
    if windows.own.entry == "personal":
        raise Refusal(
            409,
            title="In dit venster krijgt ieder een eigen link",
            explanation="Daarom is er geen poster, QR-code of link voor iedereen.",
            advice="Nodig mensen uit met hun e-mailadres.",
            way=Link(f"Nodig {AUDIENCE[windows.name]} uit", f"{_address(found, windows)}/adressen"),
        )


def open_window(session: Session, found: ScanInContext, name: WindowId) -> Windows:
    """Return a window of a scan; raises `Refusal` (404) where it does not take part."""
    for windows in open_windows(session, found):
        if windows.name == name:
            return windows
    raise not_found()


def open_windows(session: Session, found: ScanInContext) -> tuple[Windows, ...]:
    """Return the windows of a scan that take part, in their order."""
    taking_part = {window.window: window for window in list_windows(session, found.scan.id) if window.is_on}
    names = tuple(one for one in WINDOWS if one in taking_part)
    return tuple(Windows(name, taking_part[name], names) for name in names)


def _path(windows: Windows) -> str:
    return f"/m/{windows.own.code}"


def _address(found: ScanInContext, windows: Windows) -> str:
    return f"{desk_of(found.scan)}/{windows.name}"


def _entrance(found: ScanInContext, windows: Windows, absolute: Absolute) -> Entrance:
    link = absolute(_path(windows))
    return Entrance(
        link=link,
        place=_to_type(absolute),
        code=grouped(windows.own.code),
        qr=f"{_address(found, windows)}/qr.svg",
        qr_text=f"QR-code met de link voor {AUDIENCE[windows.name]}: {link}",
    )


def _to_type(absolute: Absolute) -> str:
    """Where a code is typed, as people write an address."""
    return absolute("/meedoen").partition("://")[2]


def occasion_of(found: ScanInContext, windows: Windows, edition: Edition, absolute: Absolute) -> Occasion:
    """Everything that an invitation to a window tells, with the link that everybody has."""
    closes_on = found.scan.closes_on
    return Occasion(
        window=windows.name,
        collaboration=found.collaboration.name,
        municipality=found.municipality.name,
        target_group=found.collaboration.target_group,
        partners=found.collaboration.partners,
        others=tuple(AUDIENCE[other] for other in windows.all if other != windows.name),
        mode=windows.own.mode,
        minimum=windows.own.minimum,
        minutes=edition.windows[windows.name].minutes,
        contact=windows.own.contact,
        closes=date_in_words(closes_on) if closes_on else "",
        link=absolute(_path(windows)),
        place=_to_type(absolute),
        code=grouped(windows.own.code),
    )


def in_every_language(
    session: Session, found: ScanInContext, windows: Windows, edition: Edition, absolute: Absolute
) -> Occasion:
    """The same, with the ways in for who reads no Dutch."""
    occasion = occasion_of(found, windows, edition, absolute)
    languages = in_other_languages(session, found, windows.name, edition, occasion.link)
    return replace(occasion, languages=languages)
