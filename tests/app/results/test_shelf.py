"""The results that somebody may read, in one list."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi import FastAPI

from app.closing.service import close_scan
from app.db import begin_writing
from app.models import Scan
from app.results.pages.shelf import LONG_LIST
from app.results.service import latest_reading
from app.results.story import headline
from app.web.paging import AT_A_TIME
from tests.app.page_client import PageClient
from tests.app.people import somebody
from tests.app.results.builders import EDITION
from tests.app.results.closed import add_closed
from tests.app.scans import CLOSED_ON, SetUp, add_response, add_scan
from tests.app.statements import statements

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


def reader(app: FastAPI) -> PageClient:
    return somebody(app, "meelezer", municipality_code="GM0321")


def add_many(app: FastAPI, number: int) -> None:
    with begin_writing(app.state.engine) as session:
        for _ in range(number):
            add_closed(session)


def test_the_sentence_is_that_of_the_result_itself(service_app: FastAPI) -> None:
    made = closed(service_app)
    with begin_writing(service_app.state.engine) as session:
        found = latest_reading(session, service_app.state.editions, made.scan.id)
    assert found is not None
    assert headline(found) in reader(service_app).get(SHELF).one("main").text


def test_of_a_result_that_is_not_whole_nothing_is_said(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        made = add_closed(session, found={})
    client = reader(service_app)
    assert results(client) == {f"/scans/{made.scan.id}"}
    assert EDITION.continuum.wordings[0].headline not in client.get(SHELF).text


def test_a_long_list_comes_in_parts_that_together_are_everything(service_app: FastAPI) -> None:
    add_many(service_app, AT_A_TIME + 1)
    client = reader(service_app)
    first = client.get(SHELF)
    assert f"{AT_A_TIME + 1} samenwerkingen met een uitslag" in first.text
    assert f"{SHELF}?pagina=2" in first.one("main").links()
    second = client.get(f"{SHELF}?pagina=2")
    assert SHELF in second.one("main").links()
    found = [[link for link in page.one("main").links() if link.startswith("/scans/")] for page in (first, second)]
    assert [len(part) for part in found] == [AT_A_TIME, 1]
    assert len({*found[0], *found[1]}) == AT_A_TIME + 1
    client.get(f"{SHELF}?pagina=0", 422)


def test_a_long_list_is_searched_by_name_municipality_group_and_partner(service_app: FastAPI) -> None:
    add_many(service_app, LONG_LIST)
    made = closed(service_app)
    client = reader(service_app)
    assert client.get(SHELF).by_id("zoek")["type"] == "search"
    found = client.get(f"{SHELF}?zoek={made.collaboration.name} houten welzijn")
    assert [link for link in found.one("main").links() if link.startswith("/scans/")] == [f"/scans/{made.scan.id}"]
    assert "1 samenwerking past bij" in found.text
    nothing = client.get(f"{SHELF}?zoek=bestaat niet")
    assert "Niets gevonden voor ‘bestaat niet’" in nothing.text
    assert SHELF in nothing.one("main").links()


def test_a_list_is_narrowed_to_the_year_of_closing(service_app: FastAPI) -> None:
    add_many(service_app, LONG_LIST)
    made = closed(service_app)
    with begin_writing(service_app.state.engine) as session:
        session.get_one(Scan, made.scan.id).closed_on = date(2019, 5, 1)
    client = reader(service_app)
    assert ("2019", "Gesloten in 2019") in [
        (one["value"], one.text) for one in client.get(SHELF).by_id("jaar").all("option")
    ]
    found = client.get(f"{SHELF}?jaar=2019&zoek=")
    assert [link for link in found.one("main").links() if link.startswith("/scans/")] == [f"/scans/{made.scan.id}"]
    assert "gesloten in 2019." in found.text
    assert "Niets gevonden" in client.get(f"{SHELF}?jaar=2018").text
    client.get(f"{SHELF}?jaar=laatst", 422)


def test_a_short_list_is_not_searched(service_app: FastAPI) -> None:
    closed(service_app)
    assert 'type="search"' not in reader(service_app).get(SHELF).text


@pytest.mark.parametrize("address", [SHELF, "/samenwerkingen"])
def test_more_scans_cost_no_more_statements(service_app: FastAPI, address: str) -> None:
    client = somebody(service_app, "coordinator", municipality_code="GM0321")
    add_many(service_app, 3)
    client.get(address)
    with statements(service_app) as for_three:
        client.get(address)
    add_many(service_app, 27)
    with statements(service_app) as for_thirty:
        client.get(address)
    assert len(for_thirty) == len(for_three)
