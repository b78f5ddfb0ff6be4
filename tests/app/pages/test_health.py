"""Whether the service works, for who watches over it."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.testclient import TestClient

from app.db import make_engine
from tests.app.page_client import PageClient


def test_a_service_that_works_says_so(demo: PageClient) -> None:
    answer = demo.http.get("/healthz")
    assert (answer.status_code, answer.text) == (200, "ok")
    assert answer.headers["cache-control"] == "no-store"


def test_a_service_without_its_database_says_so(empty_app: FastAPI) -> None:
    empty_app.state.engine = make_engine("postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    answer = TestClient(empty_app).get("/healthz")
    assert (answer.status_code, answer.text) == (503, "database")
