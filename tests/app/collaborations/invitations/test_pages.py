"""The invitation of a window: link, code, QR code, text and poster, all true of how the window is set."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
import segno
from fastapi import FastAPI

from app.collaborations.codes import grouped
from app.collaborations.invitations.texts import Occasion, how_long, invitation_text, promises, subject
from app.config import load_settings
from app.main import create_app
from questionnaires import load_current
from tests.app.collaborations.setting_up import HOUTEN, SCAN, add_scan, coordinator_of, windows_at
from tests.app.page_client import PageClient

WINDOWS = ("inwoner", "professional", "organisatie", "beleid")

HERE_ONLY = "Deze dienst draait alleen op deze computer."


def occasion(**about: object) -> Occasion:
    standing = {
        "window": "professional",
        "collaboration": "Op Koers",
        "municipality": "Houten",
        "target_group": "Inwoners met een uitkering",
        "partners": "Sociaal team en UWV.",
        "others": ("inwoners", "organisaties"),
        "mode": "individual",
        "minimum": 5,
        "minutes": 10,
        "contact": "Karim Bakker, 030 765 43 21",
        "closes": "",
        "link": "https://scan.example.nl/m/CDFGHJKMNPQR",
        "place": "scan.example.nl/meedoen",
        "code": "CDFG-HJKM-NPQR",
    }
    return Occasion(**(standing | about))  # type: ignore[arg-type]


def text(**about: object) -> str:
    return invitation_text(occasion(**about))


# The text.


@pytest.mark.parametrize("window", WINDOWS)
def test_every_invitation_has_the_ways_in_whom_to_ask_and_until_when(window: str) -> None:
    words = text(window=window, closes="31 maart 2027")
    for part in ("https://scan.example.nl/m/CDFGHJKMNPQR", "scan.example.nl/meedoen", "CDFG-HJKM-NPQR"):
        assert part in words
    assert "Karim Bakker, 030 765 43 21." in words
    assert "Het kan tot en met 31 maart 2027." in words
    assert "Sociaal team en UWV." in words
    assert "UWV.." not in words
    assert "vrijwillig" in words


def test_residents_are_not_told_what_group_they_belong_to() -> None:
    words = text(window="inwoner", minimum=8)
    assert "uitkering of uw hulp" in words
    assert "Inwoners met een uitkering" not in words
    assert "Deze persoon werkt niet bij de gemeente." in words
    assert "als ten minste acht mensen meededen" in words


def test_residents_read_short_sentences() -> None:
    longest = max(len(part.split()) for part in text(window="inwoner").replace("?", ".").split("."))
    assert longest <= 20


def test_what_is_promised_to_residents_stands_on_their_start_page_too() -> None:
    start = load_current().windows["inwoner"].start
    told = " ".join((*start.who_sees_what, start.voluntary, start.contact))
    assert "Niemand bij de gemeente kan zien wie er antwoord gaf." in " ".join(promises(occasion(window="inwoner")))
    for said in ("Niemand bij de gemeente kan zien wie er antwoord gaf.", "Die werkt niet bij de gemeente."):
        assert said in told


def test_only_who_answers_anonymously_is_told_so() -> None:
    anonymous = " ".join(promises(occasion(minimum=3)))
    assert "alleen samen getoond" in anonymous
    assert "ten minste drie mensen" in anonymous
    by_function = " ".join(promises(occasion(window="beleid", minimum=1)))
    team = " ".join(promises(occasion(mode="team", minimum=5)))
    assert "tot u te herleiden" in by_function
    assert "in de uitslag te zien" in team
    for words in (by_function, team):
        assert "alleen samen" not in words
        assert "ten minste" not in words


def test_after_sending_a_professional_keeps_a_group_and_a_manager_a_function() -> None:
    assert "alleen de groep staan" in " ".join(promises(occasion(minimum=5)))
    assert "alleen de functie staan" in " ".join(promises(occasion(window="organisatie", minimum=5)))


def test_a_team_plans_a_conversation_and_not_minutes() -> None:
    assert "10 minuten" in how_long(occasion())
    assert "minuten" not in how_long(occasion(mode="team"))


def test_a_window_on_its_own_names_no_others() -> None:
    assert "Wij vragen het ook aan inwoners en organisaties" in text()
    assert "Wij vragen het ook aan" not in text(others=())


def test_the_subject_is_for_the_group() -> None:
    assert subject(occasion(window="inwoner")) == "Hoe was de hulp voor u?"
    assert "Op Koers" in subject(occasion())


# The pages.


def test_each_window_has_its_own_invitation(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service)
    windows = windows_at(service_app, desk)
    for name in WINDOWS:
        page = service.get(f"{desk}/{name}")
        link = f"http://127.0.0.1/m/{windows[name].code}"
        assert page.by_id("link").text == link
        assert link in page.by_id("uitnodiging").text
        assert grouped(windows[name].code) in page.by_id("uitnodiging").text
        assert "readonly" in page.by_id("uitnodiging").attributes
        (picture,) = [one for one in page.all("img") if one["src"].endswith("qr.svg")]
        assert (picture["src"], link in picture["alt"]) == (f"{desk}/{name}/qr.svg", True)
        others = [windows[other].code for other in WINDOWS if other != name]
        assert not [code for code in others if code in page.html]


def test_buttons_that_need_javascript_are_hidden_without_it(service: PageClient) -> None:
    desk = add_scan(service)
    for path in (desk, f"{desk}/inwoner", f"{desk}/inwoner/poster"):
        buttons = [
            one
            for one in service.get(path).all("button")
            if one.get("type") == "button" and "popovertarget" not in one.attributes
        ]
        assert buttons
        assert all("hidden" in button.attributes for button in buttons)


def test_the_qr_code_holds_the_link(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service)
    answer = service.http.get(f"{desk}/professional/qr.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["cache-control"] == "no-store"
    drawing = ET.fromstring(answer.content)
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    link = f"http://127.0.0.1/m/{windows_at(service_app, desk)['professional'].code}"
    expected = segno.make_qr(link, error="m")
    size = expected.symbol_size(border=4)[0]
    assert drawing.get("viewBox") == f"0 0 {size} {size}"
    assert answer.text.count("M4 4.5h7") == 1
    inside = expected.svg_inline(omitsize=True, border=4, light="#fff", svgclass=None, lineclass=None)
    assert inside.partition("stroke=")[2] == answer.text.strip().partition("stroke=")[2]


def test_a_poster_says_who_asks_how_to_come_in_and_whom_to_ask(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service, closes_on="2126-03-31")
    code = windows_at(service_app, desk)["inwoner"].code
    page = service.get(f"{desk}/inwoner/poster")
    poster = page.one("article")
    assert page.heading == "Hoe was de hulp voor u?"
    for part in ("127.0.0.1/meedoen", grouped(code), "Op Koers, gemeente Houten", "Sociaal team", "vrijwillig"):
        assert part in poster.text
    assert f"{SCAN['inwoner_contact']}. Deze persoon werkt niet bij de gemeente." in poster.text
    assert "Het kan tot en met 31 maart 2126." in poster.text
    assert not poster.all("a", "button")


def test_a_window_that_does_not_exist_has_no_invitation(service: PageClient) -> None:
    desk = add_scan(service)
    for path in ("wethouder", "wethouder/poster", "wethouder/qr.svg", "Inwoner", "inwoner/nog-iets"):
        service.get(f"{desk}/{path}", 404)


def test_a_printed_code_is_the_same_after_every_change(service: PageClient) -> None:
    desk = add_scan(service)
    poster = service.get(f"{desk}/inwoner/poster").by_id("inhoud").one("article").text
    service.submit(f"{desk}/wijzigen", SCAN | {"name": "Andere naam", "inwoner_part": "off"})
    service.submit(f"{desk}/wijzigen", SCAN | {"name": "Nulmeting"})
    service.submit(f"{desk}/archiveren")
    service.submit(f"{desk}/terughalen")
    assert service.get(f"{desk}/inwoner/poster").by_id("inhoud").one("article").text == poster


def test_an_invitation_for_a_closed_door_says_so(service: PageClient) -> None:
    desk = add_scan(service)
    service.submit(f"{desk}/archiveren")
    assert "Dit venster neemt nu geen antwoorden aan." in service.get(f"{desk}/inwoner").text


def test_invitations_have_the_address_at_which_people_open_the_service(database_url: str) -> None:
    app = create_app(
        load_settings(
            environment="production",
            base_url="https://scan.example.nl",
            contact="beheer@example.nl",
            secret_key="k" * 32,
            database_url=database_url,
            assets="local",
        )
    )
    client = PageClient(app)
    with client.http:
        houten = coordinator_of(app, HOUTEN)
        page = houten.get(f"{add_scan(houten)}/inwoner")
    assert "https://scan.example.nl/m/" in page.by_id("link").text
    assert "scan.example.nl/meedoen en typ" in page.by_id("uitnodiging").text
    assert HERE_ONLY not in page.text


def test_who_tries_it_on_one_computer_reads_that_others_cannot_come_in(service: PageClient) -> None:
    desk = add_scan(service)
    for place in (desk, f"{desk}/inwoner", f"{desk}/inwoner/poster"):
        assert HERE_ONLY in service.get(place).text
