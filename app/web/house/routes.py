"""The addresses of a house style that browsers fetch: its colours and its logo. They are for everybody, like a page."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Path, Request, Response

from app.db import ReadSession
from app.store.house_styles import find_logo
from app.web.assets import FOR_EVER
from app.web.house.sheet import find_sheet

router = APIRouter(prefix="/huisstijl")

TYPES = {"png": "image/png", "svg": "image/svg+xml"}
ONLY_A_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; sandbox"
"""What a logo may do, also for who opens it by itself: show its own shapes in its own style, and nothing else."""
Digest = Annotated[str, Path(pattern="^[0-9a-f]{16,32}$")]


@router.get("/logo/{picture}.{form}")
def get_logo(request: Request, session: ReadSession, picture: Digest, form: Literal["png", "svg"]) -> Response:
    """The logo with this hash."""
    headers = {"Cache-Control": FOR_EVER, "ETag": f'"{picture}"', "Content-Security-Policy": ONLY_A_PICTURE}
    content = find_logo(session, picture, form)
    if content is None:
        raise HTTPException(404)
    if picture in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=TYPES[form], headers=headers)


@router.get("/{digest}/{chosen}.css")
def get_sheet(request: Request, digest: Digest, chosen: Annotated[str, Path(max_length=20)]) -> Response:
    """The colours of a house style."""
    sheet = find_sheet(digest, chosen)
    if sheet is None:
        raise HTTPException(404)
    headers = {"Cache-Control": FOR_EVER, "ETag": f'"{digest}"', "Vary": "Accept-Encoding"}
    if digest in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(sheet.compressed, media_type="text/css", headers=headers | {"Content-Encoding": "gzip"})
    return Response(sheet.content, media_type="text/css", headers=headers)
