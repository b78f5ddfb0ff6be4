"""What somebody wants a collaboration or a scan to be, and the rules that it must keep to.

Forms and programs both come through here. A rule that is broken names its field; all that is wrong is said at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.collaborations.kept import check_keep_months
from app.collaborations.kinds import KINDS
from app.web.formatting import enumeration
from app.web.forms import FieldError
from questionnaires import WindowId
from scoring import MINIMUM_CHOICES, allowed_minimum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

Mode = Literal["individual", "team"]
Entry = Literal["open", "personal"]

WINDOWS: tuple[WindowId, ...] = ("inwoner", "professional", "organisatie", "beleid")
STAFF: tuple[WindowId, ...] = ("professional", "organisatie", "beleid")
PURPOSES = ("nulmeting", "na een pilot", "jaarlijkse meting")
"""The reasons to measure that are offered; another is written in words."""

LONGEST = {"name": 120, "target_group": 500, "partners": 1000, "purpose": 100, "period": 100, "contact": 500}
"""Characters."""
LARGEST_MINIMUM = 999


class NotAcceptedError(ValueError):
    """What was wanted breaks a rule; `errors` says which, in Dutch, by field. Nothing was changed."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        super().__init__("; ".join(f"{error.field}: {error.message}" for error in errors))
        self.errors = errors


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedCollaboration:
    """A collaboration as somebody wants it. `municipality` is a code of Statistics Netherlands.

    `kind` is one of `app.collaborations.kinds`, None where nobody said so yet.
    """

    municipality: str
    name: str
    target_group: str
    partners: str
    kind: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedWindow:
    """A window as somebody wants it: whether it takes part, how it is answered, the minimum group size, whom to ask.

    `entry` is one link for everybody, or a link for each person.
    """

    is_on: bool
    mode: Mode
    minimum: int
    contact: str
    entry: Entry = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedScan:
    """A scan as somebody wants it, with all four windows; `keep_months` is for how long after closing answers stay."""

    name: str
    purpose: str
    period: str
    closes_on: date | None
    keep_months: int
    windows: Mapping[WindowId, WantedWindow]


def check_collaboration(wanted: WantedCollaboration) -> Iterator[FieldError]:
    """Give every rule about one collaboration by itself that is broken."""
    yield from _text("name", wanted.name, "Geef de samenwerking een naam.")
    yield from _text("target_group", wanted.target_group, "Schrijf om welke inwoners het gaat.")
    yield from _text("partners", wanted.partners, "Schrijf welke organisaties meedoen.")
    if wanted.kind is not None and wanted.kind not in KINDS:
        yield FieldError("kind", "Kies hoe u samenwerkt, of ‘Weet ik nog niet’.")


def check_scan(wanted: WantedScan, today: date) -> Iterator[FieldError]:
    """Give every rule about a scan that is broken."""
    yield from check_name(wanted.name)
    yield from _text("purpose", wanted.purpose, "Kies waarom u meet.")
    yield from _text("period", wanted.period, "Schrijf over welke periode de scan gaat, bijvoorbeeld voorjaar 2027.")
    if wanted.closes_on and wanted.closes_on < today:
        yield FieldError("closes_on", "Deze sluitingsdatum is al voorbij. Kies vandaag of een latere dag.")
    yield from check_keep_months(wanted.keep_months)
    if not any(window.is_on for window in wanted.windows.values()):
        yield FieldError("inwoner_part", "Laat ten minste één venster meedoen.")
    for name in WINDOWS:
        yield from _check_window(name, wanted.windows[name])


def check_name(name: str) -> Iterator[FieldError]:
    """Give what is wrong with the name of a scan."""
    yield from _text("name", name, "Geef de scan een naam, bijvoorbeeld Nulmeting.")


def _check_window(name: WindowId, wanted: WantedWindow) -> Iterator[FieldError]:
    if name == "inwoner" and wanted.mode == "team":
        yield FieldError("inwoner_part", "Inwoners vullen altijd apart in, zodat niemand over hun schouder meekijkt.")
    if name == "inwoner" and wanted.entry == "personal":
        yield FieldError("inwoner_part", "Inwoners krijgen nooit een eigen link: dan zou bekend zijn wie is gevraagd.")
    if not allowed_minimum(name, wanted.minimum) or wanted.minimum > LARGEST_MINIMUM:
        yield FieldError(f"{name}_minimum", _minimum_rule(name))
    if wanted.is_on and not wanted.contact.strip():
        yield FieldError(f"{name}_contact", _contact_rule(name))
    if len(wanted.contact) > LONGEST["contact"]:
        yield FieldError(f"{name}_contact", _too_long("contact"))


def _minimum_rule(name: WindowId) -> str:
    choices = MINIMUM_CHOICES[name]
    if choices is None:
        return f"Kies een heel getal van 5 tot en met {LARGEST_MINIMUM}. Minder dan vijf inwoners mag nooit."
    return f"Kies in het venster {name} {enumeration([str(choice) for choice in choices], 'of')} als minimum."


def _contact_rule(name: WindowId) -> str:
    if name == "inwoner":
        return "Noem iemand aan wie inwoners iets kunnen vragen, en die niet bij de gemeente werkt."
    return f"Noem in het venster {name} iemand aan wie invullers iets kunnen vragen."


def _text(field: str, text: str, missing: str) -> Iterator[FieldError]:
    if not text.strip():
        yield FieldError(field, missing)
    elif len(text) > LONGEST[field]:
        yield FieldError(field, _too_long(field))


def _too_long(field: str) -> str:
    return f"Deze tekst is te lang: gebruik hoogstens {LONGEST[field]} tekens."
