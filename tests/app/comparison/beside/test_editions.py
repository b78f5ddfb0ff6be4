"""Scans with different editions beside each other, and what a newcomer sees who signs in as the example adviser."""

from __future__ import annotations

from fastapi import FastAPI

from tests.app.comparison.beside.builders import beside
from tests.app.comparison.measured import measured
from tests.app.page_client import InspectedPage, PageClient
from tests.questionnaires.next_edition import COPY, FIRST, NEXT


def sides(page: InspectedPage) -> int:
    (table,) = [one for one in page.all("table") if "eigen ambitie is" in one.text]
    return len(table.one("tbody").all("tr"))


def test_an_earlier_edition_lies_beside_the_newest_as_far_as_it_can_be_compared(
    app: FastAPI, service: PageClient
) -> None:
    page = service.get(beside(*measured(app, FIRST, NEXT, apart=True)))
    assert sides(page) == 2
    assert "Van 1 samenwerking had de scan een eerdere editie" in page.text
    assert f"Editie {NEXT}" in page.text


def test_one_that_cannot_be_compared_is_left_out_and_named(app: FastAPI, service: PageClient) -> None:
    page = service.get(beside(*measured(app, COPY, NEXT, apart=True)))
    assert sides(page) == 1
    assert "Niet meegenomen:" in page.text
    assert "een editie van de vragen die niet met de nieuwste te vergelijken is" in page.text


def test_the_example_adviser_lays_the_three_examples_beside_each_other(demo_app: FastAPI) -> None:
    client = PageClient(demo_app, "127.0.0.1")
    client.http.post("/inloggen/voorbeeld", data={"account": "voorbeeld-adviseur"})
    choose = client.get("/vergelijken")
    assert [box["type"] for box in choose.all("input") if box.get("name") == "s"] == ["checkbox"] * 3
    page = client.get("/vergelijken/naast-elkaar?alles=ja")
    assert sides(page) == 3
    for place in ("Houten, Op Koers", "Wijk bij Duurstede, De Participatietafel", "Woerden, Ferm Wijzer"):
        assert place in page.text
