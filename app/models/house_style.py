"""The house style of a municipality: how its pages look, and its logo."""

from sqlalchemy import CheckConstraint, LargeBinary
from sqlmodel import Field

from app.models.base import Table


class HouseStyle(Table, table=True):
    """How the pages of one municipality look, as its coördinator chose; without a row they look like Vensterscan.

    `main`, `link` and `accent` are colours such as `#134e57`, checked for contrast before they were stored. With a logo
    `logo_digest` and `logo_kind` make its address, `logo_text` says what it shows, and `shows_name` whether the name
    stands beside it. `email` and `statement` are for who finds something that is not accessible.
    """

    __tablename__ = "house_style"
    __table_args__ = (
        CheckConstraint(
            "length(main) = 7 AND length(link) = 7 AND length(accent) = 7 "
            "AND main LIKE '#%' AND link LIKE '#%' AND accent LIKE '#%'",
            name="colours_are_colours",
        ),
        CheckConstraint("logo_kind IN ('', 'png', 'svg')", name="logo_kind_is_known"),
        CheckConstraint("(logo_digest = '') = (logo_kind = '')", name="logo_is_whole"),
    )

    municipality_code: str = Field(primary_key=True, foreign_key="municipality.code", max_length=6)
    name: str = Field(max_length=60)
    main: str = Field(max_length=7)
    link: str = Field(max_length=7)
    accent: str = Field(max_length=7)
    shows_name: bool = True
    logo_digest: str = Field(default="", max_length=32)
    logo_kind: str = Field(default="", max_length=3)
    logo_text: str = Field(default="", max_length=150)
    logo_width: int = 0
    logo_height: int = 0
    email: str = Field(default="", max_length=254)
    statement: str = Field(default="", max_length=500)


class HouseLogo(Table, table=True):
    """The picture itself, apart from the style: a page needs its address only."""

    __tablename__ = "house_logo"

    municipality_code: str = Field(
        primary_key=True, foreign_key="house_style.municipality_code", ondelete="CASCADE", max_length=6
    )
    digest: str = Field(index=True, max_length=32)
    content: bytes = Field(sa_type=LargeBinary)
