"""Scans of a real municipality for the tests of the rooms: set up in one line, with answers where a test needs them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session

from app.closing.service import close_scan
from app.collaborations.codes import new_code, new_ref
from app.models import Collaboration, Response, Scan, ScanWindow
from app.store import collaborations, scans
from questionnaires import Edition, WindowId, load_current
from scoring import MINIMUM_DEFAULT

WINDOWS: tuple[WindowId, ...] = ("inwoner", "professional", "organisatie", "beleid")
ROLES = {"inwoner": "zelf", "professional": "sociaal_team", "organisatie": "teammanager", "beleid": "beleidsadviseur"}


@dataclass(frozen=True)
class SetUp:
    """A scan that was set up, with its windows by name."""

    scan: Scan
    collaboration: Collaboration
    windows: dict[str, ScanWindow]

    def path(self, window: str) -> str:
        """Where the pages of a respondent in this window stand."""
        return f"/invullen/{self.windows[window].ref}"

    def link(self, window: str) -> str:
        """The open link of a window."""
        return f"/m/{self.windows[window].code}"


def add_scan(
    session: Session,
    *,
    windows: tuple[str, ...] = WINDOWS,
    mode: Mapping[str, str] | None = None,
    minimum: Mapping[str, int] | None = None,
    personal: tuple[str, ...] = (),
    municipality: str = "GM0321",
    collaboration: Collaboration | None = None,
    **about: Any,
) -> SetUp:
    """Add an open scan, of a new collaboration unless one is given; `windows` take part, in `personal` each has a link.

    `about` sets the rest. The municipality must be there, as all are in a service that has started.
    """
    collaboration = collaboration or collaborations.add_collaboration(
        session,
        Collaboration(
            municipality_code=municipality,
            name=f"Samen sterk {secrets.token_hex(4)}",
            target_group="Inwoners met vragen over werk, inkomen en zorg",
            partners="Sociaal team, sociale dienst en welzijn",
        ),
    )
    scan = Scan(
        **{
            "id": secrets.token_hex(8),
            "collaboration_id": collaboration.id,
            "name": "Nulmeting",
            "purpose": "nulmeting",
            "period": "voorjaar 2026",
            "edition": load_current().id,
            "position": 1,
        }
        | about
    )
    scans.add_scan(session, scan)
    minima, modes = MINIMUM_DEFAULT | dict(minimum or {}), dict(mode or {})
    added = [
        ScanWindow(
            scan_id=scan.id,
            window=window,
            is_on=window in windows,
            mode=modes.get(window, "individual"),
            entry="personal" if window in personal else "open",
            minimum=minima[window],
            contact="Sanne de Wit, cliëntondersteuner, 030 123 45 67",
            ref=new_ref(),
            code=new_code(),
        )
        for window in WINDOWS
    ]
    scans.add_windows(session, added)
    return SetUp(scan, collaboration, {window.window: window for window in added})


def full_answers(window: WindowId, value: float = 0.75, edition: Edition | None = None) -> dict[str, Any]:
    """Answers to every scored question of a window: for each the option that lies closest to `value`."""
    edition = edition or load_current()
    return {
        item.id: min((option for option, _ in edition.options_of(item)), key=lambda option: abs(option - value))
        for item in edition.items_of(window)
    }


def add_response(
    session: Session,
    set_up: SetUp,
    window: WindowId,
    *,
    role: str | None = None,
    answers: Mapping[str, Any] | None = None,
    participants: int = 1,
) -> Response:
    """Add a questionnaire that was sent; without `answers` every question has an answer."""
    response = Response(
        id=secrets.token_hex(16),
        scan_id=set_up.scan.id,
        window=window,
        role=role or ROLES[window],
        participants=participants,
        answers=dict(full_answers(window) if answers is None else answers),
    )
    session.add(response)
    session.flush()
    return response


CLOSED_ON = date(2026, 6, 30)
"""A day on which a test may close a scan."""
CLOSED_BEFORE = date(2025, 6, 30)
"""An earlier day, for a scan to compare with."""


def add_earlier(session: Session, set_up: SetUp, editions: Mapping[str, Edition], **about: Any) -> SetUp:
    """Add a scan of the same collaboration that was answered in every window and closed a year before."""
    number = len(scans.list_scans(session, [set_up.scan.collaboration_id])) + 1
    earlier = add_scan(
        session,
        collaboration=set_up.collaboration,
        **{"position": number, "name": f"Eerdere scan {number}", "period": "voorjaar 2025"} | about,
    )
    for window, people in {"inwoner": 6, "professional": 6, "organisatie": 3, "beleid": 3}.items():
        for _ in range(people):
            add_response(session, earlier, window, answers=full_answers(window, 0.25))  # type: ignore[arg-type]
    close_scan(session, editions, earlier.scan.id, CLOSED_BEFORE)
    return earlier
