"""How long answers are kept: chosen with the scan, told to who answers, and then only made shorter."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import FastAPI

from app.db import begin_writing
from app.models import Scan
from tests.app.collaborations.setting_up import (
    SCAN,
    add_scan,
    error_at,
    fields_with_errors,
    only_collaboration,
    scan_at,
)
from tests.app.drafts import add_draft
from tests.app.page_client import InspectedPage, PageClient
from tests.app.scans import SetUp
from tests.app.scans import add_scan as stored_scan

CLOSED_ON = date(2026, 6, 30)
ALL = ["1", "3", "6", "12", "24"]


def set_up(app: FastAPI, **about: object) -> SetUp:
    with begin_writing(app.state.engine) as session:
        return stored_scan(session, **about)


def begun(app: FastAPI, scan: SetUp) -> None:
    with begin_writing(app.state.engine) as session:
        add_draft(session, scan)


def address(scan: SetUp) -> str:
    return f"/scans/{scan.scan.id}/beheer/bewaartermijn"


def kept(app: FastAPI, scan: SetUp) -> int:
    with begin_writing(app.state.engine) as session:
        return session.get_one(Scan, scan.scan.id).keep_months


def offered(page: InspectedPage) -> list[str]:
    """The periods that can be chosen, in a select or with radio buttons."""
    radios = [one["value"] for one in page.all("input") if one.get("name") == "keep_months"]
    selects = [one for one in page.all("select") if one.get("name") == "keep_months"]
    return radios or [option["value"] for option in selects[0].all("option")]


def test_a_new_scan_offers_every_period_and_has_chosen_a_year(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service)
    collaboration = only_collaboration(service_app)
    page = service.get(f"/samenwerkingen/{collaboration.id}/scans/nieuw")
    assert offered(page) == ALL
    (select,) = [one for one in page.all("select") if one.get("name") == "keep_months"]
    assert [one["value"] for one in select.all("option") if one.get("selected") is not None] == ["12"]
    assert scan_at(service_app, desk).keep_months == 12


def test_what_is_chosen_is_kept_and_offered_again_for_the_next_scan(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service, keep_months="3")
    assert scan_at(service_app, desk).keep_months == 3
    assert "tot 3 maanden na het sluiten" in service.get(desk).text
    page = service.get(f"/samenwerkingen/{only_collaboration(service_app).id}/scans/nieuw")
    chosen = [one for one in page.all("option") if one.get("selected") is not None]
    assert "3 maanden na het sluiten" in [one.text for one in chosen]


@pytest.mark.parametrize("months", ["0", "2", "25", "-1", "twaalf", "9" * 40])
def test_another_period_is_refused(service_app: FastAPI, service: PageClient, months: str) -> None:
    desk = add_scan(service)
    page = service.refused(f"{desk}/wijzigen", SCAN | {"keep_months": months}, status=422)
    assert fields_with_errors(page) == ["keep_months"]
    assert error_at(page, "keep_months") == "Kies hoe lang de antwoorden bewaard blijven."
    page = service.refused(f"{desk}/bewaartermijn", {"keep_months": months}, status=422)
    assert fields_with_errors(page) == ["keep_months"]
    assert scan_at(service_app, desk).keep_months == 12


def test_as_long_as_nobody_began_it_can_be_made_longer(service_app: FastAPI, service: PageClient) -> None:
    desk = add_scan(service)
    service.submit(f"{desk}/wijzigen", SCAN | {"keep_months": "24"})
    assert scan_at(service_app, desk).keep_months == 24


def test_from_the_first_who_began_it_is_only_made_shorter(service_app: FastAPI, service: PageClient) -> None:
    scan = set_up(service_app)
    begun(service_app, scan)
    form = f"/scans/{scan.scan.id}/beheer/wijzigen"
    for where in (form, address(scan)):
        assert offered(service.get(where)) == ["1", "3", "6", "12"]
    sent = {name: value for name, value in SCAN.items() if not name.startswith("inwoner_part")}
    page = service.refused(form, sent | {"keep_months": "24"}, status=422)
    assert "u kunt dat alleen korter maken" in error_at(page, "keep_months")
    page = service.refused(address(scan), {"keep_months": "24"}, status=422)
    assert "lazen dat hun antwoorden 1 jaar bewaard blijven" in error_at(page, "keep_months")
    assert kept(service_app, scan) == 12

    service.submit(form, sent | {"keep_months": "6"})
    assert kept(service_app, scan) == 6


def test_after_closing_it_is_made_shorter_by_a_form_of_its_own(service_app: FastAPI, service: PageClient) -> None:
    scan = set_up(service_app, closed_on=CLOSED_ON)
    desk = f"/scans/{scan.scan.id}/beheer"
    page = service.get(desk)
    assert address(scan) in page.links()
    assert "tot 30 juni 2027" in page.text
    page = service.get(address(scan))
    assert offered(page) == ["1", "3", "6", "12"]
    assert "alleen korter maken" in page.text

    assert service.submit(address(scan), {"keep_months": "3"}) == f"{desk}?gedaan=gewijzigd"

    assert kept(service_app, scan) == 3
    assert "tot 30 september 2026" in service.get(desk).text
    service.refused(address(scan), {"keep_months": "6"}, status=422)


def test_when_the_answers_are_gone_there_is_nothing_to_choose(service_app: FastAPI, service: PageClient) -> None:
    scan = set_up(service_app, closed_on=CLOSED_ON, answers_deleted_on=date(2027, 6, 30))
    assert service.get(address(scan), 409).heading == "De antwoorden zijn al gewist"
    service.refused(address(scan), {"keep_months": "1"}, status=409)
    assert kept(service_app, scan) == 12
