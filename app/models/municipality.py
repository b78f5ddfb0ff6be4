"""The municipality: who a scan is for."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.base import Table


class Municipality(Table, table=True):
    """A Dutch municipality, known by its code of Statistics Netherlands (`GM0321` is Houten)."""

    __table_args__ = (CheckConstraint("length(code) = 6 AND code LIKE 'GM%'", name="code_is_cbs"),)

    code: str = Field(primary_key=True, max_length=6)
    name: str = Field(max_length=100)
    province: str = Field(max_length=100)
