"""The version of the API, and the header in which every answer says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

VERSION = "1.0.0"
"""As semantic versioning has it: the first number stands in the address, and changes when a program could break."""
HEADER = "API-Version"


class VersionHeader:
    """Put the version on every answer, also on one that was made outside all other middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and add to the start of its answer."""

        async def send_with_version(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[HEADER] = VERSION
            await send(message)

        await self._app(scope, receive, send_with_version)
