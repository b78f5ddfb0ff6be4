"""A chart at an address: the interactive figure for the page, and the forms in which it can be taken along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from fastapi import HTTPException
from fastapi.responses import JSONResponse

from app.results.charts import Source, csv_file, plotly_figure, svg_file
from app.web.files import file_response, plain_name
from app.web.spreadsheet import CSV

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Response

    from app.results.charts import Chart

ChartEnding = Literal["json", "svg", "csv"]
"""The forms of a chart, by the ending of its address."""
CHART_FILE = "/grafieken/{chart}.{ending}"
SVG = "image/svg+xml; charset=utf-8"
EXAMPLE = "Voorbeeldgegevens, de antwoorden zijn bedacht"


def source_of(about: tuple[str, ...], edition: str, *, is_example: bool = False) -> Source:
    """What a file says of what it is about, and of where it comes from."""
    parts = (*about, *((EXAMPLE,) if is_example else ()))
    return Source(" · ".join(parts), f"Bron: Vensterscan, gebaseerd op Binkhorst (2021). Editie {edition}.")


def chart_response(
    charts: Mapping[str, Chart], wanted: str, ending: ChartEnding, name: str, source: Source
) -> Response:
    """One of these charts in this form; raises `HTTPException` (404) where it is not among them.

    The figure is for the page that draws it. The others are files; `name` says what they are of.
    """
    if wanted not in charts:
        raise HTTPException(404)
    chart = charts[wanted]
    if ending == "json":
        return JSONResponse(plotly_figure(chart), headers={"Cache-Control": "private, no-cache"})
    file = f"{plain_name(f'grafiek {wanted} {name}')}.{ending}"
    if ending == "svg":
        return file_response(svg_file(chart, source), file, SVG)
    return file_response(csv_file(chart, source), file, CSV)
