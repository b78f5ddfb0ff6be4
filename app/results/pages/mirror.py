"""The mirror: what the windows say about the same subjects, and the small readings beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.results import story
from app.results.charts import Cell, Row, Table
from app.results.page import ResultPage
from app.results.pictures.mirror import steering_sentence
from app.web.formatting import capitalised, number, rounded
from app.web.page import Link

if TYPE_CHECKING:
    from app.results.charts import Drawing
    from app.results.context import ResultContext
    from app.results.reading import Reading
    from app.results.record import Pair
    from questionnaires import Mirror

GAPS_SHOWN = 5
WHO_COUNTS = "Voor deze plek tellen de mensen die over alle vier de stijlen iets zeiden."
REAL, WITHIN = "groter dan de marge", "binnen de marge"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairPart:
    """Two windows over all their shared subjects."""

    heading: str
    sentence: str
    label: str
    explanation: str
    signal: str
    signal_explanation: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LensPart:
    """A lens beside the scales."""

    introduction: str
    outcome: str
    explanation: str
    drawing: Drawing | None
    table: Table | None
    origin: str


@dataclass(frozen=True, kw_only=True)
class MirrorPage(ResultPage):
    """What the windows say about the same subjects."""

    introduction: str
    differences: str
    gaps: tuple[Link, ...]
    dots: Drawing | None
    subjects: Table | None
    vertical: str
    vertical_text: str
    vertical_origin: str
    pairs: tuple[PairPart, ...]
    horizontal: str
    horizontal_text: str
    horizontal_origin: str
    parallel_dependency: str
    themes: Drawing | None
    steering: LensPart | None
    motivation: LensPart | None


def build_mirror(context: ResultContext) -> MirrorPage:
    """The mirror page of a result."""
    reading = context.reading
    content, found = reading.edition.mirrors, reading.record.result.congruence
    return MirrorPage(
        **context.frame("spiegel", "De spiegel van de vensters"),
        introduction=content.introduction,
        differences=story.differences(reading),
        gaps=tuple(
            Link(story.gap(gap), context.origin("onderwerp", gap.code))
            for gap in story.largest_real_gaps(reading, GAPS_SHOWN)
        ),
        dots=context.drawing("spiegel"),
        subjects=_subjects(context),
        vertical=_index(reading, "verticale", found.vertical),
        vertical_text=content.vertical,
        vertical_origin="" if found.vertical is None else context.origin("overeenkomst", "verticaal"),
        pairs=tuple(_pair(context, pair) for pair in found.pairs),
        horizontal=_index(reading, "horizontale", found.horizontal),
        horizontal_text=content.horizontal,
        horizontal_origin="" if found.horizontal is None else context.origin("overeenkomst", "horizontaal"),
        parallel_dependency=content.parallel_dependency,
        themes=context.drawing("themas"),
        steering=_steering(context),
        motivation=_motivation(context),
    )


def _index(reading: Reading, kind: str, value: float | None) -> str:
    """A congruence index in a sentence."""
    if value is None:
        return f"De {kind} congruentie is met deze antwoorden niet te bepalen."
    return f"De {kind} congruentie is {index_in_words(reading, value)}."


def index_in_words(reading: Reading, value: float | None) -> str:
    """A congruence index with its label."""
    if value is None:
        return "niet te bepalen"
    labels = sorted(reading.edition.mirrors.labels, key=lambda label: -label.from_score)
    label = next(label for label in labels if rounded(value, 9) >= label.from_score)
    return f"{story.beside_limits(value, story.CONGRUENCE_LIMITS)} van de 100: {label.id}"


def _subjects(context: ResultContext) -> Table | None:
    """Every mirrored subject that two shown windows say something about, with the largest difference."""
    reading = context.reading
    gaps = {gap.code: gap for gap in reversed(story.gaps(reading))}
    rows = [mirror for mirror in reading.edition.mirrors.mirrors if mirror.code in gaps]
    if not rows:
        return None
    return Table(
        caption="Alle gedeelde onderwerpen, per venster van 0 tot 100",
        columns=("Onderwerp", *(reading.heading(window) for window in reading.windows), "Grootste verschil", "Marge"),
        rows=tuple(_subject(context, mirror, gaps[mirror.code]) for mirror in rows),
    )


def _subject(context: ResultContext, mirror: Mirror, gap: story.Gap) -> Row:
    reading = context.reading
    values = [reading.mirror_value(mirror.code, window) for window in reading.windows]
    cells = [Cell("–" if value is None else number(value)) for value in values]
    verdict = Cell(REAL if gap.real else WITHIN, numeric=False)
    return Row(mirror.label, (*cells, Cell(number(abs(gap.size))), verdict), context.origin("onderwerp", mirror.code))


def _pair(context: ResultContext, pair: Pair) -> PairPart:
    reading = context.reading
    content = next(one for one in reading.edition.mirrors.pairs if (one.a, one.b) == (pair.a, pair.b))
    return PairPart(
        heading=capitalised(content.label),
        sentence=story.pair(pair) + _bias(pair),
        label=pair.label or "",
        explanation=next((one.explanation for one in reading.edition.mirrors.labels if one.id == pair.label), ""),
        signal=pair.signal or "",
        signal_explanation=(content.signal_explanation or "") if pair.signal else "",
        origin="" if pair.congruence is None else context.origin("overeenkomst", f"{pair.a}-{pair.b}"),
    )


def _bias(pair: Pair) -> str:
    """Which of the two is more positive on average."""
    if pair.bias is None:
        return ""
    if number(abs(pair.bias)) == "0":
        return " Gemiddeld geven zij hetzelfde cijfer."
    higher, lower = (pair.b, pair.a) if pair.bias > 0 else (pair.a, pair.b)
    verb = "geven" if higher in story.IS_PLURAL else "geeft"
    points = number(abs(pair.bias))
    unit = "punt" if points == "1" else "punten"
    return f" Gemiddeld {verb} {story.SAYS[higher]} {points} {unit} meer dan {story.SAYS[lower]}."


def _steering(context: ResultContext) -> LensPart | None:
    reading = context.reading
    drawing = context.drawing("sturing")
    if drawing is None:
        return None
    lens, dominant = reading.edition.lenses.steering, reading.record.result.lenses.steering.dominant
    found = next((one for one in lens.types if one.id == dominant), None)
    return LensPart(
        introduction=lens.introduction,
        outcome=steering_sentence(reading),
        explanation=f"{found.when_dominant if found else lens.layered} {WHO_COUNTS}",
        drawing=drawing,
        table=_types(reading),
        origin=context.origin("lens", "sturing"),
    )


def _types(reading: Reading) -> Table:
    items = reading.insight("beleid").items
    return Table(
        caption="De vier stijlen, van 0 tot 100",
        columns=("Stijl", "Sterkte", "Wat die inhoudt"),
        rows=tuple(
            Row(capitalised(one.label), (_cell(items[one.item].mean), Cell(one.description, numeric=False)))
            for one in reading.edition.lenses.steering.types
        ),
    )


def _motivation(context: ResultContext) -> LensPart | None:
    reading = context.reading
    found, lens = reading.record.result.lenses.motivation, reading.edition.lenses.motivation
    if found.mean is None:
        return None
    weakest = next((one for one in lens.drivers if one.id == found.bottleneck), None)
    mean = f"Wat mensen beweegt, scoort gemiddeld {number(found.mean)} van de 100"
    intention = reading.intention()
    plan = "" if intention is None else f"; het van plan zijn scoort {number(intention)}"
    return LensPart(
        introduction=lens.introduction,
        outcome=f"{mean}{plan}.",
        explanation=(weakest.when_bottleneck or "")
        if weakest
        else "Geen van de drie blijft duidelijk achter bij de andere.",
        drawing=None,
        table=_drivers(reading),
        origin=context.origin("lens", "motivatie"),
    )


def _drivers(reading: Reading) -> Table:
    items = reading.insight("professional").items
    return Table(
        caption="Wat professionals beweegt, van 0 tot 100",
        columns=("Onderdeel", "Score", "Wat het inhoudt"),
        rows=tuple(
            Row(one.label, (_cell(items[one.item].mean), Cell(one.description, numeric=False)))
            for one in reading.edition.lenses.motivation.drivers
        ),
    )


def _cell(value: float | None) -> Cell:
    return Cell("te weinig antwoorden", numeric=False) if value is None else Cell(number(value))
