"""One chart object, three readings: the drawing, the interactive figure and the table hold the same numbers."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

from app.results.charts import (
    Answers,
    Band,
    Bars,
    Chart,
    Column,
    Corner,
    Distribution,
    Dots,
    HeatMap,
    Interval,
    Intervals,
    Quadrant,
    Radar,
    Series,
    Source,
    Tick,
    chart_table,
    csv_file,
    draw,
    narrow_svg,
    plotly_figure,
    style,
    svg_file,
    wide_svg,
)
from app.results.charts.style import LOOKS
from app.web.assets import STATIC
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
    spans=((0, 1), None),
)
SPREAD = Distribution(
    id="verdeling",
    **SHARED,
    rows=(
        Answers("Eerste vraag?", ("nooit", "soms", "altijd"), (0, 3, 9)),
        Answers("Tweede vraag, met vier antwoorden?", ("een", "twee", "drie", "vier"), (1, 0, 2, 8)),
    ),
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
CHARTS: tuple[Chart, ...] = (RADAR, WHOLE, INTERVALS, BESIDE, BARS, DOTS, SPREAD, HEAT, QUADRANT)
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
        case Distribution():
            values = [count for row in chart.rows for count in row.counts]
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
    for tag, relation in (("title", "aria-labelledby"), ("desc", "aria-describedby")):
        found = root.find(f"{SVG}{tag}")
        assert found is not None
        assert found.text
        assert root.get(relation) == found.get("id")
    assert root.findtext(f"{SVG}title") == chart.title, "the sentence stands beside it, and is not said twice"
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
    key = draw(long).key
    assert [row.name for row in key] == list(long.axes)
    assert [[value for _, _, value in row.values] for row in key] == [["1"], ["2"], ["3"]]


def test_the_list_below_a_small_radar_names_every_series_and_says_what_is_not_known() -> None:
    names = tuple(f"Een lange naam {one}" for one in "ABCD")
    key = draw(replace(RADAR, axes=names)).key
    assert [(series, value) for _, series, value in key[2].values] == [("Nu", None), ("Straks", "50")]
    assert LOOKS[1].colour in key[2].values[1][0]


def test_the_list_below_a_small_radar_has_the_margins() -> None:
    margins = Column("Marge (80%)", ("1 – 9", "–", "2 – 8"), numeric=True)
    long = replace(WHOLE, axes=("Een lange naam A", "Een lange naam B", "Een lange naam C"), columns=(margins,))
    assert [row.note for row in draw(long).key] == ["marge 1 – 9", "", "marge 2 – 8"]


def test_the_ends_of_a_dumbbell_are_what_differs_more_than_the_margin_or_else_the_lowest_and_the_highest() -> None:
    series = (
        Series("Inwoner", (10.0, 10.0)),
        Series("Professional", (50.0, 50.0), 1),
        Series("Beleid", (60.0, 60.0), 3),
    )
    three = replace(DOTS, series=series, spans=((0, 1), None))
    assert three.ends(0) == (("Inwoner", 10.0), ("Professional", 50.0))
    assert three.ends(1) == (("Inwoner", 10.0), ("Beleid", 60.0))
    equal = replace(DOTS, series=(Series("Inwoner", (40.0, None)), Series("Beleid", (40.0, None), 3)), spans=())
    assert equal.ends(0) == (("Inwoner en Beleid", 40.0),)
    assert equal.ends(1) == ()
    with pytest.raises(ValueError, match="one span"):
        replace(DOTS, spans=(None,))


@sizes
def test_the_names_at_the_ends_of_a_dumbbell_never_cover_each_other_or_leave_the_paper(drawn: Any) -> None:
    for low, high in ((0.0, 0.0), (0.0, 3.0), (48.0, 52.0), (97.0, 100.0), (0.0, 100.0), (93.0, 95.0)):
        ends = (Series("Professional", (low,)), Series("Organisatie", (high,), 1))
        spans = ((0, 1),) if high > low else ()
        root = ET.fromstring(drawn(replace(DOTS, rows=("Plan",), series=ends, spans=spans)))
        width = float((root.get("viewBox") or "").split()[2])
        places = []
        for text in root.iter(f"{SVG}text"):
            words = "".join(text.itertext())
            if "Professional" in words or "Organisatie" in words:
                reach, x = len(words) * 13 * 0.5, float(text.get("x") or 0)
                places.append((x - reach, x) if text.get("text-anchor") == "end" else (x, x + reach))
        assert len(places) == (2 if high > low else 1)
        assert all(start >= 0 and end <= width for start, end in places)
        assert all(one[1] <= other[0] for one, other in pairwise(places))


def test_a_bar_of_answers_is_cut_by_their_number_and_an_answer_nobody_gave_has_no_part() -> None:
    bars = [one for one in ET.fromstring(wide_svg(SPREAD)).iter(f"{SVG}rect") if one.get("height") == "26"]
    widths = [float(bar.get("width") or 0) for bar in bars]
    assert len(widths) == 2 + 3
    assert widths[1] == pytest.approx(3 * widths[0], rel=0.01)
    starts = [float(bar.get("x") or 0) for bar in bars]
    assert starts[1] - (starts[0] + widths[0]) == pytest.approx(2, abs=0.2)  # white between the parts
    assert all(bar.get("stroke") for bar in bars)


def test_the_table_of_answers_has_every_answer_in_full_below_its_question() -> None:
    rows = chart_table(SPREAD).rows
    assert [(row.group[:6], row.heading, row.cells[0].text) for row in rows][:3] == [
        ("Eerste", "nooit", "0"),
        ("Eerste", "soms", "3"),
        ("Eerste", "altijd", "9"),
    ]
    assert len(rows) == 7


# --- Files ------------------------------------------------------------------------------------------------------------

SOURCE = Source("Gemeente Houten · Op Koers", "Bron: Vensterscan, gebaseerd op Binkhorst (2021). Editie x/2026.1.")


@by_id
def test_a_file_with_a_drawing_stands_alone_and_says_what_it_is_and_where_it_comes_from(chart: Chart) -> None:
    written = svg_file(chart, SOURCE)
    root = ET.fromstring(written)
    words = " ".join(span.text or "" for span in root.iter(f"{SVG}tspan"))
    for part in (
        chart.title,
        chart.sentence,
        SOURCE.about,
        "Binkhorst (2021)",
        *(one.label for one in draw(chart).legend),
    ):
        assert part in words
    assert "inherit" not in (root.get("font-family") or "inherit")
    assert "sans-serif" in (root.get("font-family") or "")
    first = next(one for one in root if one.tag == f"{SVG}rect")
    assert (first.get("fill"), first.get("width")) == ("#ffffff", root.get("width"))
    assert b"http" not in written.replace(b"http://www.w3.org/2000/svg", b"")
    assert b"style" not in written


@by_id
def test_a_file_with_numbers_holds_the_table_and_nothing_finer(chart: Chart) -> None:
    lines = list(csv.reader(csv_file(chart, SOURCE).decode("utf-8-sig").splitlines(), delimiter=";"))
    table = chart_table(chart)
    assert lines[0][-len(table.columns) :] == list(table.columns)
    for line, row in zip(lines[1:], table.rows, strict=False):
        assert [cell.replace("-", "−") for cell in line[-len(row.cells) :]] == [cell.text for cell in row.cells]
    assert lines[-1][0] == SOURCE.origin
    assert lines[-2][0] == SOURCE.about


def test_no_text_in_a_file_is_taken_for_a_formula() -> None:
    evil = csv_file(replace(BARS, rows=("=1+1", "+2")), SOURCE)
    assert b"\n'=1+1;" in evil
    assert b"\n'+2;" in evil


# --- In grey and in colours of one's own ------------------------------------------------------------------------------


def _light(colour: str) -> float:
    """How light a colour is, as its grey (WCAG)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def test_text_lines_and_edges_have_contrast_enough_with_the_ground() -> None:
    for ground in (style.PAPER, style.SHADE):
        for colour in (style.INK, style.QUIET, *(look.colour for look in LOOKS)):
            assert _contrast(colour, ground) >= 4.5
    assert _contrast(style.AXIS, style.PAPER) >= 3
    for place, shade in enumerate(style.STEPS):
        assert _contrast(style.figure_colour(place), shade) >= 4.5


