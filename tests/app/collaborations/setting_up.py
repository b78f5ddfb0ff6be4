"""Forms as a coördinator fills them in, sent to the service."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI
from sqlmodel import Session, select

from app.models import Collaboration, Scan, ScanWindow
from tests.app.page_client import InspectedPage, PageClient
from tests.app.people import somebody

LIST = "/samenwerkingen"
HOUTEN, WOERDEN = "GM0321", "GM0632"

COLLABORATION = {
    "municipality": "Houten",
    "name": "Op Koers",
    "target_group": "Inwoners met een uitkering die ook zorg krijgen",
    "partners": "Sociaal team, sociale dienst en UWV",
}
SCAN = {
    "name": "Nulmeting",
    "purpose": "nulmeting",
    "purpose_other": "",
    "period": "voorjaar 2026",
    "closes_on": "",
    "inwoner_part": "individual",
    "inwoner_minimum": "5",
    "inwoner_contact": "Sanne de Wit, cliëntondersteuner, 030 123 45 67",
    "inwoner_outside": "ja",
    "professional_part": "individual",
    "professional_minimum": "5",
    "professional_contact": "Karim Bakker, 030 765 43 21",
    "organisatie_part": "individual",
    "organisatie_minimum": "1",
    "organisatie_contact": "",
    "beleid_part": "individual",
    "beleid_minimum": "1",
    "beleid_contact": "",
}


def add_collaboration(client: PageClient, **about: str) -> str:
    """Make a collaboration with its form, and return its address."""
    led_to = client.submit(f"{LIST}/nieuw", COLLABORATION | about)
    return led_to.partition("?")[0]


def add_scan(client: PageClient, collaboration: str | None = None, **about: str) -> str:
    """Make a scan with its form, and return the address of its desk."""
    led_to = client.submit(f"{collaboration or add_collaboration(client)}/scans/nieuw", SCAN | about)
    return led_to.partition("?")[0]


def only_collaboration(app: FastAPI) -> Collaboration:
    """The only collaboration in the database."""
    with Session(app.state.engine) as session:
        return session.exec(select(Collaboration)).one()


def scan_at(app: FastAPI, desk: str) -> Scan:
    """The scan of this desk, as it is stored."""
    with Session(app.state.engine) as session:
        return session.exec(select(Scan).where(Scan.id == desk.split("/")[2])).one()


def windows_at(app: FastAPI, desk: str) -> Mapping[str, ScanWindow]:
    """The windows of the scan of this desk, as they are stored."""
    with Session(app.state.engine) as session:
        found = session.exec(select(ScanWindow).where(ScanWindow.scan_id == desk.split("/")[2])).all()
    return {window.window: window for window in found}


def error_at(page: InspectedPage, field: str) -> str:
    """What the page says is wrong with a field; fails unless the summary at the top leads there."""
    summary = page.by_id("fouten")
    (link,) = [link for link in summary.all("a") if link["href"] == f"#{field}"]
    return link.text


def fields_with_errors(page: InspectedPage) -> list[str]:
    """The fields that the summary at the top leads to."""
    return [link["href"].removeprefix("#") for link in page.by_id("fouten").all("a")]


def coordinator_of(app: FastAPI, municipality: str) -> PageClient:
    """A client of who manages one municipality."""
    return somebody(app, "coordinator", host="127.0.0.1", municipality_code=municipality)
