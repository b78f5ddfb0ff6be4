"""What the pages of this room show, from the content and from the example scans."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from app.collaborations.earlier import course_of_scan
from app.pages.page import (
    ContextQuestion,
    ExampleMunicipality,
    ExampleScan,
    HomePage,
    MethodPage,
    Place,
    Question,
    QuestionnairePage,
    QuestionnairesPage,
    Subject,
    WindowSummary,
)
from app.results.record import read_record
from app.store import results, scans
from app.web.page import Link
from scoring import MINIMUM_DEFAULT

if TYPE_CHECKING:
    from app.db import Session
    from app.models import Result
    from app.pages.worked import Worked
    from app.results.record import Continuum
    from app.store.scans import ScanInContext
    from questionnaires import ContextItem, DimensionFile, Edition, Item, WindowId

WORKED_SCAN = "voorbeeld-houten-fase-1"
"""The example scan whose answers are followed on the method page."""

Editions = dict[str, "Edition"]

ORIGINS = {
    "T": "beschrijving van de modellen in het rapport",
    "TB": "beschrijving van de modellen in het rapport en Boon e.a. (2004)",
    "B": "Boon e.a. (2004)",
    "R": "andere plaats in het rapport",
    "i": "onze eigen afleiding",
}
METHOD_SECTIONS = {
    "verhaal": "Het verhaal, met een voorbeeld",
    "kort": "In het kort",
    "scores": "Van antwoord naar score",
    "continuum": "De plek op het continuüm",
    "leerordes": "De leerordes",
    "zekerheid": "Hoe zeker is een uitkomst?",
    "kleine-groepen": "Bescherming van kleine groepen",
    "eensgezind": "Eensgezind of verdeeld",
    "spiegel": "Vensters naast elkaar",
    "verandering": "Verandering of toeval",
    "advies": "De volgorde van de aanbevelingen",
    "lenzen": "Stuurstijl en motivatie",
    "grenzen": "Wat deze scan niet kan",
    "bronnen": "Bronnen",
    "editie": "Editie en methode",
}
"""The parts of the method page: place and heading, in order."""


def home(session: Session, edition: Edition, editions: Editions) -> HomePage:
    """Home, with the example municipalities and how each of their scans came out."""
    found = scans.list_example_scans(session)
    latest = results.latest_results(session, [one.scan.id for one in found])
    per_collaboration = groupby(found, key=lambda one: (one.municipality.name, one.collaboration.name))
    models = edition.continuum.models
    return HomePage(
        title="Samenwerken rond inwoners, gezien door vier vensters",
        section="home",
        windows=_summaries(edition),
        examples=tuple(_example(list(group), latest, editions) for _, group in per_collaboration),
        first_model=models[0].label,
        last_model=models[-1].label,
    )


def _example(found: list[ScanInContext], latest: dict[str, Result], editions: Editions) -> ExampleMunicipality:
    first = found[0]
    return ExampleMunicipality(
        name=first.municipality.name,
        collaboration=first.collaboration.name,
        target_group=first.collaboration.target_group,
        scans=tuple(_example_scan(one, latest.get(one.scan.id), editions) for one in found),
        course=course_of_scan(found[-1].scan, [one.scan for one in found]),
    )


def _example_scan(one: ScanInContext, result: Result | None, editions: Editions) -> ExampleScan:
    continuum = read_record(result.record).result.continuum if result else None
    place = None
    if continuum and continuum.position is not None:
        place = Place(position=continuum.position, low=continuum.low, high=continuum.high)
    return ExampleScan(
        name=one.scan.name,
        period=one.scan.period,
        href=f"/scans/{one.scan.id}",
        sentence=_outcome(continuum, editions[one.scan.edition]),
        place=place,
    )


def _outcome(continuum: Continuum | None, edition: Edition) -> str:
    """How the scan came out, as firmly as the answers allow."""
    if continuum is None:
        return "Nog geen uitslag"
    if continuum.nearest is None:
        return "Te weinig antwoorden voor een plek"
    model = edition.continuum.models[continuum.nearest - 1].label
    if continuum.wording == "typering":
        return f"Te typeren als {model}"
    return f"Kenmerken van {model}" if continuum.wording == "kenmerken" else "Gemengd beeld"


def questionnaires(edition: Edition) -> QuestionnairesPage:
    """The four questionnaires in short."""
    return QuestionnairesPage(
        title="De vragenlijsten",
        section="vragenlijsten",
        edition=edition.id,
        description=edition.file.description,
        windows=_summaries(edition),
    )


def _summaries(edition: Edition) -> tuple[WindowSummary, ...]:
    return tuple(_summary(edition, window) for window in edition.windows)


def _summary(edition: Edition, window: WindowId) -> WindowSummary:
    content = edition.windows[window]
    return WindowSummary(
        id=window,
        name=content.short_label,
        description=content.description,
        audience=content.audience,
        minutes=content.minutes,
        questions=len(edition.items_of(window)) + len(content.context_items),
        subjects=len(edition.dimension_ids(window)),
    )


def questionnaire(edition: Edition, window: WindowId) -> QuestionnairePage:
    """One questionnaire to read."""
    content = edition.windows[window]
    numbers = {item.id: number for number, item in enumerate(edition.items_of(window), start=1)}
    return QuestionnairePage(
        title=f"Vragenlijst {content.short_label.lower()}",
        section="vragenlijsten",
        breadcrumbs=(Link("Vragenlijsten", "/vragenlijsten"),),
        window=content,
        summary=_summary(edition, window),
        minimum=MINIMUM_DEFAULT[window],
        roles=edition.roles.roles[window],
        subjects=tuple(_subject(edition, window, one, numbers) for one in edition.dimensions_of(window)),
        context_questions=tuple(_context_question(edition, item) for item in content.context_items),
        others=tuple(summary for summary in _summaries(edition) if summary.id != window),
    )


def _subject(edition: Edition, window: WindowId, dimension: DimensionFile, numbers: dict[str, int]) -> Subject:
    return Subject(
        id=dimension.id.replace("_", "-"),
        label=dimension.label,
        content=dimension,
        questions=tuple(_question(edition, window, item, numbers[item.id]) for item in dimension.items),
    )


def _question(edition: Edition, window: WindowId, item: Item, number: int) -> Question:
    scales = edition.scales
    not_applicable = (scales.not_applicable,) if window in scales.not_applicable_windows else ()
    return Question(
        number=number,
        text=item.text,
        text_representative=item.text_representative,
        help=item.help,
        options=tuple(label for _, label in edition.options_of(item)),
        without_value=(scales.unknown[window], *not_applicable),
        as_sentences=item.format == "bars5",
    )


def _context_question(edition: Edition, item: ContextItem) -> ContextQuestion:
    options = {
        "portrait": [portrait.text for portrait in edition.portraits.portraits],
        "ambition": [f"{model.label}: {model.summary}" for model in edition.continuum.models],
        "barriers": [f"{barrier.label}: {barrier.explanation}" for barrier in edition.barriers.barriers],
    }
    return ContextQuestion(
        id=item.id.replace("_", "-"),
        text=item.text,
        help=item.help,
        options=tuple(options[item.purpose]),
        reason_label=item.reason_label,
    )


def method(session: Session, edition: Edition, worked: Worked) -> MethodPage:
    """How it measures, with one example carried through; that example has pages only where examples were asked for."""
    evidence = [origin for feature in edition.continuum.features for origin in feature.evidence]
    return MethodPage(
        title="Verantwoording: hoe wij meten",
        section="verantwoording",
        worked=worked,
        example=f"/scans/{WORKED_SCAN}" if scans.find_scan(session, WORKED_SCAN) else "",
        edition=edition,
        minimums=MINIMUM_DEFAULT,
        questions=len(edition.items),
        origins=ORIGINS,
        cells=len(evidence),
        cells_from_sources=sum(origin != "i" for origin in evidence),
        contents=tuple(Link(label, f"#{place}") for place, label in METHOD_SECTIONS.items()),
    )