def test_steps_of_one_hue_are_also_steps_in_grey() -> None:
    greys = [_light(colour) for colour in style.STEPS]
    assert greys == sorted(greys, reverse=True)
    assert [style.shade_of(place, 5) for place in range(5)] == [0, 1, 2, 3, 4]
    assert [style.shade_of(place, 2) for place in range(2)] == [0, 4]


@by_id
@sizes
def test_who_has_colours_of_their_own_gets_them_for_everything_in_a_drawing(chart: Chart, drawn: Any) -> None:
    rules = (STATIC / "charts.css").read_text(encoding="utf-8").partition("forced-colors: active")[2]
    for element in ET.fromstring(drawn(chart)).iter():
        for attribute in ("fill", "stroke"):
            colour = element.get(attribute) or "none"
            if colour != "none" and element.tag not in {f"{SVG}text", f"{SVG}tspan"}:
                assert f'[{attribute}="{colour}"]' in rules


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


def test_the_ambition_has_its_square_in_the_figure_as_in_the_drawing() -> None:
    *_, line, square = plotly_figure(INTERVALS)["layout"]["shapes"]
    assert (line["type"], square["type"]) == ("line", "rect")
    assert (square["xanchor"], square["fillcolor"]) == (6, LOOKS[1].colour)


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


def test_rows_of_an_interval_plot_have_a_look_of_their_own_where_they_ask_for_it() -> None:
    plot = Intervals(
        id="toen-en-nu",
        title="Toen en nu",
        sentence="",
        row_heading="Scan",
        rows=(Interval("Toen", 20, 10, 30, style=1), Interval("Nu", 60, 50, 70), Interval("Later", None, style=2)),
        minimum=0,
        maximum=100,
        value_heading="Score",
    )
    figure = plotly_figure(plot)
    go.Figure(data=figure["data"], layout=figure["layout"])
    assert [trace["marker"]["symbol"] for trace in figure["data"]] == [LOOKS[style].marker for style in (1, 0, 2)]
    assert [trace["y"] for trace in figure["data"]] == [["Toen"], ["Nu"], ["Later"]]
    assert figure["layout"]["yaxis"]["categoryarray"] == ["Toen", "Nu", "Later"]
    for svg in (wide_svg(plot), narrow_svg(plot)):
        assert LOOKS[0].colour in svg
        assert LOOKS[1].colour in svg
