"""From any number of a result to what it is made of: a file per part of the result, a function per kind of number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from app.results.context import SECTIONS
from app.results.provenance import advice, continuum, learning, mirror, windows
from app.results.provenance.page import ProvenancePage, unused
from app.web.page import Link

if TYPE_CHECKING:
    from app.results.context import ResultContext
    from app.results.provenance.page import Provenance
    from app.results.reading import Reading


class NoSuchNumberError(LookupError):
    """There is no number of this kind with this code."""


Codes = Callable[["Reading"], Iterable[str]]
Build = Callable[["ResultContext", str], "Provenance"]

KINDS: dict[str, tuple[Codes, Build]] = {
    "plek": (lambda reading: (continuum.TOGETHER, *reading.windows), continuum.place),
    "kenmerk": (lambda reading: (one.id for one in reading.edition.continuum.features), continuum.feature),
    "model": (lambda reading: (str(one.number) for one in reading.edition.continuum.models), continuum.model),
    "venster": (lambda reading: reading.windows, windows.window),
    "dimensie": (lambda reading: reading.edition.dimensions, windows.dimension),
    "thema": (lambda reading: (one.id for one in reading.edition.file.themes), windows.theme),
    "orde": (lambda reading: (str(one.number) for one in reading.orders), learning.order),
    "leren": (lambda reading: (one.id for order in reading.orders for one in order.indicators), learning.indicator),
    "onderwerp": (lambda reading: (one.code for one in reading.edition.mirrors.mirrors), mirror.subject),
    "overeenkomst": (mirror.agreements, mirror.agreement),
    "lens": (lambda _reading: mirror.LENSES, mirror.lens),
    "advies": (lambda reading: (one.id for one in reading.edition.recommendations.recommendations), advice.advice),
}
"""Every kind of number: which codes it has, and what makes its page."""


def all_numbers(reading: Reading) -> list[tuple[str, str]]:
    """Every kind and code that has a page."""
    return [(kind, code) for kind, (codes, _) in KINDS.items() for code in codes(reading)]


def build_provenance(context: ResultContext, kind: str, code: str) -> ProvenancePage:
    """The page about one number of a result; raises `NoSuchNumberError`."""
    if (kind, code) not in all_numbers(context.reading):
        raise NoSuchNumberError(f"{kind}/{code}")
    _, build = KINDS[kind]
    found = build(context, code)
    section = Link(dict(SECTIONS)[found.section], context.section_link(found.section))
    frame = context.frame(found.section, found.label)
    return ProvenancePage(
        **frame | {"breadcrumbs": (*frame["breadcrumbs"], section)},
        kind=found.kind,
        definition=found.definition,
        value=found.value,
        note=found.note,
        facts=found.facts,
        formula=found.formula,
        method=Link("De formule voluit, met de bronnen", f"/verantwoording#{found.method}"),
        parts=found.parts,
        questions=found.questions,
        unused=unused(context.reading, found.windows),
        back=section,
    )


__all__ = ["KINDS", "NoSuchNumberError", "ProvenancePage", "all_numbers", "build_provenance"]
