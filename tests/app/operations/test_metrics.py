"""Metrics: off unless asked for, behind a key, and of routes only."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from prometheus_client.parser import text_string_to_metric_families

from app.config import load_settings
from app.db import begin_writing
from app.main import create_app
from tests.app.page_client import PageClient
from tests.app.scans import CLOSED_ON, add_scan

ROOT = Path(__file__).parents[3]
KEY = "een-sleutel-van-de-metingen"
WITH_KEY = {"Authorization": f"Bearer {KEY}"}
Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


@pytest.fixture
def measured_app(prepared_database_url: str) -> Iterator[FastAPI]:
    """A service whose metrics are on."""
    app = create_app(load_settings(database_url=prepared_database_url, assets="local", metrics=True, metrics_key=KEY))
    app.state.database_is_ready = True
    with PageClient(app).http:
        yield app


def samples(app: FastAPI) -> Samples:
    answer = PageClient(app).http.get("/metrics", headers=WITH_KEY)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    families = text_string_to_metric_families(answer.text)
    return {(one.name, frozenset(one.labels.items())): one.value for family in families for one in family.samples}


def value(found: Samples, name: str, **labels: str) -> float:
    return found[name, frozenset(labels.items())]


def test_without_being_asked_for_there_are_no_metrics(service: PageClient) -> None:
    service.get("/metrics", 404)


def test_where_metrics_are_off_nothing_of_them_is_loaded() -> None:
    script = "import sys; from app.main import create_app; create_app(); print('prometheus_client' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("header", [None, "Bearer", f"Bearer {KEY}x", KEY, "Bearer \xe9"])
def test_without_the_key_nobody_reads_them(measured_app: FastAPI, header: str | None) -> None:
    headers = {"Authorization": header.encode("latin-1")} if header else {}
    answer = PageClient(measured_app).http.get("/metrics", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert "vensterscan_requests" not in answer.text


def test_requests_are_counted_by_route_and_how_they_ended(measured_app: FastAPI) -> None:
    client = PageClient(measured_app)
    for path in ("/vragenlijsten/inwoner", "/vragenlijsten/beleid", "/vragenlijsten/wethouder", "/v1/gemeenten"):
        client.http.get(path)
    found = samples(measured_app)
    questionnaire = {"method": "GET", "route": "/vragenlijsten/{window}"}
    assert value(found, "vensterscan_requests_total", **questionnaire, status="2xx") == 2
    assert value(found, "vensterscan_requests_total", **questionnaire, status="4xx") == 1
    assert value(found, "vensterscan_requests_total", method="GET", route="/v1/gemeenten", status="2xx") == 1
    assert value(found, "vensterscan_request_seconds_count", **questionnaire) == 3


def test_whatever_is_asked_for_adds_no_labels(measured_app: FastAPI) -> None:
    client = PageClient(measured_app)
    for path in ("/scans/geheim-1", "/geheim-2", "/m/GEHEIM", "/invullen/geheim/antwoorden/geheim"):
        client.http.get(path)
    client.http.request("GEHEIM", "/")
    answer = client.http.get("/metrics", headers=WITH_KEY)
    assert "geheim" not in answer.text.lower()
    assert "antwoorden" not in answer.text


def test_open_scans_and_connections_are_counted_when_asked(measured_app: FastAPI) -> None:
    today = measured_app.state.today()
    with begin_writing(measured_app.state.engine) as session:
        for about in ({}, {"closes_on": today}, {"closes_on": CLOSED_ON}, {"closed_on": CLOSED_ON}):
            add_scan(session, **about)
        add_scan(session, archived_on=today)
        add_scan(session, is_example=True)
    found = samples(measured_app)
    assert value(found, "vensterscan_open_scans") == 2
    assert value(found, "vensterscan_database_connections", state="in_use") == 1
    assert value(found, "vensterscan_database_connections", state="idle") >= 0


def test_two_services_in_one_process_do_not_count_together(measured_app: FastAPI) -> None:
    other = create_app(measured_app.state.settings)
    PageClient(measured_app).http.get("/verantwoording")
    assert other.state.metrics is not measured_app.state.metrics
    assert b"/verantwoording" not in other.state.metrics.text(open_scans=0, connections={})
    other.state.engine.dispose()
