"""Two scans with different editions of the questionnaire: what of them can be compared, in words for who reads it.

What stays comparable is said by the content (`comparability.yaml` of the later edition).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.web.formatting import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from questionnaires import Comparability, Edition, Remark, Subject, Subjects

Extent = Literal["same", "whole", "part", "none"]
HEADINGS: Mapping[Subject, str] = {
    "position": "Plek op het continuüm",
    "orders": "Leerordes",
    "dimensions": "Dimensies",
    "features": "Kenmerken van samenwerking",
    "items": "Vragen",
    "indicators": "Indicatoren van leren",
    "mirrors": "Onderwerpen die meer vensters delen",
    "recommendations": "Aanbevelingen",
    "barriers": "Belemmeringen",
}
PLURALS: Mapping[Subject, str] = {
    "orders": "leerordes",
    "dimensions": "dimensies",
    "features": "kenmerken van samenwerking",
    "items": "vragen",
    "indicators": "indicatoren van leren",
    "mirrors": "onderwerpen die meer vensters delen",
    "recommendations": "aanbevelingen",
    "barriers": "belemmeringen",
}
WHOLE = "Alles is te vergelijken."
PART = (
    "Een deel is niet te vergelijken. Dat laten wij leeg, ook waar het meetelt in iets anders, zoals de score van een "
    "heel venster."
)
NONE = "Deze edities zijn niet met elkaar te vergelijken."


@dataclass(frozen=True, slots=True)
class Explained:
    """Something that differs between two editions, and what that means for comparing it."""

    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExplainedGroup:
    """What differs among things of one kind."""

    heading: str
    things: tuple[Explained, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionsPage:
    """What may be compared between an earlier and a later edition (their ids).

    With the same edition there is nothing to say: no `sentence`. `stays` and the two groups are empty unless a part can
    be compared; `still_comparable` holds what was changed in a way that leaves it comparable.
    """

    earlier: str
    later: str
    extent: Extent
    sentence: str
    stays: tuple[str, ...] = ()
    not_comparable: tuple[ExplainedGroup, ...] = ()
    still_comparable: tuple[ExplainedGroup, ...] = ()


def comparability(editions: Mapping[str, Edition], earlier: str, later: str) -> EditionsPage:
    """Say what can be compared between a scan with an earlier edition and one with a later, by their ids."""
    if earlier == later:
        return EditionsPage(earlier=earlier, later=later, extent="same", sentence="")
    found = editions[later].comparable.get(earlier) if later in editions else None
    differ = f"De eerdere scan gebruikt editie {earlier} van de vragenlijst, de latere editie {later}."
    if found is None:
        return EditionsPage(earlier=earlier, later=later, extent="none", sentence=f"{differ} {NONE}")
    return EditionsPage(
        earlier=earlier,
        later=later,
        extent="whole" if found.is_whole else "part",
        sentence=f"{differ} {WHOLE if found.is_whole else PART}",
        stays=tuple(line for one in found.subjects.values() if (line := _stays(one))),
        not_comparable=_groups({one.subject: one.not_comparable for one in found.subjects.values()}, found, later),
        still_comparable=_groups({one.subject: one.still_comparable for one in found.subjects.values()}, found, later),
    )


def _stays(found: Subjects) -> str | None:
    """How many of a kind stay comparable; None when none does."""
    if not found.comparable:
        return None
    if found.subject == "position":
        return "de plek op het continuüm"
    plural = PLURALS[found.subject]
    if found.comparable == found.total:
        return f"alle {number(found.total)} {plural}"
    return f"{number(found.comparable)} van de {number(found.total)} {plural}"


def _groups(
    remarks: Mapping[Subject, tuple[Remark, ...]], found: Comparability, later: str
) -> tuple[ExplainedGroup, ...]:
    return tuple(
        ExplainedGroup(HEADINGS[subject], tuple(_explained(one, found.earlier, later) for one in given))
        for subject, given in remarks.items()
        if given
    )


def _explained(remark: Remark, earlier: str, later: str) -> Explained:
    if remark.reason is not None:
        return Explained(remark.label, remark.reason)
    missing_from = earlier if remark.kind == "new" else later
    return Explained(remark.label, f"Staat niet in editie {missing_from}.")
