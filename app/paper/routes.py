"""The addresses of this room: for a coördinator beside the invitation of a window, for a typist of their own."""

from __future__ import annotations

from fastapi import APIRouter

from app.paper.form.routes import router as form
from app.paper.links.routes import router as links
from app.paper.typing.entry import router as entry
from app.paper.typing.routes import router as typing

router = APIRouter()
for part in (form, links):
    router.include_router(part, prefix="/scans/{scan_id}/beheer/{window}")
for part in (typing, entry):
    router.include_router(part)
