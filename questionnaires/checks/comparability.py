"""Two editions side by side: everything that differs is judged on purpose, with a reason for the reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from questionnaires.measured import KINDS, orders
from questionnaires.problems import Problem
from questionnaires.schema import Kind
from questionnaires.succession import NAMES, Succession

FILE = "comparability.yaml"
JUDGEMENTS = ("still_comparable", "not_comparable")


def check_what_is_renamed_exists(between: Succession) -> Iterator[Problem]:
    """The earlier id exists in the earlier edition, the new one here, in the same window, and it is another id."""
    for kind in KINDS:
        before, after = between.before[kind], between.after[kind]
        for old, new in getattr(between.says.renamed, kind).items():
            place = f"renamed.{kind}.{old}"
            if old not in before:
                yield _problem(between, place, f"{NAMES[kind]} {old} bestaat niet in {between.earlier.id}")
            elif new not in after:
                yield _problem(between, place, f"{NAMES[kind]} {new} bestaat niet in deze editie")
            elif before[old].window != after[new].window:
                yield _problem(between, place, f"{new} hoort bij een ander venster dan {old}")


def check_roles_that_are_renamed_exist(between: Succession) -> Iterator[Problem]:
    """The same for role groups, which have their ids per window."""
    for window, names in between.says.renamed.roles.items():
        before, after = (
            {role.id for role in draft.roles.roles.get(window, ())} for draft in (between.earlier, between.later)
        )
        for old, new in names.items():
            place = f"renamed.roles.{window}.{old}"
            if old not in before:
                yield _problem(between, place, f"rol {old} bestaat niet in {between.earlier.id}")
            elif new not in after:
                yield _problem(between, place, f"rol {new} bestaat niet in deze editie")


def check_nothing_is_renamed_to_the_same(between: Succession) -> Iterator[Problem]:
    """Two earlier things cannot be one thing now, and what keeps its id is not renamed."""
    renamed: dict[str, dict[str, str]] = {kind: getattr(between.says.renamed, kind) for kind in KINDS}
    renamed |= {f"roles.{window}": names for window, names in between.says.renamed.roles.items()}
    for kind, names in renamed.items():
        for new, times in Counter(names.values()).items():
            if times > 1:
                yield _problem(between, f"renamed.{kind}", f"{new} staat er {times} keer als nieuwe naam")
        for old, new in names.items():
            if old == new:
                yield _problem(between, f"renamed.{kind}.{old}", "is dezelfde naam; haal deze regel weg")


def check_what_is_judged_was_there_before(between: Succession) -> Iterator[Problem]:
    """Only what both editions have can be called comparable or not."""
    known: dict[str, set[str]] = {kind: set(between.successors[kind].values()) for kind in KINDS}
    known["orders"] = set(orders(between.later))
    for judgement in JUDGEMENTS:
        for kind, successors in known.items():
            for name in getattr(getattr(between.says, judgement), kind):
                if name not in successors:
                    yield _problem(
                        between,
                        f"{judgement}.{kind}.{name}",
                        "staat niet in beide edities; wat nieuw of vervallen is, noemt u hier niet",
                    )


def check_nothing_is_judged_twice(between: Succession) -> Iterator[Problem]:
    """Something is comparable or not, never both."""
    still, no = between.says.still_comparable, between.says.not_comparable
    for kind in (*KINDS, "orders"):
        for name in getattr(still, kind).keys() & getattr(no, kind).keys():
            yield _problem(
                between, f"not_comparable.{kind}.{name}", "staat ook bij still_comparable; kies één van beide"
            )
    if still.position is not None and no.position is not None:
        yield _problem(between, "not_comparable.position", "staat ook bij still_comparable; kies één van beide")


def check_what_differs_is_judged(between: Succession) -> Iterator[Problem]:
    """What rests on something else than before is called comparable or not, on purpose."""
    for kind in KINDS:
        judged = _judged(between, kind)
        for old, new in between.successors[kind].items():
            if new not in judged and (difference := between.difference(kind, old, new)):
                yield _unjudged(between, f"{kind}.{new}", difference)
    judged_orders = _judged(between, "orders")
    for number in orders(between.later):
        if number not in judged_orders and (difference := between.difference_of_order(number)):
            yield _unjudged(between, f"orders.{number}", difference)
    said = any(getattr(between.says, judgement).position is not None for judgement in JUDGEMENTS)
    if not said and (difference := between.difference_of_position()):
        yield _unjudged(between, "position", difference)


def check_nothing_goes_under_the_id_of_something_else(between: Succession) -> Iterator[Problem]:
    """Questions and recommendations are numbered as they come: who takes one out gives the next ones other ids."""
    for kind in KINDS:
        yield from _shifted(between, kind)


def _shifted(between: Succession, kind: Kind) -> Iterator[Problem]:
    before, after, successors = between.before[kind], between.after[kind], between.successors[kind]
    by_words = {(thing.words, thing.window): old for old, thing in before.items()}
    predecessors = {new: old for old, new in successors.items()}
    for new, thing in after.items():
        old = by_words.get((thing.words, thing.window))
        if old is None or predecessors.get(new) == old:
            continue
        if _keeps_its_words(new, predecessors, before, thing.words) or _is_still_there(old, between, kind):
            continue
        yield _problem(
            between,
            f"renamed.{kind}",
            f"{NAMES[kind]} {new} heette {old} in {between.earlier.id}; schrijf {old}: {new}",
        )


def _keeps_its_words(new: str, predecessors: Mapping[str, str], before: Mapping[str, object], words: str) -> bool:
    return new in predecessors and getattr(before[predecessors[new]], "words", None) == words


def _is_still_there(old: str, between: Succession, kind: Kind) -> bool:
    new = between.successors[kind].get(old)
    return new is not None and between.after[kind][new].words == between.before[kind][old].words


def _judged(between: Succession, kind: str) -> set[str]:
    return {name for judgement in JUDGEMENTS for name in getattr(getattr(between.says, judgement), kind)}


def _unjudged(between: Succession, place: str, difference: list[str]) -> Problem:
    return _problem(
        between,
        place,
        f"{', '.join(difference)}; noem dit bij still_comparable of not_comparable, met een reden",
    )


def _problem(between: Succession, place: str, message: str) -> Problem:
    return Problem(FILE, f"{between.says.edition} · {place}", message)
