"""Queries about comparison groups: their members, what these contribute now, and what was published before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, delete, exists, func, select

from app.models import (
    Account,
    AuditEntry,
    Collaboration,
    ComparisonGroup,
    Grant,
    GroupMember,
    GroupStand,
    Municipality,
    Result,
    Scan,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlmodel.sql.expression import Select

MANAGING_ROLES = ("coordinator", "adviseur")
"""Who has one of these roles can manage a group."""


@dataclass(frozen=True, slots=True)
class MemberInContext:
    """A municipality in a group with the collaboration that it takes part with."""

    member: GroupMember
    collaboration: Collaboration
    municipality: Municipality


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a member contributes: a closed scan, the ambition and the outline of its latest result, and its filters."""

    scan_id: str
    municipality: Municipality
    year: int
    edition: str
    ambition: int | None
    outline: dict[str, Any]


def add_group(session: Session, group: ComparisonGroup) -> ComparisonGroup:
    """Add a group, which then has its id; its code must be new."""
    session.add(group)
    session.flush()
    return group


def find_group(session: Session, group_id: int) -> ComparisonGroup | None:
    """Return the group with this id, or None."""
    return session.get(ComparisonGroup, group_id)


def find_group_by_code(session: Session, code: str) -> ComparisonGroup | None:
    """Return the group that a code opens, or None."""
    return session.exec(select(ComparisonGroup).where(col(ComparisonGroup.code) == code)).one_or_none()


def list_groups(session: Session) -> Sequence[ComparisonGroup]:
    """Return every group by name."""
    return session.exec(select(ComparisonGroup).order_by(col(ComparisonGroup.name), col(ComparisonGroup.id))).all()


def list_groups_of(session: Session, account_id: str, municipalities: Iterable[str]) -> Sequence[ComparisonGroup]:
    """Return the groups that an account made, and those in which one of these municipalities takes part, by name."""
    of_theirs = select(GroupMember.group_id).where(col(GroupMember.municipality_code).in_(list(municipalities)))
    is_theirs = (col(ComparisonGroup.maker_id) == account_id) | col(ComparisonGroup.id).in_(of_theirs)
    wanted = select(ComparisonGroup).where(is_theirs)
    return session.exec(wanted.order_by(col(ComparisonGroup.name), col(ComparisonGroup.id))).all()


def lock_groups(session: Session) -> None:
    """Let nobody else change what groups publish until this transaction ends."""
    session.exec(select(ComparisonGroup.id).order_by(col(ComparisonGroup.id)).with_for_update()).all()


def delete_group(session: Session, group: ComparisonGroup) -> None:
    """Delete a group with its members; the sets of which it gave figures stay, without the group."""
    session.delete(group)
    session.flush()


def is_managed(session: Session, group: ComparisonGroup) -> bool:
    """Whether there is somebody who manages a group: its maker, as long as they have a role for it."""
    managing = select(Grant.id).where(col(Grant.account_id) == group.maker_id, col(Grant.role).in_(MANAGING_ROLES))
    return session.exec(managing.limit(1)).first() is not None


def add_member(session: Session, member: GroupMember) -> GroupMember:
    """Let a municipality take part; it must not do so already."""
    session.add(member)
    session.flush()
    return member


def delete_member(session: Session, member: GroupMember) -> None:
    """Let a municipality take part no more."""
    session.delete(member)
    session.flush()


def list_members(session: Session, group_id: int) -> list[MemberInContext]:
    """Return the members of a group by the name of the municipality."""
    wanted = _members().where(col(GroupMember.group_id) == group_id).order_by(col(Municipality.name))
    return [MemberInContext(*found) for found in session.exec(wanted)]


def find_member(session: Session, group_id: int, municipality_code: str) -> MemberInContext | None:
    """Return what a municipality takes part with in a group, or None."""
    of_group, of_municipality = col(GroupMember.group_id) == group_id, col(Municipality.code) == municipality_code
    found = session.exec(_members().where(of_group, of_municipality)).one_or_none()
    return MemberInContext(*found) if found else None


def count_members(session: Session, group_ids: Iterable[int]) -> dict[int, int]:
    """Return how many municipalities take part in each of these groups that has any."""
    wanted = select(col(GroupMember.group_id), func.count()).where(col(GroupMember.group_id).in_(list(group_ids)))
    return dict(session.exec(wanted.group_by(col(GroupMember.group_id))).all())


def list_groups_with(session: Session, collaboration_id: int) -> Sequence[ComparisonGroup]:
    """Return the groups in which a collaboration takes part, by name."""
    wanted = select(ComparisonGroup).where(
        col(GroupMember.group_id) == col(ComparisonGroup.id), col(GroupMember.collaboration_id) == collaboration_id
    )
    return session.exec(wanted.order_by(col(ComparisonGroup.name))).all()


def list_joinable(session: Session, municipalities: frozenset[str] | None, kind: str) -> list[tuple[Any, Any]]:
    """Return the collaborations of a kind with a closed scan, of these municipalities or with None of all."""
    has_result = exists().where(*_is_closed(), col(Scan.collaboration_id) == col(Collaboration.id))
    wanted = select(Collaboration, Municipality).where(
        col(Collaboration.municipality_code) == col(Municipality.code), *_is_of(kind), has_result
    )
    if municipalities is not None:
        wanted = wanted.where(col(Municipality.code).in_(municipalities))
    order = (col(Municipality.name), col(Collaboration.name))
    return [(collaboration, municipality) for collaboration, municipality in session.exec(wanted.order_by(*order))]


