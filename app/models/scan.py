"""The scan: one measurement of a collaboration."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from app.models.base import Table


class Scan(Table, table=True):
    """One measurement with four windows, pinned to one edition of the instrument.

    `position` is its place among the scans of its collaboration, from 1; `closed_on` is empty while it takes answers.
    """

    __table_args__ = (
        UniqueConstraint("collaboration_id", "position"),
        CheckConstraint("position >= 1", name="position_from_one"),
    )

    id: str = Field(primary_key=True, max_length=100)
    collaboration_id: int = Field(foreign_key="collaboration.id")
    name: str = Field(max_length=200)
    purpose: str = Field(max_length=100)
    period: str = Field(max_length=100)
    edition: str = Field(max_length=100)
    closed_on: date | None = None
    position: int
    is_example: bool = False
