"""A scan that is closed while people answer and send: everybody who was thanked counts, everybody else is told."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from sqlmodel import Session, select

from app.closing.page import CONFIRM
from app.models import Comment, Draft, DraftAnswer, Measurement, Response
from tests.app.scans import SetUp
from tests.withstand.conftest import PATIENCE, Service
from tests.withstand.respondent import Respondent

PEOPLE, SENT_FIRST = 16, 4
WINDOW = "professional"
REMARK = "Het overleg op maandag helpt."
ALLOWED = {200, 409}
"""The next page, or that the scan is closed."""


class Crowd:
    """People who answer and send all at once; `thanked` has the number of screens of everybody who was thanked."""

    def __init__(self, service: Service, set_up: SetUp) -> None:
        self.service, self.set_up = service, set_up
        self.statuses: list[int] = []
        self.thanked: list[int] = []
        self.some_have_sent = threading.Event()

    def visit(self, screens: int) -> None:
        """Begin, answer some screens with a remark on each, and send; go no further than the service lets you."""
        with self.service.client() as http:
            respondent = Respondent(http, comment=REMARK)
            steps = [
                lambda: respondent.begin(self.set_up.link(WINDOW)),
                *[respondent.answer] * screens,
                lambda: respondent.open(f"{self.set_up.path(WINDOW)}/controle"),
                respondent.send,
            ]
            for step in steps:
                step()
                self.statuses.append(respondent.status)
                if respondent.status != 200:
                    return
            assert respondent.path.endswith("/bedankt")
        self.thanked.append(screens)
        if len(self.thanked) >= SENT_FIRST:
            self.some_have_sent.set()

    def close(self) -> int:
        """Close the scan as soon as some have sent, while the others are at it."""
        with self.service.coordinator() as http:
            self.some_have_sent.wait(PATIENCE)
            return http.post(f"/scans/{self.set_up.scan.id}/beheer/sluiten", data={CONFIRM: "ja"}).status_code


def counted(session: Session) -> int:
    """How many professionals the frozen measurement is made of."""
    (measurement,) = session.exec(select(Measurement)).all()
    windows = measurement.document["record"]["result"]["windows"]
    return int(windows[WINDOW]["responses"])


def test_whoever_is_thanked_while_a_scan_closes_counts_and_nobody_else(service: Service) -> None:
    set_up = service.add_scan(windows=(WINDOW,))
    crowd = Crowd(service, set_up)
    with ThreadPoolExecutor(PEOPLE + 1) as pool:
        closing = pool.submit(crowd.close)
        for visit in [pool.submit(crowd.visit, 1 + person % 4) for person in range(PEOPLE)]:
            visit.result()
        assert closing.result() == 303
    assert set(crowd.statuses) <= ALLOWED
    assert service.look(lambda session: len(session.exec(select(Response)).all())) == len(crowd.thanked)
    assert service.look(counted) == len(crowd.thanked)
    assert service.look(lambda session: len(session.exec(select(Comment)).all())) == sum(crowd.thanked)
    assert service.look(lambda session: session.exec(select(Draft)).all()) == []
    assert service.look(lambda session: session.exec(select(DraftAnswer)).all()) == []
