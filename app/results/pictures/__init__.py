"""Which charts a result has: every chart object, made from a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results.pictures.continuum import features_radar, position_line, positions_per_window, similarity_bars
from app.results.pictures.learning import indicator_bars, orders_plot
from app.results.pictures.mirror import mirror_dots, steering_quadrant
from app.results.pictures.windows import dimension_distribution, themes_heat_map, window_radar, windows_radar

if TYPE_CHECKING:
    from app.results.charts import Chart
    from app.results.reading import Reading


def all_charts(reading: Reading) -> dict[str, Chart]:
    """Every chart that this result can show, by its id; a chart without anything to show is not in it."""
    found: list[Chart | None] = [
        position_line(reading),
        positions_per_window(reading),
        similarity_bars(reading),
        features_radar(reading),
        windows_radar(reading),
        *(window_radar(reading, window) for window in reading.shown),
        *(
            dimension_distribution(reading, window, contents.id)
            for window in reading.shown
            for contents in reading.edition.dimensions_of(window)
        ),
        themes_heat_map(reading),
        mirror_dots(reading),
        steering_quadrant(reading),
        orders_plot(reading),
        *(indicator_bars(reading, order) for order in reading.orders),
    ]
    return {chart.id: chart for chart in found if chart is not None}
