"""The scan: one measurement of a collaboration, and the window through which each group answers."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from app.models.base import Table


class Scan(Table, table=True):
    """One measurement with four windows, pinned to one edition of the instrument.

    `position` is its place among the scans of its collaboration, from 1. It takes answers until `closes_on`, that day
    included, or until it is closed; `closed_on` is empty until then. `keep_months` is for how long after closing the
    raw answers are kept; then they are deleted, on `answers_deleted_on`, and the frozen result stays.
    `target_group` and `partners` are those of its collaboration when it was closed, empty until then.
    """

    __table_args__ = (
        UniqueConstraint("collaboration_id", "position"),
        CheckConstraint("position >= 1", name="position_from_one"),
        CheckConstraint("keep_months BETWEEN 1 AND 24", name="answers_are_kept_for_two_years_at_most"),
    )

    id: str = Field(primary_key=True, max_length=100)
    collaboration_id: int = Field(foreign_key="collaboration.id")
    name: str = Field(max_length=200)
    purpose: str = Field(max_length=100)
    period: str = Field(max_length=100)
    edition: str = Field(max_length=100)
    closes_on: date | None = None
    closed_on: date | None = Field(default=None, index=True)
    keep_months: int = 12
    answers_deleted_on: date | None = None
    archived_on: date | None = None
    position: int
    target_group: str = Field(default="", max_length=500)
    partners: str = Field(default="", max_length=1000)
    is_example: bool = Field(default=False, index=True)


class ScanWindow(Table, table=True):
    """One window of a scan: whether it takes part, how it is answered, and the way in.

    `mode` is `individual` or `team`; `minimum` the minimum group size; `contact` whom a respondent can ask something.
    `entry` is `open` for one link for everybody, or `personal` for a link for each person, never for residents.
    `is_announced` tells that the coördinator was told that the minimum was reached.
    `ref` stands in the addresses of its pages and opens nothing by itself; `code` opens it, in a link, on a poster or
    typed in. A code that was ever given out keeps working.
    """

    __tablename__ = "scan_window"
    __table_args__ = (
        CheckConstraint("mode IN ('individual', 'team')", name="mode_is_known"),
        CheckConstraint("entry IN ('open', 'personal')", name="entry_is_known"),
        CheckConstraint("minimum >= 1", name="minimum_from_one"),
        CheckConstraint(
            "NOT (\"window\" = 'inwoner' AND (minimum < 5 OR mode <> 'individual' OR entry <> 'open'))",
            name="residents_are_protected",
        ),
    )

    scan_id: str = Field(primary_key=True, foreign_key="scan.id", ondelete="CASCADE", max_length=100)
    window: str = Field(primary_key=True, max_length=20)
    is_on: bool = True
    mode: str = Field(default="individual", max_length=10)
    entry: str = Field(default="open", max_length=10)
    minimum: int
    contact: str = Field(default="", max_length=500)
    is_announced: bool = False
    ref: str = Field(unique=True, max_length=16)
    code: str = Field(unique=True, max_length=12)
