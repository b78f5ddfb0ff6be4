"""The service of the journeys: where it is, and a short way to what a journey begins with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI
from sqlmodel import Session, SQLModel

from app.accounts import cookies
from app.closing.ambition import set_ambition
from app.closing.service import close_scan
from app.db import begin_writing
from tests.app.people import add_person, token_for
from tests.app.scans import CLOSED_ON, WINDOWS, SetUp, add_response, add_scan, full_answers

REASON = "Deze inwoners hebben op veel terreinen tegelijk steun nodig."
NOON = datetime(2026, 6, 30, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Service:
    """A running service. What is set up here directly is what earlier pages would have left in the database."""

    app: FastAPI
    address: str

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session that is kept."""
        with begin_writing(self.app.state.engine) as session:
            yield session

    def signed_in(self, role: str, **where: Any) -> Any:
        """The cookie of somebody new with a role; a coördinator without a place manages every municipality."""
        with self.writing() as session:
            account = add_person(session, role, name=f"{role.capitalize()} op reis", **where)
        name = cookies.name(self.app.state.settings)
        return {"name": name, "value": token_for(self.app, account), "url": self.address}

    def scan(self, **about: Any) -> SetUp:
        """An open scan in which nobody has answered."""
        with self.writing() as session:
            return add_scan(session, **about)

    def answered_scan(self, **about: Any) -> SetUp:
        """An open scan in which enough people of every window answered, and not all the same."""
        with self.writing() as session:
            set_up = add_scan(session, **about)
            for window in WINDOWS:
                for value in (0.25, 0.5, 0.5, 0.75, 0.75, 1.0):
                    add_response(session, set_up, window, answers=full_answers(window, value))
        return set_up

    def closed_scan(self, ambition: int | None = None, **about: Any) -> SetUp:
        """A scan with a result and, if wanted, an ambition."""
        set_up = self.answered_scan(**about)
        with self.writing() as session:
            close_scan(session, self.app.state.editions, set_up.scan.id, CLOSED_ON)
        if ambition is not None:
            with self.writing() as session:
                set_ambition(session, set_up.scan.id, ambition, REASON, NOON)
        return set_up

    def change(self, row: SQLModel, **values: Any) -> None:
        """Change something that was set up, as another page would have done."""
        with self.writing() as session:
            kept = session.merge(row)
            for name, value in values.items():
                setattr(kept, name, value)
