"""The collaboration: what is measured and followed over time."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from app.models.base import Table


class Collaboration(Table, table=True):
    """A named collaboration in one municipality for one target group; the scope of all its scans.

    `kind` is how people work together, None where nobody said so: only the same kinds are compared closely.
    `archived_on` is set when it is put away: out of the lists, with everything in it still there.
    """

    __table_args__ = (
        UniqueConstraint("municipality_code", "name"),
        CheckConstraint("kind IN ('intake', 'overleg', 'team', 'keten', 'anders')", name="kind_is_known"),
    )

    id: int | None = Field(default=None, primary_key=True)
    municipality_code: str = Field(foreign_key="municipality.code", max_length=6)
    name: str = Field(max_length=200)
    target_group: str = Field(max_length=500)
    partners: str = Field(max_length=1000)
    kind: str | None = Field(default=None, max_length=20)
    is_example: bool = False
    archived_on: date | None = None
