"""Two scans with different editions of the questionnaire: what of them can be compared, in words for who reads it.

What stays comparable is said by the content (`comparability.yaml` of the later edition).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.web.formatting import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from questionnaires import Edition, Remark, Subject, Subjects

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
    "Een deel is niet te vergelijken en blijft leeg. Dat geldt ook voor de score van een heel venster, als een van "
    "zijn dimensies niet te vergelijken is."
)
NONE = "Deze edities zijn niet met elkaar te vergelijken."


@dataclass(frozen=True, slots=True)
class Explained:
    """What differs between two editions for one and the same reason, and what that means for comparing it."""

    labels: tuple[str, ...]
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
        not_comparable=_groups(
            {one.subject: one.not_comparable for one in found.subjects.values()}, earlier, editions[later]
        ),
        still_comparable=_groups(
            {one.subject: one.still_comparable for one in found.subjects.values()}, earlier, editions[later]
        ),
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


def _groups(remarks: Mapping[Subject, tuple[Remark, ...]], earlier: str, later: Edition) -> tuple[ExplainedGroup, ...]:
    return tuple(
        ExplainedGroup(HEADINGS[subject], _explained(given, earlier, later))
        for subject, given in remarks.items()
        if given
    )


def _explained(remarks: tuple[Remark, ...], earlier: str, later: Edition) -> tuple[Explained, ...]:
    """The things by their reason, each reason once: an edition can change many questions on one ground."""
    labels: dict[str, list[str]] = {}
    for remark in remarks:
        gone = f"Staat niet in editie {earlier if remark.kind == 'new' else later.id}."
        labels.setdefault(remark.reason or gone, []).append(_label(remark, later))
    return tuple(Explained(tuple(found), reason) for reason, found in labels.items())


def _label(remark: Remark, later: Edition) -> str:
    """The same question can be asked in several windows, so its window is named too."""
    return f"{later.windows[remark.window].short_label}: {remark.label}" if remark.window else remark.label
