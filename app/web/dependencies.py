"""What a route may ask of the application that it runs in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, cast
from zoneinfo import ZoneInfo

from fastapi import Depends, Request

from questionnaires import Edition

Editions = dict[str, Edition]


async def _editions(request: Request) -> Editions:
    return cast("Editions", request.app.state.editions)


async def _current_edition(request: Request) -> Edition:
    return cast("Edition", request.app.state.current_edition)


def today_in_amsterdam() -> date:
    """Return which day it is where the municipalities are."""
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def now_in_universal_time() -> datetime:
    """Return which moment it is."""
    return datetime.now(UTC)


async def _now(request: Request) -> datetime:
    return cast("datetime", request.app.state.now())


async def _today(request: Request) -> date:
    return cast("date", request.app.state.today())


def absolute(request: Request, path: str) -> str:
    """Return the whole address of a path, as somebody would type it."""
    base = request.app.state.settings.base_url or str(request.base_url).rstrip("/")
    return f"{base}{path}"


Today = Annotated[date, Depends(_today)]
"""Which day it is."""
Now = Annotated[datetime, Depends(_now)]
"""Which moment it is, in universal time."""
AllEditions = Annotated[Editions, Depends(_editions)]
"""Every edition that the service knows, by id."""
CurrentEdition = Annotated[Edition, Depends(_current_edition)]
"""The edition for new scans."""
