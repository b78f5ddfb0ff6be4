"""The charts of a result: which there are, and what each of them says."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import pytest

from app.results.charts import Bars, Dots, HeatMap, Intervals, Quadrant, Radar, draw, plotly_figure
from app.results.pictures import all_charts
from app.results.pictures.windows import extremes
from tests.app.results.builders import at_model, everybody, mixed, reading, with_policy
from tests.scoring.builders import many, respond

SITUATIONS = {
    "everybody": everybody(),
    "two windows": at_model(6),
    "mixed": mixed(),
    "policy only": with_policy([]),
    "one person": at_model(4, professionals=0, managers=1),
    "nobody": [],
}


@pytest.mark.parametrize("responses", SITUATIONS.values(), ids=SITUATIONS.keys())
@pytest.mark.parametrize("ambition", [None, 6])
def test_every_chart_of_every_result_can_be_drawn_in_three_ways(responses: list[object], ambition: int | None) -> None:
    for chart in all_charts(reading(responses, ambition=ambition)).values():  # type: ignore[arg-type]
        drawing = draw(chart)
        ET.fromstring(drawing.wide)
        ET.fromstring(drawing.narrow)
        assert drawing.sentence
        assert drawing.table.rows
        figure = plotly_figure(chart)
        go.Figure(data=figure["data"], layout=figure["layout"])


def test_a_result_of_all_windows_has_all_charts() -> None:
    assert set(all_charts(reading(everybody(), ambition=6))) == {
        "plek",
        "plek-per-venster",
        "gelijkenis",
        "kenmerken",
        "vensters",
        "venster-inwoner",
        "venster-professional",
        "venster-organisatie",
        "venster-beleid",
        "themas",
        "spiegel",
        "sturing",
        "leerordes",
        "leerorde-1",
        "leerorde-2",
        "leerorde-3",
    }


def test_a_window_below_its_minimum_is_a_gap_in_the_radar_and_has_no_chart_of_its_own() -> None:
    charts = all_charts(reading([*many(4, "inwoner", 1.0), *at_model(4)]))
    radar = charts["vensters"]
    assert isinstance(radar, Radar)
    assert radar.axes[0] == "Inwoner"
    assert radar.series[0].values[0] is None
    assert "venster-inwoner" not in charts
    heat = charts["themas"]
    assert isinstance(heat, HeatMap)
    assert all(row[0] is None for row in heat.cells)
    assert heat.empty[0][0] == "niet getoond"


def test_the_features_are_shown_now_for_the_next_model_and_for_the_ambition() -> None:
    radar = all_charts(reading(at_model(3), ambition=6))["kenmerken"]
    assert isinstance(radar, Radar)
    assert [series.label for series in radar.series] == [
        "Nu",
        "Volgend model: gecoördineerd",
        "Uw ambitie: interdisciplinair",
    ]
    assert len(radar.axes) == 15


def test_a_next_model_that_is_also_the_ambition_is_one_series() -> None:
    radar = all_charts(reading(at_model(3), ambition=4))["kenmerken"]
    assert isinstance(radar, Radar)
    assert [series.label for series in radar.series] == ["Nu", "Volgend model en uw ambitie: gecoördineerd"]


def test_the_line_shows_the_interval_and_the_ambition() -> None:
    line = all_charts(reading(at_model(3), ambition=6))["plek"]
    assert isinstance(line, Intervals)
    (row,) = line.rows
    assert row.value == pytest.approx(3)
    assert row.low is not None
    assert row.low < 3
    assert line.mark is not None
    assert (line.mark.value, line.mark.label) == (6, "Uw ambitie")
    assert [tick.label for tick in line.ticks][2] == "collaboratief"


def test_windows_with_the_same_place_are_said_to_see_the_same() -> None:
    same = all_charts(reading([*many(5, "professional", 0.5), respond("organisatie", 0.5)]))
    other = all_charts(reading([*many(5, "professional", 0.25), respond("organisatie", 0.75)]))
    sentences = [
        chart.sentence for charts in (same, other) for chart in charts.values() if "Volgens" in chart.row_heading
    ]

    assert any(sentence.startswith("De vensters zien de samenwerking even intensief") for sentence in sentences)
    assert any(
        sentence.startswith("Organisatie ziet de samenwerking als het meest intensief") for sentence in sentences
    )


def test_the_likeness_points_at_the_nearest_model() -> None:
    bars = all_charts(reading(at_model(5)))["gelijkenis"]
    assert isinstance(bars, Bars)
    assert bars.strong == (4,)
    assert bars.values[4] == pytest.approx(100)
    assert bars.sentence == "Uw antwoorden lijken het meest op multidisciplinair, daarna op gecoördineerd."


def test_a_cell_of_two_dimensions_holds_their_mean() -> None:
    found = reading([*many(5, "organisatie"), respond("organisatie", 1.0), *many(2, "beleid")])
    heat = all_charts(found)["themas"]
    assert isinstance(heat, HeatMap)
    row, column = heat.rows.index("Regie en afspraken"), heat.column_labels.index("Organisatie")
    both = [found.dimension("organisatie", dimension).score or 0 for dimension in ("org_regie", "org_proces")]
    assert heat.cells[row][column] == pytest.approx(sum(both) / 2)


def test_the_mirror_shows_the_largest_differences_first_and_marks_the_real_ones() -> None:
    dots = all_charts(reading([*many(6, "professional", 0.25), *many(4, "beleid", 0.75)]))["spiegel"]
    assert isinstance(dots, Dots)
    assert [series.label for series in dots.series] == ["Professional", "Beleid"]
    assert [series.style for series in dots.series] == [1, 3]
    assert dots.spans == tuple((0, 1) for _ in dots.rows)  # beleid is higher everywhere


def test_the_style_of_steering_has_a_place_between_its_corners() -> None:
    answers = {"bel_sturing_1": 1.0, "bel_sturing_2": 0.75, "bel_sturing_3": 0.25, "bel_sturing_4": 0.25}
    quadrant = all_charts(reading(with_policy([], **answers)))["sturing"]
    assert isinstance(quadrant, Quadrant)
    assert (quadrant.x, quadrant.y) == (-0.625, -0.125)
    assert quadrant.sentence == "De rechtmatige overheid geeft de toon aan."


def test_extremes_name_ties_and_say_when_all_are_equal() -> None:
    charts = all_charts(reading(everybody(0.5)))
    assert charts["venster-organisatie"].sentence == "Alle scores zijn gelijk: 50."
    alone = {"Inwoner": None, "Beleid": 50.0}
    assert extremes(alone, "geen enkel venster") == "Alleen ‘Beleid’ heeft een score: 50."
    assert extremes({"Inwoner": None}, "geen enkel venster") == "Voor geen enkel venster is er een score."
