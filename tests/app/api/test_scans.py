from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from fastapi import FastAPI

from app.collaborations.codes import normalised
from app.db import begin_writing
from app.models import Draft, Scan
from questionnaires import load_current
from tests.app.api.programs import CONTACT, WINDOWS, Program, code, places


def windows(scan: Any) -> dict[str, Any]:
    return {one["venster"]: one for one in scan["vensters"]}


def test_a_scan_is_made_with_four_windows_and_found_again(program: Program) -> None:
    scan = program.scan()
    assert scan["status"] == "open"
    assert scan["editie"] == load_current().id
    assert scan["nummer"] == 1
    assert [one["venster"] for one in scan["vensters"]] == list(WINDOWS)
    assert [one["minimum"] for one in scan["vensters"]] == [5, 5, 1, 1]
    assert program.get(f"/scans/{scan['id']}") == scan
    short = {name: value for name, value in scan.items() if name != "vensters"}
    assert program.get("/scans") == {"scans": [short]}


def test_a_window_has_a_code_and_a_link_that_opens_it(program: Program) -> None:
    scan = program.scan()
    for one in scan["vensters"]:
        assert len(normalised(one["code"]) or "") == 12
        response = program.http.get(one["link"], follow_redirects=False)
        assert response.status_code == 303


def test_the_choices_of_a_window_are_kept(program: Program) -> None:
    wanted = {
        "professional": {"minimum": 3},
        "organisatie": {"wijze": "team"},
        "beleid": {"aan": False, "contact": ""},
    }
    found = windows(program.scan(windows=wanted))
    assert found["professional"]["minimum"] == 3
    assert found["organisatie"]["wijze"] == "team"
    assert found["beleid"]["aan"] is False


def test_every_rule_that_is_broken_is_said_with_its_place(program: Program, today: date) -> None:
    wrong = {"inwoner": {"minimum": 4, "wijze": "team"}, "professional": {"contact": " "}}
    sent = {
        "samenwerking": program.collaboration()["id"],
        "naam": "Nulmeting",
        "doel": "nulmeting",
        "periode": "2026",
        "sluitOp": (today - timedelta(days=1)).isoformat(),
        "vensters": {window: CONTACT | wrong.get(window, {}) for window in WINDOWS},
    }
    assert places(program.post("/scans", sent, 400)) == [
        "#/sluitOp",
        "#/vensters/inwoner",
        "#/vensters/inwoner/minimum",
        "#/vensters/professional/contact",
    ]
    assert program.get("/scans") == {"scans": []}


def test_a_day_is_written_in_one_way(program: Program) -> None:
    sent = {"samenwerking": 1, "naam": "n", "doel": "d", "periode": "p", "vensters": {}}
    for day in ("31-12-2026", "2026-13-01", "2026-12-31T12:00:00", 20261231, True):
        assert places(program.post("/scans", sent | {"sluitOp": day}, 400)) == ["#/sluitOp"]


def test_a_collaboration_that_is_not_there_is_a_fault_of_the_input(program: Program) -> None:
    sent = {"naam": "n", "doel": "d", "periode": "p", "vensters": {}}
    for number in (99, 2**40):
        assert places(program.post("/scans", sent | {"samenwerking": number}, 400)) == ["#/samenwerking"]


def test_what_is_left_out_of_a_change_stays(program: Program) -> None:
    scan = program.scan(sluitOp="2026-12-31")
    path = f"/scans/{scan['id']}"
    assert program.patch(path, {"doel": "na een pilot"}) == scan | {"doel": "na een pilot"}
    changed = windows(program.patch(path, {"vensters": {"professional": {"minimum": 3}}}))
    assert changed == windows(scan) | {"professional": windows(scan)["professional"] | {"minimum": 3}}
    assert program.patch(path, {"sluitOp": None})["sluitOp"] is None


def test_how_a_window_takes_part_is_fixed_once_somebody_answered(program: Program) -> None:
    scan = program.scan()
    program.send(scan, "beleid")
    path = f"/scans/{scan['id']}"
    assert windows(program.get(path))["beleid"]["verstuurd"] == 1
    problem = program.patch(path, {"naam": "Anders", "vensters": {"beleid": {"minimum": 3}}}, 400)
    assert places(problem) == ["#/vensters/beleid"]
    assert program.get(path)["naam"] == "Nulmeting"


