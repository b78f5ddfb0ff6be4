"""What the routes of groups ask for: the group at their address, and the code that opens one."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path

from app.accounts.asker import Asker
from app.accounts.audit import acts_for
from app.accounts.dependencies import Reader, not_yours
from app.comparison.groups.access import OpenGroup, may_make, opened
from app.db import ReadSession, WriteSession
from app.models import LARGEST_ID

GroupId = Annotated[int, Path(ge=1, le=LARGEST_ID)]


def _maker(asker: Reader) -> Asker:
    if not may_make(asker):
        raise not_yours("Een groep maken kan een coördinator of een adviseur.")
    return asker


def _group(session: ReadSession, asker: Reader, group_id: GroupId) -> OpenGroup:
    return opened(session, asker, group_id)


def _group_to_change(session: WriteSession, asker: Reader, group_id: GroupId) -> OpenGroup:
    acts_for(session, asker)
    return opened(session, asker, group_id)


GroupMaker = Annotated[Asker, Depends(_maker)]
"""Somebody who may make a group."""
Group = Annotated[OpenGroup, Depends(_group)]
"""The group at this address, to read; what does not exist or is not theirs answers 404."""
GroupToChange = Annotated[OpenGroup, Depends(_group_to_change)]
"""The same in the session that writes."""
