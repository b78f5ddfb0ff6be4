"""Who may lay which scans beside each other: whoever may read every one of them, and nobody else; on both databases."""

from __future__ import annotations

import json

import pytest
from fastapi import FastAPI
from sqlmodel import Session, col, delete, select

from app.db import begin_writing
from app.models import AuditEntry, Grant, Scan
from tests.app.comparison.course.builders import DAYS, add_closed
from tests.app.page_client import PageClient
from tests.app.people import somebody
from tests.app.results.builders import everybody
from tests.app.scans import SetUp, add_scan

PARTS = (
    "",
    "/vensters/professional",
    "/grafieken/plek.json",
    "/grafieken/plek.svg",
    "/grafieken/plek.csv",
    ".json",
    ".csv",
)
SECRET = "Project Zwaluw"


def address(set_up: SetUp, part: str = "") -> str:
    return f"/scans/{set_up.scan.id}/verloop{part}"


@pytest.fixture
def scans(service_app: FastAPI) -> list[SetUp]:
    """Three closed scans of one samenwerking."""
    return add_closed(service_app, *(everybody(value) for value in (0.25, 0.5, 0.75)), ambition=6)


@pytest.mark.parametrize("part", PARTS)
def test_readers_get_it_and_nobody_else(service_app: FastAPI, scans: list[SetUp], part: str) -> None:
    code, last = "GM0321", scans[-1]
    readers = [
        somebody(service_app, "coordinator", municipality_code=code),
        somebody(service_app, "meelezer", municipality_code=code),
        somebody(service_app, "adviseur", collaboration_id=last.collaboration.id),
    ]
    assert [one.http.get(address(last, part)).status_code for one in readers] == [200, 200, 200]
    others = [
        somebody(service_app, "coordinator", municipality_code="GM0632"),
        somebody(service_app, "moderator", scan_id=last.scan.id),
        somebody(service_app, "beheerder"),
    ]
    assert [one.http.get(address(last, part)).status_code for one in others] == [404, 404, 404]
    stranger = PageClient(service_app).http.get(address(last, part), follow_redirects=False)
    assert stranger.status_code == 303
    assert stranger.headers["location"].startswith("/inloggen?naar=")


def test_an_adviser_who_lost_access_gets_nothing(service_app: FastAPI, scans: list[SetUp]) -> None:
    adviser = somebody(service_app, "adviseur", collaboration_id=scans[0].collaboration.id)
    adviser.get(address(scans[-1]))
    with begin_writing(service_app.state.engine) as session:
        session.exec(delete(Grant).where(col(Grant.collaboration_id) == scans[0].collaboration.id))
    assert {adviser.http.get(address(scans[-1], part)).status_code for part in PARTS} == {404}


def test_the_one_before_is_chosen_unless_another_is_named(service: PageClient, scans: list[SetUp]) -> None:
    def compared(query: str) -> tuple[str, str]:
        about = json.loads(service.http.get(address(scans[2], f".json{query}")).content)["about"]
        return about["old"]["scan"], about["new"]["scan"]

    first, second, third = (one.scan.id for one in scans)
    assert compared("") == (second, third)
    assert compared(f"?met={first}") == (first, third)
    assert compared(f"?met={first}&met={second}") == (first, third)
    assert compared(f"?met={second}&met=") == (second, third)


def test_three_scans_stand_in_one_radar_with_a_look_of_their_own(service: PageClient, scans: list[SetUp]) -> None:
    query = f"?met={scans[1].scan.id}&met={scans[0].scan.id}"
    figure = service.http.get(address(scans[2], f"/grafieken/kenmerken.json{query}")).json()
    looks = {one["name"]: (one["line"]["dash"], one["marker"]["symbol"]) for one in figure["data"]}
    assert set(looks) == {"Scan 1", "Scan 2", "Scan 3"}
    assert len(set(looks.values())) == 3
    page = service.get(address(scans[2], query))
    assert "Ook in de grafieken" in page.text
    assert service.get(address(scans[2], f"/vensters/beleid{query}"))


