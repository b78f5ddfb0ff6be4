"""The continuum: the seven models, the place on the line, and the features that are there or missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.results import story
from app.results.page import ResultPage
from app.results.pages.ambition import ambition_part
from app.web.formatting import capitalised

if TYPE_CHECKING:
    from app.results.charts import Drawing
    from app.results.context import ResultContext
    from app.results.pages.ambition import AmbitionPart
    from app.results.reading import Reading
    from app.results.record import Missing
    from questionnaires import Model

PRESENT_FROM = 75.0
"""From this value on 0..100 (the fourth of five situations) a feature counts as there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPart:
    """One of the seven models, and what it is for this collaboration."""

    number: int
    label: str
    summary: str
    description: str
    when_it_fits: str
    similarity: float | None
    marks: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureRow:
    """A feature in a list: its value now and what the model expects, on 0..100; the anchor is what that looks like."""

    label: str
    now: float | None
    expected: float
    description: str
    is_core: bool
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPart:
    """What is missing for one model."""

    heading: str
    sentence: str
    features: tuple[FeatureRow, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """A small reading beside the scales: what it is, what comes out, and what that means."""

    heading: str
    outcome: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ContinuumPage(ResultPage):
    """The seven models, the place on the line, and the features."""

    introduction: str
    headline: str
    explanation: str
    position: str
    certainty: str
    certainty_explanation: str
    ambition: AmbitionPart
    caveat: str
    line: Drawing | None
    line_origin: str
    similarity: Drawing | None
    features: Drawing | None
    present: tuple[FeatureRow, ...]
    missing: tuple[MissingPart, ...]
    zone: Lens | None
    network: Lens | None
    models: tuple[ModelPart, ...]
    guidance: tuple[str, ...]


def build_continuum(context: ResultContext) -> ContinuumPage:
    """The continuum page of a result."""
    reading = context.reading
    content = reading.edition.continuum
    texts = {text.id: text.explanation for text in content.certainties}
    return ContinuumPage(
        **context.frame("continuum", "Het samenwerkings\N{SOFT HYPHEN}continuüm"),
        introduction=content.introduction,
        headline=story.headline(reading),
        explanation=story.wording_explanation(reading),
        position=story.position(reading),
        certainty=story.certainty(reading),
        certainty_explanation=texts[reading.record.result.continuum.certainty],
        ambition=ambition_part(context),
        caveat=content.caveat,
        line=context.drawing("plek-per-venster"),
        line_origin=context.origin("plek", "samen"),
        similarity=context.drawing("gelijkenis"),
        features=context.drawing("kenmerken"),
        present=tuple(_present(context)),
        missing=tuple(_missing_parts(context)),
        zone=_zone(reading),
        network=_network(reading),
        models=tuple(_model(context, model) for model in content.models),
        guidance=content.ambition_guidance,
    )


def _present(context: ResultContext) -> list[FeatureRow]:
    """The features that are there, strongest first."""
    reading = context.reading
    found = [
        FeatureRow(
            label=one.label,
            now=value,
            expected=PRESENT_FROM,
            description=one.description,
            is_core=False,
            origin=context.origin("kenmerk", one.id),
        )
        for one in reading.edition.continuum.features
        if (value := reading.feature_value(one.id)) is not None and value >= PRESENT_FROM
    ]
    return sorted(found, key=lambda row: -(row.now or 0))


def _missing_parts(context: ResultContext) -> list[MissingPart]:
    missing = context.reading.record.result.continuum.missing
    parts = []
    if missing.next and not (missing.ambition and missing.ambition.model == missing.next.model):
        parts.append(_missing(context, missing.next, "Voor het volgende model"))
    if missing.ambition:
        same = missing.next and missing.next.model == missing.ambition.model
        heading = "Voor het volgende model, dat ook uw ambitie is" if same else "Voor uw ambitie"
        parts.append(_missing(context, missing.ambition, heading))
    return parts


def _missing(context: ResultContext, missing: Missing, heading: str) -> MissingPart:
    reading = context.reading
    model = reading.model(missing.model)
    return MissingPart(
        heading=f"{heading}: {model.label}",
        sentence=story.missing(reading, missing),
        features=tuple(_row(context, short.feature, model) for short in missing.features),
        unknown=tuple(reading.feature(feature).label for feature in missing.unknown),
    )


def _row(context: ResultContext, feature: str, model: Model) -> FeatureRow:
    content = context.reading.feature(feature)
    return FeatureRow(
        label=content.label,
        now=context.reading.feature_value(feature),
        expected=100 * content.expected[model.number - 1],
        description=content.description,
        is_core=feature in model.core_features,
        origin=context.origin("kenmerk", feature),
    )


def _zone(reading: Reading) -> Lens | None:
    found = reading.record.result.continuum.zone
    zone = next((zone for zone in reading.edition.continuum.zones if zone.label == found), None)
    return Lens(heading="Zone op de lijn", outcome=capitalised(zone.label), text=zone.description) if zone else None


def _network(reading: Reading) -> Lens | None:
    found = reading.record.result.continuum.network
    label = next((one for one in reading.edition.continuum.network if one.value == found), None)
    if label is None:
        return None
    return Lens(heading="Soort netwerk", outcome=capitalised(label.label), text=label.explanation)


def _model(context: ResultContext, model: Model) -> ModelPart:
    similarity = context.reading.record.result.continuum.similarity
    return ModelPart(
        number=model.number,
        label=capitalised(model.label),
        summary=model.summary,
        description=model.description,
        when_it_fits=model.when_it_fits,
        similarity=similarity[model.number - 1] if similarity else None,
        marks=tuple(_marks(context.reading, model)),
        origin=context.origin("model", str(model.number)),
    )


def _marks(reading: Reading, model: Model) -> list[str]:
    continuum = reading.record.result.continuum
    marks = []
    if continuum.nearest == model.number:
        marks.append("lijkt het meest op uw antwoorden")
    elif continuum.plausible and model.number in continuum.plausible:
        marks.append("is ook mogelijk")
    if reading.record.result.ambition == model.number:
        marks.append("uw ambitie")
    return marks
