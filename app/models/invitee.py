"""People who got a link of their own for one window, and apart from them the marks of links that were used.

Nothing here leads to an answer. The code of a link is kept as a keyed hash. Who sends leaves a mark: a keyed hash of
that hash, so that without the key of the installation, which is not in the database, a mark fits nobody. Only when as
many marks as the minimum of the window have come are they taken together and do the people behind them count as done.
"""

from datetime import date

from sqlmodel import Field

from app.models.base import Table
from app.models.response import IN_ORDER_OF_KEY, of_window


class Invitee(Table, table=True):
    """Somebody with a link of their own; their address is deleted when the scan closes."""

    __table_args__ = (of_window(), IN_ORDER_OF_KEY)

    id: str = Field(primary_key=True, max_length=32)
    scan_id: str = Field(max_length=100, index=True)
    window: str = Field(max_length=20)
    address: str = Field(max_length=254)
    code_mac: str = Field(unique=True, max_length=64)
    sealed_code: str = Field(max_length=300)
    invited_on: date
    reminded_on: date | None = None
    is_done: bool = False


class SentMark(Table, table=True):
    """A link with which a questionnaire was sent, until enough of them have come."""

    __tablename__ = "sent_mark"
    __table_args__ = (of_window(), IN_ORDER_OF_KEY)

    scan_id: str = Field(primary_key=True, max_length=100)
    window: str = Field(primary_key=True, max_length=20)
    mark: str = Field(primary_key=True, max_length=64)
