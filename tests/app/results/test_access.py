"""Who may read a result: an example everybody, a real one who manages its gemeente, and nobody before it is closed."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from urllib.parse import quote

import pytest
from fastapi import FastAPI

from app.db import begin_writing
from app.models import Result
from app.store import results
from scoring import frozen_record, score_scan
from tests.app.page_client import PageClient
from tests.app.people import somebody
from tests.app.results.builders import EDITION, everybody
from tests.app.scans import add_response, add_scan

REASON = "Samen beslissen, aan tafel."
PAGES = (
    "",
    "/vensters/professional",
    "/continuum",
    "/leerordes",
    "/spiegel",
    "/advies",
    "/advies?voor=beleid",
    "/verantwoording",
    "/herkomst/plek/samen",
    "/herkomst/kenmerk/plan",
    "/herkomst/dimensie/pro_samen",
    "/herkomst/advies/R13",
    "/afdrukken",
    "/op-een-a4",
)
FILES = ("/grafieken/plek.json", "/grafieken/plek.svg", "/grafieken/plek.csv", "/uitslag.json", "/uitslag.csv")
UNKNOWN = "/scans/0123456789abcdef"
ADDRESSES = tuple(below + part for below in ("", "/versies/1", "/versies/2") for part in (*PAGES, *FILES))


def add_version(app: FastAPI, scan_id: str, version: int, ambition: int | None, moment: datetime) -> None:
    record = frozen_record(score_scan(EDITION.instrument, everybody(), None, ambition))
    with begin_writing(app.state.engine) as session:
        results.add_result(
            session,
            Result(
                scan_id=scan_id,
                version=version,
                ambition=ambition,
                ambition_reason=REASON if ambition else "",
                edition=EDITION.id,
                method="mm-1.0",
                record=json.loads(json.dumps(record)),
                created_at=moment,
            ),
        )


@pytest.fixture
def closed(service_app: FastAPI) -> str:
    """The address of a closed scan of Houten, with an ambition that was chosen later."""
    with begin_writing(service_app.state.engine) as session:
        scan_id = add_scan(session, closed_on=date(2026, 6, 30), name="Meting na de pilot", purpose="na pilot").scan.id
    add_version(service_app, scan_id, 1, None, datetime(2026, 6, 30, 12, tzinfo=UTC))
    add_version(service_app, scan_id, 2, 6, datetime(2026, 9, 14, 22, 30, tzinfo=UTC))
    return f"/scans/{scan_id}"


def test_somebody_of_another_gemeente_finds_nothing_at_any_address(service_app: FastAPI, closed: str) -> None:
    of_utrecht = somebody(service_app, "coordinator", municipality_code="GM0344")
    for address in ADDRESSES:
        refused, unknown = of_utrecht.http.get(closed + address), of_utrecht.http.get(UNKNOWN + address)
        assert refused.status_code == unknown.status_code == 404, address
        assert refused.text == unknown.text, address


def test_a_stranger_signs_in_first_whether_or_not_a_result_exists(closed: str, stranger: PageClient) -> None:
    for address in ADDRESSES:
        refused, unknown = stranger.http.get(closed + address), stranger.http.get(UNKNOWN + address)
        assert refused.status_code == unknown.status_code == 303, address
        for answer, asked_for in ((refused, closed), (unknown, UNKNOWN)):
            assert answer.headers["location"] == f"/inloggen?naar={quote(asked_for + address, safe='')}"
        assert refused.text.replace(quote(closed, safe=""), quote(UNKNOWN, safe="")) == unknown.text, address


def test_who_manages_the_gemeente_reads_everything(service_app: FastAPI, closed: str) -> None:
    of_houten = somebody(service_app, "coordinator", municipality_code="GM0321")
    for address in ADDRESSES:
        assert of_houten.http.get(closed + address).status_code == 200, address


def test_every_page_of_every_version_passes_the_inspection(closed: str, service: PageClient) -> None:
    for part in (*PAGES, *(f"/versies/1{part}" for part in ("", "/continuum", "/herkomst/plek/samen"))):
        service.get(closed + part)


def test_a_page_says_of_which_gemeente_samenwerking_scan_purpose_period_and_day_it_is(
    closed: str, service: PageClient
) -> None:
    page = service.get(f"{closed}/continuum")
    about = next(one.text for one in page.all("p") if one.get("class") == "result-head__about")
    assert about.startswith("Gemeente Houten · Samen sterk ")
    assert about.endswith("· Meting na de pilot · Na pilot · Voorjaar 2026 · Gesloten op 30 juni 2026")


def test_a_scan_that_is_open_says_where_it_is_closed_and_nothing_of_its_answers(
    service_app: FastAPI, service: PageClient, stranger: PageClient
) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session)
        for _ in range(6):
            add_response(session, set_up, "professional")
        address = f"/scans/{set_up.scan.id}"
    for part in (*PAGES, *FILES, "/versies/1"):
        assert service.http.get(address + part).status_code == 409, part
        assert stranger.http.get(address + part).status_code == 303, part
    page = service.get(address, 409)
    assert page.heading == "De uitslag komt na het sluiten"
    assert f"{address}/beheer" in page.links()
    assert "6" not in page.one("main").text


def test_an_address_that_cannot_be_one_is_not_found(closed: str, service: PageClient) -> None:
    for address in (
        f"{closed}/versies/0",
        f"{closed}/versies/3",
        f"{closed}/versies/99999999999999999999999",
        f"{closed}/versies/een",
        "/scans/%00",
        f"/scans/{'a' * 300}",
        f"{closed}/herkomst/kenmerk/bestaat-niet",
        f"{closed}/herkomst/onzin/plan",
        f"{closed}/uitslag.xlsx",
    ):
        assert service.get(address, 404).heading == "Deze pagina bestaat niet"


# --- Versions ---------------------------------------------------------------------------------------------------------


def test_an_earlier_version_says_which_it_is_and_where_the_latest_stands(closed: str, service: PageClient) -> None:
    page = service.get(f"{closed}/versies/1/advies")
    assert "Dit is versie 1, zonder ambitie, van 30 juni 2026. De nieuwste versie staat hier." in page.text
    assert closed in page.links()
    assert "Er is geen ambitie gekozen." in page.text


def test_the_links_of_an_earlier_version_stay_in_that_version(closed: str, service: PageClient) -> None:
    page = service.get(f"{closed}/versies/1/continuum")
    inside = {
        link
        for link in page.links()
        if link.startswith(f"{closed}/") and not link.endswith(("/beheer", "/beheer/opnieuw", "/ambitie"))
    }
    assert f"{closed}/versies/1/herkomst/kenmerk/plan" in inside
    assert [link for link in inside if not link.startswith(f"{closed}/versies/1")] == []


def test_the_latest_version_has_no_notice_at_either_address(closed: str, service: PageClient) -> None:
    for address in (closed, f"{closed}/versies/2"):
        assert "Dit is versie" not in service.get(address).text


def test_the_account_lists_the_versions(closed: str, service: PageClient) -> None:
    page = service.get(f"{closed}/verantwoording")
    assert "Versie 2, met ambitie interdisciplinair (6), van 15 september 2026 (deze versie)" in page.text
    assert f"{closed}/versies/1" in page.links()


# --- Ambition ---------------------------------------------------------------------------------------------------------


def test_the_ambition_stands_with_its_reason_its_day_and_the_way_to_change_it(closed: str, service: PageClient) -> None:
    for part in ("", "/continuum"):
        page = service.get(closed + part)
        assert f"Waarom deze ambitie. {REASON}" in page.text
        assert "Gekozen op 15 september 2026." in page.text
        assert f"{closed}/ambitie" in page.links()
        assert f"{closed}/beheer" in page.links()


def test_without_an_ambition_who_manages_the_scan_is_shown_where_to_choose_one(
    closed: str, service: PageClient
) -> None:
    page = service.get(f"{closed}/versies/1")
    assert "U heeft nog geen ambitie gekozen." in page.text
    assert "Waarom deze ambitie" not in page.text
    assert any(link.text == "Kies een ambitie" and link["href"] == f"{closed}/ambitie" for link in page.all("a"))


def test_an_ambition_that_was_taken_back_is_said_to_be_so(
    closed: str, service_app: FastAPI, service: PageClient
) -> None:
    add_version(service_app, closed.removeprefix("/scans/"), 3, None, datetime(2026, 10, 1, tzinfo=UTC))
    page = service.get(closed)
    assert "De ambitie van eerder is ingetrokken." in page.text
    assert "Ingetrokken op 1 oktober 2026." in page.text
    assert "nog geen ambitie" not in page.text


def test_an_example_shows_nobody_a_way_to_manage_it(demo: PageClient) -> None:
    page = demo.get("/scans/voorbeeld-houten-fase-1")
    assert "Waarom deze ambitie." in page.text
    assert not [link for link in page.links() if link.endswith(("/ambitie", "/beheer"))]
