"""The log: what people with a role did is in it, for the own gemeente, and nothing can be taken out of it."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, select

from app.accounts.audit import Act, acts_for, note
from app.accounts.log.page import AT_A_TIME
from app.accounts.log.words import WORDS, in_words
from app.accounts.tokens import make_token
from app.closing.service import close_due
from app.db import begin_writing
from app.models import AuditEntry
from tests.app.collaborations.setting_up import add_collaboration, add_scan
from tests.app.page_client import InspectedPage, PageClient
from tests.app.people import MADE_ON, coordinator, somebody
from tests.app.scans import CLOSED_ON
from tests.app.scans import add_scan as store_scan

HOUTEN, WHOLE = "/gemeenten/GM0321/logboek", "/beheer/logboek"
NOTED_BY_ITSELF = "Vensterscan zelf"


@pytest.fixture
def houten(service_app: FastAPI) -> PageClient:
    return somebody(service_app, "coordinator", name="Sanne de Wit", municipality_code="GM0321")


@pytest.fixture
def beheerder(service_app: FastAPI) -> PageClient:
    return somebody(service_app, "beheerder", name="Bo Heer")


def acts(app: FastAPI) -> list[str]:
    with Session(app.state.engine) as session:
        return list(session.exec(select(AuditEntry.act).order_by(AuditEntry.id)).all())  # type: ignore[arg-type]


def lines(page: InspectedPage) -> list[list[str]]:
    return [[cell.text for cell in row.all("td")] for row in page.one("tbody").all("tr")]


def test_who_set_up_a_scan_what_and_when_stands_in_the_log_of_the_gemeente(houten: PageClient) -> None:
    add_scan(houten, add_collaboration(houten, name="Op Koers"))
    (_, who, what, about), (_, _, first, collaboration) = lines(houten.get(HOUTEN))
    assert (who, what, about) == ("Sanne de Wit", "Scan klaargezet", "Nulmeting (Op Koers)")
    assert (first, collaboration) == ("Samenwerking gemaakt", "Op Koers")


def test_everything_that_is_done_with_a_scan_is_noted(service_app: FastAPI, houten: PageClient) -> None:
    collaboration = add_collaboration(houten)
    desk = add_scan(houten, collaboration)
    for path, fields in (
        (f"{collaboration}/archiveren", {}),
        (f"{collaboration}/terughalen", {}),
        (f"{desk}/archiveren", {}),
        (f"{desk}/terughalen", {}),
        (f"{desk}/wijzigen", {"name": "Andere naam"}),
        (f"{desk}/sluiten", {"confirm": "ja"}),
        (f"{desk.removesuffix('/beheer')}/ambitie", {"ambition": "5", "reason": "Dat past bij deze inwoners."}),
        (f"{desk}/verwijderen", {"seen": "1-0-0-2", "agreed": "ja"}),
        (f"{collaboration}/verwijderen", {"seen": "0-0-0-0"}),
    ):
        houten.submit(path, fields)
    assert acts(service_app) == [
        Act.COLLABORATION_MADE,
        Act.SCAN_MADE,
        Act.COLLABORATION_ARCHIVED,
        Act.COLLABORATION_BROUGHT_BACK,
        Act.SCAN_ARCHIVED,
        Act.SCAN_BROUGHT_BACK,
        Act.SCAN_CHANGED,
        Act.SCAN_CLOSED,
        Act.AMBITION_CHOSEN,
        Act.SCAN_DELETED,
        Act.COLLABORATION_DELETED,
    ]


def test_what_is_refused_is_not_noted(service_app: FastAPI, houten: PageClient) -> None:
    houten.refused("/samenwerkingen/nieuw", {"name": ""}, status=422)
    assert acts(service_app) == []


def test_reading_is_noted_once_a_day_and_taking_along_each_time(service_app: FastAPI, houten: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        scan = store_scan(session, closed_on=None)
    houten.submit(f"/scans/{scan.scan.id}/beheer/sluiten", {"confirm": "ja"})
    for path in ("", "/continuum", "", "/uitslag.csv", "/uitslag.json", "/uitslag.csv"):
        assert houten.http.get(f"/scans/{scan.scan.id}{path}").status_code == 200
    assert acts(service_app) == [Act.SCAN_CLOSED, Act.RESULT_READ, *[Act.RESULT_EXPORTED] * 3]


def test_an_example_is_read_without_a_line(demo_app: FastAPI) -> None:
    client = somebody(demo_app, "coordinator")
    before = acts(demo_app)
    client.get("/scans/voorbeeld-houten-fase-1")
    client.http.get("/scans/voorbeeld-houten-fase-1/uitslag.csv")
    assert acts(demo_app) == before


def test_what_closes_by_its_date_is_done_by_the_service_itself(service_app: FastAPI, houten: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        store_scan(session, closes_on=CLOSED_ON)
    close_due(service_app.state.engine, service_app.state.editions, CLOSED_ON + timedelta(days=1))
    ((_, who, what, _),) = lines(houten.get(HOUTEN))
    assert (who, what) == (NOTED_BY_ITSELF, "Scan gesloten")


def test_each_gemeente_reads_its_own_and_the_beheerder_everything(
    service_app: FastAPI, houten: PageClient, beheerder: PageClient
) -> None:
    woerden = somebody(service_app, "coordinator", municipality_code="GM0632")
    add_collaboration(houten, name="Alleen van Houten")
    with begin_writing(service_app.state.engine) as session:
        make_token(session, "dashboard", None, MADE_ON)
    assert "Alleen van Houten" in houten.get(HOUTEN).text
    assert "Alleen van Houten" not in woerden.get("/gemeenten/GM0632/logboek").text
    woerden.get(HOUTEN, 404)
    woerden.get("/gemeenten/GM9999/logboek", 404)
    woerden.get(WHOLE, 403)
    assert "dashboard" not in houten.get(HOUTEN).text
    whole = beheerder.get(WHOLE)
    assert "Alleen van Houten" in whole.text
    assert "dashboard" in whole.text
    beheerder.get(HOUTEN, 403)


def test_the_log_is_taken_along_as_a_table_without_formulas(houten: PageClient) -> None:
    add_collaboration(houten, name="=SOM(A1)")
    answer = houten.http.get(f"{HOUTEN}.csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="logboek-gm0321.csv"'
    (heading, line) = csv.reader(io.StringIO(answer.text.removeprefix("\ufeff")), delimiter=";")
    assert heading == ["moment", "wie", "wat", "waarover", "gemeente"]
    assert line[1:] == ["Sanne de Wit", "Samenwerking gemaakt", "'=SOM(A1)", "GM0321"]


def test_a_long_log_goes_on_below(service_app: FastAPI, houten: PageClient) -> None:
    with begin_writing(service_app.state.engine) as session:
        acts_for(session, coordinator("x", "Iemand"))
        for number in range(AT_A_TIME + 2):
            note(session, Act.SCAN_CHANGED, f"handeling {number}", municipality="GM0321")
    page = houten.get(HOUTEN)
    assert len(lines(page)) == AT_A_TIME
    (older,) = [link for link in page.links() if link.startswith(f"{HOUTEN}?voor=")]
    assert [line[3] for line in lines(houten.get(older))] == ["handeling 1", "handeling 0"]
    rows = houten.http.get(f"{HOUTEN}.csv").text.splitlines()
    assert len(rows) == AT_A_TIME + 3


@pytest.mark.parametrize("before", ["0", "-1", "x", "99999999999999999999"])
def test_nonsense_about_where_to_go_on_is_refused(houten: PageClient, before: str) -> None:
    houten.get(f"{HOUTEN}?voor={before}", 422)


def test_the_database_itself_refuses_to_change_or_empty_the_log(service_app: FastAPI) -> None:
    engine = service_app.state.engine
    with begin_writing(engine) as session:
        note(session, Act.SCAN_MADE, "blijft staan")
    statements = ["UPDATE audit_entry SET who = 'een ander'", "DELETE FROM audit_entry"]
    if engine.dialect.name == "postgresql":
        statements.append("TRUNCATE audit_entry")
    for statement in statements:
        with pytest.raises(DBAPIError, match="the log is"), engine.begin() as connection:
            connection.execute(text(statement))
    assert acts(service_app) == [Act.SCAN_MADE]


def test_a_line_of_more_than_two_years_ago_can_be_deleted(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        for days in (740, 720):
            at = datetime.now(UTC) - timedelta(days=days)
            session.add(AuditEntry(at=at, who="Iemand", act=f"{days}", about="iets"))
    with service_app.state.engine.begin() as connection:
        connection.execute(text("DELETE FROM audit_entry WHERE act = '740'"))
    assert acts(service_app) == ["720"]


def test_every_act_has_its_words() -> None:
    assert set(WORDS) == set(Act)
    assert in_words("of_an_earlier_version") == "of_an_earlier_version"
