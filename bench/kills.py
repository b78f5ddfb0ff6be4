"""A service that is killed while people save answers: what was said to be saved, and what is there afterwards."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from app.responding.visit import token_hash
from app.store.answers import load_answers
from app.store.drafts import find_draft
from bench.connection import Connection
from bench.respondent import Respondent, choices

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.db import Session
    from app.models import ScanWindow
    from bench.processes import Program
    from questionnaires import Edition

ROLE = "sociaal_team"
"""Of the professionals, whose window this is about."""
PEOPLE = 8
GONE = (ConnectionError, asyncio.IncompleteReadError)


@dataclass(slots=True)
class Witness:
    """Somebody who remembers what was said to be saved (status 200), and what was sent when the service fell silent."""

    respondent: Respondent
    saved: dict[str, str] = field(default_factory=dict)
    times: int = 0
    unanswered: tuple[str, str] | None = None
    refused: int = 0

    async def save_until_silence(self, wanted: dict[str, list[str]], rng: Random, heard: Callable[[], None]) -> None:
        """Save answers until the service is gone; `heard` is called each time that one was said to be saved."""
        while True:
            item = rng.choice([*wanted])
            self.unanswered = (item, rng.choice(wanted[item]))
            try:
                status = await self.respondent.save(*self.unanswered)
            except GONE:
                return
            if status == 200:
                self.saved[item] = self.unanswered[1]
                self.times += 1
                heard()
            else:
                self.refused += 1

    def lost(self, session: Session) -> list[str]:
        """The answers that were said to be saved and are not there; one that was being changed may be either."""
        draft = find_draft(session, token_hash(self.respondent.browser.cookies["invulling"]))
        kept = load_answers(session, draft.id) if draft else {}
        return [
            item
            for item, value in self.saved.items()
            if not _same(kept.get(item), value)
            and not (self.unanswered and item == self.unanswered[0] and _same(kept.get(item), self.unanswered[1]))
        ]


async def witness_a_kill(service: Program, edition: Edition, window: ScanWindow, saves: int) -> list[Witness]:
    """Let people save answers and kill the service when it has said so many times that one was saved.

    At that moment the others are waiting for theirs. Gives everybody's memory.
    """
    wanted = choices(edition, "professional")
    enough = asyncio.Event()
    async with AsyncExitStack() as stack:
        witnesses: list[Witness] = []
        for _ in range(PEOPLE):
            browser = await stack.enter_async_context(Connection(service.port))
            witnesses.append(Witness(Respondent(browser, window)))
            await witnesses[-1].respondent.begin(ROLE)

        def heard() -> None:
            if sum(witness.times for witness in witnesses) >= saves:
                enough.set()

        saving = asyncio.gather(
            *(
                witness.save_until_silence(wanted, Random(person), heard)  # noqa: S311 - any answers will do
                for person, witness in enumerate(witnesses)
            )
        )
        await enough.wait()
        service.kill()
        await saving
    return witnesses


def _same(kept: object, sent: str) -> bool:
    return kept == (sent if sent == "wn" else float(sent))
