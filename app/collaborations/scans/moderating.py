"""What who manages a closed scan knows of its comments: whether there is a moderator, and whether something waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.access import RESIDENTS, may_judge
from app.accounts.asker import asker_of
from app.collaborations.page import desk_of
from app.store.comments import list_moderators
from app.web.formatting import enumeration

if TYPE_CHECKING:
    from app.collaborations.dependencies import CommentsWait
    from app.db import Session
    from app.store.scans import ScanInContext
    from questionnaires import Edition

NOBODY = "Er is nog geen moderator. Zolang die er niet is, leest niemand wat mensen schreven."
NOBODY_FOR_RESIDENTS = (
    "Wat inwoners schreven, wacht op een moderator die geen coördinator van deze gemeente is. Die is er nog niet."
)
THERE_IS_ONE = "Er is een moderator. Wat die vrijgeeft, staat bij de uitslag."


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderating:
    """The sentences about the comments, and where a moderator is appointed. There is no count in them."""

    who: str
    waiting: str
    appoint: str
    is_complete: bool
    has_waiting: bool


def moderating(session: Session, found: ScanInContext, edition: Edition, waits: CommentsWait) -> Moderating:
    """What to say of the comments of a closed scan."""
    askers = [asker_of(account, grants) for account, grants in list_moderators(session, found.scan.id)]
    for_residents = any(may_judge(asker, found, RESIDENTS) for asker in askers)
    waiting = waits(session, found.scan.id)
    return Moderating(
        who=THERE_IS_ONE if for_residents else NOBODY_FOR_RESIDENTS if askers else NOBODY,
        waiting=_waiting([content.short_label for name, content in edition.windows.items() if name in waiting]),
        appoint=f"{desk_of(found.scan)}/moderator",
        is_complete=for_residents,
        has_waiting=bool(waiting),
    )


def _waiting(windows: list[str]) -> str:
    if not windows:
        return "Er wachten geen opmerkingen."
    return f"Er wachten opmerkingen in {'het venster' if len(windows) == 1 else 'de vensters'} {enumeration(windows)}."
