"""What a comparison reads, on both databases: by role, the latest scan, the latest version."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlmodel import Session

from app.models import Collaboration, Municipality, Result, Scan
from app.store.comparing import Filters, list_comparable, outlines_of, years_of
from app.store.reach import Reach

EVERYTHING = Reach(None)


def add(  # a collaboration in one line
    session: Session, name: str, code: str = "GM0321", *, closed: tuple[date, ...], is_example: bool = False
) -> Collaboration:
    if session.get(Municipality, code) is None:
        session.add(Municipality(code=code, name=code, province="Utrecht", size_class=3))
        session.flush()
    made = Collaboration(
        municipality_code=code, name=name, target_group="x", partners="y", kind="team", is_example=is_example
    )
    session.add(made)
    session.flush()
    for position, day in enumerate(closed, start=1):
        about = {"collaboration_id": made.id, "name": str(day.year), "purpose": "", "period": "", "edition": "e/1.1"}
        scan = Scan(id=f"{name}-{position}", position=position, closed_on=day, is_example=is_example, **about)
        session.add(scan)
        session.flush()
        for version in (1, 2):
            session.add(
                Result(
                    scan_id=scan.id,
                    version=version,
                    edition="e/1.1",
                    method="m",
                    record={},
                    outline={"version": version, "scan": scan.id},
                    created_at=datetime.now(UTC),
                )
            )
    session.flush()
    return made


def found(session: Session, reach: Reach, **wanted: object) -> set[str]:
    return {one.scan_id for one in list_comparable(session, reach, Filters(**wanted))}  # type: ignore[arg-type]


@pytest.fixture
def two(session: Session) -> tuple[Collaboration, Collaboration]:
    here = add(session, "hier", closed=(date(2024, 5, 1), date(2026, 5, 1)))
    return here, add(session, "daar", "GM0632", closed=(date(2025, 5, 1),))


@pytest.mark.usefixtures("two")
def test_the_latest_closed_scan_in_the_period_is_read_and_its_latest_version(session: Session) -> None:
    assert found(session, EVERYTHING) == {"hier-2", "daar-1"}
    assert found(session, EVERYTHING, closed_until=date(2025, 12, 31)) == {"hier-1", "daar-1"}
    assert found(session, EVERYTHING, closed_from=date(2026, 5, 1)) == {"hier-2"}
    assert found(session, EVERYTHING, closed_from=date(2026, 5, 2)) == set()
    read = outlines_of(session, [one.result_id for one in list_comparable(session, EVERYTHING, Filters())])
    assert sorted(one["scan"] for one in read.values()) == ["daar-1", "hier-2"]
    assert {one["version"] for one in read.values()} == {2}


def test_a_role_reaches_its_own_and_nothing_else(session: Session, two: tuple[Collaboration, Collaboration]) -> None:
    here, there = two
    assert found(session, Reach(frozenset({"GM0321"}))) == {"hier-2"}
    assert found(session, Reach(frozenset(), frozenset({there.id or 0}))) == {"daar-1"}
    assert found(session, Reach(frozenset({"GM0321"}), frozenset({there.id or 0}))) == {"hier-2", "daar-1"}
    assert found(session, Reach()) == set()
    assert found(session, Reach(), collaborations=frozenset({here.id or 0})) == set()


@pytest.mark.usefixtures("two")
def test_an_example_is_reached_by_example_people_with_a_role_and_by_who_wants_only_examples(
    session: Session,
) -> None:
    example = add(session, "voorbeeld", closed=(date(2021, 1, 1),), is_example=True)
    number = frozenset({example.id or 0})
    assert found(session, EVERYTHING) == {"hier-2", "daar-1"}
    assert found(session, Reach(frozenset(), number)) == set()
    assert found(session, Reach(frozenset(), number, with_examples=True)) == {"voorbeeld-1"}
    assert found(session, Reach(only_examples=True)) == {"voorbeeld-1"}


def test_filters_hold_together(session: Session, two: tuple[Collaboration, Collaboration]) -> None:
    here, _ = two
    here.kind = "keten"
    session.add(here)
    session.flush()
    assert found(session, EVERYTHING, kind="team") == {"daar-1"}
    assert found(session, EVERYTHING, size_class=3) == {"hier-2", "daar-1"}
    assert found(session, EVERYTHING, size_class=4) == set()
    assert found(session, EVERYTHING, province="Utrecht", kind="keten") == {"hier-2"}
    assert found(session, EVERYTHING, province="Drenthe") == set()


@pytest.mark.usefixtures("two")
def test_the_years_are_those_of_what_may_be_read(session: Session) -> None:
    assert years_of(session, EVERYTHING) == range(2024, 2027)
    assert years_of(session, Reach(frozenset({"GM0632"}))) == range(2025, 2026)
    assert years_of(session, Reach()) == range(0)


@pytest.mark.usefixtures("two")
def test_what_is_no_whole_result_is_left_out(session: Session) -> None:
    one = list_comparable(session, Reach(frozenset({"GM0632"})), Filters())[0]
    session.get_one(Result, one.result_id).outline = {}
    session.flush()
    assert outlines_of(session, [one.result_id]) == {}
