"""What happens with groups: they are made, joined, left, taken over and ended, and get new figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.audit import Act, note
from app.collaborations.codes import new_code, normalised
from app.collaborations.wanted import NotAcceptedError
from app.comparison.groups.access import id_of
from app.comparison.groups.figures import is_agreed
from app.comparison.groups.stands import families_of, is_new, publish
from app.comparison.groups.wanted import check_group
from app.models import ComparisonGroup, GroupMember, GroupStand
from app.store import groups as store
from app.web.errors import Refusal, not_found
from app.web.forms import FieldError
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from app.accounts.asker import Asker
    from app.comparison.groups.access import OpenGroup
    from app.comparison.groups.wanted import WantedGroup
    from app.db import Session
    from app.models import Collaboration, Municipality

LIST = "/groepen"
Joinable = tuple["Collaboration", "Municipality"]


def make_group(session: Session, asker: Asker, wanted: WantedGroup, today: date) -> ComparisonGroup:
    """Make a group, managed by who makes it; raises `NotAcceptedError`."""
    if errors := tuple(check_group(wanted)):
        raise NotAcceptedError(errors)
    group = ComparisonGroup(
        name=wanted.name,
        description=wanted.description,
        kind=wanted.kind,
        code=new_code(),
        maker_id=asker.account_id,
        made_on=today,
    )
    store.add_group(session, group)
    only = next(iter(asker.coordinates)) if len(asker.coordinates) == 1 else None
    note(session, Act.GROUP_MADE, group.name, municipality=only)
    return group


def group_with(session: Session, typed: str) -> ComparisonGroup | None:
    """Return the group that a code opens, as somebody typed it, or None."""
    code = normalised(typed)
    return store.find_group_by_code(session, code) if code else None


def joinable(session: Session, asker: Asker, group: ComparisonGroup) -> list[Joinable]:
    """Return what somebody may let take part: their collaborations of its kind with a closed scan.

    Municipalities that take part already have nothing to choose.
    """
    inside = {one.municipality.code for one in store.list_members(session, id_of(group))}
    found = store.list_joinable(session, asker.managed, group.kind)
    return [(one, where) for one, where in found if where.code not in inside]


def join(  # noqa: PLR0913 - who, what, where, whether they agree, and when
    session: Session,
    asker: Asker,
    group: ComparisonGroup,
    collaboration_id: str,
    *,
    agreed: bool,
    edition: str,
    today: date,
) -> Municipality:
    """Let a municipality take part, from now; raises `NotAcceptedError`, and then nothing changed."""
    store.lock_groups(session)
    choices = {str(one.id): (one, where) for one, where in joinable(session, asker, group)}
    errors = []
    if collaboration_id not in choices:
        errors.append(FieldError("collaboration", "Kies met welke samenwerking uw gemeente meedoet."))
    if not agreed:
        errors.append(FieldError("agreed", "Zet een vinkje als uw gemeente hiermee instemt. Anders doet zij niet mee."))
    if errors:
        raise NotAcceptedError(tuple(errors))
    collaboration, municipality = choices[collaboration_id]
    store.add_member(
        session,
        GroupMember(
            group_id=id_of(group),
            municipality_code=municipality.code,
            collaboration_id=collaboration.id or 0,
            joined_on=today,
        ),
    )
    note(session, Act.GROUP_JOINED, f"{group.name}: {collaboration.name}", municipality=municipality.code)
    renew(session, group, edition, today)
    return municipality


def withdraw(session: Session, found: OpenGroup, municipality_code: str, edition: str, today: date) -> None:
    """Let a municipality take part no more, from now: figures that it is in are wiped. Raises `Refusal` (404)."""
    member = managed_member(found, municipality_code)
    store.lock_groups(session)
    note(session, Act.GROUP_LEFT, found.group.name, municipality=municipality_code)
    store.delete_member(session, member.member)
    renew(session, found.group, edition, today)


def managed_member(found: OpenGroup, municipality_code: str) -> store.MemberInContext:
    """Return the member for which somebody decides. Raises `Refusal` (404)."""
    member = next((one for one in found.managed if one.municipality.code == municipality_code), None)
    if member is None:
        raise not_found()
    return member


def end(session: Session, found: OpenGroup) -> None:
    """End a group, for who manages it: its figures are wiped. Raises `Refusal` (404)."""
    require_manager(found)
    store.lock_groups(session)
    _wipe(session, store.latest_stand(session, found.id))
    _note_for_all(session, Act.GROUP_ENDED, found)
    store.delete_group(session, found.group)


def require_manager(found: OpenGroup) -> None:
    """Raise `Refusal` (404) for who does not manage a group."""
    if not found.is_manager:
        raise not_found()


def take_over(session: Session, asker: Asker, found: OpenGroup) -> None:
    """Let a coördinator in a group manage it, where nobody does. Raises `Refusal` (404, 409)."""
    if not found.managed:
        raise not_found()
    if found.has_manager:
        raise Refusal(
            409,
            title="Deze groep heeft al een beheerder",
            explanation="Iemand beheert deze groep al. Er is niets veranderd.",
            advice="Open de groep opnieuw om te zien hoe het nu is.",
            way=Link("Naar de groep", address_of(found.group)),
        )
    found.group.maker_id = asker.account_id
    session.add(found.group)
    _note_for_all(session, Act.GROUP_TAKEN_OVER, found)


def renew(session: Session, group: ComparisonGroup, edition: str, today: date) -> None:
    """Wipe figures that not everybody agrees to any more, and make new ones where that gives nobody away.

    The caller holds the lock on groups. Only results of this edition count: others may not mean the
    same.
    """
    stand = store.latest_stand(session, id_of(group))
    is_current = stand is not None and is_agreed(session, group, stand)
    if not is_current:
        _wipe(session, stand)
    found = [one for one in store.list_contributions(session, group) if one.edition == edition]
    families = families_of(store.list_stands(session))
    is_the_same = stand is not None and {one.scan_id for one in found} == {scan for scan, _ in stand.contributions}
    if (is_current and is_the_same) or not is_new(found, families):
        return
    made = publish(found, families)
    if not made.published:
        return
    _wipe(session, stand)
    store.add_stand(
        session,
        GroupStand(
            group_id=id_of(group),
            edition=edition,
            made_on=today,
            contributions=made.contributions,
            sets=made.sets,
            published=made.published,
            figures=made.figures,
        ),
    )


def renew_all(session: Session, edition: str, today: date) -> None:
    """Do so for every group, and forget what was published of scans that are all gone."""
    store.lock_groups(session)
    for group in store.list_groups(session):
        renew(session, group, edition, today)
    store.delete_stands_of_nothing(session)


def address_of(group: ComparisonGroup) -> str:
    """Where a group is found."""
    return f"{LIST}/{id_of(group)}"


def _wipe(session: Session, stand: GroupStand | None) -> None:
    """Delete the figures of a stand; the sets that they were of stay, for the rule about later ones."""
    if stand is not None and stand.figures:
        stand.figures = []
        session.add(stand)
        session.flush()


def _note_for_all(session: Session, act: Act, found: OpenGroup) -> None:
    """Note something with every municipality that takes part; without any it is of the installation."""
    codes: Sequence[str | None] = [one.municipality.code for one in found.members]
    for code in codes or [None]:
        note(session, act, found.group.name, municipality=code)
