"""What the link shows when the window takes no answers: why, what happens now, and after closing what came out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.state import state_of
from app.results import story
from app.results.context import ResultContext
from app.results.pages.overview import first_advice
from app.results.reading import Reading
from app.results.record import read_record
from app.store.results import find_result
from app.web.formatting import capitalised, date_in_words, number, whole_number
from app.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.db import Session
    from app.responding.visit import Visit
    from app.results.story import Gap
    from questionnaires import Edition

GAPS, RECOMMENDATIONS = 3, 3
"""How many of each stand on one page."""
HOW_SURE = {
    "hoog": "We zijn hier vrij zeker van.",
    "middel": "We zijn hier redelijk zeker van.",
    "laag": "We zijn hier nog niet zeker van. Er waren weinig antwoorden, of mensen zagen het heel verschillend.",
}


@dataclass(frozen=True, kw_only=True)
class ClosedPage(Page):
    """Why nothing can be filled in here, and what happens now; `wipe` is where a questionnaire is wiped, if any."""

    respondent: bool = True
    paragraphs: tuple[str, ...]
    contact_person: str
    wipe: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A recommendation: what, for whom, and how to begin."""

    title: str
    actor: str
    first_step: str


@dataclass(frozen=True, kw_only=True)
class SummaryPage(Page):
    """What came out, on one page, for somebody who answered."""

    respondent: bool = True
    is_resident: bool
    about: str
    took_part: str
    headline: str
    position: tuple[str, ...]
    stands_out: tuple[str, ...]
    windows_differ: bool
    suggestions: tuple[Suggestion, ...]
    contact_person: str
    disclaimer: str


def page_without_questions(session: Session, editions: Mapping[str, Edition], visit: Visit) -> ClosedPage | SummaryPage:
    """The page of a window that takes no answers: the summary as soon as there is a result, else why it is closed."""
    scan = visit.found.scan
    result = find_result(session, scan.id) if scan.closed_on is not None else None
    if result is None or result.edition not in editions:
        return closed_page(visit)
    return summary_page(visit, Reading(read_record(result.record), editions[result.edition]))


def closed_page(visit: Visit) -> ClosedPage:
    """Why nothing can be filled in here."""
    title, *paragraphs = _why_closed(visit)
    unsent = visit.draft is not None
    if unsent:
        paragraphs.append(
            "U had al iets ingevuld en niet verstuurd. Dat telt niet mee. Wij wissen het als de scan wordt afgesloten. "
            "U kunt het ook nu zelf wissen."
        )
    return ClosedPage(
        title=title,
        paragraphs=tuple(paragraphs),
        contact_person=visit.found.window.contact,
        wipe=visit.path("wissen") if unsent else "",
    )


def _why_closed(visit: Visit) -> list[str]:
    """The title and what there is to say about it."""
    scan = visit.found.scan
    state = state_of(scan, visit.today)
    if state == "archived":
        return [
            "Deze vragenlijst is er niet meer",
            "De organisatie achter deze scan heeft de scan weggezet. U kunt hier niets meer invullen.",
        ]
    if state == "closed":
        return [
            "Deze vragenlijst is gesloten",
            "U kunt niets meer invullen of veranderen. Alle antwoorden die verstuurd zijn, tellen mee.",
            "De samenvatting van de uitslag staat hier nog niet. Kijk later nog eens, met dezelfde link of code.",
        ]
    if not visit.found.window.is_on:
        return [
            "Deze vragenlijst wordt nu niet gebruikt",
            "Voor deze groep staat de vragenlijst uit. U kunt hier nu niets invullen.",
        ]
    last_day = f"Invullen kon tot en met {date_in_words(scan.closes_on)}. " if scan.closes_on else ""
    return [
        "Deze vragenlijst is gesloten",
        f"{last_day}Alle antwoorden die verstuurd zijn, tellen mee.",
        "Nu volgt de uitslag. Daarna staat hier een korte samenvatting. U opent die met dezelfde link of code.",
    ]


def summary_page(visit: Visit, reading: Reading) -> SummaryPage:
    """What came out, in the words for this window; everything that it says comes from what may be shown."""
    found = visit.found
    tell = _for_residents if visit.is_resident else _for_others
    headline, position = tell(reading)
    return SummaryPage(
        title="Dit kwam eruit",
        is_resident=visit.is_resident,
        about=f"{found.collaboration.name}, {found.municipality.name}, {found.scan.period}",
        took_part=_took_part(visit, reading),
        headline=headline,
        position=tuple(sentence for sentence in position if sentence),
        stands_out=_stands_out(reading, with_numbers=not visit.is_resident),
        windows_differ=bool(story.largest_real_gaps(reading, 1)),
        suggestions=_suggestions(reading),
        contact_person=found.window.contact,
        disclaimer=reading.edition.file.disclaimer,
    )


def _took_part(visit: Visit, reading: Reading) -> str:
    """Whether this window reached its minimum; below it not even how many there were."""
    window = reading.windows[visit.window]
    if window.status == "shown":
        counts = "telt één persoon" if window.usable == 1 else f"tellen {whole_number(window.usable)} mensen"
        reached = f" Het minimum van {whole_number(window.minimum)} is gehaald." if visit.has_minimum else ""
        return f"In de uitslag {counts} uit uw groep mee.{reached}"
    if window.status == "absent":
        return "Uit uw groep vulde niemand de vragenlijst in. Uw groep telt daarom niet mee in de uitslag."
    few = f"Uit uw groep deden minder dan {whole_number(window.minimum)} mensen mee."
    return f"{few} Daarom is van uw groep niets getoond of gebruikt."


def _for_others(reading: Reading) -> tuple[str, tuple[str, ...]]:
    sentences = (story.position(reading), story.certainty(reading), story.learning(reading))
    return story.headline(reading), sentences


def _for_residents(reading: Reading) -> tuple[str, tuple[str, ...]]:
    """How the organisations work together, without the names of models."""
    continuum = reading.record.result.continuum
    if continuum.position is None or continuum.nearest is None:
        return "Er waren te weinig antwoorden om te zeggen hoe de organisaties samenwerken.", ()
    if continuum.wording == "gemengd beeld":
        headline = "Op sommige punten werken de organisaties veel samen. Op andere punten weinig."
    else:
        summary = reading.model(continuum.nearest).summary
        headline = f"Zo werken de organisaties nu ongeveer samen: {summary[0].lower()}{summary[1:]}"
    place = (
        f"Op een lijn van 1 tot 7 is dat een {number(continuum.position, 1)}. Bij 1 werkt elke organisatie alleen. "
        "Bij 7 werken ze als één team. Hoger is niet altijd beter."
    )
    return headline, (place, HOW_SURE.get(continuum.certainty, ""))


def _stands_out(reading: Reading, *, with_numbers: bool) -> tuple[str, ...]:
    gaps = story.largest_real_gaps(reading, GAPS)
    if not gaps:
        return (story.differences(reading),)
    return tuple(story.gap(gap) if with_numbers else _in_words(gap) for gap in gaps)


def _in_words(gap: Gap) -> str:
    verb = "zijn" if gap.higher in story.IS_PLURAL else "is"
    who, others = capitalised(story.SAYS[gap.higher]), story.SAYS[gap.lower]
    return f"{who} {verb} positiever over ‘{gap.subject}’ dan {others}."


def _suggestions(reading: Reading) -> tuple[Suggestion, ...]:
    context = ResultContext(reading, about=(), name="")
    return tuple(
        Suggestion(advice.title, advice.actor, advice.first_step) for advice in first_advice(context)[:RECOMMENDATIONS]
    )
