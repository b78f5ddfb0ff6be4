"""What there is to see of a group, in words: figures, how many are still needed, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.web.formatting import counted, date_in_words
from scoring import FEWEST

if TYPE_CHECKING:
    from app.comparison.groups.access import OpenGroup
    from app.comparison.groups.figures import Visible


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand in one sentence, and what is to be known about it."""

    headline: str
    explanation: str


def standing_of(found: OpenGroup, visible: Visible, contributing: int) -> Standing:
    """Say what there is to see; `contributing` is how many members have a result that counts."""
    if visible.figures and visible.made_on:
        return Standing(
            f"Cijfers van {len(visible.contributions)} gemeenten, gemaakt op {date_in_words(visible.made_on)}.",
            "Nieuwe cijfers komen er pas als bij ten minste acht gemeenten iets is veranderd. Anders zou het verschil "
            "iets over één gemeente kunnen zeggen.",
        )
    if visible.knows_too_much:
        return Standing(
            "U leest de uitslagen van zo veel gemeenten in deze groep, dat u geen groepscijfers ziet.",
            "U zou er de andere uit kunnen afleiden. Er zijn cijfers te zien voor wie er minder kent.",
        )
    if contributing < FEWEST:
        return _too_few(len(found.members), contributing, is_withdrawn=visible.is_withdrawn)
    if visible.is_withdrawn:
        return Standing(
            "De groepscijfers zijn er nu niet: een gemeente of een scan doet niet meer mee.",
            "De cijfers verdwijnen tot dezelfde gemeenten weer meedoen, of tot ten opzichte van elke eerdere reeks "
            "cijfers ten minste acht gemeenten zijn weggegaan of een nieuwe uitslag hebben. Anders zou uit oude en "
            "nieuwe cijfers samen iets over één gemeente af te leiden zijn.",
        )
    return Standing(
        "Er doen genoeg gemeenten mee. De cijfers zijn er nog niet.",
        "De cijfers worden elke dag bijgewerkt. Zij komen er niet als deze gemeenten bijna dezelfde zijn als die van "
        "eerdere cijfers of van een andere groep: dan zou uit het verschil iets over één gemeente af te leiden zijn.",
    )


def _too_few(members: int, contributing: int, *, is_withdrawn: bool) -> Standing:
    needed = FEWEST - contributing
    are_needed = f"Er {'is' if needed == 1 else 'zijn'} nog {counted(needed, 'gemeente', 'gemeenten')} nodig."
    without = members - contributing
    explanation = f"Groepscijfers zijn er vanaf {FEWEST} gemeenten met een uitslag, zodat niemand te herkennen is."
    if without:
        verb = "heeft" if without == 1 else "hebben"
        explanation += f" Van wie meedoet, {verb} {counted(without, 'gemeente', 'gemeenten')} nu geen uitslag die telt."
    if is_withdrawn:
        explanation += (
            " Er waren cijfers. Die verdwenen toen een gemeente of een scan niet meer meedeed. Nieuwe cijfers moeten "
            "van elke eerdere reeks met geen enkele of met ten minste acht gemeenten verschillen."
        )
    return Standing(are_needed, explanation)
