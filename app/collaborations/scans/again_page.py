"""The page of measuring again: what is chosen anew, what stays as it was, and what differs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.kept import after_closing
from app.collaborations.page import FormPage, Options, address_of, again_of, desk_of, way_to
from app.collaborations.scans.again import ASKED, outdated
from app.collaborations.scans.page import PURPOSE_OPTIONS, in_words
from app.collaborations.scans.service import windows_by_name
from app.web.formatting import date_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.collaborations.scans.differences import Differences
    from app.collaborations.scans.form import ScanForm
    from app.db import Session
    from app.models import ScanWindow
    from app.store.scans import ScanInContext
    from app.web.forms import FieldError
    from questionnaires import Edition, WindowId


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWindow:
    """A window as it was and stays: how it takes part, and whom people can ask, empty where it takes no part."""

    id: WindowId
    name: str
    is_on: bool
    how: str
    contact: str


@dataclass(frozen=True, kw_only=True)
class AgainPage(FormPage):
    """The next scan of a collaboration as it is made with one button.

    `outdated` is what is wrong with the settings of the scan before: with anything in it there is nothing to send here,
    and `otherwise`, the whole form, is the way on.
    """

    about: str
    previous: str
    closed_on: str
    form: ScanForm
    purposes: Options
    windows: tuple[KeptWindow, ...]
    facts: tuple[tuple[str, str], ...]
    differences: Differences
    outdated: tuple[str, ...]
    otherwise: str


def again_page(
    session: Session,
    found: ScanInContext,
    differs: Differences,
    edition: Edition,
    form: ScanForm,
    errors: tuple[FieldError, ...] = (),
) -> AgainPage:
    """The page for the scan that follows this one, in this edition, with everything that is wrong with the form."""
    scan, collaboration = found.scan, found.collaboration
    return AgainPage(
        title="Meet opnieuw",
        section="samenwerkingen",
        breadcrumbs=way_to(collaboration, scan),
        action=again_of(scan),
        back=desk_of(scan),
        errors=tuple(error for error in errors if error.field in ASKED),
        about=f"{collaboration.name}, {found.municipality.name}",
        previous=scan.name,
        closed_on=date_in_words(scan.closed_on) if scan.closed_on else "",
        form=form,
        purposes=PURPOSE_OPTIONS,
        windows=tuple(_windows(session, found, edition)),
        facts=(
            ("Voor wie", collaboration.target_group),
            ("Partners", collaboration.partners),
            ("Antwoorden bewaard", f"tot {after_closing(scan.keep_months)}"),
            ("Editie van de vragenlijst", edition.id),
        ),
        differences=differs,
        outdated=outdated(errors),
        otherwise=f"{address_of(collaboration)}/scans/nieuw",
    )


def _windows(session: Session, found: ScanInContext, edition: Edition) -> Iterator[KeptWindow]:
    for name, window in windows_by_name(session, found.scan.id).items():
        yield KeptWindow(
            id=name,
            name=edition.windows[name].short_label,
            is_on=window.is_on,
            how=_how(window),
            contact=window.contact if window.is_on else "",
        )


def _how(window: ScanWindow) -> str:
    one_link = ". Er is één link voor iedereen" if window.is_on and window.entry == "open" else ""
    return f"{in_words(window)}{one_link}."
