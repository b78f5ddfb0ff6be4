"""What somebody can do now: what each of their roles has to do, the most urgent first."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from app.accounts.asker import Asker
from app.comments.page import address_of as comments_of_scan
from app.comments.service import list_moderations, states_of
from app.start.managing import Around, name_of, steps_of_coordinator
from app.start.page import StartPage, Step, Urgency
from app.start.reading import steps_of_reader
from app.store.grants import list_all_roles
from app.store.messages import list_messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.pages.page import HomePage

MOST = 5
"""Things to do at once."""


def start_page(around: Around, home: HomePage, *, mails: bool) -> StartPage:
    """The page on which somebody who is signed in begins."""
    steps = sorted(_steps(around, mails=mails), key=lambda step: step.place)
    return StartPage(
        title="Wat kan ik nu doen?",
        section="home",
        steps=tuple(islice(steps, MOST)),
        nothing=_nothing(around.asker),
        home=home,
    )


def _steps(around: Around, *, mails: bool) -> Iterator[Step]:
    asker = around.asker
    if asker.is_coordinator:
        yield from steps_of_coordinator(around)
    if asker.is_coordinator or asker.reads_results:
        yield from steps_of_reader(around.session, asker, around.today)
    if asker.moderates:
        yield from _of_moderator(around)
    if asker.administers:
        yield from _of_administrator(around, mails=mails)


def _of_moderator(around: Around) -> Iterator[Step]:
    for found, moderation in list_moderations(around.session, around.editions, around.asker):
        states = states_of(around.session, moderation) if moderation else {}
        if any("waiting" in of_window for of_window in states.values()):
            yield Step(
                sentence=f"Er wachten opmerkingen bij {name_of(found)}: zonder u leest niemand ze.",
                button="Beoordeel de opmerkingen",
                href=comments_of_scan(found.scan.id),
                about=name_of(found),
                urgency=Urgency.WAITED_FOR,
            )


def _of_administrator(around: Around, *, mails: bool) -> Iterator[Step]:
    """A message that waits is to be handed over where nothing sends it, and else only when sending it failed."""
    waiting = [one for one in list_messages(around.session) if not mails or one.failures]
    if waiting:
        yield Step(
            sentence="Er ligt post die nog niet aankwam: geef haar door, zodat mensen kunnen beginnen.",
            button="Bekijk de post",
            href="/beheer/post",
            about="",
            urgency=Urgency.WAITED_FOR,
        )
    if not any(one.grant.role == "coordinator" for one in list_all_roles(around.session)):
        yield Step(
            sentence="Nog geen gemeente heeft een coördinator: nodig de eerste uit, die zet de scans op.",
            button="Nodig een coördinator uit",
            href="/beheer/coordinator",
            about="",
            urgency=Urgency.OVERDUE,
        )


def _nothing(asker: Asker) -> str:
    """Why there is nothing to do, and when there will be."""
    if asker.is_coordinator:
        return "Alles loopt. Hier staat het als een scan bijna sluit, een uitslag klaar is of iemand op u wacht."
    if asker.reads_results:
        return "Er is geen uitslag die u nog niet las. Sluit een gemeente een scan, dan staat de uitslag hier."
    if asker.moderates:
        return "Er wachten geen opmerkingen. Zij komen hier te staan als een scan sluit."
    if asker.administers:
        return "Er wacht niets. Hier staat het als er post blijft liggen."
    return (
        "U heeft op dit moment geen rol. Vraag de coördinator van uw gemeente of de beheerder om toegang. "
        "De voorbeelden hieronder kunt u altijd bekijken."
    )
