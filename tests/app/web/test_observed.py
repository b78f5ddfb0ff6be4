"""Each request has a number and one line in the log: what was asked and how it ended, never by whom or with what."""

from __future__ import annotations

import io
import json
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app.collaborations.codes import grouped, new_code, new_resume_code
from app.db import begin_writing
from app.web import log_format
from app.web.log_format import set_up_logging
from app.web.observed import HEADER
from tests.app.page_client import PageClient
from tests.app.people import somebody
from tests.app.scans import add_scan
from tests.support.postgres import free_port
from tests.withstand.respondent import Respondent

ROOT = Path(__file__).parents[3]
NUMBER = re.compile(r"[0-9a-f]{16}")
PERSON = {
    "User-Agent": "Merkbrowser/7.1",
    "X-Forwarded-For": "203.0.113.77",
    "X-Request-Id": "merknummer",
    "Referer": "http://testserver/merkpagina",
    "Authorization": "Bearer merksleutel",
}


@pytest.fixture(autouse=True)
def loggers_as_they_were() -> Iterator[None]:
    """Put back what setting up the log changes for the whole process."""
    root, ours = logging.getLogger(), logging.getLogger(log_format.ROOM)
    before = (root.handlers[:], root.level, ours.level)
    yield
    root.handlers[:], root.level = before[0], before[1]
    ours.setLevel(before[2])


@pytest.fixture
def log() -> io.StringIO:
    """What the service writes down, in production."""
    written = io.StringIO()
    set_up_logging(as_json=True, stream=written)
    return written


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def test_a_line_says_what_was_asked_how_it_ended_and_how_long_it_took(service: PageClient, log: io.StringIO) -> None:
    answer = service.http.get("/vragenlijsten/inwoner?zoek=iets")
    (line,) = lines(log)
    assert line.pop("ms") >= 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", line.pop("time"))
    assert line == {
        "event": "request",
        "level": "info",
        "logger": "app.web.observed",
        "method": "GET",
        "path": "/vragenlijsten/inwoner",
        "status": 200,
        "request_id": answer.headers[HEADER],
    }


def test_every_answer_has_a_number_of_its_own_and_never_one_from_outside(service: PageClient) -> None:
    asked = [("GET", "/"), ("GET", "/nergens"), ("POST", "/"), ("GET", "/v1/gemeenten"), ("GET", "/v1/nergens")]
    answers = [service.http.request(*one, headers=PERSON) for one in asked]
    answers += [service.http.post("/meedoen", headers={"Origin": "https://kwaad.example"})]
    answers += [service.http.post("/meedoen", headers={"Content-Length": "99999999"})]
    numbers = [answer.headers[HEADER] for answer in answers]
    assert all(NUMBER.fullmatch(number) for number in numbers)
    assert len(set(numbers)) == len(answers)


def test_a_whole_visit_leaves_nothing_of_the_visitor_in_the_log(service_app: FastAPI, log: io.StringIO) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session)
    http = PageClient(service_app).http
    http.headers.update(PERSON)
    respondent = Respondent(http, comment="merkopmerking")
    respondent.begin(set_up.link("professional"))
    resume = http.cookies["invulling"]
    respondent.answer_all()
    for code in (resume, new_code(), new_resume_code()):
        for path in ("/v/{}", "/m/{}", "/u/{}", "/uitnodiging/{}", "/inloggen/{}", "/x/{}", "/{}", "/meedoen?code={}"):
            http.get(path.format(grouped(code)))
    http.get("/jan.merknaam@voorbeeld.nl")
    http.get("/scans/jan.merknaam@voorbeeld.nl")
    respondent.open(f"{set_up.path('professional')}/controle")
    respondent.send()
    assert len(lines(log)) > 30
    flat = log.getvalue().lower()
    window = set_up.windows["professional"]
    for secret in ("merk", "203.0.113.77", "testclient", window.ref, "antwoorden", "opmerkingen", "stap/"):
        assert secret not in flat
    for code in (resume, window.code):
        assert code.lower() not in flat.replace("-", "")
    assert {line["path"] for line in lines(log)} >= {"/invullen/…", "/m/[code]", "/v/[code]", "/…"}


@pytest.mark.parametrize(
    ("asked", "logged"),
    [
        ("/samenwerkingen/7/wijzigen", "/samenwerkingen/7/wijzigen"),
        ("/scans/abc-1/vensters/beleid", "/scans/abc-1/vensters/beleid"),
        ("/scans/iets%0Anieuws/advies", "/scans/{scan_id}/advies"),
        ("/scans/abc-1/versies/2/advies", "/scans/abc-1/versies/2/advies"),
        ("/v1/scans/abc-1/uitslag", "/v1/scans/{id}/uitslag"),
        ("/assets/x/app.css", "/assets/{digest}/{name}"),
        ("/bestaat/niet/06-12345678", "/bestaat/…"),
        ("/bestaat%0Aniet", "/…"),
        ("/06-12345678", "/…"),
    ],
)
def test_of_an_address_only_what_says_nothing_of_a_person_is_logged(
    service_app: FastAPI, log: io.StringIO, asked: str, logged: str
) -> None:
    http = somebody(service_app, "coordinator").http
    http.get(asked)
    assert [line["path"] for line in lines(log)] == [logged]


