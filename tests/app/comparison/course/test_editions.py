"""Scans with different editions: what can be compared is compared and the rest is named; or nothing is."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest
from fastapi import FastAPI

from app.closing.service import close_scan
from app.db import begin_writing
from questionnaires import Edition, WindowId
from questionnaires.library import open_edition
from questionnaires.publishing import start_edition
from tests.app.page_client import PageClient
from tests.app.results.builders import EDITION
from tests.app.scans import SetUp, add_response, add_scan, full_answers
from tests.questionnaires.next_edition import FIRST, NEXT, stand_together

COPY = "integraal-werken/2026.2"
SIZES: dict[WindowId, int] = {"inwoner": 6, "professional": 6, "organisatie": 3, "beleid": 3}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    """The real edition, a copy under another name, and one in which much is another."""
    shelves = tmp_path_factory.mktemp("shelves")
    stand_together(shelves)
    start_edition(FIRST, COPY, shelves)
    return {FIRST: EDITION} | {one: open_edition(shelves, one) for one in (COPY, NEXT)}


def measured(app: FastAPI, *used: str) -> list[SetUp]:
    """A closed scan of one samenwerking with each of these editions, from first to last, each more positive."""
    found: list[SetUp] = []
    for number, name in enumerate(used):
        edition = cast("Edition", app.state.editions[name])
        with begin_writing(app.state.engine) as session:
            set_up = add_scan(
                session,
                collaboration=found[0].collaboration if found else None,
                edition=name,
                position=number + 1,
                name=f"Scan {number + 1}",
            )
            for window, people in SIZES.items():
                role = edition.roles.roles[window][0].id
                for _ in range(people):
                    answers = full_answers(window, 0.25 + 0.5 * number, edition)
                    add_response(session, set_up, window, answers=answers, role=role)
            close_scan(session, app.state.editions, set_up.scan.id, date(2024 + number, 6, 30))
            session.expunge_all()
        found.append(set_up)
    return found


@pytest.fixture
def app(service_app: FastAPI, editions: dict[str, Edition]) -> FastAPI:
    service_app.state.editions = dict(service_app.state.editions) | editions
    return service_app


def test_a_copy_is_compared_as_a_whole_and_said_to_be_another(app: FastAPI, service: PageClient) -> None:
    now = measured(app, FIRST, COPY)[1]
    page = service.get(f"/scans/{now.scan.id}/verloop")
    assert "De samenwerking is intensiever geworden" in page.text
    assert "editie integraal-werken/2026.1 van de vragenlijst" in page.text
    assert "Alles is te vergelijken." in page.text
    assert service.http.get(f"/scans/{now.scan.id}/verloop.json").json()["about"]["edition"] == COPY
    line = service.http.get(f"/scans/{now.scan.id}/verloop/grafieken/plek.json").json()
    assert [row for trace in line["data"] for row in trace["y"]] == ["Scan 1", "Scan 2"]


def test_of_another_edition_a_part_is_compared_and_the_rest_is_named(app: FastAPI, service: PageClient) -> None:
    now = measured(app, FIRST, NEXT)[1]
    page = service.get(f"/scans/{now.scan.id}/verloop")
    assert "Een deel is niet te vergelijken en blijft leeg." in page.text
    assert "Wat niet te vergelijken is" in page.text
    verdicts = service.http.get(f"/scans/{now.scan.id}/verloop.json").json()["comparison"]["dimensions"].values()
    assert {one["verdict"] is None for one in verdicts} == {True, False}
    for window in SIZES:
        service.get(f"/scans/{now.scan.id}/verloop/vensters/{window}")
    assert service.http.get(f"/scans/{now.scan.id}/verloop.csv").status_code == 200


def test_editions_that_cannot_be_compared_are_not(app: FastAPI, service: PageClient) -> None:
    now = measured(app, COPY, FIRST)[1]
    root = f"/scans/{now.scan.id}/verloop"
    page = service.get(root)
    assert (
        "Deze edities zijn niet met elkaar te vergelijken. Lees de twee uitslagen daarom los van elkaar." in page.text
    )
    assert page.all("table") == []
    assert page.all("figure") == []
    assert service.get(f"{root}/vensters/beleid").all("table") == []
    assert service.http.get(f"{root}/grafieken/plek.json").status_code == 404
    for ending in ("json", "csv"):
        assert service.get(f"{root}.{ending}", 409).heading == "Deze scans zijn niet te vergelijken"
