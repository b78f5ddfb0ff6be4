"""Target 10: how many bytes a browser fetches for its first page of a result before Plotly.

Counted as they come over the line: the page and every style sheet, script and picture that it names, compressed as the
service compresses them. Plotly itself is loaded after the page can be read, and not counted. Bytes do not depend on the
machine; htmx is counted also where the page would take it from elsewhere.
"""

from __future__ import annotations

import asyncio
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from app.demo.scans import SCANS
from bench.connection import Connection
from bench.finding import Finding, Target
from bench.processes import running, start_service

BYTES = Target("10", "first result visit before Plotly, compressed", must=150, aim=60, unit="KB")
LATER = "plotly"


class Named(HTMLParser):
    """The files that a page loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what this element loads."""
        known = dict(attrs)
        loads = tag in {"script", "img"} or (tag == "link" and known.get("rel") in {"stylesheet", "icon", "preload"})
        path = known.get("src") or known.get("href")
        if loads and path and path.startswith("/"):
            self.paths.append(path)


def measure(*, long: bool) -> list[Finding]:
    """Visit the latest example as a browser does that was never here."""
    del long  # bytes are the same every time
    with TemporaryDirectory() as name:
        service = start_service(Path(name), demo=True)
        with running(service):
            sizes = asyncio.run(_visit(service.port, f"/scans/{SCANS[-1].id}"))
    detail = ", ".join(f"{name.rpartition('/')[2]} {size / 1000:.1f}" for name, size in sizes.items())
    return [Finding(BYTES, sum(sizes.values()) / 1000, detail)]


async def _visit(port: int, path: str) -> dict[str, int]:
    """The compressed bytes of everything that the page at `path` needs, by path."""
    named = Named()
    async with Connection(port) as browser:
        named.feed((await browser.get(path)).text)
        wanted = [path, *(file for file in dict.fromkeys(named.paths) if LATER not in file)]
        return {file: len((await browser.get(file)).body) for file in wanted}
