"""Errors are pages in Dutch with the right status, and nothing of the inside on them."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from app.web.errors import PAGES
from tests.app.page_client import PageClient


class Form(BaseModel):
    """What a test sends."""

    number: int


@pytest.fixture
def failing(empty_app: FastAPI) -> PageClient:
    @empty_app.get("/status/{status}")
    def get_status(status: int) -> None:
        raise HTTPException(status, "internal words", headers={"X-Reason": "test"})

    @empty_app.post("/form")
    def post_form(form: Form) -> None: ...

    @empty_app.get("/fault")
    def get_fault() -> None:
        raise ZeroDivisionError("internal words")

    return PageClient(empty_app)


@pytest.mark.parametrize("status", sorted(PAGES))
def test_each_status_has_a_page_that_says_what_can_be_done(failing: PageClient, status: int) -> None:
    page = failing.get(f"/status/{status}", status)
    assert page.heading == PAGES[status].title
    assert PAGES[status].advice in page.text
    assert "internal words" not in page.html
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-reason"] == "test"


@pytest.mark.parametrize(("status", "kind"), [(402, 400), (418, 400), (503, 500)])
def test_another_status_has_the_page_of_its_kind(failing: PageClient, status: int, kind: int) -> None:
    assert failing.get(f"/status/{status}", status).heading == PAGES[kind].title


def test_an_address_that_does_not_exist_is_not_found(failing: PageClient) -> None:
    failing.get("/nergens", 404)
    failing.get("/vragenlijsten/wethouder", 404)
    failing.get("/status/vijf", 404)


def test_what_does_not_fit_in_a_form_is_said_without_its_details(failing: PageClient) -> None:
    answer = failing.http.post("/form", json={"number": "vijf"})
    assert answer.status_code == 422
    assert PAGES[422].title in answer.text
    assert "int_parsing" not in answer.text


def test_another_way_of_asking_says_which_ways_there_are(failing: PageClient) -> None:
    answer = failing.http.post("/")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET"


def test_a_fault_of_ours_says_so_and_shows_nothing_of_it(failing: PageClient) -> None:
    page = failing.get("/fault", 500)
    assert page.heading == PAGES[500].title
    assert "ZeroDivision" not in page.html
    assert "Traceback" not in page.html


def test_htmx_gets_the_message_alone(failing: PageClient) -> None:
    answer = failing.http.get("/nergens", headers={"HX-Request": "true"})
    assert answer.status_code == 404
    assert PAGES[404].explanation in answer.text
    assert "<html" not in answer.text
    assert "<h1" not in answer.text
