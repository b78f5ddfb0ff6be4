"""Signing in: who is signed in at this moment, links that work once, and codes for who lost their app."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.base import Table


class SignIn(Table, table=True):
    """One browser in which somebody signed in; only the hash of what its cookie holds is kept.

    `stage` tells whether a second step is still wanted: `code` of their app, `set_up` of that app, or `done`.
    It ends at `ends_at`, or when it was not used for a while.
    """

    __tablename__ = "sign_in"
    __table_args__ = (CheckConstraint("stage IN ('code', 'set_up', 'done')", name="stage_is_known"),)

    token_hash: str = Field(primary_key=True, max_length=64)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True, max_length=32)
    stage: str = Field(max_length=10)
    way: str = Field(max_length=20)
    began_at: datetime
    used_at: datetime
    ends_at: datetime = Field(index=True)


class OneTimeLink(Table, table=True):
    """A link that was mailed to somebody and works once; only the hash of its token is kept."""

    __tablename__ = "one_time_link"
    __table_args__ = (CheckConstraint("purpose IN ('welcome', 'sign_in', 'password')", name="purpose_is_known"),)

    token_hash: str = Field(primary_key=True, max_length=64)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True, max_length=32)
    purpose: str = Field(max_length=10)
    ends_at: datetime = Field(index=True)


class RecoveryCode(Table, table=True):
    """A code that works once in the place of the app; only its hash is kept."""

    __tablename__ = "recovery_code"

    account_id: str = Field(primary_key=True, foreign_key="account.id", ondelete="CASCADE", max_length=32)
    code_hash: str = Field(primary_key=True, max_length=64)
