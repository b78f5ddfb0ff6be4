"""Advisers read one collaboration until they do not; a moderator is never the coördinator."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.closing.service import close_scan
from app.db import begin_writing
from tests.app.accounts.people.houten import (
    HOUTEN,
    PEOPLE,
    WOERDEN,
    acts,
    as_stored,
    begun,
    coordinator_of,
    grant_of,
    letters,
    roles_of,
    row_of,
)
from tests.app.page_client import PageClient
from tests.app.people import sign_in
from tests.app.scans import CLOSED_ON, SetUp, add_response, add_scan

BESIDES = {"scan_closed", "result_read"}
"""What is in the log beside people."""
EXTERN = "extern@advies.nl"


@pytest.fixture
def scan(service_app: FastAPI) -> SetUp:
    """A closed scan of Houten."""
    with begin_writing(service_app.state.engine) as session:
        made = add_scan(session)
        for _ in range(5):
            add_response(session, made, "professional")
    with begin_writing(service_app.state.engine) as session:
        close_scan(session, service_app.state.editions, made.scan.id, CLOSED_ON)
    return made


def access(scan: SetUp) -> str:
    return f"/samenwerkingen/{scan.collaboration.id}/toegang"


def moderation(scan: SetUp) -> str:
    return f"/scans/{scan.scan.id}/beheer/moderator"


def test_an_adviser_reads_one_collaboration_and_loses_it_with_the_next_click(service_app: FastAPI, scan: SetUp) -> None:
    client, _ = coordinator_of(service_app)
    with begin_writing(service_app.state.engine) as session:
        other = add_scan(session)
    adviser = begun(service_app, "meelezer", email=EXTERN, municipality_code=WOERDEN)
    theirs = sign_in(PageClient(service_app), adviser)
    theirs.get(f"/scans/{scan.scan.id}", 404)
    led_to = client.submit(access(scan), {"email": EXTERN})
    theirs.get(f"/scans/{scan.scan.id}")
    assert f"/scans/{scan.scan.id}" in theirs.get("/uitslagen").links()
    theirs.get(f"/scans/{other.scan.id}", 404)
    theirs.get(access(scan), 403)
    (way,) = [link for link in client.get(led_to).links() if link.endswith("/intrekken")]
    asked = client.get(way)
    assert "kan dan de uitslagen van deze samenwerking niet meer lezen" in asked.text
    theirs.get(f"/scans/{scan.scan.id}")
    assert client.submit(asked.one("main").one("form")["action"]) == f"{access(scan)}?gedaan=ingetrokken"
    theirs.get(f"/scans/{scan.scan.id}", 404)
    about_people = [act for act in acts(service_app) if act[0] not in BESIDES]
    assert about_people == [("role_given", HOUTEN), ("invitation_withdrawn", HOUTEN)]


def test_an_adviser_stands_on_the_page_of_the_collaboration_and_of_the_people(
    service_app: FastAPI, scan: SetUp
) -> None:
    client, _ = coordinator_of(service_app)
    begun(service_app, "adviseur", name="Els Extern", email=EXTERN, collaboration_id=scan.collaboration.id)
    assert "Toegang sinds 5 januari 2026" in row_of(client.get(access(scan)), "Els Extern")
    people = client.get(PEOPLE)
    assert "Els Extern" in people.html
    assert access(scan) in people.links()


@pytest.mark.parametrize("has", ["coordinator", "meelezer"])
def test_who_reads_everything_needs_no_access_to_a_part(service_app: FastAPI, scan: SetUp, has: str) -> None:
    client, _ = coordinator_of(service_app)
    begun(service_app, has, email="eigen@houten.nl", municipality_code=HOUTEN)
    page = client.refused(access(scan), {"email": "eigen@houten.nl"}, status=422)
    assert "leest alle uitslagen al" in page.by_id("fouten").text


def test_a_moderator_is_appointed_by_address_and_told_what_it_means(service_app: FastAPI, scan: SetUp) -> None:
    client, _ = coordinator_of(service_app)
    assert "Wie is geschikt?" in client.get(moderation(scan)).text
    client.submit(moderation(scan), {"email": EXTERN})
    assert roles_of(service_app, EXTERN) == ["moderator"]
    (letter,) = letters(service_app)
    assert "moderator van de scan ‘Nulmeting’" in letter.body
    assert [act for act in acts(service_app) if act[0] not in BESIDES] == [("role_given", HOUTEN)]


def test_a_coordinator_of_the_gemeente_moderates_nothing_there(service_app: FastAPI, scan: SetUp) -> None:
    client, account = coordinator_of(service_app)
    before = as_stored(service_app)
    page = client.refused(moderation(scan), {"email": account.email}, status=422)
    assert "Een coördinator kan geen moderator zijn" in page.by_id("fouten").text
    assert as_stored(service_app) == before


def test_who_manages_every_gemeente_moderates_nothing_either(
    service_app: FastAPI, service: PageClient, scan: SetUp
) -> None:
    begun(service_app, "coordinator", email="alles@platform.nl")
    service.refused(moderation(scan), {"email": "alles@platform.nl"}, status=422)


def test_a_coordinator_of_another_gemeente_may(service_app: FastAPI, scan: SetUp) -> None:
    client, _ = coordinator_of(service_app)
    begun(service_app, "coordinator", email="buur@woerden.nl", municipality_code=WOERDEN)
    client.submit(moderation(scan), {"email": "buur@woerden.nl"})
    assert roles_of(service_app, "buur@woerden.nl") == ["coordinator", "moderator"]


def test_roles_are_only_changed_at_the_place_where_they_hold(service_app: FastAPI, scan: SetUp) -> None:
    client, _ = coordinator_of(service_app)
    with begin_writing(service_app.state.engine) as session:
        other = add_scan(session)
    begun(service_app, "adviseur", email=EXTERN, collaboration_id=scan.collaboration.id)
    begun(service_app, "moderator", email="mo@raad.nl", scan_id=scan.scan.id)
    adviser, moderator = grant_of(service_app, EXTERN).id, grant_of(service_app, "mo@raad.nl").id
    before = as_stored(service_app)
    client.get(f"{access(other)}/{adviser}/intrekken", 404)
    client.get(f"{moderation(scan)}/{adviser}/intrekken", 404)
    for part in ("intrekken", "opnieuw"):
        client.refused(f"{access(other)}/{adviser}/{part}", status=404)
        client.refused(f"{access(scan)}/{moderator}/{part}", status=404)
        client.refused(f"{moderation(other)}/{moderator}/{part}", status=404)
        client.refused(f"{moderation(scan)}/{adviser}/{part}", status=404)
    assert as_stored(service_app) == before


def test_nobody_of_an_example_is_managed(demo_app: FastAPI) -> None:
    client = PageClient(demo_app, "127.0.0.1")
    client.http.post("/inloggen/voorbeeld", data={"account": "voorbeeld-coordinator"})
    client.get("/samenwerkingen/1/toegang", 404)
    client.get("/scans/voorbeeld-houten-fase-1/beheer/moderator", 404)
    page = client.get(PEOPLE)
    assert "Meelezer in Houten (voorbeeld)" in page.text
    assert "Adviseur van drie gemeenten" not in page.text
