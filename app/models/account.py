"""The people and programs that are known to the service, what each of them may do, and how they show who they are."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field

from app.models.base import Table


class Account(Table, table=True):
    """Somebody who signs in, or a program that shows a key; what they may do is in their grants.

    `email` is in small letters, and empty for a program. `totp_secret` is sealed with the key of the installation;
    `totp_step` is the last step of which a code was used, so that none works twice. `openid` is the issuer and the
    subject by which a provider knows them. `is_example` marks who signs in with one click on a machine of a developer.
    `warned_on` is the day on which they were written that the account will be deleted because nobody uses it.
    """

    __table_args__ = (
        CheckConstraint("kind IN ('person', 'program')", name="kind_is_known"),
        CheckConstraint("(kind = 'person') = (email IS NOT NULL)", name="a_person_has_an_address"),
    )

    id: str = Field(primary_key=True, max_length=32)
    kind: str = Field(default="person", max_length=10)
    name: str = Field(max_length=200)
    email: str | None = Field(default=None, unique=True, max_length=254)
    password_hash: str | None = Field(default=None, max_length=200)
    totp_secret: str | None = Field(default=None, max_length=300)
    totp_step: int = 0
    openid: str | None = Field(default=None, unique=True, max_length=600)
    is_example: bool = False
    made_on: date
    signed_in_at: datetime | None = None
    signed_in_before_at: datetime | None = None
    warned_on: date | None = None


class Grant(Table, table=True):
    """One role of an account, and where it holds.

    A `coordinator` manages a municipality, without one every municipality (only programs); a `meelezer` reads the
    results of a municipality; an `adviseur` reads those of one collaboration; a `moderator` sees the comments of one
    scan; a `beheerder` runs the installation.
    """

    __tablename__ = "role_grant"
    __table_args__ = (
        CheckConstraint(
            "role IN ('beheerder', 'coordinator', 'meelezer', 'adviseur', 'moderator')", name="role_is_known"
        ),
        CheckConstraint(
            "municipality_code IS NULL OR role IN ('coordinator', 'meelezer')", name="municipality_fits_the_role"
        ),
        CheckConstraint("municipality_code IS NOT NULL OR role <> 'meelezer'", name="meelezer_has_a_municipality"),
        CheckConstraint("(collaboration_id IS NOT NULL) = (role = 'adviseur')", name="adviseur_has_a_collaboration"),
        CheckConstraint("(scan_id IS NOT NULL) = (role = 'moderator')", name="moderator_has_a_scan"),
        UniqueConstraint("account_id", "role", "municipality_code", name="uq_role_grant_municipality"),
        UniqueConstraint("account_id", "role", "collaboration_id", name="uq_role_grant_collaboration"),
        UniqueConstraint("account_id", "role", "scan_id", name="uq_role_grant_scan"),
    )

    id: int | None = Field(default=None, primary_key=True)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True, max_length=32)
    role: str = Field(max_length=20)
    municipality_code: str | None = Field(default=None, foreign_key="municipality.code", index=True, max_length=6)
    collaboration_id: int | None = Field(default=None, foreign_key="collaboration.id", ondelete="CASCADE", index=True)
    scan_id: str | None = Field(default=None, foreign_key="scan.id", ondelete="CASCADE", index=True, max_length=100)
    granted_on: date


class AccessToken(Table, table=True):
    """A key by which a program acts for an account; only its hash is kept."""

    __tablename__ = "access_token"

    token_hash: str = Field(primary_key=True, max_length=64)
    account_id: str = Field(foreign_key="account.id", ondelete="CASCADE", index=True, max_length=32)
    label: str = Field(max_length=100)
    created_on: date
