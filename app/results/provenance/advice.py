"""What a recommendation rests on: which answers, from which windows, of how many people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results import story
from app.results.charts import Cell, Row, Table
from app.results.provenance.page import IN_STEPS, UNKNOWN, Provenance, questions
from app.web.formatting import number

if TYPE_CHECKING:
    from app.results.context import ResultContext
    from app.results.reading import Reading
    from app.results.record import Advice, WindowName
    from questionnaires import Item, Recommendation

PRIORITY = (
    "De prioriteit is 100 keer nood keer (0,6 + 0,4 keer breedte) keer (0,8 + 0,2 keer eensgezindheid) keer volgorde; "
    "de nood is hoe ver de grondslagen hieronder gemiddeld achterblijven."
)
KINDS = {"feature": "kenmerk", "indicator": "leren", "item": "vraag", "dimension": "dimensie"}
NEEDED_SCORE = 75.0
"""From this score a question, a dimension or a part of learning asks for nothing (section 6.3)."""


def advice(context: ResultContext, code: str) -> Provenance:
    """One recommendation."""
    reading = context.reading
    content = reading.recommendation(code)
    ranked = next((one for one in reading.record.result.advice if one.id == code), None)
    grounds = reading.grounds(ranked) if ranked else None
    behind = _behind(reading, content)
    return Provenance(
        section="advies",
        kind="Aanbeveling",
        label=content.title,
        definition=content.what,
        value=f"prioriteit {number(grounds.priority)} van de 100" if grounds else "zonder plaats in de volgorde",
        note=IN_STEPS if grounds and grounds.in_steps else "",
        facts=_facts(reading, ranked) if ranked else (),
        formula=PRIORITY,
        method="advies",
        parts=(_triggers(context, content),),
        questions=questions(reading, behind),
        windows=_windows(reading, content),
    )


def _facts(reading: Reading, ranked: Advice) -> tuple[tuple[str, str], ...]:
    grounds = reading.grounds(ranked)
    windows = dict.fromkeys(
        window
        for window, item in _behind(reading, reading.recommendation(ranked.id))
        if reading.supplies(window, item.id)
    )
    after = (("Eerst nodig", reading.recommendation(ranked.after).title),) if ranked.after else ()
    return (
        ("Plaats in de volgorde", number(ranked.rank)),
        ("Nood", number(grounds.need)),
        ("Breedte", number(grounds.breadth)),
        ("Eensgezindheid", number(grounds.agreement)),
        ("Volgorde", number(grounds.sequence)),
        *after,
        *((reading.heading(window), story.filled_by(reading, window)) for window in windows),
    )


def _triggers(context: ResultContext, content: Recommendation) -> Table:
    """What makes this recommendation needed, with what is there now and what is aimed at."""
    reading = context.reading
    rows = []
    for trigger in content.triggers:
        label, now, aim = _trigger(reading, trigger.kind, trigger.id)
        target = "onbekend" if aim is None else number(aim)
        cells = (
            Cell(UNKNOWN, numeric=False) if now is None else Cell(number(now)),
            Cell(target, numeric=aim is not None),
            Cell(number(trigger.weight, 1)),
        )
        kind, code = KINDS[trigger.kind], trigger.id
        if trigger.kind == "item":
            kind, code = "dimensie", reading.edition.dimension_of(code).id
        rows.append(Row(label, cells, context.origin(kind, code)))
    return Table("Waarop deze aanbeveling rust, van 0 tot 100", ("Grondslag", "Nu", "Gewenst", "Gewicht"), tuple(rows))


def _trigger(reading: Reading, kind: str, code: str) -> tuple[str, float | None, float | None]:
    """The name of a ground, its value as finely as it may be read, and the value from which nothing is needed."""
    edition = reading.edition
    if kind == "feature":
        content, target = reading.feature(code), _target(reading)
        return f"Kenmerk: {content.label}", reading.feature_value(code), target and 100 * content.expected[target - 1]
    if kind == "indicator":
        return f"Leren: {reading.indicator(code).label}", reading.indicator_value(code), NEEDED_SCORE
    if kind == "dimension":
        window = edition.window_of_dimension(code)
        score = reading.dimension(window, code).score if window in reading.shown else None
        return f"Dimensie: {edition.dimensions[code].label}", score, NEEDED_SCORE
    window = edition.window_of(code)
    mean = reading.insight(window).items[code].mean if window in reading.shown else None
    return f"Vraag aan {reading.label(window)}: {edition.items[code].text}", mean, NEEDED_SCORE


def _target(reading: Reading) -> int | None:
    """The model that features are held against: the ambition, or else the next model."""
    following = reading.record.result.continuum.missing.next
    return reading.record.result.ambition or (following.model if following else None)


def _of_trigger(reading: Reading, kind: str, item: Item, code: str) -> bool:
    if kind == "dimension":
        return reading.edition.dimension_of(item.id).id == code
    return code == (item.id if kind == "item" else getattr(item, kind))


def _asked(reading: Reading, content: Recommendation) -> list[tuple[WindowName, Item]]:
    """Every question behind the grounds, also of windows that are not shown."""
    return [
        (window, item)
        for window in reading.windows
        for item in reading.edition.items_of(window)
        if any(_of_trigger(reading, trigger.kind, item, trigger.id) for trigger in content.triggers)
    ]


def _behind(reading: Reading, content: Recommendation) -> list[tuple[WindowName, Item]]:
    return [(window, item) for window, item in _asked(reading, content) if window in reading.shown]


def _windows(reading: Reading, content: Recommendation) -> tuple[WindowName, ...]:
    return tuple(dict.fromkeys(window for window, _ in _asked(reading, content)))
