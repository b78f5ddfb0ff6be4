"""Why a recommendation stands where it stands, in two or three Dutch sentences (section 6.3).

They are Dutch because they are part of the result. Their parts are the title and the gap from the content and the
counts from the scoring, so that they can never say something that the numbers do not.
"""

from __future__ import annotations

from collections.abc import Mapping

from scoring.advice import Advice
from scoring.method import NEED_SHOWN, at_least

NUMBERS = {1: "één", 2: "twee", 3: "drie", 4: "vier"}
ALL_WINDOWS = {2: "beide", 3: "alle drie de", 4: "alle vier de"}
ACTORS = {
    "professional": "Professionals",
    "organisatie": "Managers en projectleiders",
    "beleid": "Beleidsmakers en bestuurders",
}


def because(advice: Advice, titles: Mapping[str, str], ambition: int | None) -> str:
    """Why this recommendation has this rank; `titles` maps an id to its title."""
    recommendation = advice.recommendation
    if not at_least(advice.need, NEED_SHOWN):
        return (
            f"‘{recommendation.title}’ staat op plaats {advice.rank}: {recommendation.gap} vraagt nu weinig aandacht."
        )
    sentence = (
        f"Wij noemen ‘{recommendation.title}’ als nummer {advice.rank}, omdat {recommendation.gap} nog "
        f"{_measured_against(advice, ambition)}{_according_to(advice)}."
    )
    return f"{sentence}{_agreement(advice)} {_beginning(advice, titles)}"


def _measured_against(advice: Advice, ambition: int | None) -> str:
    """Features are measured against a model, everything else against a fixed score."""
    if not any(trigger.kind == "feature" for trigger in advice.recommendation.triggers):
        return "achterblijft"
    return "achterblijft bij uw ambitie" if ambition is not None else "achterblijft bij het volgende model"


def _according_to(advice: Advice) -> str:
    if advice.windows == 1:
        return ", volgens het ene venster dat hierover iets zegt"
    if advice.confirmed == 0:
        return f", al ziet geen van de {NUMBERS[advice.windows]} vensters dit apart als een groot gemis"
    if advice.confirmed == advice.windows:
        return f", volgens {ALL_WINDOWS[advice.windows]} vensters die hierover iets zeggen"
    return f", volgens {NUMBERS[advice.confirmed]} van de {NUMBERS[advice.windows]} vensters die hierover iets zeggen"


def _agreement(advice: Advice) -> str:
    if advice.spread is None:
        return ""
    if advice.discuss_first:
        return " De antwoorden lopen uiteen: bespreek dit eerst."
    return " De invullers zijn het daarover eens."


def _beginning(advice: Advice, titles: Mapping[str, str]) -> str:
    if advice.after is not None:
        return f"Eerst is ‘{titles[advice.after]}’ nodig."
    return f"{ACTORS[advice.recommendation.actor]} kunnen hier zelf mee beginnen."
