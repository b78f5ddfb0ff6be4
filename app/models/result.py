"""The result: what came out of a closed scan, frozen."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlmodel import Field

from app.models.base import Table


class Result(Table, table=True):
    """One version of a result: the frozen measurement, and what follows from it under one ambition.

    `record` holds `{"result": ..., "insight": ...}`: the document of the result format, and what pages may show
    beside it, with its keys in their order: JSONB would reorder them. `outline` is what comparing reads of it
    (`scoring.result_outline`), so that laying many results side by side does not read all of each. A new ambition adds
    a version; an earlier version never changes.
    """

    __table_args__ = (
        UniqueConstraint("scan_id", "version"),
        CheckConstraint("version >= 1", name="version_from_one"),
        CheckConstraint("ambition BETWEEN 1 AND 7", name="ambition_is_a_model"),
    )

    id: int | None = Field(default=None, primary_key=True)
    scan_id: str = Field(foreign_key="scan.id", ondelete="CASCADE", max_length=100)
    version: int
    ambition: int | None = None
    ambition_reason: str = Field(default="", max_length=2000)
    edition: str = Field(max_length=100)
    method: str = Field(max_length=50)
    record: dict[str, Any] = Field(sa_type=JSON)
    outline: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    created_at: datetime
