"""From the settings in force and the periods of the program to the pages about privacy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.collaborations.kept import KEEP_MONTHS, UNSENT, months_in_words
from app.pages.privacy.facts import facts_of
from app.pages.privacy.page import PrivacyPage, RegisterPage
from app.pages.privacy.register import INTRODUCTION, TITLE, activities
from app.retention.overview import rules
from app.retention.periods import LOG_YEARS
from app.web.formatting import duration, enumeration, whole_number
from app.web.page import Link
from scoring import MINIMUM_DEFAULT

if TYPE_CHECKING:
    from app.config import Settings

PRIVACY, REGISTER = "/privacy", "/privacy/verwerkingsregister"
SECTIONS = {
    "invullen": "Vult u een vragenlijst in?",
    "rol": "Heeft u een rol bij Vensterscan?",
    "bezoek": "Bezoekt u alleen deze website?",
    "cookies": "Cookies",
    "bewaren": "Hoe lang wij iets bewaren",
    "anderen": "Wie er iets van krijgt",
    "grond": "Waarom dit mag",
    "rechten": "Uw rechten en uw vragen",
}


def privacy(settings: Settings) -> PrivacyPage:
    """The page about privacy of this installation."""
    return PrivacyPage(
        title="Privacy",
        facts=facts_of(settings),
        rules=tuple(rule for rule in rules() if rule.about != "nobody"),
        contents=tuple(Link(label, f"#{place}") for place, label in SECTIONS.items()),
        unsent=duration(UNSENT),
        periods=enumeration([months_in_words(months) for months in KEEP_MONTHS], "of"),
        log=f"{LOG_YEARS} jaar",
        residents=whole_number(MINIMUM_DEFAULT["inwoner"]),
    )


def register(settings: Settings) -> RegisterPage:
    """What a municipality can take over in its register."""
    return RegisterPage(
        title=TITLE,
        breadcrumbs=(Link("Privacy", PRIVACY),),
        introduction=INTRODUCTION,
        activities=activities(facts_of(settings)),
        download=f"{REGISTER}.md",
    )
