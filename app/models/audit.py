"""The log of what people who manage did; nothing of respondents is in it, and the database lets nobody change it."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from app.models.base import Table


class AuditEntry(Table, table=True):
    """One act: when, by whom, what, about what, and for which municipality; without one it is of the installation.

    It names things in words and refers to nothing, so that it stays when they are deleted. Triggers in the database
    refuse every change, and every deletion of a line younger than two years.
    """

    __tablename__ = "audit_entry"
    __table_args__ = (
        Index("ix_audit_entry_of_municipality", "municipality_code", "id"),
        Index("ix_audit_entry_of_account", "account_id", "act", "scan_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    account_id: str | None = Field(default=None, max_length=32)
    who: str = Field(max_length=200)
    act: str = Field(max_length=40)
    about: str = Field(max_length=500)
    municipality_code: str | None = Field(default=None, max_length=6)
    scan_id: str | None = Field(default=None, max_length=100)
