"""The municipality: who a scan is for."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from app.models.base import Table


class Municipality(Table, table=True):
    """A Dutch municipality, known by its code of Statistics Netherlands (`GM0321` is Houten).

    `size_class` is its number of inhabitants in five classes, small to large, as its coördinator entered it.
    """

    __table_args__ = (
        CheckConstraint("length(code) = 6 AND code LIKE 'GM%'", name="code_is_cbs"),
        CheckConstraint("size_class BETWEEN 1 AND 5", name="size_class_is_known"),
    )

    code: str = Field(primary_key=True, max_length=6)
    name: str = Field(max_length=100)
    province: str = Field(max_length=100)
    size_class: int | None = None
