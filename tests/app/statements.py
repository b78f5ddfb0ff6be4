"""Counting what is asked of the database, for pages that must not ask more when there is more to show."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from fastapi import FastAPI
from sqlalchemy import event


@contextmanager
def statements(app: FastAPI) -> Iterator[list[str]]:
    """Give a list that holds every statement that was sent while it was open; beginning and ending are not in it."""
    said: list[str] = []

    def note(*about: object) -> None:
        if not str(about[2]).startswith("BEGIN"):
            said.append(str(about[2]))

    event.listen(app.state.engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(app.state.engine, "before_cursor_execute", note)
