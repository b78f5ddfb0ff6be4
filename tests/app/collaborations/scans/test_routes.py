"""Scans: made with four windows, changed as far as that is possible, put away, brought back and deleted."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select

from app.collaborations.codes import ALPHABET
from app.db import begin_writing
from app.models import Response, Scan, ScanWindow
from app.store.scans import lock_scan
from tests.app import scans
from tests.app.collaborations.setting_up import (
    SCAN,
    add_collaboration,
    add_scan,
    error_at,
    fields_with_errors,
    scan_at,
    windows_at,
)
from tests.app.drafts import add_draft
from tests.app.page_client import PageClient
from tests.app.scans import SetUp

TODAY = date(2026, 3, 10)


@pytest.fixture(autouse=True)
def today(service_app: FastAPI) -> None:
    service_app.state.today = lambda: TODAY


def desk_of(set_up: SetUp) -> str:
    return f"/scans/{set_up.scan.id}/beheer"


def as_form(**changes: str) -> dict[str, str]:
    return SCAN | changes


# Making one.


def test_a_new_scan_has_four_windows_each_with_a_code_of_its_own(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service, closes_on="2026-04-01", organisatie_part="team", beleid_part="off")
    scan, windows = scan_at(service_app, desk), windows_at(service_app, desk)
    assert (scan.name, scan.purpose, scan.period, scan.position) == ("Nulmeting", "nulmeting", "voorjaar 2026", 1)
    assert (scan.closes_on, scan.closed_on, scan.archived_on) == (date(2026, 4, 1), None, None)
    assert scan.edition == service_app.state.current_edition.id
    assert {name: (window.is_on, window.mode, window.minimum) for name, window in windows.items()} == {
        "inwoner": (True, "individual", 5),
        "professional": (True, "individual", 5),
        "organisatie": (True, "team", 1),
        "beleid": (False, "individual", 1),
    }
    assert len({window.code for window in windows.values()} | {window.ref for window in windows.values()}) == 8
    assert all(len(window.code) == 12 and set(window.code) <= set(ALPHABET) for window in windows.values())


def test_the_form_of_the_first_scan_asks_for_little_more_than_contacts(service: PageClient) -> None:
    page = service.get(f"{add_collaboration(service)}/scans/nieuw")
    filled = {field["name"]: field["value"] for field in page.all("input") if field.get("value") and field.get("name")}
    chosen = [field["name"] for field in page.all("input") if "checked" in field.attributes]
    assert (filled["name"], filled["period"], filled["inwoner_minimum"]) == ("Nulmeting", "eerste helft van 2026", "5")
    parts = [f"{window}_{part}" for window in ("professional", "organisatie", "beleid") for part in ("part", "entry")]
    assert chosen == ["inwoner_part", *parts]
    assert "inwoner_part" in [field["name"] for field in page.all("input") if field.get("value") == "off"]
    assert "team" not in [field["value"] for field in page.all("input") if field.get("name") == "inwoner_part"]


def test_the_next_scan_begins_with_the_windows_of_the_one_before(service_app: FastAPI, service: PageClient) -> None:
    address = add_collaboration(service)
    add_scan(service, address, professional_minimum="3", beleid_part="off")
    page = service.get(f"{address}/scans/nieuw")
    assert page.by_id("name")["value"] == ""
    assert "Karim Bakker" in page.by_id("professional_contact").text
    assert [option["value"] for option in page.by_id("professional_minimum").all("option") if "selected" in
            option.attributes] == ["3"]  # fmt: skip
    desk = add_scan(service, address, name="Na de pilot")
    assert scan_at(service_app, desk).position == 2


def test_a_purpose_can_be_in_own_words(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service, purpose="anders", purpose_other="proef met een wijkteam")
    assert scan_at(service_app, desk).purpose == "proef met een wijkteam"
    page = service.get(f"{desk}/wijzigen")
    assert page.by_id("purpose_other")["value"] == "proef met een wijkteam"


def test_what_does_not_fit_is_refused_with_everything_that_is_wrong(service_app: FastAPI, service: PageClient) -> None:
    wrong = as_form(name="", closes_on="2026-03-09", inwoner_minimum="4", professional_minimum="4", beleid_part="half")
    page = service.refused(f"{add_collaboration(service)}/scans/nieuw", wrong, status=422)
    assert fields_with_errors(page) == ["name", "closes_on", "inwoner_minimum", "professional_minimum", "beleid_part"]
    assert error_at(page, "closes_on") == "Deze sluitingsdatum is al voorbij. Kies vandaag of een latere dag."
    with Session(service_app.state.engine) as session:
        assert session.exec(select(Scan)).all() == []
        assert session.exec(select(ScanWindow)).all() == []


def test_a_refused_form_keeps_everything_that_was_typed(service: PageClient) -> None:
    typed = as_form(name="<b>Meting</b>", inwoner_minimum="3", professional_part="team", beleid_part="off")
    page = service.refused(f"{add_collaboration(service)}/scans/nieuw", typed, status=422)
    assert page.by_id("name")["value"] == "<b>Meting</b>"
    assert page.by_id("inwoner_minimum")["value"] == "3"
    assert page.by_id("inwoner_contact").text == SCAN["inwoner_contact"]
    checked = [(one["name"], one["value"]) for one in page.all("input") if "checked" in one.attributes]
    assert ("professional_part", "team") in checked
    assert ("beleid_part", "off") in checked
    assert ("inwoner_outside", "ja") in checked


def test_nonsense_as_a_form_is_refused(service: PageClient) -> None:
    address = f"{add_collaboration(service)}/scans/nieuw"
    page = service.refused(address, {"wat": "dan ook", "inwoner_venster": "1"}, status=422)
    assert set(fields_with_errors(page)) >= {"name", "purpose", "period", "inwoner_part", "beleid_part"}


# Changing one.


def test_an_open_scan_can_be_changed_and_keeps_its_codes(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service)
    before = {name: (window.code, window.ref) for name, window in windows_at(service_app, desk).items()}
    changes = as_form(name="Eerste meting", closes_on="2026-12-31", professional_minimum="3", beleid_part="off")
    assert service.submit(f"{desk}/wijzigen", changes) == f"{desk}?gedaan=gewijzigd"
    scan, windows = scan_at(service_app, desk), windows_at(service_app, desk)
    assert (scan.name, scan.closes_on) == ("Eerste meting", date(2026, 12, 31))
    assert windows["professional"].minimum == 3
    assert not windows["beleid"].is_on
    assert {name: (window.code, window.ref) for name, window in windows.items()} == before


def test_the_form_shows_the_scan_as_it_is(service: PageClient) -> None:
    desk = add_scan(service, closes_on="2026-12-31", organisatie_part="team")
    page = service.get(f"{desk}/wijzigen")
    assert page.by_id("closes_on")["value"] == "2026-12-31"
    checked = [(one["name"], one["value"]) for one in page.all("input") if "checked" in one.attributes]
    assert ("organisatie_part", "team") in checked
    assert ("inwoner_outside", "ja") in checked


FIXED = [
    {"professional_part": "off"},
    {"professional_part": "team"},
    {"professional_minimum": "3"},
]


@pytest.mark.parametrize("answered", ["sent", "begun"])
def test_from_the_first_answer_on_how_a_window_takes_part_is_fixed(
    service_app: FastAPI, service: PageClient, answered: str
) -> None:
    desk = begun_in_professional(service_app, service, answered)
    for change in FIXED:
        page = service.refused(f"{desk}/wijzigen", as_form(name="Anders", **change), status=422)
        assert "al iemand begonnen" in error_at(page, "professional_part")
    window = windows_at(service_app, desk)["professional"]
    assert (window.is_on, window.mode, window.minimum) == (True, "individual", 5)
    assert scan_at(service_app, desk).name == "Nulmeting"


def test_a_window_without_answers_can_still_change_when_another_has_them(
    service_app: FastAPI, service: PageClient
) -> None:
    desk = begun_in_professional(service_app, service, "begun")
    changes = as_form(beleid_minimum="3", professional_contact="Iemand anders, 030 999 88 77")
    service.submit(f"{desk}/wijzigen", changes)
    windows = windows_at(service_app, desk)
    assert windows["beleid"].minimum == 3
    assert windows["professional"].contact == "Iemand anders, 030 999 88 77"


def test_the_form_tells_what_is_fixed_and_does_not_ask_it(service_app: FastAPI, service: PageClient) -> None:
    desk = begun_in_professional(service_app, service, "begun")
    page = service.get(f"{desk}/wijzigen")
    assert "Iedereen vult apart in, met een minimum van 5 mensen. Er is al iemand begonnen" in page.text
    names = {element.get("name") for element in page.all("input", "select", "textarea")}
    assert not names & {"professional_part", "professional_minimum"}
    assert {"professional_contact", "beleid_part"} <= names
    sent = {name: value for name, value in SCAN.items() if name not in {"professional_part", "professional_minimum"}}
    service.submit(f"{desk}/wijzigen", sent | {"name": "Nieuwe naam"})
    assert windows_at(service_app, desk)["professional"].minimum == 5
    assert scan_at(service_app, desk).name == "Nieuwe naam"


def begun_in_professional(app: FastAPI, service: PageClient, answered: str) -> str:
    desk = add_scan(service)
    set_up = SetUp(scan_at(app, desk), None, windows_at(app, desk))  # type: ignore[arg-type]
    with begin_writing(app.state.engine) as session:
        if answered == "sent":
            scans.add_response(session, set_up, "professional")
        else:
            add_draft(session, set_up, "professional")
    return desk


@pytest.mark.parametrize("state", ["closed", "archived", "due"])
def test_of_a_scan_that_is_not_open_only_the_name_can_change(
    service_app: FastAPI, service: PageClient, state: str
) -> None:
    desk = add_scan(service, closes_on="2026-03-20")
    codes = {window.code for window in windows_at(service_app, desk).values()}
    bring_into(service_app, desk, state)
    page = service.get(f"{desk}/wijzigen")
    assert [element["name"] for element in page.one("main").one("form").all("input", "select", "textarea")] == ["name"]
    refused = service.refused(f"{desk}/wijzigen", as_form(name="Stiekem", period="later"), status=409)
    assert refused.heading == "Deze scan is niet meer te wijzigen"
    assert (scan_at(service_app, desk).name, scan_at(service_app, desk).period) == ("Nulmeting", "voorjaar 2026")
    service.submit(f"{desk}/wijzigen", {"name": "Nulmeting 2026"})
    assert scan_at(service_app, desk).name == "Nulmeting 2026"
    assert {window.code for window in windows_at(service_app, desk).values()} == codes


def test_a_new_name_has_to_be_one(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service)
    bring_into(service_app, desk, "closed")
    for name in ("", "  ", "x" * 121):
        page = service.refused(f"{desk}/wijzigen", {"name": name}, status=422)
        assert fields_with_errors(page) == ["name"]
    assert scan_at(service_app, desk).name == "Nulmeting"


def bring_into(app: FastAPI, desk: str, state: str) -> None:
    if state == "due":
        app.state.today = lambda: date(2026, 3, 21)
        return
    with begin_writing(app.state.engine) as session:
        scan = lock_scan(session, desk.split("/")[2])
        assert scan is not None
        setattr(scan, f"{state}_on", TODAY)


# The archive, and deleting.


def test_a_scan_in_the_archive_takes_no_answers_and_comes_back(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service)
    assert "In het archief komen er geen antwoorden bij." in service.get(f"{desk}/archiveren").text
    service.submit(f"{desk}/archiveren")
    page = service.get(desk)
    assert page.by_id("nu").text.endswith("Deze scan staat in het archief")
    assert scan_at(service_app, desk).archived_on == TODAY
    service.submit(f"{desk}/terughalen")
    assert scan_at(service_app, desk).archived_on is None


def test_a_scan_comes_back_only_with_its_collaboration(service_app: FastAPI, service: PageClient) -> None:
    address = add_collaboration(service)
    desk = add_scan(service, address)
    service.submit(f"{address}/archiveren")
    service.refused(f"{desk}/terughalen", status=409)
    assert scan_at(service_app, desk).archived_on == TODAY


def test_a_scan_with_answers_goes_only_when_that_was_ticked(service_app: FastAPI, service: PageClient) -> None:
    desk = begun_in_professional(service_app, service, "sent")
    other = add_scan(service, add_collaboration(service, name="Een andere"))
    page = service.get(f"{desk}/verwijderen")
    assert "1 verstuurde vragenlijst" in page.text
    (seen,) = [field["value"] for field in page.all("input") if field.get("name") == "seen"]
    service.refused(f"{desk}/verwijderen", {"seen": seen}, status=422)
    service.refused(f"{desk}/verwijderen", {"seen": "niets", "agreed": "ja"}, status=422)
    service.refused(f"{desk}/verwijderen", {"agreed": "ja"}, status=422)
    service.submit(f"{desk}/verwijderen", {"seen": seen, "agreed": "ja"})
    service.get(desk, 404)
    service.get(other)
    with Session(service_app.state.engine) as session:
        assert len(session.exec(select(Scan)).all()) == 1
        assert session.exec(select(Response)).all() == []


def test_a_wrong_kind_of_request_changes_nothing(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service)
    for path in ("archiveren", "verwijderen", "wijzigen"):
        assert service.http.put(f"{desk}/{path}").status_code == 405
    assert service.get("/samenwerkingen/1/terughalen", 405).heading == "Dat kan op dit adres niet"
    sent = service.http.post(f"{desk}/archiveren", headers={"Sec-Fetch-Site": "cross-site"})
    assert sent.status_code == 403
    assert scan_at(service_app, desk).archived_on is None
