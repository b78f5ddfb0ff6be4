"""Groups of municipalities that lay themselves beside figures of the whole group, and what the figures rest on."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlmodel import Field

from app.models.base import Table

KIND = "kind IN ('intake', 'overleg', 'team', 'keten', 'anders')"


class ComparisonGroup(Table, table=True):
    """A group for one kind of collaboration. Its name and description never change: consent was given to them.

    `code` is what a coördinator types to take part. `maker_id` is who manages the group, empty when their account is
    gone.
    """

    __tablename__ = "comparison_group"
    __table_args__ = (CheckConstraint(KIND, name="kind_is_known"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=120)
    description: str = Field(max_length=1000)
    kind: str = Field(max_length=20)
    code: str = Field(unique=True, max_length=20)
    maker_id: str | None = Field(default=None, foreign_key="account.id", ondelete="SET NULL", index=True, max_length=32)
    made_on: date


class GroupMember(Table, table=True):
    """A municipality that takes part with one collaboration: the row is its consent, and withdrawing deletes it."""

    __tablename__ = "group_member"
    __table_args__ = (UniqueConstraint("group_id", "municipality_code"),)

    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="comparison_group.id", ondelete="CASCADE")
    municipality_code: str = Field(foreign_key="municipality.code", index=True, max_length=6)
    collaboration_id: int = Field(foreign_key="collaboration.id", ondelete="CASCADE", index=True)
    joined_on: date


class GroupStand(Table, table=True):
    """Figures of a group at one moment, and the sets of contributions that they were given of.

    `contributions` are pairs of a scan and its ambition at that moment; `sets` hold places in that list; `published`
    are triples of a quantity, a filter and the place of its set; `figures` stand beside them, and are wiped when the
    figures are shown no more. The sets stay, also without the group: no later figures may differ from them by a few
    municipalities. So scans are named here and not referred to: what was published of a deleted one still counts.
    """

    __tablename__ = "group_stand"

    id: int | None = Field(default=None, primary_key=True)
    group_id: int | None = Field(default=None, foreign_key="comparison_group.id", ondelete="SET NULL", index=True)
    edition: str = Field(max_length=100)
    made_on: date
    contributions: list[Any] = Field(sa_type=JSON)
    sets: list[Any] = Field(sa_type=JSON)
    published: list[Any] = Field(sa_type=JSON)
    figures: list[Any] = Field(sa_type=JSON)
