"""An invitation and a questionnaire that is sent, as the API gives and takes them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import Field, StrictBool, StrictInt, StringConstraints, WithJsonSchema

from app.api.models import PRINTABLE, Given, Sent, text
from app.api.municipalities import Gemeente
from app.api.scan_models import Wijze
from questionnaires import WindowId

LONGEST_CODE, LONGEST_COMMENT = 40, 2000
Value = Annotated[
    Any,
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""An answer; whether it fits its question is for the edition to say."""
CommentText = Annotated[str, StringConstraints(pattern=PRINTABLE, max_length=LONGEST_COMMENT)]
CODE = "De code uit de uitnodiging, met of zonder streepjes."


class Code(Sent):
    """The code of a window."""

    code: str = text(LONGEST_CODE, CODE)


class Uitnodiging(Given):
    """What somebody with a code should know before the first question."""

    gemeente: Gemeente
    samenwerking: str
    doelgroep: str
    partners: str
    doel: str
    periode: str
    editie: str = Field(description="De vragenlijst, te vinden onder `/vragenlijsten/{editie}`.")
    venster: WindowId
    wijze: Wijze
    open: bool = Field(description="Of er nu antwoorden bij kunnen.")
    sluit_op: date | None = Field(description="De laatste dag waarop antwoorden meetellen.")
    minimum: int
    wie_ziet_wat: list[str] = Field(description="Wie wat ziet, voor de vorm die voor dit venster is gekozen.")
    over_minimum: str = Field(description="Wat het minimum betekent; leeg als er geen minimum is.")
    bevestiging: str = Field(
        description="Wat de invuller eerst bevestigt, bij een team iedereen aan tafel; leeg als dat niet nodig is."
    )
    contactpersoon: str


class NieuweInvulling(Sent):
    """A questionnaire as somebody filled it in."""

    code: str = text(LONGEST_CODE, CODE)
    rol: str = text(50, "Een van de rollen van de vragenlijst.")
    deelnemers: StrictInt | None = Field(
        default=None, ge=1, description="Met hoeveel mensen een team invult, van 2 tot 200. Anders weglaten."
    )
    bevestigd: StrictBool = Field(
        default=False, description="Of de invuller de bevestiging gaf die bij de uitnodiging staat."
    )
    antwoorden: dict[str, Value] = Field(
        description="Per vraag de waarde van de optie, `wn`, `nvt`, een model of een lijst met belemmeringen. "
        "Een vraag zonder antwoord laat u weg."
    )
    opmerkingen: dict[str, CommentText] = Field(
        default_factory=dict, description="Per dimensie, of per vraag met een reden, wat iemand erbij schreef."
    )
    persoonsgegevens_nagekeken: StrictBool = Field(
        default=False,
        description="Of de invuller weet dat in een opmerking een BSN, e-mailadres of telefoonnummer lijkt te staan, "
        "en haar toch zo wil versturen.",
    )


class Ontvangst(Given):
    """That a questionnaire came in: nothing in it leads back to the answers."""

    titel: str
    alineas: list[str] = Field(description="Wat u de invuller nu laat lezen.")
