"""An edition beside an earlier one: what became of everything, as `comparability.yaml` says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from questionnaires.comparability import Comparability, Remark, Subject, Subjects
from questionnaires.edition import Draft
from questionnaires.instrument import build_instrument
from questionnaires.measured import KINDS, Part, Thing, orders, position, things
from questionnaires.schema import EarlierEdition, Kind, WindowId
from questionnaires.translating import what_residents_read
from scoring import EditionMapping

Ids = dict[str, str]
POSITION = "position"
IN_THE_ORDER_OF_READERS: tuple[Kind, ...] = (
    "dimensions",
    "features",
    "items",
    "indicators",
    "mirrors",
    "recommendations",
    "barriers",
)
NAMES: Mapping[Kind, str] = {
    "dimensions": "dimensie",
    "items": "vraag",
    "features": "kenmerk",
    "indicators": "indicator",
    "mirrors": "spiegel",
    "recommendations": "aanbeveling",
    "barriers": "belemmering",
}
"""What an author calls one of a kind."""


@dataclass(frozen=True, eq=False)
class Succession:
    """Two editions whose files have the right shape, and what the later one says of the earlier."""

    earlier: Draft
    later: Draft
    says: EarlierEdition

    @cached_property
    def before(self) -> dict[Kind, dict[str, Thing]]:
        """Everything of the earlier edition that has an id."""
        return {kind: things(self.earlier, kind) for kind in KINDS}

    @cached_property
    def after(self) -> dict[Kind, dict[str, Thing]]:
        """Everything of this edition that has an id."""
        return {kind: things(self.later, kind) for kind in KINDS}

    @cached_property
    def successors(self) -> dict[Kind, Ids]:
        """Earlier id -> id in this edition, comparable or not; what disappeared is not in it."""
        return {
            kind: _successors(self.before[kind], self.after[kind], getattr(self.says.renamed, kind)) for kind in KINDS
        }

    @cached_property
    def comparable(self) -> dict[Kind, Ids]:
        """The successors that stay comparable."""
        return {
            kind: {old: new for old, new in ids.items() if new not in getattr(self.says.not_comparable, kind)}
            for kind, ids in self.successors.items()
        }

    def role_successors(self, window: WindowId) -> Ids:
        """Earlier role group -> role group in this edition."""
        before, after = (
            {role.id: role for role in draft.roles.roles.get(window, ())} for draft in (self.earlier, self.later)
        )
        return _successors(before, after, self.says.renamed.roles.get(window, {}))

    # --- what differs ---

    def difference(self, kind: Kind, old: str, new: str) -> list[str]:
        """In what something differs from what it was, in words for the author; empty when it rests on the same."""
        return self._difference(self.before[kind][old], self.after[kind][new])

    def difference_of_order(self, number: str) -> list[str]:
        """In what a learning order differs from what it was; empty where one of the editions does not have it."""
        before, after = orders(self.earlier).get(number), orders(self.later).get(number)
        return self._difference(before, after) if before and after else []

    def difference_of_position(self) -> list[str]:
        """In what the place on the continuum differs from what it was; weights and rows of E count here."""
        found = self._difference(position(self.earlier), position(self.later))
        before, after = (
            {feature.id: (feature.weight, feature.expected) for feature in draft.continuum.features}
            for draft in (self.earlier, self.later)
        )
        for old, new in self.comparable["features"].items():
            if before[old] != after[new]:
                found.append(f"het gewicht of de rij van matrix E van kenmerk {new} is anders")
        return found

    def _difference(self, before: Thing, after: Thing) -> list[str]:
        found = [what for what in after.own if before.own[what] != after.own[what]]
        kept = {(kind, old): self.comparable[kind].get(old) for kind, old in before.parts}
        made_of = {(kind, new) for (kind, _), new in kept.items() if new is not None}
        found += [self._lost(part) for part, new in sorted(kept.items()) if new is None]
        found += [self._moved(part) for part in sorted(made_of - after.parts)]
        found += [self._added(part) for part in sorted(after.parts - made_of) if self._is_other(part, before)]
        return found

    def _lost(self, part: Part) -> str:
        kind, old = part
        if old in self.successors[kind]:
            return f"{NAMES[kind]} {self.successors[kind][old]} is niet vergelijkbaar"
        return f"{NAMES[kind]} {old} van toen is vervallen"

    def _moved(self, part: Part) -> str:
        return f"{NAMES[part[0]]} {part[1]} hoort er niet meer bij"

    def _added(self, part: Part) -> str:
        return f"{NAMES[part[0]]} {part[1]} is erbij gekomen"

    def _is_other(self, part: Part, before: Thing) -> bool:
        """Whether a part was not there before; one that was, and is no longer comparable, has been named already."""
        kind, new = part
        return not any(self.successors[kind].get(old) == new for of, old in before.parts if of == kind)

    # --- what follows ---

    def mapping(self) -> EditionMapping:
        """The mapping that the scoring works with."""
        given = self.says.not_comparable
        return EditionMapping(
            earlier=build_instrument(self.earlier),
            later=build_instrument(self.later),
            roles={order.id: self.role_successors(order.id) for order in self.later.file.windows},
            position=given.position is None,
            orders=frozenset(
                order.number for order in self.later.learning.orders if str(order.number) not in given.orders
            ),
            **self.comparable,
        )

    def comparability(self) -> Comparability:
        """The mapping, with what a reader should know."""
        subjects: dict[Subject, Subjects] = {"position": self._position(), "orders": self._orders()}
        for kind in IN_THE_ORDER_OF_READERS:
            subjects[kind] = self._subjects(kind)
        return Comparability(
            self.earlier.id,
            self.mapping(),
            subjects,
            asks_residents_the_same=what_residents_read(self.earlier) == what_residents_read(self.later),
        )

    def _position(self) -> Subjects:
        label = position(self.later).label
        no, still = (
            self._judged(POSITION, label, one.position)
            for one in (self.says.not_comparable, self.says.still_comparable)
        )
        return Subjects("position", 1 - len(no), 1, no, still)

    @staticmethod
    def _judged(name: str, label: str, reason: str | None) -> tuple[Remark, ...]:
        return () if reason is None else (Remark(name, label, "judged", reason),)

    def _orders(self) -> Subjects:
        found = orders(self.later)
        no, still = (_remarks(found, one.orders) for one in (self.says.not_comparable, self.says.still_comparable))
        return Subjects("orders", len(found) - len(no), len(found), no, still)

    def _subjects(self, kind: Kind) -> Subjects:
        before, after, successors = self.before[kind], self.after[kind], self.successors[kind]
        judged = _remarks(after, getattr(self.says.not_comparable, kind))
        known = set(successors.values())
        new = tuple(_remark(one, thing, "new", None) for one, thing in after.items() if one not in known)
        gone = tuple(_remark(one, thing, "gone", None) for one, thing in before.items() if one not in successors)
        still = _remarks(after, getattr(self.says.still_comparable, kind))
        return Subjects(kind, len(self.comparable[kind]), len(after), (*judged, *new, *gone), still)


def _remarks(known: Mapping[str, Thing], reasons: Mapping[str, str]) -> tuple[Remark, ...]:
    """The author's remarks, in the order of the content."""
    return tuple(_remark(one, thing, "judged", reasons[one]) for one, thing in known.items() if one in reasons)


def _remark(name: str, thing: Thing, kind: Literal["judged", "new", "gone"], reason: str | None) -> Remark:
    return Remark(name, thing.label, kind, reason, thing.window)


def _successors(before: Mapping[str, object], after: Mapping[str, object], renamed: Mapping[str, str]) -> Ids:
    """Who follows whom: what is renamed under its new id, the rest under its own unless that went to something else."""
    taken = set(renamed.values())
    found = {old: renamed.get(old, old) for old in before if old in renamed or old not in taken}
    return {old: new for old, new in found.items() if new in after}
