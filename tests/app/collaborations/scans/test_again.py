"""Measuring again: one button makes the next scan, with the settings of the last one that closed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select

from app.accounts.audit import Act
from app.closing.ambition import set_ambition
from app.closing.service import close_scan
from app.collaborations.scans.again import measure_again, next_form
from app.db import begin_writing
from app.models import AuditEntry, Grant, Result, Scan, ScanWindow
from app.store.scans import find_scan
from app.web.errors import Refusal
from questionnaires import load_current
from scoring import result_outline
from tests.app.collaborations.setting_up import WOERDEN, coordinator_of, error_at, fields_with_errors
from tests.app.page_client import PageClient
from tests.app.people import add_person, somebody
from tests.app.scans import CLOSED_ON, SetUp, add_response, add_scan

TODAY = date(2027, 3, 10)
KEPT = ("is_on", "mode", "entry", "minimum", "contact")


@pytest.fixture(autouse=True)
def today(service_app: FastAPI) -> None:
    service_app.state.today = lambda: TODAY


def closed(app: FastAPI, **about: Any) -> SetUp:
    """A scan with an answer and a result."""
    with begin_writing(app.state.engine) as session:
        set_up = add_scan(session, **about)
        add_response(session, set_up, "organisatie")
    close(app, set_up.scan.id)
    return set_up


def close(app: FastAPI, scan_id: str) -> None:
    with begin_writing(app.state.engine) as session:
        close_scan(session, app.state.editions, scan_id, CLOSED_ON)


def again(set_up: SetUp) -> str:
    return f"/scans/{set_up.scan.id}/beheer/opnieuw"


def as_it_stands(client: PageClient, address: str, **about: str) -> dict[str, str]:
    """The form as it is filled in already, with what is changed in it."""
    page = client.get(address)
    inputs = {one["name"]: one.get("value") or "" for one in page.all("input") if one.get("name")}
    chosen = {
        select["name"]: option["value"]
        for select in page.all("select")
        for option in select.all("option")
        if "selected" in option.attributes
    }
    return inputs | chosen | about


def scans_of(app: FastAPI, set_up: SetUp) -> list[Scan]:
    with Session(app.state.engine) as session:
        wanted = select(Scan).where(Scan.collaboration_id == set_up.collaboration.id)
        return sorted(session.exec(wanted).all(), key=lambda scan: scan.position)


def windows_of(app: FastAPI, scan_id: str) -> dict[str, ScanWindow]:
    with Session(app.state.engine) as session:
        return {one.window: one for one in session.exec(select(ScanWindow).where(ScanWindow.scan_id == scan_id))}


# One click to the page, and one to the scan.


def test_one_click_makes_the_next_scan_with_the_same_settings(service_app: FastAPI, service: PageClient) -> None:
    first = closed(
        service_app,
        windows=("inwoner", "professional", "organisatie"),
        mode={"organisatie": "team"},
        minimum={"inwoner": 8, "professional": 3},
        personal=("professional",),
        keep_months=6,
    )
    address = f"/samenwerkingen/{first.collaboration.id}"
    assert again(first) in service.get(address).links()
    led_to = service.submit(again(first), as_it_stands(service, again(first)))
    old, new = scans_of(service_app, first)
    assert led_to == f"/scans/{new.id}/beheer?gedaan=klaargezet"
    assert (new.name, new.purpose, new.period, new.closes_on) == ("Tweede meting", "na een pilot", "maart 2027", None)
    assert (new.position, new.keep_months, new.edition, new.closed_on) == (2, 6, load_current().id, None)
    before, after = windows_of(service_app, old.id), windows_of(service_app, new.id)
    for name, window in before.items():
        assert [getattr(after[name], part) for part in KEPT] == [getattr(window, part) for part in KEPT]
        assert after[name].code != window.code
        assert not after[name].is_announced
    page = service.get(led_to)
    assert "De scan staat klaar." in page.text
    assert page.by_id("link-inwoner").text.endswith(after["inwoner"].code)
    with Session(service_app.state.engine) as session:
        entries = [one for one in session.exec(select(AuditEntry)) if one.act == Act.SCAN_MADE]
    assert [one.scan_id for one in entries] == [new.id]


def test_what_is_chosen_anew_is_kept(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app)
    typed = {"name": "Na de proef", "purpose": "anders", "purpose_other": "proef met een wijkteam",
             "period": "voorjaar 2027", "closes_on": "2027-05-31"}  # fmt: skip
    service.submit(again(first), as_it_stands(service, again(first), **typed))
    new = scans_of(service_app, first)[1]
    assert (new.name, new.purpose, new.period) == ("Na de proef", "proef met een wijkteam", "voorjaar 2027")
    assert new.closes_on == date(2027, 5, 31)


def test_the_page_tells_what_is_taken_over(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app, windows=("inwoner", "professional"), personal=("professional",), keep_months=3)
    text = service.get(again(first)).text
    for words in (
        "instellingen van ‘Nulmeting’, gesloten op 30 juni 2026",
        "met een minimum van 5 mensen. Er is één link voor iedereen.",
        "Ieder krijgt een eigen link.",
        "Doet niet mee.",
        "Voor vragen: Sanne de Wit",
        "tot 3 maanden na het sluiten",
        first.collaboration.target_group,
        first.collaboration.partners,
        "De moderator, de adressen van genodigden en de ambitie gaan niet mee",
    ):
        assert words in text


def test_a_moderator_does_not_go_along(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app)
    with begin_writing(service_app.state.engine) as session:
        add_person(session, "moderator", scan_id=first.scan.id)
    led_to = service.submit(again(first), as_it_stands(service, again(first)))
    with Session(service_app.state.engine) as session:
        assert session.exec(select(Grant).where(Grant.scan_id == led_to.split("/")[2])).all() == []


def test_from_a_third_measurement_on_the_purpose_stays(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app, purpose="proef met een wijkteam", name="Fase 1")
    filled = as_it_stands(service, again(first))
    assert filled["name"] == "Fase 2"
    assert (filled["purpose"], filled["purpose_other"]) == ("anders", "proef met een wijkteam")


# Where the way begins.


def test_the_way_begins_at_the_desk_and_at_the_result(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app)
    for address in (f"/scans/{first.scan.id}/beheer", f"/scans/{first.scan.id}"):
        assert again(first) in service.get(address).links()


def test_while_a_scan_runs_nothing_leads_there(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app)
    service.submit(again(first), as_it_stands(service, again(first)))
    second = scans_of(service_app, first)[1]
    for address in (f"/samenwerkingen/{first.collaboration.id}", f"/scans/{first.scan.id}/beheer",
                    f"/scans/{second.id}/beheer"):  # fmt: skip
        assert not [link for link in service.get(address).links() if link.endswith("/opnieuw")]


def test_who_only_reads_has_no_link(service_app: FastAPI) -> None:
    first = closed(service_app)
    reader = somebody(service_app, "adviseur", collaboration_id=first.collaboration.id)
    assert again(first) not in reader.get(f"/scans/{first.scan.id}").links()
    reader.get(again(first), 403)


def test_a_neighbour_finds_nothing(service_app: FastAPI) -> None:
    first = closed(service_app)
    woerden = coordinator_of(service_app, WOERDEN)
    woerden.get(again(first), 404)
    woerden.refused(again(first), {"name": "x"}, status=404)
    assert len(scans_of(service_app, first)) == 1


# When it is not possible.


def test_an_open_scan_is_not_measured_again(service_app: FastAPI, service: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        first = add_scan(session)
    for page in (service.get(again(first), 409), service.refused(again(first), {"name": "Tweede"}, status=409)):
        assert page.heading == "De vorige scan is nog open"
        assert f"/scans/{first.scan.id}/beheer" in page.links()
    assert len(scans_of(service_app, first)) == 1


def test_a_second_click_makes_no_second_scan(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app)
    form = as_it_stands(service, again(first))
    service.submit(again(first), form)
    for page in (service.refused(again(first), form, status=409), service.get(again(first), 409)):
        assert page.heading == "Er staat al een scan klaar"
        assert f"/scans/{scans_of(service_app, first)[1].id}/beheer" in page.links()
    assert len(scans_of(service_app, first)) == 2


def test_of_some_who_click_at_the_same_moment_one_makes_a_scan(service_app: FastAPI) -> None:
    first, engine = closed(service_app), service_app.state.engine
    together = threading.Barrier(3, timeout=20)

    def clicks(_: int) -> bool:
        together.wait()
        try:
            with begin_writing(engine) as session:
                found = find_scan(session, first.scan.id)
                assert found is not None
                form = next_form(session, found, TODAY)
                measure_again(session, found, form, load_current().id, TODAY)
        except Refusal:
            return False
        return True

    with ThreadPoolExecutor(3) as people:
        assert sorted(people.map(clicks, range(3))) == [False, False, True]
    assert len(scans_of(service_app, first)) == 2


def test_an_earlier_scan_leads_to_the_last_that_was_closed(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app)
    form = as_it_stands(service, again(first))
    second = service.submit(again(first), form).split("/")[2]
    close(service_app, second)
    answer = service.http.get(again(first))
    assert (answer.status_code, answer.headers["location"]) == (303, f"/scans/{second}/beheer/opnieuw")
    assert service.refused(again(first), form, status=409).heading == "Na deze scan is er al gemeten"
    third = as_it_stands(service, f"/scans/{second}/beheer/opnieuw")
    assert (third["name"], third["purpose"]) == ("Derde meting", "na een pilot")


def test_nothing_is_measured_again_in_the_archive(service_app: FastAPI, service: PageClient) -> None:
    alone, together = closed(service_app, archived_on=None), closed(service_app)
    with begin_writing(service_app.state.engine) as session:
        session.get_one(Scan, alone.scan.id).archived_on = TODAY
    service.submit(f"/samenwerkingen/{together.collaboration.id}/archiveren")
    assert service.get(again(alone), 409).heading == "Deze scan staat in het archief"
    assert service.get(again(together), 409).heading == "Deze samenwerking staat in het archief"
    for one in (alone, together):
        service.refused(again(one), {"name": "Tweede"}, status=409)
        assert len(scans_of(service_app, one)) == 1


def test_what_does_not_fit_is_said_at_its_field(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app)
    yesterday = (TODAY - timedelta(days=1)).isoformat()
    wrong = as_it_stands(service, again(first), name=" ", purpose="", period="", closes_on=yesterday)
    page = service.refused(again(first), wrong, status=422)
    assert fields_with_errors(page) == ["name", "purpose", "period", "closes_on"]
    same = as_it_stands(service, again(first), name="NULMETING")
    page = service.refused(again(first), same, status=422)
    assert error_at(page, "name") == "Deze samenwerking heeft al een scan met deze naam. Kies een andere naam."
    assert page.by_id("name")["value"] == "NULMETING"
    assert len(scans_of(service_app, first)) == 1


def test_a_contact_that_is_missing_leads_to_the_whole_form(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app)
    with begin_writing(service_app.state.engine) as session:
        session.get_one(ScanWindow, (first.scan.id, "inwoner")).contact = ""
    page = service.get(again(first))
    assert "Noem iemand aan wie inwoners iets kunnen vragen" in page.text
    assert again(first) not in [form.get("action") for form in page.all("form")]
    whole = f"/samenwerkingen/{first.collaboration.id}/scans/nieuw"
    assert whole in page.links()
    refused = service.refused(again(first), {"name": "x", "purpose": "nulmeting", "period": "x"}, status=422)
    assert whole in refused.links()
    assert len(scans_of(service_app, first)) == 1
    form = service.get(whole)
    assert form.by_id("name")["value"] == "Tweede meting"
    assert form.by_id("inwoner_contact").text == ""


# What differs from the scan before.


def test_without_differences_nothing_is_warned_of(service_app: FastAPI, service: PageClient) -> None:
    text = service.get(again(closed(service_app))).text
    assert "anders beschreven" not in text
    assert "vernieuwd" not in text


def test_another_description_is_shown_beside_the_one_of_then(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app)
    address = f"/samenwerkingen/{first.collaboration.id}"
    described = {"name": first.collaboration.name, "target_group": "Jongeren tot 27 jaar",
                 "partners": first.collaboration.partners}  # fmt: skip
    service.submit(f"{address}/wijzigen", described)
    for page in (service.get(again(first)), service.get(f"{address}/scans/nieuw")):
        assert "De samenwerking is nu anders beschreven" in page.text
        assert [one.text for one in page.all("dt") if one.text.endswith(("toen", "nu"))] == [
            "Voor wie, toen",
            "Voor wie, nu",
        ]
        assert first.collaboration.target_group in page.text
        assert "Jongeren tot 27 jaar" in page.text
    service.submit(again(first), as_it_stands(service, again(first)))


def test_another_edition_is_said_with_what_stays_comparable(
    service_app: FastAPI, service: PageClient, newer: str
) -> None:
    first = closed(service_app)
    text = service.get(again(first)).text
    assert "De vragenlijst is vernieuwd" in text
    assert f"De eerdere scan gebruikt editie {first.scan.edition} van de vragenlijst, de latere editie {newer}." in text
    assert "Deze edities zijn niet met elkaar te vergelijken." in text
    service.submit(again(first), as_it_stands(service, again(first)))
    assert [scan.edition for scan in scans_of(service_app, first)] == [first.scan.edition, newer]


@pytest.fixture
def newer(service_app: FastAPI) -> Iterator[str]:
    """A newer edition that says nothing of the one before, as the one for new scans."""
    state = service_app.state
    kept = state.editions, state.current_edition
    edition = replace(kept[1], file=kept[1].file.model_copy(update={"id": "integraal-werken/2099.1"}), comparable={})
    state.editions, state.current_edition = kept[0] | {edition.id: edition}, edition
    yield edition.id
    state.editions, state.current_edition = kept


def test_the_whole_form_warns_softly_that_other_windows_compare_less(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app)
    whole = f"/samenwerkingen/{first.collaboration.id}/scans/nieuw"
    assert whole in service.get(again(first)).links()
    assert "dan zijn de uitslagen minder goed te vergelijken" in service.get(whole).text


# What a closed scan keeps.


def test_a_closed_scan_stays_about_whom_it_was(service_app: FastAPI, service: PageClient) -> None:
    first = closed(service_app)
    then = first.collaboration.target_group, first.collaboration.partners
    described = {"name": first.collaboration.name, "target_group": "Jongeren", "partners": "Alleen de school"}
    service.submit(f"/samenwerkingen/{first.collaboration.id}/wijzigen", described)
    (scan,) = scans_of(service_app, first)
    assert (scan.target_group, scan.partners) == then
    for address in (f"/scans/{first.scan.id}", f"/scans/{first.scan.id}/beheer"):
        text = service.get(address).text
        assert all(words in text for words in then)
        assert "Alleen de school" not in text


def test_every_version_of_a_result_keeps_its_outline(service_app: FastAPI) -> None:
    first = closed(service_app)
    with begin_writing(service_app.state.engine) as session:
        set_ambition(session, first.scan.id, 5, "Deze inwoners hebben veel tegelijk nodig.", service_app.state.now())
    with Session(service_app.state.engine) as session:
        versions = session.exec(select(Result).where(Result.scan_id == first.scan.id)).all()
        assert sorted(one.outline["ambition"] or 0 for one in versions) == [0, 5]
        assert all(one.outline == result_outline(one.record["result"]) for one in versions)
