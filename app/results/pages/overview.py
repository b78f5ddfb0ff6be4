"""The overview: the story of a result in one screen, the same on one sheet of paper, and the parts that lead on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.results import story
from app.results.page import ResultPage
from app.results.pages.ambition import ambition_part
from app.results.words import ACTORS, numbers_missing
from app.web.formatting import enumeration, number
from app.web.page import Link

if TYPE_CHECKING:
    from app.results.charts import Drawing
    from app.results.context import ResultContext
    from app.results.pages.ambition import AmbitionPart
    from app.results.reading import Reading

GAPS_SHOWN = 3
WHERE_IT_SAYS_SO = re.compile(r", volgens [^,]*(?=\.$)")
"""The end of a reason: how many windows say so. It stands with the recommendation itself."""
LEVELS = ("Nog geen leerorde", "De eerste leerorde", "De eerste en tweede leerorde", "Alle drie de leerordes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One answer of the overview: a question, its answer in a few words, what it rests on, and where to read on."""

    question: str
    answer: str
    text: str
    more: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowState:
    """A window in a list: shown with its number of answers, or what is still needed."""

    heading: str
    shown: bool
    state: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceSummary:
    """A recommendation on the overview."""

    rank: int
    title: str
    actor: str
    because: str
    first_step: str
    discuss_first: bool
    link: str

    @property
    def why(self) -> str:
        """The reason in one sentence."""
        return WHERE_IT_SAYS_SO.sub("", first_sentence(self.because))

    @property
    def step(self) -> str:
        """The first step in one sentence."""
        return first_sentence(self.first_step)


@dataclass(frozen=True, kw_only=True)
class OverviewPage(ResultPage):
    """The story that can be read in one screen, and the parts that lead on."""

    headline: str
    explanation: str
    position: str
    certainty: str
    rests_on: str
    certainty_explanation: str
    cards: tuple[Card, ...]
    line: Drawing | None
    line_origin: str
    radar: Drawing | None
    windows: tuple[WindowState, ...]
    differences: str
    gaps: tuple[Link, ...]
    ambition: AmbitionPart
    without_advice: str
    advice: tuple[AdviceSummary, ...]
    numbers: str
    caveat: str
    minimum: str
    sheet: str
    on_sheet: bool = False
    back: str = ""


def build_sheet(context: ResultContext) -> OverviewPage:
    """The story as it stands on one sheet of paper: nothing on it leads elsewhere."""
    page = build_overview(replace(context, address=None, desk=None))
    return replace(page, on_sheet=True, back=context.link("overzicht"))


def build_overview(context: ResultContext) -> OverviewPage:
    """The overview of a result."""
    reading = context.reading
    texts = {text.id: text.explanation for text in reading.edition.continuum.certainties}
    gaps = story.largest_real_gaps(reading, GAPS_SHOWN)
    return OverviewPage(
        **context.frame("overzicht", f"Uitslag {context.name}"),
        headline=story.headline(reading),
        explanation=story.wording_explanation(reading),
        position=story.position(reading),
        certainty=story.certainty(reading),
        rests_on=story.rests_on(reading),
        certainty_explanation=texts[reading.record.result.continuum.certainty],
        cards=tuple(_cards(context)),
        line=context.drawing("plek"),
        line_origin=context.origin("plek", "samen"),
        radar=context.drawing("vensters"),
        windows=tuple(_windows(context)),
        differences=story.differences(reading),
        gaps=tuple(Link(story.gap(gap), context.origin("onderwerp", gap.code)) for gap in gaps),
        ambition=ambition_part(context),
        without_advice=story.without_advice(reading),
        advice=first_advice(context),
        numbers=numbers_missing(reading),
        caveat=reading.edition.continuum.caveat,
        minimum=_minimum(reading),
        sheet="" if context.address is None else context.link("op-een-a4"),
    )


def _minimum(reading: Reading) -> str:
    """From how many answers on each window is shown."""
    minima = [f"{reading.label(name)} {number(window.minimum)}" for name, window in reading.windows.items()]
    return f"Een venster is te zien vanaf een minimum aan antwoorden: {enumeration(minima)}."


def _cards(context: ResultContext) -> list[Card]:
    return [_ambition_card(context), _learning_card(context), _mirror_card(context)]


def _ambition_card(context: ResultContext) -> Card:
    part = ambition_part(context)
    return Card(
        question="Waar wilt u heen?",
        answer=part.answer,
        text=part.text.removeprefix(f"Uw ambitie is {part.answer[:1].lower()}{part.answer[1:]}. "),
        more=Link("Wat er nog ontbreekt", context.link("continuum")),
    )


def _learning_card(context: ResultContext) -> Card:
    reading = context.reading
    level = reading.record.result.learning.level
    return Card(
        question="Hoe leert u samen?",
        answer="Nog niet te zeggen" if level is None else LEVELS[level],
        text=story.learning_block(reading) or story.learning(reading),
        more=Link("De drie leerordes", context.link("leerordes")),
    )


def _mirror_card(context: ResultContext) -> Card:
    reading = context.reading
    gaps = story.largest_real_gaps(reading, 1)
    without = "Geen verschil boven de marge" if story.gaps(reading) else "Niet te vergelijken"
    return Card(
        question="Waar verschilt het beeld?",
        answer=f"‘{gaps[0].subject}’" if gaps else without,
        text=story.gap(gaps[0]) if gaps else story.differences(reading),
        more=Link("De spiegel van de vensters", context.link("spiegel")),
    )


def _windows(context: ResultContext) -> list[WindowState]:
    reading = context.reading
    return [
        WindowState(
            heading=reading.heading(name),
            shown=window.status == "shown",
            state=story.still_needed(reading, name) or story.filled_by(reading, name),
            link=context.link(f"vensters/{name}"),
        )
        for name, window in reading.windows.items()
    ]


def first_advice(context: ResultContext) -> tuple[AdviceSummary, ...]:
    """The recommendations that come first, at most five."""
    reading = context.reading
    contents = {one.id: one for one in reading.edition.recommendations.recommendations}
    groups = {group.id: group for group in reading.edition.recommendations.groups}
    return tuple(
        AdviceSummary(
            rank=one.rank,
            title=contents[one.id].title,
            actor=ACTORS[groups[contents[one.id].group].actor],
            because=reason(one.because),
            first_step=contents[one.id].first_step,
            discuss_first=one.discuss_first,
            link=context.link("advies", one.id),
        )
        for one in reading.record.result.advice
        if one.shown
    )


def first_sentence(text: str) -> str:
    """The first sentence of a text."""
    found = re.match(r".*?[.?!](?=\s|$)", text, re.DOTALL)
    return found[0] if found else text


def reason(because: str) -> str:
    """The reason from a because-sentence, without the title and the place that stand beside it already."""
    _, omdat, rest = because.partition(", omdat ")
    return f"Omdat {rest}" if omdat else because
