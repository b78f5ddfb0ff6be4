"""The desk of a scan: how far it is, what can be done now, and the way in for each group."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.collaborations.codes import grouped
from app.collaborations.counts import told_counts
from app.collaborations.page import (
    ManagementPage,
    address_of,
    again_of,
    desk_of,
    state_in_words,
    way_to,
    where_it_works,
)
from app.collaborations.scans.keeping import kept_in_words
from app.collaborations.scans.page import in_words
from app.collaborations.scans.service import windows_by_name
from app.collaborations.service import scans_of
from app.collaborations.state import State, scan_to_follow, state_of
from app.store.invitees import count_invitees
from app.store.results import count_results
from app.web.formatting import counted, date_in_words, enumeration
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from app.collaborations.counts import Told
    from app.collaborations.scans.moderating import Moderating
    from app.db import Session
    from app.models import Scan, ScanWindow
    from app.store.scans import ScanInContext
    from questionnaires import Edition, WindowId

REFRESH = 30
"""Seconds between two looks at the counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many questionnaires a window has: sent, begun and not sent, and how many it needs in all.

    With `told` both are told in groups, and `sent` is what fills them.
    """

    window: WindowId
    name: str
    sent: int
    begun: int
    minimum: int
    told: Told

    @property
    def is_told_in_groups(self) -> bool:
        """Whether the exact numbers are not told."""
        return self.told.group > 1

    @property
    def lacking(self) -> str:
        """What is still needed, in a few words."""
        return f"{self.name.lower()} nog {'niet genoeg' if self.is_told_in_groups else self.needed}"

    @property
    def needed(self) -> int:
        """How many are still needed."""
        return max(0, self.minimum - self.sent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What can be done now: a heading, why, and where."""

    heading: str
    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskWindow:
    """A window on the desk: who answers and how, the way in, and where its invitation is made."""

    id: WindowId
    name: str
    audience: str
    how: str
    is_on: bool
    is_personal: bool
    invited: str
    link: str
    code: str
    invitation: str
    poster: str


@dataclass(frozen=True, kw_only=True)
class DeskPage(ManagementPage):
    """Everything about one scan for who manages it; while it takes answers the counts are looked at again.

    `deleted` says that the answers are gone, if so; `keeping` is where it is chosen how long they are kept, or empty.
    `invitations` is where all of them are copied, or empty; `is_fresh` says that nothing came in yet, so that the links
    come first. `is_part` is what is sent of the page when it looks again.
    `moderating` tells of the comments once it is closed; `again` is where the scan that follows it is made, or empty.
    """

    about: str
    state: State
    state_in_words: str
    now: Now
    counts: tuple[Count, ...]
    deleted: str
    keeping: str
    windows: tuple[DeskWindow, ...]
    facts: tuple[tuple[str, str], ...]
    address: str
    can_bring_back: bool
    refresh: int | None
    invitations: str = ""
    is_fresh: bool = False
    is_part: bool = False
    again: str = ""
    moderating: Moderating | None = None

    @property
    def stamp(self) -> str:
        """What of the counts is on the page: as long as it is the same, nothing has to be shown or read aloud anew."""
        return "_".join((self.state, *(f"{count.sent}.{count.begun}" for count in self.counts)))

    @property
    def news(self) -> str:
        """The counts in one sentence, to be read aloud when they changed."""
        sent = enumeration([f"{count.name.lower()} {count.told.sent_in_words}" for count in self.counts])
        return f"Verstuurde vragenlijsten: {sent}."

    @property
    def warning(self) -> str:
        """Where the ways in work, when that is not everywhere."""
        return next((where_it_works(window.link) for window in self.windows if window.is_on), "")

    @property
    def is_running(self) -> bool:
        """Whether it still matters how many are needed."""
        return self.state in {"open", "due"}

    @property
    def can_close(self) -> bool:
        """Whether it can be closed, where what can be done now does not say so already."""
        return self.is_running and not any(link.href.endswith("/sluiten") for link in self.now.links)


def desk_page(
    session: Session, found: ScanInContext, edition: Edition, today: date, absolute: Callable[[str], str]
) -> DeskPage:
    """The desk of a scan; `absolute` makes of a path the address that people can type."""
    scan, state = found.scan, state_of(found.scan, today)
    windows = windows_by_name(session, scan.id)
    counts, invited = counts_of(session, edition, windows, scan), count_invitees(session, scan.id)
    has_result = bool(count_results(session, [scan.id]))
    return DeskPage(
        title=scan.name,
        section="samenwerkingen",
        breadcrumbs=way_to(found.collaboration),
        uses_htmx=state == "open",
        about=f"{found.collaboration.name}, {found.municipality.name}",
        state=state,
        state_in_words=state_in_words(scan, today),
        now=_now(found, state, counts, has_result=has_result, has_invited=bool(invited)),
        counts=counts,
        deleted=_deleted(scan),
        keeping="" if scan.answers_deleted_on or state == "open" else f"{desk_of(scan)}/bewaartermijn",
        windows=tuple(
            replace(_window(found, edition, name, window, absolute), invited=_invited(invited.get(name, 0)))
            for name, window in windows.items()
        ),
        facts=_facts(found),
        address=desk_of(scan),
        can_bring_back=state == "archived" and found.collaboration.archived_on is None,
        refresh=REFRESH if state == "open" else None,
        invitations=invitations_of(scan) if state == "open" else "",
        is_fresh=state == "open" and not invited and is_untouched(counts),
        again=_again(session, found, today) if state == "closed" else "",
    )


def invitations_of(scan: Scan) -> str:
    """Where all invitations of a scan are copied."""
    return f"{desk_of(scan)}/uitnodigingen"


