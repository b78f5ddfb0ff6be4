"""Nobody sees or changes what is not theirs: every operation of the description, for a stranger and for a neighbour."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi import FastAPI
from starlette.datastructures import State

from app.api import make_api
from tests.app.api.conftest import TODAY, program_of
from tests.app.api.programs import COLLABORATION, CONTACT, WINDOWS, Program

REASON = "Dat past bij onze inwoners."
BODIES: dict[str, Any] = {
    "addSamenwerking": COLLABORATION | {"naam": "Van een ander"},
    "changeSamenwerking": {"naam": "Veranderd"},
    "addScan": {
        "samenwerking": 1,
        "naam": "Van een ander",
        "doel": "nulmeting",
        "periode": "2026",
        "vensters": dict.fromkeys(WINDOWS, CONTACT),
    },
    "changeScan": {"naam": "Veranderd"},
    "close": {"definitief": True},
    "setAmbitie": {"model": 7, "reden": REASON},
}
"""What every operation that takes a body would accept from whoever may do it; a new one is given a line here."""
NO_PATH = "{id}"
OPERATIONS = [
    (method.upper(), path, operation)
    for path, operations in make_api(State()).openapi()["paths"].items()
    for method, operation in operations.items()
    if operation.get("security")
]


@pytest.fixture
def theirs(program: Program) -> dict[str, Any]:
    """What a program of Houten has: an open scan and a closed one, with an answer in each."""
    closed = program.closed_scan()
    program.put(f"/scans/{closed['id']}/ambitie", {"model": 5, "reden": REASON})
    scan = program.scan(closed["samenwerking"])
    program.send(scan, "beleid")
    return {"samenwerking": closed["samenwerking"], "scans": [closed["id"], scan["id"]]}


def everything(program: Program, theirs: dict[str, Any]) -> list[Any]:
    """All that its owner can read of it."""
    scans = [program.get(f"/scans/{scan}") for scan in theirs["scans"]]
    closed = theirs["scans"][0]
    versions = program.get(f"/scans/{closed}/uitslag/versies")
    return [program.get("/samenwerkingen"), *scans, versions, program.get(f"/scans/{closed}/uitslag")]


def addresses(path: str, theirs: dict[str, Any]) -> list[str]:
    """The addresses of an operation at what somebody else has."""
    filled = path.replace("{versie}", "1").replace("{grafiek}", "venster-beleid")
    ids = [theirs["samenwerking"]] if path.startswith("/samenwerkingen") else theirs["scans"]
    return [filled.replace(NO_PATH, str(one)) for one in ids] if NO_PATH in path else [filled]


def request_of(operation: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """A request that its owner could make."""
    if "requestBody" not in operation:
        return {}
    body = BODIES[operation["operationId"]]
    return {"json": body | {"samenwerking": theirs["samenwerking"]} if "samenwerking" in body else body}


def test_a_stranger_gets_nothing(program: Program, nobody: Program, theirs: dict[str, Any]) -> None:
    before = everything(program, theirs)
    for method, path, operation in OPERATIONS:
        status = 404 if {} in operation["security"] else 401
        for address in addresses(path, theirs):
            response = nobody.ask(method, address, status, **request_of(operation, theirs))
            assert ("WWW-Authenticate" in response.headers) == (status == 401)
    assert everything(program, theirs) == before


def test_a_neighbour_gets_nothing(program: Program, other: Program, theirs: dict[str, Any]) -> None:
    before = everything(program, theirs)
    for method, path, operation in OPERATIONS:
        for address in addresses(path, theirs):
            request = request_of(operation, theirs)
            if NO_PATH in path:
                other.ask(method, address, 404, **request)
            elif path == "/vergelijking":
                assert other.ask(method, address).json()["collaborations"] == [], path
            elif method == "GET":
                assert list(other.ask(method, address).json().values()) == [[]], path
            else:
                other.ask(method, address, 400, **request)
    assert everything(program, theirs) == before


def test_a_filter_shows_nothing_of_a_neighbour(other: Program, theirs: dict[str, Any]) -> None:
    assert other.get("/samenwerkingen", gemeente="GM0321", gearchiveerd=True) == {"samenwerkingen": []}
    assert other.get("/scans", samenwerking=theirs["samenwerking"], gearchiveerd=True) == {"scans": []}


def test_what_is_not_theirs_cannot_be_told_from_what_is_not_there(other: Program, theirs: dict[str, Any]) -> None:
    for scan in theirs["scans"]:
        assert other.ask("GET", f"/scans/{scan}", 404).content == other.ask("GET", "/scans/0", 404).content


def test_a_token_that_nobody_has_opens_nothing(service_app: FastAPI) -> None:
    stranger = Program(service_app)
    for header in ("Bearer", "Bearer ", "Bearer x", "Basic dTpw", "x", "bearer \u00e9", "Bearer a b"):
        stranger.ask("GET", "/samenwerkingen", 401, headers={"Authorization": header.encode("latin-1")})


def test_sitting_at_the_machine_is_not_enough_for_the_api(nobody: Program) -> None:
    assert nobody.http.get("/v1/samenwerkingen", headers={"Host": "localhost"}).status_code == 401


def test_who_only_reads_gets_the_results_and_changes_nothing(
    service_app: FastAPI, program: Program, theirs: dict[str, Any]
) -> None:
    readers = (
        program_of(service_app, "GM0321", TODAY, role="meelezer"),
        program_of(service_app, None, TODAY, role="adviseur", collaboration_id=theirs["samenwerking"]),
    )
    before, closed = everything(program, theirs), theirs["scans"][0]
    for reader in readers:
        assert reader.get(f"/scans/{closed}/uitslag") == before[-1]
        for method, path, operation in OPERATIONS:
            if {} in operation["security"]:
                continue
            for address in addresses(path, theirs):
                answer = reader.http.request(method, f"/v1{address}", **request_of(operation, theirs))
                nothing = answer.status_code == 200 and list(answer.json().values()) == [[]]
                assert nothing or answer.status_code in {400, 403, 404}, f"{method} {address}"
    assert everything(program, theirs) == before


def test_who_manages_can_do_all_of_it(program: Program, theirs: dict[str, Any]) -> None:
    read = [path for method, path, _ in OPERATIONS if method == "GET" and "sluiting" not in path]
    assert len(read) >= 8
    for path in read:
        program.ask("GET", addresses(path, theirs)[0])
