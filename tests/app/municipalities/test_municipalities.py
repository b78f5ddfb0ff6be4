"""The municipalities of the Netherlands, in every database."""

from __future__ import annotations

from fastapi import FastAPI

from app.db import Session, begin_writing
from app.models import Municipality
from app.municipalities import load_municipalities, read_municipalities
from app.store.municipalities import find_municipality, list_municipalities

PROVINCES = 12


def test_all_municipalities_of_2025_are_there_with_code_name_and_province() -> None:
    found = read_municipalities()
    assert len(found) == len({one.code for one in found}) == 342
    assert len({one.province for one in found}) == PROVINCES
    assert all(one.code.startswith("GM") and len(one.code) == 6 and one.name for one in found)


def test_a_service_that_starts_has_them(service_app: FastAPI) -> None:
    with Session(service_app.state.engine) as session:
        found = list_municipalities(session)
        assert len(found) == 342
        assert [one.name for one in found if one.code == "GM0321"] == ["Houten"]


def test_loading_again_changes_nothing_that_is_there(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        houten = find_municipality(session, "GM0321")
        assert houten is not None
        houten.name = "Houten aan de Schalkwijkse Wetering"
    with begin_writing(service_app.state.engine) as session:
        load_municipalities(session)
        assert len(list_municipalities(session)) == 342
        kept = session.get(Municipality, "GM0321")
        assert kept is not None
        assert kept.name == "Houten aan de Schalkwijkse Wetering"
