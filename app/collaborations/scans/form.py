"""The form of a scan: what was typed, and what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, cast

from app.collaborations.forms import on_one_line
from app.collaborations.kept import KEPT_BY_DEFAULT
from app.collaborations.scans.naming import half_year_of, month_of
from app.collaborations.wanted import (
    PURPOSES,
    STAFF,
    WINDOWS,
    Entry,
    Mode,
    NotAcceptedError,
    WantedScan,
    WantedWindow,
    check_scan,
)
from app.web.forms import FieldError
from scoring import MINIMUM_DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.models import Scan, ScanWindow
    from app.web.forms import FormFields
    from questionnaires import WindowId

Part = Literal["individual", "team", "off"]
PARTS: tuple[Part, ...] = ("individual", "team", "off")
ENTRIES: tuple[Entry, ...] = ("open", "personal")
OTHER = "anders"
DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowForm:
    """What stands in the form about one window; `outside` says that the contact does not work for the municipality."""

    part: str = "individual"
    entry: str = "open"
    minimum: str = ""
    contact: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanForm:
    """What stands in the form; `purpose` is one that is offered, or `anders` with its own words beside it."""

    name: str = ""
    purpose: str = ""
    purpose_other: str = ""
    period: str = ""
    closes_on: str = ""
    keep_months: str = str(KEPT_BY_DEFAULT)
    windows: Mapping[WindowId, WindowForm] = field(
        default_factory=lambda: {name: WindowForm(minimum=str(MINIMUM_DEFAULT[name])) for name in WINDOWS}
    )


def new_scan(today: date) -> ScanForm:
    """Return the form for the first scan of a collaboration, with what most will choose."""
    return ScanForm(name="Nulmeting", purpose=PURPOSES[0], period=half_year_of(today))


def next_scan(today: date, previous: Iterable[ScanWindow], keep_months: int = KEPT_BY_DEFAULT) -> ScanForm:
    """Return the form for another scan, with the windows of the previous one, so that the two can be compared."""
    return ScanForm(period=month_of(today), keep_months=str(keep_months), windows=_windows(previous))


def form_of_scan(scan: Scan, windows: Iterable[ScanWindow]) -> ScanForm:
    """Return a scan as it stands in its form."""
    offered = scan.purpose in PURPOSES
    return ScanForm(
        name=scan.name,
        purpose=scan.purpose if offered else OTHER,
        purpose_other="" if offered else scan.purpose,
        period=scan.period,
        closes_on=scan.closes_on.isoformat() if scan.closes_on else "",
        keep_months=str(scan.keep_months),
        windows=_windows(windows),
    )


def _windows(windows: Iterable[ScanWindow]) -> dict[WindowId, WindowForm]:
    known = {window.window: window for window in windows}
    return {name: _window(known[name]) for name in WINDOWS}


def _window(window: ScanWindow) -> WindowForm:
    return WindowForm(
        part=window.mode if window.is_on else "off",
        entry=window.entry,
        minimum=str(window.minimum),
        contact=window.contact,
        outside=bool(window.contact),
    )


def read_scan_form(
    fields: FormFields, fixed: Mapping[WindowId, ScanWindow], keep_months: int = KEPT_BY_DEFAULT
) -> ScanForm:
    """Return what somebody typed. Of a window in `fixed` what was not sent stays as it is: the form does not ask it.

    Where nothing is said about how long answers are kept, it is `keep_months`.
    """
    return ScanForm(
        name=on_one_line(fields.text("name")),
        purpose=on_one_line(fields.text("purpose")),
        purpose_other=on_one_line(fields.text("purpose_other")),
        period=on_one_line(fields.text("period")),
        closes_on=on_one_line(fields.text("closes_on")),
        keep_months=fields.text("keep_months") or str(keep_months),
        windows={name: _read_window(fields, name, fixed.get(name)) for name in WINDOWS},
    )


def _read_window(fields: FormFields, name: WindowId, fixed: ScanWindow | None) -> WindowForm:
    stands = _window(fixed) if fixed else WindowForm(part="")
    return WindowForm(
        part=fields.text(f"{name}_part") or stands.part,
        entry=fields.text(f"{name}_entry") or stands.entry,
        minimum=fields.text(f"{name}_minimum") or stands.minimum,
        contact=on_one_line(fields.text(f"{name}_contact")),
        outside=fields.checked(f"{name}_outside"),
    )


def understood(form: ScanForm, today: date) -> WantedScan:
    """Return what the form means; raises `NotAcceptedError` with everything that is wrong with it."""
    errors = list(_unclear(form))
    wanted = WantedScan(
        name=form.name,
        purpose=form.purpose_other if form.purpose == OTHER else form.purpose,
        period=form.period,
        closes_on=_date(form.closes_on),
        keep_months=int(form.keep_months) if re.fullmatch(r"[0-9]{1,2}", form.keep_months) else 0,
        windows={name: _wanted_window(form, name) for name in WINDOWS},
    )
    known = {error.field for error in errors} | set(_same_contact(form))
    broken = [_at_own_field(error, form) for error in check_scan(wanted, today)]
    errors += [error for error in broken if error.field not in known]
    if errors:
        raise NotAcceptedError(tuple(sorted(errors, key=lambda error: FIELDS.index(error.field))))
    return wanted


FIELDS = (
    "name",
    "purpose",
    "purpose_other",
    "period",
    "closes_on",
    "keep_months",
    *(f"{name}_{part}" for name in WINDOWS for part in ("part", "entry", "minimum", "contact", "outside")),
)
"""Every field in the order of the page."""


def _unclear(form: ScanForm) -> Iterable[FieldError]:
    """Give what cannot be understood, before any rule looks at it."""
    if form.purpose not in {*PURPOSES, OTHER}:
        yield FieldError("purpose", "Kies waarom u meet.")
    if form.purpose == OTHER and not form.purpose_other:
        yield FieldError("purpose_other", "Schrijf in een paar woorden waarom u meet.")
    if form.closes_on and _date(form.closes_on) is None:
        yield FieldError("closes_on", "Dit is geen datum. Schrijf bijvoorbeeld 31-03-2027.")
    for name, window in form.windows.items():
        if window.part not in PARTS:
            yield FieldError(f"{name}_part", f"Kies hoe het venster {name} meedoet.")
        if window.entry not in ENTRIES:
            yield FieldError(f"{name}_entry", f"Kies hoe u in het venster {name} mensen uitnodigt.")
    residents = form.windows["inwoner"]
    if residents.part != "off" and residents.contact and not residents.outside:
        yield FieldError("inwoner_outside", "Bevestig dat deze persoon niet bij de gemeente werkt, of noem een ander.")


def _same_contact(form: ScanForm) -> Iterable[str]:
    """Where no window of staff names a contact, one is asked for once, in the first that takes part."""
    missing = [name for name in STAFF if form.windows[name].part != "off" and not _wanted_window(form, name).contact]
    return [f"{name}_contact" for name in missing[1:]]


def _at_own_field(error: FieldError, form: ScanForm) -> FieldError:
    """What is wrong with a purpose in own words is shown where these were written."""
    own_words = error.field == "purpose" and form.purpose == OTHER
    return FieldError("purpose_other", error.message) if own_words else error


def _wanted_window(form: ScanForm, name: WindowId) -> WantedWindow:
    window = form.windows[name]
    is_on, is_number = window.part != "off", re.fullmatch(r"[0-9]{1,4}", window.minimum) is not None
    return WantedWindow(
        is_on=is_on,
        mode=cast("Mode", window.part) if window.part in {"individual", "team"} else "individual",
        minimum=int(window.minimum) if is_number else 0 if is_on else MINIMUM_DEFAULT[name],
        contact=window.contact or _contact_of_staff(form, name),
        entry="personal" if window.entry == "personal" else "open",
    )


def _contact_of_staff(form: ScanForm, name: WindowId) -> str:
    """The first contact among the windows of staff; a window that names nobody has the same."""
    if name not in STAFF or form.windows[name].part == "off":
        return ""
    return next((form.windows[other].contact for other in STAFF if form.windows[other].contact), "")


def _date(text: str) -> date | None:
    """Return a date as browsers send it or as people write it, None for anything else.

    >>> _date("2027-03-31") == _date("31-3-2027") == date(2027, 3, 31), _date("31-2-2027")
    (True, None)
    """
    found = DATE.fullmatch(text)
    if not found:
        return None
    numbers = [int(number) for number in found.groups() if number]
    year, month, day = numbers if found[1] else reversed(numbers)
    try:
        return date(year, month, day)
    except ValueError:
        return None
