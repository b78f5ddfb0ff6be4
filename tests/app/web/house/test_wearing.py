"""Which pages wear the house style of a municipality: all that are of it alone, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from fastapi import FastAPI

from app.closing.service import close_scan
from app.db import begin_writing
from app.web.house.palette import Colours
from app.web.house.sheet import sheet_of
from tests.app.drafts import add_comment
from tests.app.house_styles import BLUE, MAGENTA, NAME, YELLOW, add_house_style
from tests.app.page_client import InspectedPage, PageClient
from tests.app.people import add_person, sign_in
from tests.app.scans import CLOSED_ON, SetUp, add_earlier, add_response, add_scan
from tests.app.statements import statements

SHEET = sheet_of(Colours(MAGENTA, BLUE, YELLOW)).url


@pytest.fixture
def open_scan(service_app: FastAPI) -> SetUp:
    with begin_writing(service_app.state.engine) as session:
        add_house_style(session)
        return add_scan(session)


@pytest.fixture
def closed_scan(service_app: FastAPI, open_scan: SetUp) -> SetUp:
    assert open_scan.collaboration.municipality_code == "GM0321"
    with begin_writing(service_app.state.engine) as session:
        closed = add_scan(session)
        for _ in range(5):
            add_response(session, closed, "inwoner")
            add_response(session, closed, "professional")
        add_comment(session, closed, "Wij willen hetzelfde.")
        add_earlier(session, closed, service_app.state.editions)
        close_scan(session, service_app.state.editions, closed.scan.id, CLOSED_ON)
    return closed


def sheets(page: InspectedPage) -> list[str]:
    return [link["href"] for link in page.all("link") if link["href"].startswith("/huisstijl/")]


def wears(page: InspectedPage) -> bool:
    """Whether a page wears the style, whole: its colours, after our own, and its name or logo at the top."""
    if sheets(page) != [SHEET]:
        return False
    files = [link["href"].rpartition("/")[2] for link in page.all("link")]
    assert files.index("app.css") < files.index(SHEET.rpartition("/")[2])
    (logo,) = [image for image in page.all("img") if image["src"].startswith("/huisstijl/logo/")][:1]
    assert (logo["alt"], logo["width"], logo["height"]) == ("Logo van het sociaal team", "240", "60")
    assert page.one("head").one("title").text.endswith(NAME)
    return True


# --- Who answers ------------------------------------------------------------------------------------------------------


def answering(client: PageClient, scan: SetUp, window: str) -> Iterator[InspectedPage]:
    """Every page that somebody sees who answers, from the start to the thanks."""
    home = scan.path(window)
    client.http.get(scan.link(window))
    yield client.get(home)
    client.submit(f"{home}/begin", {"rol": "zelf"})
    for part in ("/stap/1", "/controle", "/later", "/wissen"):
        yield client.get(f"{home}{part}")
    yield client.refused(f"{home}/wissen", {"invulling": "van een ander"}, status=409)
    yield client.get(home)


def test_who_answers_sees_whose_questions_these_are(stranger: PageClient, open_scan: SetUp) -> None:
    pages = list(answering(stranger, open_scan, "inwoner"))
    assert [page.heading for page in pages if not wears(page)] == []
    footer = pages[0].one("footer")
    assert "Vensterscan 0.1.0" in footer.text
    assert "Gebaseerd op J. Binkhorst (2021)" in footer.text
    ways = {link["href"]: link.text for link in footer.all("a")}
    assert ways["https://www.houten.example/toegankelijkheid"] == f"Toegankelijkheidsverklaring van {NAME}"
    assert "mailto:toegankelijk@houten.example" in ways


def test_thanks_the_summary_and_a_closed_window_are_of_the_municipality_too(
    service_app: FastAPI, stranger: PageClient, open_scan: SetUp, closed_scan: SetUp
) -> None:
    stranger.http.get(open_scan.link("beleid"))
    assert wears(stranger.get(f"{open_scan.path('beleid')}/bedankt"))
    stranger.http.get(closed_scan.link("professional"))
    assert wears(stranger.get(closed_scan.path("professional")))
    with begin_writing(service_app.state.engine) as session:
        session.merge(open_scan.scan).closes_on = service_app.state.today() - timedelta(days=1)
    assert wears(stranger.get(open_scan.path("beleid")))


def test_who_may_not_come_in_is_not_told_whose_window_it_is(stranger: PageClient, open_scan: SetUp) -> None:
    assert sheets(stranger.get(open_scan.path("inwoner"), 404)) == []
    assert sheets(stranger.get("/meedoen")) == []


def test_the_pages_of_who_answers_cost_no_statement_more(
    service_app: FastAPI, stranger: PageClient, open_scan: SetUp
) -> None:
    list(answering(stranger, open_scan, "inwoner"))
    stranger.submit(f"{open_scan.path('inwoner')}/verder")
    with begin_writing(service_app.state.engine) as session:
        elsewhere = add_scan(session, municipality="GM0632")
    other = PageClient(service_app)
    list(answering(other, elsewhere, "inwoner"))
    other.submit(f"{elsewhere.path('inwoner')}/verder")
    said = []
    for client, scan in ((stranger, open_scan), (other, elsewhere)):
        with statements(service_app) as asked:
            page = client.get(f"{scan.path('inwoner')}/stap/1")
        said.append(len(asked))
        assert wears(page) is (client is stranger)
    assert said[0] == said[1]


# --- Who manages, reads and judges ------------------------------------------------------------------------------------

OF_THE_OPEN_SCAN = (
    "/samenwerkingen/{collaboration}",
    "/samenwerkingen/{collaboration}/wijzigen",
    "/samenwerkingen/{collaboration}/toegang",
    "/scans/{scan}/beheer",
    "/scans/{scan}/beheer/sluiten",
    "/scans/{scan}/beheer/inwoner",
    "/scans/{scan}/beheer/inwoner/poster",
    "/scans/{scan}/beheer/inwoner/papier",
    "/scans/{scan}/beheer/moderator",
    "/gemeenten/GM0321/mensen",
    "/gemeenten/GM0321/inwoners",
    "/gemeenten/GM0321/talen",
    "/gemeenten/GM0321/logboek",
)
OF_THE_CLOSED_SCAN = (
    "/scans/{scan}",
    "/scans/{scan}/vensters/professional",
    "/scans/{scan}/continuum",
    "/scans/{scan}/versies/1",
    "/scans/{scan}/op-een-a4",
    "/scans/{scan}/afdrukken",
    "/scans/{scan}/verloop",
    "/scans/{scan}/ambitie",
    "/scans/{scan}/beheer/sluiten",
)
OF_MORE_MUNICIPALITIES = (
    "/",
    "/samenwerkingen",
    "/samenwerkingen/nieuw",
    "/gemeenten",
    "/uitslagen",
    "/vergelijken",
    "/groepen",
    "/account",
    "/verantwoording",
    "/bestaat-niet",
)


def filled(address: str, scan: SetUp) -> str:
    return address.format(scan=scan.scan.id, collaboration=scan.collaboration.id)


def test_every_page_of_one_municipality_wears_its_style(
    service: PageClient, open_scan: SetUp, closed_scan: SetUp
) -> None:
    of_one = [filled(one, open_scan) for one in OF_THE_OPEN_SCAN] + [
        filled(one, closed_scan) for one in OF_THE_CLOSED_SCAN
    ]
    assert [one for one in of_one if not wears(service.get(one))] == []


@pytest.mark.usefixtures("closed_scan")
def test_no_page_of_more_municipalities_wears_the_style_of_one(service: PageClient) -> None:
    statuses = {"/bestaat-niet": 404}
    assert [one for one in OF_MORE_MUNICIPALITIES if sheets(service.get(one, statuses.get(one, 200)))] == []


def test_a_page_that_says_what_cannot_be_wears_it_as_well(service: PageClient, open_scan: SetUp) -> None:
    assert wears(service.get(f"/scans/{open_scan.scan.id}", 409)) is False, "nothing was opened"
    assert wears(service.get(f"/scans/{open_scan.scan.id}/ambitie", 409))


def test_a_moderator_sees_it_where_one_scan_is_judged(service_app: FastAPI, closed_scan: SetUp) -> None:
    with begin_writing(service_app.state.engine) as session:
        account = add_person(session, "moderator", scan_id=closed_scan.scan.id)
    moderator = sign_in(PageClient(service_app), account)
    address = f"/scans/{closed_scan.scan.id}/opmerkingen"
    assert wears(moderator.get(address))
    assert wears(moderator.get(f"{address}/professional"))
    assert sheets(moderator.get("/opmerkingen")) == []


def test_a_form_on_paper_says_of_whom_it_is(service: PageClient, open_scan: SetUp) -> None:
    """On paper nothing of the page around it is left."""
    sheet = service.get(f"/scans/{open_scan.scan.id}/beheer/inwoner/papier").one("article")
    assert [(picture["alt"], picture["src"].startswith("/huisstijl/logo/")) for picture in sheet.all("img")] == [
        ("Logo van het sociaal team", True)
    ]


def test_a_result_always_says_where_it_comes_from(service: PageClient, closed_scan: SetUp) -> None:
    for part in ("", "/continuum", "/afdrukken"):
        assert "Binkhorst, J. (2021)" in service.get(f"/scans/{closed_scan.scan.id}{part}").one("main").text


def test_the_desk_costs_one_statement_more_and_no_more(
    service_app: FastAPI, service: PageClient, open_scan: SetUp
) -> None:
    with begin_writing(service_app.state.engine) as session:
        elsewhere = add_scan(session, municipality="GM0632")
    said = []
    for scan in (open_scan, elsewhere):
        with statements(service_app) as asked:
            service.get(f"/scans/{scan.scan.id}/beheer")
        said.append([one for one in asked if "house_style" in one])
    assert [len(one) for one in said] == [1, 1]


def test_examples_never_wear_it(service_app: FastAPI, stranger: PageClient) -> None:
    """Their municipality exists, and did not set them up."""
    with begin_writing(service_app.state.engine) as session:
        add_house_style(session)
        example = add_scan(session, is_example=True)
        for _ in range(5):
            add_response(session, example, "professional")
        add_earlier(session, example, service_app.state.editions, is_example=True)
        close_scan(session, service_app.state.editions, example.scan.id, CLOSED_ON)
    for part in ("", "/continuum", "/afdrukken", "/verloop"):
        assert sheets(stranger.get(f"/scans/{example.scan.id}{part}")) == []
    stranger.http.get(example.link("professional"))
    assert sheets(stranger.get(example.path("professional"))) == []


def test_without_a_logo_the_name_stands_there_alone(service_app: FastAPI, stranger: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        add_house_style(session, logo=b"", name="Gemeente Houten", email="", statement="")
        scan = add_scan(session)
    stranger.http.get(scan.link("inwoner"))
    page = stranger.get(scan.path("inwoner"))
    brand = page.one("header").all("a")[0]
    assert (brand.text, brand.all("img")) == ("Gemeente Houten", [])
    assert "Toegankelijkheidsverklaring van" not in page.text
