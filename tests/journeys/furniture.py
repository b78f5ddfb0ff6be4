"""What the pages of the journeys are about: scans in every state, with what was answered and written in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session

from app.closing.service import close_scan
from app.web.dependencies import today_in_amsterdam
from tests.app.drafts import add_comment, add_draft
from tests.app.scans import CLOSED_ON, SetUp, add_earlier, add_response
from tests.journeys.invited import invite
from tests.journeys.service import Service


@dataclass(frozen=True)
class Furniture:
    """Scans in every state that a page can show."""

    open: SetUp
    team: SetUp
    answered: SetUp
    due: SetUp
    archived: SetUp
    closed: SetUp
    empty: SetUp
    personal: SetUp
    gone: SetUp
    written: SetUp
    described: SetUp
    outdated: SetUp
    again: SetUp


def furnish(service: Service) -> Furniture:
    """Set up one scan of each kind."""
    furniture = Furniture(
        open=service.scan(windows=("inwoner", "professional", "organisatie")),
        team=service.scan(mode={"organisatie": "team", "beleid": "team"}),
        answered=service.answered_scan(),
        due=service.scan(closes_on=today_in_amsterdam() - timedelta(days=1)),
        archived=service.scan(archived_on=CLOSED_ON),
        closed=service.closed_scan(ambition=5),
        empty=service.scan(),
        personal=service.scan(personal=("professional", "organisatie")),
        gone=service.closed_scan(),
        written=service.closed_scan(),
        described=service.closed_scan(),
        outdated=service.closed_scan(),
        again=service.closed_scan(ambition=5),
    )
    service.change(
        furniture.described.collaboration, target_group="Jongeren tot 27 jaar", partners="School en wijkteam"
    )
    service.change(furniture.outdated.windows["inwoner"], contact="")
    for number in range(3):
        invite(service, furniture.personal, f"iemand.met.een.lange.naam{number}@gemeente-houten.example")
    service.change(furniture.gone.scan, closed_on=CLOSED_ON, answers_deleted_on=CLOSED_ON)
    with service.writing() as session:
        add_draft(session, furniture.answered)
        for _ in range(3):
            add_response(session, furniture.empty, "inwoner")
        close_scan(session, service.app.state.editions, furniture.empty.scan.id, CLOSED_ON)
        write_comments(session, furniture.written)
        for later in (furniture.again, furniture.again, furniture.empty):
            add_earlier(session, later, service.app.state.editions)
    return furniture


def write_comments(session: Session, set_up: SetUp) -> None:
    """Let people have written something: what waits, what holds a phone number, and what was judged in each way."""
    add_comment(session, set_up, "Wij willen hetzelfde, maar zeggen het niet.")
    add_comment(session, set_up, "Bel mij op 06 12345678.")
    changed, as_it_was, withheld, forgotten = (
        add_comment(session, set_up, text, subject="pro_samen") for text in ("Zo was het.", "Zo ook.", "Niet.", "")
    )
    withheld.state = "withheld"
    for comment, text in ((changed, "Zo werd het."), (as_it_was, "Zo ook."), (forgotten, "Alleen dit is er nog.")):
        comment.state, comment.released_text = "released", text
    add_comment(session, set_up, "Dit past bij onze inwoners.", "beleid", "bel_ambitie_1")
