"""Somebody who answers, as far as a measurement needs it: comes in, begins, and saves answers as htmx does."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.models import ScanWindow
    from bench.connection import Answer, Connection
    from questionnaires import Edition

HTMX = {"HX-Request": "true"}
STAMP = re.compile(r'name="invulling" value="([0-9a-f]+)"')
CONFIRMED = ("akkoord", "ja")


@dataclass(slots=True)
class Respondent:
    """One browser in one window. `stamp` says in every form which questionnaire it belongs to."""

    browser: Connection
    window: ScanWindow
    stamp: str = ""

    def path(self, part: str) -> str:
        """The address of a page of this window."""
        return f"/invullen/{self.window.ref}/{part}"

    async def begin(self, role: str) -> None:
        """Come in by the open link and begin, up to the first question."""
        await self._get(f"/m/{self.window.code}")
        await self._post("begin", [("rol", role), CONFIRMED])
        page = await self._get(self.path("stap/1"))
        found = STAMP.search(page)
        assert found, "the first screen has no form with a stamp"
        self.stamp = found[1]

    async def save(self, item: str, value: str) -> int:
        """Save one answer and return the status; 200 means that it was saved."""
        form = [("invulling", self.stamp), (item, value)]
        return (await self.browser.post(self.path(f"antwoorden/{item}"), form, HTMX)).status

    async def send(self) -> int:
        """Send the questionnaire and return the status; 303 means that it was sent."""
        return (await self.browser.post(self.path("versturen"), [("invulling", self.stamp)])).status

    async def _get(self, path: str) -> str:
        """The page at an address, or at the one that it leads to."""
        answer = await self.browser.get(path)
        while answer.status == 303:
            answer = await self.browser.get(answer.location)
        assert answer.status == 200, f"{path} answered {answer.status}"
        return answer.text

    async def _post(self, part: str, form: list[tuple[str, str]]) -> Answer:
        answer = await self.browser.post(self.path(part), form)
        assert answer.status == 303, f"{part} answered {answer.status}"
        return answer


def choices(edition: Edition, window: str) -> dict[str, list[str]]:
    """What can be chosen at each scored question of a window, as a form sends it."""
    return {
        item.id: [_written(option) for option in item.options] + ["wn"]
        for item in edition.instrument.window(window).scored_items()
    }


def _written(option: float) -> str:
    return str(int(option)) if option == int(option) else repr(option)
