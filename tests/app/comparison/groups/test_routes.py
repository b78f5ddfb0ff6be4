"""Groups on the pages: consent, what members see, withdrawing, managing, files, and nothing for anybody else."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from fastapi import FastAPI
from sqlmodel import col, delete, select

from app.collaborations.codes import grouped, new_code
from app.db import begin_writing
from app.models import Account, AuditEntry, ComparisonGroup, Grant, GroupMember
from app.web.throttle import Throttle
from tests.app.api.conftest import program_of
from tests.app.comparison.groups.members import (
    TODAY,
    Member,
    add_group,
    add_members_to_be,
    group_of,
    put_in,
)
from tests.app.page_client import PageClient
from tests.app.people import add_person, sign_in, somebody

WANTED = {"name": "Regio Lekstroom", "description": "Samen leren.", "kind": "team"}


def of(app: FastAPI, member: Member, role: str = "coordinator") -> PageClient:
    return somebody(app, role, municipality_code=member.code)


def text_of(client: PageClient, address: str) -> str:
    """What is at an address: a page, inspected as every page is, or a file."""
    is_file = address.endswith((".csv", ".json"))
    return client.http.get(address).text if is_file else client.get(address).html


def joins(client: PageClient, group: ComparisonGroup | str, member: Member, **changes: Any) -> Any:
    code = group if isinstance(group, str) else group.code
    form = {"code": code, "collaboration": str(member.collaboration_id), "agreed": "ja"} | changes
    sent = {name: value for name, value in form.items() if value is not None}
    return client.http.post("/groepen/meedoen", data=sent, follow_redirects=False)


def code_of(app: FastAPI, group_id: int) -> str:
    with begin_writing(app.state.engine) as session:
        return session.get_one(ComparisonGroup, group_id).code


def test_a_coordinator_makes_a_group_and_gets_its_code(service_app: FastAPI) -> None:
    client = somebody(service_app, "coordinator", municipality_code="GM0321")
    answer = client.http.post("/groepen/nieuw", data=WANTED, follow_redirects=False)
    assert answer.status_code == 303
    group_id = int(answer.headers["location"].removeprefix("/groepen/").partition("?")[0])
    page = text_of(client, answer.headers["location"])
    assert grouped(code_of(service_app, group_id)) in page
    assert "Er zijn nog 8 gemeenten nodig." in page
    assert "Regio Lekstroom" in text_of(client, "/groepen")


def test_a_group_without_what_it_needs_is_not_made(service_app: FastAPI) -> None:
    client = somebody(service_app, "coordinator", municipality_code="GM0321")
    answer = client.http.post("/groepen/nieuw", data={"name": "x" * 121, "kind": "ploeg"})
    assert answer.status_code == 422
    for message in ("hier passen 120 tekens", "Schrijf waarvoor", "Kies om welke soort"):
        assert message in answer.text
    with begin_writing(service_app.state.engine) as session:
        assert session.exec(select(ComparisonGroup)).all() == []


def test_who_types_the_code_reads_what_is_shared_and_joins(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        (member,) = add_members_to_be(session, 1)
        group = add_group(session)
        group_id, code = group.id, group.code
    client = of(service_app, member)
    page = text_of(client, f"/groepen/meedoen?code={grouped(code).lower()}")
    for words in ("Wat u deelt, en met wie", "pas vanaf acht gemeenten", "Intrekken"):
        assert words in page
    assert joins(client, code, member).headers["location"] == f"/groepen/{group_id}?gedaan=meegedaan"
    page = text_of(client, f"/groepen/{group_id}")
    assert "Er zijn nog 7 gemeenten nodig." in page
    assert member.name in page


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"agreed": None}, "Zet een vinkje"),
        ({"collaboration": None}, "Kies met welke samenwerking"),
        ({"collaboration": "999999"}, "Kies met welke samenwerking"),
    ],
)
def test_without_consent_or_a_choice_nobody_joins(service_app: FastAPI, changes: Any, message: str) -> None:
    with begin_writing(service_app.state.engine) as session:
        (member,) = add_members_to_be(session, 1)
        code = add_group(session).code
    answer = joins(of(service_app, member), code, member, **changes)
    assert answer.status_code == 422
    assert message in answer.text
    with begin_writing(service_app.state.engine) as session:
        assert session.exec(select(GroupMember)).all() == []


def test_nobody_joins_with_a_collaboration_of_another_municipality_or_kind(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        mine, theirs = add_members_to_be(session, 2)
        code, other = add_group(session).code, add_group(session, kind="keten").code
    client = of(service_app, mine)
    assert joins(client, code, theirs).status_code == 422
    assert joins(client, other, mine).status_code == 422


def test_a_municipality_takes_part_once(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        (first,) = add_members_to_be(session, 1)
        code = add_group(session).code
    client = of(service_app, first)
    assert joins(client, code, first).status_code == 303
    assert joins(client, code, first).status_code == 422
    assert "geen samenwerking om mee te doen" in text_of(client, f"/groepen/meedoen?code={code}")


def test_wrong_codes_are_told_and_then_slowed_down(service_app: FastAPI) -> None:
    service_app.state.wrong_codes = Throttle(wrong_codes=3)
    client = somebody(service_app, "coordinator", municipality_code="GM0321")
    for typed in ("onzin", new_code(), new_code()):
        answer = client.http.get("/groepen/meedoen", params={"code": typed})
        assert (answer.status_code, "hoort geen groep" in answer.text) == (422, True)
    assert client.http.get("/groepen/meedoen", params={"code": new_code()}).status_code == 429
    assert client.http.post("/groepen/meedoen", data={"code": new_code()}).status_code == 429


def test_members_see_names_and_figures_and_no_value_of_anybody(service_app: FastAPI) -> None:
    group_id, members = group_of(service_app, 9)
    page = text_of(of(service_app, members[0]), f"/groepen/{group_id}")
    assert "Cijfers van 9 gemeenten" in page
    for one in members:
        assert one.name in page
    for one in members[1:]:
        assert one.scan_id not in page
        assert f"{one.outline['continuum']['position']:.2f}".replace(".", ",") not in page


def test_a_reader_of_the_municipality_sees_it_too_and_decides_nothing(service_app: FastAPI) -> None:
    group_id, members = group_of(service_app, 8)
    reader = of(service_app, members[0], "meelezer")
    assert "Cijfers van 8 gemeenten" in text_of(reader, f"/groepen/{group_id}")
    where = f"/groepen/{group_id}/gemeenten/{members[0].code}/intrekken"
    assert reader.http.get(where).status_code == 404
    assert reader.http.post(where).status_code == 404


def test_withdrawing_is_there_for_the_own_municipality_only_and_works_at_once(service_app: FastAPI) -> None:
    group_id, members = group_of(service_app, 9)
    client, another = of(service_app, members[0]), of(service_app, members[1])
    theirs = f"/groepen/{group_id}/gemeenten/{members[1].code}/intrekken"
    assert client.http.post(theirs).status_code == 404
    own = f"/groepen/{group_id}/gemeenten/{members[0].code}/intrekken"
    assert "Trek de toestemming in" in text_of(client, own)
    assert client.http.post(own, follow_redirects=False).headers["location"] == "/groepen?gedaan=ingetrokken"
    assert client.http.get(f"/groepen/{group_id}").status_code == 404
    page = text_of(another, f"/groepen/{group_id}")
    assert "De cijfers verdwijnen tot" in page
    assert members[0].name not in page
    assert json.loads(text_of(another, f"/groepen/{group_id}/cijfers.json"))["figures"] == []


def test_files_and_the_api_say_what_the_page_says(service_app: FastAPI) -> None:
    group_id, members = group_of(service_app, 16, each=[{"size_class": 1}, {"size_class": 3}])
    client = of(service_app, members[0])
    document = json.loads(text_of(client, f"/groepen/{group_id}/cijfers.json"))
    table = text_of(client, f"/groepen/{group_id}/cijfers.csv").lstrip("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table), delimiter=";"))
    program = program_of(service_app, members[0].code, TODAY)
    given = program.get(f"/groepen/{group_id}")
    numbers = {(one["quantity"], one["part"], one["low"], one["median"], one["high"]) for one in document["figures"]}
    assert numbers == {
        (one["onderdeel"], one["deel"], one["laag"], one["mediaan"], one["hoog"]) for one in given["cijfers"]
    }
    assert {one["part"] for one in document["figures"]} >= {"", "grootte:1", "grootte:3"}
    assert len([row for row in rows if row["code"] and row["mediaan"]]) == len(numbers)
    assert document["attribution"] in table
    assert [one["id"] for one in program.get("/groepen")["groepen"]] == [group_id]
    part = text_of(client, f"/groepen/{group_id}?deel=grootte:3")
    assert "Gemeenten met 50.000 tot 100.000 inwoners" in part


def test_every_chart_of_a_group_can_be_taken_along_with_the_choice_of_the_page(service_app: FastAPI) -> None:
    group_id, members = group_of(service_app, 16, each=[{"size_class": 1}, {"size_class": 3}])
    client = of(service_app, members[0])
    page = client.get(f"/groepen/{group_id}?deel=grootte:3")
    links = [link for link in page.one("main").links() if "/grafieken/" in link]
    assert len(links) == 3 * len(page.all("figure"))
    assert all("deel=grootte%3A3" in link and f"gemeente={members[0].code}" in link for link in links)
    for link in links[:3]:
        answer = client.http.get(link)
        assert answer.status_code == 200
        assert members[0].name in answer.text
        assert not any(one.name in answer.text for one in members[1:])
    assert "Gemeenten met 50.000 tot 100.000 inwoners" in client.http.get(links[1]).text
    assert client.http.get(f"/groepen/{group_id}/grafieken/taart.svg").status_code == 404


def test_who_reads_too_much_is_told_so_everywhere(service_app: FastAPI) -> None:
    group_id, members = group_of(service_app, 8)
    with begin_writing(service_app.state.engine) as session:
        account = add_person(session, "coordinator", municipality_code=members[0].code)
        for one in members[1:6]:
            session.add(Grant(account_id=account.id, role="meelezer", municipality_code=one.code, granted_on=TODAY))
    client = sign_in(PageClient(service_app), account)
    page = text_of(client, f"/groepen/{group_id}")
    assert "dat u geen groepscijfers ziet" in page
    assert "Mediaan" not in page
    for ending in ("json", "svg", "csv"):
        assert client.http.get(f"/groepen/{group_id}/grafieken/groep-plek.{ending}").status_code == 404
    assert json.loads(text_of(client, f"/groepen/{group_id}/cijfers.json"))["figures"] == []


def test_a_group_is_nothing_to_who_is_not_in_it(service_app: FastAPI) -> None:
    group_id, members = group_of(service_app, 8)
    outsider = somebody(service_app, "coordinator", municipality_code="GM0983")
    adviser = somebody(service_app, "adviseur", collaboration_id=members[0].collaboration_id)
    for client in (outsider, adviser):
        for address in ("", "/cijfers.csv", "/cijfers.json", "/grafieken/groep-plek.svg", "/beeindigen"):
            assert client.http.get(f"/groepen/{group_id}{address}").status_code == 404
        missing = client.http.get("/groepen/999999").text
        assert client.http.get(f"/groepen/{group_id}").text == missing


def test_the_maker_ends_the_group_and_nobody_else(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        maker = add_person(session, "coordinator", municipality_code="GM0321")
        members = add_members_to_be(session, 8)
        group = add_group(session, maker_id=maker.id)
        put_in(session, group, members)
        group_id = group.id
    address = f"/groepen/{group_id}/beeindigen"
    member = of(service_app, members[0])
    assert member.http.post(address).status_code == 404
    client = sign_in(PageClient(service_app), maker)
    assert "Beëindig de groep" in text_of(client, address)
    assert client.http.post(address, follow_redirects=False).headers["location"] == "/groepen?gedaan=beeindigd"
    assert member.http.get(f"/groepen/{group_id}").status_code == 404
    with begin_writing(service_app.state.engine) as session:
        assert session.exec(select(GroupMember)).all() == []


@pytest.mark.parametrize("gone", ["account", "role"])
def test_a_coordinator_takes_over_when_the_maker_is_gone(service_app: FastAPI, gone: str) -> None:
    with begin_writing(service_app.state.engine) as session:
        maker = add_person(session, "coordinator", municipality_code="GM0321")
        members = add_members_to_be(session, 2)
        group = add_group(session, maker_id=maker.id)
        put_in(session, group, members)
        group_id, code, maker_id = group.id, group.code, maker.id
    client, address = of(service_app, members[0]), f"/groepen/{group_id}/overnemen"
    assert client.http.post(address).status_code == 409
    with begin_writing(service_app.state.engine) as session:
        table, key = (Account, col(Account.id)) if gone == "account" else (Grant, col(Grant.account_id))
        session.exec(delete(table).where(key == maker_id))
    assert grouped(code) not in text_of(client, f"/groepen/{group_id}")
    assert client.http.post(address, follow_redirects=False).status_code == 303
    assert grouped(code) in text_of(client, f"/groepen/{group_id}")


def test_everything_is_in_the_log_of_the_own_municipality(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        mine, other = add_members_to_be(session, 2)
        kept = add_group(session).code
    client = of(service_app, mine)
    joins(client, kept, mine)
    joins(of(service_app, other), kept, other)
    made = client.http.post("/groepen/nieuw", data=WANTED, follow_redirects=False).headers["location"].partition("?")[0]
    with begin_writing(service_app.state.engine) as session:
        group_id = session.exec(select(ComparisonGroup.id).where(col(ComparisonGroup.code) == kept)).one()
    client.http.post(f"/groepen/{group_id}/gemeenten/{mine.code}/intrekken")
    client.http.post(f"{made}/beeindigen")
    log = text_of(client, f"/gemeenten/{mine.code}/logboek")
    for words in ("Vergelijkingsgroep gemaakt", "Meegedaan aan", "Toestemming voor een vergelijkingsgroep ingetrokken"):
        assert words in log
    with begin_writing(service_app.state.engine) as session:
        acts = session.exec(select(AuditEntry.act, AuditEntry.municipality_code)).all()
    assert ("group_joined", other.code) in acts
    assert ("group_ended", None) in acts


def test_a_collaboration_that_is_deleted_takes_its_part_along(service_app: FastAPI, service: PageClient) -> None:
    group_id, members = group_of(service_app, 8)
    page = service.get(f"/samenwerkingen/{members[0].collaboration_id}/verwijderen")
    seen = next(one["value"] for one in page.all("input") if one.get("name") == "seen")
    answer = service.http.post(
        f"/samenwerkingen/{members[0].collaboration_id}/verwijderen", data={"seen": seen, "agreed": "ja"}
    )
    assert answer.status_code == 303
    assert "nog 1 gemeente nodig" in text_of(of(service_app, members[1]), f"/groepen/{group_id}")
