"""Only what gave access lies beside each other; of what is another's nothing is told."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select

from app.db import begin_writing
from app.models import AuditEntry, Collaboration, Scan
from app.store.accounts import list_grants
from tests.app.comparison.beside.builders import BESIDE, CHOOSE, EXAMPLES, HOUTEN, WIJK, WOERDEN, beside, closed
from tests.app.page_client import PageClient
from tests.app.people import add_person, add_role, sign_in, somebody
from tests.app.scans import CLOSED_ON, SetUp


def adviser(app: FastAPI, *made: SetUp) -> PageClient:
    """Somebody who advises these collaborations."""
    with begin_writing(app.state.engine) as session:
        account = add_person(session, name="Adviseur")
        for one in made:
            add_role(session, account, "adviseur", collaboration_id=one.collaboration.id)
    return sign_in(PageClient(app), account)


def names(client: PageClient, address: str) -> list[str]:
    """Who lie beside each other, in the order of the first table."""
    answer = client.get(address)
    (table,) = [one for one in answer.all("table") if "eigen ambitie is" in one.text]
    return [row.text.strip() for row in table.one("tbody").all("th")]


def log_of(app: FastAPI) -> list[AuditEntry]:
    with Session(app.state.engine) as session:
        return [one for one in session.exec(select(AuditEntry).order_by("id")) if one.act.startswith("result_")]


def test_an_adviser_compares_what_gave_access_and_nothing_else(service_app: FastAPI) -> None:
    koers, wijzer, tafel = (
        closed(service_app, code, name=name)
        for code, name in ((HOUTEN, "Op Koers"), (WOERDEN, "Ferm Wijzer"), (WIJK, "De Tafel"))
    )
    client = adviser(service_app, koers, wijzer)
    assert names(client, beside(koers, wijzer, tafel)) == ["Houten, Op Koers", "Woerden, Ferm Wijzer"]
    assert names(client, f"{BESIDE}?alles=ja") == ["Houten, Op Koers", "Woerden, Ferm Wijzer"]
    for address in (beside(koers, wijzer, tafel), beside(koers, tafel, ending=".json"), CHOOSE):
        assert "De Tafel" not in client.http.get(address).text
        assert "Duurstede" not in client.http.get(address).text


def test_another_and_one_that_does_not_exist_look_the_same(service_app: FastAPI) -> None:
    mine, another = closed(service_app), closed(service_app, WOERDEN)
    client = somebody(service_app, "coordinator", municipality_code=HOUTEN)
    answers = [client.http.get(f"{BESIDE}?s={number}") for number in (another.collaboration.id, 999_999_999)]
    assert [one.status_code for one in answers] == [422, 422]
    assert answers[0].text == answers[1].text
    assert client.http.get(beside(mine)).status_code == 200


def test_each_role_compares_what_it_may_read(service_app: FastAPI) -> None:
    closed(service_app, name="Eerste")
    closed(service_app, name="Tweede")
    closed(service_app, WOERDEN, name="Ferm Wijzer")
    for role in ("coordinator", "meelezer"):
        found = names(somebody(service_app, role, municipality_code=HOUTEN), f"{BESIDE}?alles=ja")
        assert found == ["Houten, Eerste", "Houten, Tweede"]


def test_access_that_is_withdrawn_is_gone_at_once(service_app: FastAPI) -> None:
    koers, wijzer = closed(service_app, name="Op Koers"), closed(service_app, WOERDEN, name="Ferm Wijzer")
    client = adviser(service_app, koers, wijzer)
    aliased = client.http.get(beside(koers, wijzer, more="&alias=ja"))
    assert names(client, beside(koers, wijzer)) == ["Houten, Op Koers", "Woerden, Ferm Wijzer"]
    with begin_writing(service_app.state.engine) as session:
        (entry,) = {one.account_id for one in log_of(service_app)}
        grant = next(
            one for one in list_grants(session, entry or "") if one.collaboration_id == wijzer.collaboration.id
        )
        session.delete(grant)
    assert names(client, beside(koers, wijzer)) == ["Houten, Op Koers"]
    assert names(client, aliased.headers["location"]) == ["Gemeente A"]


def test_what_lies_in_the_archive_or_is_open_is_left_out(service_app: FastAPI) -> None:
    stays, archived, put_away, reopened = (closed(service_app, name=name) for name in ("A", "B", "C", "D"))
    with begin_writing(service_app.state.engine) as session:
        session.get_one(Scan, archived.scan.id).archived_on = CLOSED_ON
        session.get_one(Collaboration, put_away.collaboration.id).archived_on = CLOSED_ON
        session.get_one(Scan, reopened.scan.id).closed_on = None
    client = somebody(service_app, "meelezer", municipality_code=HOUTEN)
    assert names(client, beside(stays, archived, put_away, reopened)) == ["Houten, A"]


def test_a_stranger_signs_in_first(service_app: FastAPI) -> None:
    made = closed(service_app)
    stranger = PageClient(service_app)
    for address in (CHOOSE, beside(made), beside(made, ending=".csv")):
        answer = stranger.http.get(address, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/inloggen?naar=")


def test_everybody_sees_the_examples_beside_each_other_and_nothing_else(demo: PageClient) -> None:
    assert names(demo, EXAMPLES) == [
        "Houten, Op Koers",
        "Wijk bij Duurstede, De Participatietafel",
        "Woerden, Ferm Wijzer",
    ]
    assert demo.http.get(f"{EXAMPLES}.csv").status_code == demo.http.get(f"{EXAMPLES}.json").status_code == 200


def test_the_examples_are_never_a_way_to_what_is_real(service_app: FastAPI) -> None:
    made = closed(service_app)
    answer = PageClient(service_app).http.get(f"{EXAMPLES}?s={made.collaboration.id}")
    assert answer.status_code == 422
    assert made.collaboration.name not in answer.text


def test_reading_is_noted_once_a_day_for_each_scan_and_taking_along_each_time(service_app: FastAPI) -> None:
    made = [closed(service_app, name="A"), closed(service_app, name="B"), closed(service_app, WOERDEN, name="C")]
    client = adviser(service_app, *made)
    for _ in range(2):
        client.get(beside(*made))
        client.http.get(beside(*made, ending=".csv"))
    read = [one for one in log_of(service_app) if one.act == "result_read"]
    assert sorted(str(one.scan_id) for one in read) == sorted(one.scan.id for one in made)
    taken = [(one.municipality_code, one.about) for one in log_of(service_app) if one.act == "result_exported"]
    assert sorted(taken) == [
        (HOUTEN, "Vergelijking (csv) met A en B"),
        (HOUTEN, "Vergelijking (csv) met A en B"),
        (WOERDEN, "Vergelijking (csv) met C"),
        (WOERDEN, "Vergelijking (csv) met C"),
    ]


def test_a_file_that_there_is_not_is_not_noted(service_app: FastAPI) -> None:
    made = closed(service_app)
    client = somebody(service_app, "meelezer", municipality_code=HOUTEN)
    assert client.http.get(beside(made, ending=".xml")).status_code == 404
    assert [one for one in log_of(service_app) if one.act == "result_exported"] == []


@pytest.mark.parametrize("role", ["moderator", "beheerder"])
def test_who_reads_no_results_compares_none(service_app: FastAPI, role: str) -> None:
    made = closed(service_app)
    where = {"scan_id": made.scan.id} if role == "moderator" else {}
    assert somebody(service_app, role, **where).http.get(beside(made)).status_code == 403


def test_who_may_read_one_collaboration_has_no_section_and_who_may_read_more_has_one(service_app: FastAPI) -> None:
    one, two = closed(service_app), closed(service_app, WOERDEN)
    assert CHOOSE not in adviser(service_app, one).get("/").one("header").links()
    assert CHOOSE in adviser(service_app, one, two).get("/").one("header").links()
