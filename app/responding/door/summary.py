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
from app.results.words import ACTORS
from app.store.results import find_result
from app.web.formatting import uncapitalised
from app.web.language import marked
from app.web.page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.db import Session
    from app.responding.visit import Visit
    from app.results.story import Gap
    from app.web.language import Words
    from questionnaires import Edition

GAPS, RECOMMENDATIONS = 3, 3
"""How many of each stand on one page."""
HOW_SURE = {
    "hoog": marked("We zijn hier vrij zeker van."),
    "middel": marked("We zijn hier redelijk zeker van."),
    "laag": marked(
        "We zijn hier nog niet zeker van. Er waren weinig antwoorden, of mensen zagen het heel verschillend."
    ),
}


FOR_WHOM = {
    ACTORS["professional"]: marked("Voor: professionals"),
    ACTORS["organisatie"]: marked("Voor: organisatie"),
    ACTORS["beleid"]: marked("Voor: beleid en bestuur"),
}
"""What residents read about whom a recommendation is addressed to."""


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
    for_whom: str
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
    edition = editions[result.edition]
    spoken = edition.spoken.get(visit.words.language.code, edition)
    return summary_page(visit, Reading(read_record(result.record), spoken))


def closed_page(visit: Visit) -> ClosedPage:
    """Why nothing can be filled in here."""
    title, *paragraphs = _why_closed(visit)
    unsent = visit.draft is not None
    if unsent:
        paragraphs.append(
            visit.words.say(
                "U had al iets ingevuld en niet verstuurd. Dat telt niet mee. Wij wissen het als de scan wordt "
                "afgesloten. U kunt het ook nu zelf wissen."
            )
        )
    return ClosedPage(
        title=title,
        speech=visit.speech,
        paragraphs=tuple(paragraphs),
        contact_person=visit.found.window.contact,
        wipe=visit.path("wissen") if unsent else "",
    )


def _why_closed(visit: Visit) -> list[str]:
    """The title and what there is to say about it."""
    scan, say = visit.found.scan, visit.words.say
    state = state_of(scan, visit.today)
    if state == "archived":
        return [
            say("Deze vragenlijst is er niet meer"),
            say("De organisatie achter deze scan heeft de scan weggezet. U kunt hier niets meer invullen."),
        ]
    if state == "closed":
        return [
            say("Deze vragenlijst is gesloten"),
            say("U kunt niets meer invullen of veranderen. Alle antwoorden die verstuurd zijn, tellen mee."),
            say("De samenvatting van de uitslag staat hier nog niet. Kijk later nog eens, met dezelfde link of code."),
        ]
    if not visit.found.window.is_on:
        return [
            say("Deze vragenlijst wordt nu niet gebruikt"),
            say("Voor deze groep staat de vragenlijst uit. U kunt hier nu niets invullen."),
        ]
    counted = say("Alle antwoorden die verstuurd zijn, tellen mee.")
    if scan.closes_on:
        until = say("Invullen kon tot en met {day}.", day=visit.words.date(scan.closes_on))
        counted = f"{until} {counted}"
    return [
        say("Deze vragenlijst is gesloten"),
        counted,
        say("Nu volgt de uitslag. Daarna staat hier een korte samenvatting. U opent die met dezelfde link of code."),
    ]


def summary_page(visit: Visit, reading: Reading) -> SummaryPage:
    """What came out, in the words for this window; everything that it says comes from what may be shown."""
    found, words = visit.found, visit.words
    headline, position = _for_residents(reading, words) if visit.is_resident else _for_others(reading)
    return SummaryPage(
        title=words.say("Dit kwam eruit"),
        speech=visit.speech,
        is_resident=visit.is_resident,
        about=f"{found.collaboration.name}, {found.municipality.name}, {found.scan.period}",
        took_part=_took_part(visit, reading),
        headline=headline,
        position=tuple(sentence for sentence in position if sentence),
        stands_out=_stands_out(reading, words, with_numbers=not visit.is_resident),
        windows_differ=bool(story.largest_real_gaps(reading, 1)),
        suggestions=_suggestions(visit, reading),
        contact_person=found.window.contact,
        disclaimer=reading.edition.file.disclaimer,
    )


