"""What somebody who types forms over is told when something cannot be, with a way on where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.responding.refusals import RespondentRefusal
from app.web.errors import ErrorPage
from app.web.language import IN_DUTCH
from app.web.page import Link

if TYPE_CHECKING:
    from app.web.errors import Refusal

UNKNOWN = ErrorPage(
    title="Deze link werkt niet",
    explanation="Misschien is de link niet helemaal goed overgenomen, is hij ingetrokken of verlopen, of is de scan "
    "gesloten.",
    advice="Vraag aan wie u de link gaf of er een nieuwe nodig is.",
)
STRANGER = ErrorPage(
    title="Open deze pagina met uw link",
    explanation="Deze pagina gaat alleen open in de browser waarin u met de link begon.",
    advice="Sloot u de browser? Vraag dan aan wie u de link gaf om een nieuwe, voor de formulieren die u nog heeft.",
)
IN_USE = ErrorPage(
    title="Deze link is al in gebruik",
    explanation="Een link om over te typen werkt in één browser: de eerste waarin iemand op ‘Begin’ drukte. Sluit die "
    "browser, dan is dat ook daar voorbij. Drukte u net zelf op ‘Begin’? Dan bewaart uw browser geen cookies.",
    advice="Ga verder in de browser waarin u begon, of vraag om een nieuwe link. "
    "Was u de eerste? Meld dan dat een ander de link heeft.",
)


def unknown_link() -> Refusal:
    """Somebody with a link that opens nothing; what stands in the address is told to nobody."""
    return RespondentRefusal(404, UNKNOWN, IN_DUTCH, {"Referrer-Policy": "no-referrer"})


def another_browser(*, came_by_link: bool) -> Refusal:
    """Somebody whose browser did not begin with this link; the same for a link that does not exist."""
    return RespondentRefusal(403, IN_USE, IN_DUTCH) if came_by_link else RespondentRefusal(404, STRANGER, IN_DUTCH)


def takes_no_answers() -> Refusal:
    """Somebody who types in a window that takes no answers now, or not in this way."""
    page = ErrorPage(
        title="Er kan nu niets worden overgetypt",
        explanation="De vragenlijst neemt nu geen formulieren aan. Wat u net typte, is niet verstuurd en niet bewaard. "
        "Wat u eerder verstuurde, telt mee.",
        advice="Vraag aan wie u de link gaf hoe dat komt. Bewaar de formulieren tot u dat weet.",
    )
    return RespondentRefusal(409, page, IN_DUTCH)


def sent_before(home: str) -> Refusal:
    """Somebody who sends a form that was sent: twice pressed, a page reloaded, or gone back to."""
    page = ErrorPage(
        title="Dit formulier is al verstuurd",
        explanation="Het telt één keer mee. Wat erop stond, is niet meer te zien, ook niet voor u.",
        advice="Ga naar het volgende formulier. Had u in een tweede tabblad een ander formulier open? Dat is dan nog "
        "niet verstuurd: typ het opnieuw. Werk daarom in één tabblad.",
        way=Link("Naar het volgende formulier", home),
    )
    return RespondentRefusal(409, page, IN_DUTCH)
