"""For how long everything in the database is kept, in words: one rule for each kind, made from the periods in force.

Every table is named here. A table without a rule fails a test, and the privacy page and the register say these words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from app.accounts import sign_ins
from app.accounts.links import WORKS
from app.collaborations.kept import KEEP_MONTHS, KEPT_BY_DEFAULT, UNSENT, months_in_words
from app.mail.post import WAITS_AT_MOST
from app.retention.periods import LOG_YEARS, NEVER_USED, UNUSED, WARNED, WITHOUT_ROLE
from app.web.formatting import duration, enumeration

if TYPE_CHECKING:
    from datetime import timedelta

About = Literal["respondents", "invitees", "people", "log", "scans", "checkers", "nobody"]


@dataclass(frozen=True, slots=True)
class Rule:
    """What is kept, until when, about whom, and in which tables that is."""

    about: About
    what: str
    until: str
    tables: tuple[str, ...]


def rules() -> tuple[Rule, ...]:
    """Return the rules as they are in force."""
    months = enumeration([months_in_words(months) for months in KEEP_MONTHS], "of")
    return (
        Rule(
            "respondents",
            "Vragenlijsten die zijn begonnen en niet verstuurd",
            f"{duration(UNSENT)} na de laatste wijziging, of tot de scan sluit als dat eerder is",
            ("draft", "draft_answer", "draft_comment"),
        ),
        Rule(
            "respondents",
            "Antwoorden die zijn verstuurd",
            f"{months} na het sluiten van de scan. De coördinator kiest dat vooraf; standaard is het "
            f"{months_in_words(KEPT_BY_DEFAULT)}. De startpagina van de vragenlijst noemt de termijn",
            ("response",),
        ),
        Rule(
            "respondents",
            "Opmerkingen bij de antwoorden",
            "even lang als de antwoorden. Wat een moderator heeft vrijgegeven, blijft in de vrijgegeven woorden bij de "
            "uitslag",
            ("comment",),
        ),
        Rule(
            "invitees",
            "E-mailadressen van medewerkers die een eigen link kregen, en of die link is gebruikt",
            "tot de scan sluit. Daarna blijft alleen de link zelf, zonder adres, zodat die naar de samenvatting leidt",
            ("invitee", "sent_mark"),
        ),
        Rule(
            "people",
            "Accounts van mensen met een rol: naam, e-mailadres, rollen, en waarmee zij inloggen",
            _accounts(),
            ("account", "role_grant", "access_token", "recovery_code"),
        ),
        Rule(
            "people",
            "Wie nu is ingelogd",
            f"hoogstens {duration(sign_ins.LONGEST)}, of tot iemand uitlogt of {duration(sign_ins.UNUSED)} niets doet",
            ("sign_in",),
        ),
        Rule(
            "people",
            "Links die één keer werken, om te beginnen, in te loggen of een wachtwoord te kiezen",
            f"tot zij zijn gebruikt, of hoogstens {_from_to([*WORKS.values()])}",
            ("one_time_link",),
        ),
        Rule(
            "people",
            "Berichten die nog verstuurd moeten worden",
            f"tot zij zijn verstuurd of doorgegeven, of hoogstens {duration(WAITS_AT_MOST)}",
            ("message",),
        ),
        Rule(
            "log",
            "Het logboek van wat mensen met een rol doen",
            f"{LOG_YEARS} jaar. Niemand kan een regel veranderen of eerder wissen",
            ("audit_entry",),
        ),
        Rule(
            "scans",
            "Samenwerkingen en scans, met de namen van contactpersonen die de coördinator erin zet",
            "tot de coördinator de scan verwijdert of de naam weghaalt",
            ("collaboration", "scan", "scan_window"),
        ),
        Rule(
            "scans",
            "De uitslag van een gesloten scan",
            "tot de coördinator de scan verwijdert",
            ("measurement", "result"),
        ),
        Rule(
            "scans",
            "Vergelijkingsgroepen, en welke gemeente met welke samenwerking meedoet",
            "tot een gemeente haar toestemming intrekt, of tot de groep wordt beëindigd",
            ("comparison_group", "group_member"),
        ),
        Rule(
            "scans",
            "Groepscijfers, en van welke scans zij zijn gemaakt",
            "cijfers tot een gemeente haar toestemming intrekt of er nieuwe zijn. Van welke scans zij waren, blijft "
            "zolang de groep of een van die scans er nog is, zodat nieuwe cijfers niets over één gemeente verraden",
            ("group_stand",),
        ),
        Rule(
            "checkers",
            "De naam van wie een vertaling van de vragenlijst nakeek, zoals die wil worden genoemd",
            "zolang de gemeente de taal aanbiedt: tot de coördinator haar uitzet, of een andere naam opgeeft",
            ("language_declaration",),
        ),
        Rule(
            "nobody",
            "De lijst van gemeenten, en wat nog uit de bestanden van de database moet",
            "hierin staat niets over mensen",
            ("municipality", "erasure"),
        ),
    )


def _accounts() -> str:
    return (
        f"zolang iemand een rol heeft en inlogt: na {duration(UNUSED)} zonder inloggen wordt het account verwijderd, "
        f"zonder rol na {duration(WITHOUT_ROLE)}. Minstens {duration(WARNED)} eerder krijgt iemand daarover bericht. "
        f"Wie is uitgenodigd en nooit kwam, verdwijnt na {duration(NEVER_USED)}"
    )


def _from_to(periods: list[timedelta]) -> str:
    return f"{duration(min(periods))} tot {duration(max(periods))}"