def _took_part(visit: Visit, reading: Reading) -> str:
    """Whether this window reached its minimum; below it not even how many there were."""
    window, words = reading.windows[visit.window], visit.words
    minimum = words.whole_number(window.minimum)
    if window.status == "shown":
        if window.usable == 1:
            counts = "In de uitslag telt één persoon uit uw groep mee."
        else:
            usable = words.whole_number(window.usable)
            counts = words.say("In de uitslag tellen {number} mensen uit uw groep mee.", number=usable)
        reached = words.say("Het minimum van {minimum} is gehaald.", minimum=minimum)
        return f"{counts} {reached}" if visit.has_minimum else counts
    if window.status == "absent":
        return words.say("Uit uw groep vulde niemand de vragenlijst in. Uw groep telt daarom niet mee in de uitslag.")
    return words.say(
        "Uit uw groep deden minder dan {minimum} mensen mee. Daarom is van uw groep niets getoond of gebruikt.",
        minimum=minimum,
    )


def _for_others(reading: Reading) -> tuple[str, tuple[str, ...]]:
    sentences = (story.position(reading), story.certainty(reading), story.learning(reading))
    return story.headline(reading), sentences


def _for_residents(reading: Reading, words: Words) -> tuple[str, tuple[str, ...]]:
    """How the organisations work together, without the names of models."""
    continuum, say = reading.record.result.continuum, words.say
    if continuum.position is None or continuum.nearest is None:
        return say("Er waren te weinig antwoorden om te zeggen hoe de organisaties samenwerken."), ()
    if continuum.wording == "gemengd beeld":
        headline = say("Op sommige punten werken de organisaties veel samen. Op andere punten weinig.")
    else:
        summary = reading.model(continuum.nearest).summary
        headline = say(
            "Zo werken de organisaties nu ongeveer samen: {summary}",
            summary=uncapitalised(summary) if words.is_dutch else summary,
        )
    place = say(
        "Op een lijn van 1 tot 7 is dat een {position}. Bij 1 werkt elke organisatie alleen. "
        "Bij 7 werken ze als één team. Hoger is niet altijd beter.",
        position=words.number(continuum.position, 1),
    )
    return headline, (place, say(HOW_SURE.get(continuum.certainty, "")))


def _stands_out(reading: Reading, words: Words, *, with_numbers: bool) -> tuple[str, ...]:
    gaps = story.largest_real_gaps(reading, GAPS)
    if not gaps:
        return (words.say(story.differences(reading)),)
    return tuple(story.gap(gap) if with_numbers else _told(gap, words) for gap in gaps)


def _told(gap: Gap, words: Words) -> str:
    """A difference in words, without numbers."""
    parts = {
        "who": words.capitalised(words.say(story.SAYS[gap.higher])),
        "others": words.say(story.SAYS[gap.lower]),
        "subject": gap.subject,
    }
    if gap.higher in story.IS_PLURAL:
        return words.say("{who} zijn positiever over ‘{subject}’ dan {others}.", **parts)
    return words.say("{who} is positiever over ‘{subject}’ dan {others}.", **parts)


def _suggestions(visit: Visit, reading: Reading) -> tuple[Suggestion, ...]:
    context = ResultContext(reading, about=(), name="")
    return tuple(
        Suggestion(advice.title, _for_whom(visit, advice.actor), advice.first_step)
        for advice in first_advice(context)[:RECOMMENDATIONS]
    )


def _for_whom(visit: Visit, actor: str) -> str:
    return visit.words.say(FOR_WHOM[actor]) if visit.is_resident else f"Gericht aan: {actor.lower()}"
