"""Closed scans to lay beside each other, each in one line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from fastapi import FastAPI

from app.closing.ambition import set_ambition
from app.closing.service import close_scan
from app.db import begin_writing
from tests.app.scans import CLOSED_ON, SetUp, add_response, add_scan, full_answers

HOUTEN, WOERDEN, WIJK = "GM0321", "GM0632", "GM0352"
CHOOSE, BESIDE, EXAMPLES = "/vergelijken", "/vergelijken/naast-elkaar", "/vergelijken/voorbeelden"
REASON = "Deze inwoners hebben op meer terreinen steun nodig."
NOON = datetime(2026, 6, 30, 12, tzinfo=UTC)
SIZES = {"professional": 8, "organisatie": 4}


def closed(
    app: FastAPI,
    municipality: str = HOUTEN,
    *,
    name: str = "",
    kind: str | None = "intake",
    ambition: int | None = 6,
    value: float = 0.5,
    sizes: Mapping[str, int] = SIZES,
    closed_on: date = CLOSED_ON,
) -> SetUp:
    """A closed scan in which so many people of each window all answered at one level."""
    with begin_writing(app.state.engine) as session:
        made = add_scan(session, municipality=municipality)
        made.collaboration.kind = kind
        made.collaboration.name = name or made.collaboration.name
        for window, number in sizes.items():
            for _ in range(number):
                add_response(session, made, window, answers=full_answers(window, value))  # type: ignore[arg-type]
    with begin_writing(app.state.engine) as session:
        close_scan(session, app.state.editions, made.scan.id, closed_on)
    if ambition is not None:
        with begin_writing(app.state.engine) as session:
            set_ambition(session, made.scan.id, ambition, REASON, NOON)
    return made


def beside(*made: SetUp, more: str = "", ending: str = "") -> str:
    """The address at which these lie beside each other."""
    chosen = "&".join(f"s={one.collaboration.id}" for one in made)
    return f"{BESIDE}{ending}?{chosen}{more}"
