"""Municipalities with a closed scan and a result of generated numbers, cheaply, and groups in which they take part."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random
from typing import Any

from fastapi import FastAPI
from sqlmodel import Session, select

from app.accounts.asker import Asker
from app.collaborations.codes import new_code
from app.comparison.groups import service
from app.comparison.groups.access import opened
from app.comparison.groups.figures import Visible, visible_figures
from app.db import begin_writing
from app.models import Collaboration, ComparisonGroup, GroupMember, Municipality, Result, Scan
from questionnaires import WindowId, load_current
from tests.app.people import coordinator

EDITION = load_current()
TODAY = date(2026, 11, 1)
WINDOWS = tuple(EDITION.windows)
Choices = Mapping[str, Any]


@dataclass(frozen=True)
class Member:
    """A municipality with its closed scan."""

    code: str
    name: str
    province: str
    collaboration_id: int
    scan_id: str
    outline: Mapping[str, Any]

    @property
    def asker(self) -> Asker:
        """Who coordinates it."""
        return coordinator(f"c-{self.code}", f"Coördinator van {self.name}", self.code)


UNSURE = dict.fromkeys(("low", "high", "standard_error", "degrees_of_freedom"))


def outline(chance: Random, *, ambition: int | None = 5, hidden: Sequence[str] = ()) -> dict[str, Any]:
    """A generated outline; what is asked in a hidden window is not in it."""
    position = round(chance.uniform(1, 7), 2)
    features = [one.id for one in EDITION.continuum.features]
    return {
        "edition": EDITION.id,
        "method": EDITION.instrument.method,
        "ambition": ambition,
        "continuum": {
            "position": position,
            "nearest": round(position),
            "runner_up": None,
            "wording": "kenmerken",
            "certainty": "laag",
            "gap_to_ambition": None if ambition is None else max(0.0, ambition - position),
            "features": {feature: chance.choice([0.05, 0.3, 0.55, 0.8]) for feature in features},
            "feature_uncertainty": dict.fromkeys(features),
            **UNSURE,
        },
        "learning": {
            "orders": {
                str(order): {"score": chance.uniform(0, 100), "status": "nog niet", "reason": None, **UNSURE}
                for order in (1, 2, 3)
            },
            "level": 1,
        },
        "windows": {window: _hidden() if window in hidden else _shown(chance, window) for window in WINDOWS},
    }


def _hidden() -> dict[str, Any]:
    return {"status": "below_minimum", "usable": 2, "minimum": 5}


def _shown(chance: Random, window: WindowId) -> dict[str, Any]:
    return {
        "status": "shown",
        "usable": 6,
        "minimum": 5,
        "score": 50.0,
        "roles": {},
        "rest": 6,
        "dimensions": {
            code: {"score": chance.uniform(0, 100), "n": 6, **UNSURE} for code in EDITION.dimension_ids(window)
        },
    }


def add_member_to_be(
    session: Session,
    municipality: Municipality,
    chance: Random,
    *,
    kind: str = "team",
    ambition: int | None = 5,
    hidden: Sequence[str] = (),
    size_class: int | None = None,
    closed_on: date = date(2026, 6, 30),
) -> Member:
    """Add a collaboration of a municipality with one closed scan and its result."""
    municipality.size_class = size_class
    collaboration = Collaboration(
        municipality_code=municipality.code,
        name=f"Samen {secrets.token_hex(4)}",
        target_group="Inwoners met vragen over werk en zorg",
        partners="Sociaal team en sociale dienst",
        kind=kind,
    )
    session.add(collaboration)
    session.flush()
    assert collaboration.id is not None
    made = outline(chance, ambition=ambition, hidden=hidden)
    scan_id = add_closed_scan(session, collaboration.id, made, closed_on=closed_on)
    return Member(municipality.code, municipality.name, municipality.province, collaboration.id, scan_id, made)


def add_closed_scan(
    session: Session, collaboration_id: int, made: Mapping[str, Any], position: int = 1, *, closed_on: date = TODAY
) -> str:
    """Add a closed scan with this outline as its result."""
    scan = Scan(
        id=secrets.token_hex(8),
        collaboration_id=collaboration_id,
        name="Nulmeting",
        purpose="nulmeting",
        period="2026",
        edition=EDITION.id,
        position=position,
        closed_on=closed_on,
    )
    session.add(scan)
    session.flush()
    session.add(
        Result(
            scan_id=scan.id,
            version=1,
            ambition=made["ambition"],
            edition=EDITION.id,
            method="mm-1.0",
            record={},
            outline=dict(made),
            created_at=datetime(2026, 7, 1, tzinfo=UTC),
        )
    )
    session.flush()
    return scan.id


def add_members_to_be(
    session: Session, number: int, seed: int = 1, *, after: int = 0, each: Sequence[Choices] = ({},)
) -> list[Member]:
    """Add collaborations of so many municipalities, by the order of their codes; `each` is used over and over."""
    chance = Random(seed)
    found = session.exec(select(Municipality).order_by(Municipality.code)).all()[after : after + number]
    return [add_member_to_be(session, one, chance, **each[at % len(each)]) for at, one in enumerate(found)]


def add_group(
    session: Session, *, kind: str = "team", maker_id: str | None = None, name: str = "Regio"
) -> ComparisonGroup:
    """Add a group in which nobody takes part yet."""
    group = ComparisonGroup(
        name=name,
        description="Samen leren in onze regio.",
        kind=kind,
        code=new_code(),
        maker_id=maker_id,
        made_on=TODAY,
    )
    session.add(group)
    session.flush()
    return group


def join(session: Session, group: ComparisonGroup, member: Member) -> None:
    """Let a municipality take part, as its coördinator does."""
    number, agrees = str(member.collaboration_id), {"agreed": True, "edition": EDITION.id, "today": TODAY}
    service.join(session, member.asker, group, number, **agrees)  # type: ignore[arg-type]


def put_in(session: Session, group: ComparisonGroup, members: Sequence[Member]) -> None:
    """Let these take part at once: their rows, and then the figures."""
    for one in members:
        session.add(
            GroupMember(
                group_id=group.id or 0,
                municipality_code=one.code,
                collaboration_id=one.collaboration_id,
                joined_on=TODAY,
            )
        )
    session.flush()
    service.renew(session, group, EDITION.id, TODAY)


def withdraw(session: Session, group: ComparisonGroup, member: Member) -> None:
    """Let a municipality withdraw, as its coördinator does."""
    found = opened(session, member.asker, group.id or 0)
    service.withdraw(session, found, member.code, EDITION.id, TODAY)


def seen_by(session: Session, member: Member, group: ComparisonGroup) -> Visible:
    """What the coördinator of a municipality sees of the figures."""
    return visible_figures(session, member.asker, group)


def group_of(app: FastAPI, number: int, **about: Any) -> tuple[int, list[Member]]:
    """A group in a running service in which so many municipalities take part."""
    with begin_writing(app.state.engine) as session:
        members = add_members_to_be(session, number, **about)
        group = add_group(session)
        put_in(session, group, members)
        return group.id or 0, members