def test_a_closed_scan_can_only_have_another_name(program: Program) -> None:
    path = f"/scans/{program.closed_scan()['id']}"
    assert program.patch(path, {"naam": "Eerste meting"})["naam"] == "Eerste meting"
    problem = program.patch(path, {"naam": "Anders", "periode": "2027"}, 409)
    assert problem["title"] == "Deze scan is niet meer te wijzigen"
    assert program.get(path)["naam"] == "Eerste meting"


def test_a_scan_is_put_away_and_brought_back(program: Program) -> None:
    scan = program.scan()
    path = f"/scans/{scan['id']}"
    assert program.patch(path, {"gearchiveerd": True})["status"] == "gearchiveerd"
    assert program.get("/scans") == {"scans": []}
    assert len(program.get("/scans", gearchiveerd=True)["scans"]) == 1
    assert program.patch(path, {"gearchiveerd": False}) == scan


def test_a_scan_past_its_closing_date_says_so(service_app: FastAPI, program: Program, today: date) -> None:
    scan = program.scan(sluitOp=today.isoformat())
    service_app.state.today = lambda: today + timedelta(days=1)
    assert program.get(f"/scans/{scan['id']}")["status"] == "verlopen"


def test_scans_of_one_collaboration_can_be_asked(program: Program) -> None:
    first = program.scan()
    second = program.scan(first["samenwerking"], naam="Na de pilot")
    elsewhere = program.scan(program.collaboration(naam="Samen sterk")["id"])
    found = program.get("/scans", samenwerking=first["samenwerking"])["scans"]
    assert [one["id"] for one in found] == [first["id"], second["id"]]
    assert second["nummer"] == 2
    assert elsewhere["id"] not in [one["id"] for one in found]


def test_a_scan_with_answers_goes_only_when_that_is_said(program: Program) -> None:
    scan = program.closed_scan()
    path = f"/scans/{scan['id']}"
    assert places(program.delete(path, 400).json()) == ["metAntwoorden"]
    program.delete(f"{path}?metAntwoorden=true")
    program.get(path, 404)
    program.post("/uitnodigingen", {"code": code(scan, "beleid")}, 400)


def test_a_scan_that_is_not_there_does_not_exist(program: Program) -> None:
    for name in ("x", "%00", "A", "a" * 101):
        program.get(f"/scans/{name}", 404)


def test_how_long_answers_are_kept_is_a_year_or_what_was_sent(program: Program) -> None:
    scan = program.scan()
    assert (scan["bewaarMaanden"], scan["antwoordenGewistOp"]) == (12, None)
    assert program.patch(f"/scans/{scan['id']}", {"bewaarMaanden": 24})["bewaarMaanden"] == 24
    assert places(program.patch(f"/scans/{scan['id']}", {"bewaarMaanden": 4}, 400)) == ["#/bewaarMaanden"]


def test_once_somebody_began_answers_are_not_kept_longer(service_app: FastAPI, program: Program) -> None:
    scan = program.scan()
    with begin_writing(service_app.state.engine) as session:
        draft = {"id": "d", "window": "inwoner", "token_hash": "t", "role": "zelf", "touched_on": date(2026, 6, 1)}
        session.add(Draft(scan_id=scan["id"], **draft))
    for sent in ({"bewaarMaanden": 24}, {"bewaarMaanden": 24, "doel": "een ander doel"}):
        assert places(program.patch(f"/scans/{scan['id']}", sent, 400)) == ["#/bewaarMaanden"]
    assert program.patch(f"/scans/{scan['id']}", {"bewaarMaanden": 3, "naam": "Anders"})["bewaarMaanden"] == 3
    assert program.get(f"/scans/{scan['id']}")["naam"] == "Anders"


def test_after_closing_the_period_is_made_shorter(program: Program) -> None:
    scan = program.scan()
    program.post(f"/scans/{scan['id']}/sluiting", {"definitief": True}, 200)
    assert places(program.patch(f"/scans/{scan['id']}", {"bewaarMaanden": 24}, 400)) == ["#/bewaarMaanden"]
    assert program.patch(f"/scans/{scan['id']}", {"bewaarMaanden": 1})["bewaarMaanden"] == 1


def test_when_the_answers_are_gone_it_says_when(service_app: FastAPI, program: Program) -> None:
    scan = program.scan()
    program.post(f"/scans/{scan['id']}/sluiting", {"definitief": True}, 200)
    with begin_writing(service_app.state.engine) as session:
        session.get_one(Scan, scan["id"]).answers_deleted_on = date(2027, 6, 1)
    assert program.get(f"/scans/{scan['id']}")["antwoordenGewistOp"] == "2027-06-01"
    program.patch(f"/scans/{scan['id']}", {"bewaarMaanden": 1}, 409)
