"""The addresses of collaborations beside each other, and of the examples, which are for everybody."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.responses import RedirectResponse

from app.accounts.dependencies import Reader as SomebodyWhoReads
from app.comparison.beside.building import build_page, side_with
from app.comparison.beside.choosing import choose_page
from app.comparison.beside.document import comparison_document
from app.comparison.beside.noting import note_reading, note_taking
from app.comparison.beside.pictures import comparison_charts
from app.comparison.beside.service import (
    ANYBODY,
    BESIDE,
    CHOOSE,
    EXAMPLES,
    MOST_ON_A_PAGE,
    Reader,
    lay_beside,
    reader_of,
)
from app.comparison.beside.sides import Comparison
from app.comparison.beside.to_csv import comparison_csv
from app.comparison.beside.wanted import Address, read_address
from app.db import ReadSession
from app.results.chart_files import CHART_FILE, ChartEnding, chart_response, source_of
from app.web.dependencies import AllEditions
from app.web.formatting import capitalised, counted
from app.web.rendering import render
from app.web.spreadsheet import CSV

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.comparison.beside.sides import Side
    from app.store.comparing import Comparable

NOT_KEPT = {"Cache-Control": "private, no-cache"}
router = APIRouter()


def _query(request: Request) -> Mapping[str, Sequence[str]]:
    return {name: request.query_params.getlist(name) for name in request.query_params}


def _address(request: Request, root: str, reader: Reader) -> Address:
    return read_address(root, _query(request), reader.id, request.app.state.keys)


@router.get(CHOOSE)
def get_choices(request: Request, session: ReadSession, asker: SomebodyWhoReads) -> Response:
    """What may be laid beside each other; to htmx only the list."""
    reader = reader_of(asker)
    page = choose_page(session, reader, _address(request, CHOOSE, reader), EXAMPLES)
    return render(request, "comparison/choose.html", page, fragment="list")


@dataclass(frozen=True, slots=True)
class Laid:
    """What lies beside each other at an address, and what was read for it."""

    comparison: Comparison
    address: Address
    read: Sequence[Comparable]
    reader: Reader = ANYBODY


def _of_reader(request: Request, session: ReadSession, editions: AllEditions, asker: SomebodyWhoReads) -> Laid:
    reader = reader_of(asker)
    address = _address(request, BESIDE, reader)
    most = None if "ending" in request.path_params else MOST_ON_A_PAGE
    comparison, read = lay_beside(session, editions, request.app.state.keys, reader, address.wanted, most)
    note_reading(request.app.state.engine, session, asker, read)
    return Laid(comparison, address, read, reader)


def _of_examples(request: Request, session: ReadSession, editions: AllEditions) -> Laid:
    address = _address(request, EXAMPLES, ANYBODY)
    comparison, read = lay_beside(session, editions, request.app.state.keys, ANYBODY, address.wanted)
    return Laid(comparison, address, read)


LaidBeside = Annotated[Laid, Depends(_of_reader)]
"""What somebody laid beside each other, as far as they may read it."""
LaidExamples = Annotated[Laid, Depends(_of_examples)]
Ending = Annotated[str, Path(pattern="^(csv|json)$")]


@router.get(BESIDE)
def get_beside(request: Request, laid: LaidBeside) -> Response:
    """Collaborations beside each other."""
    return _page(request, laid)


@router.get(f"{BESIDE}.{{ending}}")
def get_beside_file(request: Request, laid: LaidBeside, asker: SomebodyWhoReads, ending: Ending) -> Response:
    """The same as a file."""
    file = _file(laid, ending)
    note_taking(request.app.state.engine, asker, laid.read, ending)
    return file


@router.get(f"{BESIDE}{CHART_FILE}")
def get_beside_chart(
    request: Request, laid: LaidBeside, asker: SomebodyWhoReads, chart: str, ending: ChartEnding
) -> Response:
    """A chart of it: as the figure that the page draws, or as a file to take along."""
    answer = _chart(laid, chart, ending)
    if ending != "json":
        note_taking(request.app.state.engine, asker, laid.read, f"grafiek, {ending}")
    return answer


@router.get(EXAMPLES)
def get_examples(request: Request, laid: LaidExamples) -> Response:
    """The examples beside each other, for everybody."""
    return _page(request, laid)


@router.get(f"{EXAMPLES}.{{ending}}")
def get_examples_file(laid: LaidExamples, ending: Ending) -> Response:
    """The same as a file."""
    return _file(laid, ending)


@router.get(f"{EXAMPLES}{CHART_FILE}")
def get_examples_chart(laid: LaidExamples, chart: str, ending: ChartEnding) -> Response:
    """A chart of it: as the figure that the page draws, or as a file to take along."""
    return _chart(laid, chart, ending)


def _page(request: Request, laid: Laid) -> Response:
    """An address that tells whom it is about does not stand above a page with aliases."""
    if laid.comparison.aliased and laid.address.tells_whom:
        sealed = laid.address.seal(request.app.state.keys, laid.reader.id)
        return RedirectResponse(sealed.to(about=""), 303, NOT_KEPT)
    return render(request, "comparison/beside.html", build_page(laid.comparison, laid.address))


def _file(laid: Laid, ending: str) -> Response:
    comparison, about = laid.comparison, _about(laid)
    name = f"vergelijking{'-met-aliassen' if comparison.aliased else ''}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', **NOT_KEPT}
    if ending == "csv":
        return Response(comparison_csv(comparison, about), headers=headers, media_type=CSV)
    written = json.dumps(comparison_document(comparison, about), ensure_ascii=False, indent=1)
    return Response(written.encode(), headers=headers, media_type="application/json")


def _about(laid: Laid) -> Side | None:
    return side_with(laid.comparison, laid.address.wanted.about)


def _chart(laid: Laid, chart: str, ending: ChartEnding) -> Response:
    comparison = laid.comparison
    count = counted(len(comparison.sides), "samenwerking", "samenwerkingen")
    about = (f"{capitalised(count)} naast elkaar{' onder een alias' if comparison.aliased else ''}",)
    source = source_of(about, comparison.edition.id, is_example=comparison.is_example)
    charts = comparison_charts(comparison, laid.address.wanted.window)
    return chart_response(charts, chart, ending, "naast elkaar", source)
