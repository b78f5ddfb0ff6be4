"""What the routes of this room ask for besides what is at their address, which is in `app.accounts.managed`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Annotated, cast

from fastapi import Depends, Request

from app.collaborations.page import DONE
from app.db import Session
from app.web.dependencies import AllEditions, CurrentEdition, Editions, Today, absolute
from questionnaires import Edition

CommentsWait = Callable[[Session, str], Collection[str]]


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


ForNewScans = Annotated[NewScans, Depends(_new_scans)]
"""What a new scan begins with."""
Absolute = Annotated[Callable[[str], str], Depends(_absolute)]
"""Makes of a path the whole address, as it stands in an invitation."""
Done = Annotated[str, Depends(_done)]
"""What was just done, where the address has a word for it; else an empty text."""
WhereCommentsWait = Annotated[CommentsWait, Depends(_comments_wait)]
"""Tells in which windows of a scan comments wait for a moderator; they are judged in a room above this one."""
