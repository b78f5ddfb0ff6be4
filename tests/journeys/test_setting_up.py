"""A coördinator sets up a scan, invites four groups, follows the counts, and tidies up."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.app.scans import WINDOWS, add_response
from tests.journeys.conftest import People
from tests.journeys.coordinator import RESIDENTS_CONTACT, STAFF_CONTACT, Coordinator
from tests.journeys.person import ANSWER_MS, pages_of_pdf
from tests.journeys.respondent import Respondent

pytestmark = pytest.mark.browser

START_PAGES = {
    "inwoner": "Hoe was de hulp voor u?",
    "professional": "Hoe werkt u samen rond inwoners?",
    "organisatie": "Hoe is de samenwerking georganiseerd?",
    "beleid": "Beleid en bestuur achter deze samenwerking",
}


def test_from_nothing_to_four_invitations(coordinator: Coordinator, people: People) -> None:
    coordinator.goes_to("/")
    coordinator.follows("Samenwerkingen")
    coordinator.follows("Nieuwe samenwerking")

    coordinator.presses("Maak de links")
    coordinator.is_told(
        "Deze gemeente kennen wij niet. Kies een naam uit de lijst.",
        "Geef de samenwerking een naam.",
        "Schrijf om welke inwoners het gaat.",
        "Schrijf welke organisaties meedoen.",
        "Noem iemand aan wie inwoners iets kunnen vragen, en die niet bij de gemeente werkt.",
        "Noem in het venster professional iemand aan wie invullers iets kunnen vragen.",
    )
    name = coordinator.describes_a_collaboration()
    coordinator.names_who_can_be_asked()
    coordinator.presses("Maak de links")

    coordinator.sees_page("Nulmeting")
    coordinator.sees_state("De scan staat klaar")
    coordinator.reads(f"{name}, Houten", "Nodig de groepen uit")
    links = {window: coordinator.link_of(window) for window in WINDOWS}
    assert len(set(links.values())) == 4

    desk = coordinator.desk
    for window, link in links.items():
        the_invitation_holds_all_that_people_need(coordinator, f"{desk}/{window}", link)
        guest = people.new(Respondent)
        guest.goes_to(link)
        guest.sees_page(START_PAGES[window])
        guest.reads(name, RESIDENTS_CONTACT if window == "inwoner" else STAFF_CONTACT)


def the_invitation_holds_all_that_people_need(coordinator: Coordinator, address: str, link: str) -> None:
    coordinator.goes_to(address)
    code = str(coordinator.page.locator(".setup-code").inner_text())
    assert re.fullmatch(r"\w{4}-\w{4}-\w{4}", code)
    assert link == f"{coordinator.service.address}/m/{code.replace('-', '')}"
    text = coordinator.page.get_by_label("Uitnodiging", exact=True).input_value()
    assert link in text
    assert code in text
    the_qr_code_is_drawn(coordinator)
    coordinator.follows("Poster om te printen")
    coordinator.reads(code)
    the_qr_code_is_drawn(coordinator)
    assert pages_of_pdf(coordinator.page.pdf(format="A4")) == 1


def the_qr_code_is_drawn(coordinator: Coordinator) -> None:
    pictures = coordinator.page.get_by_role("img", name=re.compile("QR-code"))
    expect(pictures.first).to_be_visible()
    for picture in pictures.all():
        picture.evaluate("image => image.decode()")  # fails when it cannot be drawn
        assert picture.evaluate("image => image.naturalWidth > 0")


def test_a_link_and_a_text_are_copied_with_one_press(coordinator: Coordinator) -> None:
    coordinator.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    set_up = coordinator.service.scan()
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer/beleid")
    coordinator.presses("Kopieer de link")
    expect(coordinator.page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    assert coordinator.page.evaluate("navigator.clipboard.readText()") == coordinator.service.address + set_up.link(
        "beleid"
    )
    coordinator.presses("Kopieer de tekst")
    expect(coordinator.page.get_by_role("button", name="Gekopieerd").first).to_be_visible()
    coordinator.page.wait_for_function(
        "async wanted => (await navigator.clipboard.readText()).includes(wanted)", arg="Beste "
    )


def test_a_scan_is_changed_until_somebody_begins(coordinator: Coordinator, people: People) -> None:
    set_up = coordinator.service.scan()
    desk = f"/scans/{set_up.scan.id}/beheer"
    coordinator.goes_to(desk)
    coordinator.follows("Wijzig")
    coordinator.types("Meting na de pilot", at="Naam van de scan")
    coordinator.window("Beleid").get_by_text("Nee, dit venster doet niet mee").click()
    coordinator.presses("Sla op")
    coordinator.sees_page("Meting na de pilot")
    coordinator.sees_state("De wijzigingen zijn opgeslagen.")
    expect(coordinator.window("Beleid")).to_contain_text("Doet niet mee")

    guest = people.new(Respondent)
    guest.goes_to(set_up.link("beleid"))
    guest.sees_page("Deze vragenlijst wordt nu niet gebruikt")
    guest.goes_to(set_up.link("professional"))
    guest.begins("UWV")

    coordinator.follows("Wijzig")
    expect(coordinator.window("Professional")).to_contain_text("Er is al iemand begonnen, dus dit ligt vast.")
    expect(coordinator.window("Professional").get_by_role("radio")).to_have_count(0)
    expect(coordinator.window("Inwoner").get_by_role("radio")).to_have_count(2)


def test_the_counts_grow_while_the_desk_is_open(coordinator: Coordinator, people: People) -> None:
    set_up = coordinator.service.scan(minimum={"professional": 3})
    coordinator.page.clock.install()
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer")
    counts = coordinator.page.locator(".setup-count").filter(has_text="Professional")
    expect(counts).to_contain_text("0 verstuurd, 0 begonnen")
    expect(counts).to_contain_text("nog 3 nodig")

    people.new(Respondent).goes_to(set_up.link("professional"))
    with coordinator.service.writing() as session:
        for _ in range(3):
            add_response(session, set_up, "professional")
    coordinator.page.get_by_role("button", name="Kopieer de link van Inwoner").focus()
    coordinator.page.clock.run_for(31_000)
    expect(counts).to_contain_text("3 verstuurd, 0 begonnen", timeout=ANSWER_MS)
    expect(coordinator.page.get_by_role("button", name="Kopieer de link van Inwoner")).to_be_focused()
    expect(coordinator.page.locator("#nieuws")).to_contain_text("professional 3")
    expect(counts).to_contain_text("genoeg")
    coordinator.reads("Wacht op antwoorden, of herinner de groepen eraan")


def test_a_scan_goes_to_the_archive_and_comes_back(coordinator: Coordinator, people: People) -> None:
    set_up = coordinator.service.scan()
    coordinator.goes_to(f"/scans/{set_up.scan.id}/beheer")
    coordinator.follows("Archiveer")
    coordinator.reads("Er gaat niets verloren.")
    coordinator.presses("Zet in het archief")
    coordinator.sees_state("Dit staat nu in het archief.")
    guest = people.new(Respondent)
    guest.goes_to(set_up.link("inwoner"))
    guest.sees_page("Deze vragenlijst is er niet meer")

    coordinator.presses("Haal terug uit het archief")
    coordinator.sees_state("Dit is teruggehaald uit het archief.")
    guest.reloads()
    guest.sees_page(START_PAGES["inwoner"])


def test_deleting_asks_twice_when_people_have_answered(coordinator: Coordinator, people: People) -> None:
    set_up = coordinator.service.answered_scan()
    coordinator.goes_to(f"/samenwerkingen/{set_up.collaboration.id}")
    coordinator.follows("Verwijder")
    coordinator.reads("24 verstuurde vragenlijsten", "archiveren")
    coordinator.presses("Verwijder voorgoed")
    expect(coordinator.page.locator("#fouten")).to_be_focused()

    coordinator.ticks("Ja, verwijder ook alles wat mensen hebben ingevuld")
    coordinator.presses("Verwijder voorgoed")
    coordinator.sees_state("De samenwerking is voorgoed verwijderd.")
    coordinator.does_not_read(set_up.collaboration.name)
    guest = people.new(Respondent)
    guest.goes_to(set_up.link("inwoner"))
    guest.sees_page("Deze link kennen wij niet")
