"""A collaboration and its first scan in one form, of which most stands ready."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fastapi import FastAPI
from sqlmodel import Session, func, select

from app.models import Collaboration, Scan
from tests.app.collaborations.setting_up import (
    COLLABORATION,
    HOUTEN,
    LIST,
    SCAN,
    WOERDEN,
    coordinator_of,
    error_at,
    fields_with_errors,
    only_collaboration,
    scan_at,
    windows_at,
)
from tests.app.page_client import InspectedPage, PageClient

NEW = f"{LIST}/nieuw"
TYPED = COLLABORATION | {
    "inwoner_contact": SCAN["inwoner_contact"],
    "inwoner_outside": "ja",
    "professional_contact": SCAN["professional_contact"],
}
"""All that somebody fills in who changes nothing of what stands ready."""


@pytest.fixture(autouse=True)
def today(service_app: FastAPI) -> None:
    service_app.state.today = lambda: date(2026, 11, 29)


def as_sent(page: InspectedPage, **typed: str) -> dict[str, Any]:
    """What a browser sends of a form: what stands in it, with what somebody typed over it."""
    fields = [one for one in page.all("input") if one.get("name") and one["type"] != "radio"]
    stands = {one["name"]: one.get("value") or "" for one in fields if one["type"] != "checkbox"}
    stands |= {one["name"]: one["value"] for one in page.all("input") if "checked" in one.attributes}
    for choice in page.all("select"):
        chosen = [one["value"] for one in choice.all("option") if "selected" in one.attributes]
        stands[choice["name"]] = chosen[0] if chosen else choice.all("option")[0]["value"]
    return stands | typed | {"scan": "ja"}


def nothing_was_made(app: FastAPI) -> bool:
    with Session(app.state.engine) as session:
        counts = [session.exec(select(func.count()).select_from(one)).one() for one in (Collaboration, Scan)]
    return counts == [0, 0]


def test_six_fields_and_one_button_lead_to_four_links(service_app: FastAPI) -> None:
    houten = coordinator_of(service_app, HOUTEN)
    form = houten.get(NEW)
    led_to = houten.submit(NEW, as_sent(form, **{name: TYPED[name] for name in TYPED if name != "municipality"}))
    page = houten.get(led_to)
    assert "De scan staat klaar." in page.text
    assert len([one for one in page.all("code") if (one.get("id") or "").startswith("link-")]) == 4
    desk = led_to.partition("?")[0]
    scan = scan_at(service_app, desk)
    assert (scan.name, scan.purpose, scan.period) == ("Nulmeting", "nulmeting", "tweede helft van 2026")
    windows = windows_at(service_app, desk)
    assert all(window.is_on and window.entry == "open" for window in windows.values())
    assert (windows["inwoner"].minimum, windows["professional"].minimum) == (5, 5)
    assert windows["beleid"].contact == SCAN["professional_contact"]
    assert only_collaboration(service_app).name == "Op Koers"


def test_what_stands_ready_can_be_changed_in_the_same_form(service_app: FastAPI, service: PageClient) -> None:
    changed = {"scan_name": "Meting 1", "period": "najaar 2026", "beleid_part": "off", "closes_on": "2026-12-31"}
    desk = service.submit(NEW, as_sent(service.get(NEW), **TYPED, **changed)).partition("?")[0]
    scan = scan_at(service_app, desk)
    assert (scan.name, scan.period, scan.closes_on) == ("Meting 1", "najaar 2026", date(2026, 12, 31))
    assert not windows_at(service_app, desk)["beleid"].is_on


def test_everything_that_is_missing_is_said_at_once_and_neither_is_made(
    service_app: FastAPI, service: PageClient
) -> None:
    page = service.refused(NEW, as_sent(service.get(NEW)), status=422)
    expected = ["municipality", "name", "target_group", "partners", "inwoner_contact", "professional_contact"]
    assert [link["href"][1:] for link in page.by_id("fouten").all("a")] == expected
    assert nothing_was_made(service_app)


def test_a_fault_in_the_settings_opens_them_and_keeps_what_was_typed(service_app: FastAPI, service: PageClient) -> None:
    sent = as_sent(service.get(NEW), **TYPED, scan_name="", closes_on="2026-11-28")
    page = service.refused(NEW, sent, status=422)
    assert fields_with_errors(page) == ["scan_name", "closes_on"]
    assert error_at(page, "scan_name") == "Geef de scan een naam, bijvoorbeeld Nulmeting."
    settings = next(one for one in page.all("details") if "setup-form__settings" in (one.get("class") or ""))
    assert "open" in settings.attributes
    assert page.by_id("name")["value"] == "Op Koers"
    assert nothing_was_made(service_app)


def test_a_name_that_is_taken_leaves_no_scan_behind(service_app: FastAPI, service: PageClient) -> None:
    service.submit(NEW, COLLABORATION)
    page = service.refused(NEW, as_sent(service.get(NEW), **TYPED), status=422)
    assert fields_with_errors(page) == ["name"]
    with Session(service_app.state.engine) as session:
        assert session.exec(select(func.count()).select_from(Scan)).one() == 0


def test_nobody_begins_in_a_gemeente_that_is_not_theirs(service_app: FastAPI, service: PageClient) -> None:
    sent = as_sent(service.get(NEW), **TYPED)
    coordinator_of(service_app, WOERDEN).submit(NEW, sent)
    assert only_collaboration(service_app).municipality_code == "GM0632", "where there is one, it is not asked"
