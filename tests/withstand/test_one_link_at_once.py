"""One link in four browsers that send at once: it counts once. And of many who send at once one tells it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date
from typing import Any

from sqlmodel import Session, select

from app.collaborations.codes import new_personal_code
from app.collaborations.invitees.links import mac_of, path_of, seal
from app.db import begin_writing
from app.models import Invitee, Message, Response, SentMark
from app.store.invitees import add_invitees
from tests.app.people import add_person
from tests.app.scans import SetUp, add_response
from tests.withstand.conftest import Service
from tests.withstand.respondent import Respondent

WINDOW = "professional"
BROWSERS = 4


def invited(service: Service, set_up: SetUp, number: int) -> list[str]:
    """Give some people a link of their own."""
    keys, codes = service.app.state.keys, [new_personal_code() for _ in range(number)]
    with begin_writing(service.app.state.engine) as session:
        add_invitees(
            session,
            [
                Invitee(
                    id=f"{at:032x}",
                    scan_id=set_up.scan.id,
                    window=WINDOW,
                    address=f"persoon{at}@houten.nl",
                    code_mac=mac_of(keys, code),
                    sealed_code=seal(keys, code),
                    invited_on=date(2026, 3, 1),
                )
                for at, code in enumerate(codes)
            ],
        )
    return [path_of(code) for code in codes]


def ready(stack: ExitStack, service: Service, link: str) -> Respondent:
    """Somebody who filled in everything and stands at the check page."""
    respondent = Respondent(stack.enter_context(service.client()))
    respondent.begin(link)
    respondent.answer_all()
    return respondent


def all_at_once(respondents: list[Respondent]) -> list[int]:
    """Let everybody send at the same moment, and return how that ended for each."""
    start = threading.Barrier(len(respondents))

    def send(respondent: Respondent) -> int:
        start.wait()
        respondent.send()
        return respondent.status

    with ThreadPoolExecutor(len(respondents)) as pool:
        return sorted(pool.map(send, respondents))


def everything(session: Session) -> tuple[list[Any], list[Any], list[Any]]:
    return tuple(list(session.exec(select(table)).all()) for table in (Response, SentMark, Invitee))  # type: ignore[return-value]


def test_a_link_that_is_used_four_times_at_once_counts_once(service: Service) -> None:
    set_up = service.add_scan(personal=(WINDOW,), minimum={WINDOW: 3})
    link, *_ = invited(service, set_up, 3)
    with ExitStack() as stack:
        assert all_at_once([ready(stack, service, link) for _ in range(BROWSERS)]) == [200, 409, 409, 409]
    responses, marks, people = service.look(everything)
    assert (len(responses), len(marks)) == (1, 1)
    assert not any(one.is_done for one in people)


def test_also_when_that_sending_completes_a_group_and_takes_the_marks_away(service: Service) -> None:
    set_up = service.add_scan(personal=(WINDOW,), minimum={WINDOW: 3})
    first, second, link = invited(service, set_up, 3)
    with ExitStack() as stack:
        for other in (first, second):
            ready(stack, service, other).send()
        assert all_at_once([ready(stack, service, link) for _ in range(BROWSERS)]) == [200, 409, 409, 409]
    responses, marks, people = service.look(everything)
    assert (len(responses), marks) == (3, [])
    assert all(one.is_done for one in people)


def test_everybody_who_sends_at_once_with_their_own_link_counts(service: Service) -> None:
    set_up = service.add_scan(personal=(WINDOW,), minimum={WINDOW: 3})
    with ExitStack() as stack:
        people = [ready(stack, service, link) for link in invited(service, set_up, 5)]
        assert all_at_once(people) == [200] * 5
    responses, marks, invitees = service.look(everything)
    assert (len(responses), len(marks), sum(one.is_done for one in invitees)) == (5, 2, 3)


def test_of_many_who_reach_the_minimum_at_once_one_tells_it(service: Service) -> None:
    set_up = service.add_scan(minimum={WINDOW: 5})
    with begin_writing(service.app.state.engine) as session:
        add_person(session, "coordinator", email="anna@houten.nl", municipality_code="GM0321")
        for _ in range(3):
            add_response(session, set_up, WINDOW)
    with ExitStack() as stack:
        people = [ready(stack, service, set_up.link(WINDOW)) for _ in range(BROWSERS)]
        assert all_at_once(people) == [200] * BROWSERS
    told = service.look(lambda session: session.exec(select(Message.address)).all())
    assert told == ["anna@houten.nl"]
