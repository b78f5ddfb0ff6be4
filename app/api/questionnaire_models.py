"""A questionnaire as the API gives it: every text, question and answer that a program needs to show it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from app.api.models import Given
from questionnaires import WindowId

Kind = Literal["portret", "ambitie", "belemmeringen"]


class VensterKort(Given):
    """A window of a questionnaire in short."""

    venster: WindowId
    label: str
    kort: str = Field(description="De naam in één woord.")
    omschrijving: str
    voor_wie: str
    minuten: int = Field(description="Hoe lang invullen ongeveer duurt.")


class Vragenlijst(Given):
    """An edition of the questionnaire."""

    editie: str = Field(description="Naam en versie, zoals `integraal-werken/2026.1`.")
    naam: str
    versie: str
    titel: str
    omschrijving: str
    bronvermelding: str
    voorbehoud: str = Field(description="Wat een uitslag niet is.")
    methode: str = Field(description="De versie van de rekenmethode.")
    taal: str
    voor_nieuwe_scans: bool = Field(description="Of nieuwe scans deze editie krijgen.")
    vensters: list[VensterKort]


class Vragenlijsten(Given):
    """All editions."""

    vragenlijsten: list[Vragenlijst]


class Bladzijde(Given):
    """A page of text."""

    titel: str
    alineas: list[str]


class Start(Given):
    """What somebody reads before the first question."""

    titel: str
    inleiding: str
    doel: str
    wie_ziet_wat: list[str]
    vrijwillig: str
    duur: str
    contact: str
    bevestiging: str | None = Field(
        description="Wat iemand bevestigt als het venster per functie wordt getoond (minimum 1, individueel)."
    )
    begin: str = Field(description="De woorden op de knop.")


class Rol(Given):
    """A group to which somebody can belong."""

    id: str
    label: str


class Optie(Given):
    """An answer that can be chosen, with the value that is sent."""

    waarde: float
    label: str


class ZonderWaarde(Given):
    """An answer that does not count in a score, and can be given to every question of the dimensions."""

    waarde: Literal["wn", "nvt"]
    label: str


class Vraag(Given):
    """A question with its answers, from low to high."""

    id: str
    tekst: str
    tekst_namens_anderen: str | None = Field(
        description="Dezelfde vraag aan een inwoner met de rol `vertegenwoordiger`."
    )
    hulp: str | None
    opties: list[Optie]


class Dimensie(Given):
    """Questions that belong together."""

    id: str = Field(description="Ook het onderwerp van de opmerking bij deze dimensie.")
    label: str
    inleiding: str
    vragen: list[Vraag]


class Keuze(Given):
    """Something that can be chosen in a question without a score."""

    waarde: int | str = Field(description="Het nummer van een model, of de naam van een belemmering.")
    tekst: str


class ContextVraag(Given):
    """A question that does not count in a score."""

    id: str = Field(description="Bij de ambitie ook het onderwerp van de reden.")
    soort: Kind
    tekst: str
    hulp: str | None
    reden: str | None = Field(description="De vraag naar de reden, als die er is; u stuurt haar mee als opmerking.")
    keuzes: list[Keuze] = Field(description="Toon portretten in willekeurige volgorde.")
    hoogstens: int = Field(description="Hoeveel keuzes iemand mag maken; bij meer dan 1 is het antwoord een lijst.")


class OpmerkingVraag(Given):
    """The question for a comment, which stands with every dimension."""

    label: str
    hulp: str
    hoogstens: int = Field(description="Het grootste aantal tekens.")


class VensterVragenlijst(VensterKort):
    """The questionnaire of one window."""

    editie: str
    start: Start
    rolvraag: str
    rolhulp: str | None
    rollen: list[Rol]
    dimensies: list[Dimensie]
    zonder_waarde: list[ZonderWaarde]
    contextvragen: list[ContextVraag]
    opmerking: OpmerkingVraag
    teamformulier: Bladzijde | None = Field(description="Wat een groep leest die samen invult en bevestigt.")
    controle: Bladzijde
    bedankt: Bladzijde
