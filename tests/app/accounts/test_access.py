"""What somebody may manage and read: of their own gemeente, and never an example."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.accounts.access import managed_collaboration, managed_scan, manages, may_read, reach_of
from app.accounts.asker import Asker
from app.db import begin_writing
from app.store.reach import Reach
from app.store.scans import find_scan
from app.web.errors import Refusal
from tests.app.people import coordinator
from tests.app.scans import add_scan

EVERYWHERE = coordinator("a", "Coördinator van alles")
HOUTEN = coordinator("b", "Coördinator van Houten", "GM0321")
WOERDEN = coordinator("c", "Coördinator van Woerden", "GM0632")


def test_a_coordinator_manages_the_scans_of_the_own_gemeente(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        made = add_scan(session)
        for asker in (EVERYWHERE, HOUTEN):
            assert managed_scan(session, asker, made.scan.id).scan.id == made.scan.id
            assert managed_collaboration(session, asker, made.collaboration.id).collaboration == made.collaboration


@pytest.mark.parametrize("scan", ["theirs", "no-such-scan"])
def test_another_gemeente_gets_the_same_answer_as_for_what_does_not_exist(service_app: FastAPI, scan: str) -> None:
    with begin_writing(service_app.state.engine) as session:
        made = add_scan(session)
        with pytest.raises(Refusal) as refused:
            managed_scan(session, WOERDEN, made.scan.id if scan == "theirs" else scan)
        assert refused.value.status == 404
        with pytest.raises(Refusal) as refused:
            managed_collaboration(session, WOERDEN, made.collaboration.id if scan == "theirs" else 4711)
        assert refused.value.status == 404


def test_an_example_is_read_by_everybody_and_managed_by_nobody(demo_app: FastAPI) -> None:
    with begin_writing(demo_app.state.engine) as session:
        example = find_scan(session, "voorbeeld-houten-fase-1")
        assert example is not None
        assert may_read(None, example)
        assert not manages(EVERYWHERE, example)
        with pytest.raises(Refusal):
            managed_scan(session, EVERYWHERE, example.scan.id)
        with pytest.raises(Refusal):
            managed_collaboration(session, EVERYWHERE, example.collaboration.id)


def test_a_real_result_is_read_by_who_manages_the_scan_and_by_nobody_else(service_app: FastAPI) -> None:
    with begin_writing(service_app.state.engine) as session:
        found = find_scan(session, add_scan(session).scan.id)
        assert found is not None
        assert [may_read(asker, found) for asker in (EVERYWHERE, HOUTEN, WOERDEN, None)] == [True, True, False, False]


READERS = {
    "coordinator": (HOUTEN, Reach(frozenset({"GM0321"}))),
    "coordinator of everything": (EVERYWHERE, Reach(None)),
    "meelezer": (Asker("d", "Meelezer", reads=frozenset({"GM0632"})), Reach(frozenset({"GM0632"}))),
    "adviseur": (Asker("e", "Adviseur", advises=frozenset({7})), Reach(collaborations=frozenset({7}))),
    "moderator": (Asker("f", "Moderator", moderates=frozenset({"scan"})), Reach()),
    "beheerder": (Asker("g", "Beheerder", administers=True), Reach()),
    "example": (
        Asker("h", "Voorbeeld", coordinates=frozenset({"GM0321"}), is_example=True),
        Reach(frozenset({"GM0321"}), with_examples=True),
    ),
    "all of it": (
        Asker("i", "Iemand", frozenset({"GM0321"}), frozenset({"GM0632"}), frozenset({7})),
        Reach(frozenset({"GM0321", "GM0632"}), frozenset({7})),
    ),
}


@pytest.mark.parametrize("who", READERS)
def test_each_role_reaches_the_results_that_it_reads(who: str) -> None:
    asker, reach = READERS[who]
    assert reach_of(asker) == reach
