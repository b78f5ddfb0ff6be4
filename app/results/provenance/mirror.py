"""What a mirrored subject, the agreement of windows and the small readings are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results import story
from app.results.charts import Cell, Row, Table
from app.results.pages.mirror import REAL, WITHIN, index_in_words
from app.results.pictures.mirror import steering_sentence
from app.results.provenance.page import UNKNOWN, Provenance, of_hundred, questions
from app.web.formatting import capitalised, enumeration, number

if TYPE_CHECKING:
    from app.results.context import ResultContext
    from app.results.reading import Reading
    from app.results.record import Pair, WindowName
    from questionnaires import Item

VERTICALLY, HORIZONTALLY = "verticaal", "horizontaal"
LENSES = ("sturing", "motivatie")
SUBJECT = (
    "Het verschil is het hoogste cijfer min het laagste; het is groter dan de marge vanaf 15 punten (20 met "
    "inwoners erbij), als het ook groter is dan de marges van beide vensters samen."
)
PAIR = "De congruentie is 100 min het gemiddelde verschil, over ten minste drie onderwerpen die beide kregen."
VERTICAL = "De verticale congruentie is het gewone gemiddelde van ten minste twee paren van vensters."
HORIZONTAL = (
    "De horizontale congruentie is 100 min het gemiddelde verschil tussen de rollen van professionals, over de "
    "vijftien kenmerken en vier vragen over visie en elkaar kennen."
)
STEERING = (
    "De plaats op een as is het gemiddelde van twee stijlen min dat van de andere twee; een stijl geeft de toon aan "
    "als zij ten minste 10 punten boven de volgende ligt."
)
MOTIVATION = (
    "Het cijfer is het gewone gemiddelde van drie vragen; wat mensen van plan zijn, staat er los van. Een knelpunt "
    "ligt ten minste 15 punten onder de volgende."
)


def subject(context: ResultContext, code: str) -> Provenance:
    """One mirrored subject."""
    reading = context.reading
    content = reading.mirror(code)
    gaps = [gap for gap in story.gaps(reading) if gap.code == code]
    rows = tuple(
        Row(
            f"{reading.heading(gap.lower)} en {reading.label(gap.higher)}",
            (
                Cell(number(gap.low)),
                Cell(number(gap.high)),
                Cell(number(gap.size)),
                Cell(REAL if gap.real else WITHIN, numeric=False),
            ),
        )
        for gap in gaps
    )
    columns = ("Vensters", "Laagste", "Hoogste", "Verschil", "Marge")
    return Provenance(
        section="spiegel",
        kind="Gedeeld onderwerp",
        label=content.label,
        definition=content.question,
        value="per venster, zonder cijfer voor het geheel",
        formula=SUBJECT,
        method="spiegel",
        parts=(Table("De vensters twee aan twee, van 0 tot 100", columns, rows),) if rows else (),
        questions=questions(
            reading,
            [
                (window, reading.edition.items[item])
                for window, item in content.items.items()
                if window in reading.shown
            ],
        ),
        windows=tuple(window for window in reading.windows if window in content.items),
    )


def agreements(reading: Reading) -> tuple[str, ...]:
    """The two indexes, and every pair of windows that is laid together as `a-b`."""
    return (VERTICALLY, HORIZONTALLY, *(f"{pair.a}-{pair.b}" for pair in reading.record.result.congruence.pairs))


def agreement(context: ResultContext, code: str) -> Provenance:
    """The vertical or horizontal index, or two windows."""
    if code == VERTICALLY:
        return _vertical(context)
    if code == HORIZONTALLY:
        return _horizontal(context)
    pair = next(one for one in context.reading.record.result.congruence.pairs if f"{one.a}-{one.b}" == code)
    return _pair(context, pair)


def _vertical(context: ResultContext) -> Provenance:
    reading = context.reading
    found = reading.record.result.congruence
    rows = tuple(
        Row(
            _heading(reading, pair),
            (Cell(number(pair.codes)), _cell(pair.congruence)),
            context.origin("overeenkomst", f"{pair.a}-{pair.b}"),
        )
        for pair in found.pairs
    )
    return Provenance(
        section="spiegel",
        kind="Congruentie tussen de lagen",
        label="Verticale congruentie",
        definition=reading.edition.mirrors.vertical,
        value=index_in_words(reading, found.vertical),
        formula=VERTICAL,
        method="spiegel",
        parts=(Table("De paren van vensters", ("Vensters", "Gedeelde onderwerpen", "Congruentie"), rows),),
        windows=tuple(reading.windows),
    )


def _horizontal(context: ResultContext) -> Provenance:
    reading = context.reading
    found = reading.shown.get("professional")
    labels = {role.id: role.label for role in reading.edition.roles.roles["professional"]}
    compared = enumeration([labels[role] for role in found.roles]) if found and len(found.roles) > 1 else ""
    return Provenance(
        section="spiegel",
        kind="Congruentie tussen de organisaties",
        label="Horizontale congruentie",
        definition=reading.edition.mirrors.horizontal,
        value=index_in_words(reading, reading.record.result.congruence.horizontal),
        note="Cijfers per rol staan er niet bij: dan zou te zien kunnen zijn wie wat antwoordde.",
        facts=(("Vergeleken rollen", compared or "geen twee rollen zijn groot genoeg om te tonen"),),
        formula=HORIZONTAL,
        method="spiegel",
        windows=("professional",),
    )


def _pair(context: ResultContext, pair: Pair) -> Provenance:
    reading = context.reading
    rows = []
    for content in reading.edition.mirrors.mirrors:
        a, b = reading.mirror_value(content.code, pair.a), reading.mirror_value(content.code, pair.b)
        if a is not None and b is not None:
            cells = (Cell(number(a)), Cell(number(b)), Cell(number(abs(b - a))))
            rows.append(Row(content.label, cells, context.origin("onderwerp", content.code)))
    columns = ("Onderwerp", reading.heading(pair.a), reading.heading(pair.b), "Verschil")
    return Provenance(
        section="spiegel",
        kind="Twee vensters naast elkaar",
        label=_heading(reading, pair),
        definition=story.pair(pair),
        value=index_in_words(reading, pair.congruence),
        facts=(("Gedeelde onderwerpen", number(pair.codes)),),
        formula=PAIR,
        method="spiegel",
        parts=(Table("De gedeelde onderwerpen, van 0 tot 100", columns, tuple(rows)),) if rows else (),
        windows=(pair.a, pair.b),
    )


def _heading(reading: Reading, pair: Pair) -> str:
    return f"{reading.heading(pair.a)} en {reading.label(pair.b)}"


def _cell(value: float | None) -> Cell:
    return Cell(UNKNOWN, numeric=False) if value is None else Cell(number(value))


def lens(context: ResultContext, code: str) -> Provenance:
    """One of the two small readings."""
    return _steering(context) if code == LENSES[0] else _motivation(context)


def _steering(context: ResultContext) -> Provenance:
    reading = context.reading
    content, found = reading.edition.lenses.steering, reading.record.result.lenses.steering
    facts = (
        (
            (capitalised(f"van {content.x_low} naar {content.x_high}"), number(found.x, 2)),
            (capitalised(f"van {content.y_low} naar {content.y_high}"), number(found.y, 2)),
        )
        if found.x is not None and found.y is not None
        else ()
    )
    return Provenance(
        section="spiegel",
        kind="Stijl van sturen",
        label="Hoe beleid en bestuur sturen",
        definition=content.introduction,
        value=steering_sentence(reading).removesuffix(".") if facts else UNKNOWN,
        facts=facts,
        formula=STEERING,
        method="lenzen",
        questions=questions(reading, _items(reading, "beleid", [one.item for one in content.types])),
        windows=("beleid",),
    )


def _motivation(context: ResultContext) -> Provenance:
    reading = context.reading
    content, intention = reading.edition.lenses.motivation, reading.intention()
    return Provenance(
        section="spiegel",
        kind="Motivatie",
        label="Wat professionals beweegt",
        definition=content.introduction,
        value=of_hundred(reading.record.result.lenses.motivation.mean),
        facts=(("Van plan zijn", of_hundred(intention)),),
        formula=MOTIVATION,
        method="lenzen",
        questions=questions(reading, _items(reading, "professional", [one.item for one in content.drivers])),
        windows=("professional",),
    )


def _items(reading: Reading, window: WindowName, items: list[str]) -> list[tuple[WindowName, Item]]:
    return [(window, reading.edition.items[item]) for item in items] if window in reading.shown else []
