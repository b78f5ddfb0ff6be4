"""Every term has one explanation, it is used, and a page that uses it explains it where it stands."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI
from playwright.sync_api import Page, expect

from app.config import bundled
from app.pages.service import METHOD_SECTIONS
from app.web.marks import Marks
from app.web.terms import TERMS
from tests.app.page_client import Element, PageClient
from tests.app.people import somebody
from tests.support.browser import accessibility_faults

HOUTEN, LATER = "/scans/voorbeeld-houten-fase-1", "/scans/voorbeeld-houten-fase-2"

NEEDED = {
    HOUTEN: "model-2 plek marge zekerheid venster mogelijke-modellen ambitie leerorde gelijkenis kenmerk score",
    f"{HOUTEN}/continuum": "plek marge zekerheid continuum kenmerk model ambitie zone gelijkenis minimum kernkenmerk",
    f"{HOUTEN}/leerordes": "leerorde gerealiseerd marge indicator",
    f"{HOUTEN}/spiegel": "marge spiegel venster congruentie-verticaal congruentie-horizontaal minimum dimensie",
    f"{HOUTEN}/vensters/professional": "marge score eensgezindheid dimensie weet-ik-niet moderator",
    f"{HOUTEN}/advies": "aanbeveling reden nood breedte eensgezindheid volgorde prioriteit cirkel-van-invloed ambitie",
    f"{HOUTEN}/verantwoording": "minimum venster weet-ik-niet",
    f"{HOUTEN}/herkomst/kenmerk/coord": "venster",
    f"{LATER}/verloop": "echte-verandering toeval marge ambitie kenmerk",
    "/vergelijken/voorbeelden": "ambitie marge toeval soort-samenwerking venster",
    "/groepen": "groep mediaan kwartiel soort-samenwerking",
}
"""What has to be explained on a kind of page."""


def explained(page: Element) -> set[str]:
    """The terms that are marked on a page, each of them once and with its note."""
    marks = [one["popovertarget"] for one in page.all("button") if one.get("class") == "app-term__word"]
    notes = [one["id"] for one in page.all() if one.get("popover") is not None]
    assert sorted(marks) == sorted(notes)
    assert len(marks) == len(set(marks))
    return {mark.removeprefix("uitleg-") for mark in marks}


@pytest.fixture
def coordinator(demo_app: FastAPI) -> PageClient:
    return somebody(demo_app, "coordinator", municipality_code="GM0321")


@pytest.mark.parametrize("address", NEEDED)
def test_what_needs_explanation_on_a_page_is_explained_there(coordinator: PageClient, address: str) -> None:
    assert set(NEEDED[address].split()) - explained(coordinator.get(address)) == set()


def test_who_sets_up_a_scan_is_told_what_its_words_mean(coordinator: PageClient) -> None:
    assert explained(coordinator.get("/samenwerkingen/nieuw")) >= {"venster", "per-functie"}
    collaboration = coordinator.submit(
        "/samenwerkingen/nieuw",
        {"municipality": "Houten", "name": "Uitgelegd", "target_group": "Jongeren", "partners": "Team", "kind": "team"},
    ).partition("?")[0]
    form = f"{collaboration.removesuffix('/scans/nieuw')}/scans/nieuw"
    assert explained(coordinator.get(form)) >= {"venster", "minimum", "teamformulier", "per-functie"}
    fields = {"name": "Nulmeting", "purpose": "nulmeting", "period": "najaar", "keep_months": "12"}
    for window, minimum in {"inwoner": 5, "professional": 5, "organisatie": 1, "beleid": 1}.items():
        fields |= {f"{window}_part": "individual", f"{window}_minimum": str(minimum), f"{window}_entry": "open"}
    contacts = {"inwoner_contact": "Noor, 030 1234567", "inwoner_outside": "ja", "professional_contact": "Karim"}
    desk = coordinator.get(coordinator.submit(form, fields | contacts).partition("?")[0])
    assert explained(desk) >= {"venster", "minimum", "per-functie", "editie", "nulmeting", "persoonlijke-link"}


def test_ids_are_unique_and_texts_short() -> None:
    assert len({term.id for term in TERMS}) == len(TERMS)
    assert len({term.name for term in TERMS}) == len(TERMS)
    for term in TERMS:
        assert 1 <= len(re.findall(r"[.?!](?=\s|$)", term.text)) <= 3, term.id
        assert len(term.text.split()) <= 50, term.id


def test_a_term_is_computed_where_it_says() -> None:
    assert {term.method for term in TERMS} - {""} <= set(METHOD_SECTIONS)


def test_every_term_is_used_on_a_page() -> None:
    texts = [path.read_text(encoding="utf-8") for path in bundled("templates").rglob("*.html")]
    used = {
        name
        for text in texts
        for call in re.findall(r"explain\(([^)]*)\)", text)
        for name in re.findall(r'"([^"]+)"', call)
    }
    assert used == {term.id for term in TERMS}


def test_the_page_of_terms_has_every_term_in_the_order_of_the_alphabet(demo: PageClient) -> None:
    page = demo.get("/begrippen")
    names = [name.text for name in page.all("dt")]
    assert names == sorted((term.name for term in TERMS), key=str.casefold)
    for term in TERMS:
        assert term.text in page.by_id(term.id).text


def test_a_term_is_marked_once_never_in_a_link_and_never_in_half_a_word() -> None:
    marks = Marks()
    marge = next(term for term in TERMS if term.id == "marge")
    assert "<button" not in marks.mark(marge, "De marges, en <a>de marge</a> en de marge-regel.")
    once = marks.mark(marge, "Dit is de marge.")
    assert 'popovertarget="uitleg-marge">marge</button>' in once
    assert once.endswith(".</span>")
    assert marks.mark(marge, "Weer de marge.") == "Weer de marge."
    assert marks.notes() == [marge]
    assert marks.notes() == []


def test_a_result_on_paper_has_no_marks(demo: PageClient) -> None:
    page = demo.get(f"{HOUTEN}/afdrukken")
    assert explained(page) == set()


def test_a_part_that_is_replaced_by_itself_brings_its_notes(demo: PageClient) -> None:
    answer = demo.http.get(f"{HOUTEN}/advies?voor=professional", headers={"HX-Request": "true"})
    assert answer.text.count('popovertarget="uitleg-nood">') == 1
    assert answer.text.count('id="uitleg-nood"') == 1


@pytest.mark.browser
def test_by_keyboard_a_note_opens_is_read_and_closes_again(page: Page, demo_address: str) -> None:
    page.goto(demo_address + HOUTEN)
    mark = page.get_by_role("button", name="Zekerheid")
    mark.focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("dialog", name="Zekerheid")
    expect(note).to_be_visible()
    expect(note).to_be_focused()
    assert accessibility_faults(page) == []
    page.keyboard.press("Tab")
    expect(note.get_by_role("link", name="Hoe wij dit bepalen")).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()


@pytest.mark.browser
def test_in_print_nothing_of_it_is_left(page: Page, demo_address: str) -> None:
    page.goto(demo_address + HOUTEN)
    page.get_by_role("button", name="Zekerheid").click()
    page.emulate_media(media="print")
    expect(page.locator(".app-note:visible")).to_have_count(0)
    expect(page.locator(".app-term__link:visible")).to_have_count(0)
    line = page.locator(".app-term__word").first.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    assert line == "none"