def test_what_machines_ask_all_day_is_logged_only_when_it_goes_wrong(service: PageClient, log: io.StringIO) -> None:
    for path in ("/healthz", "/readyz", "/metrics"):
        service.http.get(path)
    assert [line["path"] for line in lines(log)] == ["/metrics"], "metrics are off here, and so not found"


def test_a_fault_has_a_number_on_its_page_that_leads_to_one_line_in_the_log(
    empty_app: FastAPI, log: io.StringIO
) -> None:
    @empty_app.get("/stuk/{what}")
    def get_broken(what: str) -> None:
        raise ValueError(f"merkwaarde {what}")

    page = PageClient(empty_app).get("/stuk/merkdeel", 500)
    number = page.headers[HEADER.lower()]
    assert f"Meldingsnummer: {number}" in page.text
    fault, request = lines(log)
    assert (fault["event"], fault["level"], fault["request_id"]) == ("fault", "error", number)
    assert fault["exception"].startswith("builtins.ValueError\n")
    assert "in test_a_fault_has_a_number_on_its_page_that_leads_to_one_line_in_the_log" in fault["exception"]
    assert (request["path"], request["status"], request["request_id"]) == ("/stuk/{what}", 500, number)
    assert "merk" not in log.getvalue()


def test_htmx_gets_the_number_with_the_message(empty_app: FastAPI) -> None:
    @empty_app.get("/stuk")
    def get_broken() -> None:
        raise ValueError

    answer = PageClient(empty_app).http.get("/stuk", headers={"HX-Request": "true"})
    assert answer.headers[HEADER] in answer.text
    assert "<html" not in answer.text


def test_only_a_fault_of_ours_has_a_number_on_its_page(service: PageClient) -> None:
    assert "Meldingsnummer" not in service.get("/nergens", 404).text


def test_a_program_gets_the_number_of_a_fault_in_the_problem(service_app: FastAPI, log: io.StringIO) -> None:
    with service_app.state.engine.begin() as connection:
        connection.execute(text("ALTER TABLE municipality RENAME TO elsewhere"))
    answer = PageClient(service_app).http.get("/v1/gemeenten")
    assert answer.status_code == 500
    assert answer.json()["meldingsnummer"] == answer.headers[HEADER]
    assert [line["request_id"] for line in lines(log)] == [answer.headers[HEADER]] * 2
    assert "meldingsnummer" not in PageClient(service_app).http.get("/v1/nergens").json()


def test_what_others_log_has_the_same_form(log: io.StringIO) -> None:
    logging.getLogger("somewhere").warning("two\nlines")
    logging.getLogger("elsewhere").info("not important enough")
    try:
        raise KeyError("merkwaarde")
    except KeyError:
        logging.getLogger("elsewhere").exception("went wrong")
    first, second = lines(log)
    assert (first["logger"], first["event"]) == ("somewhere", "two\nlines")
    assert second["exception"].startswith("builtins.KeyError\n")
    assert "merkwaarde" not in log.getvalue()


def test_a_developer_reads_lines_that_are_no_json(service: PageClient) -> None:
    written = io.StringIO()
    set_up_logging(as_json=False, stream=written)
    service.http.get("/vragenlijsten")
    (line,) = written.getvalue().splitlines()
    assert not line.startswith("{")
    assert "path=/vragenlijsten" in line
    assert "status=200" in line


def test_a_service_in_production_writes_json_on_standard_error(tmp_path: Path) -> None:
    environment = {
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "VENSTERSCAN_ENVIRONMENT": "production",
        "VENSTERSCAN_BASE_URL": "https://scan.example.nl",
        "VENSTERSCAN_CONTACT": "beheer@example.nl",
    }
    port = free_port()
    with (tmp_path / "log").open("w+") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "app.cli", "serve", "--port", str(port)],
            cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
        assert process.stdout is not None
        try:
            assert "https://scan.example.nl" in process.stdout.readline()
            answer = httpx.get(f"http://127.0.0.1:{port}/verantwoording", headers=PERSON)
        finally:
            process.terminate()
            process.wait(timeout=30)
            process.stdout.close()
        log.seek(0)
        written = [json.loads(line) for line in log]
    assert [(line["path"], line["request_id"]) for line in written] == [("/verantwoording", answer.headers[HEADER])]
