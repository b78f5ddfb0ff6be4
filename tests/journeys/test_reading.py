"""The result of a real scan is read, explained, given an ambition, taken along and printed."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.app.scans import SetUp
from tests.journeys.coordinator import Coordinator
from tests.journeys.person import pages_of_pdf
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

WHY = "Deze inwoners hebben meer dan twee organisaties tegelijk nodig."


@pytest.fixture
def scan(running: Service) -> SetUp:
    return running.closed_scan()


def result_of(set_up: SetUp) -> str:
    return f"/scans/{set_up.scan.id}"


def test_from_the_story_to_the_answers_behind_one_number(coordinator: Coordinator, scan: SetUp) -> None:
    coordinator.goes_to(f"{result_of(scan)}/beheer")
    coordinator.follows("Bekijk de uitslag")
    coordinator.sees_page(f"Uitslag {scan.collaboration.name}")
    coordinator.reads("Uw samenwerking heeft kenmerken van het model")
    coordinator.goes_to(f"{result_of(scan)}/vensters/professional")
    coordinator.sees_page("Het venster van de professional")
    figure = coordinator.page.locator("figure[data-chart]").first
    figure.scroll_into_view_if_needed()
    expect(figure.locator(".main-svg").first).to_be_visible(timeout=20_000)

    coordinator.touches(coordinator.page.get_by_text("De cijfers in een tabel").first)
    coordinator.follows("Gedeelde visie en doel")
    coordinator.sees_page("Gedeelde visie en doel")
    coordinator.reads("Hoe dit is berekend", "De vragen erachter", "van de 100")
    rows = coordinator.page.get_by_role("table").last.get_by_role("row")
    assert rows.count() > 1
    expect(rows.nth(1)).to_contain_text("Professional")
    coordinator.can_use_this_page()


def test_an_ambition_makes_a_new_version_and_keeps_the_old_one(coordinator: Coordinator, scan: SetUp) -> None:
    coordinator.goes_to(f"{result_of(scan)}/ambitie")
    coordinator.presses("Ambitie bewaren")
    expect(coordinator.page.locator("#fouten")).to_be_focused()
    coordinator.page.locator("#ambition-6").click()
    coordinator.types(WHY, at="Waarom kiest u dit?")
    coordinator.presses("Ambitie bewaren")
    coordinator.reads("Uw ambitie is nu interdisciplinair (6).", WHY)

    coordinator.follows("Naar de uitslag met deze ambitie")
    coordinator.reads("interdisciplinair", WHY)
    position = coordinator.page.locator(".result-story__headline").first.inner_text()
    coordinator.goes_to(f"{result_of(scan)}/versies/1")
    coordinator.does_not_read(WHY)
    assert coordinator.page.locator(".result-story__headline").first.inner_text() == position
    coordinator.follows("De nieuwste versie staat hier")
    coordinator.reads(WHY)


def test_the_result_is_taken_along_as_a_table_and_as_data(coordinator: Coordinator) -> None:
    scan = coordinator.service.closed_scan(ambition=5)
    coordinator.goes_to(f"{result_of(scan)}/verantwoording")
    table, data = downloaded(coordinator, "rekenblad"), downloaded(coordinator, "JSON")
    assert table.name.startswith("uitslag-")

    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig")), delimiter=";"))
    document = json.loads(data.read_text(encoding="utf-8"))
    assert document["ambition"] == 5
    shown = next(row for row in rows if row["onderdeel"] == "venster" and row["venster"] == "professional")
    assert float(shown["waarde"].replace(",", ".")) == pytest.approx(
        document["windows"]["professional"]["score"], abs=0.01
    )


def downloaded(coordinator: Coordinator, kind: str) -> Path:
    """Follow a link that gives a file, and return that file under the name it came with."""
    with coordinator.page.expect_download() as download:
        coordinator.page.get_by_role("link", name=re.compile(kind)).click()
    arrived = download.value.path()
    return arrived.rename(arrived.with_name(download.value.suggested_filename))


def test_the_whole_result_prints_on_paper(coordinator: Coordinator) -> None:
    scan = coordinator.service.closed_scan(ambition=5)
    coordinator.goes_to(result_of(scan))
    coordinator.follows("Afdrukken of bewaren als PDF")
    coordinator.sees_page(f"Uitslag {scan.collaboration.name}")
    coordinator.reads(scan.collaboration.name, "Het venster van de inwoner", "Advies")
    coordinator.page.emulate_media(media="print")
    expect(coordinator.page.get_by_text("Kies in uw browser ‘Afdrukken’")).to_be_hidden()
    assert coordinator.page.locator("details:not([open])").count() == 0
    wide = coordinator.page.locator(".result-figure__wide")
    assert wide.count() > 4
    assert all(wide.nth(number).is_visible() for number in range(wide.count()))
    pdf = coordinator.page.pdf(prefer_css_page_size=True)
    assert 10 < pages_of_pdf(pdf) < 80
    assert b"/Font" in pdf