def test_what_is_no_earlier_closed_scan_of_it_is_not_there(
    service_app: FastAPI, service: PageClient, scans: list[SetUp]
) -> None:
    other = add_closed(service_app, everybody(0.5))[0]
    with begin_writing(service_app.state.engine) as session:
        still_open = add_scan(session, collaboration=scans[0].collaboration, position=9)
        opened = still_open.scan.id
    middle = scans[1]
    for named in (other.scan.id, opened, scans[2].scan.id, middle.scan.id, "bestaat-niet", "x" * 500, "%00", "'"):
        for part in PARTS:
            answer = service.http.get(address(middle, f"{part}?met={named}"))
            assert answer.status_code == 404, (named, part)
        assert service.http.get(f"/v1/scans/{middle.scan.id}/verloop?met={named}").status_code == 404


def test_more_than_three_scans_are_refused_in_words(service: PageClient, service_app: FastAPI) -> None:
    scans = add_closed(service_app, *[everybody(0.5)] * 4)
    query = "&".join(f"met={one.scan.id}" for one in scans[:3])
    page = service.get(address(scans[3], f"?{query}"), 400)
    assert page.heading == "Kies hooguit twee eerdere scans"


def test_before_the_second_scan_it_says_that_there_is_no_then(service: PageClient, scans: list[SetUp]) -> None:
    page = service.get(address(scans[0]), 404)
    assert page.heading == "Er is nog geen eerdere scan"
    assert address(scans[0]) not in service.get(f"/scans/{scans[0].scan.id}").links()


def test_a_scan_that_is_open_has_no_course_yet(service_app: FastAPI, service: PageClient, scans: list[SetUp]) -> None:
    with begin_writing(service_app.state.engine) as session:
        still_open = add_scan(session, collaboration=scans[0].collaboration, position=9)
        opened = still_open.scan.id
    assert service.get(f"/scans/{opened}/verloop", 409).heading == "De uitslag komt na het sluiten"


def test_a_scan_in_the_archive_is_only_there_when_it_is_named(
    service_app: FastAPI, service: PageClient, scans: list[SetUp]
) -> None:
    with begin_writing(service_app.state.engine) as session:
        session.get_one(Scan, scans[1].scan.id).archived_on = DAYS[3]
    about = service.http.get(address(scans[2], ".json")).json()["about"]
    assert about["old"]["scan"] == scans[0].scan.id
    named = service.http.get(address(scans[2], f".json?met={scans[1].scan.id}")).json()["about"]
    assert named["old"]["scan"] == scans[1].scan.id


def test_reading_and_taking_along_are_noted_for_every_scan_that_is_compared(
    service_app: FastAPI, scans: list[SetUp]
) -> None:
    reader = somebody(service_app, "meelezer", name="Mea Lezer", municipality_code="GM0321")
    query = f"?met={scans[1].scan.id}&met={scans[0].scan.id}"
    reader.get(address(scans[2], query))
    reader.get(address(scans[2], query))
    reader.http.get(address(scans[2], ".csv"))
    with Session(service_app.state.engine) as session:
        noted = [(one.act, one.about) for one in session.exec(select(AuditEntry)) if one.act.startswith("result_")]
    read = sorted(about.split(" (")[0] for act, about in noted if act == "result_read")
    assert read == ["Scan 1", "Scan 2", "Scan 3"]
    assert [about.partition(": ")[2] for act, about in noted if act == "result_exported"] == ["toen en nu, csv"]


def test_lists_lead_to_it_where_there_is_an_earlier_scan(service: PageClient, scans: list[SetUp]) -> None:
    courses = {address(scans[1]), address(scans[2])}
    for page in (service.get(f"/samenwerkingen/{scans[0].collaboration.id}"), service.get("/uitslagen")):
        assert courses == {link for link in page.links() if link.endswith("/verloop")}
