"""The pages of the three example municipalities say what the report says about the change (A:586-588)."""

from __future__ import annotations

import re

import pytest

from app.comparison.course.document import CourseDocument
from tests.app.page_client import InspectedPage, PageClient

REAL = "echte verandering"
PLACES = ("houten", "woerden", "wijk-bij-duurstede")


def page_of(demo: PageClient, place: str, part: str = "") -> InspectedPage:
    return demo.get(f"/scans/voorbeeld-{place}-fase-2/verloop{part}")


def document_of(demo: PageClient, place: str) -> CourseDocument:
    given = demo.http.get(f"/scans/voorbeeld-{place}-fase-2/verloop.json").json()
    assert given.pop("about")["collaboration"]
    return CourseDocument.model_validate(given)


@pytest.mark.parametrize("place", PLACES)
def test_in_all_three_the_intensity_really_increased(demo: PageClient, place: str) -> None:
    page = page_of(demo, place)
    headline = page.by_id("wat-veranderde").text
    found = re.fullmatch(r"De samenwerking is intensiever geworden: van (\d),(\d) naar (\d),(\d) op de lijn", headline)
    assert found, headline
    difference = int(found[3] + found[4]) - int(found[1] + found[2])
    assert f"Dat is een echte verandering: het verschil van {difference // 10},{difference % 10} is groter" in page.text


def test_houten_went_from_consultative_to_interdisciplinary(demo: PageClient) -> None:
    """With joint decisions, meetings face to face and coordinated steering among what changed."""
    page, document = page_of(demo, "houten"), document_of(demo, "houten")
    assert "Uw samenwerking is te typeren als consultatief." in page.text
    assert "Uw samenwerking is te typeren als interdisciplinair." in page.text
    changes = {code: document.comparison.features[code] for code in ("besluit", "overleg", "coord", "sturing")}
    assert {code: (one.verdict, (one.delta or 0) > 0) for code, one in changes.items()} == dict.fromkeys(
        changes, (REAL, True)
    )
    table = page.by_id("kenmerken").text + " ".join(row.text for row in page.all("tr"))
    assert "Samen besluiten" in table
    assert "Coördinatie en casusregie" in table
    assert "ook veranderd, maar minder: " in page.text
    assert "‘Sturing van het gezamenlijke werk’" in page.text
    assert "‘Groepsoverleg aan tafel’" in page.text


def test_wijk_bij_duurstede_laid_down_agreements_and_who_leads(demo: PageClient) -> None:
    document = document_of(demo, "wijk-bij-duurstede")
    assert document.comparison.features["formeel"].verdict == REAL
    assert document.comparison.features["coord"].verdict == REAL
    for dimension in ("org_regie", "pro_regie"):
        assert document.comparison.dimensions[dimension].verdict == REAL
    text = page_of(demo, "wijk-bij-duurstede", "/vensters/organisatie").text
    assert "Regie en rollen" in text


def test_what_was_written_down_in_wijk_is_no_longer_advised(demo: PageClient) -> None:
    advice = document_of(demo, "wijk-bij-duurstede").advice
    assert advice.gone
    page = page_of(demo, "wijk-bij-duurstede")
    links = [link for one in page.all("a") if "/advies#" in (link := one.get("href") or "")]
    gone = [f"/scans/voorbeeld-wijk-bij-duurstede-fase-1/advies#{code}" for code in advice.gone]
    kept = [f"/scans/voorbeeld-wijk-bij-duurstede-fase-2/advies#{code}" for code in (*advice.stayed, *advice.new)]
    assert links == [*gone, *kept]


def test_woerden_warns_that_residents_could_not_be_seen_then(demo: PageClient) -> None:
    page = page_of(demo, "woerden")
    caution = page.by_id("let-op").parent
    assert caution is not None
    assert "toen op professional en organisatie, nu op inwoner, professional en organisatie" in caution.text
    assert "Het venster inwoner is alleen nu te zien." in caution.text


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("window", ["inwoner", "professional", "organisatie", "beleid"])
def test_every_window_has_a_page(demo: PageClient, place: str, window: str) -> None:
    page = page_of(demo, place, f"/vensters/{window}")
    hidden = place == "woerden" and window == "inwoner"
    assert ("Van dit venster is geen toen en nu" in page.text) == hidden
    assert bool(page.all("table")) != hidden


@pytest.mark.parametrize("place", PLACES)
def test_what_stands_on_a_page_adds_up(demo: PageClient, place: str) -> None:
    pages = [page_of(demo, place), *(page_of(demo, place, f"/vensters/{one}") for one in ("professional", "beleid"))]
    rows = 0
    for row in (row for page in pages for row in page.all("tr")):
        cells = [cell.text.strip() for cell in row.all("td")]
        if len(cells) == 6 and cells[2] not in {"–", ""} and re.fullmatch(r"[\d,]+", cells[0] + cells[1]):
            then, now, difference = (float(one.replace(",", ".").replace("−", "-")) for one in cells[:3])
            assert round(now - then, 3) == difference
            rows += 1
    assert rows > 15


def test_the_home_page_leads_to_then_and_now(demo: PageClient) -> None:
    links = demo.get("/").links()
    assert {f"/scans/voorbeeld-{place}-fase-2/verloop" for place in PLACES} <= set(links)


@pytest.mark.parametrize("part", ["", "/continuum", "/versies/1"])
def test_a_result_leads_to_then_and_now_only_where_there_is_a_then(demo: PageClient, part: str) -> None:
    course = "/scans/voorbeeld-houten-fase-2/verloop"
    assert course in demo.get(f"/scans/voorbeeld-houten-fase-2{part}").links()
    first = demo.get(f"/scans/voorbeeld-houten-fase-1{part}").links()
    assert not [link for link in first if "verloop" in link]
