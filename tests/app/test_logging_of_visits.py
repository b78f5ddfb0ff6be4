"""What a running service logs at its most talkative: never an address, a code or what somebody wrote."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from sqlalchemy import text

from app.collaborations.codes import grouped, new_code
from app.db import begin_writing
from app.responding.visit import token_hash
from tests.app.scans import SetUp, add_scan
from tests.support.server import wait_until_started
from tests.withstand.respondent import Respondent

ADDRESS = "203.0.113.77"
REMARK = "Dit zegt alleen iemand met een merkteken"
WINDOW = "professional"


@contextmanager
def talkative(app: FastAPI) -> Iterator[str]:
    """Serve with every log that the server has, as an installation may that starts it in its own way."""
    settings = uvicorn.Config(app, log_config=None, log_level="debug", access_log=True, proxy_headers=True)
    server = uvicorn.Server(settings)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            wait_until_started(server, thread)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    with begin_writing(service_app.state.engine) as session:
        return add_scan(session)


def visit(http: httpx.Client, set_up: SetUp) -> Respondent:
    """Come in with a right code, a wrong one and the code to go on, in every way there is, and answer a screen."""
    respondent = Respondent(http, comment=REMARK)
    respondent.begin(set_up.link(WINDOW))
    respondent.answer()
    resume = http.cookies["invulling"]
    for code in (set_up.windows[WINDOW].code, resume):
        for path in (f"/v/{grouped(code)}", f"/m/{code.lower()}", f"/m/{code}?bron={code}", f"/{code}"):
            http.get(path)
        http.post("/meedoen", data={"code": code})
    http.get(f"/m/{new_code()}")
    return respondent


def test_no_address_code_or_word_of_a_visitor_is_logged(
    service_app: FastAPI, set_up: SetUp, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with talkative(service_app) as address, httpx.Client(base_url=address, timeout=60) as http:
        http.headers["X-Forwarded-For"] = ADDRESS
        respondent = visit(http, set_up)
        codes = [http.cookies["invulling"], set_up.windows[WINDOW].code]
        respondent.open(f"{set_up.path(WINDOW)}/controle")
        respondent.send()
    visits = [record.getMessage() for record in caplog.records if record.name == "uvicorn.access"]
    assert any("/invullen/" in line for line in visits), "visits are logged, so that this test sees what is in the log"
    of_the_service = "\n".join(spoken(caplog)).lower()
    for secret in [ADDRESS, REMARK, *codes, *map(grouped, codes), *map(token_hash, codes)]:
        assert secret.lower() not in of_the_service


def test_an_error_is_logged_without_what_somebody_sent(
    service_app: FastAPI, set_up: SetUp, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    with talkative(service_app) as address, httpx.Client(base_url=address, timeout=60) as http:
        http.headers["X-Forwarded-For"] = ADDRESS
        respondent = Respondent(http, comment=REMARK)
        respondent.begin(set_up.link(WINDOW))
        with service_app.state.engine.begin() as connection:
            connection.execute(text("ALTER TABLE draft_comment RENAME TO elsewhere"))
        respondent.answer()
    assert respondent.status == 500
    logged = "\n".join(spoken(caplog))
    assert "draft_comment" in logged, "the error itself is in the log"
    code = http.cookies["invulling"]
    for secret in (ADDRESS, REMARK, code, token_hash(code)):
        assert secret not in logged


def spoken(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Every line that was logged by the service, with the errors in it; not what the client of this test says."""
    form = logging.Formatter()
    ours = [record for record in caplog.records if not record.name.startswith(("httpx", "httpcore"))]
    return [form.format(record) for record in ours]
