"""Keeping the house style of a municipality, and going back to that of Vensterscan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.audit import Act, note
from app.accounts.house.form import Chosen, as_stored
from app.store.house_styles import delete_house_style, find_house_style, find_logo_of, keep_house_style
from app.store.municipalities import lock_municipality

if TYPE_CHECKING:
    from app.db import Session
    from app.models import Municipality
    from app.web.forms import FieldError


class NotReadableError(ValueError):
    """A house style with something wrong in it; nothing of it is kept."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        super().__init__(errors)
        self.errors = errors


def stored(session: Session, municipality: Municipality) -> Chosen:
    """Return what a municipality has now, as the form shows it."""
    return as_stored(municipality, find_house_style(session, municipality), find_logo_of(session, municipality))


def choose(session: Session, municipality: Municipality, chosen: Chosen) -> None:
    """Keep a house style, when everything in it can be read. Raises `NotReadableError`."""
    if errors := chosen.faults():
        raise NotReadableError(errors)
    lock_municipality(session, municipality.code)
    keep_house_style(session, chosen.as_style(municipality.code), chosen.as_logo(municipality.code))
    note(session, Act.HOUSE_STYLE_CHOSEN, chosen.name, municipality=municipality.code)


def take_away(session: Session, municipality: Municipality) -> None:
    """Let a municipality look like Vensterscan again; where it does already nothing changes."""
    lock_municipality(session, municipality.code)
    if style := find_house_style(session, municipality):
        name = style.name
        delete_house_style(session, style)
        note(session, Act.HOUSE_STYLE_REMOVED, name, municipality=municipality.code)
