"""Which translations a municipality offers: somebody read the text and stands for it."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from app.models.base import Table


class LanguageDeclaration(Table, table=True):
    """A coördinator says that a native speaker read a translation of an edition: exactly the text of `fingerprint`.

    `checked_by` is the name of that person as they want to be named on the pages of who answers. The row is what turns
    the language on; as soon as the text is another one it counts no more, and switching off deletes it. `sentences` is
    the fingerprint of the buttons and messages that were read with it; with others it still counts (decision 21).
    """

    __tablename__ = "language_declaration"
    __table_args__ = (UniqueConstraint("municipality_code", "edition", "language"),)

    id: int | None = Field(default=None, primary_key=True)
    municipality_code: str = Field(foreign_key="municipality.code", max_length=6)
    edition: str = Field(max_length=100)
    language: str = Field(max_length=5)
    fingerprint: str = Field(max_length=64)
    sentences: str = Field(max_length=64)
    checked_by: str = Field(max_length=80)
    declared_on: date
