"""What the pages of this room share: the way to them, a scan in a list, and what was just done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.collaborations.earlier import course_of_scan
from app.collaborations.service import id_of
from app.collaborations.state import State, state_of
from app.config import is_loopback
from app.web.formatting import date_in_words
from app.web.page import Link, Page

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.models import Collaboration, Scan
    from app.web.forms import FieldError

LIST = "/samenwerkingen"
Options = tuple[tuple[str, str], ...]
"""What can be chosen in a form: pairs of value and label."""
ON_THIS_COMPUTER = (
    "Deze dienst draait alleen op deze computer. Anderen kunnen de link en de code nog niet gebruiken; u kunt ze hier "
    "wel zelf proberen. Wie de dienst voor anderen openstelt, geeft haar een eigen adres."
)
"""What is said where a way in has an address that only works on the machine where the service runs."""

DONE = {
    "gemaakt": "De samenwerking is bewaard. Zet de eerste scan klaar zodra u wilt.",
    "klaargezet": "De scan staat klaar. Hieronder vindt u voor elk venster een link, een code en een uitnodiging.",
    "gewijzigd": "De wijzigingen zijn opgeslagen.",
    "uitgenodigd": "De uitnodigingen staan klaar om verstuurd te worden.",
    "herinnerd": "Er gaat een herinnering naar iedereen die, voor zover bekend, nog niet verstuurde.",
    "adressen-weg": "De adressen zijn gewist, en de links die erbij hoorden werken niet meer.",
    "gearchiveerd": "Dit staat nu in het archief.",
    "teruggehaald": "Dit is teruggehaald uit het archief.",
    "samenwerking-verwijderd": "De samenwerking is voorgoed verwijderd.",
    "scan-verwijderd": "De scan is voorgoed verwijderd.",
}
"""What a page can say was just done, by the word in its address."""


@dataclass(frozen=True, kw_only=True)
class ManagementPage(Page):
    """A page for who sets up scans; `done` says what was just done, or is empty."""

    done: str = ""


@dataclass(frozen=True, kw_only=True)
class FormPage(ManagementPage):
    """A page with a form: where it goes, where somebody goes who does not want it, and what was wrong."""

    action: str
    back: str
    errors: tuple[FieldError, ...] = ()

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return next((error.message for error in self.errors if error.field == field), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRow:
    """One scan in a list, with its state as a word for the style and in words for the reader.

    `course` is where its result is compared with an earlier one, empty where there is none.
    """

    name: str
    about: str
    href: str
    state: State
    state_in_words: str
    course: str = ""


def scan_row(scan: Scan, today: date, scans: Iterable[Scan] = ()) -> ScanRow:
    """A scan as it stands in a list; `scans` are those of its collaboration, one of which it may be compared with."""
    return ScanRow(
        name=scan.name,
        about=f"{scan.purpose}, {scan.period}",
        href=desk_of(scan),
        state=state_of(scan, today),
        state_in_words=state_in_words(scan, today),
        course=course_of_scan(scan, scans),
    )


def state_in_words(scan: Scan, today: date) -> str:
    """The state of a scan, for a reader."""
    state = state_of(scan, today)
    if state == "archived":
        return "In het archief"
    if state == "closed" and scan.closed_on:
        return f"Gesloten op {date_in_words(scan.closed_on)}"
    if state == "due":
        return "Sluitingsdatum voorbij"
    return f"Open tot en met {date_in_words(scan.closes_on)}" if scan.closes_on else "Open"


def address_of(collaboration: Collaboration) -> str:
    """Where a collaboration is found."""
    return f"{LIST}/{id_of(collaboration)}"


def desk_of(scan: Scan) -> str:
    """Where a scan is managed."""
    return f"/scans/{scan.id}/beheer"


def again_of(scan: Scan) -> str:
    """Where the scan that follows a scan is set up."""
    return f"{desk_of(scan)}/opnieuw"


def way_to(collaboration: Collaboration | None = None, scan: Scan | None = None) -> tuple[Link, ...]:
    """The way from home to a page below a collaboration or a scan."""
    links = [Link("Samenwerkingen", LIST)]
    if collaboration:
        links.append(Link(collaboration.name, address_of(collaboration)))
    if scan:
        links.append(Link(scan.name, desk_of(scan)))
    return tuple(links)


def where_it_works(link: str) -> str:
    """Say that a link only works on this machine; empty where others can open it."""
    return ON_THIS_COMPUTER if is_loopback(urlsplit(link).hostname or "") else ""
