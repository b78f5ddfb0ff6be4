"""Somebody who keeps everything that was ever to be seen of groups, and tries to find the value of one municipality.

They know which municipalities are in which set of figures, which is more than the service says. What they try: taking
away what they know from a set, laying two sets beside each other, and adding and subtracting sets any number of times.
Of nothing that this gives may there be one to seven municipalities, nor one to four that they do not know.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations, product
from random import Random

import pytest
from fastapi import FastAPI
from sqlmodel import Session, col, select

from app.accounts.asker import Asker
from app.comparison.groups import service
from app.comparison.groups.figures import FEWEST_UNKNOWN, visible_figures
from app.db import begin_writing
from app.models import ComparisonGroup, GroupMember, GroupStand, Scan
from scoring import FEWEST, admits
from tests.app.comparison.groups.members import (
    EDITION,
    TODAY,
    Member,
    add_closed_scan,
    add_group,
    add_members_to_be,
    outline,
    put_in,
    withdraw,
)

Sets = dict[str, set[frozenset[str]]]
STEPS, SEEDS = 14, (1, 2, 3)
KINDS_OF_MEMBER = [
    {"size_class": size, "ambition": ambition, "hidden": hidden, "closed_on": date(year, 6, 30)}
    for size, ambition, hidden, year in product((1, 3), (4, 6), ((), ("inwoner",)), (2025, 2026))
]


@pytest.fixture
def session(service_app: FastAPI) -> Iterator[Session]:
    with begin_writing(service_app.state.engine) as session:
        yield session


def collect(session: Session, groups: Iterable[ComparisonGroup], reader: Asker, into: Sets) -> None:
    """Note of which scans the figures are that somebody sees now, per quantity."""
    for group in groups:
        visible = visible_figures(session, reader, group)
        if not visible.figures:
            continue
        stand = session.exec(
            select(GroupStand).where(col(GroupStand.group_id) == group.id).order_by(col(GroupStand.id).desc())
        ).first()
        assert stand is not None
        seen = {(one.quantity, one.part) for one in visible.figures}
        for quantity, part, place in stand.published:
            if (quantity, part) in seen:
                into[quantity].add(frozenset(stand.contributions[one][0] for one in stand.sets[place]))


def happens(session: Session, groups: list[ComparisonGroup], members: list[Member], chance: Random) -> None:
    """Something that changes what figures could be made: people come, go, measure again, choose a class, delete."""
    group = chance.choice(groups)
    inside = {
        one.municipality_code
        for one in session.exec(select(GroupMember).where(col(GroupMember.group_id) == group.id)).all()
    }
    outside, within = ([one for one in members if (one.code in inside) is wanted] for wanted in (False, True))
    what = chance.choice(["come", "come", "one comes", "go", "measure", "delete", "end"])
    if what in {"come", "one comes"} and outside:
        coming = chance.sample(outside, min(len(outside), 8 if what == "come" else 1))
        put_in(session, group, coming)
    elif what == "go" and within:
        withdraw(session, group, chance.choice(within))
    elif what == "measure" and within:
        for one in chance.sample(within, min(len(within), chance.choice([1, 8]))):
            last = session.exec(
                select(Scan).where(col(Scan.collaboration_id) == one.collaboration_id).order_by(col(Scan.position))
            ).all()
            position = last[-1].position + 1 if last else 1
            add_closed_scan(session, one.collaboration_id, outline(chance), position)
    elif what == "delete" and within:
        scan = session.get(Scan, chance.choice(within).scan_id)
        if scan is not None:
            session.delete(scan)
            session.flush()
    elif what == "end" and chance.random() < 0.3:
        session.exec(select(GroupMember)).all()
        for one in within:
            withdraw(session, group, one)
    service.renew_all(session, EDITION.id, TODAY)


def reader_of(members: list[Member]) -> Asker:
    """Who may read the results of these."""
    return Asker("r", "Lezer", advises=frozenset(one.collaboration_id for one in members))


def alone(sets: Iterable[frozenset[str]], fewest: int) -> list[frozenset[str]]:
    """What an attacker singles out: a set, or a side of a difference of two, that is too small."""
    sets = list(sets)
    sides = [*sets, *(side for a, b in combinations(sets, 2) for side in (a - b, b - a))]
    return [side for side in sides if 0 < len(side) < fewest]


def combined(sets: Iterable[frozenset[str]], fewest: int) -> list[tuple[int, ...]]:
    """Sums of sets, each added, left out or subtracted, that are about too few only; by trying all of them."""
    sets = sorted(sets, key=sorted)[:7]
    cells = Counter(tuple(member in one for one in sets) for member in frozenset[str]().union(*sets))
    found = []
    for weights in product((-1, 0, 1), repeat=len(sets)):
        left = [
            size
            for cell, size in cells.items()
            if sum(weight for weight, inside in zip(weights, cell, strict=True) if inside)
        ]
        if left and all(size < fewest for size in left) and sum(left) < fewest:
            found.append(weights)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_was_ever_visible_singles_out_a_few(session: Session, seed: int) -> None:
    chance = Random(seed)
    mixed = chance.sample(KINDS_OF_MEMBER, len(KINDS_OF_MEMBER))
    members = add_members_to_be(session, 44, seed, each=mixed)
    groups = [add_group(session, name=name) for name in ("Regio", "Provincie")]
    everything = Asker("p", "Programma", everywhere=True)
    readers = [reader_of(members[:number]) for number in (1, 3, 12, 20)]
    by_all = defaultdict[str, set[frozenset[str]]](set)
    by_reader = [defaultdict[str, set[frozenset[str]]](set) for _ in readers]
    known = [{one.scan_id for one in members if one.collaboration_id in reader.advises} for reader in readers]
    put_in(session, groups[0], members[:24])
    for _ in range(STEPS):
        collect(session, groups, everything, by_all)
        for reader, into in zip(readers, by_reader, strict=True):
            collect(session, groups, reader, into)
        happens(session, groups, members, chance)
    assert len(by_all) > 20, "an attacker who sees nothing proves nothing"
    for sets in by_all.values():
        assert alone(sets, FEWEST) == []
        assert combined(sets, FEWEST) == []
    for reader, into, scans in zip(readers, by_reader, known, strict=True):
        scans |= {one.id for one in session.exec(select(Scan)) if one.collaboration_id in reader.advises}
        for sets in into.values():
            unknown = {one - scans for one in sets}
            assert alone(unknown, FEWEST_UNKNOWN) == []
            assert combined(unknown, FEWEST_UNKNOWN) == []
    assert alone(by_all["positie"] | by_all["afstand"], FEWEST) == []


def test_such_an_attacker_finds_what_is_published_without_the_rule() -> None:
    whole, nearly = frozenset("abcdefghij"), frozenset("abcdefghi")
    assert alone({whole, nearly}, FEWEST) == [frozenset("j")]
    regions = [frozenset(f"{region}{number}" for number in range(8)) for region in "xyz"]
    province = frozenset({"left"}).union(*regions)
    assert alone({province, *regions}, FEWEST) == []
    assert combined({province, *regions}, FEWEST), "no pair tells it, all four together do"
    assert not admits([province, *regions[:2]], regions[2], FEWEST)
