"""`GET /v1/vergelijking`: what a program may read, beside each other."""

from __future__ import annotations

from fastapi import FastAPI
from sqlmodel import Session, select

from app.models import AuditEntry
from tests.app.api.conftest import TODAY, program_of
from tests.app.comparison.beside.builders import HOUTEN, WOERDEN, closed


def test_it_gives_what_is_asked_for_by_name(service_app: FastAPI) -> None:
    made = [closed(service_app, name=name, value=value) for name, value in (("B", 1.0), ("A", 0.25), ("C", 0.5))]
    everybody = program_of(service_app, None, TODAY)
    found = everybody.get("/vergelijking", samenwerking=[one.collaboration.id for one in made[:2]])
    assert [one["name"] for one in found["collaborations"]] == ["Houten, A", "Houten, B"]
    assert found["differences"][0]["verdict"] == "echte verandering"
    assert [one["name"] for one in found["lessons"][0]["stronger"]] == ["Houten, B"]
    assert len(everybody.get("/vergelijking")["collaborations"]) == 3
    assert [one["name"] for one in everybody.get("/vergelijking", zoek="c")["collaborations"]] == ["Houten, C"]
    assert everybody.get("/vergelijking", soort="team")["collaborations"] == []
    assert {one["collaboration"] for one in everybody.get("/vergelijking", alias=True)["collaborations"]} == {None}


def test_of_another_municipality_nothing_is_told(service_app: FastAPI) -> None:
    mine, theirs = closed(service_app, HOUTEN), closed(service_app, WOERDEN)
    program = program_of(service_app, HOUTEN, TODAY)
    asked = [mine.collaboration.id, theirs.collaboration.id, 2**31 - 1]
    assert [one["scan"] for one in program.get("/vergelijking", samenwerking=asked)["collaborations"]] == [mine.scan.id]
    assert program.get("/vergelijking", samenwerking=theirs.collaboration.id)["collaborations"] == []


def test_what_does_not_fit_is_refused(service_app: FastAPI) -> None:
    program = program_of(service_app, None, TODAY)
    for wrong in ({"samenwerking": 0}, {"samenwerking": "x"}, {"soort": "ploeg"}, {"grootte": 6}, {"vanaf": "oud"}):
        program.ask("GET", "/vergelijking", 400, params=wrong)
    program.ask("GET", "/vergelijking", 400, params={"onbekend": "ja"})


def test_reading_is_noted(service_app: FastAPI) -> None:
    made = closed(service_app)
    program = program_of(service_app, None, TODAY)
    program.get("/vergelijking")
    program.get("/vergelijking")
    with Session(service_app.state.engine) as session:
        lines = session.exec(select(AuditEntry).where(AuditEntry.act == "result_read")).all()
    assert [line.scan_id for line in lines] == [made.scan.id]
