"""The log of the real server: what was asked and how it ended, by nobody and without a code."""

from __future__ import annotations

import doctest
import io
import logging
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import uvicorn

from app.collaborations.codes import ALPHABET, grouped, new_code, new_resume_code
from app.config import load_settings
from app.main import create_app
from app.web import logs
from app.web.logs import ACCESS_LOG, keep_visitors_out_of_logs, without_codes
from tests.support.server import wait_until_started


@pytest.fixture(autouse=True)
def loggers_as_they_were() -> Iterator[None]:
    """Put the loggers of the server back after a test that set them up in its own way."""
    found = [logging.getLogger(name) for name in ("uvicorn", "uvicorn.error", ACCESS_LOG)]
    before = [(log.handlers[:], log.filters[:], log.level, log.propagate) for log in found]
    yield
    for log, (handlers, filters, level, propagate) in zip(found, before, strict=True):
        log.handlers[:], log.filters[:], log.level, log.propagate = handlers, filters, level, propagate


@pytest.fixture
def access_log(tmp_path: Path) -> Iterator[tuple[str, io.StringIO]]:
    """The address of a server that was started with its own access log, and what it writes there."""
    app = create_app(load_settings(database_url=f"sqlite:///{tmp_path / 'logs.sqlite3'}", assets="local"))
    written = io.StringIO()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="info", access_log=True))
        for handler in logging.getLogger(ACCESS_LOG).handlers:
            assert isinstance(handler, logging.StreamHandler)
            handler.setStream(written)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            wait_until_started(server, thread)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}", written
        finally:
            server.should_exit = True
            thread.join()


def test_the_examples_are_true() -> None:
    assert doctest.testmod(logs).attempted > 0
    assert not doctest.testmod(logs).failed


def test_the_real_access_log_knows_nobody_and_no_code(access_log: tuple[str, io.StringIO]) -> None:
    address, written = access_log
    codes = [new_code(), new_resume_code()]
    for path in ("/m/{}", "/v/{}", "//m/{}", "/M/{}/x", "/{}", "/meedoen?code={}", "/v%2F{}"):
        for code in [*codes, grouped(codes[0]), codes[1].lower()]:
            httpx.get(address + path.format(code))
    httpx.get(f"{address}/meedoen")
    lines = written.getvalue().splitlines()
    assert len(lines) == 29
    assert '"GET /meedoen HTTP/1.1" 200' in lines[-1]
    for line in lines:
        assert "127.0.0.1" not in line
        flat = line.replace("-", "").upper()
        assert not [code for code in codes if code in flat]
    assert sum("/m/[code] " in line for line in lines) == 8


def test_a_line_in_a_form_that_we_do_not_know_is_not_written(caplog: pytest.LogCaptureFixture) -> None:
    keep_visitors_out_of_logs()
    log = logging.getLogger(ACCESS_LOG)
    log.handlers, log.propagate = [caplog.handler], False
    log.setLevel(logging.INFO)
    log.info("visit of %s", "192.0.2.7")
    assert caplog.records == []
    log.info('%s - "%s %s HTTP/%s" %d', "192.0.2.7:1", "GET", "/", "1.1", 200)
    assert [record.getMessage() for record in caplog.records] == ['- - "GET / HTTP/1.1" 200']


def test_the_filter_is_there_once_however_many_services_are_made() -> None:
    for _ in range(3):
        keep_visitors_out_of_logs()
    assert sum(isinstance(one, logs.WithoutVisitors) for one in logging.getLogger(ACCESS_LOG).filters) == 1


def test_every_code_that_can_be_given_out_is_recognised_in_an_address() -> None:
    assert without_codes(f"/{ALPHABET[:12]}") == "/[code]"
    assert without_codes(f"/{ALPHABET[-12:]}") == "/[code]"
    for code in (new_code(), new_resume_code(), grouped(new_code()).lower()):
        assert without_codes(f"/{code}") == "/[code]"


@pytest.mark.parametrize("path", ["/", "/vragenlijsten", "/toegankelijkheid", "/scans/voorbeeld-houten-fase-1/advies"])
def test_other_addresses_stay_readable(path: str) -> None:
    assert without_codes(path) == path
