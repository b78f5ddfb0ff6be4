"""The form of a window to print: everything that somebody needs who answers on paper, and nothing of anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.invitations.page import AUDIENCE
from app.collaborations.invitations.texts import sentence
from app.collaborations.page import ManagementPage, desk_of, way_to
from app.paper.form.texts import PaperWords, role_help, words_of
from app.paper.sheet import Part, lettered, sheet_of
from app.responding.door.page import start_page
from app.responding.door.start import Beginning
from app.responding.questions.screens import REPRESENTATIVE, Option
from app.web.formatting import capitalised, date_in_words
from app.web.page import Link

if TYPE_CHECKING:
    from app.languages.offered import Offered
    from app.paper.sheet import Box
    from app.responding.door.page import Headings, ScopeLine
    from app.responding.visit import Visit

LINES, LINES_FOR_RESIDENTS = 2, 3
"""Lines to write on."""
FOR_WHOM = {"zelf": "Voor wie voor zichzelf antwoordt", REPRESENTATIVE: "Voor wie namens anderen antwoordt"}
"""The forms that there are where the words of a question depend on the role."""


@dataclass(frozen=True, kw_only=True)
class FormOnPaperPage(ManagementPage):
    """One form. `role` is what is printed on it where the words depend on the role, and empty where it is asked.

    `team_paragraphs` and `agreement` are empty where they do not apply; with `is_personal` the form is to read only.
    """

    about: str
    window: str
    is_resident: bool
    is_personal: bool
    language: str
    direction: str
    headings: Headings
    paper: PaperWords
    scope: tuple[ScopeLine, ...]
    lead: str
    purpose: str
    contact: str
    team_title: str
    team_paragraphs: tuple[str, ...]
    agreement: str
    role_question: str
    role_help: str
    roles: tuple[Box, ...]
    role: str
    parts: tuple[Part, ...]
    lines: tuple[int, ...]
    variants: tuple[Link, ...]
    languages: tuple[Link, ...]
    closes: str
    typing: str
    back: str


AGREED = "Iedereen aan tafel weet dat onze antwoorden in de uitslag te zien zijn, en stemt daarmee in."
"""What a group ticks before its form may be typed over, as on its start page."""


def form_page(visit: Visit, wanted: str, offered: tuple[Offered, ...] = ()) -> FormOnPaperPage:
    """The form of a window; `wanted` is the role whose words are printed, where these differ.

    It is in the language of the visit, one of those that are `offered` where there are more.
    """
    start = start_page(visit, Beginning())
    role, own, paper = role_on(visit, wanted), f"{desk_of(visit.found.scan)}/{visit.window}", words_of(visit, start)
    closes_on = visit.found.scan.closes_on
    return FormOnPaperPage(
        title=visit.content.start.title,
        section="samenwerkingen",
        breadcrumbs=(
            *way_to(visit.found.collaboration, visit.found.scan),
            Link(f"Uitnodiging voor {AUDIENCE[visit.window]}", own),
        ),
        about=f"{visit.found.collaboration.name}, gemeente {visit.found.municipality.name}",
        window=visit.window,
        is_resident=visit.is_resident,
        is_personal=visit.is_personal,
        language=visit.words.language.code,
        direction=visit.words.language.direction,
        headings=start.headings,
        paper=paper,
        scope=tuple(line for line in start.scope if line.label != start.headings.until),
        lead=start.lead,
        purpose=start.purpose,
        contact=sentence(start.contact_person) if start.contact_person else "",
        team_title=start.team_title,
        team_paragraphs=start.team_paragraphs,
        agreement=AGREED if visit.is_team else start.confirmation,
        role_question=start.role_question,
        role_help=role_help(visit.words, for_others=role == REPRESENTATIVE) if role else start.role_help,
        roles=role_boxes(visit),
        role=role,
        parts=sheet_of(visit.edition, visit.window, role, visit.words),
        lines=tuple(range(LINES_FOR_RESIDENTS if visit.is_resident else LINES)),
        variants=_variants(visit, f"{own}/papier", role),
        languages=_languages(visit, f"{own}/papier", role, offered),
        closes=date_in_words(closes_on) if closes_on else "",
        typing="" if visit.is_personal else f"{own}/overtypen",
        back=own,
    )


def role_on(visit: Visit, wanted: str) -> str:
    """Return the role that is printed on the form: one of two where the words depend on it, else none."""
    roles = [role.id for role in visit.roles]
    if REPRESENTATIVE not in roles:
        return ""
    return wanted if wanted in roles else next(role for role in roles if role != REPRESENTATIVE)


def role_boxes(visit: Visit) -> tuple[Box, ...]:
    """Return the boxes of the question who answers."""
    return lettered(tuple(Option(value=role.id, label=role.label) for role in visit.roles))


def _variants(visit: Visit, address: str, role: str) -> tuple[Link, ...]:
    """The forms that there are, where there is more than one."""
    if not role:
        return ()
    return tuple(
        Link(FOR_WHOM.get(one.id, capitalised(one.label)), _address(address, one.id, visit), current=one.id == role)
        for one in visit.roles
    )


def _languages(visit: Visit, address: str, role: str, offered: tuple[Offered, ...]) -> tuple[Link, ...]:
    """The languages in which residents here can answer, where there is more than one."""
    if len(offered) <= 1:
        return ()
    spoken = visit.words.language.code
    return tuple(Link(one.name, f"{address}?rol={role}&taal={one.code}", current=one.code == spoken) for one in offered)


def _address(address: str, role: str, visit: Visit) -> str:
    return f"{address}?rol={role}{'' if visit.words.is_dutch else f'&taal={visit.words.language.code}'}"
