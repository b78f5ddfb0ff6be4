"""What is not the same as when the scan before was closed, and what that means for comparing the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.editions import comparability
from app.collaborations.forms import on_one_line
from app.collaborations.page import address_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.collaborations.editions import EditionsPage
    from app.store.scans import ScanInContext
    from questionnaires import Edition


@dataclass(frozen=True, slots=True)
class Described:
    """A part of the description of a collaboration that was another when the scan before was closed."""

    label: str
    before: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What differs from the scan before; `previous` is its name, `describe` where the collaboration is changed.

    `edition` says what stays comparable where a new scan has another edition, None where it has the same.
    """

    previous: str
    described: tuple[Described, ...]
    edition: EditionsPage | None
    describe: str


def described_otherwise(found: ScanInContext) -> Iterator[Described]:
    """Give what was described otherwise when this scan was closed; one that kept nothing differs in nothing."""
    scan, now = found.scan, found.collaboration
    for label, before, after in (
        ("Voor wie", scan.target_group, now.target_group),
        ("Partners", scan.partners, now.partners),
    ):
        if before and on_one_line(before).casefold() != on_one_line(after).casefold():
            yield Described(label, before, after)


def differences(found: ScanInContext, editions: Mapping[str, Edition], edition: str) -> Differences:
    """Return what differs for a new scan with this edition from when the scan before it was closed."""
    between = comparability(editions, found.scan.edition, edition)
    return Differences(
        previous=found.scan.name,
        described=tuple(described_otherwise(found)),
        edition=None if between.extent == "same" else between,
        describe=f"{address_of(found.collaboration)}/wijzigen",
    )
