"""What happens with collaborations: they are made, changed, put away, brought back and deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.audit import Act, acts_for, note_collaboration
from app.collaborations.counts import told_counts
from app.collaborations.wanted import NotAcceptedError, WantedCollaboration, check_collaboration
from app.models import Collaboration
from app.store import collaborations, municipalities, results, scans
from app.store.erasures import note_erasure
from app.web.errors import Refusal, not_found
from app.web.forms import FieldError
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from app.accounts.asker import Asker
    from app.db import Session
    from app.models import Municipality, Scan
    from app.store.collaborations import CollaborationInContext


@dataclass(frozen=True, slots=True)
class Contents:
    """What is lost when something is deleted: scans, questionnaires that were sent and begun, versions of results.

    `has_more` says that there are more questionnaires than is told (`app.collaborations.counts`).
    """

    scans: int
    sent: int
    begun: int
    results: int
    has_more: bool = False

    @property
    def has_answers(self) -> bool:
        """Whether people gave something that is lost."""
        return bool(self.sent or self.begun or self.results or self.has_more)

    @property
    def stamp(self) -> str:
        """What a form carries to say what its reader saw."""
        return f"{self.scans}-{self.sent}-{self.begun}-{self.results}{'-meer' if self.has_more else ''}"


def add_collaboration(session: Session, asker: Asker, wanted: WantedCollaboration) -> Collaboration:
    """Make a collaboration; raises `NotAcceptedError`."""
    municipality = municipalities.lock_municipality(session, wanted.municipality)
    errors = faults_of_collaboration(session, asker, wanted)
    if errors or municipality is None:
        raise NotAcceptedError(errors)
    added = collaborations.add_collaboration(
        session,
        Collaboration(
            municipality_code=municipality.code,
            name=wanted.name,
            target_group=wanted.target_group,
            partners=wanted.partners,
            kind=wanted.kind,
        ),
    )
    acts_for(session, asker)
    note_collaboration(session, Act.COLLABORATION_MADE, collaborations.CollaborationInContext(added, municipality))
    return added


def faults_of_collaboration(session: Session, asker: Asker, wanted: WantedCollaboration) -> tuple[FieldError, ...]:
    """Return what is wrong with a collaboration that somebody wants to make; nothing where it can be made."""
    municipality = municipalities.find_municipality(session, wanted.municipality)
    return (
        *_municipality_errors(asker, municipality),
        *check_collaboration(wanted),
        *_name_errors(session, wanted),
    )


def change_collaboration(session: Session, found: CollaborationInContext, wanted: WantedCollaboration) -> None:
    """Give a collaboration another name, target group, partners or kind; it stays in its municipality.

    Raises `NotAcceptedError`.
    """
    municipalities.lock_municipality(session, found.municipality.code)
    collaboration = _locked(session, found)
    refuse_in_archive(found)
    errors = [*check_collaboration(wanted), *_name_errors(session, wanted, besides=collaboration)]
    if errors:
        raise NotAcceptedError(tuple(errors))
    collaboration.name = wanted.name
    collaboration.target_group = wanted.target_group
    collaboration.partners = wanted.partners
    collaboration.kind = wanted.kind
    session.flush()
    note_collaboration(session, Act.COLLABORATION_CHANGED, found)


def _municipality_errors(asker: Asker, municipality: Municipality | None) -> Iterator[FieldError]:
    if municipality is None:
        yield FieldError("municipality", "Deze gemeente kennen wij niet. Kies een naam uit de lijst.")
    elif not asker.may_manage(municipality.code):
        yield FieldError("municipality", "U kunt alleen voor uw eigen gemeente een samenwerking maken.")


def _name_errors(
    session: Session, wanted: WantedCollaboration, besides: Collaboration | None = None
) -> Iterator[FieldError]:
    same = collaborations.find_collaboration(session, wanted.municipality, wanted.name)
    if same is None or same is besides:
        return
    where = "bij de voorbeelden" if same.is_example else "in het archief" if same.archived_on else "in deze gemeente"
    yield FieldError("name", f"Er is {where} al een samenwerking met deze naam. Kies een andere naam.")


def archive_collaboration(session: Session, found: CollaborationInContext, today: date) -> None:
    """Put a collaboration away with all its scans: out of the lists, and no answers come in any more."""
    collaboration = _locked(session, found)
    if collaboration.archived_on is not None:
        return
    for scan in _locked_scans(session, collaboration):
        scan.archived_on = scan.archived_on or today
    collaboration.archived_on = today
    session.flush()
    note_collaboration(session, Act.COLLABORATION_ARCHIVED, found)


def bring_back_collaboration(session: Session, found: CollaborationInContext) -> None:
    """Bring a collaboration back, with the scans that were put away together with it."""
    collaboration = _locked(session, found)
    for scan in _locked_scans(session, collaboration):
        if scan.archived_on == collaboration.archived_on:
            scan.archived_on = None
    collaboration.archived_on = None
    session.flush()
    note_collaboration(session, Act.COLLABORATION_BROUGHT_BACK, found)


def contents_of(session: Session, found: Sequence[Scan]) -> Contents:
    """Count what is in these scans."""
    ids = [scan.id for scan in found]
    told = [
        window for scan in found for window in told_counts(session, scan, scans.list_windows(session, scan.id)).values()
    ]
    return Contents(
        scans=len(ids),
        sent=sum(window.sent for window in told),
        begun=sum(window.begun for window in told),
        has_more=any(window.has_more for window in told),
        results=sum(results.count_results(session, ids).values()),
    )


def contents_of_collaboration(session: Session, found: CollaborationInContext) -> Contents:
    """Count what is lost when a collaboration is deleted."""
    return contents_of(session, scans_of(session, found.collaboration))


def is_answered(session: Session, found: CollaborationInContext) -> bool:
    """Whether somebody answered about this collaboration as it is described."""
    return contents_of_collaboration(session, found).has_answers


def scans_of(session: Session, collaboration: Collaboration) -> Sequence[Scan]:
    """Return the scans of a collaboration, from first to last."""
    return scans.list_scans(session, [id_of(collaboration)])


def delete_collaboration(
    session: Session, found: CollaborationInContext, seen: str, today: date, *, agreed: bool
) -> None:
    """Delete a collaboration with everything in it; raises `NotAcceptedError` unless the asker saw that and agreed."""
    collaboration = _locked(session, found)
    inside = _locked_scans(session, collaboration)
    require_agreement(contents_of(session, inside), seen, agreed=agreed)
    note_collaboration(session, Act.COLLABORATION_DELETED, found)
    for scan in inside:
        scans.delete_scan(session, scan)
    collaborations.delete_collaboration(session, collaboration)
    note_erasure(session, today)


def require_agreement(contents: Contents, seen: str, *, agreed: bool) -> None:
    """Raise `NotAcceptedError` unless the asker saw what is there now, and agreed where people gave answers."""
    if contents.stamp != seen:
        message = "Er is intussen iets bijgekomen of verdwenen. Kijk opnieuw wat er weggaat en bevestig het nog eens."
        raise NotAcceptedError((FieldError("agreed", message),))
    if contents.has_answers and not agreed:
        raise NotAcceptedError((FieldError("agreed", "Vink aan dat u dit voorgoed wilt verwijderen."),))


def refuse_in_archive(found: CollaborationInContext) -> None:
    """Raise `Refusal` (409) for what cannot be done in a collaboration that was put away."""
    if found.collaboration.archived_on is not None:
        raise Refusal(
            409,
            title="Deze samenwerking staat in het archief",
            explanation="In het archief verandert niets. Er is niets opgeslagen.",
            advice="Haal de samenwerking eerst terug.",
            way=Link("Naar de samenwerking", f"/samenwerkingen/{id_of(found.collaboration)}"),
        )


def id_of(collaboration: Collaboration) -> int:
    """Return the id of a collaboration that is in the database."""
    if collaboration.id is None:
        raise ValueError("this collaboration is not stored yet")
    return collaboration.id


def _locked(session: Session, found: CollaborationInContext) -> Collaboration:
    collaboration = collaborations.lock_collaboration(session, id_of(found.collaboration))
    if collaboration is None:  # deleted a moment ago
        raise not_found()
    return collaboration


def _locked_scans(session: Session, collaboration: Collaboration) -> list[Scan]:
    """Return the scans, which nobody changes or answers until this transaction ends."""
    locked = [scans.lock_scan(session, scan.id) for scan in scans_of(session, collaboration)]
    return [scan for scan in locked if scan is not None]