def list_contributions(session: Session, group: ComparisonGroup) -> list[Contribution]:
    """Return what each member contributes now: its last closed scan, and nothing where that has no whole result."""
    wanted = select(Scan, Municipality).where(
        *_of_members(group), col(Municipality.code) == col(Collaboration.municipality_code)
    )
    in_order = wanted.order_by(col(Scan.closed_on), col(Scan.position))
    latest = {scan.collaboration_id: (scan, where) for scan, where in session.exec(in_order)}
    outlines = _latest_outlines(session, [scan.id for scan, _ in latest.values()])
    found = [
        Contribution(scan.id, where, scan.closed_on.year, scan.edition, *outlines[scan.id])
        for scan, where in latest.values()
        if scan.closed_on and scan.id in outlines
    ]
    return sorted(found, key=lambda one: one.scan_id)


def find_outlines(session: Session, scan_ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return the outline of the latest result of each of these scans that has a whole one."""
    return {scan_id: outline for scan_id, (_, outline) in _latest_outlines(session, scan_ids).items()}


def _latest_outlines(session: Session, scan_ids: Iterable[str]) -> dict[str, tuple[int | None, dict[str, Any]]]:
    """Return the ambition and the outline of the latest result of these scans; without a whole result it is left out.

    Records are not read: they are large.
    """
    columns = (col(Result.scan_id), col(Result.ambition), col(Result.outline))
    wanted = select(*columns).where(col(Result.scan_id).in_(list(scan_ids))).order_by(col(Result.version))
    latest = {scan_id: (ambition, outline) for scan_id, ambition, outline in session.exec(wanted)}
    return {scan_id: found for scan_id, found in latest.items() if found[1]}


def list_agreed_scans(session: Session, group: ComparisonGroup) -> set[str]:
    """Return the closed scans of which the figures of a group may be made, now that this is asked."""
    return set(session.exec(select(Scan.id).where(*_of_members(group))).all())


def latest_stand(session: Session, group_id: int) -> GroupStand | None:
    """Return the latest stand of a group, or None."""
    wanted = select(GroupStand).where(col(GroupStand.group_id) == group_id)
    return session.exec(wanted.order_by(col(GroupStand.id).desc()).limit(1)).one_or_none()


def list_stands(session: Session) -> Sequence[GroupStand]:
    """Return every stand that any group ever had, the first first."""
    return session.exec(select(GroupStand).order_by(col(GroupStand.id))).all()


def add_stand(session: Session, stand: GroupStand) -> GroupStand:
    """Add a stand."""
    session.add(stand)
    session.flush()
    return stand


def delete_stands_of_nothing(session: Session) -> int:
    """Delete the stands without a group of which no scan is left, and return how many."""
    scans = set(session.exec(select(Scan.id)).all())
    without_group = session.exec(select(GroupStand).where(col(GroupStand.group_id).is_(None))).all()
    over = [one.id for one in without_group if not any(scan_id in scans for scan_id, _ in one.contributions)]
    return session.exec(delete(GroupStand).where(col(GroupStand.id).in_(over))).rowcount if over else 0


def list_noted_scans(session: Session, account_id: str, acts: Iterable[str]) -> set[str]:
    """Return the scans with which an account did one of these acts, as far as the log goes back."""
    wanted = select(col(AuditEntry.scan_id)).where(
        col(AuditEntry.account_id) == account_id,
        col(AuditEntry.act).in_(list(acts)),
        col(AuditEntry.scan_id).is_not(None),
    )
    return {scan_id for scan_id in session.exec(wanted.distinct()) if scan_id is not None}


def list_places_of(session: Session, scan_ids: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Return of each of these scans that is there its municipality and its collaboration."""
    wanted = select(col(Scan.id), col(Collaboration.municipality_code), col(Scan.collaboration_id)).where(
        col(Scan.id).in_(list(scan_ids)), col(Scan.collaboration_id) == col(Collaboration.id)
    )
    return {scan_id: (code, collaboration_id) for scan_id, code, collaboration_id in session.exec(wanted)}


def find_maker(session: Session, group: ComparisonGroup) -> Account | None:
    """Return who manages a group, or None where that account is gone."""
    return session.get(Account, group.maker_id) if group.maker_id else None


def _members() -> Select[GroupMember, Collaboration, Municipality]:
    return select(GroupMember, Collaboration, Municipality).where(
        col(GroupMember.collaboration_id) == col(Collaboration.id),
        col(Collaboration.municipality_code) == col(Municipality.code),
    )


def _is_closed() -> tuple[Any, ...]:
    return (col(Scan.closed_on).is_not(None), col(Scan.archived_on).is_(None), ~col(Scan.is_example))


def _is_of(kind: str) -> tuple[Any, ...]:
    return (
        col(Collaboration.kind) == kind,
        col(Collaboration.archived_on).is_(None),
        ~col(Collaboration.is_example),
    )


def _of_members(group: ComparisonGroup) -> tuple[Any, ...]:
    return (
        col(GroupMember.group_id) == group.id,
        col(GroupMember.collaboration_id) == col(Collaboration.id),
        col(Scan.collaboration_id) == col(Collaboration.id),
        *_is_closed(),
        *_is_of(group.kind),
    )
