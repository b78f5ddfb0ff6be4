"""Everything of this room that can be opened."""

from __future__ import annotations

from fastapi import APIRouter

from app.accounts.door.routes import router as door

router = APIRouter()
for part in (door,):
    router.include_router(part)
