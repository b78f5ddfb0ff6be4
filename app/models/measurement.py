"""The measurement: what a closed scan measured, frozen for ever."""

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from app.models.base import Table


class Measurement(Table, table=True):
    """The frozen measurement of a scan, with the edition and the method that it was made with.

    `document` holds everything that a result can be made of under any ambition (`scoring.frozen_measurement`).
    """

    scan_id: str = Field(primary_key=True, foreign_key="scan.id", ondelete="CASCADE", max_length=100)
    edition: str = Field(max_length=100)
    method: str = Field(max_length=50)
    document: dict[str, Any] = Field(sa_type=JSON)
    measured_on: date
