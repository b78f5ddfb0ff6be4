"""Gaps that closed or opened between two measurements, and how congruence changed (sections 5.7 and 5.8).

    gap        delta = g1 - g0,  margin = t.95(nu0 + nu1) * sqrt(SE0^2 + SE1^2),  smallest that matters 10
    pair       K = 100 - mean |g| over the subjects that both measurements know,  from three of these
    vertical   mean of K over the pairs that both measurements know,  from two of these
    horizontal H, where the same role groups can be seen in both

Only windows that are shown in both measurements take part, and K is taken over the same subjects then and now:
otherwise it would change because another question was asked. Where a result knows more subjects than the other, its K
here is not the K that it gives itself, but one over the shared subjects.

The gaps of one measurement come from the same people, so their errors may go up and down together. The standard error
of K is therefore taken as large as it can be: the sum of those of its gaps, divided by their number; that of the
vertical congruence is the mean of those of its pairs. Congruence must change a good deal before it is called a change.

How certain gaps are stands in the insight of a record (`scoring.congruence_uncertainty`). Records from before that, and
results without an insight, have no margin and no verdict here; the differences themselves are known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from scoring.change import REAL, SMALL, Quantity, change_of
from scoring.congruence import PROFESSIONAL
from scoring.method import CHANGE_SCORE, PAIR_MINIMUM_CODES, VERTICAL_MINIMUM_PAIRS
from scoring.standing_behind import Record, shown_windows
from scoring.types import Instrument
from scoring.uncertainty import Uncertainty, mean_bound

Key = tuple[str, str, str]
"""A subject and the two windows in which it is asked."""
Change = dict[str, Any]

CLOSED, OPENED, STAYED, NO_GAP = "gesloten", "geopend", "gebleven", "geen"
PERHAPS = "mogelijk "
DEMONSTRABLE = (REAL, SMALL)


class Mirrored:
    """What one record says of the congruence of its windows."""

    def __init__(self, record: Record) -> None:
        self.document: Mapping[str, Any] = record["result"]
        self._told: Mapping[str, Any] = (record.get("insight") or {}).get("congruence") or {}
        self._pairs = {(pair["a"], pair["b"]): pair for pair in self.document["congruence"]["pairs"]}
        self._gaps = {_key(mirror): mirror for mirror in self.document["congruence"]["mirrors"]}
        self._uncertainty = {_key(found): _uncertainty(found) for found in self._told.get("gaps", ())}

    def gap(self, key: Key) -> Quantity | None:
        """A gap b - a (-100..100), with its uncertainty where that is known."""
        found = self._gaps.get(key)
        return None if found is None else (found["gap"], self._uncertainty.get(key))

    def is_real(self, key: Key) -> bool | None:
        """Whether a gap is real; None where it is not known."""
        found = self._gaps.get(key)
        return None if found is None else found["real"]

    def congruence(self, keys: Sequence[Key]) -> Quantity:
        """K over these subjects of one pair, all of which are known: what the result gives if it knows no others."""
        gaps = [gap for key in keys if (gap := self.gap(key)) is not None]
        uncertainty = _mean_of([found for _, found in gaps])
        own = self._pairs[keys[0][1:]]
        if own["codes"] == len(keys):
            return own["congruence"], uncertainty
        return 100 - sum(abs(gap) for gap, _ in gaps) / len(gaps), uncertainty

    @property
    def horizontal(self) -> Quantity | None:
        """H with its uncertainty where that is known."""
        value, told = self.document["congruence"]["horizontal"], self._told.get("horizontal")
        return None if value is None else (value, _uncertainty(told) if told else None)

    @property
    def groups(self) -> list[str]:
        """The role groups between which H is."""
        return list(self.document["windows"][PROFESSIONAL].get("roles", ()))


def mirror_changes(instrument: Instrument, old: Record, new: Record) -> dict[str, Any]:
    """`gaps`, `congruence`, `vertical` and `horizontal` of the course of a collaboration."""
    shown = [window for window in shown_windows(instrument, old) if window in shown_windows(instrument, new)]
    before, after = Mirrored(old), Mirrored(new)
    keys = [
        key
        for mirror in instrument.mirrors
        for a, b in combinations(shown, 2)
        if before.gap(key := (mirror.code, a, b)) or after.gap(key)
    ]
    pairs = [(pair.a, pair.b) for pair in instrument.pairs if pair.a in shown and pair.b in shown]
    compared = {pair: _shared(pair, keys, before, after) for pair in pairs}
    return {
        "gaps": [_gap(key, before, after) for key in keys],
        "congruence": [{"a": a, "b": b, **_pair(compared[a, b], before, after)} for a, b in pairs],
        "vertical": _vertical([found for found in compared.values() if found], before, after),
        "horizontal": _horizontal(before, after) if PROFESSIONAL in shown else _told(None, None),
    }


def _key(source: Mapping[str, Any]) -> Key:
    return source["code"], source["a"], source["b"]


def _uncertainty(source: Mapping[str, Any]) -> Uncertainty:
    return Uncertainty(source["standard_error"], source["degrees_of_freedom"])


def _mean_of(parts: Sequence[Uncertainty | None]) -> Uncertainty | None:
    known = [part for part in parts if part is not None]
    return mean_bound(known) if known and len(known) == len(parts) else None


def _told(old: Quantity | None, new: Quantity | None) -> Change:
    """Then, now, and the change."""
    values = {"old": old[0] if old else None, "new": new[0] if new else None}
    return values | change_of(old, new, CHANGE_SCORE)


def _gap(key: Key, before: Mirrored, after: Mirrored) -> Change:
    change = _told(before.gap(key), after.gap(key))
    state = gap_state(before.is_real(key), after.is_real(key), change["verdict"])
    return {"code": key[0], "a": key[1], "b": key[2], **change, "state": state}


def gap_state(then: bool | None, now: bool | None, verdict: str | None) -> str | None:
    """What became of a gap that was real then or not, and is now or not; None where one of both is not known.

    Whether a gap exceeds its margin changes easily by chance. It only closed or opened if the change is demonstrable.

    >>> gap_state(True, False, "echte verandering"), gap_state(True, False, "mogelijk"), gap_state(True, True, "geen")
    ('gesloten', 'mogelijk gesloten', 'gebleven')
    """
    if then is None or now is None:
        return None
    if then == now:
        return STAYED if now else NO_GAP
    state = OPENED if now else CLOSED
    return state if verdict in DEMONSTRABLE else PERHAPS + state


def _shared(pair: tuple[str, str], keys: Sequence[Key], before: Mirrored, after: Mirrored) -> list[Key]:
    """The subjects of a pair that both measurements know; none where these are too few for a congruence."""
    found = [key for key in keys if key[1:] == pair and before.gap(key) and after.gap(key)]
    return found if len(found) >= PAIR_MINIMUM_CODES else []


def _pair(shared: Sequence[Key], before: Mirrored, after: Mirrored) -> Change:
    return _told(before.congruence(shared), after.congruence(shared)) if shared else _told(None, None)


def _vertical(pairs: Sequence[Sequence[Key]], before: Mirrored, after: Mirrored) -> Change:
    if len(pairs) < VERTICAL_MINIMUM_PAIRS:
        return _told(None, None)
    return _told(*(_mean([side.congruence(shared) for shared in pairs]) for side in (before, after)))


def _mean(quantities: Sequence[Quantity]) -> Quantity:
    value = sum(value for value, _ in quantities) / len(quantities)
    return value, _mean_of([uncertainty for _, uncertainty in quantities])


def _horizontal(before: Mirrored, after: Mirrored) -> Change:
    told = _told(before.horizontal, after.horizontal)
    return told if before.groups == after.groups else told | change_of(None, None, CHANGE_SCORE)
