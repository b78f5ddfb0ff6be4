"""Home: what it is, and the examples when they are there."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.web.formatting import number
from tests.app.page_client import PageClient

MUNICIPALITIES = ("Houten", "Wijk bij Duurstede", "Woerden")


def test_home_leads_to_both_scans_of_every_example_and_says_how_they_came_out(demo: PageClient) -> None:
    page = demo.get("/")
    section = next(section for section in page.all("section") if section.get("aria-labelledby") == "voorbeelden")
    scans = [link for link in section.links() if link.startswith("/scans/") and not link.endswith("/verloop")]
    assert len(scans) == 6
    assert [heading.text for heading in section.all("h3")] == list(MUNICIPALITIES)
    for scan in scans:
        position = demo.http.get(f"{scan}/uitslag.json").json()["continuum"]["position"]
        assert f"plek {number(position, 1)}" in section.text


def test_home_marks_the_examples_as_examples(demo: PageClient) -> None:
    assert "Voorbeeldgegevens, afgeleid uit Binkhorst (2021)" in demo.get("/").text


def test_home_names_every_window_with_its_length(demo: PageClient) -> None:
    text = demo.get("/").text
    for length in ("5 minuten, 14 vragen", "10 minuten, 34 vragen", "10 minuten, 35 vragen", "10 minuten, 31 vragen"):
        assert length in text


@pytest.mark.parametrize("promise", ["Geen meting van kwaliteit", "Geen ranglijst", "Geen oordeel over personen"])
def test_home_says_what_it_is_not(demo: PageClient, promise: str) -> None:
    assert promise in demo.get("/").text


def test_home_without_examples_says_how_to_get_them(empty_app: FastAPI) -> None:
    page = PageClient(empty_app).get("/")
    assert "vensterscan serve --demo" in page.text
    assert not [link for link in page.links() if link.startswith("/scans/")]
