"""What waits is sent once, deleted when it was taken, and tried again when it was not."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from app.config import load_settings
from app.db import Session, WriteSession, begin_writing
from app.mail.post import Letter, post
from app.mail.sending import BETWEEN_LOOKS, send_post_now
from app.main import create_app
from app.models import Message
from app.store.messages import list_messages
from tests.app.mail.mail_server import MailServer, mail_server
from tests.app.page_client import PageClient
from tests.support.loop import run

TODAY = date(2026, 3, 1)


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def app(prepared_database_url: str, server: MailServer) -> Iterator[FastAPI]:
    """A service that mails, and that does not run: the test says when something is sent."""
    app = create_app(with_server(server, prepared_database_url))
    app.state.today = lambda: TODAY
    yield app
    app.state.engine.dispose()


def with_server(server: MailServer, database_url: str) -> Any:
    return load_settings(
        database_url=database_url, assets="local", smtp_host="localhost", smtp_port=server.port, smtp_security="none",
        mail_from="vensterscan@installatie.nl",
    )  # fmt: skip


def put(app: FastAPI, *addresses: str, day: date = TODAY) -> None:
    with begin_writing(app.state.engine) as session:
        for address in addresses:
            post(session, "notice", Letter(address=address, subject="Bericht", text="Beste collega,\n"), day)


def waiting(app: FastAPI) -> list[Message]:
    with Session(app.state.engine) as session:
        return list(list_messages(session))


def receivers(server: MailServer) -> list[str]:
    return sorted(str(one["To"]) for one in server.taken)


def send(app: FastAPI) -> None:
    run(send_post_now(app.state))


def test_everything_that_waits_is_sent_and_gone(app: FastAPI, server: MailServer) -> None:
    put(app, "a@houten.nl", "b@houten.nl", "c@houten.nl")
    send(app)
    assert receivers(server) == ["a@houten.nl", "b@houten.nl", "c@houten.nl"]
    assert waiting(app) == []


def test_what_is_refused_waits_and_is_not_tried_again_at_once(
    app: FastAPI, server: MailServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.refuses.add("weg@houten.nl")
    put(app, "weg@houten.nl", "wel@houten.nl")
    with caplog.at_level(logging.ERROR):
        send(app)
        send(app)
    assert receivers(server) == ["wel@houten.nl"]
    assert [(one.address, one.failures) for one in waiting(app)] == [("weg@houten.nl", 1)]
    assert [record.getMessage() for record in caplog.records] == [
        "a message was not taken by the mail server: SMTPRecipientsRefused 550"
    ]


def test_what_failed_is_tried_again_later(app: FastAPI, server: MailServer) -> None:
    server.refuses.add("a@houten.nl")
    put(app, "a@houten.nl")
    send(app)
    server.refuses.clear()
    send(app)
    assert server.taken == []
    app.state.waiting_post.forget(waiting(app)[0].id)
    send(app)
    assert receivers(server) == ["a@houten.nl"]


def test_a_server_that_does_not_work_is_left_alone_until_the_next_look(app: FastAPI, server: MailServer) -> None:
    server.hangs_up = True
    put(app, "a@houten.nl", "b@houten.nl")
    send(app)
    assert sorted(one.failures for one in waiting(app)) == [0, 1]
    server.hangs_up = False
    send(app)
    assert len(server.taken) == 1


def test_after_its_last_day_a_message_is_not_sent_any_more(app: FastAPI, server: MailServer) -> None:
    put(app, "oud@houten.nl", day=TODAY - timedelta(days=15))
    put(app, "net@houten.nl", day=TODAY - timedelta(days=14))
    send(app)
    assert receivers(server) == ["net@houten.nl"]


def test_what_is_not_kept_is_not_sent(app: FastAPI, server: MailServer) -> None:
    with Session(app.state.engine) as session:
        post(session, "notice", Letter(address="a@houten.nl", subject="Bericht", text="Beste"), TODAY)
        session.rollback()
    send(app)
    assert server.taken == []


def test_without_a_mail_server_everything_stays(prepared_database_url: str) -> None:
    app = create_app(load_settings(database_url=prepared_database_url, assets="local"))
    app.state.today = lambda: TODAY
    put(app, "a@houten.nl")
    send(app)
    assert [one.address for one in waiting(app)] == ["a@houten.nl"]
    app.state.engine.dispose()


@pytest.mark.postgres
def test_two_processes_send_each_message_once(app: FastAPI, server: MailServer, prepared_database_url: str) -> None:
    if not prepared_database_url.startswith("postgresql"):
        return  # on SQLite one process serves
    other = create_app(with_server(server, prepared_database_url))
    other.state.today = app.state.today
    server.slow = 0.02
    names = [f"{number}@houten.nl" for number in range(12)]
    put(app, *names)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(send, (app, other)))
    other.state.engine.dispose()
    assert receivers(server) == sorted(names)


def test_what_a_request_posts_goes_at_once(app: FastAPI, server: MailServer) -> None:
    @app.post("/post")
    def write(session: WriteSession) -> dict[str, str]:
        post(session, "notice", Letter(address="a@houten.nl", subject="Bericht", text="Beste"), TODAY)
        return {}

    app.state.database_is_ready = True
    with PageClient(app).http as client:
        assert client.post("/post").status_code == 200
        assert server.comes(seconds=BETWEEN_LOOKS / 2)


def test_a_slow_mail_server_holds_up_nobody_who_writes(app: FastAPI, server: MailServer) -> None:
    server.waits = True
    put(app, "a@houten.nl")
    with ThreadPoolExecutor(1) as pool:
        sending = pool.submit(send, app)
        assert server.is_asked(seconds=10)
        put(app, "b@houten.nl")
        server.goes_on()
        sending.result()
    assert "b@houten.nl" in receivers(server)
