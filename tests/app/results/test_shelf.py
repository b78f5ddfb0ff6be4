"""The results that somebody may read, in one list."""

from __future__ import annotations

from datetime import date

from fastapi import FastAPI

from app.closing.service import close_scan
from app.db import begin_writing
from app.models import Scan
from tests.app.page_client import PageClient
from tests.app.people import somebody
from tests.app.scans import CLOSED_ON, SetUp, add_response, add_scan

SHELF = "/uitslagen"


def closed(app: FastAPI, *, closed_on: date = CLOSED_ON, **about: str) -> SetUp:
    with begin_writing(app.state.engine) as session:
        made = add_scan(session, **about)
        for _ in range(5):
            add_response(session, made, "professional")
    with begin_writing(app.state.engine) as session:
        close_scan(session, app.state.editions, made.scan.id, closed_on)
    return made


def results(client: PageClient) -> set[str]:
    links = client.get(SHELF).one("main").links()
    return {link for link in links if link.startswith("/scans/") and not link.endswith("/verloop")}


def test_each_role_finds_what_it_may_read_and_nothing_else(service_app: FastAPI) -> None:
    houten, other, woerden = closed(service_app), closed(service_app), closed(service_app, municipality="GM0632")
    with begin_writing(service_app.state.engine) as session:
        add_scan(session)
    found = {
        name: results(somebody(service_app, role, **where))
        for name, role, where in (
            ("coordinator", "coordinator", {"municipality_code": "GM0321"}),
            ("meelezer", "meelezer", {"municipality_code": "GM0632"}),
            ("adviseur", "adviseur", {"collaboration_id": houten.collaboration.id}),
        )
    }
    assert found == {
        "coordinator": {f"/scans/{houten.scan.id}", f"/scans/{other.scan.id}"},
        "meelezer": {f"/scans/{woerden.scan.id}"},
        "adviseur": {f"/scans/{houten.scan.id}"},
    }


def test_a_result_has_its_day_and_a_sentence_about_its_outcome(service_app: FastAPI) -> None:
    made = closed(service_app)
    page = somebody(service_app, "meelezer", municipality_code="GM0321").get(SHELF)
    assert made.collaboration.name in page.text
    assert "Gesloten op 30 juni 2026" in page.text
    assert "Nulmeting, voorjaar 2026" in page.text


def test_without_a_result_the_page_says_what_to_expect(service_app: FastAPI) -> None:
    page = somebody(service_app, "meelezer", municipality_code="GM0321").get(SHELF)
    assert "zodra de gemeente een scan heeft gesloten" in page.text


def test_what_was_put_away_is_not_in_it(service_app: FastAPI) -> None:
    made = closed(service_app)
    with begin_writing(service_app.state.engine) as session:
        scan = session.get(Scan, made.scan.id)
        assert scan is not None
        scan.archived_on = CLOSED_ON
    assert results(somebody(service_app, "meelezer", municipality_code="GM0321")) == set()


def test_other_roles_read_no_results(service_app: FastAPI) -> None:
    made = closed(service_app)
    somebody(service_app, "beheerder").get(SHELF, 403)
    somebody(service_app, "moderator", scan_id=made.scan.id).get(SHELF, 403)


def test_an_example_person_finds_the_examples(demo_app: FastAPI) -> None:
    client = PageClient(demo_app, "127.0.0.1")
    client.http.post("/inloggen/voorbeeld", data={"account": "voorbeeld-adviseur"})
    assert len(results(client)) == 6


def test_a_reader_finds_the_way_back_to_the_list(service_app: FastAPI) -> None:
    made = closed(service_app)
    page = somebody(service_app, "meelezer", municipality_code="GM0321").get(f"/scans/{made.scan.id}/advies")
    assert SHELF in page.one("main").links()
