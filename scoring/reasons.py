"""The one sentence that says why a recommendation stands where it stands (section 6.3).

It is Dutch because it is part of the result. Its parts are the title and the gap from the content and the counts from
the scoring, so that the sentence can never say something that the numbers do not.
"""

from __future__ import annotations

from collections.abc import Mapping

from scoring.advice import Advice
from scoring.method import NEED_SHOWN, at_least

NUMBERS = {1: "één", 2: "twee", 3: "drie", 4: "vier"}
ALL_WINDOWS = {2: "beide", 3: "alle drie de", 4: "alle vier de"}


def because(advice: Advice, titles: Mapping[str, str], ambition: int | None) -> str:
    """Why this recommendation has this rank, in one or two Dutch sentences; `titles` maps an id to its title."""
    recommendation = advice.recommendation
    if not at_least(advice.need, NEED_SHOWN):
        return (
            f"‘{recommendation.title}’ staat op plaats {advice.rank}: {recommendation.gap} vraagt nu weinig aandacht."
        )
    aim = "uw ambitie" if ambition is not None else "wat de volgende stap vraagt"
    sentence = (
        f"Wij noemen ‘{recommendation.title}’ als nummer {advice.rank}, omdat {recommendation.gap} nog onder {aim} ligt"
        f"{_according_to(advice)}{_agreement(advice)}."
    )
    if advice.after is not None:
        return f"{sentence} Eerst is ‘{titles[advice.after]}’ nodig."
    return f"{sentence} Hiermee kunt u zelf beginnen."


def _according_to(advice: Advice) -> str:
    if advice.windows == 1:
        return " volgens het ene venster dat hierover iets zegt"
    if advice.confirmed == 0:
        return f", al ziet geen van de {advice.windows} vensters dat zelf als groot gemis"
    if advice.confirmed == advice.windows:
        return f" volgens {ALL_WINDOWS[advice.windows]} vensters die hierover iets zeggen"
    return f" volgens {NUMBERS[advice.confirmed]} van de {NUMBERS[advice.windows]} vensters die hierover iets zeggen"


def _agreement(advice: Advice) -> str:
    if advice.spread is None:
        return ""
    return (
        ". De antwoorden lopen wel uiteen: bespreek dit eerst"
        if advice.discuss_first
        else " en men het daarover eens is"
    )
