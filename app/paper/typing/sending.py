"""Sending a form that was typed over: an ordinary questionnaire, once, that nothing tells from any other."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from app.models import Response
from app.paper.typing.refusals import sent_before
from app.responding.door.start import group_size
from app.store import typing_links as store
from app.store.responses import add_response, new_key

if TYPE_CHECKING:
    from app.db import Session
    from app.paper.typing.dependencies import Typist
    from app.paper.typing.filled_in import FilledIn, Kept


def next_stamp(session: Session, typist: Typist) -> str:
    """Return the stamp of one of the forms that are left, empty where none is. By chance: two tabs seldom meet."""
    left = store.list_stamps(session, typist.link.id)
    return secrets.choice(left) if left else ""


def refuse_if_sent(session: Session, typist: Typist, stamp: str) -> None:
    """Raise `Refusal` (409) for a form that was sent; it is not shown again."""
    if stamp not in store.list_stamps(session, typist.link.id):
        raise sent_before(typist.home)


def send(session: Session, typist: Typist, form: FilledIn, kept: Kept) -> None:
    """Send a form without faults; raises `Refusal` (409) where it was sent before, and then nothing changes.

    The stamp goes in the same transaction, as a row that is deleted: nothing of this link is written that could be laid
    beside the questionnaire.
    """
    visit = typist.visit
    if not store.take_form(session, typist.link.id, form.stamp):
        raise sent_before(typist.home)
    response = Response(
        id=new_key(),
        scan_id=visit.found.scan.id,
        window=visit.window,
        role=form.beginning.role,
        participants=(group_size(form.beginning) or 1) if visit.is_team else 1,
        answers=kept.answers,
    )
    add_response(session, response, kept.comments)
