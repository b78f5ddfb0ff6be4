"""Nobody sees or changes what is not theirs: every address of managing, for a stranger and for another gemeente."""

from __future__ import annotations

import re

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select

from app.models import Collaboration, Scan, ScanWindow
from tests.app.collaborations.setting_up import (
    COLLABORATION,
    LIST,
    SCAN,
    WOERDEN,
    add_collaboration,
    add_scan,
    coordinator_of,
)
from tests.app.page_client import PageClient
from tests.app.people import somebody

PLACE = re.compile(r"\{(\w+)\}")
OURS = ("/samenwerkingen", "/scans/{scan_id}/beheer")
SECRET = "Project Zwaluw"
LINK = "0" * 32


def addresses(app: FastAPI) -> list[tuple[str, str]]:
    """Every address of managing with its method, as the service itself knows them."""
    paths = app.openapi()["paths"]
    return [
        (method.upper(), path)
        for path, methods in paths.items()
        if path.startswith(OURS)
        for method in methods
        if method in {"get", "post", "put", "patch", "delete"}
    ]


def filled(path: str, **values: object) -> str:
    return PLACE.sub(lambda place: str(values[place[1]]), path)


@pytest.fixture
def theirs(service: PageClient) -> dict[str, object]:
    """What stands in the addresses of a collaboration and a scan of Houten."""
    address = add_collaboration(service, name=SECRET)
    desk = add_scan(service, address, name=f"Meting van {SECRET}")
    return {
        "collaboration_id": address.split("/")[2],
        "scan_id": desk.split("/")[2],
        "window": "inwoner",
        "grant_id": 4711,
        "link_id": LINK,
    }


def as_stored(app: FastAPI) -> list[dict[str, object]]:
    with Session(app.state.engine) as session:
        tables = (Collaboration, Scan, ScanWindow)
        return [row.model_dump() for table in tables for row in session.exec(select(table)).all()]


def test_there_are_as_many_addresses_as_we_think(service_app: FastAPI) -> None:
    found = addresses(service_app)
    assert len(found) >= 27
    assert ("POST", "/samenwerkingen/{collaboration_id}/verwijderen") in found
    assert ("GET", "/scans/{scan_id}/beheer/{window}/qr.svg") in found


def test_a_stranger_gets_nothing_at_any_address(
    service_app: FastAPI, stranger: PageClient, theirs: dict[str, object]
) -> None:
    before = as_stored(service_app)
    for method, path in addresses(service_app):
        answer = stranger.http.request(method, filled(path, **theirs), data=COLLABORATION | SCAN | {"agreed": "ja"})
        assert answer.status_code == (303 if method == "GET" else 403), f"{method} {path}"
        assert method != "GET" or answer.headers["location"].startswith("/inloggen?naar="), path
        assert SECRET not in answer.text
    assert as_stored(service_app) == before


def test_another_gemeente_gets_what_does_not_exist(service_app: FastAPI, theirs: dict[str, object]) -> None:
    woerden = coordinator_of(service_app, WOERDEN)
    nothing = {"collaboration_id": 4711, "scan_id": "f" * 32, "window": "inwoner", "grant_id": 4711, "link_id": LINK}
    before = as_stored(service_app)
    for method, path in addresses(service_app):
        if not PLACE.search(path):
            continue
        fields = COLLABORATION | SCAN | {"agreed": "ja", "seen": "1-0-0-0", "confirm": "ja"}
        answer = woerden.http.request(method, filled(path, **theirs), data=fields)
        absent = woerden.http.request(method, filled(path, **nothing), data=fields)
        assert answer.status_code == absent.status_code == 404, f"{method} {path}"
        assert answer.text == absent.text, f"{method} {path}"
    assert SECRET not in woerden.get(LIST).html
    assert as_stored(service_app) == before


def test_nobody_makes_a_collaboration_in_another_gemeente(service_app: FastAPI) -> None:
    coordinator_of(service_app, WOERDEN).submit(f"{LIST}/nieuw", COLLABORATION | {"municipality": "Houten"})
    with Session(service_app.state.engine) as session:
        assert [one.municipality_code for one in session.exec(select(Collaboration))] == ["GM0632"]


def test_an_example_cannot_be_managed(demo_app: FastAPI) -> None:
    client = somebody(demo_app, "coordinator")
    values = {
        "collaboration_id": 1,
        "scan_id": "voorbeeld-houten-fase-1",
        "window": "inwoner",
        "grant_id": 4711,
        "link_id": LINK,
    }
    for method, path in addresses(demo_app):
        if PLACE.search(path):
            answer = client.http.request(method, filled(path, **values), data=SCAN | {"agreed": "ja"})
            assert answer.status_code == 404, f"{method} {path}"


@pytest.mark.parametrize(
    "address", ["/samenwerkingen/nul", "/samenwerkingen/-1", "/samenwerkingen/999999999999999999999"]
)
def test_nonsense_as_an_id_is_an_address_that_does_not_exist(service: PageClient, address: str) -> None:
    assert service.get(address, 404).heading == "Deze pagina bestaat niet"
