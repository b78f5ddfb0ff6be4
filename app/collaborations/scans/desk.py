"""The desk of a scan: how far it is, what can be done now, and the way in for each group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.codes import grouped
from app.collaborations.page import ManagementPage, address_of, desk_of, state_in_words, way_to, where_it_works
from app.collaborations.scans.page import in_words
from app.collaborations.scans.service import windows_by_name
from app.collaborations.state import State, state_of
from app.store.drafts import count_drafts
from app.store.responses import count_responses
from app.store.results import count_results
from app.web.formatting import counted, date_in_words, enumeration
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from app.collaborations.scans.moderating import Moderating
    from app.db import Session
    from app.models import ScanWindow
    from app.store.scans import ScanInContext
    from questionnaires import Edition, WindowId

REFRESH = 30
"""Seconds between two looks at the counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many questionnaires a window has: sent, begun and not sent, and how many it needs in all."""

    window: WindowId
    name: str
    sent: int
    begun: int
    minimum: int

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
    link: str
    code: str
    invitation: str
    poster: str


@dataclass(frozen=True, kw_only=True)
class DeskPage(ManagementPage):
    """Everything about one scan for who manages it; while it takes answers the counts are looked at again.

    `moderating` tells of the comments once it is closed.
    """

    about: str
    state: State
    state_in_words: str
    now: Now
    counts: tuple[Count, ...]
    windows: tuple[DeskWindow, ...]
    facts: tuple[tuple[str, str], ...]
    address: str
    can_bring_back: bool
    refresh: int | None
    moderating: Moderating | None = None

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
        return self.is_running and not self.now.links


def desk_page(
    session: Session, found: ScanInContext, edition: Edition, today: date, absolute: Callable[[str], str]
) -> DeskPage:
    """The desk of a scan; `absolute` makes of a path the address that people can type."""
    scan, state = found.scan, state_of(found.scan, today)
    windows = windows_by_name(session, scan.id)
    counts = _counts(session, edition, windows, scan.id)
    has_result = bool(count_results(session, [scan.id]))
    return DeskPage(
        title=scan.name,
        section="samenwerkingen",
        breadcrumbs=way_to(found.collaboration),
        uses_htmx=state == "open",
        about=f"{found.collaboration.name}, {found.municipality.name}",
        state=state,
        state_in_words=state_in_words(scan, today),
        now=_now(found, state, counts, has_result=has_result),
        counts=counts,
        windows=tuple(_window(found, edition, name, window, absolute) for name, window in windows.items()),
        facts=_facts(found),
        address=desk_of(scan),
        can_bring_back=state == "archived" and found.collaboration.archived_on is None,
        refresh=REFRESH if state == "open" else None,
    )


def _counts(
    session: Session, edition: Edition, windows: Mapping[WindowId, ScanWindow], scan_id: str
) -> tuple[Count, ...]:
    sent, begun = count_responses(session, scan_id), count_drafts(session, scan_id)
    return tuple(
        Count(
            window=name,
            name=edition.windows[name].short_label,
            sent=sent.get(name, 0),
            begun=begun.get(name, 0),
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
        ("Voor wie", found.collaboration.target_group),
        ("Partners", found.collaboration.partners),
        ("Editie", found.scan.edition),
    )


def _now(found: ScanInContext, state: State, counts: tuple[Count, ...], *, has_result: bool) -> Now:
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
    return _collect(counts, close)


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


def _collect(counts: tuple[Count, ...], close: Link) -> Now:
    begun = sum(count.begun for count in counts)
    waiting = [count for count in counts if count.needed]
    if not begun and not any(count.sent for count in counts):
        return Now(
            heading="Nodig de groepen uit",
            text="Elke groep heeft een eigen link, code en poster. De tekst van de uitnodiging staat al klaar.",
        )
    if waiting:
        missing = enumeration([f"{count.name.lower()} nog {count.needed}" for count in waiting])
        return Now(
            heading="Wacht op antwoorden, of herinner de groepen eraan",
            text=f"Nodig voor het minimum: {missing}. Voor een herinnering gebruikt u dezelfde link en code.",
            links=(close,),
        )
    busy = f" Begonnen en nog niet verstuurd: {counted(begun, 'vragenlijst', 'vragenlijsten')}." if begun else ""
    return Now(
        heading="Elk venster haalt het minimum",
        text=f"Sluit de scan als iedereen de kans kreeg om mee te doen. U ziet eerst wat er gebeurt.{busy}",
        links=(close,),
    )
