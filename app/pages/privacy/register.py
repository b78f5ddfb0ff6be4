"""The text for the register of processing activities (article 30 of the AVG), made from what the program does.

What only the municipality can know stands between square brackets. What the law asks is for its own officer to judge:
the text says what holds in the program, and proposes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.retention.overview import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.pages.privacy.facts import Facts
    from app.retention.overview import About

TITLE = "Tekst voor het verwerkingsregister"
INTRODUCTION = (
    "Een gemeente die Vensterscan gebruikt, neemt dat op in haar register van verwerkingen (artikel 30 van de AVG).",
    "Deze tekst is gemaakt uit de instellingen van deze installatie en de termijnen waaraan het programma zich houdt.",
    "Wat tussen rechte haken staat, vult de gemeente zelf in.",
    "Of de verwerking mag, en op welke grond, beoordeelt de gemeente met haar functionaris gegevensbescherming.",
)
TO_FILL_IN = "[gemeente: naam, contactgegevens en functionaris gegevensbescherming]"
NOT_CONSENT = (
    "Voorstel: taak van algemeen belang (artikel 6, eerste lid, onder e, AVG). [Te bepalen door de gemeente met haar "
    "functionaris gegevensbescherming.] "
)
SECURITY = (
    "Versleutelde verbinding. Toegang per rol en per gemeente, met inloggen in twee stappen waar dat is ingesteld. "
    "Wachtwoorden en sleutels staan onleesbaar in de database. Een logboek van beheer dat niet te veranderen is. "
    "Bezoekers worden niet gevolgd en hun netwerkadres wordt niet bewaard."
)


@dataclass(frozen=True, slots=True)
class Activity:
    """One processing activity: its name, and what the register asks about it."""

    name: str
    place: str
    lines: tuple[tuple[str, str], ...]


def activities(facts: Facts) -> tuple[Activity, ...]:
    """Return every processing activity of an installation."""
    return (
        _activity(
            facts,
            "respondents",
            "Vragenlijsten afnemen",
            purpose="Meten hoe organisaties samenwerken rond inwoners, en daarover in gesprek gaan.",
            people="Inwoners en mensen die namens hen spreken, medewerkers van de gemeente en haar partners.",
            data="Antwoorden op de vragen, de groep of functie van wie invult, en vrije opmerkingen. Tot het versturen "
            "ook de dag van de laatste wijziging en een onleesbaar kenmerk van de code om verder te gaan. Geen naam, "
            "adres, geboortedatum, BSN of netwerkadres. Vragen over gezondheid of andere bijzondere gegevens zijn er "
            "niet; een opmerking kan ze toch bevatten. Waar per functie wordt gemeten, kan een antwoord te herleiden "
            "zijn tot een persoon, die dat vooraf bevestigt.",
            basis=f"{NOT_CONSENT}Toestemming ligt niet voor de hand: wie van de gemeente afhankelijk is of er werkt, "
            "kan zich niet vrij voelen om te weigeren. Meedoen is wel altijd vrijwillig.",
            security="Wat is verstuurd, leidt niet terug naar wie het was. Bij het sluiten worden alle antwoorden in "
            "willekeurige volgorde opnieuw weggeschreven. Kleine groepen worden niet getoond en niet gebruikt. "
            f"{SECURITY}",
        ),
        _activity(
            facts,
            "invitees",
            "Medewerkers uitnodigen met een eigen link",
            purpose="Medewerkers uitnodigen en wie nog niets verstuurde eraan herinneren. Nooit voor inwoners.",
            people="Medewerkers van de gemeente en haar partners die de coördinator opgeeft.",
            data="E-mailadres, de link, de dag van uitnodigen en herinneren, en of er is verstuurd. Dat laatste wordt "
            "in groepjes bijgewerkt en los van de antwoorden bewaard.",
            basis=NOT_CONSENT.strip(),
            security=f"Geen adres is te koppelen aan een antwoord. {SECURITY}",
        ),
        _activity(
            facts,
            "people",
            "Accounts van mensen met een rol",
            purpose="Mensen met een rol laten inloggen en alleen laten zien wat bij hun rol hoort.",
            people="Beheerders, coördinatoren, meelezers, adviseurs en moderators.",
            data="Naam, e-mailadres, rollen, het onleesbaar gemaakte wachtwoord, de gegevens voor inloggen in twee "
            "stappen, wanneer iemand de laatste twee keren inlogde, en berichten die nog niet zijn verstuurd.",
            basis=NOT_CONSENT.strip(),
            security=SECURITY,
        ),
        _activity(
            facts,
            "log",
            "Logboek van beheer",
            purpose="Achteraf kunnen zien wie scans beheerde en wie uitslagen las of meenam.",
            people="Mensen met een rol. Over wie een vragenlijst invult, staat er niets in.",
            data="Naam van wie iets deed, wat, waarover en wanneer.",
            basis=NOT_CONSENT.strip(),
            security=SECURITY,
        ),
        _activity(
            facts,
            "scans",
            "Contactpersonen bij een scan",
            purpose="Wie invult, kan iemand iets vragen.",
            people="Contactpersonen die de coördinator opgeeft.",
            data="Naam, functie en telefoonnummer of e-mailadres, zoals de coördinator die opschrijft.",
            basis=NOT_CONSENT.strip(),
            security=SECURITY,
        ),
        _activity(
            facts,
            "checkers",
            "Wie een vertaling nakeek",
            purpose="Wie in een andere taal invult, ziet wie voor de vertaling instaat.",
            people="Mensen die een vertaling van de vragenlijst nakeken en daarbij genoemd willen worden.",
            data="De naam zoals zij genoemd willen worden, de taal, en de dag waarop de coördinator haar aanzette.",
            basis="Voorstel: toestemming (artikel 6, eerste lid, onder a, AVG). De coördinator bevestigt dat iemand "
            "die gaf. Wie de toestemming intrekt, vraagt de coördinator om de taal uit te zetten: dan is de naam weg. "
            "[Te bepalen door de gemeente met haar functionaris gegevensbescherming.]",
            security=SECURITY,
        ),
    )


def _activity(facts: Facts, about: About, name: str, **said: str) -> Activity:
    kept = [rule for rule in rules() if rule.about == about]
    operator = f"Wie deze installatie beheert ({facts.contact})" if facts.contact else "[Wie deze installatie beheert]"
    return Activity(
        name,
        about,
        (
            ("Verwerkingsverantwoordelijke", TO_FILL_IN),
            ("Verwerker", f"{operator}. [Verwerkersovereenkomst: datum en vindplaats]"),
            ("Doel", said["purpose"]),
            ("Betrokkenen", said["people"]),
            ("Gegevens", said["data"]),
            ("Grondslag", said["basis"]),
            ("Ontvangers", _receivers(facts, about)),
            ("Doorgifte buiten de EU", "Niet door het programma. [Nagaan voor de genoemde ontvangers en de hosting]"),
            ("Bewaartermijn", " ".join(f"{rule.what}: {rule.until}." for rule in kept)),
            ("Beveiliging", said["security"]),
        ),
    )


def _receivers(facts: Facts, about: About) -> str:
    """Whoever gets something; answers are given to no other party."""
    own = {
        "respondents": "Mensen met een rol bij de gemeente zien de uitslag, niet de antwoorden. Een moderator leest "
        "opmerkingen.",
        "log": "De coördinator van de gemeente en de beheerder van de installatie.",
        "scans": "Wie een vragenlijst opent, en mensen met een rol.",
        "checkers": "Wie een vragenlijst in die taal opent, en de coördinator.",
    }.get(about, "Mensen met een rol, voor zover die rol dat vraagt.")
    others = (
        []
        if about in {"respondents", "log", "scans", "checkers"}
        else [f"{one.name} {one.what}" for one in facts.parties]
    )
    return " ".join([own, *others])


def as_markdown(found: tuple[Activity, ...]) -> str:
    """Return the text as a file in Markdown, with a table for each activity."""
    return "\n".join(_lines(found)) + "\n"


def _lines(found: tuple[Activity, ...]) -> Iterator[str]:
    yield f"# {TITLE}: Vensterscan"
    for paragraph in INTRODUCTION:
        yield f"\n{paragraph}"
    for activity in found:
        yield f"\n## {activity.name}\n\n| Onderdeel | Inhoud |\n|---|---|"
        for label, text in activity.lines:
            yield f"| {label} | {_cell(text)} |"


def _cell(text: str) -> str:
    r"""Text that stays in its cell of a table.

    >>> _cell("a|b\nc")
    'a\\|b c'
    """
    return " ".join(text.split()).replace("|", r"\|")
