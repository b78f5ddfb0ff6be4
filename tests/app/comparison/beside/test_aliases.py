"""Under aliases nothing tells who somebody is: not the page, its addresses, a file, or the order of the letters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from app.comparison.beside.aliases import deal_letters, letter
from app.db import begin_writing
from app.keys import Keys
from app.store.municipalities import find_municipality
from tests.app.comparison.beside.builders import BESIDE, HOUTEN, WIJK, WOERDEN, beside, closed
from tests.app.page_client import PageClient
from tests.app.people import somebody
from tests.app.scans import SetUp

NAMES = {HOUTEN: "Op Koers", WOERDEN: "Ferm Wijzer", WIJK: "De Tafel"}


@pytest.fixture
def made(service_app: FastAPI) -> list[SetUp]:
    with begin_writing(service_app.state.engine) as session:
        for code in NAMES:
            municipality = find_municipality(session, code)
            assert municipality is not None
            municipality.size_class = 3
    return [
        closed(service_app, code, name=name, value=0.25 + place / 4) for place, (code, name) in enumerate(NAMES.items())
    ]


@pytest.fixture
def client(service_app: FastAPI) -> PageClient:
    return somebody(service_app, "coordinator", name="Adviseur")


def everything_given(client: PageClient, made: list[SetUp]) -> Iterator[tuple[str, str, str]]:
    """Every form that somebody could pass on: where it stands, its headers and what is in it."""
    first = client.http.get(beside(*made, more="&alias=ja"))
    assert first.status_code == 303
    waiting, seen = [first.headers["location"]], set()
    while waiting:
        address = waiting.pop()
        if address in seen or "alias=ja" not in address:
            continue
        seen.add(address)
        answer = client.http.get(address)
        assert answer.status_code == 200
        yield address, str(answer.headers), answer.text
        if answer.headers["content-type"].startswith("text/html"):
            page = client.get(address)
            waiting += [link for link in page.one("main").links() if link.startswith(BESIDE)]
            waiting += [one["data-chart"] for one in page.all("figure") if one.get("data-chart")]
            waiting += [f"{address}&voor={one}" for one in "ABC" if "voor=" not in address]
    assert {part for address in seen for part in (".csv", ".json", ".svg", "/grafieken/") if part in address} == {
        ".csv",
        ".json",
        ".svg",
        "/grafieken/",
    }


def test_nothing_that_somebody_passes_on_unmasks(client: PageClient, made: list[SetUp]) -> None:
    telling = [*NAMES, *NAMES.values(), "Houten", "Woerden", "Duurstede", "Utrecht", "50.000", "Sociaal team"]
    telling += [one.scan.id for one in made] + [one.scan.name for one in made] + ["30 juni 2026", "2026-06-30"]
    telling += ["Gezamenlijke toegang", made[0].collaboration.target_group]
    for address, headers, text in everything_given(client, made):
        # The footer names the report, its author and who published it: the same on every page.
        body = text.replace("Hogeschool Utrecht", "")
        assert [word for word in telling if word in body or word in headers or word in address] == [], address
        assert "/scans/" not in text
        assert not re.search(r"[?&;]s=\d", text + address), "a number of a samenwerking"
        assert not re.search(r'name="s"', text)


def test_a_file_has_no_number_by_which_it_can_be_looked_up(client: PageClient, made: list[SetUp]) -> None:
    answer = client.http.get(beside(*made, more="&alias=ja", ending=".json"))
    assert "vergelijking-met-aliassen.json" in answer.headers["content-disposition"]
    for one in json.loads(answer.text)["collaborations"]:
        assert [one[name] for name in ("collaboration", "municipality", "scan", "closed_on", "kind")] == [None] * 5
        assert one["name"].startswith("Gemeente ")


def test_aliases_stay_the_same_for_one_reader_and_one_set(client: PageClient, made: list[SetUp]) -> None:
    def positions() -> dict[str, float]:
        found = json.loads(client.http.get(beside(*made, more="&alias=ja", ending=".json")).text)
        return {one["name"]: one["position"] for one in found["collaborations"]}

    assert positions() == positions()
    assert list(positions()) == ["Gemeente A", "Gemeente B", "Gemeente C"]


def test_the_letters_follow_neither_names_nor_numbers_nor_another_reader() -> None:
    keys, collaborations = Keys("een geheim"), list(range(1, 11))
    dealt = {reader: tuple(deal_letters(keys, reader, collaborations)) for reader in ("a", "b", "c")}
    assert len(set(dealt.values())) == 3
    assert tuple(collaborations) not in dealt.values()
    assert tuple(deal_letters(keys, "a", list(reversed(collaborations)))) == dealt["a"]
    assert tuple(deal_letters(Keys("een ander geheim"), "a", collaborations)) != dealt["a"]
    smaller = tuple(one for one in dealt["a"] if one != 10)
    assert tuple(deal_letters(keys, "a", collaborations[:-1])) != smaller, "leaving one out tells who it was"


def test_each_place_gets_each_letter_about_as_often() -> None:
    keys = Keys("een geheim")
    first = [deal_letters(keys, f"lezer {reader}", [1, 2, 3])[1] for reader in range(300)]
    assert all(first.count(one) > 70 for one in "ABC")


def test_every_letter_is_another() -> None:
    letters = [letter(place) for place in range(3_420)]
    assert len(set(letters)) == 3_420


def test_a_sealed_address_opens_for_nobody_else(service_app: FastAPI, client: PageClient, made: list[SetUp]) -> None:
    sealed = client.http.get(beside(*made, more="&alias=ja")).headers["location"]
    another = somebody(service_app, "coordinator")
    assert another.http.get(sealed).status_code == 404
    assert client.http.get(sealed.replace("keuze=", "keuze=x")).status_code == 404


def test_names_come_back_for_who_made_it(client: PageClient, made: list[SetUp]) -> None:
    page = client.get(client.http.get(beside(*made, more="&alias=ja")).headers["location"])
    (way,) = [one["href"] for one in page.all("a") if one.text == "Toon de namen"]
    assert "Houten, Op Koers" in client.get(way).text


def test_a_number_behind_a_letter_does_not_stand_in_the_address(client: PageClient, made: list[SetUp]) -> None:
    number = made[0].collaboration.id
    assert "voor=" not in client.http.get(beside(*made, more=f"&alias=ja&voor={number}")).headers["location"]
