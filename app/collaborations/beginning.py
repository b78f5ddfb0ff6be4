"""Beginning: a collaboration and its first scan in one go, of which most stands ready.

The rules are those of each of the two; what is wrong with either is said at once, and then neither is made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.collaborations.forms import CollaborationForm, on_one_line
from app.collaborations.kept import choices
from app.collaborations.overview import KIND_OPTIONS
from app.collaborations.page import LIST, FormPage, Options, way_to
from app.collaborations.scans.form import ScanForm, read_scan_form, understood
from app.collaborations.scans.page import ENTRY_HELP, PURPOSE_OPTIONS, WindowFields, window_fields
from app.collaborations.scans.service import add_scan
from app.collaborations.service import add_collaboration, faults_of_collaboration
from app.collaborations.wanted import NotAcceptedError
from app.store.collaborations import CollaborationInContext
from app.store.municipalities import find_municipality
from app.web.forms import FieldError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.accounts.asker import Asker
    from app.collaborations.dependencies import NewScans
    from app.collaborations.wanted import WantedCollaboration
    from app.db import Session
    from app.models import Municipality, Scan
    from app.web.forms import FormFields
    from questionnaires import Edition

SCAN_NAME = "scan_name"
"""The field of the name of the scan; `name` is that of the collaboration."""
IN_SIGHT = ("municipality", "name", "target_group", "partners", "inwoner_contact", "inwoner_outside")
CONTACT = "professional_contact"


@dataclass(frozen=True, kw_only=True)
class BeginPage(FormPage):
    """The form of a collaboration with its first scan; `municipalities` are the names to choose from, if that is so.

    `ready` says what needs no choice, and `is_open` shows those settings because something in them is wrong.
    """

    form: CollaborationForm
    scan: ScanForm
    windows: tuple[WindowFields, ...]
    municipalities: tuple[str, ...]
    municipality: str
    ready: str
    is_open: bool
    periods: Options
    kinds: Options = KIND_OPTIONS
    purposes: Options = PURPOSE_OPTIONS
    entry_help: str = ENTRY_HELP


def begin_page(
    municipalities: Iterable[Municipality],
    edition: Edition,
    form: CollaborationForm,
    scan: ScanForm,
    errors: tuple[FieldError, ...] = (),
) -> BeginPage:
    """The form for a new collaboration in one of these municipalities; with one there is nothing to choose."""
    names = tuple(municipality.name for municipality in municipalities)
    return BeginPage(
        title="Nieuwe samenwerking",
        section="samenwerkingen",
        breadcrumbs=way_to(),
        action=f"{LIST}/nieuw",
        back=LIST,
        errors=errors,
        form=form,
        scan=scan,
        windows=window_fields(edition, scan, {}),
        municipalities=names if len(names) > 1 else (),
        municipality=names[0] if len(names) == 1 else "",
        ready=READY.format(period=scan.period or "deze periode"),
        is_open=any(error.field not in {*IN_SIGHT, CONTACT} for error in errors),
        periods=choices(),
    )


READY = "een nulmeting ({period}), met alle vier de vensters en één link per groep"


def read_first_scan(fields: FormFields) -> ScanForm:
    """Return what somebody typed about the first scan."""
    return replace(read_scan_form(fields, {}), name=on_one_line(fields.text(SCAN_NAME)))


def begin(session: Session, asker: Asker, wanted: WantedCollaboration, form: ScanForm, new: NewScans) -> Scan:
    """Make a collaboration and its first scan, or neither; raises `NotAcceptedError` with all that is wrong."""
    errors = list(faults_of_collaboration(session, asker, wanted))
    try:
        wanted_scan = understood(form, new.today)
    except NotAcceptedError as refused:
        errors += [_at_own_field(error) for error in refused.errors]
    municipality = find_municipality(session, wanted.municipality)
    if errors or municipality is None:
        raise NotAcceptedError(tuple(sorted(errors, key=_place)))
    collaboration = add_collaboration(session, asker, wanted)
    found = CollaborationInContext(collaboration, municipality)
    return add_scan(session, found, wanted_scan, new.edition.id, new.today)


def _at_own_field(error: FieldError) -> FieldError:
    return FieldError(SCAN_NAME, error.message) if error.field == "name" else error


def _place(error: FieldError) -> int:
    """What is in sight stands first on the page; the rest keeps its order."""
    order = (*IN_SIGHT, CONTACT)
    return order.index(error.field) if error.field in order else len(order)
