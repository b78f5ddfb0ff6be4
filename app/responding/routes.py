"""Everything that somebody who answers can open."""

from __future__ import annotations

from fastapi import APIRouter

from app.responding.door.entry import router as entry
from app.responding.door.routes import router as start
from app.responding.questions.routes import router as questions

router = APIRouter()
for part in (questions, start, entry):
    router.include_router(part)
