"""Every request has a number of its own, one line in the log, and a place in the metrics when these are on."""

from __future__ import annotations

import logging
import secrets
import time
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

from app.web.faults import WithoutValues
from app.web.logs import path_for_log, route_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from app.web.metrics import Metrics

HEADER = "X-Request-Id"
PROBES = frozenset({"/healthz", "/readyz", "/metrics"})
"""What a machine asks all day: logged only when it goes wrong."""
_FAULT = 500
_WRONG = 400

_log = logging.getLogger(__name__)
for _with_errors in (_log, logging.getLogger("uvicorn.error")):
    _with_errors.addFilter(WithoutValues())


class Observed:
    """Number each request, and say afterwards what was asked, how it ended and how long it took: never by whom.

    The number is always ours: one from outside could be anything. It stands around everything else, so it also sees
    what other middleware answers. An error that nobody caught is logged here once, with the number, and goes no
    further: whoever asked has the page that says so.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics | None) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and write down how it ended."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number = secrets.token_hex(8)
        scope.setdefault("state", {})["request_id"] = number
        began, status = time.perf_counter(), _FAULT

        async def send_with_number(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = number
            await send(message)

        try:
            await self._app(scope, receive, send_with_number)
        except Exception as error:  # noqa: BLE001 - it is written down here; the answer was given before
            status = _FAULT
            _log.error("fault", exc_info=error, extra={"request_id": number})
        finally:
            self._write_down(scope, number, status, time.perf_counter() - began)

    def _write_down(self, scope: Scope, number: str, status: int, seconds: float) -> None:
        if self._metrics:
            self._metrics.count(scope["method"], route_of(scope), status, seconds)
        level = logging.DEBUG if scope["path"] in PROBES and status < _WRONG else logging.INFO
        if not _log.isEnabledFor(level):
            return
        about = {
            "method": scope["method"],
            "path": path_for_log(scope),
            "status": status,
            "ms": round(seconds * 1000, 1),
            "request_id": number,
        }
        _log.log(level, "request", extra=about)


def request_id(request: Request) -> str:
    """Return the number of a request, by which who runs the service finds it in the log; empty where it has none."""
    return str(getattr(request.state, "request_id", ""))
