"""Sending what waits, one message at a time: a message that was taken is deleted, one that was not is tried again.

A message is tried again after a while that grows with every failure, until its last day; then it is deleted with
everything else that is over. Those whiles are known in
memory alone: a time that was kept would tell when somebody sent their answers.
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Literal

from anyio.to_thread import run_sync

from app.db import Session, begin_writing
from app.mail.bell import Bell
from app.mail.email import as_email
from app.mail.server import NotTakenError, hand_over
from app.store import messages

if TYPE_CHECKING:
    from starlette.datastructures import State

    from app.config import Settings
    from app.models import Message

BETWEEN_LOOKS = 20.0
"""Seconds."""
WAITS = (60, 300, 1800, 7200, 21_600)
"""Seconds after the first failure, the second, and so on; after more of them the last."""

Outcome = Literal["sent", "refused", "no server"]

_log = logging.getLogger(__name__)


class Waiting:
    """Which messages failed lately: for a while the others go first. When it is closed none is begun with any more."""

    def __init__(self) -> None:
        self.is_closed = False
        self._until: dict[str, float] = {}

    def now(self) -> list[str]:
        """The messages that are left alone at this moment; the others are forgotten."""
        moment = time.monotonic()
        self._until = {name: until for name, until in self._until.items() if moment < until}
        return list(self._until)

    def failed(self, message_id: str, failures: int) -> None:
        """Leave a message alone for a while."""
        self._until[message_id] = time.monotonic() + WAITS[min(failures, len(WAITS)) - 1]

    def forget(self, message_id: str) -> None:
        """Let a message be tried at the next look."""
        self._until.pop(message_id, None)


async def send_post_in_time(state: State) -> None:
    """Send what waits whenever something is posted, and every while, until it is cancelled."""
    bell = Bell()
    while True:
        sending = asyncio.ensure_future(send_post_now(state))
        try:
            await asyncio.shield(sending)
        except asyncio.CancelledError:  # what is being handed over ends as it would have
            state.waiting_post.is_closed = True
            await sending
            raise
        await bell.heard(BETWEEN_LOOKS)


async def send_post_now(state: State) -> None:
    """Send what waits; what goes wrong is logged and tried again the next time."""
    try:
        if state.settings.mails:
            while not state.waiting_post.is_closed and await _send_next(state):
                pass
    except Exception as error:  # noqa: BLE001 - the service goes on, whatever is wrong with the post
        _log.error("the post could not be sent: %s", type(error).__name__)


async def _send_next(state: State) -> bool:
    """Send one message, and return whether to go on with the next.

    On PostgreSQL the message is locked meanwhile, so that of several processes one sends it. On SQLite, where one
    process serves, no transaction is open while the mail server is talked to: nobody who writes waits for it.
    """
    if state.engine.dialect.name == "postgresql":
        return await run_sync(_claim_and_send, state)
    found = await run_sync(_read_next, state)
    if found is None:
        return False
    outcome = await run_sync(_send, state.settings, found)
    async with state.writing_turns:
        await run_sync(_note_apart, state, found, outcome)
    return outcome != "no server"


def _claim_and_send(state: State) -> bool:
    with begin_writing(state.engine) as session:
        found = messages.next_message(session, state.waiting_post.now(), state.today())
        if found is None:
            return False
        outcome = _send(state.settings, found)
        _note(session, state.waiting_post, found, outcome)
    return outcome != "no server"


def _read_next(state: State) -> Message | None:
    with Session(state.engine, expire_on_commit=False) as session:
        return messages.next_message(session, state.waiting_post.now(), state.today())


def _note_apart(state: State, message: Message, outcome: Outcome) -> None:
    with begin_writing(state.engine) as session:
        _note(session, state.waiting_post, message, outcome)


def _note(session: Session, waiting: Waiting, message: Message, outcome: Outcome) -> None:
    message_id = message.id
    if outcome == "sent":
        messages.note_sent(session, message_id)
    else:
        waiting.failed(message_id, message.failures + 1)
        messages.note_failure(session, message_id)


def _send(settings: Settings, message: Message) -> Outcome:
    try:
        hand_over(as_email(message, settings), settings)
    except NotTakenError as error:
        _log.error("a message was not taken by the mail server: %s", error)
        return "refused" if error.server_works else "no server"
    except ValueError:
        _log.error("a message cannot be an e-mail")
        return "refused"
    return "sent"