def _again(session: Session, found: ScanInContext, today: date) -> str:
    """Where this scan is measured again, if it is the one that is."""
    last = scan_to_follow(scans_of(session, found.collaboration), today)
    return again_of(found.scan) if last and last.id == found.scan.id else ""


def _invited(people: int) -> str:
    return f"{counted(people, 'persoon', 'mensen')} uitgenodigd" if people else "Nog niemand uitgenodigd"


def _deleted(scan: Scan) -> str:
    if scan.answers_deleted_on is None:
        return ""
    day = date_in_words(scan.answers_deleted_on)
    return f"De antwoorden zijn op {day} gewist, omdat de bewaartermijn voorbij was. De uitslag blijft bestaan."


def counts_of(
    session: Session, edition: Edition, windows: Mapping[WindowId, ScanWindow], scan: Scan
) -> tuple[Count, ...]:
    """How many came in each window that takes part, as coarsely as it is told."""
    told = told_counts(session, scan, windows.values())
    return tuple(
        Count(
            window=name,
            name=edition.windows[name].short_label,
            sent=told[name].sent,
            begun=told[name].begun,
            told=told[name],
            minimum=1 if window.mode == "team" else window.minimum,
        )
        for name, window in windows.items()
        if window.is_on
    )


def _window(
    found: ScanInContext, edition: Edition, name: WindowId, window: ScanWindow, absolute: Callable[[str], str]
) -> DeskWindow:
    content, address = edition.windows[name], f"{desk_of(found.scan)}/{name}"
    return DeskWindow(
        id=name,
        name=content.short_label,
        audience=content.audience,
        how=in_words(window),
        is_on=window.is_on,
        is_personal=window.entry == "personal",
        invited="",
        link=absolute(f"/m/{window.code}"),
        code=grouped(window.code),
        invitation=address,
        poster=f"{address}/poster",
    )


def _facts(found: ScanInContext) -> tuple[tuple[str, str], ...]:
    closes_on = found.scan.closes_on
    return (
        ("Waarom", found.scan.purpose),
        ("Periode", found.scan.period),
        ("Sluitingsdatum", date_in_words(closes_on) if closes_on else "geen: u sluit de scan zelf"),
        ("Antwoorden bewaard", kept_in_words(found.scan)),
        ("Voor wie", found.scan.target_group or found.collaboration.target_group),
        ("Partners", found.scan.partners or found.collaboration.partners),
        ("Editie", found.scan.edition),
    )


def _now(found: ScanInContext, state: State, counts: tuple[Count, ...], *, has_result: bool, has_invited: bool) -> Now:
    close = Link("Sluit de scan", f"{desk_of(found.scan)}/sluiten")
    if state == "archived":
        return _in_archive(found, has_result=has_result)
    if state == "closed":
        return _read(found) if has_result else Now(heading="De scan is gesloten", text="Er is nog geen uitslag.")
    if state == "due":
        return Now(
            heading="Maak de uitslag",
            text="De sluitingsdatum is voorbij: er komen geen antwoorden meer bij. Sluit de scan en maak de uitslag.",
            links=(close,),
        )
    invitations = Link("Kopieer alle uitnodigingen", invitations_of(found.scan))
    return _collect(counts, close, invitations, has_invited=has_invited)


def _in_archive(found: ScanInContext, *, has_result: bool) -> Now:
    result = (_result_of(found),) if has_result else ()
    if found.collaboration.archived_on is None:
        return Now(
            heading="Deze scan staat in het archief", text="Haal de scan terug om ermee verder te gaan.", links=result
        )
    return Now(
        heading="Deze samenwerking staat in het archief",
        text="Haal eerst de samenwerking terug.",
        links=(Link("Naar de samenwerking", address_of(found.collaboration)), *result),
    )


def _result_of(found: ScanInContext) -> Link:
    return Link("Bekijk de uitslag", f"/scans/{found.scan.id}")


def _read(found: ScanInContext) -> Now:
    return Now(
        heading="Lees de uitslag en kies een ambitie",
        text="De meting staat vast. De aanbevelingen volgen de ambitie die u kiest, en die kunt u later nog wijzigen.",
        links=(_result_of(found), Link("Kies de ambitie", f"/scans/{found.scan.id}/ambitie")),
    )


def is_untouched(counts: Iterable[Count]) -> bool:
    """Whether nothing was sent or begun in these windows, as far as that is told."""
    return not any(count.sent or count.begun or count.told.has_more for count in counts)


def _collect(counts: tuple[Count, ...], close: Link, invitations: Link, *, has_invited: bool) -> Now:
    begun = sum(count.begun for count in counts)
    waiting = [count for count in counts if count.needed]
    if not has_invited and is_untouched(counts):
        return Now(
            heading="Nodig de groepen uit",
            text="De tekst van de uitnodiging staat voor elke groep al klaar, met de link die erbij hoort.",
            links=(invitations,),
        )
    if waiting:
        missing = enumeration([count.lacking for count in waiting])
        return Now(
            heading="Wacht op antwoorden, of herinner de groepen eraan",
            text=f"Nodig voor het minimum: {missing}. Herinner mensen met dezelfde link als in de uitnodiging.",
            links=(close,),
        )
    busy = f" Begonnen en nog niet verstuurd: {counted(begun, 'vragenlijst', 'vragenlijsten')}." if begun else ""
    return Now(
        heading="Elk venster haalt het minimum",
        text=f"Sluit de scan als iedereen de kans kreeg om mee te doen. U ziet eerst wat er gebeurt.{busy}",
        links=(close,),
    )
