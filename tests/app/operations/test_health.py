"""Whether the service lives and can be used, for who watches over it."""

from __future__ import annotations

from fastapi import FastAPI
from sqlalchemy import text
from starlette.testclient import TestClient

from app.db import make_engine
from tests.app.page_client import PageClient

NOWHERE = "postgresql+psycopg://nobody@127.0.0.1:1/nothing"


def test_a_service_that_works_says_so(service: PageClient) -> None:
    for path in ("/healthz", "/readyz"):
        answer = service.http.get(path)
        assert (answer.status_code, answer.text) == (200, "ok")
        assert answer.headers["cache-control"] == "no-store"


def test_without_its_database_a_service_lives_and_is_not_ready(empty_app: FastAPI) -> None:
    empty_app.state.engine = make_engine(NOWHERE)
    http = TestClient(empty_app)
    assert http.get("/healthz").status_code == 200
    answer = http.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "De database antwoordt niet.")


def test_with_tables_of_another_version_a_service_is_not_ready(service_app: FastAPI, service: PageClient) -> None:
    with service_app.state.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    answer = service.http.get("/readyz")
    assert answer.status_code == 503
    assert "vensterscan migrate" in answer.text
    assert service.http.get("/healthz").status_code == 200
