"""What a form on paper says beside its questions. Most is what the start page says; here stands what paper changes.

On a screen a resident reads about cookies and a browser. On paper they need to know who holds it in their hands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.kept import months_in_words
from app.responding.door.page import TOGETHER

if TYPE_CHECKING:
    from app.responding.door.page import StartPage
    from app.responding.visit import Visit
    from app.web.language import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """The words of one form, for residents in their language or for everybody else."""

    how_title: str
    how: tuple[str, ...]
    not_chosen: str
    chosen: str
    taken_back: str
    wrong: str
    questions: str
    who_sees_what: tuple[str, ...]
    minimum: str
    voluntary: str
    duration: str
    kept: tuple[str, ...]
    contact: str
    hand_in_title: str
    hand_in: str
    bring_to: str
    before: str
    thanks: str


def words_of(visit: Visit, start: StartPage) -> PaperWords:
    """Return the words that go with the questions of this window; `start` is its start page."""
    return _to_residents(visit, start) if visit.is_resident else _to_staff(visit, start)


def role_help(words: Words, *, for_others: bool) -> str:
    """What is said with the role that is printed on a form of residents, because it decides how the questions read."""
    if for_others:
        return words.say(
            "Dit formulier is voor wie namens anderen antwoordt. Antwoordt u voor uzelf? "
            "Vraag dan het andere formulier."
        )
    return words.say(
        "Dit formulier is voor wie voor zichzelf antwoordt. Antwoordt u namens anderen? Vraag dan het andere formulier."
    )


def _to_residents(visit: Visit, start: StartPage) -> PaperWords:
    say = visit.words.say
    return PaperWords(
        how_title=say("Zo vult u het in"),
        how=(
            say("Zet bij elke vraag één kruisje, in het rondje van uw antwoord."),
            say("Weet u het niet? Dat mag u ook kiezen."),
        ),
        not_chosen=say("niet gekozen"),
        chosen=say("gekozen"),
        taken_back=say("toch niet gekozen"),
        wrong=say("Verkeerd? Maak dat rondje dan helemaal zwart. Zet een nieuw kruisje."),
        questions=say("De vragen"),
        who_sees_what=(
            say("Wij vragen geen naam of adres."),
            say("Iemand die niet bij de gemeente werkt, typt uw antwoorden over. Daarna wordt dit papier vernietigd."),
            say("Na het overtypen is er niets meer dat uw antwoorden aan u koppelt."),
            say("Schrijft u zelf iets op? Dan kunnen anderen dat later lezen, zonder uw naam erbij."),
        ),
        minimum=start.minimum,
        voluntary=say(
            "Meedoen is vrijwillig. Meedoen of niet meedoen heeft geen gevolgen voor uw uitkering of uw hulp. U mag "
            "elke vraag overslaan. Na het inleveren kunt u niets meer veranderen. Dan weten we niet welke antwoorden "
            "van u zijn."
        ),
        duration=start.duration,
        kept=start.kept[:2],
        contact=start.contact,
        hand_in_title=say("Inleveren"),
        hand_in=say("Doe dit formulier in een envelop en plak die dicht. Schrijf nergens uw naam op."),
        bring_to=say("Breng de envelop naar"),
        before=say("Vóór"),
        thanks=visit.content.thanks.paragraphs[0],
    )


def _to_staff(visit: Visit, start: StartPage) -> PaperWords:
    period = months_in_words(visit.found.scan.keep_months)
    return PaperWords(
        how_title="Zo vult u het in",
        how=(
            "Zet bij elke vraag één kruisje, in het rondje van uw antwoord. Bij vierkantjes mogen het er meer zijn.",
            "‘Weet ik niet’ is ook een antwoord.",
        ),
        not_chosen="niet gekozen",
        chosen="gekozen",
        taken_back="toch niet gekozen",
        wrong="Vergist u zich? Maak dat rondje helemaal zwart en zet een nieuw kruisje.",
        questions="De vragen",
        who_sees_what=(
            *start.who_sees_what,
            "Iemand die niet bij de gemeente werkt, typt dit formulier over en vernietigt daarna het papier.",
            "Dat antwoorden op papier kwamen, is nergens terug te zien.",
        ),
        minimum=start.minimum,
        voluntary="Meedoen is vrijwillig. U mag vragen overslaan. Na het inleveren kunt u niets meer veranderen.",
        duration=(TOGETHER if visit.is_team else f"Invullen duurt ongeveer {visit.content.minutes} minuten."),
        kept=(f"De antwoorden blijven bewaard tot {period} nadat de scan is gesloten. Daarna blijft de uitslag.",),
        contact="",
        hand_in_title="Inleveren",
        hand_in="Doe dit formulier in een envelop zonder naam en plak die dicht.",
        bring_to="Breng de envelop naar",
        before="Vóór",
        thanks="Dank u wel. Na de sluiting van de scan bespreken de gemeente en haar partners de uitslag.",
    )
