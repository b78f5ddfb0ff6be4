"""A program measures again: the next scan with the settings of the last one that closed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from fastapi import FastAPI

from app.db import begin_writing
from app.store.scans import list_windows
from tests.app.api.programs import Program, places


def settings(scan: Any) -> list[dict[str, Any]]:
    """What two scans are compared by."""
    kept = ("venster", "aan", "wijze", "toegang", "minimum", "contact")
    return [{name: window[name] for name in kept} for window in scan["vensters"]]


def test_nothing_has_to_be_said(program: Program) -> None:
    first = program.closed_scan()
    answer = program.ask("POST", f"/scans/{first['id']}/opnieuw", 201, json={})
    second = answer.json()
    assert answer.headers["Location"] == f"/v1/scans/{second['id']}"
    assert program.get(f"/scans/{second['id']}") == second
    assert (second["naam"], second["doel"], second["periode"]) == ("Tweede meting", "na een pilot", "juni 2026")
    assert (second["status"], second["nummer"], second["sluitOp"]) == ("open", 2, None)
    assert (second["samenwerking"], second["bewaarMaanden"]) == (first["samenwerking"], first["bewaarMaanden"])
    assert settings(second) == settings(first)
    assert {one["code"] for one in second["vensters"]}.isdisjoint(one["code"] for one in first["vensters"])


def test_what_is_said_is_kept(program: Program) -> None:
    sent = {"naam": "Na de proef", "doel": "proef met een wijkteam", "periode": "zomer 2026", "sluitOp": "2026-09-01"}
    second = program.post(f"/scans/{program.closed_scan()['id']}/opnieuw", sent)
    assert {name: second[name] for name in sent} == sent


def test_what_does_not_fit_makes_nothing(program: Program, today: date) -> None:
    path = f"/scans/{program.closed_scan()['id']}/opnieuw"
    past = (today - timedelta(days=1)).isoformat()
    assert places(program.post(path, {"sluitOp": past}, 400)) == ["#/sluitOp"]
    assert places(program.post(path, {"naam": "nulmeting"}, 400)) == ["#/naam"]
    assert places(program.post(path, {"vensters": {}}, 400)) == ["#/vensters"]
    assert len(program.get("/scans")["scans"]) == 1


def test_a_scan_that_is_open_or_has_a_next_one_is_not_measured_again(program: Program) -> None:
    first = program.closed_scan()
    second = program.post(f"/scans/{first['id']}/opnieuw", {})
    assert program.post(f"/scans/{first['id']}/opnieuw", {}, 409)["title"] == "Er staat al een scan klaar"
    assert program.post(f"/scans/{second['id']}/opnieuw", {}, 409)["title"] == "De vorige scan is nog open"
    program.post(f"/scans/{second['id']}/sluiting", {"definitief": True}, 200)
    assert program.post(f"/scans/{first['id']}/opnieuw", {}, 409)["title"] == "Na deze scan is er al gemeten"
    assert len(program.get("/scans")["scans"]) == 2


def test_settings_that_are_not_complete_any_more_are_refused(service_app: FastAPI, program: Program) -> None:
    first = program.closed_scan()
    with begin_writing(service_app.state.engine) as session:
        for window in list_windows(session, first["id"]):
            window.contact = ""
    refused = program.post(f"/scans/{first['id']}/opnieuw", {}, 409)
    assert "Noem iemand aan wie inwoners iets kunnen vragen" in refused["detail"]
    assert len(program.get("/scans")["scans"]) == 1
