"""The form of a scan, with its four windows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.kept import choices
from app.collaborations.page import FormPage, Options, address_of, desk_of, way_to
from app.collaborations.scans.form import OTHER, ScanForm, WindowForm
from app.collaborations.wanted import PURPOSES, WINDOWS
from app.web.formatting import capitalised
from questionnaires import WindowId

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.collaborations.scans.differences import Differences
    from app.models import ScanWindow
    from app.store.collaborations import CollaborationInContext
    from app.store.scans import ScanInContext
    from app.web.forms import FieldError
    from questionnaires import Edition

PURPOSE_OPTIONS: Options = (
    *((purpose, capitalised(purpose)) for purpose in PURPOSES),
    (OTHER, "Anders"),
)
APART = ("individual", "Ja, iedereen vult apart in")
TOGETHER = ("team", "Ja, een groep vult samen één formulier in")
ONE_LINK = ("open", "Met één link en code voor iedereen")
OWN_LINKS = ("personal", "Met een eigen link voor ieder, per e-mail")
ENTRY_HELP = (
    "Met een eigen link kan iedereen één keer insturen en kunt u herinneren. U ziet nooit wie al verstuurde. "
    "De adressen voert u daarna in, en wij wissen ze als de scan sluit."
)
NOT = ("off", "Nee, dit venster doet niet mee")
BY_FUNCTION = ("1", "Per functie, zonder minimum")
ANONYMOUS = (("3", "Anoniem, vanaf 3 mensen"), ("5", "Anoniem, vanaf 5 mensen"))
MINIMUMS: dict[WindowId, Options] = {
    "inwoner": (),
    "professional": (("5", "5 mensen"), ("3", "3 mensen, als 5 niet haalbaar is")),
    "organisatie": (BY_FUNCTION, *ANONYMOUS),
    "beleid": (BY_FUNCTION, *ANONYMOUS),
}
"""What is offered as minimum; the residents' may be any whole number from five."""
TOO_FEW = "Bij minder antwoorden wordt dit venster niet getoond en niet gebruikt."
TRACEABLE = "‘Per functie’ is soms te herleiden tot een persoon. Wie invult, bevestigt vooraf dat dit goed is."
MINIMUM_HELP: dict[WindowId, str] = {
    "inwoner": f"Vijf of meer. {TOO_FEW}",
    "professional": TOO_FEW,
    "organisatie": f"{TOO_FEW} {TRACEABLE}",
    "beleid": f"{TOO_FEW} {TRACEABLE}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowFields:
    """One window in the form. Where `fixed` says something, how it takes part is told and not asked.

    `minimums` are the choices, empty where any number from five is one; `entries` how people may be invited, empty
    where that is no choice.
    """

    id: WindowId
    name: str
    audience: str
    minutes: int
    form: WindowForm
    parts: Options
    entries: Options
    minimums: Options
    minimum_help: str
    fixed: str


@dataclass(frozen=True, kw_only=True)
class ScanFormPage(FormPage):
    """The form of a scan; without windows nothing but its name can be changed any more.

    `differences` tells what differs from the scan that a new one follows, where it follows one.
    """

    form: ScanForm
    windows: tuple[WindowFields, ...]
    purposes: Options
    periods: Options
    is_new: bool
    about: str
    entry_help: str = ENTRY_HELP
    differences: Differences | None = None


def new_scan_page(
    found: CollaborationInContext,
    edition: Edition,
    form: ScanForm,
    errors: tuple[FieldError, ...] = (),
    *,
    differs: Differences | None = None,
    done: str = "",
) -> ScanFormPage:
    """The form for a new scan of a collaboration; `differs` tells what differs from the scan that it follows."""
    address = address_of(found.collaboration)
    return ScanFormPage(
        title="Nieuwe scan",
        section="samenwerkingen",
        breadcrumbs=way_to(found.collaboration),
        action=f"{address}/scans/nieuw",
        back=address,
        errors=errors,
        form=form,
        windows=window_fields(edition, form, {}),
        purposes=PURPOSE_OPTIONS,
        periods=choices(),
        is_new=True,
        done=done,
        differences=differs,
        about=f"{found.collaboration.name}, {found.municipality.name}",
    )


def change_scan_page(
    found: ScanInContext,
    edition: Edition,
    form: ScanForm,
    fixed: Mapping[WindowId, ScanWindow],
    errors: tuple[FieldError, ...] = (),
) -> ScanFormPage:
    """The form of an open scan; of the windows in `fixed` only the contact can be changed."""
    return _changing(found, form, window_fields(edition, form, fixed), errors, is_promised=bool(fixed))


def name_page(found: ScanInContext, name: str, errors: tuple[FieldError, ...] = ()) -> ScanFormPage:
    """The form of a scan of which only the name can be changed."""
    return _changing(found, ScanForm(name=name), (), errors)


def _changing(
    found: ScanInContext,
    form: ScanForm,
    windows: tuple[WindowFields, ...],
    errors: tuple[FieldError, ...],
    *,
    is_promised: bool = False,
) -> ScanFormPage:
    """Once people began, answers cannot be kept longer than they read."""
    desk = desk_of(found.scan)
    return ScanFormPage(
        title="Scan wijzigen",
        section="samenwerkingen",
        breadcrumbs=way_to(found.collaboration, found.scan),
        action=f"{desk}/wijzigen",
        back=desk,
        errors=errors,
        form=form,
        windows=windows,
        purposes=PURPOSE_OPTIONS,
        periods=choices(found.scan.keep_months if is_promised else None),
        is_new=False,
        about=f"{found.scan.name}, {found.collaboration.name}, {found.municipality.name}",
    )


def window_fields(edition: Edition, form: ScanForm, fixed: Mapping[WindowId, ScanWindow]) -> tuple[WindowFields, ...]:
    """The four windows as they stand in a form; of those in `fixed` it is told and not asked how they take part."""
    return tuple(_window(edition, name, form.windows[name], fixed.get(name)) for name in WINDOWS)


def _window(edition: Edition, name: WindowId, form: WindowForm, fixed: ScanWindow | None) -> WindowFields:
    content = edition.windows[name]
    return WindowFields(
        id=name,
        name=content.short_label,
        audience=content.audience,
        minutes=content.minutes,
        form=form,
        parts=(APART, NOT) if name == "inwoner" else (APART, TOGETHER, NOT),
        entries=() if name == "inwoner" else (ONE_LINK, OWN_LINKS),
        minimums=MINIMUMS[name],
        minimum_help=MINIMUM_HELP[name],
        fixed=in_words(fixed) if fixed else "",
    )


def in_words(window: ScanWindow) -> str:
    """How a window takes part, for a reader."""
    if not window.is_on:
        return "Doet niet mee"
    own_links = ". Ieder krijgt een eigen link" if window.entry == "personal" else ""
    return f"{_answering(window)}{own_links}"


def _answering(window: ScanWindow) -> str:
    if window.mode == "team":
        return "Een groep vult samen één formulier in"
    if window.minimum == 1:
        return "Iedereen vult apart in, en de antwoorden staan per functie in de uitslag"
    return f"Iedereen vult apart in, met een minimum van {window.minimum} mensen"
