"""What the routes of this room ask for besides what is at their address: where letters are written."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import Depends, Request

from app.accounts.people.letters import Desk
from app.web.dependencies import Now, Today, absolute


def _desk(request: Request, today: Today, now: Now) -> Desk:
    return Desk(partial(absolute, request), today, now)


WritingDesk = Annotated[Desk, Depends(_desk)]
"""From where letters are written."""
