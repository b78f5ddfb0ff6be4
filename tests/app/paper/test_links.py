"""Links to type forms over, for a coördinator: made, shown once, withdrawn, and never what came of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select

from app.closing.service import close_scan
from app.db import begin_writing
from app.models import AuditEntry, PaperForm, TypingLink
from app.paper.links.service import MOST_LINKS
from app.retention.accounts import Moment
from app.retention.service import purge
from tests.app.page_client import PageClient
from tests.app.responding.visitors import change, rows, set_up_scan
from tests.app.scans import CLOSED_ON, SetUp
from tests.app.typing_links import add_typing_link, desk_of, filled_in, make_link, send, typist


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    return set_up_scan(service_app)


def acts(app: FastAPI) -> list[tuple[str, str]]:
    """What was noted of links to type over."""
    with Session(app.state.engine) as session:
        noted = session.exec(select(AuditEntry).order_by(AuditEntry.id)).all()  # type: ignore[arg-type]
    return [(one.act, one.about.partition(": ")[2]) for one in noted if "typing" in one.act]


def test_a_link_is_shown_once_and_only_its_hash_is_kept(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    way_in = make_link(service, set_up, forms=12)
    (link,) = rows(service_app, TypingLink)
    code = way_in.rpartition("/")[2]
    assert (link.forms, len(rows(service_app, PaperForm))) == (12, 12)
    for secret in (code, code.replace("-", "")):
        assert secret not in str(link.model_dump())
        assert secret not in service.get(desk_of(set_up)).html
    assert acts(service_app) == [("typing_link_made", "venster professional, 12 formulieren")]


def test_the_page_with_a_link_is_kept_by_no_browser(service: PageClient, set_up: SetUp) -> None:
    answer = service.http.post(desk_of(set_up), data={"aantal": "2"})
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("typed", ["", "0", "201", "-1", "twaalf", "1.5", "1e2", "²", "1000"])
def test_a_number_that_cannot_be_makes_nothing(
    service_app: FastAPI, service: PageClient, set_up: SetUp, typed: str
) -> None:
    page = service.refused(desk_of(set_up), {"aantal": typed}, status=422)
    assert "van 1 tot 200" in page.by_id("fouten").text
    assert page.by_id("aantal").get("value") == typed
    assert rows(service_app, TypingLink) == []


@pytest.mark.parametrize("typed", ["1", "200"])
def test_the_smallest_and_the_largest_number_are_fine(service: PageClient, set_up: SetUp, typed: str) -> None:
    assert service.http.post(desk_of(set_up), data={"aantal": typed}).status_code == 200


def test_there_are_no_more_links_than_can_be_watched(service_app: FastAPI, service: PageClient, set_up: SetUp) -> None:
    with begin_writing(service_app.state.engine) as session:
        for _ in range(MOST_LINKS):
            add_typing_link(session, set_up)
    page = service.refused(desk_of(set_up), {"aantal": "3"}, status=422)
    assert "Trek er eerst een in." in page.text
    assert len(rows(service_app, TypingLink)) == MOST_LINKS


def test_where_each_person_has_a_link_nobody_types_over_and_it_is_said_why(
    service_app: FastAPI, service: PageClient
) -> None:
    set_up = set_up_scan(service_app, personal=("professional",))
    assert "twee keer meetellen" in service.get(desk_of(set_up), 409).text
    assert "twee keer meetellen" in service.refused(desk_of(set_up), {"aantal": "3"}, status=409).text
    assert rows(service_app, TypingLink) == []


def test_a_team_form_can_be_typed_over(service_app: FastAPI, service: PageClient) -> None:
    set_up = set_up_scan(service_app, mode={"organisatie": "team"})
    make_link(service, set_up, "organisatie", 1)


@pytest.mark.parametrize("how", ["archived_on", "closed_on"])
def test_no_link_is_made_for_a_closed_door(service_app: FastAPI, service: PageClient, set_up: SetUp, how: str) -> None:
    change(service_app, set_up.scan, **{how: CLOSED_ON})
    page = service.get(desk_of(set_up))
    assert "neemt nu geen antwoorden aan" in page.text
    assert not [one for one in page.all("input") if one.get("name") == "aantal"]
    service.refused(desk_of(set_up), {"aantal": "3"}, status=409)
    assert rows(service_app, TypingLink) == []


def test_the_page_is_the_same_before_and_after_forms_were_sent(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    way_in = make_link(service, set_up, forms=2)
    before = service.get(desk_of(set_up)).html
    client, home = typist(service_app, way_in)
    assert service.get(desk_of(set_up)).html == before
    for _ in range(2):
        send(client, home, filled_in(client.get(home), pro_samen_1="0.5"))
        assert service.get(desk_of(set_up)).html == before
    assert acts(service_app) == [("typing_link_made", "venster professional, 2 formulieren")]


def test_a_link_that_was_withdrawn_works_no_more_and_what_was_sent_stays(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    way_in = make_link(service, set_up)
    client, home = typist(service_app, way_in)
    fields = filled_in(client.get(home), pro_samen_1="0.5")
    (link,) = rows(service_app, TypingLink)
    led = service.submit(f"{desk_of(set_up)}/{link.id}/intrekken")
    assert "De link is ingetrokken." in service.get(led).text
    assert (rows(service_app, TypingLink), rows(service_app, PaperForm)) == ([], [])
    client.get(home, 404)
    client.refused(f"{home}/versturen", fields, status=404)
    PageClient(service_app).get(way_in, 404)
    assert acts(service_app)[1:] == [("typing_link_withdrawn", "venster professional, 3 formulieren")]
    service.refused(f"{desk_of(set_up)}/{link.id}/intrekken", status=404)


def test_a_link_is_withdrawn_at_its_own_window_only(service_app: FastAPI, service: PageClient, set_up: SetUp) -> None:
    make_link(service, set_up)
    (link,) = rows(service_app, TypingLink)
    service.refused(f"{desk_of(set_up, 'beleid')}/{link.id}/intrekken", status=404)
    service.refused(f"{desk_of(set_up_scan(service_app))}/{link.id}/intrekken", status=404)
    assert len(rows(service_app, TypingLink)) == 1


def test_closing_deletes_every_link(service_app: FastAPI, service: PageClient, set_up: SetUp) -> None:
    way_in = make_link(service, set_up)
    with begin_writing(service_app.state.engine) as session:
        close_scan(session, service_app.state.editions, set_up.scan.id, CLOSED_ON)
    assert (rows(service_app, TypingLink), rows(service_app, PaperForm)) == ([], [])
    PageClient(service_app).get(way_in, 404)


def test_a_link_works_for_fourteen_days_and_is_deleted_then(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    today = service_app.state.today()
    client, home = typist(service_app, make_link(service, set_up))
    fields = filled_in(client.get(home), pro_samen_1="0.5")
    service_app.state.today = lambda: today + timedelta(days=14)
    client.get(home)
    purge(service_app.state.engine, Moment(today + timedelta(days=14), service_app.state.now()))
    assert len(rows(service_app, TypingLink)) == 1
    service_app.state.today = lambda: today + timedelta(days=15)
    client.get(home, 404)
    client.refused(f"{home}/versturen", fields, status=404)
    assert "Links die werken" not in service.get(desk_of(set_up)).text
    purged = purge(service_app.state.engine, Moment(today + timedelta(days=15), service_app.state.now()))
    assert purged.counts["typing_links"] == 1
    assert (rows(service_app, TypingLink), rows(service_app, PaperForm)) == ([], [])
