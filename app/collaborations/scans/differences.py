"""What is not the same as when the scan before was closed, and what that means for comparing the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.forms import on_one_line
from app.collaborations.page import address_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.store.scans import ScanInContext
    from questionnaires import Edition


@dataclass(frozen=True, slots=True)
class Described:
    """A part of the description of a collaboration that was another when the scan before was closed."""

    label: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class OtherEdition:
    """The edition of the scan before and the one of a new scan, and in sentences what stays comparable."""

    before: str
    now: str
    comparable: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What differs from the scan before; `previous` is its name, `describe` where the collaboration is changed."""

    previous: str
    described: tuple[Described, ...]
    edition: OtherEdition | None
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


def other_edition(earlier: str, now: Edition) -> OtherEdition | None:
    """Return that a new scan has another edition than the scan before, or None."""
    if earlier == now.id:
        return None
    return OtherEdition(before=earlier, now=now.id, comparable=())


def differences(found: ScanInContext, edition: Edition) -> Differences:
    """Return what differs now from when this scan was closed."""
    return Differences(
        previous=found.scan.name,
        described=tuple(described_otherwise(found)),
        edition=other_edition(found.scan.edition, edition),
        describe=f"{address_of(found.collaboration)}/wijzigen",
    )
