"""The pages that ask whether something may really be put away or deleted, and say exactly what that means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.collaborations.page import FormPage, address_of, desk_of, way_to
from app.collaborations.state import state_of
from app.web.formatting import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from app.collaborations.service import Contents
    from app.store.collaborations import CollaborationInContext
    from app.store.scans import ScanInContext
    from app.web.forms import FieldError


@dataclass(frozen=True, kw_only=True)
class ConfirmPage(FormPage):
    """A question: what happens, what is lost for ever, the button, and where one can go instead.

    `agreement` is what somebody must tick first, empty where that is not asked; `seen` goes along with the form and
    says what its reader saw. `instead` is the address of a way that loses nothing, or empty.
    """

    about: str
    explanation: tuple[str, ...]
    lost: tuple[str, ...] = ()
    agreement: str = ""
    seen: str = ""
    button: str
    instead: str = ""

    def refused(self, errors: tuple[FieldError, ...]) -> ConfirmPage:
        """The same page with what was wrong."""
        return replace(self, errors=errors)


def archive_collaboration_page(found: CollaborationInContext) -> ConfirmPage:
    """Whether a collaboration may go to the archive."""
    about = found.collaboration
    return ConfirmPage(
        title="Samenwerking archiveren",
        section="samenwerkingen",
        breadcrumbs=way_to(about),
        about=f"{about.name}, {found.municipality.name}",
        explanation=(
            "De samenwerking en haar scans gaan uit de lijst en staan daarna in het archief. Er gaat niets verloren.",
            "Scans die nog open zijn, nemen zolang geen antwoorden aan. Haalt u de samenwerking terug, dan wel weer.",
        ),
        button="Zet in het archief",
        action=f"{address_of(about)}/archiveren",
        back=address_of(about),
    )


def archive_scan_page(found: ScanInContext, today: date) -> ConfirmPage:
    """Whether a scan may go to the archive."""
    is_open = state_of(found.scan, today) == "open"
    still_open = "Deze scan is nog open. In het archief komen er geen antwoorden bij. Na terughalen kan dat weer."
    return ConfirmPage(
        title="Scan archiveren",
        section="samenwerkingen",
        breadcrumbs=way_to(found.collaboration, found.scan),
        about=_about(found),
        explanation=(
            "De scan gaat uit de lijst en staat daarna in het archief van de samenwerking. Er gaat niets verloren.",
            *((still_open,) if is_open else ()),
        ),
        button="Zet in het archief",
        action=f"{desk_of(found.scan)}/archiveren",
        back=desk_of(found.scan),
    )


def delete_collaboration_page(found: CollaborationInContext, contents: Contents) -> ConfirmPage:
    """Whether a collaboration may be deleted for ever."""
    about, address = found.collaboration, address_of(found.collaboration)
    return ConfirmPage(
        title="Samenwerking verwijderen",
        section="samenwerkingen",
        breadcrumbs=way_to(about),
        about=f"{about.name}, {found.municipality.name}",
        explanation=(FOR_EVER,),
        lost=(f"de samenwerking {about.name}", *_lost(contents, with_scans=True)),
        agreement=_agreement(contents),
        seen=contents.stamp,
        button="Verwijder voorgoed",
        action=f"{address}/verwijderen",
        back=address,
        instead="" if about.archived_on else f"{address}/archiveren",
    )


def delete_scan_page(found: ScanInContext, contents: Contents) -> ConfirmPage:
    """Whether a scan may be deleted for ever."""
    scan, desk = found.scan, desk_of(found.scan)
    return ConfirmPage(
        title="Scan verwijderen",
        section="samenwerkingen",
        breadcrumbs=way_to(found.collaboration, scan),
        about=_about(found),
        explanation=(FOR_EVER,),
        lost=(
            f"de scan {scan.name} met de vier vensters",
            *_lost(contents, with_scans=False),
            "alle links en codes: die op posters en in uitnodigingen werken dan niet meer",
        ),
        agreement=_agreement(contents),
        seen=contents.stamp,
        button="Verwijder voorgoed",
        action=f"{desk}/verwijderen",
        back=desk,
        instead="" if scan.archived_on else f"{desk}/archiveren",
    )


FOR_EVER = "Verwijderen is voorgoed. Op deze website kan niemand het daarna nog terughalen."


def _about(found: ScanInContext) -> str:
    return f"{found.scan.name}, {found.collaboration.name}, {found.municipality.name}"


def _lost(contents: Contents, *, with_scans: bool) -> Iterator[str]:
    if with_scans and contents.scans:
        yield f"{counted(contents.scans, 'scan', 'scans')}, met alle links en codes"
    if contents.sent:
        yield counted(contents.sent, "verstuurde vragenlijst", "verstuurde vragenlijsten")
    if contents.begun:
        yield f"{counted(contents.begun, 'vragenlijst', 'vragenlijsten')} waarmee iemand nog bezig is"
    if contents.has_more:
        yield "vragenlijsten bij persoonlijke links, die wij in groepen tellen"
    if contents.results:
        yield f"de uitslag, in {counted(contents.results, 'versie', 'versies')}"
    if not contents.has_answers:
        yield "er is nog niets ingevuld, dus er gaan geen antwoorden verloren"


def _agreement(contents: Contents) -> str:
    return "Ja, verwijder ook alles wat mensen hebben ingevuld" if contents.has_answers else ""
