"""Below its minimum in either scan, nothing of a window comes out in any form."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI

from scoring import Response
from tests.app.api.conftest import TODAY, program_of
from tests.app.comparison.course.builders import add_closed
from tests.app.page_client import PageClient
from tests.app.results.builders import everybody
from tests.app.scans import SetUp
from tests.scoring.builders import many

HIDDEN = "inwoner"


def with_residents(value: float, number: int, theirs: float) -> list[Response]:
    others = [one for one in everybody(value) if one.window != HIDDEN]
    return [*others, *many(number, HIDDEN, theirs)]


@pytest.fixture(params=[(4, 6), (6, 4)], ids=["hidden then", "hidden now"])
def scans(request: pytest.FixtureRequest, service_app: FastAPI) -> list[SetUp]:
    before, after = request.param
    return add_closed(service_app, with_residents(0.25, before, 0.0), with_residents(0.75, after, 1.0))


def test_no_form_holds_anything_of_a_window_that_was_hidden_once(service: PageClient, scans: list[SetUp]) -> None:
    root = f"/scans/{scans[1].scan.id}/verloop"
    page = service.get(f"{root}/vensters/{HIDDEN}")
    assert page.all("table") == []
    assert page.all("figure") == []
    for ending in ("json", "svg", "csv"):
        assert service.http.get(f"{root}/grafieken/venster-{HIDDEN}.{ending}").status_code == 404

    windows = {line.split(";")[1] for line in service.http.get(f"{root}.csv").text.splitlines() if ";" in line}
    assert {"professional", "professional-organisatie"} <= windows
    assert [window for window in windows if HIDDEN in window] == []

    for given in (service.http.get(f"{root}.json").json(), api(service, scans)):
        dimensions = {code: one for code, one in given["comparison"]["dimensions"].items() if code.startswith("inw_")}
        assert len(dimensions) == 7
        assert {value for one in dimensions.values() for value in one.values()} == {None}
        assert [gap for gap in given["gaps"] if HIDDEN in (gap["a"], gap["b"])] == []
        assert [pair for pair in given["congruence"] if HIDDEN in (pair["a"], pair["b"])] == []
        assert HIDDEN not in given["role_mix"]


def api(service: PageClient, scans: list[SetUp]) -> dict[str, Any]:
    """The same through the API, by a program of the municipality."""
    program = program_of(service.app, "GM0321", TODAY)
    found = program.get(f"/scans/{scans[1].scan.id}/verloop")
    return dict(found)


def test_the_page_says_which_scan_lacked_answers(service: PageClient, scans: list[SetUp]) -> None:
    text = service.get(f"/scans/{scans[1].scan.id}/verloop").text
    assert "Het venster inwoner is alleen " in text
    assert "er was er nog 1 nodig" in text
