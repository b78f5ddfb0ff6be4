"""The page: what is compared and what is not, what is hidden, and that nothing is ever put in order of a value."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi import FastAPI

from tests.app.comparison.beside.builders import HOUTEN, WIJK, WOERDEN, beside, closed
from tests.app.page_client import Element, PageClient
from tests.app.people import somebody

HIGH, LOW = 1.0, 0.25


@pytest.fixture
def client(service_app: FastAPI) -> PageClient:
    """Who reads everything."""
    return somebody(service_app, "coordinator")


def table(page: Element, about: str) -> list[list[str]]:
    """The cells of the table with this in its caption, row by row."""
    (found,) = [one for one in page.all("table") if about in one.one("caption").text]
    return [[" ".join(cell.text.split()) for cell in row.all("th", "td")] for row in found.one("tbody").all("tr")]


def document(client: PageClient, address: str) -> dict[str, Any]:
    return dict(json.loads(client.http.get(address).text))


def test_the_order_is_that_of_the_names_in_every_part_whatever_the_values(
    service_app: FastAPI, client: PageClient
) -> None:
    values = {"C": LOW, "A": 0.5, "D": HIGH, "B": 0.75}
    made = [closed(service_app, name=name, value=value) for name, value in values.items()]
    page = client.get(beside(*made))
    expected = [f"Houten, {name}" for name in "ABCD"]
    for about in ("eigen ambitie is", "Professional, van 0", "Hoe er geleerd wordt"):
        assert [row[0] for row in table(page, about)] == expected, about
    assert [one.text.strip() for one in page.all("h3") if one.get("class") == "beside-radar__name"] == expected
    assert [one.text.strip() for one in page.all("h4")] == expected
    pairs = [row[0] for row in table(page, "twee aan twee")]
    assert pairs == [f"Houten, {a} en Houten, {b}" for a, b in ("AB", "AC", "AD", "BC", "BD", "CD")]
    found = document(client, beside(*made, ending=".json"))
    assert [one["name"] for one in found["collaborations"]] == expected
    assert [one["name"] for one in found["lessons"]] == sorted(one["name"] for one in found["lessons"])
    for lesson in found["lessons"]:
        assert [one["name"] for one in lesson["stronger"]] == sorted(one["name"] for one in lesson["stronger"])
    shown = next(one for one in page.all("select") if one.get("name") == "voor").all("option")[1:]
    assert [one.text for one in shown] == expected


def test_there_is_no_total_and_no_rank(service_app: FastAPI, client: PageClient) -> None:
    made = [closed(service_app, name=name, value=value) for name, value in (("A", LOW), ("B", HIGH))]
    text = client.get(beside(*made)).one("main").text.lower()
    for word in ("gemiddeld", "totaal", "hoogste", "laagste", "beste", "zwak", "slecht", "nummer 1", "plaats 1"):
        assert word not in text, word


def test_two_of_the_same_kind_with_the_same_ambition_are_compared_with_margin_verdict_and_n(
    service_app: FastAPI, client: PageClient
) -> None:
    low, high = closed(service_app, name="Laag", value=LOW), closed(service_app, WOERDEN, name="Hoog", value=HIGH)
    (row,) = table(client.get(beside(low, high)), "twee aan twee")
    who, says, margin, verdict, people = row
    assert who == "Houten, Laag en Woerden, Hoog"
    assert says.startswith("Woerden, Hoog werkt ")
    assert says.endswith(" intensiever samen.")
    assert margin != "–"
    assert verdict == "echt verschil"
    assert people == "12 en 12"


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"kind": "team"}, "een andere soort"),
        ({"kind": None}, "de soort niet ingevuld"),
        ({"ambition": 4}, "de ambitie is een andere"),
        ({"ambition": None}, "nog geen ambitie"),
        ({"sizes": {"inwoner": 5}}, "te weinig antwoorden voor een plek"),
    ],
)
def test_otherwise_it_says_why_and_gives_no_difference(
    service_app: FastAPI, client: PageClient, other: dict[str, Any], reason: str
) -> None:
    here, there = closed(service_app, name="Hier", value=LOW), closed(service_app, WOERDEN, **{"value": HIGH} | other)
    ((_, says, *numbers),) = table(client.get(beside(here, there)), "twee aan twee")
    assert says.startswith("Niet vergeleken: ")
    assert reason in says
    assert numbers == ["–", "–", "–"]
    (found,) = document(client, beside(here, there, ending=".json"))["differences"]
    assert not found["compared"]
    assert found["delta"] is found["margin"] is found["verdict"] is found["n"] is None
    if "sizes" not in other:
        assert document(client, beside(here, there, ending=".json"))["lessons"][0]["stronger"] == []


def test_who_is_really_further_is_an_invitation_for_who_wants_to_go_there(
    service_app: FastAPI, client: PageClient
) -> None:
    low, high = closed(service_app, name="Laag", value=LOW), closed(service_app, WOERDEN, name="Hoog", value=HIGH)
    page = client.get(beside(low, high))
    (asks, has_all) = [one for one in page.all("section") if one.get("class") == "beside-lesson"]
    assert "Vraag het aan" in asks.text
    assert "Woerden, Hoog: 95 tegenover 25" in asks.text
    assert "echt verschil; 12 en 12 invullingen" in asks.text
    assert "Vraag het aan" not in has_all.text


def test_who_is_not_really_further_is_no_invitation(service_app: FastAPI, client: PageClient) -> None:
    made = [closed(service_app, name=name, value=0.5) for name in ("A", "B")]
    page = client.get(beside(*made))
    assert "Vraag het aan" not in page.text
    assert "bespreek het samen" in page.text


def test_for_one_that_is_chosen_the_others_are_looked_at(service_app: FastAPI, client: PageClient) -> None:
    made = [closed(service_app, name=name, value=0.25 + place / 10) for place, name in enumerate("ABCDEFGH")]
    page = client.get(beside(*made))
    assert "Kies hierboven een samenwerking om de verschillen" in page.text
    assert "Kies hierboven een samenwerking om te zien" in page.text
    page = client.get(beside(*made, more=f"&voor={made[2].collaboration.id}"))
    assert [row[0] for row in table(page, "Verschillen in plek met Houten, C")] == [
        f"Houten, C en Houten, {other}" for other in "ABDEFGH"
    ]
    assert [one.text for one in page.all("h4")] == ["Houten, C"]
    assert client.http.get(beside(*made[:2], more=f"&voor={made[2].collaboration.id}")).status_code == 404


def test_a_hidden_window_is_a_gap_with_the_word_why_in_every_form(service_app: FastAPI, client: PageClient) -> None:
    secret = closed(service_app, name="Klein", sizes={"professional": 8, "inwoner": 4}, value=HIGH)
    other = closed(service_app, WOERDEN, name="Groot", sizes={"professional": 8, "inwoner": 6}, value=LOW)
    page = client.get(beside(secret, other, more="&venster=inwoner"))
    hidden, shown = table(page, "Inwoner, van 0 tot 100")
    assert hidden == ["Houten, Klein", "Niet getoond: te weinig ingevuld"]
    assert len(shown) > 2
    first, second = [one for one in page.all("li") if one.get("class") == "beside-radar"]
    assert "Niet getoond: te weinig ingevuld" in first.text
    assert first.all("svg") == []
    assert len(second.all("svg")) == 1
    window = document(client, beside(secret, other, ending=".json"))["collaborations"][0]["windows"]
    assert window["inwoner"] == {"status": "below_minimum"}
    assert window["beleid"] == {"status": "absent"}
    lines = client.http.get(beside(secret, other, ending=".csv")).text.splitlines()
    assert [one for one in lines if "Klein;dimensie;inwoner" in one or "Klein;venster" in one] == [
        "Houten, Klein;venster;inwoner;;;;;;;;;;;niet getoond: te weinig ingevuld",
        "Houten, Klein;venster;organisatie;;;;;;;;;;;niet ingevuld",
        "Houten, Klein;venster;beleid;;;;;;;;;;;niet ingevuld",
    ]
    absent = client.get(beside(secret, other, more="&venster=beleid"))
    assert {row[1] for row in table(absent, "Beleid, van 0 tot 100")} == {"Niet ingevuld"}


def test_the_distance_to_the_own_ambition_is_told_in_words(service_app: FastAPI, client: PageClient) -> None:
    made = [
        closed(service_app, name="A", value=LOW, ambition=6),
        closed(service_app, name="B", value=HIGH, ambition=2),
        closed(service_app, name="C", value=0.5, ambition=None),
        closed(service_app, name="D", sizes={"inwoner": 5}, ambition=4),
    ]
    distances = [row[4] for row in table(client.get(beside(*made)), "eigen ambitie is")]
    assert distances[0].startswith("nog ")
    assert distances[0].endswith(" tot de eigen ambitie")
    assert distances[1:] == [
        "intensiever dan de eigen ambitie",
        "nog geen ambitie gekozen",
        "te weinig antwoorden voor een plek",
    ]


def test_the_latest_scan_in_the_period_counts(service_app: FastAPI, client: PageClient) -> None:
    made, other = closed(service_app, name="A"), closed(service_app, WIJK, name="B")
    page = client.get(beside(made, other, more="&jaar=2026"))
    assert len(table(page, "eigen ambitie is")) == 2
    assert client.http.get(beside(made, other, more="&jaar=2025")).status_code == 422


def test_more_than_twelve_have_no_radars_and_everything_else(service_app: FastAPI, client: PageClient) -> None:
    made = [closed(service_app, name=f"{n:02}", ambition=None, sizes={"professional": 3}) for n in range(13)]
    page = client.get(beside(*made))
    assert [one for one in page.all("li") if one.get("class") == "beside-radar"] == []
    assert "Van meer dan 12 samenwerkingen zijn geen losse figuren te overzien" in page.text
    assert len(table(page, "Professional, van 0")) == 13
    assert len([one for one in client.get(beside(*made[:12])).all("li") if one.get("class") == "beside-radar"]) == 12


def test_a_page_says_what_it_rests_on(service_app: FastAPI, client: PageClient) -> None:
    page = client.get(beside(closed(service_app), closed(service_app, WOERDEN)))
    assert "Binkhorst" in page.text
    assert f"Editie {service_app.state.current_edition.id}" in page.text
    assert "Geen ranglijst" in page.text


def test_the_same_numbers_stand_on_the_page_of_the_result(service_app: FastAPI, client: PageClient) -> None:
    made = closed(service_app, HOUTEN, value=0.75)
    (row,) = table(client.get(beside(made, more="&venster=kenmerken")), "Kenmerken, van 0 tot 100")
    own = client.get(f"/scans/{made.scan.id}/continuum")
    (found,) = [one for one in own.all("table") if "De kenmerken van samenwerken" in one.one("caption").text]
    values = [line.all("td")[0].text.strip() for line in found.one("tbody").all("tr")]
    assert row[1:] == [value.replace("onvoldoende gegevens", "–te weinig antwoorden") for value in values]
