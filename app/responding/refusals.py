"""What somebody who answers is told when something cannot be, with a way on that is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.web.errors import ErrorPage, Refusal
from app.web.language import marked
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Request

    from app.responding.visit import Visit
    from app.web.language import Speech

TO_CODE = Link(marked("Vul uw code in"), "/meedoen")


class RespondentRefusal(Refusal):
    """A refusal with a page of its own, for somebody who answers, in their language.

    What the page says is marked for the catalogs; a sentence with parts was said before.
    """

    def __init__(self, status: int, page: ErrorPage, speech: Speech, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(status, title=page.title, explanation=page.explanation, advice=page.advice, headers=headers)
        self.page = page.said_in(speech)


STRANGER = ErrorPage(
    title=marked("Open deze pagina met uw link of code"),
    explanation=marked("Deze pagina gaat alleen open met de link of de code uit uw uitnodiging."),
    advice=marked(
        "Deed u al eerder mee? Gebruik dan opnieuw uw link of code. Dat is nodig als de browser gesloten was."
    ),
    way=TO_CODE,
)
NO_COOKIES = ErrorPage(
    title=marked("Uw browser bewaart geen cookies"),
    explanation=marked(
        "U gebruikte een link of code, maar uw browser onthoudt niet dat u binnen mag. "
        "Daarvoor is een klein bestand nodig: een cookie. Daarin staat niets over u."
    ),
    advice=marked(
        "Sta cookies toe voor deze website. Open daarna opnieuw de link of vul uw code in. "
        "Lukt dat niet? Probeer dan een andere browser."
    ),
    way=TO_CODE,
)
UNKNOWN_CODE = ErrorPage(
    title=marked("Deze link kennen wij niet"),
    explanation=marked(
        "Misschien is de link niet helemaal goed overgenomen. "
        "Was het uw eigen link om verder te gaan? Dan zijn uw antwoorden al verstuurd of gewist, "
        "of is de vragenlijst gesloten."
    ),
    advice=marked("Kijk de link nog eens na, of vul de code in die in uw uitnodiging staat."),
    way=TO_CODE,
)


NOT_BY_THIS_CODE = ErrorPage(
    title=marked("Voor deze vragenlijst krijgt ieder een eigen link"),
    explanation=marked(
        "Met deze link of code kunt u niet meedoen. De link die u nodig heeft, staat in de e-mail die u kreeg."
    ),
    advice=marked("Geen e-mail gekregen? Vraag het dan aan wie u over de vragenlijst vertelde."),
    way=TO_CODE,
)
UNKNOWN_PERSON = ErrorPage(
    title=marked("Deze persoonlijke link werkt niet"),
    explanation=marked("Misschien is de link niet helemaal goed overgenomen, of is de uitnodiging ingetrokken."),
    advice=marked("Open de link nog eens uit de e-mail zelf. Helpt dat niet? Vraag het dan aan de contactpersoon."),
    way=TO_CODE,
)


def stranger(speech: Speech, *, came_by_link: bool) -> Refusal:
    """Somebody without access, the same for a window that does not exist.

    Who came by the link or the code a moment ago has a browser that did not keep it.
    """
    return RespondentRefusal(404, NO_COOKIES if came_by_link else STRANGER, speech)


def unknown_code(speech: Speech) -> Refusal:
    """Somebody with a link whose code opens nothing; what stands in the address is told to nobody."""
    return RespondentRefusal(404, UNKNOWN_CODE, speech, {"Referrer-Policy": "no-referrer"})


def unknown_person(speech: Speech) -> Refusal:
    """Somebody with a link of their own that opens nothing."""
    return RespondentRefusal(404, UNKNOWN_PERSON, speech, {"Referrer-Policy": "no-referrer"})


def not_by_this_code(speech: Speech) -> Refusal:
    """Somebody with the code of a window in which each person has a link."""
    return RespondentRefusal(403, NOT_BY_THIS_CODE, speech, {"Referrer-Policy": "no-referrer"})


def no_personal_link(visit: Visit) -> Refusal:
    """Somebody who sends in a browser that was not opened with a link of their own, or one that was taken back."""
    page = ErrorPage(
        title="Open eerst uw persoonlijke link",
        explanation="Versturen kan alleen in een browser waarin u de link uit uw uitnodiging heeft geopend. "
        "Er is nog niets verstuurd. Uw antwoorden staan er nog.",
        advice="Open op dit apparaat de link uit uw e-mail. Ga daarna verder en verstuur opnieuw. "
        "Werkt de link niet meer? Vraag het dan aan de contactpersoon.",
        way=Link("Terug naar het overzicht", visit.path("controle")),
    )
    return RespondentRefusal(409, page, visit.speech)


def link_was_used(visit: Visit) -> Refusal:
    """Somebody who sends with a link with which was sent before."""
    page = ErrorPage(
        title="Met deze link is al verstuurd",
        explanation="Met een persoonlijke link kunt u één keer versturen. Wat toen verstuurd is, telt mee. "
        "Deze vragenlijst is niet verstuurd; de antwoorden staan er nog.",
        advice="Was u dat? Dan hoeft u niets te doen, en kunt u deze antwoorden wissen. Gebruikt u dit apparaat met "
        "anderen? Open dan eerst de link uit uw eigen uitnodiging en verstuur opnieuw.",
        way=Link("Terug naar het overzicht", visit.path("controle")),
    )
    return RespondentRefusal(409, page, visit.speech)


def too_many_wrong_codes(speech: Speech, seconds: int) -> Refusal:
    """Somebody at an address from which many wrong codes came; `seconds` is how long to wait."""
    page = ErrorPage(
        title=marked("Even wachten met een code"),
        explanation=marked(
            "Vanaf deze internetverbinding zijn te veel codes geprobeerd die niet kloppen. "
            "Daarom nemen wij even geen code aan. Dat kan ook door anderen komen die dezelfde verbinding gebruiken."
        ),
        advice=speech.words.plural(
            "Probeer het over een minuut opnieuw. Een vragenlijst die al open is, werkt gewoon door.",
            "Probeer het over {count} minuten opnieuw. Een vragenlijst die al open is, werkt gewoon door.",
            max(1, -(-seconds // 60)),
        ),
        way=TO_CODE,
    )
    return RespondentRefusal(429, page, speech, {"Retry-After": str(seconds), "Referrer-Policy": "no-referrer"})


def closed(visit: Visit) -> Refusal:
    """Somebody who answers in a window that takes no answers any more."""
    page = ErrorPage(
        title=marked("Deze vragenlijst is gesloten"),
        explanation=marked("De vragenlijst neemt geen antwoorden meer aan. Wat u nu deed, is niet opgeslagen."),
        advice=marked("Op de startpagina van deze vragenlijst leest u wat er nu gebeurt."),
        way=_start_page(visit),
    )
    return RespondentRefusal(409, page, visit.speech)


def another_questionnaire(visit: Visit) -> Refusal:
    """Somebody with a form of a questionnaire that this browser no longer fills in."""
    page = ErrorPage(
        title=marked("Dit hoort bij een andere vragenlijst"),
        explanation=marked(
            "In deze browser is intussen een andere vragenlijst geopend. "
            "Wat u op deze bladzijde invulde, is niet opgeslagen."
        ),
        advice=marked("Ga verder met de vragenlijst die nu open is. De oude bladzijde kunt u sluiten."),
        way=Link(marked("Verder met de vragenlijst"), visit.path()),
    )
    return RespondentRefusal(409, page, visit.speech)


def start_first(request: Request, visit: Visit) -> Refusal:
    """Somebody who has not chosen to begin or to go on: their browser goes to the start page by itself."""
    page = ErrorPage(
        title=marked("Begin bij de startpagina"),
        explanation=marked("Kies daar of u verdergaat of opnieuw begint."),
        advice=marked("Er is niets veranderd."),
        way=_start_page(visit),
    )
    if request.headers.get("hx-request") == "true":
        return RespondentRefusal(409, page, visit.speech, {"HX-Redirect": visit.path()})
    return RespondentRefusal(303, page, visit.speech, {"Location": visit.path()})


def _start_page(visit: Visit) -> Link:
    return Link(marked("Naar de startpagina van deze vragenlijst"), visit.path())
