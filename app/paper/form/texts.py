"""What a form on paper says beside its questions. Most is what the start page says; here stands what paper changes.

On a screen a resident reads about cookies and a browser. On paper they need to know who holds it in their hands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.collaborations.kept import months_in_words
from app.paper.sheet import questions_of, sheet_of
from app.web.formatting import whole_number

if TYPE_CHECKING:
    from app.responding.visit import Visit

REPRESENTED = (
    "Dit formulier is voor wie namens anderen antwoordt. Antwoordt u voor uzelf? Vraag dan het andere formulier."
)
ONESELF = (
    "Dit formulier is voor wie voor zichzelf antwoordt. Antwoordt u namens anderen? Vraag dan het andere formulier."
)
"""What is said with the role that is printed on a form of residents, because it decides how the questions read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """The words of one form, for residents or for everybody else."""

    how: tuple[str, ...]
    wrong: str
    who_sees_what: tuple[str, ...]
    voluntary: str
    duration: str
    kept: str
    hand_in: tuple[str, ...]
    thanks: str


def words_of(visit: Visit) -> PaperWords:
    """Return the words that go with the questions of this window."""
    return _to_residents(visit) if visit.is_resident else _to_staff(visit)


def _to_residents(visit: Visit) -> PaperWords:
    questions = len(questions_of(sheet_of(visit.edition, visit.window, "")))
    minimum = whole_number(visit.found.window.minimum)
    return PaperWords(
        how=(
            "Zet bij elke vraag één kruisje, in het rondje van uw antwoord.",
            "Weet u het niet? Dat mag u ook kiezen.",
        ),
        wrong="Verkeerd? Maak dat rondje dan helemaal zwart. Zet een nieuw kruisje.",
        who_sees_what=(
            "Wij vragen geen naam of adres. Zet uw naam ook niet op de envelop.",
            "Iemand die niet bij de gemeente werkt, typt uw antwoorden over. Daarna wordt dit papier vernietigd.",
            "Na het overtypen is er niets meer dat uw antwoorden aan u koppelt.",
            f"We laten uitkomsten alleen zien als ten minste {minimum} mensen meededen.",
            "Schrijft u zelf iets op? Dan kunnen anderen dat later lezen, zonder uw naam erbij.",
        ),
        voluntary=(
            "Meedoen is vrijwillig. Meedoen of niet meedoen heeft geen gevolgen voor uw uitkering of uw hulp. "
            "U mag elke vraag overslaan. Na het inleveren kunt u niets meer veranderen. "
            "Dan weten we niet welke antwoorden van u zijn."
        ),
        duration=f"Het zijn {questions} korte vragen. Dat kost ongeveer {visit.content.minutes} minuten.",
        kept=(
            f"We bewaren uw antwoorden tot {_kept(visit)} nadat de vragenlijst is gesloten. Daarna wissen we ze. "
            "De uitslag blijft. Daarin staat niet wie wat heeft gezegd."
        ),
        hand_in=(
            "Doe dit formulier in een envelop. Plak de envelop dicht.",
            "Schrijf geen naam op het formulier en geen naam op de envelop.",
        ),
        thanks="Dank u wel voor uw tijd en uw antwoorden. Daar hebben wij veel aan.",
    )


def _to_staff(visit: Visit) -> PaperWords:
    together = visit.is_team
    return PaperWords(
        how=(
            "Zet bij elke vraag één kruisje, in het rondje van uw antwoord. Bij vierkantjes mogen het er meer zijn.",
            "‘Weet ik niet’ is ook een antwoord.",
        ),
        wrong="Vergist u zich? Maak dat rondje helemaal zwart en zet een nieuw kruisje.",
        who_sees_what=(
            "Iemand die niet bij de gemeente werkt, typt dit formulier over en vernietigt daarna het papier.",
            "Dat antwoorden op papier kwamen, is nergens terug te zien.",
        ),
        voluntary=("Meedoen is vrijwillig. U mag vragen overslaan. Na het inleveren kunt u niets meer veranderen."),
        duration=(
            "Plan hier een gesprek voor: samen kiezen is de bedoeling."
            if together
            else f"Invullen duurt ongeveer {visit.content.minutes} minuten."
        ),
        kept=f"De antwoorden blijven bewaard tot {_kept(visit)} nadat de scan is gesloten. Daarna blijft de uitslag.",
        hand_in=("Doe dit formulier in een envelop zonder naam en plak die dicht.",),
        thanks="Dank u wel. Na de sluiting van de scan bespreken de gemeente en haar partners de uitslag.",
    )


def _kept(visit: Visit) -> str:
    return months_in_words(visit.found.scan.keep_months)
