"""One chart object, three readings: the drawing, the interactive figure and the table hold the same numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

from app.results.charts import (
    Band,
    Bars,
    Cell,
    Chart,
    Column,
    Corner,
    Dots,
    HeatMap,
    Interval,
    Intervals,
    Quadrant,
    Radar,
    Row,
    Series,
    Table,
    Tick,
    chart_table,
    draw,
    narrow_svg,
    plotly_figure,
    wide_svg,
)
from app.results.charts.style import LOOKS
from app.web.formatting import number

SVG = "{http://www.w3.org/2000/svg}"
SHARED = {"title": "Titel <met> tekens & meer", "sentence": "Wat te zien is.", "row_heading": "Rij"}

RADAR = Radar(
    id="radar",
    **SHARED,
    axes=("Eerste as", "Tweede as", "Derde as", "Vierde as"),
    series=(Series("Nu", (41.0, 62.5, None, 17.0)), Series("Straks", (75.0, 75.0, 50.0, 100.0), 1)),
    columns=(Column("Aantal", ("7", "7", "2", "7"), numeric=True),),
)
WHOLE = Radar(id="heel", **SHARED, axes=("A", "B", "C"), series=(Series("Nu", (10.0, 20.0, 30.0)),))
INTERVALS = Intervals(
    id="plek",
    **SHARED,
    decimals=1,
    rows=(Interval("Samen", 2.85, 2.41, 3.35), Interval("Eén venster", 2.7), Interval("Geen", None)),
    minimum=1,
    maximum=7,
    value_heading="Plek",
    ticks=tuple(Tick(model, f"model {model}") for model in range(1, 8)),
    bands=(Band(1, 3.5, "links"), Band(3.5, 7, "rechts")),
    mark=Tick(6, "Uw ambitie"),
)
BESIDE = Intervals(
    id="plekken",
    **SHARED,
    decimals=1,
    rows=(
        Interval("Wijk bij Duurstede, De Participatietafel", 2.85, 2.41, 3.35),
        Interval("Houten, Op Koers", 4.2, 3.9, 4.5),
        Interval("Geen", None),
    ),
    minimum=1,
    maximum=7,
    value_heading="Plek",
    ticks=tuple(Tick(model, f"model {model}") for model in range(1, 8)),
    marks=(6.0, None, 4.0),
    marks_label="Eigen ambitie",
)
BARS = Bars(
    id="balken", **SHARED, rows=("Een", "Twee"), values=(63.4, None), value_heading="Gelijkenis", unit="%", strong=(0,)
)
DOTS = Dots(
    id="stippen",
    **SHARED,
    rows=("Plan", "Doel"),
    series=(
        Series("Inwoner", (25.0, None)),
        Series("Professional", (50.0, 40.0), 1),
        Series("Beleid", (None, 42.0), 3),
    ),
    strong=(0,),
)
HEAT = HeatMap(
    id="kaart",
    **SHARED,
    rows=("Visie", "Regie"),
    column_labels=("Inwoner", "Beleid"),
    cells=((25.0, None), (99.5, 0.0)),
    empty=(("", "niet gevraagd"), ("", "")),
)
QUADRANT = Quadrant(
    id="sturing",
    **SHARED,
    decimals=2,
    x=-0.4,
    y=0.25,
    x_labels=("overheid", "samenleving"),
    y_labels=("randvoorwaarden", "resultaten"),
    corners=(Corner(-1, -1, "rechtmatig"), Corner(1, 1, "samenwerkend")),
)
CHARTS: tuple[Chart, ...] = (RADAR, WHOLE, INTERVALS, BESIDE, BARS, DOTS, HEAT, QUADRANT)
by_id = pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.id)
sizes = pytest.mark.parametrize("drawn", [wide_svg, narrow_svg], ids=["wide", "narrow"])


def known_numbers(chart: Chart) -> set[str]:
    """Every number that the chart object holds, as a person reads it."""
    match chart:
        case Radar() | Dots():
            values = [value for series in chart.series for value in series.values]
        case Intervals():
            values = [value for row in chart.rows for value in (row.value, row.low, row.high)]
        case Bars():
            values = list(chart.values)
        case HeatMap():
            values = [value for row in chart.cells for value in row]
        case Quadrant():
            values = [chart.x, chart.y]
        case _:
            raise TypeError(chart)
    return {number(value, chart.decimals) for value in values if value is not None}


def numbers_in(text: str) -> set[str]:
    return set(re.findall(r"[−]?\d+(?:,\d+)?", text))


@by_id
@sizes
def test_a_drawing_is_well_formed_and_named_and_has_no_style_inside(chart: Chart, drawn: Any) -> None:
    root = ET.fromstring(drawn(chart))
    assert root.get("role") == "img"
    names = [root.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    assert root.get("aria-labelledby") == " ".join(found.get("id") or "" for found in names if found is not None)
    assert all(found is not None and found.text for found in names)
    assert not [element for element in root.iter() if "style" in element.attrib or element.tag == f"{SVG}style"]


@by_id
def test_the_description_of_a_drawing_holds_every_number(chart: Chart) -> None:
    description = ET.fromstring(wide_svg(chart)).findtext(f"{SVG}desc") or ""
    assert known_numbers(chart) <= numbers_in(description)


@by_id
def test_the_table_holds_every_number_and_no_other(chart: Chart) -> None:
    table = chart_table(chart)
    numeric = {cell.text.removesuffix("%") for row in table.rows for cell in row.cells if cell.numeric}
    shown = numbers_in(" ".join(numeric))
    extra = {cell for column in chart.columns for cell in column.cells}
    mark = {number(chart.mark.value)} if isinstance(chart, Intervals) and chart.mark else set()
    marks = {number(one) for one in chart.marks if one is not None} if isinstance(chart, Intervals) else set()
    assert known_numbers(chart) | marks <= shown
    assert shown - known_numbers(chart) <= extra | mark | marks | {"80"}
    assert all(len(row.cells) == len(table.columns) - 1 for row in table.rows)


@by_id
def test_the_figure_holds_the_same_values_and_is_valid(chart: Chart) -> None:
    figure = plotly_figure(chart)
    go.Figure(data=figure["data"], layout=figure["layout"])  # refuses what Plotly does not know
    texts = " ".join(str(one) for trace in figure["data"] for one in _flat(trace.get("text", [])))
    texts += " ".join(str(one) for trace in figure["data"] for one in _flat(trace.get("customdata", [])))
    assert known_numbers(chart) <= numbers_in(texts)


def _flat(values: Any) -> list[Any]:
    return [one for value in values for one in (_flat(value) if isinstance(value, list) else [value])]


@by_id
def test_the_figure_keeps_the_data_inside_the_page(chart: Chart) -> None:
    config = plotly_figure(chart)["config"]
    assert config["showSendToCloud"] is False
    assert config["displaylogo"] is False
    assert "http" not in str(plotly_figure(chart))


def test_a_radar_with_a_missing_axis_has_a_gap_and_no_surface() -> None:
    paths = [
        path for path in ET.fromstring(wide_svg(RADAR)).iter(f"{SVG}path") if path.get("stroke") == LOOKS[0].colour
    ]
    assert len(paths) == 1
    assert paths[0].get("fill") == "none"
    assert "Z" not in (paths[0].get("d") or "")
    markers = [one for one in ET.fromstring(wide_svg(RADAR)).iter(f"{SVG}circle") if one.get("fill") == LOOKS[0].colour]
    assert len(markers) == 3


def test_a_complete_radar_is_closed_and_filled() -> None:
    (path,) = [one for one in ET.fromstring(wide_svg(WHOLE)).iter(f"{SVG}path") if one.get("stroke") == LOOKS[0].colour]
    assert (path.get("d") or "").endswith("Z")
    assert path.get("fill") == LOOKS[0].colour


def test_a_missing_value_is_nothing_in_the_figure_and_words_in_the_table() -> None:
    now = next(trace for trace in plotly_figure(RADAR)["data"] if trace["name"] == "Nu")
    assert now["r"] == [41.0, 62.5, None, 17.0, 41.0]
    assert now["connectgaps"] is False
    assert now["fill"] == "none"
    assert chart_table(RADAR).rows[2].cells[0].text == "onvoldoende gegevens"
    assert plotly_figure(HEAT)["data"][0]["z"][0] == [25.0, None]
    assert chart_table(HEAT).rows[0].cells[1].text == "niet gevraagd"
    assert plotly_figure(BARS)["data"][0]["x"] == [63.4, None]


def test_every_series_differs_in_colour_and_dash_and_marker() -> None:
    for part in ("colour", "dash", "line", "marker"):
        assert len({getattr(look, part) for look in LOOKS}) == len(LOOKS) == 4


def test_a_radar_holds_at_most_four_series() -> None:
    with pytest.raises(ValueError, match="one to four series"):
        Radar(id="vol", **SHARED, axes=("A",), series=tuple(Series(str(one), (1.0,)) for one in range(5)))


def test_every_series_of_a_radar_has_a_value_for_every_axis() -> None:
    with pytest.raises(ValueError, match="one value per axis"):
        Radar(id="scheef", **SHARED, axes=("A", "B"), series=(Series("Nu", (1.0,)),))


def test_a_narrow_radar_numbers_its_axes_and_lists_their_names() -> None:
    long = Radar(
        id="lang",
        **SHARED,
        axes=tuple(f"Een lange naam {one}" for one in "ABC"),
        series=(Series("Nu", (1.0, 2.0, 3.0)),),
    )
    texts = [span.text for span in ET.fromstring(narrow_svg(long)).iter(f"{SVG}tspan")]
    assert {"1", "2", "3"} <= set(texts)
    assert not any("lange" in (text or "") for text in texts)
    assert draw(long).key == long.axes


def test_a_drawing_with_more_series_has_a_legend_with_what_each_looks_like() -> None:
    legend = draw(RADAR).legend
    assert [one.label for one in legend] == ["Nu", "Straks"]
    assert LOOKS[1].colour in legend[1].sample
    assert f'stroke-dasharray="{LOOKS[1].dash}"' in legend[1].sample
    assert draw(WHOLE).legend == ()


def test_markers_that_would_cover_each_other_stand_apart() -> None:
    assert [DOTS.lane(1, 1), DOTS.lane(1, 2)] == [-0.5, 0.5]
    assert DOTS.lane(0, 0) == DOTS.lane(0, 1) == 0


def test_the_drawing_of_an_interval_says_where_nothing_is_known() -> None:
    texts = " ".join(ET.fromstring(wide_svg(INTERVALS)).itertext())
    assert "onvoldoende gegevens" in texts
    assert "2,9" in texts


def test_every_row_has_a_mark_of_its_own_and_a_row_without_one_has_none() -> None:
    assert [row.cells[2].text for row in chart_table(BESIDE).rows] == ["6", "–", "4"]
    assert plotly_figure(BESIDE)["data"][0]["x"] == [6.0, None, 4.0]
    for drawn in (wide_svg, narrow_svg):
        strokes = [
            one for one in ET.fromstring(drawn(BESIDE)).iter(f"{SVG}line") if one.get("stroke") == LOOKS[1].colour
        ]
        assert len(strokes) == 2
        assert all(one.get("stroke-dasharray") for one in strokes)
    assert [one.label for one in draw(BESIDE).legend] == ["Plek", "Eigen ambitie"]


def test_marks_are_one_per_row_and_stand_beside_no_mark_of_all() -> None:
    with pytest.raises(ValueError, match="one mark for every row"):
        replace(BESIDE, marks=(6.0,))
    with pytest.raises(ValueError, match="one mark for every row"):
        replace(BESIDE, mark=Tick(6, "Ambitie"))


def test_a_column_with_sentences_folds_on_a_phone_and_a_column_with_words_does_not() -> None:
    sentence = "Een tekst die te lang is voor een kolom op een smal scherm."
    words = Table("Titel", ("Rij", "Score", "Oordeel"), (Row("a", (Cell("5"), Cell("eensgezind", numeric=False))),))
    long = Table("Titel", ("Rij", "Score", "Uitleg"), (Row("a", (Cell("5"), Cell(sentence, numeric=False))),))

    assert not words.folds
    assert [long.holds_sentences(place) for place in range(3)] == [False, False, True]


def test_of_many_columns_a_phone_shows_the_last_ones_below_unless_all_are_numbers() -> None:
    columns = ("Dimensie", "Score", "Marge", "Antwoorden", "Eensgezindheid")
    numbers = (Cell("5"), Cell("1 – 9"), Cell("7"))
    mixed = Table("Titel", columns, (Row("a", (*numbers, Cell("verdeeld", numeric=False))),))
    plain = Table("Titel", columns, (Row("a", (*numbers, Cell("8"))),))

    assert [mixed.sits_below(place) for place in range(5)] == [False, False, False, True, True]
    assert not plain.folds
