"""Scans with different editions: what can be compared is compared and the rest is named; or nothing is."""

from __future__ import annotations

from fastapi import FastAPI

from tests.app.comparison.measured import SIZES, measured
from tests.app.page_client import PageClient
from tests.questionnaires.next_edition import COPY, FIRST, NEXT


def test_a_copy_is_compared_as_a_whole_and_said_to_be_another(app: FastAPI, service: PageClient) -> None:
    now = measured(app, FIRST, COPY)[1]
    page = service.get(f"/scans/{now.scan.id}/verloop")
    assert "De samenwerking is intensiever geworden" in page.text
    assert f"editie {FIRST} van de vragenlijst" in page.text
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
