"""What the place on the line, a feature and the likeness to a model are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results import story
from app.results.charts import Cell, Row, Table
from app.results.pictures.windows import margin
from app.results.provenance.page import IN_STEPS, UNKNOWN, Provenance, of_hundred, questions, shares
from app.web.formatting import capitalised, number, percentage

if TYPE_CHECKING:
    from app.results.context import ResultContext
    from app.results.reading import Reading
    from app.results.record import WindowName

TOGETHER = "samen"
PLACE = (
    "Elke plek van 1 tot 7 heeft voor elk kenmerk een verwachte waarde; uw plek is het punt waar het gewogen verschil "
    "met uw kenmerken het kleinst is."
)
FEATURE = (
    "Het cijfer is het gewogen gemiddelde van de vensters die er een vraag over kregen; een venster dat niet meetelt, "
    "laat zijn gewicht aan de andere."
)
LIKENESS = (
    "De gelijkenis is 100 min het gewogen verschil tussen uw kenmerken en de waarden die bij dit model passen; "
    "onbekende kenmerken doen niet mee."
)


def place(context: ResultContext, code: str) -> Provenance:
    """The place of all windows together, or as one window gives it by itself."""
    if code == TOGETHER:
        return _together(context)
    reading = context.reading
    window = next(name for name in reading.windows if name == code)
    found = reading.shown.get(window)
    position = found.continuum.position if found else None
    return Provenance(
        section="continuum",
        kind="Plek op de lijn volgens één venster",
        label=f"De plek volgens {reading.label(window)}",
        definition="Waar de samenwerking op de lijn van zeven modellen staat als alleen dit venster telt.",
        value=_position(position),
        facts=_people(reading, (window,)) if found else (),
        formula=PLACE,
        method="continuum",
        parts=(_features(context, window),) if found else (),
        windows=(window,),
    )


def _together(context: ResultContext) -> Provenance:
    reading = context.reading
    found, windows = reading.record.result.continuum, reading.continuum_windows
    facts = [
        ("Marge (80%)", margin(found.low, found.high, 1)),
        ("Zekerheid", found.certainty),
        ("Bekende kenmerken", f"samen {percentage(found.coverage)} van het gewicht; ten minste 50% is nodig"),
        ("Weging van de vensters", shares(reading, windows, reading.edition.continuum.window_weights)),
        *_people(reading, windows),
    ]
    return Provenance(
        section="continuum",
        kind="Plek op de lijn",
        label="De plek van uw samenwerking",
        definition="Waar de samenwerking staat op de lijn van zeven modellen, van 1 tot 7.",
        value=_position(found.position),
        facts=tuple(facts),
        formula=PLACE,
        method="continuum",
        parts=(_features(context, None),),
        windows=tuple(window for window in reading.windows if window in reading.edition.continuum.window_weights),
    )


def _position(position: float | None) -> str:
    return UNKNOWN if position is None else f"{number(position, 1)} op de lijn van 1 tot 7"


def _people(reading: Reading, windows: tuple[WindowName, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((reading.heading(window), story.filled_by(reading, window)) for window in windows)


def _features(context: ResultContext, window: WindowName | None) -> Table:
    """The features with their weights; for one window what its own question about each says."""
    reading = context.reading
    rows = []
    for feature in reading.edition.continuum.features:
        value = reading.feature_value(feature.id)
        if window is not None:
            means = [
                reading.insight(one).items[item.id].mean
                for one, item in reading.items_behind("feature", feature.id)
                if one == window
            ]
            value = means[0] if means else None
        cells = (_cell(value), Cell(number(feature.weight, 1)))
        rows.append(Row(feature.label, cells, context.origin("kenmerk", feature.id)))
    return Table("De kenmerken waaruit de plek volgt, van 0 tot 100", ("Kenmerk", "Waarde", "Gewicht"), tuple(rows))


def _cell(value: float | None) -> Cell:
    return Cell("onbekend", numeric=False) if value is None else Cell(number(value))


def feature(context: ResultContext, code: str) -> Provenance:
    """One feature."""
    reading = context.reading
    content = reading.feature(code)
    behind = reading.items_behind("feature", code)
    counting = [window for window, item in behind if reading.supplies(window, item.id)]
    return Provenance(
        section="continuum",
        kind="Kenmerk van samenwerken",
        label=content.label,
        definition=content.description,
        value=of_hundred(reading.feature_value(code)),
        note=IN_STEPS if reading.rests_on_protected("feature", code) else "",
        facts=(
            ("Weging van de vensters", shares(reading, counting, reading.edition.continuum.window_weights)),
            ("Gewicht in de plek", number(content.weight, 1)),
        ),
        formula=FEATURE,
        method="continuum",
        questions=questions(reading, behind),
        windows=_asked(reading, code),
    )


def _asked(reading: Reading, code: str) -> tuple[WindowName, ...]:
    return tuple(
        window for window in reading.windows if any(item.feature == code for item in reading.edition.items_of(window))
    )


def model(context: ResultContext, code: str) -> Provenance:
    """The likeness to one of the seven models."""
    reading = context.reading
    content = reading.model(int(code))
    similarity = reading.record.result.continuum.similarity
    rows = tuple(
        Row(
            one.label,
            (
                _cell(reading.feature_value(one.id)),
                Cell(number(100 * one.expected[content.number - 1])),
                Cell(number(one.weight, 1)),
            ),
            context.origin("kenmerk", one.id),
        )
        for one in reading.edition.continuum.features
    )
    return Provenance(
        section="continuum",
        kind=f"Model {content.number} van zeven",
        label=capitalised(content.label),
        definition=content.summary,
        value=UNKNOWN if similarity is None else f"{number(similarity[content.number - 1])}% gelijkenis",
        formula=LIKENESS,
        method="continuum",
        parts=(
            Table(
                "Uw kenmerken naast die van het model, van 0 tot 100",
                ("Kenmerk", "Nu", "Past bij dit model", "Gewicht"),
                rows,
            ),
        ),
        windows=tuple(window for window in reading.windows if window in reading.edition.continuum.window_weights),
    )
