"""What the routes for who manages ask for: the municipality, the collaboration or the scan at their address.

What does not exist or is not theirs answers 404; the pages wear the house style of its municipality.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Path, Request

from app.accounts.access import managed_collaboration, managed_municipality, managed_scan
from app.accounts.audit import acts_for
from app.accounts.dependencies import Coordinator
from app.db import ReadSession, WriteSession
from app.models import LARGEST_ID, Municipality
from app.store.collaborations import CollaborationInContext
from app.store.scans import ScanInContext
from app.web.house.wearing import wear_that_of

Id = Annotated[int, Path(ge=1, le=LARGEST_ID)]


def _municipality(request: Request, session: ReadSession, asker: Coordinator, code: str) -> Municipality:
    found = managed_municipality(session, asker, code)
    wear_that_of(request, session, found)
    return found


def _municipality_to_change(request: Request, session: WriteSession, asker: Coordinator, code: str) -> Municipality:
    acts_for(session, asker)
    return _municipality(request, session, asker, code)


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
    return _collaboration(request, session, asker, collaboration_id)


def _scan(request: Request, session: ReadSession, asker: Coordinator, scan_id: str) -> ScanInContext:
    found = managed_scan(session, asker, scan_id)
    wear_that_of(request, session, found.municipality)
    return found


def _scan_to_change(request: Request, session: WriteSession, asker: Coordinator, scan_id: str) -> ScanInContext:
    acts_for(session, asker)
    return _scan(request, session, asker, scan_id)


ManagedMunicipality = Annotated[Municipality, Depends(_municipality)]
"""The municipality at this address, to read."""
MunicipalityToChange = Annotated[Municipality, Depends(_municipality_to_change)]
"""The same in the session that writes."""
ManagedCollaboration = Annotated[CollaborationInContext, Depends(_collaboration)]
"""The collaboration at this address, to read."""
CollaborationToChange = Annotated[CollaborationInContext, Depends(_collaboration_to_change)]
"""The same in the session that writes."""
ManagedScan = Annotated[ScanInContext, Depends(_scan)]
"""The scan at this address, to read."""
ScanToChange = Annotated[ScanInContext, Depends(_scan_to_change)]
"""The same in the session that writes."""
