from __future__ import annotations

import json

import pytest
from fastapi import FastAPI

from tests.app.api.programs import ENOUGH, Program

EXAMPLE = "/scans/voorbeeld-houten-fase-1"


def test_the_result_of_an_example_is_for_everybody_in_the_exchange_format(reader: Program) -> None:
    result = reader.get(f"{EXAMPLE}/uitslag")
    assert list(result) == [
        "edition", "method", "ambition", "windows", "continuum", "learning", "congruence", "lenses", "advice",
    ]  # fmt: skip
    assert "lambda" in result["learning"]


def test_it_is_the_same_as_the_download_of_the_pages(reader: Program) -> None:
    downloaded = reader.http.get(f"{EXAMPLE}/uitslag.json").json()
    assert reader.get(f"{EXAMPLE}/uitslag") == downloaded


def test_every_chart_of_the_page_is_there_with_the_same_figure(reader: Program) -> None:
    charts = reader.get(f"{EXAMPLE}/grafieken")["grafieken"]
    assert "vensters" in [chart["id"] for chart in charts]
    for chart in charts:
        figure = reader.get(f"{EXAMPLE}/grafieken/{chart['id']}")
        assert figure == reader.http.get(f"{EXAMPLE}/grafieken/{chart['id']}.json").json()
        assert figure["config"]["showSendToCloud"] is False
        assert chart["titel"]
        assert chart["zin"]


@pytest.mark.parametrize(
    "path",
    ["/grafieken/x", "/grafieken/%00", "/uitslag/versies/99", "/uitslag/versies/0", "/uitslag/versies/99999999999"],
)
def test_a_part_that_is_not_there_does_not_exist(reader: Program, path: str) -> None:
    reader.get(f"{EXAMPLE}{path}", 404)


def test_an_example_is_managed_by_nobody(writer: Program) -> None:
    writer.get(EXAMPLE, 404)
    writer.delete(EXAMPLE, 404)
    writer.put(f"{EXAMPLE}/ambitie", {"model": 7, "reden": "Meer is beter, toch?"}, 404)
    assert writer.get("/scans") == {"scans": []}


def test_a_result_comes_after_closing(program: Program) -> None:
    scan = program.scan()
    program.send(scan, "beleid")
    for part in ("uitslag", "uitslag/versies", "grafieken", "grafieken/vensters"):
        assert program.get(f"/scans/{scan['id']}/{part}", 409)["title"] == "De uitslag komt na het sluiten"


def test_the_result_of_a_closed_scan_has_what_was_sent(program: Program) -> None:
    path = f"/scans/{program.closed_scan(ENOUGH)['id']}"
    windows = program.get(f"{path}/uitslag")["windows"]
    assert {name: (one["status"], one["usable"]) for name, one in windows.items()} == {
        window: ("shown", times) for window, times in ENOUGH.items()
    }
    assert program.get(f"{path}/grafieken/vensters")["data"]


def test_of_a_window_below_its_minimum_nothing_is_shown(program: Program) -> None:
    scan = program.scan()
    program.send(scan, "inwoner", 4)
    program.send(scan, "beleid")
    program.post(f"/scans/{scan['id']}/sluiting", {"definitief": True}, 200)
    found = program.get(f"/scans/{scan['id']}/uitslag")["windows"]["inwoner"]
    assert found == {"status": "below_minimum", "responses": 4, "usable": 4, "minimum": 5, "needed": 1}
    charts = [one["id"] for one in program.get(f"/scans/{scan['id']}/grafieken")["grafieken"]]
    assert "venster-beleid" in charts
    assert "venster-inwoner" not in charts


def test_who_may_not_read_a_result_cannot_tell_it_from_none(program: Program, other: Program, nobody: Program) -> None:
    scan = program.closed_scan()
    for stranger in (other, nobody):
        mine = stranger.ask("GET", f"/scans/{scan['id']}/uitslag", 404)
        none = stranger.ask("GET", "/scans/0123456789abcdef0123456789abcdef/uitslag", 404)
        assert mine.content == none.content


def test_a_token_that_nobody_has_is_refused_also_for_examples(examples: FastAPI) -> None:
    Program(examples, "vst_geraden").get(f"{EXAMPLE}/uitslag", 401)


def test_a_result_is_not_kept_by_others_on_the_way(reader: Program) -> None:
    response = reader.ask("GET", f"{EXAMPLE}/uitslag")
    assert response.headers["Cache-Control"] == "no-store"
    assert json.loads(response.text)
