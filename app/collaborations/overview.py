"""The list of collaborations, one collaboration, and the form in which it is described."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from app.collaborations.forms import CollaborationForm, comparable, form_of_collaboration
from app.collaborations.kinds import KIND_LABELS, kind_named
from app.collaborations.page import (
    LIST,
    FormPage,
    ManagementPage,
    Options,
    ScanRow,
    address_of,
    again_of,
    scan_row,
    way_to,
)
from app.collaborations.service import id_of, scans_of
from app.collaborations.state import scan_to_follow, state_of
from app.store import collaborations, scans
from app.web.formatting import counted
from app.web.page import Choice
from app.web.paging import Paging, part_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from app.accounts.asker import Asker
    from app.db import Session
    from app.models import Scan
    from app.store.collaborations import CollaborationInContext
    from app.web.forms import FieldError

LONG_LIST = 6
"""Above this many collaborations one wants to search."""
STANDS: Options = (("open", "Met een open scan"), ("gesloten", "Met een gesloten scan"), ("geen", "Zonder scan"))
"""How a list of collaborations can be narrowed, by their scans."""
KIND_OPTIONS: Options = (*KIND_LABELS.items(), ("", "Weet ik nog niet"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CollaborationRow:
    """One collaboration in the list, with its scans from first to last; those in the archive are left out."""

    name: str
    href: str
    target_group: str
    scans: tuple[ScanRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityGroup:
    """The collaborations of one municipality."""

    name: str
    collaborations: tuple[CollaborationRow, ...]


@dataclass(frozen=True, kw_only=True)
class CollaborationsPage(ManagementPage):
    """A part of the own collaborations, or of those in the archive, as far as they fit `query`; there are `others`."""

    groups: tuple[MunicipalityGroup, ...]
    query: str
    stand: Choice
    can_search: bool
    count: str
    paging: Paging
    in_archive: bool
    others: int


@dataclass(frozen=True, kw_only=True)
class CollaborationPage(ManagementPage):
    """One collaboration with its scans; those that were put away by themselves stand apart.

    `again` is where the last scan is measured again, empty where none is closed or one still runs.
    """

    municipality: str
    target_group: str
    partners: str
    kind: str
    address: str
    in_archive: bool
    again: str
    scans: tuple[ScanRow, ...]
    archived_scans: tuple[ScanRow, ...]


@dataclass(frozen=True, kw_only=True)
class CollaborationFormPage(FormPage):
    """The form of a collaboration that is there.

    `is_answered` warns that people answered about the collaboration as it is described now.
    """

    form: CollaborationForm
    municipality: str
    is_answered: bool
    kinds: Options = KIND_OPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which collaborations somebody wants to see: with these words, in the archive or not, and by their scans."""

    query: str = ""
    stand: str = ""
    in_archive: bool = False
    part: int = 1


def list_page(session: Session, asker: Asker, today: date, sought: Sought) -> CollaborationsPage:
    """The collaborations that somebody manages, as far as they are sought; one part."""
    query, stand, in_archive = sought.query, sought.stand, sought.in_archive
    everything = collaborations.list_collaborations(session, asker.managed)
    here = [one for one in everything if (one.collaboration.archived_on is not None) == in_archive]
    fitting = [one for one in here if _fits(one, comparable(query).split())]
    if stand:
        of_all = _scans(session, fitting, in_archive=in_archive)
        fitting = [one for one in fitting if _stands(of_all.get(id_of(one.collaboration), []), stand, today)]
    wanted = {"zoek": query, "stand": stand, "archief": "ja" if in_archive else ""}
    found, paging = part_of(fitting, sought.part, LIST, wanted)
    by_collaboration = _scans(session, found, in_archive=in_archive)
    return CollaborationsPage(
        title="Archief" if in_archive else "Samenwerkingen",
        section="samenwerkingen",
        breadcrumbs=way_to() if in_archive else (),
        groups=tuple(_groups(found, by_collaboration, today)),
        query=query,
        stand=Choice(name="stand", label="Met welke scans", all="Met of zonder scan", options=STANDS, value=stand),
        can_search=len(here) > LONG_LIST or bool(query or stand),
        count=counted(paging.count, "samenwerking", "samenwerkingen"),
        paging=paging,
        in_archive=in_archive,
        others=len(everything) - len(here),
    )


def _scans(session: Session, found: Iterable[CollaborationInContext], *, in_archive: bool) -> Mapping[int, list[Scan]]:
    by_collaboration: dict[int, list[Scan]] = defaultdict(list)
    for scan in scans.list_scans(session, [id_of(one.collaboration) for one in found]):
        if in_archive or scan.archived_on is None:
            by_collaboration[scan.collaboration_id].append(scan)
    return by_collaboration


def _stands(found: Sequence[Scan], wanted: str, today: date) -> bool:
    """Whether a collaboration with these scans is one of those that are wanted."""
    states = {state_of(scan, today) for scan in found}
    if wanted == "open":
        return bool(states & {"open", "due"})
    return "closed" in states if wanted == "gesloten" else not states


def _fits(one: CollaborationInContext, words: Sequence[str]) -> bool:
    if not words:
        return True
    about = one.collaboration
    texts = comparable(f"{one.municipality.name} {about.name} {about.target_group} {about.partners}")
    return all(word in texts for word in words)


def _groups(
    found: Iterable[CollaborationInContext], by_collaboration: Mapping[int, list[Scan]], today: date
) -> Iterable[MunicipalityGroup]:
    for name, group in groupby(found, key=lambda one: one.municipality.name):
        rows = (_row(one, by_collaboration.get(id_of(one.collaboration), []), today) for one in group)
        yield MunicipalityGroup(name=name, collaborations=tuple(rows))


def _row(one: CollaborationInContext, found: list[Scan], today: date) -> CollaborationRow:
    return CollaborationRow(
        name=one.collaboration.name,
        href=address_of(one.collaboration),
        target_group=one.collaboration.target_group,
        scans=tuple(scan_row(scan, today) for scan in found),
    )


def collaboration_page(session: Session, found: CollaborationInContext, today: date) -> CollaborationPage:
    """One collaboration with what can be done with it."""
    about, in_archive = found.collaboration, found.collaboration.archived_on is not None
    of_it = scans_of(session, about)
    rows, last = [scan_row(scan, today, of_it) for scan in of_it], scan_to_follow(of_it, today)
    kind = kind_named(about.kind)
    apart = [row for row in rows if row.state == "archived" and not in_archive]
    return CollaborationPage(
        title=about.name,
        section="samenwerkingen",
        breadcrumbs=way_to(),
        municipality=found.municipality.name,
        target_group=about.target_group,
        partners=about.partners,
        kind=KIND_LABELS[kind] if kind else "Nog niet gekozen",
        address=address_of(about),
        in_archive=in_archive,
        again=again_of(last) if last and not in_archive else "",
        scans=tuple(row for row in rows if row not in apart),
        archived_scans=tuple(apart),
    )


def change_collaboration_page(
    found: CollaborationInContext,
    form: CollaborationForm | None = None,
    errors: tuple[FieldError, ...] = (),
    *,
    is_answered: bool,
) -> CollaborationFormPage:
    """The form of a collaboration that is there."""
    about = found.collaboration
    return CollaborationFormPage(
        title="Samenwerking wijzigen",
        section="samenwerkingen",
        breadcrumbs=way_to(about),
        action=f"{address_of(about)}/wijzigen",
        back=address_of(about),
        errors=errors,
        form=form or form_of_collaboration(about, found.municipality),
        municipality=found.municipality.name,
        is_answered=is_answered,
    )
