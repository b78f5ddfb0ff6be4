"""The link by which somebody types over what people answered on paper, and the forms that are still to be typed.

Nothing here leads to an answer, and no answer leads here. Sending a form deletes its row: no row is left that could say
which response it became, not even by the number of its transaction.
"""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.base import Table
from app.models.response import IN_ORDER_OF_KEY, of_window


class TypingLink(Table, table=True):
    """A link to type forms of one window over. It works until `ends_on`, that day included, and goes at closing.

    `id` stands in the addresses of its pages and opens nothing by itself. The code is kept as a hash only, and so is
    what the browser holds that began with it; `holder_hash` is empty until one did. `forms` is how many there were.
    """

    __tablename__ = "typing_link"
    __table_args__ = (of_window(), CheckConstraint("forms BETWEEN 1 AND 200", name="forms_from_one"), IN_ORDER_OF_KEY)

    id: str = Field(primary_key=True, max_length=16)
    scan_id: str = Field(max_length=100, index=True)
    window: str = Field(max_length=20)
    code_hash: str = Field(unique=True, max_length=64)
    holder_hash: str = Field(default="", max_length=64)
    forms: int
    ends_on: date


class PaperForm(Table, table=True):
    """A form on paper that is still to be typed: the stamp on its page, which can be sent once."""

    __tablename__ = "paper_form"
    __table_args__ = IN_ORDER_OF_KEY

    stamp: str = Field(primary_key=True, max_length=32)
    link_id: str = Field(foreign_key="typing_link.id", ondelete="CASCADE", max_length=16, index=True)
