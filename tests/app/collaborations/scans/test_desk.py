"""The desk of a scan: its links and codes, how many answered, and what can be done now."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from fastapi import FastAPI
from sqlmodel import Session

from app.collaborations.codes import grouped
from app.db import begin_writing
from app.models import Result
from app.store.results import add_result
from app.store.scans import lock_scan
from tests.app.collaborations.setting_up import add_scan as add_by_form
from tests.app.collaborations.setting_up import windows_at
from tests.app.drafts import add_draft
from tests.app.page_client import InspectedPage, PageClient
from tests.app.scans import SetUp, add_response, add_scan

TODAY = date(2026, 3, 10)
FRAGMENT = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def today(service_app: FastAPI) -> None:
    service_app.state.today = lambda: TODAY


def desk_of(set_up: SetUp) -> str:
    return f"/scans/{set_up.scan.id}/beheer"


def now(page: InspectedPage) -> str:
    return page.by_id("nu").text.removeprefix("Wat kunt u nu doen? ")


def test_a_coordinator_gets_four_links_with_two_forms(service_app: FastAPI, service: PageClient) -> None:
    desk = add_by_form(service)
    page = service.get(f"{desk}?gedaan=klaargezet")
    assert "De scan staat klaar." in page.text
    for name, window in windows_at(service_app, desk).items():
        assert page.by_id(f"link-{name}").text == f"http://127.0.0.1/m/{window.code}"
        assert grouped(window.code) in page.text
        assert f"{desk}/{name}" in page.links()
        assert f"{desk}/{name}/poster" in page.links()


def test_a_window_that_is_off_has_no_way_in(service_app: FastAPI, service: PageClient) -> None:
    desk = add_by_form(service, beleid_part="off")
    page = service.get(desk)
    assert windows_at(service_app, desk)["beleid"].code not in page.html
    assert f"{desk}/beleid" not in page.links()
    for path in ("beleid", "beleid/poster", "beleid/qr.svg"):
        service.get(f"{desk}/{path}", 404)


def test_before_the_first_answer_the_groups_are_invited(service: PageClient) -> None:
    page = service.get(add_by_form(service))
    assert now(page) == "Nodig de groepen uit"
    assert "nog 5 nodig" in page.by_id("aantallen").text


def test_the_counts_say_what_was_sent_begun_and_is_still_needed(service_app: FastAPI, service: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session, mode={"organisatie": "team"}, minimum={"organisatie": 5})
        for _ in range(3):
            add_response(session, set_up, "professional")
        add_draft(session, set_up)
        add_response(session, set_up, "organisatie", participants=6)
    page = service.get(desk_of(set_up))
    assert [item.text.partition(" van ")[2] for item in page.by_id("aantallen").all("li")] == [
        "5 nog 5 nodig 0 verstuurd, 1 begonnen",
        "5 nog 2 nodig 3 verstuurd, 0 begonnen",
        "1 genoeg 1 verstuurd, 0 begonnen",
        "1 nog 1 nodig 0 verstuurd, 0 begonnen",
    ]
    assert now(page) == "Wacht op antwoorden, of herinner de groepen eraan"
    assert "inwoner nog 5, professional nog 2 en beleid nog 1" in page.text


def test_when_every_window_has_enough_the_scan_can_be_closed(service_app: FastAPI, service: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session, windows=("beleid",))
        add_response(session, set_up, "beleid")
        add_draft(session, set_up, "beleid")
    page = service.get(desk_of(set_up))
    assert now(page) == "Elk venster haalt het minimum"
    assert "Begonnen en nog niet verstuurd: 1 vragenlijst." in page.text
    assert f"{desk_of(set_up)}/sluiten" in page.links()


def test_the_counts_are_looked_at_again_and_only_they(service: PageClient) -> None:
    desk = add_by_form(service)
    place = service.get(desk).by_id("aantallen")
    assert (place["hx-get"], place["hx-trigger"]) == (f"{desk}/aantallen", "every 30s, kijk")
    part = service.http.get(f"{desk}/aantallen", headers=FRAGMENT)
    assert part.status_code == 200
    assert "<html" not in part.text
    assert "nog 5 nodig" in part.text
    assert "hx-get" not in part.text, "the place itself stays"
    assert 'id="nu-doen" hx-swap-oob' in part.text, "what can be done now comes along"
    assert "Verstuurde vragenlijsten: inwoner 0, professional 0, organisatie 0 en beleid 0." in part.text
    assert "HX-Request" in part.headers["vary"]
    assert service.get(f"{desk}/aantallen").heading == "Nulmeting", "without JavaScript it is the whole page"


def test_what_stands_on_the_page_already_is_not_sent_or_read_aloud_again(
    service_app: FastAPI, service: PageClient
) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session)
    desk = desk_of(set_up)
    known = service.get(desk).by_id("stand")["value"]
    assert service.http.get(f"{desk}/aantallen?stand={known}", headers=FRAGMENT).status_code == 204
    with begin_writing(service_app.state.engine) as session:
        add_response(session, set_up, "beleid")
    changed = service.http.get(f"{desk}/aantallen?stand={known}", headers=FRAGMENT)
    assert (changed.status_code, "beleid 1." in changed.text) == (200, True)


def test_a_sign_of_the_first_answer_by_an_own_link_is_not_in_what_the_page_knows(
    service_app: FastAPI, service: PageClient
) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session, personal=("professional",))
    before = service.get(desk_of(set_up)).by_id("stand")["value"]
    with begin_writing(service_app.state.engine) as session:
        add_response(session, set_up, "professional")
        add_draft(session, set_up, "professional")
    assert service.get(desk_of(set_up)).by_id("stand")["value"] == before


def test_the_links_of_a_new_scan_come_first_and_the_counts_of_one_that_runs(
    service_app: FastAPI, service: PageClient
) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session)
    order = [one["id"] for one in service.get(desk_of(set_up)).all() if one.get("id") in {"vensters", "aantallen"}]
    assert order == ["vensters", "aantallen"]
    with begin_writing(service_app.state.engine) as session:
        add_response(session, set_up, "beleid")
    page = service.get(desk_of(set_up))
    assert [one["id"] for one in page.all() if one.get("id") in {"vensters", "aantallen"}] == ["aantallen", "vensters"]
    assert f"{desk_of(set_up)}/uitnodigingen" in page.links()


def test_a_scan_past_its_closing_date_asks_for_its_result(service_app: FastAPI, service: PageClient) -> None:
    desk = add_by_form(service, closes_on="2026-03-20")
    service_app.state.today = lambda: date(2026, 3, 21)
    page = service.get(desk)
    assert now(page) == "Maak de uitslag"
    assert "Sluitingsdatum voorbij" in page.text
    assert page.by_id("aantallen").get("hx-get") is None


def test_a_closed_scan_leads_to_its_result_and_its_ambition(service_app: FastAPI, service: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        set_up = add_scan(session)
        add_response(session, set_up, "beleid")
        add_result(session, result_of(service_app, set_up))
        close(session, set_up)
    page = service.get(desk_of(set_up))
    assert now(page) == "Lees de uitslag en kies een ambitie"
    assert {f"/scans/{set_up.scan.id}", f"/scans/{set_up.scan.id}/ambitie"} <= set(page.links())
    assert f"{desk_of(set_up)}/sluiten" not in page.links()
    assert "Gesloten op 10 maart 2026" in page.text
    assert "nodig" not in page.by_id("aantallen").text


def test_html_in_a_contact_or_period_is_shown_as_it_was_typed(service: PageClient) -> None:
    page = service.get(add_by_form(service, name="<i>x</i>", period="<b>lente</b>"))
    assert "<b>lente" not in page.html
    assert "<b>lente</b>" in page.text
    assert page.heading == "<i>x</i>"


def close(session: Session, set_up: SetUp) -> None:
    scan = lock_scan(session, set_up.scan.id)
    assert scan is not None
    scan.closed_on = TODAY


def result_of(app: FastAPI, set_up: SetUp) -> Result:
    return Result(
        scan_id=set_up.scan.id,
        version=1,
        edition=app.state.current_edition.id,
        method="mm-1.0",
        record={},
        created_at=datetime(2026, 3, 10, tzinfo=UTC),
    )
