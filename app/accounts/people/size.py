"""How many inhabitants a municipality has: what its coördinator says, and the page where that is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.audit import Act, note
from app.accounts.people.page import LIST, address_of
from app.store.municipalities import lock_municipality
from app.web.forms import FieldError, error_at
from app.web.page import Link, Page
from app.web.size_classes import SIZE_CLASSES

if TYPE_CHECKING:
    from app.db import Session
    from app.models import Municipality

NOT_KNOWN = ""
OPTIONS = (
    *((str(number), words.capitalize()) for number, words in SIZE_CLASSES.items()),
    (NOT_KNOWN, "Niet opgeven"),
)


class NotASizeError(ValueError):
    """What was chosen is none of the classes."""

    errors = (FieldError("size_class", "Kies hoeveel inwoners de gemeente heeft."),)


@dataclass(frozen=True, kw_only=True)
class SizePage(Page):
    """The form of the size of a municipality; `chosen` is the class as it is sent, empty for none."""

    action: str
    back: str
    options: tuple[tuple[str, str], ...]
    chosen: str
    errors: tuple[FieldError, ...] = ()

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return error_at(self.errors, field)


def choose_size(session: Session, municipality: Municipality, chosen: str) -> None:
    """Keep the size class of a municipality; nothing chosen takes it away. Raises `NotASizeError`."""
    if chosen not in dict(OPTIONS):
        raise NotASizeError
    lock_municipality(session, municipality.code)
    municipality.size_class = int(chosen) if chosen else None
    session.flush()
    about = SIZE_CLASSES.get(municipality.size_class or 0, "niet opgegeven")
    note(session, Act.SIZE_CHOSEN, about, municipality=municipality.code)


def size_page(municipality: Municipality, chosen: str | None = None, errors: tuple[FieldError, ...] = ()) -> SizePage:
    """The form with what is known, or with what was chosen."""
    people = address_of(municipality.code)
    known = str(municipality.size_class or NOT_KNOWN)
    return SizePage(
        title=f"Inwoners van {municipality.name}",
        section="samenwerkingen",
        breadcrumbs=(LIST, Link(f"Mensen van {municipality.name}", people)),
        action=f"/gemeenten/{municipality.code}/inwoners",
        back=people,
        options=OPTIONS,
        chosen=known if chosen is None else chosen,
        errors=errors,
    )
