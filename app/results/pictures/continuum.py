"""Charts of the continuum: the place on the line, the likeness to each model, and the features."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results import story
from app.results.charts import Band, Bars, Column, Interval, Intervals, Radar, Series, Tick
from app.web.formatting import number

if TYPE_CHECKING:
    from app.results.reading import Reading

MODELS = range(1, 8)
FIRST, LAST = 1.0, 7.0


def position_line(reading: Reading) -> Intervals | None:
    """The position with its interval and the ambition; `None` without a position."""
    continuum = reading.record.result.continuum
    if continuum.position is None:
        return None
    row = Interval("Uw samenwerking", continuum.position, continuum.low, continuum.high)
    title = "De plek van uw samenwerking op de lijn van zeven modellen"
    return _line(reading, "plek", title, (row,), ("plek/samen",))


def positions_per_window(reading: Reading) -> Intervals | None:
    """The position together, and below it as each window gives it by itself; `None` without a position."""
    continuum = reading.record.result.continuum
    if continuum.position is None:
        return None
    own = {name: place for name, window in reading.shown.items() if (place := window.continuum.position) is not None}
    together = Interval("Samen", continuum.position, continuum.low, continuum.high)
    rows = (together, *(Interval(reading.heading(name), place) for name, place in own.items()))
    origins = ("plek/samen", *(f"plek/{name}" for name in own))
    return _line(reading, "plek-per-venster", "De plek op de lijn, samen en per venster", rows, origins)


def _line(
    reading: Reading, chart_id: str, title: str, rows: tuple[Interval, ...], origins: tuple[str, ...]
) -> Intervals:
    ambition, plausible = reading.record.result.ambition, reading.record.result.continuum.plausible or ()
    return Intervals(
        id=chart_id,
        title=title,
        sentence=_spread(rows[1:]) if len(rows) > 2 else story.position(reading),
        row_heading="Volgens",
        decimals=1,
        rows=rows,
        minimum=FIRST,
        maximum=LAST,
        value_heading="Plek (1–7)",
        ticks=tuple(Tick(model, reading.model(model).label, strong=model in plausible) for model in MODELS),
        strong_label="Vetgedrukt: modellen die mogelijk zijn.",
        bands=zones(reading),
        mark=Tick(ambition, "Uw ambitie") if ambition else None,
        origins=origins,
    )


def zones(reading: Reading) -> tuple[Band, ...]:
    """The three parts of the line, each with its name."""
    found = reading.edition.continuum.zones
    ends = [*(zone.from_position for zone in found[1:]), LAST]
    return tuple(Band(zone.from_position, end, zone.label) for zone, end in zip(found, ends, strict=True))


def _spread(rows: tuple[Interval, ...]) -> str:
    places = {row.label: row.value for row in rows if row.value is not None}
    lowest, highest = min(places, key=places.__getitem__), max(places, key=places.__getitem__)
    if number(places[lowest], 1) == number(places[highest], 1):
        return f"De vensters zien de samenwerking even intensief ({number(places[highest], 1)})."
    return (
        f"{highest} ziet de samenwerking als het meest intensief ({number(places[highest], 1)}), "
        f"{lowest.lower()} als het minst ({number(places[lowest], 1)})."
    )


def similarity_bars(reading: Reading) -> Bars | None:
    """How much the answers look like each model; `None` without a position."""
    continuum = reading.record.result.continuum
    if continuum.similarity is None or continuum.nearest is None or continuum.runner_up is None:
        return None
    nearest, second = reading.model(continuum.nearest).label, reading.model(continuum.runner_up).label
    return Bars(
        id="gelijkenis",
        title="Hoe sterk uw antwoorden op elk model lijken",
        sentence=f"Uw antwoorden lijken het meest op {nearest}, daarna op {second}.",
        row_heading="Model",
        rows=tuple(f"{model} {reading.model(model).label}" for model in MODELS),
        values=continuum.similarity,
        value_heading="Gelijkenis",
        unit="%",
        strong=(continuum.nearest - 1,),
        origins=tuple(f"model/{model}" for model in MODELS),
    )


def features_radar(reading: Reading) -> Radar | None:
    """The features now, in the next model and in the ambition; `None` when no feature is known."""
    features = reading.edition.continuum.features
    now = tuple(reading.feature_value(feature.id) for feature in features)
    if all(value is None for value in now):
        return None
    return Radar(
        id="kenmerken",
        title="De kenmerken van samenwerken, van 0 tot 100",
        sentence=_features_sentence(reading),
        row_heading="Kenmerk",
        axes=tuple(feature.label for feature in features),
        series=(Series("Nu", now), *_targets(reading)),
        columns=(Column("Waar het om gaat", tuple(feature.description for feature in features)),),
        origins=tuple(f"kenmerk/{feature.id}" for feature in features),
    )


def _targets(reading: Reading) -> tuple[Series, ...]:
    next_model = reading.record.result.continuum.missing.next
    ambition = reading.record.result.ambition
    if next_model and ambition == next_model.model:
        return (_expected(reading, ambition, "Volgend model en uw ambitie", style=1),)
    found = []
    if next_model:
        found.append(_expected(reading, next_model.model, "Volgend model", style=2))
    if ambition:
        found.append(_expected(reading, ambition, "Uw ambitie", style=1))
    return tuple(found)


def _expected(reading: Reading, model: int, label: str, style: int) -> Series:
    values = tuple(100 * feature.expected[model - 1] for feature in reading.edition.continuum.features)
    return Series(f"{label}: {reading.model(model).label}", values, style)


def _features_sentence(reading: Reading) -> str:
    missing = reading.record.result.continuum.missing
    found = missing.ambition or missing.next
    return story.missing(reading, found) if found else "Zonder plek is er geen volgend model om mee te vergelijken."
