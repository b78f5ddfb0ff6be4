"""A scan as the API gives and takes it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, StrictInt, WithJsonSchema

from app.api.models import Day, Given, Sent, may_be_empty, text
from app.closing.ambition import LONGEST_REASON, SHORTEST_REASON
from app.collaborations.kept import KEEP_MONTHS, KEPT_BY_DEFAULT
from app.collaborations.wanted import LARGEST_MINIMUM, LONGEST, Entry, Mode
from app.web.formatting import enumeration
from questionnaires import WindowId

Wijze = Literal["individueel", "team"]
Toegang = Literal["open", "persoonlijk"]
Status = Literal["open", "verlopen", "gesloten", "gearchiveerd"]

MODES: dict[Wijze, Mode] = {"individueel": "individual", "team": "team"}
WAYS: dict[str, Wijze] = {mode: way for way, mode in MODES.items()}
ENTRIES: dict[Toegang, Entry] = {"open": "open", "persoonlijk": "personal"}
ENTRANCES: dict[str, Toegang] = {entry: entrance for entrance, entry in ENTRIES.items()}
STATUSES: dict[str, Status] = {"open": "open", "due": "verlopen", "closed": "gesloten", "archived": "gearchiveerd"}


GETELD_PER = (
    "1: de aantallen zijn precies. Meer: zij zijn naar beneden afgerond op groepen van zoveel, en `begonnen` is 0. "
    "Zo is bij persoonlijke links niet te zien wie er net verstuurde."
)


def _only_for_good(value: bool) -> bool:
    if not value:
        raise ValueError("Een scan sluit alleen voorgoed. Stuur true als u dat wilt.")
    return value


ForGood = Annotated[StrictBool, AfterValidator(_only_for_good), WithJsonSchema({"type": "boolean", "const": True})]
"""True and nothing else."""


def _as_offered(value: int) -> int:
    if value not in KEEP_MONTHS:
        raise ValueError(f"Kies {enumeration([str(months) for months in KEEP_MONTHS], 'of')}.")
    return value


Maanden = Annotated[
    StrictInt, AfterValidator(_as_offered), WithJsonSchema({"type": "integer", "enum": list(KEEP_MONTHS)})
]
"""For how long answers are kept."""


class Venster(Given):
    """A window of a scan, with the way in and how many came."""

    venster: WindowId
    aan: bool = Field(description="Of het venster meedoet.")
    wijze: Wijze = Field(description="Of mensen apart antwoorden, of samen op één formulier.")
    toegang: Toegang = Field(description="Of iedereen dezelfde link heeft, of ieder een eigen link.")
    minimum: int = Field(description="Hoeveel antwoorden er ten minste nodig zijn om iets te tonen.")
    contact: str
    code: str | None = Field(
        description="De code van dit venster, in groepjes van vier; `null` als ieder een eigen link heeft."
    )
    link: str | None = Field(description="De open link, met de code erin; `null` als ieder een eigen link heeft.")
    verstuurd: int = Field(description="Hoeveel vragenlijsten er zijn verstuurd.")
    begonnen: int = Field(description="Hoeveel vragenlijsten er zijn begonnen en niet verstuurd.")
    geteld_per: int = Field(description=GETELD_PER)


class ScanKort(Given):
    """A scan in short."""

    id: str
    samenwerking: int = Field(description="Het nummer van de samenwerking.")
    gemeente: str = Field(description="De code van de gemeente.")
    naam: str
    doel: str
    periode: str
    nummer: int = Field(description="De hoeveelste scan van de samenwerking.")
    editie: str
    status: Status = Field(description="`verlopen`: de sluitingsdatum is voorbij, en de scan sluit binnenkort vanzelf.")
    sluit_op: date | None = Field(description="De laatste dag waarop antwoorden meetellen.")
    gesloten_op: date | None
    bewaar_maanden: int = Field(description="Hoeveel maanden na het sluiten de antwoorden bewaard blijven.")
    antwoorden_gewist_op: date | None = Field(description="Daarna is er van de antwoorden alleen nog de uitslag.")
    gearchiveerd_op: date | None


class Scans(Given):
    """Some scans."""

    scans: list[ScanKort]


class Scan(ScanKort):
    """A scan with its windows."""

    vensters: list[Venster]


class VensterWens(Sent):
    """A window as somebody wants it."""

    aan: StrictBool = True
    wijze: Wijze = Field(default="individueel", description="Inwoners antwoorden altijd individueel.")
    toegang: Toegang = Field(
        default="open",
        description="Met `persoonlijk` krijgt ieder een eigen link, die iemand op de website verstuurt. Nooit voor "
        "inwoners.",
    )
    minimum: StrictInt | None = Field(
        default=None,
        ge=1,
        le=LARGEST_MINIMUM,
        description="Inwoner: ten minste 5. Professional: 3 of 5. Organisatie en beleid: 1, 3 of 5. "
        "Zonder dit gegeven: 5, 5, 1 en 1.",
    )
    contact: str = may_be_empty(
        LONGEST["contact"],
        "Wie invullers iets kunnen vragen; nodig als het venster meedoet. Voor inwoners iemand die niet bij de "
        "gemeente werkt.",
    )


class VensterWijziging(Sent):
    """What changes of a window; what is left out stays."""

    aan: StrictBool | None = None
    wijze: Wijze | None = None
    toegang: Toegang | None = None
    minimum: StrictInt | None = Field(default=None, ge=1, le=LARGEST_MINIMUM)
    contact: str | None = may_be_empty(LONGEST["contact"], default=None)


class VensterWensen(Sent):
    """All four windows as somebody wants them."""

    inwoner: VensterWens = VensterWens()
    professional: VensterWens = VensterWens()
    organisatie: VensterWens = VensterWens()
    beleid: VensterWens = VensterWens()


class VensterWijzigingen(Sent):
    """What changes of the windows."""

    inwoner: VensterWijziging = VensterWijziging()
    professional: VensterWijziging = VensterWijziging()
    organisatie: VensterWijziging = VensterWijziging()
    beleid: VensterWijziging = VensterWijziging()


class NieuweScan(Sent):
    """A scan to make."""

    samenwerking: StrictInt = Field(ge=1, description="Het nummer van de samenwerking.")
    naam: str = text(LONGEST["name"])
    doel: str = text(LONGEST["purpose"], "Waarom u meet, zoals `nulmeting`.")
    periode: str = text(LONGEST["period"], "Over welke periode de scan gaat.")
    sluit_op: Day | None = Field(default=None, description="De laatste dag waarop antwoorden meetellen.")
    bewaar_maanden: Maanden = Field(
        default=KEPT_BY_DEFAULT, description="Hoeveel maanden na het sluiten de antwoorden bewaard blijven."
    )
    vensters: VensterWensen


class VolgendeScan(Sent):
    """What is chosen anew for the scan that follows one; what is left out is suggested, and has no closing date."""

    naam: str | None = text(LONGEST["name"], "Anders dan die van elke andere scan van de samenwerking.", default=None)
    doel: str | None = text(LONGEST["purpose"], "Waarom u opnieuw meet, zoals `na een pilot`.", default=None)
    periode: str | None = text(LONGEST["period"], "Zonder dit gegeven: deze maand.", default=None)
    sluit_op: Day | None = Field(default=None, description="De laatste dag waarop antwoorden meetellen.")


class GewijzigdeScan(Sent):
    """What changes of a scan; what is left out stays. An empty closing date takes it away."""

    naam: str | None = text(LONGEST["name"], default=None)
    doel: str | None = text(LONGEST["purpose"], default=None)
    periode: str | None = text(LONGEST["period"], default=None)
    sluit_op: Day | None = Field(default=None, description="`null` haalt de sluitingsdatum weg.")
    bewaar_maanden: Maanden | None = Field(default=None, description="Alleen korter, zodra iemand begon.")
    vensters: VensterWijzigingen = VensterWijzigingen()
    gearchiveerd: StrictBool | None = Field(
        default=None, description="`true` legt de scan weg, `false` haalt hem terug."
    )


class Sluiting(Sent):
    """Closing for good."""

    definitief: ForGood = Field(description="Sluiten is niet terug te draaien.")


class VensterVooruitblik(Given):
    """What closing now would mean for a window."""

    venster: WindowId
    wijze: Wijze
    verstuurd: int
    begonnen: int = Field(description="Deze vragenlijsten worden bij het sluiten verwijderd.")
    bruikbaar: int = Field(description="Hoeveel antwoorden meetellen; een teamformulier telt voor hoogstens drie.")
    minimum: int
    nog_nodig: int = Field(description="Hoeveel antwoorden er nog nodig zijn om iets van dit venster te tonen.")
    geteld_per: int = Field(description=GETELD_PER)


class Vooruitblik(Given):
    """What closing now would mean."""

    vensters: list[VensterVooruitblik]


class AmbitieKeuze(Sent):
    """An ambition with its reason."""

    model: StrictInt | None = Field(ge=1, le=7, description="Een van de zeven modellen; `null` trekt de ambitie in.")
    reden: str = text(LONGEST_REASON, f"Waarom deze ambitie past, in ten minste {SHORTEST_REASON} tekens.")
