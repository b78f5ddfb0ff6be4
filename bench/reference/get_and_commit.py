"""The autosave of a tutorial: SQLModel, get the row, change or add it, commit."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from fastapi import Depends, FastAPI, Form
from sqlalchemy import event
from sqlmodel import Field, Session, SQLModel, create_engine

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000")


class Kept(SQLModel, table=True):
    """One answer."""

    draft: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    value: str


def make_app(folder: Path) -> FastAPI:
    """Make the application, with its database in the folder."""
    app = FastAPI(openapi_url=None)
    url = f"sqlite:///{folder / 'reference.sqlite3'}"
    engine = create_engine(url, connect_args={"check_same_thread": False}, pool_size=10, max_overflow=30)
    event.listen(engine, "connect", _prepare)
    SQLModel.metadata.create_all(engine)

    def session() -> Iterator[Session]:
        with Session(engine) as opened:
            yield opened

    @app.post("/antwoorden/{item}")
    def save(
        session: Annotated[Session, Depends(session)],
        item: str,
        draft: Annotated[str, Form()],
        value: Annotated[str, Form()],
    ) -> str:
        kept = session.get(Kept, (draft, item)) or Kept(draft=draft, item=item, value=value)
        kept.value = value
        session.add(kept)
        session.commit()
        return "opgeslagen"

    return app


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
