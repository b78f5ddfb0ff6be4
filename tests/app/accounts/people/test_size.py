"""How many inhabitants a municipality has is said by its coördinator, shown, and noted in the log."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select

from app.accounts.audit import Act
from app.accounts.people.size import OPTIONS
from app.db import begin_writing
from app.models import AuditEntry, Municipality
from app.web.size_classes import SIZE_CLASSES
from tests.app.page_client import InspectedPage, PageClient
from tests.app.people import somebody

ADDRESS = "/gemeenten/GM0321/inwoners"
PEOPLE = "/gemeenten/GM0321/mensen"


@pytest.fixture
def houten(service_app: FastAPI) -> PageClient:
    return somebody(service_app, "coordinator", municipality_code="GM0321")


def stored(app: FastAPI) -> int | None:
    with Session(app.state.engine) as session:
        return session.get_one(Municipality, "GM0321").size_class


def noted(app: FastAPI) -> list[tuple[str, str | None]]:
    with Session(app.state.engine) as session:
        found = session.exec(select(AuditEntry).where(AuditEntry.act == Act.SIZE_CHOSEN)).all()
        return [(one.about, one.municipality_code) for one in found]


def chosen(page: InspectedPage) -> list[str]:
    return [one["value"] for one in page.all("input") if "checked" in one.attributes]


def test_what_is_chosen_is_kept_shown_and_noted(service_app: FastAPI, houten: PageClient) -> None:
    assert "Grootte: nog niet opgegeven." in houten.get(PEOPLE).text
    assert ADDRESS in houten.get(PEOPLE).links()
    assert chosen(houten.get(ADDRESS)) == [""]
    led_to = houten.submit(ADDRESS, {"size_class": "3"})
    assert stored(service_app) == 3
    text = houten.get(led_to).text
    assert "Het aantal inwoners is opgeslagen." in text
    assert "Grootte: 50.000 tot 100.000 inwoners." in text
    assert chosen(houten.get(ADDRESS)) == ["3"]
    assert noted(service_app) == [("50.000 tot 100.000 inwoners", "GM0321")]
    assert "Aantal inwoners van de gemeente gekozen" in houten.get("/gemeenten/GM0321/logboek").text


def test_it_can_be_taken_away(service_app: FastAPI, houten: PageClient) -> None:
    houten.submit(ADDRESS, {"size_class": "1"})
    houten.submit(ADDRESS, {"size_class": ""})
    assert stored(service_app) is None


@pytest.mark.parametrize("sent", [{}, {"size_class": "0"}, {"size_class": "6"}, {"size_class": "drie"}])
def test_anything_else_changes_nothing(service_app: FastAPI, houten: PageClient, sent: dict[str, str]) -> None:
    houten.submit(ADDRESS, {"size_class": "2"})
    page = houten.refused(ADDRESS, sent, status=422)
    assert "Kies hoeveel inwoners de gemeente heeft." in page.by_id("fouten").text
    assert (stored(service_app), len(noted(service_app))) == (2, 1)


def test_every_class_can_be_stored(service_app: FastAPI) -> None:
    assert [value for value, _ in OPTIONS] == [*map(str, SIZE_CLASSES), ""]
    for number in SIZE_CLASSES:
        with begin_writing(service_app.state.engine) as session:
            session.get_one(Municipality, "GM0321").size_class = number
