"""The addresses of this room. None of them is a page: machines read them."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from app.db import ReadSession
from app.operations import service
from app.store.health import why_not_ready
from app.web.dependencies import Today, absolute
from app.web.errors import not_found

SECURITY_TXT = "/.well-known/security.txt"

router = APIRouter()


@router.get("/healthz")
async def get_alive() -> Response:
    """Whether the process lives; the database is not asked."""
    return _plain("ok")


@router.get("/readyz")
def get_ready(session: ReadSession) -> Response:
    """Whether the service can be used: its database answers and is of this version."""
    reason = why_not_ready(session)
    return _plain(reason, 503) if reason else _plain("ok")


@router.get("/metrics")
def get_metrics(request: Request, session: ReadSession, today: Today) -> Response:
    """Counts and durations, where they are on, for who has the key."""
    settings, metrics = request.app.state.settings, request.app.state.metrics
    if metrics is None:
        raise not_found()
    if settings.metrics_key and not service.has_key(request.headers.get("authorization", ""), settings.metrics_key):
        return _plain("Hiervoor is de sleutel van de metingen nodig.", 401, {"WWW-Authenticate": "Bearer"})
    from app.web.metrics import CONTENT_TYPE  # noqa: PLC0415 - loaded only where metrics are on

    return Response(service.metrics_text(session, metrics, today), headers={"Content-Type": CONTENT_TYPE})


@router.get(SECURITY_TXT)
async def get_security_txt(request: Request, today: Today) -> Response:
    """Whom to tell about a leak (RFC 9116)."""
    contact = request.app.state.settings.contact
    if contact is None:
        raise not_found()
    return _plain(service.security_txt(contact, absolute(request, SECURITY_TXT), today))


def _plain(text: str, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    return Response(text, status, headers, media_type="text/plain")
