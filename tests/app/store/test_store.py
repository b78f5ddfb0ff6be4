"""Every query, on both databases."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session

from app.models import Collaboration, Municipality, Result, Scan
from app.store import collaborations, municipalities, results, scans
from app.store.health import why_not_ready

NOW = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)


def add_municipality(session: Session, code: str = "GM0321", name: str = "Houten") -> Municipality:
    municipality = Municipality(code=code, name=name, province="Utrecht")
    municipalities.add_municipalities(session, [municipality])
    return municipality


def add_collaboration(session: Session, code: str = "GM0321", name: str = "Op Koers") -> int:
    added = Collaboration(municipality_code=code, name=name, target_group="inwoners", partners="gemeente en UWV")
    collaborations.add_collaboration(session, added)
    assert added.id is not None
    return added.id


def add_scan(session: Session, collaboration: int, identity: str, position: int = 1, **other: Any) -> Scan:
    scan = {"name": "Nulmeting", "purpose": "nulmeting", "period": "2026", "edition": "integraal-werken/2026.1"} | other
    return scans.add_scan(session, Scan(id=identity, collaboration_id=collaboration, position=position, **scan))


def result(scan: str, version: int, **other: Any) -> Result:
    parts = {"edition": "integraal-werken/2026.1", "method": "mm-1.0", "record": {}, "created_at": NOW} | other
    return Result(scan_id=scan, version=version, **parts)


def test_municipalities_are_found_by_code(session: Session) -> None:
    add_municipality(session, "GM0632", "Woerden")
    add_municipality(session)
    found = municipalities.find_municipality(session, "GM0632")
    assert found is not None
    assert found.name == "Woerden"
    assert municipalities.find_municipality(session, "GM9999") is None


@pytest.mark.parametrize("code", ["0321", "XX0321", "GM32"])
def test_a_municipality_has_a_code_of_statistics_netherlands(session: Session, code: str) -> None:
    with pytest.raises(IntegrityError), session.begin_nested():
        add_municipality(session, code)


def test_collaborations_are_found_by_name_within_their_municipality(session: Session) -> None:
    add_municipality(session)
    add_municipality(session, "GM0632", "Woerden")
    add_collaboration(session, name="Zorg")
    add_collaboration(session)
    add_collaboration(session, "GM0632")
    assert collaborations.find_collaboration(session, "GM0632", "Op Koers") is not None
    assert collaborations.find_collaboration(session, "GM0632", "Zorg") is None


def test_a_name_is_given_once_within_a_municipality(session: Session) -> None:
    add_municipality(session)
    add_collaboration(session)
    with pytest.raises(IntegrityError), session.begin_nested():
        add_collaboration(session)


def test_a_collaboration_belongs_to_a_municipality_that_exists(session: Session) -> None:
    with pytest.raises(IntegrityError), session.begin_nested():
        add_collaboration(session, "GM9999")


def test_a_scan_is_found_with_what_it_is_about(session: Session) -> None:
    add_municipality(session)
    add_scan(session, add_collaboration(session), "een", closed_on=date(2026, 11, 1))
    found = scans.find_scan(session, "een")
    assert found is not None
    assert (found.scan.closed_on, found.collaboration.name, found.municipality.name) == (
        date(2026, 11, 1), "Op Koers", "Houten",
    )  # fmt: skip
    assert scans.find_scan(session, "twee") is None


def test_only_example_scans_are_listed_as_examples(session: Session) -> None:
    add_municipality(session, "GM0632", "Woerden")
    add_municipality(session)
    woerden, houten = add_collaboration(session, "GM0632"), add_collaboration(session)
    add_scan(session, woerden, "woerden-1", is_example=True)
    add_scan(session, houten, "houten-2", 2, is_example=True)
    add_scan(session, houten, "houten-1", 1, is_example=True)
    add_scan(session, houten, "echt", 3)
    assert [one.scan.id for one in scans.list_example_scans(session)] == ["houten-1", "houten-2", "woerden-1"]


@pytest.mark.parametrize(("identity", "position"), [("twee", 1), ("een", 2), ("twee", 0)])
def test_a_scan_has_an_id_and_a_place_of_its_own(session: Session, identity: str, position: int) -> None:
    add_municipality(session)
    collaboration = add_collaboration(session)
    add_scan(session, collaboration, "een")
    session.expunge_all()
    with pytest.raises(IntegrityError), session.begin_nested():
        add_scan(session, collaboration, identity, position)


def test_a_result_comes_back_as_it_was_kept(session: Session) -> None:
    add_municipality(session)
    add_scan(session, add_collaboration(session), "een")
    record = {"result": {"position": 2.878, "gelijk": None}, "insight": {"windows": {"inwoner": [1, 2]}}}
    results.add_result(session, result("een", 1, ambition=6, ambition_reason="meer domeinen", record=record))
    session.flush()
    session.expire_all()
    found = results.find_result(session, "een")
    assert found is not None
    assert (found.record, found.ambition, found.created_at) == (record, 6, NOW)


def test_the_latest_version_of_a_result_is_found_and_earlier_ones_stay(session: Session) -> None:
    add_municipality(session)
    collaboration = add_collaboration(session)
    for position, scan in enumerate(("een", "twee", "drie"), start=1):
        add_scan(session, collaboration, scan, position)
    for scan, version in (("een", 1), ("een", 2), ("twee", 1)):
        results.add_result(session, result(scan, version))
    latest = results.find_result(session, "een")
    assert latest is not None
    assert latest.version == 2
    earlier = results.find_result(session, "een", version=1)
    assert earlier is not None
    assert earlier.version == 1
    assert results.find_result(session, "drie") is None
    found = results.latest_results(session, ["een", "twee", "drie"])
    assert {scan: one.version for scan, one in found.items()} == {"een": 2, "twee": 1}


@pytest.mark.parametrize("wrong", [{"version": 1}, {"version": 0}, {"version": 2, "ambition": 8}])
def test_a_result_has_a_new_version_and_an_ambition_that_is_a_model(session: Session, wrong: dict[str, int]) -> None:
    add_municipality(session)
    add_scan(session, add_collaboration(session), "een")
    results.add_result(session, result("een", 1))
    with pytest.raises(IntegrityError), session.begin_nested():
        results.add_result(session, result("een", **wrong))


def test_a_time_without_a_zone_is_refused(session: Session) -> None:
    add_municipality(session)
    add_scan(session, add_collaboration(session), "een")
    with pytest.raises(StatementError), session.begin_nested():
        results.add_result(session, result("een", 1, created_at=NOW.replace(tzinfo=None)))


def test_a_database_that_is_up_to_date_can_be_used(session: Session) -> None:
    assert why_not_ready(session) is None


def test_a_record_keeps_the_order_of_its_keys(session: Session) -> None:
    """The exchange format promises an order; a database that sorts keys would break it."""
    add_municipality(session)
    add_scan(session, add_collaboration(session), "scan-a")
    record = {"windows": {"professional": {}, "inwoner": {}}, "edition": "x", "lambda": 1, "a": [{"b": 1, "a": 2}]}
    results.add_result(session, result("scan-a", 1, record=record))
    session.expire_all()
    found = results.find_result(session, "scan-a")
    assert found is not None
    assert json.dumps(found.record) == json.dumps(record)
