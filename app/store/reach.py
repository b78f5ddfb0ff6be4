"""Whose results somebody may read, as a condition in a statement: what is not theirs never leaves the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import false, true
from sqlmodel import and_, col, or_

from app.models import Collaboration, Scan

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose results somebody may read.

    `municipalities` are read as a whole, None is every municipality; `collaborations` one by one. The examples are read
    by who has a role in them (`with_examples`), or by everybody where nothing else is shown (`only_examples`).
    """

    municipalities: frozenset[str] | None = frozenset()
    collaborations: frozenset[int] = frozenset()
    with_examples: bool = False
    only_examples: bool = False


def within(reach: Reach) -> ColumnElement[bool]:
    """The condition on `Scan`, joined with its `Collaboration`, that its result may be read; not whether it has one."""
    if reach.only_examples:
        return col(Scan.is_example).is_(True)
    by_role = or_(_whole(reach.municipalities), _one_by_one(reach.collaborations))
    return by_role if reach.with_examples else and_(by_role, col(Scan.is_example).is_(False))


def _whole(municipalities: frozenset[str] | None) -> ColumnElement[bool]:
    if municipalities is None:
        return true()
    return col(Collaboration.municipality_code).in_(municipalities) if municipalities else false()


def _one_by_one(collaborations: frozenset[int]) -> ColumnElement[bool]:
    return col(Collaboration.id).in_(collaborations) if collaborations else false()
