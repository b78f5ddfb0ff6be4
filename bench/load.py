"""Many clients at once, for a while: how much gets done, and how long one waits."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.finding import percentile

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    Turn = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Load:
    """What came of it: every turn took `durations` seconds, all of them together `seconds`."""

    durations: Sequence[float]
    seconds: float

    @property
    def per_second(self) -> float:
        """How many turns were done in a second."""
        return len(self.durations) / self.seconds

    def milliseconds(self, share: float) -> float:
        """How long a turn took at most, for a share (0..1) of the turns."""
        return percentile(self.durations, share) * 1000

    def __str__(self) -> str:
        return f"{self.per_second:.0f}/s, p50 {self.milliseconds(0.5):.1f} and p99 {self.milliseconds(0.99):.1f} ms"


async def for_a_while(turns: Sequence[Turn], seconds: float, pause: float = 0.0) -> Load:
    """Let every client take its turn again and again until the time is over; `pause` seconds lie between two turns."""
    durations: list[float] = []
    begun = time.perf_counter()

    async def client(turn: Turn) -> None:
        while (before := time.perf_counter()) < begun + seconds:
            await turn()
            durations.append(time.perf_counter() - before)
            if pause:
                await asyncio.sleep(pause)

    await asyncio.gather(*(client(turn) for turn in turns))
    return Load(durations, time.perf_counter() - begun)
