"""What the routes of this room ask for: the collaboration or the scan at their address, for who manages it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated, cast

from fastapi import Depends, Path, Request

from app.accounts.access import managed_collaboration, managed_scan
from app.accounts.audit import acts_for
from app.accounts.dependencies import Coordinator
from app.collaborations.page import DONE
from app.db import ReadSession, Session, WriteSession
from app.store.collaborations import CollaborationInContext
from app.store.scans import ScanInContext
from app.web.dependencies import AllEditions, CurrentEdition, Editions, Today, absolute
from app.web.house.wearing import wear_that_of
from questionnaires import Edition

LARGEST_ID = 2**31 - 1
"""More does not fit in a column of the database."""
CommentsWait = Callable[[Session, str], Collection[str]]
CollaborationId = Annotated[int, Path(ge=1, le=LARGEST_ID)]


def _collaboration(
    request: Request, session: ReadSession, asker: Coordinator, collaboration_id: CollaborationId
) -> CollaborationInContext:
    found = managed_collaboration(session, asker, collaboration_id)
    wear_that_of(request, session, found.municipality)
    return found


def _collaboration_to_change(
    request: Request, session: WriteSession, asker: Coordinator, collaboration_id: CollaborationId
) -> CollaborationInContext:
    acts_for(session, asker)
    found = managed_collaboration(session, asker, collaboration_id)
    wear_that_of(request, session, found.municipality)
    return found


def _scan(request: Request, session: ReadSession, asker: Coordinator, scan_id: str) -> ScanInContext:
    found = managed_scan(session, asker, scan_id)
    wear_that_of(request, session, found.municipality)
    return found


def _scan_to_change(request: Request, session: WriteSession, asker: Coordinator, scan_id: str) -> ScanInContext:
    acts_for(session, asker)
    found = managed_scan(session, asker, scan_id)
    wear_that_of(request, session, found.municipality)
    return found


def _absolute(request: Request) -> Callable[[str], str]:
    return partial(absolute, request)


def _comments_wait(request: Request) -> CommentsWait:
    return cast("CommentsWait", request.app.state.comments_wait)


@dataclass(frozen=True, slots=True)
class NewScans:
    """What a new scan begins with: its edition among all that there are, and the day."""

    editions: Editions
    edition: Edition
    today: date


async def _new_scans(editions: AllEditions, edition: CurrentEdition, today: Today) -> NewScans:
    return NewScans(editions, edition, today)


def _done(request: Request) -> str:
    return DONE.get(request.query_params.get("gedaan", ""), "")


ManagedCollaboration = Annotated[CollaborationInContext, Depends(_collaboration)]
"""The collaboration at this address, to read; what does not exist or is not theirs answers 404."""
CollaborationToChange = Annotated[CollaborationInContext, Depends(_collaboration_to_change)]
"""The same in the session that writes."""
ManagedScan = Annotated[ScanInContext, Depends(_scan)]
"""The scan at this address, to read; what does not exist or is not theirs answers 404."""
ScanToChange = Annotated[ScanInContext, Depends(_scan_to_change)]
"""The same in the session that writes."""
ForNewScans = Annotated[NewScans, Depends(_new_scans)]
"""What a new scan begins with."""
Absolute = Annotated[Callable[[str], str], Depends(_absolute)]
"""Makes of a path the whole address, as it stands in an invitation."""
Done = Annotated[str, Depends(_done)]
"""What was just done, where the address has a word for it; else an empty text."""
WhereCommentsWait = Annotated[CommentsWait, Depends(_comments_wait)]
"""Tells in which windows of a scan comments wait for a moderator; they are judged in a room above this one."""
