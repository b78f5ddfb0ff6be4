"""What all tables share: one metadata with names for every constraint, so that a migration can find them again."""

from sqlalchemy import MetaData
from sqlmodel import SQLModel

LARGEST_ID = 2**31 - 1
"""The largest number by which a row can be known in both databases."""
NAMING_CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Table(SQLModel):
    """The base of every table. SQLModel does not validate a table when it is made; assignment it can check."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    model_config = {"validate_assignment": True}
