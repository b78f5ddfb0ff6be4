"""What the score of a window, of a dimension and of a theme is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results import story
from app.results.charts import Cell, Row, Table
from app.results.pictures.windows import margin
from app.results.provenance.page import IN_STEPS, UNKNOWN, Provenance, of_hundred, questions
from app.web.formatting import number

if TYPE_CHECKING:
    from app.results.context import ResultContext
    from app.results.record import WindowName

WINDOW = (
    "De score is het gewone gemiddelde van de dimensies; zij wordt gegeven als ten minste 60 procent van de dimensies "
    "een score heeft."
)
DIMENSION = (
    "De score is per persoon het gemiddelde van de beantwoorde vragen, daarna per rol en dan samen, waarbij een rol "
    "weegt met de wortel van haar aantal."
)
STEERING = (
    "De score is 50, plus 50 keer het verschil tussen samenwerkend en responsief samen en rechtmatig en presterend "
    "samen, van wie over alle vier iets zei."
)
THEME = "Een vakje is de score van de dimensie die bij het thema hoort, of het gewone gemiddelde als het er twee zijn."


def window(context: ResultContext, code: str) -> Provenance:
    """The score of a window."""
    reading = context.reading
    name = next(name for name in reading.windows if name == code)
    content, found = reading.edition.windows[name], reading.shown.get(name)
    return Provenance(
        section="vensters",
        kind="Venster",
        label=content.label,
        definition=content.description,
        value=of_hundred(found.score if found else None),
        facts=(("Wie", story.filled_by(reading, name)),) if found else (),
        formula=WINDOW,
        method="scores",
        parts=(_dimensions(context, "De dimensies van dit venster, van 0 tot 100", _of(context, name)),)
        if found
        else (),
        windows=(name,),
    )


def _of(context: ResultContext, name: WindowName) -> list[tuple[WindowName, str]]:
    return [(name, dimension) for dimension in context.reading.edition.dimension_ids(name)]


def _dimensions(context: ResultContext, caption: str, found: list[tuple[WindowName, str]]) -> Table:
    """Dimensions of shown windows with their scores."""
    reading = context.reading
    rows = []
    for name, code in found:
        one = reading.dimension(name, code)
        score = Cell("te weinig", numeric=False) if one.score is None else Cell(number(one.score))
        cells = (score, Cell(margin(one.low, one.high)), Cell(number(one.record.n)))
        rows.append(Row(reading.edition.dimensions[code].label, cells, context.origin("dimensie", code)))
    return Table(caption, ("Dimensie", "Score", "Marge (80%)", "Mensen"), tuple(rows))


def dimension(context: ResultContext, code: str) -> Provenance:
    """The score of a dimension."""
    reading = context.reading
    content, name = reading.edition.dimensions[code], reading.edition.window_of_dimension(code)
    is_shown = name in reading.shown
    one = reading.dimension(name, code) if is_shown else None
    supplied = [item for item in content.items if is_shown and reading.supplies(name, item.id)]
    in_steps = one is not None and one.score is not None and len(supplied) == 1 and reading.is_protected(name)
    return Provenance(
        section="vensters",
        kind=f"Dimensie van het venster {reading.label(name)}",
        label=content.label,
        definition=content.definition,
        value=of_hundred(one.score if one else None),
        note=IN_STEPS if in_steps else "",
        facts=(
            ("Marge (80%)", margin(one.low, one.high)),
            ("Mensen met een score", number(one.record.n)),
            ("Eensgezindheid", one.record.agreement or UNKNOWN),
        )
        if one
        else (),
        formula=STEERING if code == reading.edition.lenses.steering.dimension else DIMENSION,
        method="scores",
        questions=questions(reading, [(name, item) for item in content.items]) if is_shown else (),
        windows=(name,),
    )


def theme(context: ResultContext, code: str) -> Provenance:
    """A row of the map of themes."""
    reading = context.reading
    content = next(one for one in reading.edition.file.themes if one.id == code)
    parts = [
        _dimensions(context, reading.heading(name), [(name, dimension) for dimension in content.dimensions[name]])
        for name in reading.shown
        if name in content.dimensions
    ]
    return Provenance(
        section="spiegel",
        kind="Thema",
        label=content.label,
        definition=content.description,
        value="per venster, zonder cijfer voor het geheel",
        formula=THEME,
        method="scores",
        parts=tuple(parts),
        windows=tuple(name for name in reading.windows if name in content.dimensions),
    )
