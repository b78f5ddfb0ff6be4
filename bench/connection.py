"""One kept-alive connection to a server on loopback: a client so small that the server is what is measured."""

from __future__ import annotations

import asyncio
import gzip
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType
    from typing import Self

    Fields = Sequence[tuple[str, str]]

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered; `body` is as it was sent, so compressed where it was."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if packed else self.body).decode()

    @property
    def location(self) -> str:
        """Where a redirect leads to."""
        return self.headers["location"]


@dataclass(slots=True)
class Connection:
    """A browser in its smallest form: one connection and its cookies."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=lambda: {"accept-encoding": "gzip"})
    _streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def __aenter__(self) -> Self:
        await self._open()
        return self

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        self._streams = await asyncio.open_connection("127.0.0.1", self.port)
        return self._streams

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._streams
        self._streams[1].close()

    async def get(self, path: str) -> Answer:
        """Ask for a page."""
        return await self._ask("GET", path, b"", {})

    async def post(self, path: str, form: Fields, headers: Mapping[str, str] | None = None) -> Answer:
        """Send a form."""
        return await self._ask("POST", path, urlencode(form).encode(), {"content-type": FORM} | dict(headers or {}))

    async def _ask(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        assert self._streams
        reader, writer = self._streams
        if reader.at_eof():  # the server closes a connection that was not used for a while
            writer.close()
            reader, writer = await self._open()
        lines = (
            {"host": f"127.0.0.1:{self.port}", "content-length": str(len(body))} | dict(self.headers) | dict(headers)
        )
        if self.cookies:
            lines["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        writer.write(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
        return await self._answer(reader)

    async def _answer(self, reader: asyncio.StreamReader) -> Answer:
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers: dict[str, str] = {}
        for name, _, value in (line.partition(": ") for line in lines if line):
            if name == "set-cookie":
                cookie, _, kept = value.partition(";")[0].partition("=")
                self.cookies[cookie] = kept.strip('"')
            headers[name] = value
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        return Answer(int(first.split()[1]), headers, body)
