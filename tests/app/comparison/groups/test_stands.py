"""Figures come from eight municipalities on, and go at once when one of them does not agree any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random
from statistics import median

import pytest
from fastapi import FastAPI
from sqlmodel import Session, select

from app.accounts.asker import Asker
from app.accounts.audit import Act, acts_for, note
from app.comparison.groups import service
from app.comparison.groups.access import OpenGroup, opened
from app.comparison.groups.figures import Visible, visible_figures
from app.db import begin_writing
from app.models import Collaboration, GroupMember, GroupStand, Municipality, Result, Scan
from scoring import in_steps
from tests.app.comparison.groups.members import (
    EDITION,
    TODAY,
    Member,
    add_closed_scan,
    add_group,
    add_member_to_be,
    add_members_to_be,
    join,
    outline,
    put_in,
    seen_by,
    withdraw,
)

EVERYBODY = Asker("p", "Programma", everywhere=True)


@pytest.fixture
def session(service_app: FastAPI) -> Iterator[Session]:
    with begin_writing(service_app.state.engine) as session:
        yield session


def figures_of(visible: Visible, part: str = "") -> dict[str, tuple[float, float, float, int]]:
    return {
        one.quantity: (one.figures.low, one.figures.median, one.figures.high, one.of) for one in visible.of_part(part)
    }


def test_seven_give_nothing_and_the_eighth_gives_figures(session: Session) -> None:
    members, group = add_members_to_be(session, 8), add_group(session)
    for one in members[:7]:
        join(session, group, one)
    assert seen_by(session, members[0], group) == Visible()
    join(session, group, members[7])
    positions = [one.outline["continuum"]["position"] for one in members]
    found = figures_of(seen_by(session, members[0], group))
    assert found["positie"][1] == in_steps("positie", median(positions))
    assert found["positie"][3] == 8
    kinds = {quantity.partition("/")[0] for quantity in found}
    assert kinds == {"positie", "afstand", "leerorde", "dimensie", "kenmerk"}


def test_figures_are_rounded_so_that_no_value_comes_back(session: Session) -> None:
    members, group = add_members_to_be(session, 9), add_group(session)
    put_in(session, group, members)
    for quantity, (*three, _) in figures_of(seen_by(session, members[0], group)).items():
        assert [in_steps(quantity, value) for value in three] == three


def test_withdrawing_takes_the_figures_away_at_once_and_from_the_database(session: Session) -> None:
    members, group = add_members_to_be(session, 9), add_group(session)
    put_in(session, group, members)
    withdraw(session, group, members[3])
    assert seen_by(session, members[0], group) == Visible(is_withdrawn=True)
    assert [stand.figures for stand in session.exec(select(GroupStand))] == [[]]


def test_coming_back_with_the_same_result_brings_the_same_figures_back(session: Session) -> None:
    members, group = add_members_to_be(session, 8), add_group(session)
    put_in(session, group, members)
    before = seen_by(session, members[0], group)
    withdraw(session, group, members[3])
    join(session, group, members[3])
    assert seen_by(session, members[0], group) == before


def test_one_more_or_one_less_never_gives_new_figures(session: Session) -> None:
    members, group = add_members_to_be(session, 10), add_group(session)
    put_in(session, group, members[:9])
    before = seen_by(session, members[0], group)
    join(session, group, members[9])
    assert seen_by(session, members[0], group) == before, "the ninth and the tenth differ by one"
    withdraw(session, group, members[0])
    assert seen_by(session, members[1], group).figures == ()


def test_eight_more_give_new_figures(session: Session) -> None:
    members, group = add_members_to_be(session, 16), add_group(session)
    put_in(session, group, members[:8])
    for one in members[8:15]:
        join(session, group, one)
        assert len(seen_by(session, members[0], group).contributions) == 8
    join(session, group, members[15])
    assert len(seen_by(session, members[0], group).contributions) == 16


def test_a_new_result_of_one_waits_until_eight_have_one(session: Session) -> None:
    members, group, chance = add_members_to_be(session, 8), add_group(session), Random(5)
    put_in(session, group, members)
    before = seen_by(session, members[0], group)
    for number, one in enumerate(members, start=1):
        add_closed_scan(session, one.collaboration_id, outline(chance), position=2)
        service.renew_all(session, EDITION.id, TODAY)
        now = seen_by(session, members[0], group)
        assert (now == before) == (number < 8)


@pytest.mark.parametrize("change", ["archived scan", "archived collaboration", "other kind", "deleted scan", "gone"])
def test_what_is_put_away_or_deleted_is_a_withdrawal(session: Session, change: str) -> None:
    members, group = add_members_to_be(session, 9), add_group(session)
    put_in(session, group, members)
    scan = session.get_one(Scan, members[2].scan_id)
    collaboration = session.get_one(Collaboration, members[2].collaboration_id)
    match change:
        case "archived scan":
            scan.archived_on = TODAY
        case "archived collaboration":
            collaboration.archived_on = TODAY
        case "other kind":
            collaboration.kind = "keten"
        case _:
            session.delete(scan)
            session.flush()
            if change == "gone":
                session.delete(collaboration)
    session.flush()
    assert seen_by(session, members[0], group) == Visible(is_withdrawn=True)
    service.renew_all(session, EDITION.id, TODAY)
    assert seen_by(session, members[0], group).figures == ()
    assert len(session.exec(select(GroupMember)).all()) == (8 if change == "gone" else 9)


def test_a_hidden_window_is_missing_and_counts_nowhere(session: Session) -> None:
    hiding, others = {"hidden": ["inwoner"]}, [{}] * 8
    members, group = add_members_to_be(session, 9, each=[hiding, *others]), add_group(session)
    put_in(session, group, members)
    found = figures_of(seen_by(session, members[0], group))
    of_residents = {f"dimensie/{code}" for code in EDITION.dimension_ids("inwoner")}
    assert {found[quantity][3] for quantity in of_residents} == {8}
    assert found["leerorde/1"][3] == 9


def test_a_quantity_that_seven_have_has_no_figure(session: Session) -> None:
    hiding, others = {"hidden": ["inwoner"]}, [{}] * 7
    members, group = add_members_to_be(session, 8, each=[hiding, *others]), add_group(session)
    put_in(session, group, members)
    found = figures_of(seen_by(session, members[0], group))
    assert not any(f"dimensie/{code}" in found for code in EDITION.dimension_ids("inwoner"))
    assert "positie" in found


def test_a_part_has_figures_from_eight_inside_and_eight_outside(session: Session) -> None:
    small, large = {"size_class": 1}, {"size_class": 4}
    members = add_members_to_be(session, 16, each=[small, large])
    group = add_group(session)
    put_in(session, group, members)
    parts = set(seen_by(session, members[0], group).parts)
    assert {"", "grootte:1", "grootte:4"} <= parts
    assert figures_of(seen_by(session, members[0], group), "grootte:1")["positie"][3] == 8


def test_seven_inside_or_outside_have_none(session: Session) -> None:
    few, many = [{"size_class": 1}] * 7, [{"size_class": 4}] * 9
    members, group = add_members_to_be(session, 16, each=[*few, *many]), add_group(session)
    put_in(session, group, members)
    parts = seen_by(session, members[0], group).parts
    assert not {"grootte:1", "grootte:4"} & set(parts)


def test_a_class_that_is_entered_later_changes_nothing_that_was_published(session: Session) -> None:
    members = add_members_to_be(session, 16, each=[{"size_class": 1}, {"size_class": 4}])
    group = add_group(session)
    put_in(session, group, members)
    before = seen_by(session, members[0], group)
    session.get_one(Municipality, members[0].code).size_class = 4
    service.renew_all(session, EDITION.id, TODAY)
    assert seen_by(session, members[0], group) == before


def test_another_ambition_changes_nothing_either(session: Session) -> None:
    members, group = add_members_to_be(session, 8), add_group(session)
    put_in(session, group, members)
    before = seen_by(session, members[0], group)
    old = session.exec(select(Result).where(Result.scan_id == members[0].scan_id)).one()
    session.add(Result(**(old.model_dump() | {"id": None, "version": 2, "ambition": 7})))
    session.flush()
    service.renew_all(session, EDITION.id, TODAY)
    assert seen_by(session, members[0], group) == before


def test_a_second_group_with_nearly_the_same_municipalities_gets_none(session: Session) -> None:
    members = add_members_to_be(session, 9)
    first, second = add_group(session, name="Eerste"), add_group(session, name="Tweede")
    put_in(session, first, members)
    put_in(session, second, members[:8])
    assert seen_by(session, members[0], first).figures
    assert not seen_by(session, members[0], second).figures


def test_ending_a_group_and_beginning_again_does_not_get_around_that(session: Session) -> None:
    members, group = add_members_to_be(session, 9), add_group(session)
    put_in(session, group, members)
    service.end(session, as_manager(session, group.id or 0, members[0]))
    again = add_group(session)
    put_in(session, again, members[:8])
    assert not seen_by(session, members[0], again).figures


def test_calling_it_another_kind_does_not_get_around_that(session: Session) -> None:
    members, group = add_members_to_be(session, 9), add_group(session)
    put_in(session, group, members)
    for one in members:
        session.get_one(Collaboration, one.collaboration_id).kind = "keten"
    session.flush()
    again = add_group(session, kind="keten")
    put_in(session, again, members[:8])
    assert not seen_by(session, members[0], again).figures


def as_manager(session: Session, group_id: int, member: Member) -> OpenGroup:
    return replace(opened(session, member.asker, group_id), is_manager=True)


def test_a_group_that_overlaps_a_little_has_its_own_figures(session: Session) -> None:
    members = add_members_to_be(session, 19)
    first, second = add_group(session, name="Eerste"), add_group(session, name="Tweede")
    put_in(session, first, members[:10])
    put_in(session, second, members[9:])
    assert seen_by(session, members[9], first).figures
    assert seen_by(session, members[9], second).figures


def test_results_of_another_edition_do_not_count(session: Session) -> None:
    members, group = add_members_to_be(session, 8), add_group(session)
    session.get_one(Scan, members[0].scan_id).edition = "integraal-werken/2020.1"
    session.flush()
    put_in(session, group, members)
    assert seen_by(session, members[1], group) == Visible()


def test_who_reads_the_results_of_many_sees_no_figures_of_the_rest(session: Session) -> None:
    members, group = add_members_to_be(session, 9), add_group(session)
    put_in(session, group, members)

    def knowing(number: int) -> Visible:
        advises = frozenset(one.collaboration_id for one in members[1:number])
        asker = Asker("r", "Lezer", coordinates=frozenset({members[0].code}), advises=advises)
        return visible_figures(session, asker, group)

    assert knowing(4).figures
    assert knowing(5) == Visible(TODAY, EDITION.id, knowing(4).contributions, (), knows_too_much=True)
    assert knowing(8).figures == ()
    assert len(knowing(9).figures) == len(knowing(4).figures), "who knows all may see what follows from it"
    assert visible_figures(session, EVERYBODY, group).figures


def test_what_somebody_read_before_still_counts(session: Session) -> None:
    members, group = add_members_to_be(session, 8), add_group(session)
    put_in(session, group, members)
    reader = Asker("r", "Lezer", coordinates=frozenset({members[0].code}))
    acts_for(session, reader)
    for one in members[1:4]:
        note(session, Act.RESULT_READ, "uitslag", municipality=one.code, scan_id=one.scan_id)
    assert visible_figures(session, reader, group).knows_too_much


def test_stands_of_ended_groups_go_with_the_last_of_their_scans(session: Session) -> None:
    members, group = add_members_to_be(session, 8), add_group(session)
    put_in(session, group, members)
    service.end(session, as_manager(session, group.id or 0, members[0]))
    for one in members[:7]:
        session.delete(session.get_one(Scan, one.scan_id))
    session.flush()
    service.renew_all(session, EDITION.id, TODAY)
    assert len(session.exec(select(GroupStand)).all()) == 1
    session.delete(session.get_one(Scan, members[7].scan_id))
    session.flush()
    service.renew_all(session, EDITION.id, TODAY)
    assert session.exec(select(GroupStand)).all() == []


def test_only_the_kind_of_the_group_can_take_part(session: Session) -> None:
    municipality = session.exec(select(Municipality)).first()
    assert municipality is not None
    other = add_member_to_be(session, municipality, Random(1), kind="keten", closed_on=date(2026, 1, 1))
    group = add_group(session)
    assert service.joinable(session, other.asker, group) == []
