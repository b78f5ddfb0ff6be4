"""The advice: every recommendation with its grounds, for everybody or seen from one layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.results import story
from app.results.page import ResultPage
from app.results.words import ACTORS, NEIGHBOURS, numbers_missing
from app.web.formatting import capitalised, counted
from app.web.page import Link

if TYPE_CHECKING:
    from app.results.context import ResultContext
    from app.results.reading import Grounds
    from app.results.record import Advice
    from questionnaires import Recommendation

Actor = Literal["professional", "organisatie", "beleid"]

SMALL_NEED = 0.15
"""Below this need a recommendation is not given, however it ranks (section 6.3)."""
OWN_INFLUENCE = {
    "professional": "Hier kunnen professionals zelf mee beginnen.",
    "organisatie": "Hier kan de organisatie zelf mee beginnen.",
    "beleid": "Hier kunnen beleid en bestuur zelf mee beginnen.",
}
LAYERS = {"professional": "professionals", "organisatie": "de organisatie", "beleid": "beleid en bestuur"}
TOO_FEW = "Er zijn te weinig antwoorden om te zeggen of dit nodig is."
BEYOND_AMBITION = "Dit hoort bij een vorm die verder gaat dan uw ambitie."
NO_POSITION = "Zonder plek op de lijn is niet te zeggen of dit nu een goede stap is."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One ground of a recommendation: what it is, in words, and its number on 0..100."""

    label: str
    words: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What a municipality in the report did."""

    title: str
    place: str
    did: str
    brought: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvicePart:
    """One ranked recommendation with everything that is known about it."""

    id: str
    rank: int
    title: str
    group: str
    actor: str
    influence: str
    shown: bool
    priority: float
    because: str
    reasons: tuple[Reason, ...]
    what: str
    why: str
    first_step: str
    works_when: str
    tasks: tuple[tuple[int, str, str], ...]
    examples: tuple[Example, ...]
    sources: tuple[str, ...]
    discuss_first: bool
    prerequisite: str
    origin: str
    in_steps: bool


@dataclass(frozen=True, slots=True)
class Unranked:
    """A recommendation that could not be placed, with the reason."""

    title: str
    actor: str
    reason: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that the conclusions mention and chapter 8 does not."""

    title: str
    what: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A recommendation for another layer, as somebody of this layer can raise it."""

    title: str
    what_to_do: str


@dataclass(frozen=True, kw_only=True)
class AdvicePage(ResultPage):
    """All recommendations, or those for one actor with what to raise elsewhere."""

    introduction: str
    filters: tuple[Link, ...]
    chosen: str
    summary: str
    numbers: str
    first: tuple[AdvicePart, ...]
    later: tuple[AdvicePart, ...]
    not_needed: tuple[AdvicePart, ...]
    agenda: tuple[AgendaItem, ...]
    unranked: tuple[Unranked, ...]
    suggestions_introduction: str
    suggestions: tuple[Suggestion, ...]
    without_ambition: bool
    without_advice: str
    choose_ambition: str


def build_advice(context: ResultContext, chosen: Actor | None) -> AdvicePage:
    """The advice page; with `chosen` what that layer can start itself, and what it can raise elsewhere."""
    reading = context.reading
    ranked = [one for one in reading.record.result.advice if chosen is None or _actor(context, one.id) == chosen]
    parts = [_part(context, one) for one in ranked]
    needed = {one.id for one in ranked if round(one.need, 9) >= SMALL_NEED}
    content = reading.edition
    return AdvicePage(
        **context.frame("advies", "Advies"),
        uses_htmx=True,
        introduction=content.recommendations.introduction,
        filters=tuple(_filters(context, chosen)),
        chosen=ACTORS[chosen] if chosen else "",
        summary=_summary(chosen, len(needed)),
        numbers="" if chosen else numbers_missing(reading),
        first=tuple(part for part in parts if part.shown),
        later=tuple(part for part in parts if not part.shown and part.id in needed),
        not_needed=tuple(part for part in parts if not part.shown and part.id not in needed),
        agenda=tuple(_agenda(context, chosen)) if chosen else (),
        unranked=tuple(_unranked(context, chosen)),
        suggestions_introduction=content.suggestions.introduction,
        suggestions=tuple(Suggestion(one.title, one.what) for one in content.suggestions.suggestions),
        without_ambition=reading.record.result.ambition is None,
        without_advice=story.without_advice(reading),
        choose_ambition=f"{context.root}/ambitie" if context.desk else "",
    )


def _summary(chosen: Actor | None, needed: int) -> str:
    """How many recommendations there are for this reader."""
    count = f"{counted(needed, 'aanbeveling', 'aanbevelingen')}" if needed else "nu geen aanbeveling"
    what = f"{count} waar u zelf mee kunt beginnen" if chosen else f"{count} op volgorde"
    return f"{ACTORS[chosen]}: {what}." if chosen else f"{capitalised(what)}."


def _filters(context: ResultContext, chosen: Actor | None) -> list[Link]:
    """The same list for one actor; a document that stands alone shows everything."""
    if context.address is None:
        return []
    root = context.link("advies")
    return [
        Link("Alles", root, current=chosen is None),
        *(Link(label, f"{root}?voor={actor}", current=chosen == actor) for actor, label in ACTORS.items()),
    ]


def _actor(context: ResultContext, code: str) -> str:
    group = context.reading.recommendation(code).group
    return next(one.actor for one in context.reading.edition.recommendations.groups if one.id == group)


def _part(context: ResultContext, advice: Advice) -> AdvicePart:
    content, edition = context.reading.recommendation(advice.id), context.reading.edition
    grounds = context.reading.grounds(advice)
    actor = _actor(context, advice.id)
    tasks = {task.number: task for task in edition.development_tasks.tasks}
    return AdvicePart(
        id=advice.id,
        rank=advice.rank,
        title=content.title,
        group=next(one.label for one in edition.recommendations.groups if one.id == content.group),
        actor=ACTORS[actor],
        influence=OWN_INFLUENCE[actor],
        shown=advice.shown,
        priority=grounds.priority,
        because=advice.because,
        reasons=tuple(_reasons(advice, grounds)),
        what=content.what,
        why=content.why,
        first_step=content.first_step,
        works_when=content.works_when,
        tasks=tuple((number, tasks[number].title, tasks[number].question) for number in content.development_tasks),
        examples=tuple(_examples(context, content)),
        sources=content.sources,
        discuss_first=advice.discuss_first,
        prerequisite=context.reading.recommendation(advice.after).title if advice.after else "",
        origin=context.origin("advies", advice.id),
        in_steps=grounds.in_steps,
    )


def _examples(context: ResultContext, content: Recommendation) -> list[Example]:
    return [
        Example(title=one.title, place=one.place, did=one.what_they_did, brought=one.what_it_brought)
        for one in context.reading.edition.practice_examples.examples
        if one.id in content.practice_examples
    ]


def _reasons(advice: Advice, grounds: Grounds) -> list[Reason]:
    """The four grounds of section 6.3 in words, each with its number on 0..100."""
    return [
        Reason(label="Nood", words=_need(advice.need), value=grounds.need),
        Reason(label="Breedte", words=_breadth(advice.breadth), value=grounds.breadth),
        Reason(label="Eensgezindheid", words=_agreement(advice), value=grounds.agreement),
        Reason(label="Volgorde", words=_sequence(advice), value=grounds.sequence),
    ]


def _need(need: float) -> str:
    if round(need, 9) < SMALL_NEED:
        return "er ontbreekt nu weinig"
    return "er ontbreekt veel" if need >= 0.5 else "er ontbreekt iets"


def _breadth(breadth: float) -> str:
    if breadth >= 1:
        return "elk venster dat er iets over zegt, ziet dit"
    if breadth == 0.5:
        return "één venster zegt er iets over, of de helft van de vensters ziet dit"
    return "een deel van de vensters ziet dit" if breadth > 0 else "geen venster ziet dit zelf als groot gemis"


def _agreement(advice: Advice) -> str:
    if advice.discuss_first:
        return "de antwoorden lopen uiteen"
    return "de invullers zijn het eens" if advice.agreement >= 1 else "niet te bepalen met deze antwoorden"


def _sequence(advice: Advice) -> str:
    if advice.after:
        return "er moet eerst iets anders gebeuren"
    return "dit past bij de volgende stap" if advice.sequence >= 1 else "dit hoort bij een latere stap"


def _agenda(context: ResultContext, chosen: Actor) -> list[AgendaItem]:
    """What comes first but is for another layer: never hidden, but to be raised there (section 6.2)."""
    return [
        AgendaItem(context.reading.recommendation(one.id).title, _raise(chosen, _actor(context, one.id)))
        for one in context.reading.record.result.advice
        if one.shown and _actor(context, one.id) != chosen
    ]


def _raise(chosen: Actor, actor: str) -> str:
    layer = LAYERS[actor]
    return f"Agendeer dit bij {layer}." if (chosen, actor) in NEIGHBOURS else f"Geef dit als signaal door aan {layer}."


def _unranked(context: ResultContext, chosen: Actor | None) -> list[Unranked]:
    ranked = {one.id for one in context.reading.record.result.advice}
    return [
        Unranked(one.title, ACTORS[_actor(context, one.id)], _why_unranked(context, one))
        for one in context.reading.edition.recommendations.recommendations
        if one.id not in ranked and chosen in (None, _actor(context, one.id))
    ]


def _why_unranked(context: ResultContext, content: Recommendation) -> str:
    result = context.reading.record.result
    if content.step is not None and result.continuum.position is None:
        return NO_POSITION
    if content.step is not None and result.ambition is not None and content.step > result.ambition:
        return BEYOND_AMBITION
    return TOO_FEW
