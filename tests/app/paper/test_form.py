"""The form to print: everything that somebody needs who answers on paper, true of how the window is set."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.paper.sheet import questions_of, sheet_of
from questionnaires import WindowId, load_current
from tests.app.page_client import Element, PageClient
from tests.app.responding.visitors import change, set_up_scan
from tests.app.scans import CLOSED_ON, WINDOWS, SetUp

EDITION = load_current()


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    return set_up_scan(service_app, minimum={"inwoner": 8})


def form(client: PageClient, set_up: SetUp, window: str, role: str = "") -> Element:
    """The sheet itself, without the bar above it."""
    return client.get(f"/scans/{set_up.scan.id}/beheer/{window}/papier{f'?rol={role}' if role else ''}").one("article")


@pytest.mark.parametrize("window", WINDOWS)
def test_a_form_has_every_question_with_every_answer(service: PageClient, set_up: SetUp, window: WindowId) -> None:
    sheet = form(service, set_up, window)
    for asked in questions_of(sheet_of(EDITION, window, "zelf" if window == "inwoner" else "")):
        words = sheet.by_id(f"vraag-{asked.number}").parent
        assert words is not None
        assert asked.question.text.split()[0] in words.text
        options = [item.text for item in words.all("li")]
        assert len(options) == len(asked.every_box)
        for box, option in zip(asked.every_box, options, strict=True):
            assert option.startswith(f"{box.letter} ")


@pytest.mark.parametrize("window", WINDOWS)
def test_a_form_says_what_it_is_about_who_to_ask_and_how_to_hand_it_in(
    service: PageClient, set_up: SetUp, window: str
) -> None:
    sheet = form(service, set_up, window)
    for said in (
        EDITION.windows[window].start.title,  # type: ignore[index]
        set_up.collaboration.name,
        "Sociaal team, sociale dienst en welzijn",
        "voorjaar 2026",
        "vrijwillig",
        "Sanne de Wit, cliëntondersteuner, 030 123 45 67.",
        "envelop",
        "werkt, typt",
        "Dank u wel",
        "1 jaar nadat",
    ):
        assert said in sheet.text, said
    assert not sheet.all("a", "button", "input")
    assert "cookie" not in sheet.text
    assert "browser" not in sheet.text


def test_residents_read_the_minimum_of_their_window_and_a_warning_at_every_place_to_write(
    service: PageClient, set_up: SetUp
) -> None:
    text = form(service, set_up, "inwoner").text
    assert "Doen er minder dan acht mensen mee?" in text
    places = [part.comment for part in sheet_of(EDITION, "inwoner", "zelf") if part.comment]
    assert text.count("Schrijf geen namen op.") == len(places)
    assert "Die werkt niet bij de gemeente." in text


def test_the_role_is_printed_on_a_form_of_residents_because_the_words_depend_on_it(
    service: PageClient, set_up: SetUp
) -> None:
    own, others = form(service, set_up, "inwoner"), form(service, set_up, "inwoner", "vertegenwoordiger")
    assert "gekozen Voor mijzelf" in own.text
    assert "gekozen Voor anderen" in others.text
    assert "de mensen die u vertegenwoordigt" in others.text
    assert "de mensen die u vertegenwoordigt" not in own.text
    assert form(service, set_up, "inwoner", "wethouder").text == own.text


def test_staff_are_asked_for_their_role_and_no_box_is_ticked(service: PageClient, set_up: SetUp) -> None:
    text = form(service, set_up, "professional").text
    assert "Voor welke groep werkt u in deze samenwerking?" in text
    assert text.count("gekozen") == len(("niet gekozen", "gekozen", "toch niet gekozen")), "only in the example"
    assert "Het minimumaantal invullers van dit venster is vijf." in text


def test_who_answers_by_function_ticks_that_it_can_lead_back_to_them(service: PageClient, set_up: SetUp) -> None:
    text = form(service, set_up, "beleid").text
    assert "Zonder kruisje kunnen wij dit formulier niet gebruiken." in text
    assert EDITION.windows["beleid"].start.confirmation in text  # type: ignore[operator]


def test_a_group_writes_how_many_they_are_and_agrees(service_app: FastAPI, service: PageClient) -> None:
    text = form(service, set_up_scan(service_app, mode={"organisatie": "team"}), "organisatie").text
    assert "Met hoeveel mensen vult u in?" in text
    assert "Iedereen aan tafel weet" in text
    assert "ten minste" not in text


def test_where_each_person_has_a_link_the_form_is_to_read_only(service_app: FastAPI, service: PageClient) -> None:
    set_up = set_up_scan(service_app, personal=("professional",))
    sheet = form(service, set_up, "professional")
    assert "U hoeft het niet in te leveren." in sheet.text
    assert "Breng de envelop naar" not in sheet.text
    invitees = service.get(f"/scans/{set_up.scan.id}/beheer/professional/adressen")
    assert f"/scans/{set_up.scan.id}/beheer/professional/papier" in invitees.links()


def test_the_form_can_be_printed_before_and_after_and_from_the_desk(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    desk = f"/scans/{set_up.scan.id}/beheer"
    assert f"{desk}/inwoner/papier" in service.get(desk).links()
    assert {f"{desk}/inwoner/papier", f"{desk}/inwoner/overtypen"} <= set(service.get(f"{desk}/inwoner").links())
    change(service_app, set_up.scan, closed_on=CLOSED_ON)
    service.get(f"{desk}/inwoner/papier")


def test_a_window_that_does_not_take_part_has_no_form(service_app: FastAPI, service: PageClient) -> None:
    set_up = set_up_scan(service_app, windows=("inwoner",))
    for window in ("beleid", "wethouder"):
        service.get(f"/scans/{set_up.scan.id}/beheer/{window}/papier", 404)


def test_residents_can_have_the_form_in_a_language_that_is_offered_here(service: PageClient, set_up: SetUp) -> None:
    address = f"/scans/{set_up.scan.id}/beheer/inwoner/papier"
    assert f"{address}?rol=zelf&taal=en" in service.get(address).links()
    sheet = service.get(f"{address}?taal=en").one("article")
    assert (sheet.get("lang"), sheet.get("dir")) == ("en", "ltr")
    english = EDITION.in_language("en")
    assert english.windows["inwoner"].start.title in sheet.text
    for asked in questions_of(sheet_of(english, "inwoner", "zelf")):
        assert asked.question.text.split("*")[0] in sheet.text
    for said in ("Taking part is voluntary.", "types your answers into the computer", "Take the envelope to"):
        assert said in sheet.text
    theirs = next(one for one in sheet.all("dd") if one.text == set_up.collaboration.name)
    assert theirs.get("lang") == "nl"


def test_the_letters_are_the_same_in_every_language(service: PageClient, set_up: SetUp) -> None:
    address = f"/scans/{set_up.scan.id}/beheer/inwoner/papier"
    dutch, english = (service.get(f"{address}?taal={code}").one("article") for code in ("nl", "en"))
    letters = [
        [one.text for one in sheet.all("span") if "sheet-box" in (one.get("class") or "")] for sheet in (dutch, english)
    ]
    assert letters[0][4:] == letters[1][4:]
    assert len(letters[0]) > 6 * 14


@pytest.mark.parametrize("taal", ["ar", "xx", ""])
def test_a_language_that_is_not_offered_here_is_dutch(service: PageClient, set_up: SetUp, taal: str) -> None:
    sheet = service.get(f"/scans/{set_up.scan.id}/beheer/inwoner/papier?taal={taal}").one("article")
    assert sheet.get("lang") is None
    assert "Hoe was de hulp voor u?" in sheet.text


def test_staff_have_one_form(service: PageClient, set_up: SetUp) -> None:
    page = service.get(f"/scans/{set_up.scan.id}/beheer/professional/papier?taal=en")
    assert page.one("article").get("lang") is None
    assert not [link for link in page.links() if "taal=" in link]
