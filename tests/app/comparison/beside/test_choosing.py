"""Choosing: filters, searching, pages, and what was ticked before."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import FastAPI

from app.db import begin_writing
from app.models import Municipality
from tests.app.comparison.beside.builders import CHOOSE, HOUTEN, WIJK, WOERDEN, closed
from tests.app.page_client import Element, PageClient
from tests.app.people import somebody


@pytest.fixture
def client(service_app: FastAPI) -> PageClient:
    """Who reads everything, with three municipalities to choose from."""
    closed(service_app, HOUTEN, name="Op Koers", closed_on=date(2025, 3, 1))
    closed(service_app, WOERDEN, name="Ferm Wijzer", kind="team", closed_on=date(2026, 3, 1))
    closed(service_app, WIJK, name="De Tafel", kind=None, closed_on=date(2026, 5, 1))
    with begin_writing(service_app.state.engine) as session:
        session.get_one(Municipality, HOUTEN).size_class = 3
        session.get_one(Municipality, WOERDEN).province = "Zuid-Holland"
    return somebody(service_app, "coordinator")


def rows(page: Element) -> list[str]:
    """The names in the list, in order."""
    return [one.text.strip() for one in page.all("span") if one.get("class") == "beside-row__name"][:-1]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Houten, Op Koers", "Wijk bij Duurstede, De Tafel", "Woerden, Ferm Wijzer"]),
        ("?soort=team", ["Woerden, Ferm Wijzer"]),
        ("?grootte=3", ["Houten, Op Koers"]),
        ("?provincie=Zuid-Holland", ["Woerden, Ferm Wijzer"]),
        ("?jaar=2026", ["Wijk bij Duurstede, De Tafel", "Woerden, Ferm Wijzer"]),
        ("?vanaf=2026-03-02", ["Wijk bij Duurstede, De Tafel"]),
        ("?tot=2026-03-01", ["Houten, Op Koers", "Woerden, Ferm Wijzer"]),
        ("?zoek=OP+koers", ["Houten, Op Koers"]),
        ("?zoek=duurstede", ["Wijk bij Duurstede, De Tafel"]),
        ("?soort=team&jaar=2025", []),
        ("?soort=&grootte=&provincie=&jaar=&vanaf=&tot=&zoek=", None),
    ],
)
def test_filters_tell_what_is_in_the_list(client: PageClient, query: str, expected: list[str] | None) -> None:
    assert rows(client.get(f"{CHOOSE}{query}")) == (rows(client.get(CHOOSE)) if expected is None else expected)


@pytest.mark.parametrize("query", ["soort=ploeg", "grootte=9", "jaar=oud", "vanaf=gisteren", "venster=zolder"])
def test_a_filter_that_does_not_exist_is_refused_in_words(client: PageClient, query: str) -> None:
    answer = client.http.get(f"{CHOOSE}?{query}")
    assert answer.status_code == 422
    assert "Dit filter kennen wij niet" in answer.text


def test_what_is_ticked_stays_ticked_also_outside_the_filters(client: PageClient) -> None:
    number = next(one["value"] for one in client.get(CHOOSE).all("input") if one.get("name") == "s")
    page = client.get(f"{CHOOSE}?soort=team&s={number}")
    assert [one["value"] for one in page.all("input") if one.get("checked") is not None] == [number]
    assert "Ook aangevinkt" in page.text


def test_a_long_list_comes_in_pages_by_name(service_app: FastAPI) -> None:
    for number in range(27):
        closed(service_app, name=f"Samen {number:02}", ambition=None, sizes={"professional": 3})
    client = somebody(service_app, "meelezer", municipality_code=HOUTEN)
    first, second = client.get(CHOOSE), client.get(f"{CHOOSE}?pagina=2")
    assert rows(first) == [f"Houten, Samen {number:02}" for number in range(25)]
    assert rows(second) == ["Houten, Samen 25", "Houten, Samen 26"]
    assert "27 samenwerkingen; u ziet 26 tot en met 27" in second.text
    assert rows(client.get(f"{CHOOSE}?pagina=99")) == rows(second)


def test_htmx_gets_only_the_list(client: PageClient) -> None:
    answer = client.http.get(CHOOSE, headers={"HX-Request": "true"})
    assert answer.text.strip().startswith('<div class="beside-list"')
    assert "<html" not in answer.text


def test_without_anything_to_read_the_page_shows_the_way_to_the_examples(service_app: FastAPI) -> None:
    page = somebody(service_app, "meelezer", municipality_code=HOUTEN).get(CHOOSE)
    assert "/vergelijken/voorbeelden" in page.links()
