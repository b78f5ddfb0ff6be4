"""Which groups are somebody's: those that they manage, and those in which their municipality takes part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.store import groups as store
from app.web.errors import not_found

if TYPE_CHECKING:
    from app.accounts.asker import Asker
    from app.db import Session
    from app.models import ComparisonGroup
    from app.store.groups import MemberInContext


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """A group for somebody who may open it: its members, and what they may do.

    `own` are the members that they read for, `managed` those of them for which they decide. `has_manager` says whether
    anybody manages the group.
    """

    group: ComparisonGroup
    members: tuple[MemberInContext, ...]
    own: tuple[MemberInContext, ...]
    managed: tuple[MemberInContext, ...]
    is_manager: bool
    has_manager: bool

    @property
    def id(self) -> int:
        """The id of the group."""
        return id_of(self.group)

    @property
    def may_take_over(self) -> bool:
        """Whether nobody manages the group, and this reader may begin to."""
        return not self.has_manager and bool(self.managed)


def id_of(group: ComparisonGroup) -> int:
    """Return the id of a group that is stored."""
    if group.id is None:
        raise ValueError("this group is not stored yet")
    return group.id


def may_make(asker: Asker) -> bool:
    """Whether somebody may make a group: who coordinates a municipality or advises one."""
    return asker.is_coordinator or bool(asker.advises)


def opened(session: Session, asker: Asker, group_id: int) -> OpenGroup:
    """Return a group for somebody. Raises `Refusal` (404) for what is not there and what is not theirs alike."""
    group = store.find_group(session, group_id)
    if group is None:
        raise not_found()
    found = _as_seen_by(session, asker, group)
    if not (found.own or found.is_manager):
        raise not_found()
    return found


def groups_of(session: Session, asker: Asker) -> list[OpenGroup]:
    """Return the groups of somebody by name; a program that manages every municipality has all."""
    mine = (
        store.list_groups(session)
        if asker.everywhere
        else store.list_groups_of(session, asker.account_id, asker.coordinates | asker.reads)
    )
    seen = [_as_seen_by(session, asker, group) for group in mine]
    return [one for one in seen if one.own or one.is_manager]


def _as_seen_by(session: Session, asker: Asker, group: ComparisonGroup) -> OpenGroup:
    members = tuple(store.list_members(session, id_of(group)))
    managed = tuple(one for one in members if asker.may_manage(one.municipality.code))
    return OpenGroup(
        group,
        members,
        own=tuple(one for one in members if one in managed or one.municipality.code in asker.reads),
        managed=managed,
        is_manager=group.maker_id == asker.account_id and may_make(asker),
        has_manager=store.is_managed(session, group),
    )
