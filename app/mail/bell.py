"""A bell by which whoever posts something wakes those in this process who send it."""

from __future__ import annotations

import asyncio
from weakref import WeakSet

_listening: WeakSet[Bell] = WeakSet()


class Bell:
    """Heard by one sender, in the loop in which it was made; it may be rung in any thread."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._rung = asyncio.Event()
        _listening.add(self)

    async def heard(self, seconds: float) -> bool:
        """Wait until it rings, or for this long, and return whether it rang."""
        try:
            await asyncio.wait_for(self._rung.wait(), seconds)
        except TimeoutError:
            return False
        self._rung.clear()
        return True

    def ring(self) -> None:
        """Wake the sender, if it is still there."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._rung.set)


def ring() -> None:
    """Say that something was posted."""
    for bell in list(_listening):
        bell.ring()
