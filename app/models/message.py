"""What has to be mailed: it is here until it was sent."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.base import Table
from app.models.response import IN_ORDER_OF_KEY


class Message(Table, table=True):
    """A message that waits to be sent, or without a mail server to be handed over. What was sent is not kept.

    `kind` is `account` for a way in of somebody who signs in, `invitation` for one questionnaire, `notice` for a
    coördinator. `about` is the scan that it goes with, if any. `failures` counts attempts that failed. Days, never
    times, are known of it: a notice goes with the answer of somebody.
    """

    __table_args__ = (
        CheckConstraint("kind IN ('account', 'invitation', 'notice')", name="kind_is_known"),
        IN_ORDER_OF_KEY,
    )

    id: str = Field(primary_key=True, max_length=32)
    kind: str = Field(max_length=10)
    address: str = Field(max_length=254)
    subject: str = Field(max_length=300)
    body: str = Field(max_length=5000)
    scan_id: str | None = Field(default=None, foreign_key="scan.id", ondelete="CASCADE", index=True, max_length=100)
    made_on: date
    ends_on: date
    failures: int = 0
