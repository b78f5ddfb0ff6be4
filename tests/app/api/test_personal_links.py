"""Windows in which each person has a link, as programs set them up, answer in them and count."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fastapi import FastAPI

from app.collaborations.codes import grouped
from app.models import Response, ScanWindow, SentMark
from tests.app.api.programs import CONTACT, WINDOWS, Program, places
from tests.app.invitees import letters, links
from tests.app.people import somebody
from tests.app.responding.visitors import rows

PERSONAL = {"professional": {"toegang": "persoonlijk", "minimum": 3}}
PEOPLE = [f"{name}@houten.example" for name in ("anna", "bert", "cas", "dina")]


@pytest.fixture
def scan(program: Program, today: date) -> Any:
    assert today
    return program.scan(windows=PERSONAL)


@pytest.fixture
def codes(service_app: FastAPI, scan: Any) -> list[str]:
    """The codes of four people, in the order of their addresses."""
    client = somebody(service_app, "coordinator", email="karim@houten.nl", municipality_code="GM0321")
    client.submit(f"/scans/{scan['id']}/beheer/professional/adressen", {"adressen": ", ".join(PEOPLE)})
    return [grouped(links(service_app)[address].removeprefix("/u/")) for address in PEOPLE]


def window(scan: Any, name: str = "professional") -> Any:
    return next(one for one in scan["vensters"] if one["venster"] == name)


def filled_in(program: Program, code: str) -> dict[str, Any]:
    questions = [asked for part in program.questionnaire("professional")["dimensies"] for asked in part["vragen"]]
    answers = {asked["id"]: asked["opties"][-2]["waarde"] for asked in questions}
    return {"code": code, "rol": "sociaal_team", "bevestigd": True, "antwoorden": answers}


def test_a_window_says_how_people_come_in_and_has_no_code_where_each_has_a_link(program: Program, scan: Any) -> None:
    assert [one["toegang"] for one in scan["vensters"]] == ["open", "persoonlijk", "open", "open"]
    assert (window(scan)["code"], window(scan)["link"]) == (None, None)
    assert window(scan, "beleid")["code"]
    path = f"/scans/{scan['id']}"
    changed = program.patch(path, {"vensters": {"professional": {"toegang": "open"}}})
    assert window(changed)["toegang"] == "open"
    assert program.patch(path, {"naam": "Anders"})["vensters"] == changed["vensters"]


def test_residents_never_have_a_link_of_their_own(program: Program) -> None:
    sent = {
        "samenwerking": program.collaboration()["id"],
        "naam": "Nulmeting",
        "doel": "nulmeting",
        "periode": "2026",
        "vensters": {name: CONTACT | {"toegang": "persoonlijk"} for name in WINDOWS},
    }
    assert places(program.post("/scans", sent, 400)) == ["#/vensters/inwoner"]


def test_how_people_come_in_is_fixed_once_somebody_has_a_link(program: Program, scan: Any, codes: list[str]) -> None:
    assert codes
    wanted = {"vensters": {"professional": {"toegang": "open"}}}
    assert places(program.patch(f"/scans/{scan['id']}", wanted, 400)) == ["#/vensters/professional/toegang"]


def test_a_personal_code_is_opened_and_sends_once(
    service_app: FastAPI, program: Program, nobody: Program, codes: list[str]
) -> None:
    assert nobody.post("/uitnodigingen", {"code": codes[0]}, 200)["venster"] == "professional"
    assert rows(service_app, SentMark) == []
    sent = filled_in(program, codes[0])
    nobody.post("/invullingen", sent)
    assert nobody.post("/invullingen", sent, 409)["title"] == "Met deze code is al verstuurd"
    assert (len(rows(service_app, Response)), len(rows(service_app, SentMark))) == (1, 1)


def test_what_does_not_fit_does_not_use_up_the_code(
    service_app: FastAPI, program: Program, nobody: Program, codes: list[str]
) -> None:
    nobody.post("/invullingen", filled_in(program, codes[0]) | {"rol": "niemand"}, 400)
    assert rows(service_app, SentMark) == []


def test_the_code_of_the_window_opens_nothing(
    service_app: FastAPI, program: Program, nobody: Program, scan: Any
) -> None:
    assert scan
    code = next(one.code for one in rows(service_app, ScanWindow) if one.entry == "personal")
    for path, sent in (("/uitnodigingen", {"code": code}), ("/invullingen", filled_in(program, code))):
        assert places(nobody.post(path, sent, 400)) == ["#/code"]
    assert rows(service_app, Response) == []


def test_counts_are_told_in_groups_and_the_minimum_is_announced(
    service_app: FastAPI, program: Program, scan: Any, codes: list[str]
) -> None:
    told = []
    for code in codes:
        program.post("/invullingen", filled_in(program, code))
        seen = window(program.get(f"/scans/{scan['id']}"))
        ahead = window(program.get(f"/scans/{scan['id']}/sluiting"))
        told.append((seen["verstuurd"], seen["geteldPer"], ahead["verstuurd"], ahead["bruikbaar"], ahead["nogNodig"]))
    assert told == [(0, 3, 0, 0, 3), (0, 3, 0, 0, 3), (3, 3, 3, 3, 0), (3, 3, 3, 3, 0)]
    assert [letter.address for letter in letters(service_app, "notice")] == ["karim@houten.nl"]
    closed = program.post(f"/scans/{scan['id']}/sluiting", {"definitief": True}, 200)
    assert (window(closed)["verstuurd"], window(closed)["geteldPer"]) == (4, 1)
