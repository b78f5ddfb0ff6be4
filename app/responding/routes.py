"""Everything that somebody who answers can open."""

from __future__ import annotations

from fastapi import APIRouter

from app.responding.entry import router as entry
from app.responding.question_routes import router as questions
from app.responding.start_routes import router as start

router = APIRouter()
for part in (questions, start, entry):
    router.include_router(part)
