"""What a learning order and its parts are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results.charts import Cell, Row, Table
from app.results.pictures.windows import margin
from app.results.provenance.page import IN_STEPS, Provenance, of_hundred, questions, shares
from app.web.formatting import number

if TYPE_CHECKING:
    from app.results.context import ResultContext
    from app.results.reading import Reading
    from app.results.record import WindowName

ORDER = (
    "De score is het gewone gemiddelde van de onderdelen met een antwoord, als dat er ten minste 60 procent zijn; "
    "gerealiseerd is een orde vanaf 60, als geen onderdeel onder 25 ligt en de derde orde in twee lagen te zien is."
)
INDICATOR = (
    "Het cijfer is het gewogen gemiddelde van de vensters die er een vraag over kregen; een venster dat niet meetelt, "
    "laat zijn gewicht aan de andere."
)


def order(context: ResultContext, code: str) -> Provenance:
    """One learning order."""
    reading = context.reading
    content = next(one for one in reading.orders if str(one.number) == code)
    found = reading.record.result.learning.order(content.number)
    values = {one.id: reading.indicator_value(one.id) for one in content.indicators}
    rows = tuple(
        Row(one.label, (_cell(values[one.id]), Cell(one.evidence, numeric=False)), context.origin("leren", one.id))
        for one in content.indicators
    )
    return Provenance(
        section="leerordes",
        kind="Leerorde",
        label=content.label,
        definition=content.summary,
        value=of_hundred(found.score),
        facts=(("Stand", found.status), ("Marge (80%)", margin(found.low, found.high))),
        formula=ORDER,
        method="leerordes",
        parts=(Table("De onderdelen, van 0 tot 100", ("Onderdeel", "Score", "Waaraan u het ziet"), rows),),
        windows=tuple(dict.fromkeys(window for one in content.indicators for window in _asked(reading, one.id))),
    )


def _cell(value: float | None) -> Cell:
    return Cell("te weinig", numeric=False) if value is None else Cell(number(value))


def indicator(context: ResultContext, code: str) -> Provenance:
    """One part of a learning order."""
    reading = context.reading
    content = reading.indicator(code)
    behind = reading.items_behind("indicator", code)
    counting = [window for window, item in behind if reading.supplies(window, item.id)]
    whole = next(one for one in reading.orders if content in one.indicators)
    return Provenance(
        section="leerordes",
        kind=f"Onderdeel van {whole.label[:1].lower()}{whole.label[1:]}",
        label=content.label,
        definition=content.description,
        value=of_hundred(reading.indicator_value(code)),
        note=IN_STEPS if reading.rests_on_protected("indicator", code) else "",
        facts=(("Weging van de vensters", shares(reading, counting, reading.edition.learning.window_weights)),),
        formula=INDICATOR,
        method="leerordes",
        questions=questions(reading, behind),
        windows=_asked(reading, code),
    )


def _asked(reading: Reading, code: str) -> tuple[WindowName, ...]:
    return tuple(
        window for window in reading.windows if any(item.indicator == code for item in reading.edition.items_of(window))
    )
