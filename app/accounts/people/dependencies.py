"""What the routes of this room ask for: what is at their address, for who manages it, and where letters are written."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import Depends, Path, Request

from app.accounts.access import managed_collaboration, managed_municipality, managed_scan
from app.accounts.audit import acts_for
from app.accounts.dependencies import Coordinator
from app.accounts.people.letters import Desk
from app.db import ReadSession, WriteSession
from app.models import Municipality
from app.store.collaborations import CollaborationInContext
from app.store.scans import ScanInContext
from app.web.dependencies import Now, Today, absolute
from app.web.house.wearing import wear_that_of

Id = Annotated[int, Path(ge=1, le=2**31 - 1)]
"""A number that fits in a column of the database."""


def _municipality(request: Request, session: ReadSession, asker: Coordinator, code: str) -> Municipality:
    found = managed_municipality(session, asker, code)
    wear_that_of(request, session, found)
    return found


def _municipality_to_change(request: Request, session: WriteSession, asker: Coordinator, code: str) -> Municipality:
    acts_for(session, asker)
    found = managed_municipality(session, asker, code)
    wear_that_of(request, session, found)
    return found


def _collaboration(
    request: Request, session: ReadSession, asker: Coordinator, collaboration_id: Id
) -> CollaborationInContext:
    found = managed_collaboration(session, asker, collaboration_id)
    wear_that_of(request, session, found.municipality)
    return found


def _collaboration_to_change(
    request: Request, session: WriteSession, asker: Coordinator, collaboration_id: Id
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


def _desk(request: Request, today: Today, now: Now) -> Desk:
    return Desk(partial(absolute, request), today, now)


ManagedMunicipality = Annotated[Municipality, Depends(_municipality)]
"""The municipality at this address, to read; what does not exist or is not theirs answers 404."""
MunicipalityToChange = Annotated[Municipality, Depends(_municipality_to_change)]
"""The same in the session that writes."""
OwnCollaboration = Annotated[CollaborationInContext, Depends(_collaboration)]
"""The collaboration at this address, to read."""
OwnCollaborationToChange = Annotated[CollaborationInContext, Depends(_collaboration_to_change)]
"""The same in the session that writes."""
OwnScan = Annotated[ScanInContext, Depends(_scan)]
"""The scan at this address, to read."""
OwnScanToChange = Annotated[ScanInContext, Depends(_scan_to_change)]
"""The same in the session that writes."""
WritingDesk = Annotated[Desk, Depends(_desk)]
"""From where letters are written."""
