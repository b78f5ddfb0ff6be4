"""Target 3: the processor time of a page with questions and answers, against rendering its template alone.

Both are called within this process, without server or network. The reference is a bare FastAPI application that renders
the same template with the same page object each time; the service also finds the browser's questionnaire, reads its
answers and makes the page object.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from starlette.testclient import TestClient

from bench.finding import Finding, Target, spread
from bench.respondent import STAMP, choices
from bench.scan import open_scan, service_in

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message

    from bench.scan import Prepared

CPU = Target("3", "question page with answers, CPU / rendering its template", must=1, aim=0.33)
WINDOW, ROLE = "professional", "sociaal_team"
PAIRS, TIMES, LONG_TIMES = 7, 60, 600


class Noting:
    """The templates, with a note of the last one that was rendered and with what."""

    def __init__(self, templates: Any) -> None:
        self._templates = templates
        self.template: Any = None
        self.parts: dict[str, Any] = {}

    def get_template(self, name: str) -> Noting:
        """Find a template, as an environment does."""
        self.template = self._templates.get_template(name)
        return self

    def render(self, parts: dict[str, Any]) -> str:
        """Render it, as a template does."""
        self.parts = parts
        return str(self.template.render(parts))


def measure(*, long: bool) -> list[Finding]:
    """Ask for the page of both in turn and compare each pair."""
    with TemporaryDirectory() as name:
        scan = open_scan(Path(name))
        with service_in(Path(name)) as app, TestClient(app) as browser:
            path = _answered_page(browser, scan)
            noting = Noting(app.state.templates)
            app.state.templates, real = noting, app.state.templates
            size = len(browser.get(path).text)
            app.state.templates = real
            bare = _bare(noting.template, noting.parts)
            cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.cookies.jar)
            times = LONG_TIMES if long else TIMES
            pairs = asyncio.run(_pairs((app, path), (bare, "/"), cookies, times))
    ratios = [ours / theirs for ours, theirs in pairs]
    milliseconds = " and ".join(f"{median(both) * 1000:.2f}" for both in zip(*pairs, strict=True))
    return [Finding(CPU, median(ratios), f"{spread(ratios)}; {milliseconds} ms for {size / 1000:.0f} KB")]


def _answered_page(browser: TestClient, scan: Prepared) -> str:
    """Begin, answer the first screen, and give its address."""
    window = scan.windows[WINDOW]
    path = f"/invullen/{window.ref}/stap/1"
    browser.get(f"/m/{window.code}")
    page = browser.post(f"/invullen/{window.ref}/begin", data={"rol": ROLE, "akkoord": "ja"}).text
    found = STAMP.search(page)
    assert found, "the first screen has no form with a stamp"
    answers = {item: values[0] for item, values in choices(scan.edition, WINDOW).items() if f'name="{item}"' in page}
    browser.post(path, data={"invulling": found[1], "naar": "volgende", **answers})
    return path


def _bare(template: Any, parts: dict[str, Any]) -> FastAPI:
    app = FastAPI(openapi_url=None)

    @app.get("/")
    def page() -> HTMLResponse:
        return HTMLResponse(template.render(parts))

    return app


async def _pairs(
    ours: tuple[ASGIApp, str], theirs: tuple[ASGIApp, str], cookies: str, times: int
) -> list[tuple[float, float]]:
    await _cpu_seconds(*ours, cookies, 5)
    await _cpu_seconds(*theirs, cookies, 5)
    return [
        (await _cpu_seconds(*ours, cookies, times), await _cpu_seconds(*theirs, cookies, times)) for _ in range(PAIRS)
    ]


async def _cpu_seconds(app: ASGIApp, path: str, cookies: str, times: int) -> float:
    """The processor time of one request for a page, the mean of many."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"cookie", cookies.encode())],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        assert message.get("status", 200) == 200, f"{path} answered {message['status']}"

    begun = time.process_time()
    for _ in range(times):
        await app(dict(scope), receive, send)
    return (time.process_time() - begun) / times
