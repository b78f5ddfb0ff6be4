"""The post, for who runs the installation: what to hand over without a mail server, and what fails with one.

With a mail server the text of a message is for its receiver alone: in it stands a way in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.formatting import counted, date_in_words
from app.web.page import Link, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.models import Message

HOME = Link("Beheer", "/beheer")
POST = "/beheer/post"
_LINK = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """One message: to whom, about what, and since when it waits; text and link only where it is to be handed over."""

    id: str
    address: str
    subject: str
    about: str
    text: str
    link: str
    action: str


@dataclass(frozen=True, kw_only=True)
class PostPage(Page):
    """The messages to hand over, or with a mail server those that fail; `waiting` is how many there are in all."""

    mails: bool
    letters: tuple[LetterRow, ...]
    waiting: int
    done: str


def post_page(messages: Sequence[Message], *, mails: bool, done: str) -> PostPage:
    """The post as it is now."""
    shown = [one for one in messages if one.failures or not mails]
    return PostPage(
        title="De post",
        section="beheer",
        breadcrumbs=(HOME,),
        mails=mails,
        letters=tuple(_failing(one) if mails else _to_hand_over(one) for one in shown),
        waiting=len(messages),
        done=done,
    )


def post_in_short(messages: Sequence[Message], *, mails: bool) -> str:
    """What there is to do about the post."""
    count = sum(1 for one in messages if one.failures) if mails else len(messages)
    if not count:
        return "Alle berichten zijn verstuurd." if mails else "Er wachten geen berichten."
    waits, is_sent = counted(count, "bericht", "berichten"), "is nog niet" if count == 1 else "zijn nog niet"
    return f"{waits} {is_sent} verstuurd." if mails else f"{waits} {is_sent} doorgegeven."


def _to_hand_over(message: Message) -> LetterRow:
    found = _LINK.search(message.body)
    return LetterRow(
        id=message.id,
        address=message.address,
        subject=message.subject,
        about=f"van {date_in_words(message.made_on)}, staat hier tot en met {date_in_words(message.ends_on)}",
        text=message.body,
        link=found[0] if found else "",
        action=f"{POST}/{message.id}/doorgegeven",
    )


def _failing(message: Message) -> LetterRow:
    tried = counted(message.failures, "keer", "keer")
    return LetterRow(
        id=message.id,
        address=message.address,
        subject=message.subject,
        about=f"{tried} geprobeerd, tot en met {date_in_words(message.ends_on)}",
        text="",
        link="",
        action=f"{POST}/{message.id}/opnieuw",
    )
