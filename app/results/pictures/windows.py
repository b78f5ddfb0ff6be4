"""Charts of the windows: the four together, each over its dimensions, and the themes across them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results.charts import Answers, Column, Distribution, HeatMap, Radar, Series
from app.results.story import still_needed
from app.web.formatting import enumeration, number, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.results.charts import Value
    from app.results.reading import Reading
    from app.results.record import WindowName
    from questionnaires import Theme

NOT_SHOWN, NOT_ASKED, TOO_FEW = "niet getoond", "niet gevraagd", "te weinig antwoorden"


def windows_radar(reading: Reading) -> Radar | None:
    """The four windows, each with the mean of its dimensions; `None` when fewer than two have one to lay together."""
    values = {name: window.score if window.status == "shown" else None for name, window in reading.windows.items()}
    if sum(value is not None for value in values.values()) < 2:
        return None
    named = {reading.heading(name): value for name, value in values.items()}
    return Radar(
        id="vensters",
        title="Score per venster, van 0 tot 100",
        sentence=extremes(named, "geen enkel venster"),
        row_heading="Venster",
        axes=tuple(named),
        series=(Series("Score", tuple(named.values())),),
        columns=(Column("Ingevuld", tuple(_filled(reading, name) for name in reading.windows)),),
        origins=tuple(f"venster/{name}" for name in reading.windows),
    )


def _filled(reading: Reading, name: WindowName) -> str:
    if name not in reading.shown:
        return still_needed(reading, name)
    return "als team" if reading.is_team(name) else f"door {number(reading.shown[name].usable)}"


def window_radar(reading: Reading, window: WindowName) -> Radar | None:
    """One shown window over its dimensions; `None` when none has a score."""
    contents = reading.edition.dimensions_of(window)
    found = [reading.dimension(window, content.id) for content in contents]
    if all(one.score is None for one in found):
        return None
    named = {content.label: one.score for content, one in zip(contents, found, strict=True)}
    return Radar(
        id=f"venster-{window}",
        title=f"{reading.edition.windows[window].label} per dimensie, van 0 tot 100",
        sentence=extremes(named, "geen enkele dimensie"),
        row_heading="Dimensie",
        axes=tuple(named),
        series=(Series("Score", tuple(named.values())),),
        columns=(
            Column("Marge (80%)", tuple(margin(one.low, one.high) for one in found), numeric=True),
            Column("Antwoorden", tuple(number(one.record.n) for one in found), numeric=True),
            Column("Eensgezindheid", tuple(one.record.agreement or "niet te bepalen" for one in found)),
        ),
        origins=tuple(f"dimensie/{content.id}" for content in contents),
    )


def dimension_distribution(reading: Reading, window: WindowName, dimension: str) -> Distribution | None:
    """How the answers to the questions of a dimension are spread; `None` where of no question that may be shown."""
    contents = reading.edition.dimensions[dimension]
    rows = tuple(
        Answers(item.text, tuple(label for _, label in reading.edition.options_of(item)), tuple(given))
        for item in contents.items
        if (given := reading.insight(window).items[item.id].distribution)
    )
    if not rows:
        return None
    return Distribution(
        id=f"verdeling-{dimension}",
        title=f"{contents.label}: hoe de antwoorden verdeeld zijn",
        sentence=_spread(rows),
        row_heading="Antwoord, van het laagste naar het hoogste",
        rows=rows,
    )


def _spread(rows: tuple[Answers, ...]) -> str:
    """Of how many questions more than half gave the same answer."""
    most = sum(2 * max(row.counts) > row.total for row in rows)
    if len(rows) == 1:
        return "Meer dan de helft gaf hetzelfde antwoord." if most else "Geen antwoord kreeg meer dan de helft."
    if most in {0, len(rows)}:
        return f"Bij {'elke' if most else 'geen enkele'} vraag gaf meer dan de helft hetzelfde antwoord."
    return f"Bij {number(most)} van de {number(len(rows))} vragen gaf meer dan de helft hetzelfde antwoord."


def themes_heat_map(reading: Reading) -> HeatMap | None:
    """The themes of section 2.6 across the windows, the mean where a cell holds two dimensions.

    `None` when fewer than two windows have anything in it: nothing lies beside it.
    """
    themes = reading.edition.file.themes
    cells = tuple(tuple(theme_value(reading, theme, window) for window in reading.windows) for theme in themes)
    if sum(any(value is not None for value in column) for column in zip(*cells, strict=True)) < 2:
        return None
    return HeatMap(
        id="themas",
        title="Thema’s naast elkaar, per venster van 0 tot 100",
        sentence=_heat_sentence(reading, themes),
        row_heading="Thema",
        rows=tuple(theme.label for theme in themes),
        column_labels=tuple(reading.heading(window) for window in reading.windows),
        cells=cells,
        empty=tuple(tuple(_why_empty(reading, theme, window) for window in reading.windows) for theme in themes),
        origins=tuple(f"thema/{theme.id}" for theme in themes),
    )


def theme_value(reading: Reading, theme: Theme, window: WindowName) -> Value:
    """What a cell of the heat map holds; `None` unless every dimension of it has a score."""
    if window not in reading.shown or window not in theme.dimensions:
        return None
    scores = [reading.dimension(window, dimension).score for dimension in theme.dimensions[window]]
    known = [score for score in scores if score is not None]
    return sum(known) / len(known) if known and len(known) == len(scores) else None


def _why_empty(reading: Reading, theme: Theme, window: WindowName) -> str:
    if window not in theme.dimensions:
        return NOT_ASKED
    return TOO_FEW if window in reading.shown else NOT_SHOWN


def _heat_sentence(reading: Reading, themes: tuple[Theme, ...]) -> str:
    cells = {
        f"{theme.label}’ bij ‘{reading.label(window)}": value
        for theme in themes
        for window in reading.windows
        if (value := theme_value(reading, theme, window)) is not None
    }
    return extremes(cells, "geen enkel vakje")


def margin(low: Value, high: Value, decimals: int = 0) -> str:
    """An interval in figures."""
    return "–" if low is None or high is None else f"{number(low, decimals)} – {number(high, decimals)}"


def extremes(values: Mapping[str, Value], none: str) -> str:
    """Which scores are highest and lowest, ties included; what is not known does not take part.

    `none` says of what there may be no score at all, as in "geen enkel venster".
    """
    known = {name: value for name, value in values.items() if value is not None}
    if not known:
        return f"Voor {none} is er een score."
    highest, lowest = (choose(known.values(), key=rounded) for choose in (max, min))
    if len(known) == 1:
        return f"Alleen ‘{next(iter(known))}’ heeft een score: {number(highest)}."
    if rounded(highest) == rounded(lowest):
        return f"Alle scores zijn gelijk: {number(highest)}."
    return f"Hoogste score: {_with_score(known, highest)}. Laagste score: {_with_score(known, lowest)}."


def _with_score(known: dict[str, float], score: float) -> str:
    names = [f"‘{name}’" for name, value in known.items() if rounded(value) == rounded(score)]
    listed = enumeration(names) if len(names) <= 3 else f"{names[0]} en {len(names) - 1} andere"
    return f"{listed} ({number(score)})"
