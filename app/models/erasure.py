"""What was deleted for good, of which the files of the database may still hold the old rows."""

from datetime import date

from sqlmodel import Field

from app.models.base import Table


class Erasure(Table, table=True):
    """Something was deleted, and the space where it stood is still to be freed; freeing removes this row."""

    id: str = Field(primary_key=True, max_length=32)
    made_on: date
