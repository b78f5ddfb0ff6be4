"""The pages about closing: what it will mean, and what comes after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.collaborations.counts import in_groups
from app.collaborations.page import FormPage, ManagementPage, address_of, desk_of, way_to
from app.web.formatting import counted, date_in_words, number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.closing.service import WindowPreview
    from app.models import Measurement
    from app.store.scans import ScanInContext
    from app.web.forms import FieldError
    from questionnaires import Edition

CONFIRM = "confirm"
NOT_CONFIRMED = "Zet een vinkje als u de scan wilt sluiten."


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowPart:
    """One window before closing: what came in, whether it counts, and what was sent and does not."""

    name: str
    came_in: str
    counts: bool
    outcome: str
    set_aside: str


@dataclass(frozen=True, kw_only=True)
class ClosingPage(FormPage):
    """What closing means for this scan, and the question whether to do it."""

    about: str
    windows: tuple[WindowPart, ...]
    deleted: str
    closes_on: str
    anything_counts: bool


@dataclass(frozen=True, kw_only=True)
class ClosedPage(ManagementPage):
    """A scan that is closed: what is in its result, and what can be done now."""

    about: str
    closed_on: str
    result: str
    ambition: str
    new_scan: str
    in_result: tuple[str, ...]
    too_few: tuple[str, ...]
    without_answers: tuple[str, ...]


def build_closing(
    found: ScanInContext, edition: Edition, windows: Sequence[WindowPreview], errors: tuple[FieldError, ...] = ()
) -> ClosingPage:
    """The page before closing; `errors` where the question was not answered."""
    begun = sum(window.begun for window in windows)
    closes_on = found.scan.closes_on
    return ClosingPage(
        **frame(found, "Scan sluiten"),
        action=f"{desk_of(found.scan)}/sluiten",
        back=desk_of(found.scan),
        windows=tuple(_window(window, edition) for window in windows),
        deleted=counted(begun, "vragenlijst", "vragenlijsten") if begun else "",
        closes_on=date_in_words(closes_on) if closes_on else "",
        anything_counts=any(not window.needed for window in windows),
        errors=errors,
    )


def frame(found: ScanInContext, title: str) -> dict[str, Any]:
    """What the pages of a scan share that its coördinator works on."""
    return {
        "title": title,
        "section": "samenwerkingen",
        "about": f"{found.collaboration.name}, {found.scan.name}",
        "breadcrumbs": way_to(found.collaboration, found.scan),
    }


def _window(window: WindowPreview, edition: Edition) -> WindowPart:
    one, more = ("teamformulier", "teamformulieren") if window.mode == "team" else ("vragenlijst", "vragenlijsten")
    if window.group > 1:
        return _window_told_in_groups(window, edition)
    begun = f", {number(window.begun)} begonnen en niet verstuurd" if window.begun else ""
    return WindowPart(
        name=edition.windows[window.window].short_label,
        came_in=f"{counted(window.sent, one, more)} verstuurd{begun}" if window.sent else f"Niets verstuurd{begun}",
        counts=not window.needed,
        outcome=_outcome(window),
        set_aside=_set_aside(window),
    )


def _window_told_in_groups(window: WindowPreview, edition: Edition) -> WindowPart:
    below = f"Haalt het minimum van {number(window.minimum)} niet. Van dit venster wordt niets getoond of gebruikt."
    return WindowPart(
        name=edition.windows[window.window].short_label,
        came_in=f"{in_groups(window.sent, window.group).capitalize()} vragenlijsten verstuurd",
        counts=not window.needed,
        outcome=below if window.needed else _outcome(window),
        set_aside="",
    )


def _outcome(window: WindowPreview) -> str:
    if not window.needed:
        minimum = f"Haalt het minimum van {number(window.minimum)} en telt" if window.minimum > 1 else "Telt"
        return f"{minimum} mee in de uitslag."
    if window.minimum == 1:
        return "Zonder bruikbaar antwoord staat dit venster niet in de uitslag."
    lacking = counted(window.needed, "bruikbaar antwoord", "bruikbare antwoorden")
    return f"Haalt het minimum niet: nog {lacking} nodig. Van dit venster wordt niets getoond of gebruikt."


def _set_aside(window: WindowPreview) -> str:
    """What was sent with too little in it; of team forms it is not said how many people each stands for."""
    too_empty = window.sent - window.usable
    if window.mode == "team" or too_empty <= 0:
        return ""
    which = (
        "1 verstuurde vragenlijst telt" if too_empty == 1 else f"{number(too_empty)} verstuurde vragenlijsten tellen"
    )
    return f"{which} niet mee, omdat minder dan de helft is ingevuld."


def build_closed(found: ScanInContext, edition: Edition, measurement: Measurement) -> ClosedPage:
    """The page after closing; the scan must be closed."""
    assert found.scan.closed_on is not None
    measured: Mapping[str, Any] = measurement.document["record"]["result"]["windows"]

    def with_status(status: str) -> tuple[str, ...]:
        return tuple(
            edition.windows[order.id].short_label.lower()
            for order in edition.file.windows
            if measured[order.id]["status"] == status
        )

    return ClosedPage(
        **frame(found, "Deze scan is gesloten"),
        closed_on=date_in_words(found.scan.closed_on),
        result=f"/scans/{found.scan.id}",
        ambition=f"/scans/{found.scan.id}/ambitie",
        new_scan=f"{address_of(found.collaboration)}/scans/nieuw",
        in_result=with_status("shown"),
        too_few=with_status("below_minimum"),
        without_answers=with_status("absent"),
    )
