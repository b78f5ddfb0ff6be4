"""What every answer says to the browser about safety, and how large a question may be."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST_BODY = 1_000_000
"""Bytes; more than any form or answer needs."""

SESSION_COOKIE = "sessie"
"""The name, or the end of it, of the cookie of somebody who is signed in."""

SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}
HSTS = "max-age=31536000; includeSubDomains"


def content_security_policy(script: str | None = None) -> str:
    """Return the policy of a page: everything from here, nothing inline; `script` is one more script it may load."""
    scripts = f"'self' {script}" if script else "'self'"
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; form-action 'self'; frame-src 'none'; frame-ancestors 'none'; base-uri 'none'"
    )


class SecurityHeaders:
    """Put the headers on every answer, also on one that was made outside all other middleware.

    An answer that sets a header itself keeps it.
    """

    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        self._app = app
        self._headers = HEADERS | {"Content-Security-Policy": content_security_policy()}
        if https:
            self._headers["Strict-Transport-Security"] = HSTS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add to the start of its answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)


class SameOrigin:
    """Refuse a request that changes something and that another website made the browser send.

    Browsers say from where a request comes, in `Sec-Fetch-Site` or else in `Origin`. What says neither is no browser,
    and brings no cookies of anybody: with the cookie of somebody who is signed in it is refused.
    """

    def __init__(self, app: ASGIApp, refuse: Callable[[Request], Response]) -> None:
        self._app = app
        self._refuse = refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it."""
        if (
            scope["type"] == "http"
            and scope["method"] not in SAFE_METHODS
            and _comes_from_elsewhere(Headers(scope=scope))
        ):
            await self._refuse(Request(scope))(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _comes_from_elsewhere(headers: Headers) -> bool:
    if (site := headers.get("sec-fetch-site")) is not None:
        return site not in {"same-origin", "none"}
    if (origin := headers.get("origin")) is not None:
        return urlsplit(origin).netloc != headers.get("host")
    return f"{SESSION_COOKIE}=" in headers.get("cookie", "")


class BodyLimit:
    """Refuse a request that is larger than any form needs: at once when it says so, else as soon as it shows."""

    def __init__(self, app: ASGIApp, refuse: Callable[[Request], Response], largest: int = LARGEST_BODY) -> None:
        self._app = app
        self._refuse = refuse
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body counted, or answer that it is too large."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        if not announced.isdecimal() or int(announced) > self._largest:
            await self._refuse(Request(scope))(scope, receive, send)
            return
        size = 0

        async def counted() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self._largest:
                raise HTTPException(413)
            return message

        await self._app(scope, counted, send)
