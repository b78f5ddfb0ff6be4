"""Everything of this room that can be opened."""

from __future__ import annotations

from fastapi import APIRouter

from app.accounts.door.routes import router as door
from app.accounts.house.routes import router as house
from app.accounts.installation.routes import router as installation
from app.accounts.log.routes import router as log
from app.accounts.own.routes import router as own
from app.accounts.people.routes import router as people

router = APIRouter()
for part in (door, log, own, people, house, installation):
    router.include_router(part)
