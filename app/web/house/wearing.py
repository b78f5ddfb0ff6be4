"""Which house style the pages of a request wear: said once, where it is found what the request is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from app.store.house_styles import find_house_style
from app.web.house.palette import Colours
from app.web.house.sheet import sheet_of
from app.web.page import House, Page

if TYPE_CHECKING:
    from fastapi import Request

    from app.db import Session
    from app.models import HouseStyle, Municipality

APage = TypeVar("APage", bound=Page)


def wear(request: Request, style: HouseStyle | None) -> None:
    """Let every page that answers this request, also one that says why something cannot be, wear this house style."""
    request.state.house_style = house_of(style) if style else None


def wear_that_of(request: Request, session: Session, municipality: Municipality) -> None:
    """Let the pages of this request wear what a municipality chose; that costs one small statement."""
    wear(request, find_house_style(session, municipality))


def dressed(request: Request, page: APage) -> APage:
    """Return the page in the house style of what the request is about; one that chose a style itself keeps that."""
    house: House | None = getattr(request.state, "house_style", None)
    return replace(page, house_style=house) if house and page.house_style is None else page


def house_of(style: HouseStyle) -> House:
    """Return a house style as pages wear it."""
    return House(
        name=style.name,
        sheet=sheet_of(Colours(style.main, style.link, style.accent)).url,
        logo=f"/huisstijl/logo/{style.logo_digest}.{style.logo_kind}" if style.logo_digest else "",
        logo_text=style.logo_text,
        logo_width=style.logo_width,
        logo_height=style.logo_height,
        shows_name=style.shows_name,
        email=style.email,
        statement=style.statement,
    )
