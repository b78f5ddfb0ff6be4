"""What the pages of this room show: the list of terms, and the manuals from their Markdown."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from app.explaining.manuals import Manual, read_manual
from app.explaining.page import Letter, ManualPage, ManualsPage, ManualSummary, TermPart, TermsPage
from app.web.formatting import enumeration
from app.web.page import Link
from app.web.terms import TERMS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.web.assets import Assets
    from app.web.terms import Term

MANUALS = {
    "coordinator": "U zet een scan op voor uw gemeente, nodigt mensen uit, sluit de scan en bespreekt de uitslag.",
    "adviseur": "U kreeg toegang tot de uitslag van een of meer samenwerkingen: lezen, vergelijken en meenemen.",
    "moderator": "U leest als eerste wat mensen schreven, en bepaalt wat anderen daarvan lezen.",
    "beheerder": "U zorgt dat Vensterscan draait: installeren, mensen toegang geven, bewaren en bijwerken.",
}
"""Every manual by its name in the address, with for whom it is."""


def terms(sections: Mapping[str, str]) -> TermsPage:
    """Every term; `sections` are the parts of the method page, place and heading."""
    ordered = sorted(TERMS, key=lambda term: term.name.casefold())
    return TermsPage(
        title="Begrippen",
        section="verantwoording",
        breadcrumbs=(Link("Verantwoording", "/verantwoording"),),
        letters=tuple(
            Letter(letter=letter, terms=tuple(_term(term, sections) for term in found))
            for letter, found in groupby(ordered, key=lambda term: term.name[0].upper())
        ),
    )


def _term(term: Term, sections: Mapping[str, str]) -> TermPart:
    return TermPart(
        id=term.id,
        name=term.name,
        text=term.text,
        method=Link(sections[term.method], f"/verantwoording#{term.method}") if term.method else None,
        sources=enumeration(term.sources),
    )


def manuals(assets: Assets) -> ManualsPage:
    """The manuals to choose from."""
    return ManualsPage(title="Handleidingen", manuals=_summaries(assets))


def _summaries(assets: Assets, without: str = "") -> tuple[ManualSummary, ...]:
    return tuple(
        ManualSummary(title=_opened(name, assets).title, text=text, href=f"/handleiding/{name}")
        for name, text in MANUALS.items()
        if name != without
    )


def manual(name: str, assets: Assets) -> ManualPage | None:
    """One manual; `None` where there is none of that name."""
    if name not in MANUALS:
        return None
    opened = _opened(name, assets)
    return ManualPage(
        title=opened.title,
        breadcrumbs=(Link("Handleidingen", "/handleiding"),),
        contents=opened.contents,
        minutes=opened.minutes,
        body=Markup(opened.html),  # noqa: S704 - our own text, in which HTML is not allowed
        others=_summaries(assets, without=name),
    )


def _opened(name: str, assets: Assets) -> Manual:
    return read_manual(name, lambda picture: assets[f"handleiding/{picture}"].url, tuple(MANUALS))
