"""The page on which a coördinator makes and withdraws links to type paper forms over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.invitations.page import AUDIENCE
from app.collaborations.kept import TYPING
from app.collaborations.page import FormPage, desk_of, way_to, where_it_works
from app.paper.links.service import FIELD
from app.store.typing_links import list_links
from app.web.formatting import counted, date_in_words, duration
from app.web.page import Link

if TYPE_CHECKING:
    from app.db import Session
    from app.responding.visit import Visit


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link that works: for how many forms, until when, and where it is withdrawn. Never what came of it."""

    forms: str
    until: str
    withdraw: str


@dataclass(frozen=True, kw_only=True)
class TypingLinksPage(FormPage):
    """The links of a window. `made` is a link that was made just now, and stands nowhere after this."""

    about: str
    window: str
    is_open: bool
    warning: str
    works: str
    rows: tuple[LinkRow, ...]
    paper: str
    typed: str = ""
    made: str = ""
    field: str = FIELD


def links_page(session: Session, visit: Visit, address: str) -> TypingLinksPage:
    """The links of a window; `address` is where the service is found by others."""
    scan, found = visit.found.scan, visit.found
    own = f"{desk_of(scan)}/{visit.window}"
    return TypingLinksPage(
        title="Papieren formulieren laten overtypen",
        section="samenwerkingen",
        breadcrumbs=(
            *way_to(found.collaboration, scan),
            Link(f"Uitnodiging voor {AUDIENCE[visit.window]}", own),
        ),
        about=f"{visit.content.short_label}, {scan.name}, {found.collaboration.name}, {found.municipality.name}",
        action=f"{own}/overtypen",
        back=own,
        window=visit.window,
        is_open=visit.is_open,
        warning=where_it_works(address),
        works=duration(TYPING),
        rows=tuple(
            LinkRow(
                forms=counted(link.forms, "formulier", "formulieren"),
                until=date_in_words(link.ends_on),
                withdraw=f"{own}/overtypen/{link.id}/intrekken",
            )
            for link in list_links(session, scan.id, visit.window, visit.today)
        ),
        paper=f"{own}/papier",
    )
