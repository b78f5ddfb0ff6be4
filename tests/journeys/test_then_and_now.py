"""A team after a pilot: the wethouder reads on a phone what really changed, and what may be chance."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.app.scans import SetUp, add_earlier
from tests.journeys.conftest import PHONE, People
from tests.journeys.coordinator import Coordinator
from tests.journeys.person import Person, pages_of_pdf
from tests.journeys.service import Service

pytestmark = pytest.mark.browser

VERDICTS = (
    "echte verandering",
    "mogelijk een verandering, nog niet zeker",
    "klein maar aantoonbaar verschil",
    "geen aantoonbaar verschil",
)


@pytest.fixture
def measured(running: Service) -> SetUp:
    """The third scan of a samenwerking, after a pilot."""
    now = running.closed_scan(ambition=6, name="Na de pilot")
    with running.writing() as session:
        for name in ("Nulmeting", "Halverwege"):
            add_earlier(session, now, running.app.state.editions, name=name)
    return now


def reader(people: People, *, scripts: bool = True) -> Person:
    """A meelezer of the municipality, with a phone."""
    found = people.new(Person, PHONE, scripts=scripts)
    found.page.context.add_cookies([found.service.signed_in("meelezer", municipality_code="GM0321")])
    return found


def course_of(set_up: SetUp) -> str:
    return f"/scans/{set_up.scan.id}/verloop"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_meelezer_reads_on_a_phone_what_really_changed(people: People, measured: SetUp, scripts: bool) -> None:
    meelezer = reader(people, scripts=scripts)
    meelezer.goes_to(f"/uitslagen?zoek={measured.collaboration.name}")  # the list has more than one part
    meelezer.touches(meelezer.page.locator(f"a[href='{course_of(measured)}']"))
    meelezer.sees_page(f"Toen en nu: {measured.collaboration.name}")
    meelezer.reads("De samenwerking is intensiever geworden: van ", "Dat is een echte verandering: het verschil van ")
    meelezer.reads("Halverwege", "Na de pilot", *VERDICTS)
    if scripts:
        meelezer.can_use_this_page()

    meelezer.touches(meelezer.page.locator(".result-windows a", has_text="Professional"))
    meelezer.sees_page("Toen en nu: professional")
    rows = meelezer.page.locator(".course-table").get_by_role("row")
    assert rows.count() == 9
    expect(rows.nth(1)).to_contain_text("echte verandering")
    meelezer.follows("Terug naar toen en nu in het geheel")

    meelezer.page.get_by_label("Vergelijk met").select_option(label="Nulmeting")
    meelezer.page.get_by_label("Laat in de grafieken ook zien").select_option(label="Halverwege")
    meelezer.presses("Vergelijk")
    meelezer.reads("Ook in de grafieken")
    legend = meelezer.page.locator("figure", has_text="De kenmerken van samenwerken").locator(".result-figure__legend")
    expect(legend.locator("li")).to_have_text(["Na de pilot", "Nulmeting", "Halverwege"])
    meelezer.touches(meelezer.page.locator(".result-windows a", has_text="Beleid"))
    meelezer.reads("Ook in de grafieken")


def test_it_is_read_and_chosen_with_the_keyboard_alone(people: People, measured: SetUp) -> None:
    meelezer = reader(people)
    meelezer.goes_to(course_of(measured))
    keyboard, page = meelezer.page.keyboard, meelezer.page
    page.get_by_label("Vergelijk met").focus()
    keyboard.press("ArrowDown")
    keyboard.press("Tab")
    keyboard.press("Tab")
    expect(page.get_by_role("button", name="Vergelijk")).to_be_focused()
    keyboard.press("Enter")
    page.wait_for_url("**/verloop?met=*")
    expect(page.locator(".course-side__name").first).to_have_text("Nulmeting")
    folded = page.locator("summary", has_text="De cijfers in een tabel").first
    folded.focus()
    keyboard.press("Enter")
    expect(page.locator("details[open] table").first).to_be_visible()
    meelezer.can_use_this_page()


def test_the_interactive_radar_and_the_drawing_show_the_same_scans(coordinator: Coordinator, measured: SetUp) -> None:
    coordinator.goes_to(course_of(measured))
    figure = coordinator.page.locator("figure", has_text="De kenmerken van samenwerken")
    figure.scroll_into_view_if_needed()
    expect(figure.locator(".main-svg").first).to_be_visible(timeout=20_000)
    expect(figure.locator(".legendtext")).to_have_text(["Na de pilot", "Halverwege"])
    expect(figure.locator(".result-figure__legend li")).to_have_text(["Na de pilot", "Halverwege"])
    coordinator.can_use_this_page()


def test_it_is_brought_to_a_meeting_on_paper(coordinator: Coordinator, measured: SetUp) -> None:
    coordinator.goes_to(course_of(measured))
    coordinator.page.emulate_media(media="print")
    for hidden in (".course-choice", ".result-parts", ".result-head__ways"):
        expect(coordinator.page.locator(hidden)).to_be_hidden()
    for table in coordinator.page.locator("details .course-table").all():
        expect(table).to_be_visible()
    assert 4 <= pages_of_pdf(coordinator.page.pdf(format="A4", print_background=True)) <= 16


def test_a_coordinator_finds_it_from_the_samenwerking(coordinator: Coordinator, measured: SetUp) -> None:
    coordinator.goes_to(f"/samenwerkingen/{measured.collaboration.id}")
    coordinator.touches(coordinator.page.locator(f"a[href='{course_of(measured)}']"))
    coordinator.sees_page(f"Toen en nu: {measured.collaboration.name}")
    coordinator.follows("Advies")
    coordinator.follows("Toen en nu")
    coordinator.sees_page(f"Toen en nu: {measured.collaboration.name}")
