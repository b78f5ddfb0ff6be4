"""How long the answers of a scan are kept: also after closing it can be made shorter, and not longer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.audit import Act, note_scan
from app.collaborations.kept import check_keep_months, check_promise, choices, kept_until, months_in_words
from app.collaborations.page import FormPage, Options, desk_of, way_to
from app.collaborations.scans.service import fixed_windows
from app.collaborations.wanted import NotAcceptedError
from app.store.scans import lock_scan
from app.web.errors import Refusal, not_found
from app.web.formatting import date_in_words
from app.web.page import Link

if TYPE_CHECKING:
    from app.db import Session
    from app.models import Scan
    from app.store.scans import ScanInContext
    from app.web.forms import FieldError


@dataclass(frozen=True, kw_only=True)
class KeepingPage(FormPage):
    """How long answers are kept now, what can be chosen, and why it cannot be longer, where that is so."""

    about: str
    now: str
    periods: Options
    chosen: str
    is_promised: bool


def keep_answers(session: Session, found: ScanInContext, months: int) -> None:
    """Keep the answers of a scan for so many months after closing.

    Raises `NotAcceptedError` for another period than those that are offered, or a longer one than people read when they
    began, and `Refusal` when the answers are gone.
    """
    scan = lock_scan(session, found.scan.id)
    if scan is None:
        raise not_found()
    refuse_when_deleted(scan)
    promise = check_promise(months, scan.keep_months) if is_promised(session, scan) else ()
    if errors := (*check_keep_months(months), *promise):
        raise NotAcceptedError(errors)
    scan.keep_months = months
    note_scan(session, Act.SCAN_CHANGED, found, f"antwoorden bewaard tot {months_in_words(months)} na het sluiten")
    session.flush()


def is_promised(session: Session, scan: Scan) -> bool:
    """Whether somebody read how long answers are kept, and began: after closing that is always so."""
    return scan.closed_on is not None or bool(fixed_windows(session, scan.id))


def refuse_when_deleted(scan: Scan) -> None:
    """Raise `Refusal` (409) for a scan of which the answers were deleted."""
    if scan.answers_deleted_on is not None:
        raise Refusal(
            409,
            title="De antwoorden zijn al gewist",
            explanation=f"Dat gebeurde op {date_in_words(scan.answers_deleted_on)}. De uitslag blijft bestaan.",
            advice="Er is niets meer waarvoor u een termijn kunt kiezen.",
            way=Link("Naar deze scan", desk_of(scan)),
        )


def keeping_page(
    session: Session, found: ScanInContext, chosen: str | None = None, errors: tuple[FieldError, ...] = ()
) -> KeepingPage:
    """The form about it, with what was chosen in it."""
    scan, promised = found.scan, is_promised(session, found.scan)
    return KeepingPage(
        title="Hoe lang de antwoorden bewaard blijven",
        section="samenwerkingen",
        breadcrumbs=way_to(found.collaboration, scan),
        about=f"{scan.name}, {found.collaboration.name}, {found.municipality.name}",
        now=kept_in_words(scan),
        periods=choices(scan.keep_months if promised else None),
        chosen=str(scan.keep_months) if chosen is None else chosen,
        is_promised=promised,
        action=f"{desk_of(scan)}/bewaartermijn",
        back=desk_of(scan),
        errors=errors,
    )


def kept_in_words(scan: Scan) -> str:
    """For how long the answers of a scan are kept, for who manages it."""
    if scan.answers_deleted_on is not None:
        return f"gewist op {date_in_words(scan.answers_deleted_on)}; de uitslag blijft"
    until = kept_until(scan)
    return f"tot {date_in_words(until)}" if until else f"tot {months_in_words(scan.keep_months)} na het sluiten"
