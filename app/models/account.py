"""The people who set up and read scans, and the keys by which a program acts for them."""

from datetime import date

from sqlmodel import Field

from app.models.base import Table


class Account(Table, table=True):
    """Somebody who manages scans: of one municipality, or without one of every municipality.

    `is_local` marks the one who sits at the machine on which a development installation runs.
    """

    id: str = Field(primary_key=True, max_length=32)
    name: str = Field(max_length=200)
    municipality_code: str | None = Field(default=None, foreign_key="municipality.code", max_length=6)
    is_local: bool = False


class AccessToken(Table, table=True):
    """A key by which a program acts for an account; only its hash is kept."""

    __tablename__ = "access_token"

    token_hash: str = Field(primary_key=True, max_length=64)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True, max_length=32)
    label: str = Field(max_length=100)
    created_on: date
