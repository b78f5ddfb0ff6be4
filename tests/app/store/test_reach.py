"""Whose results are found, on both databases: by municipality and by collaboration, never a scan more."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.db import Session, begin_writing
from app.store.reach import Reach
from app.store.shelf import list_shelved, list_shelved_results
from tests.app.results.closed import add_closed, add_result, outline
from tests.app.scans import CLOSED_ON, SetUp, add_scan

Scans = dict[str, SetUp]


@pytest.fixture
def scans(service_app: FastAPI) -> Scans:
    with begin_writing(service_app.state.engine) as session:
        made = {
            "houten": add_closed(session),
            "houten too": add_closed(session),
            "woerden": add_closed(session, municipality="GM0632"),
            "example": add_closed(session, is_example=True),
            "put away": add_closed(session, archived_on=CLOSED_ON),
            "with its collaboration": add_closed(session),
            "open": add_scan(session),
            "without a result": add_scan(session, closed_on=CLOSED_ON),
        }
        made["with its collaboration"].collaboration.archived_on = CLOSED_ON
    return made


def found(app: FastAPI, scans: Scans, reach: Reach) -> set[str]:
    """Which of these scans are found, by both statements alike."""
    of_scan = {made.scan.id: name for name, made in scans.items()}
    of_collaboration = {made.collaboration.id: name for name, made in scans.items()}
    with Session(app.state.engine) as session:
        everywhere = [one for one in of_collaboration if one is not None]
        results = {of_scan[one.scan_id] for one in list_shelved_results(session, reach, everywhere)}
        assert {of_collaboration[one.id] for one in list_shelved(session, reach)} == results
    return results


def test_who_reads_everything_finds_what_is_closed_and_not_put_away(service_app: FastAPI, scans: Scans) -> None:
    assert found(service_app, scans, Reach(None)) == {"houten", "houten too", "woerden"}


def test_a_municipality_is_read_as_a_whole_and_a_collaboration_by_itself(service_app: FastAPI, scans: Scans) -> None:
    one = frozenset({scans["houten"].collaboration.id or 0})
    assert found(service_app, scans, Reach(frozenset({"GM0321"}))) == {"houten", "houten too"}
    assert found(service_app, scans, Reach(collaborations=one)) == {"houten"}
    assert found(service_app, scans, Reach(frozenset({"GM0632"}), one)) == {"houten", "woerden"}


def test_who_may_read_nothing_finds_nothing(service_app: FastAPI, scans: Scans) -> None:
    assert found(service_app, scans, Reach()) == set()


def test_examples_are_found_by_who_has_a_role_in_them_or_where_nothing_else_is(
    service_app: FastAPI, scans: Scans
) -> None:
    houten = Reach(frozenset({"GM0321"}), with_examples=True)
    assert found(service_app, scans, houten) == {"houten", "houten too", "example"}
    assert found(service_app, scans, Reach(frozenset({"GM0632"}), with_examples=True)) == {"woerden"}
    assert found(service_app, scans, Reach(None, only_examples=True)) == {"example"}


def test_of_a_result_the_latest_version_is_read(service_app: FastAPI, scans: Scans) -> None:
    with begin_writing(service_app.state.engine) as session:
        add_result(session, scans["houten"], outline(6), version=2)
        (one,) = list_shelved_results(session, Reach(None), [scans["houten"].collaboration.id or 0])
        assert one.outline == outline(6)
