"""What this result was made of: edition, method, counts, minimums, what was used, formulas in short, sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.results import story
from app.results.page import ResultPage
from app.web.formatting import capitalised, date_in_words, enumeration, number
from app.web.page import Link

if TYPE_CHECKING:
    from app.results.context import ResultContext
    from app.results.reading import Reading
    from app.results.record import WindowName

RULES = (
    "Een invulling telt mee als ten minste de helft van de vragen een antwoord heeft.",
    "‘Weet ik niet’, ‘dit geldt niet voor mij’ en een overgeslagen vraag tellen niet als nul. Zij tellen niet mee.",
    "Een venster met minder antwoorden dan het minimum wordt niet getoond en nergens voor gebruikt.",
    "Een rol met te weinig mensen tonen wij niet. Soms verbergen wij dan ook een andere rol, tegen terugrekenen.",
    "Een vraag met minder antwoorden dan het minimum telt als door niemand beantwoord.",
    "In een venster met een minimum boven één tonen wij losse vragen in stappen van vijf, ten minste 5 en hooguit 95.",
    "Een verdeling over de antwoorden tonen wij vanaf tien antwoorden.",
    "In zo’n venster is bij minder dan tien mensen een marge iets ruimer dan zij uit de antwoorden volgt.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """How many answered in a window, what the minimum is, and which role groups may be seen."""

    window: str
    responses: int
    usable: int
    minimum: int
    basis: str
    groups: str
    used_for: str


@dataclass(frozen=True, slots=True)
class Source:
    """A document that the edition stands on."""

    reference: str
    note: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in short: what it is for and how it goes."""

    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class AccountPage(ResultPage):
    """What this result was made of."""

    facts: tuple[tuple[str, str], ...]
    counts: tuple[CountRow, ...]
    rules: tuple[str, ...]
    formulas: tuple[Formula, ...]
    sources: tuple[Source, ...]
    versions: tuple[Link, ...]
    json_url: str
    csv_url: str
    voices_url: str
    print_url: str


FORMULAS = (
    Formula(
        "Score van een dimensie",
        "Het gemiddelde van de vragen, per persoon en dan per rol. Een rol weegt met de wortel van haar aantal.",
    ),
    Formula(
        "Plek op de lijn", "Het punt op de lijn door de zeven modellen dat het dichtst bij uw vijftien kenmerken ligt."
    ),
    Formula("Gelijkenis met een model", "100 min de gewogen afstand tussen uw kenmerken en die van het model."),
    Formula(
        "Marge",
        "De plek of score plus en min een t-waarde maal de standaardfout. In acht van de tien gevallen ligt de "
        "werkelijke waarde daarbinnen.",
    ),
    Formula(
        "Leerorde",
        "Het gemiddelde van haar onderdelen. Gerealiseerd vanaf 60, als geen onderdeel onder 25 ligt en de derde orde "
        "in twee lagen te zien is.",
    ),
    Formula(
        "Echt verschil", "Ten minste 15 punten (20 met inwoners erbij) en groter dan de marge van beide vensters samen."
    ),
    Formula("Prioriteit", "Nood maal breedte maal eensgezindheid maal volgorde, van 0 tot 100."),
)


def build_account(context: ResultContext) -> AccountPage:
    """The account of a result."""
    reading = context.reading
    return AccountPage(
        **context.frame("verantwoording", "Verantwoording van deze uitslag"),
        facts=(*context.scope, *_facts(context)),
        counts=tuple(_count(reading, window) for window in reading.windows),
        rules=RULES,
        formulas=FORMULAS,
        sources=tuple(Source(one.reference, one.note) for one in reading.edition.file.sources),
        versions=_versions(context),
        json_url=context.link("uitslag.json"),
        csv_url=context.link("uitslag.csv"),
        voices_url=f"{context.root}/opmerkingen.csv" if context.root else "",
        print_url=context.link("afdrukken"),
    )


def _versions(context: ResultContext) -> tuple[Link, ...]:
    """Every version of the result, the latest first, where there is more than one."""
    if context.root is None or len(context.versions) < 2:
        return ()
    latest = context.versions[-1]
    return tuple(
        Link(
            capitalised(context.version_in_words(one)),
            context.root if one == latest else f"{context.root}/versies/{one.number}",
            current=one == context.version,
        )
        for one in reversed(context.versions)
    )


def _facts(context: ResultContext) -> list[tuple[str, str]]:
    reading = context.reading
    result = reading.record.result
    ambition = f"{reading.model(result.ambition).label} ({result.ambition})" if result.ambition else "niet gekozen"
    chosen = context.version if result.ambition else None
    reason = [("Waarom deze ambitie", chosen.reason)] if chosen and chosen.reason else []
    day = [("Ambitie gekozen op", date_in_words(chosen.made_on))] if chosen else []
    unknown = [reading.feature(code).label for code, value in result.continuum.features.items() if value is None]
    return [
        ("Editie", f"{reading.edition.file.title}, {result.edition}"),
        ("Methode", result.method),
        ("Ambitie", ambition),
        *reason,
        *day,
        ("Plek", story.basis(reading) or "geen venster geeft informatie over de plek"),
        ("Bekende kenmerken", f"{number(100 * result.continuum.coverage)}% van het gewicht"),
        ("Onbekende kenmerken", enumeration(unknown) if unknown else "geen"),
    ]


def _count(reading: Reading, window: WindowName) -> CountRow:
    found = reading.windows[window]
    return CountRow(
        window=reading.heading(window),
        responses=found.responses,
        usable=found.usable,
        minimum=found.minimum,
        basis=_basis(reading, window),
        groups=_groups(reading, window),
        used_for=_used_for(reading, window),
    )


def _basis(reading: Reading, window: WindowName) -> str:
    if window not in reading.shown:
        return story.still_needed(reading, window)
    return "teamformulier" if reading.insight(window).basis == "team" else "ieder voor zich"


def _groups(reading: Reading, window: WindowName) -> str:
    """The role groups that may be seen with their numbers, and the rest together."""
    if window not in reading.shown:
        return "–"
    found = reading.shown[window]
    labels = {role.id: role.label for role in reading.edition.roles.roles[window]}
    parts = [f"{labels[role]}: {number(group.n)}" for role, group in found.roles.items()]
    if found.rest:
        parts.append(f"{'overige' if parts else 'alle'} rollen samen: {number(found.rest)}")
    return "; ".join(parts)


def _used_for(reading: Reading, window: WindowName) -> str:
    if window not in reading.shown:
        return "nergens voor"
    uses = ["vensterpagina", "spiegel", "leerordes", "advies"]
    return enumeration((["plek"] if window in reading.continuum_windows else []) + uses)
