"""Every address of the service that is not of the API, and for whom it is.

A new address needs a row here. `FOR` says who gets it; everybody else gets nothing, and the test finds out whether that
is so: strangers sign in first, who has another role is told so or finds nothing, and who has the role elsewhere finds
nothing.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal, get_args

Who = Literal[
    "stranger",
    "without a role",
    "beheerder",
    "coordinator",
    "coordinator elsewhere",
    "meelezer",
    "meelezer elsewhere",
    "adviseur",
    "adviseur elsewhere",
    "moderator",
    "moderator elsewhere",
]
EVERY_ROLE: tuple[Who, ...] = get_args(Who)
COORDINATORS: frozenset[Who] = frozenset({"coordinator", "coordinator elsewhere"})


class For(Enum):
    """For whom an address is. The value is who gets it; `ELSEWHERE` has the same role in another place."""

    EVERYBODY = frozenset(EVERY_ROLE)
    WITH_A_CODE = frozenset[Who]()
    SIGNED_IN = frozenset(EVERY_ROLE) - {"stranger"}
    ANY_COORDINATOR = COORDINATORS
    COORDINATOR = frozenset({"coordinator"})
    READERS = frozenset({"coordinator", "meelezer", "adviseur"})
    ANY_READER = frozenset(who for who in EVERY_ROLE if who.startswith(("coordinator", "meelezer", "adviseur")))
    GROUP_MAKERS = ANY_COORDINATOR | {"adviseur", "adviseur elsewhere"}
    IN_THE_GROUP = frozenset({"coordinator", "meelezer"})
    ANY_MODERATOR = frozenset({"moderator", "moderator elsewhere"})
    MODERATOR = frozenset({"moderator"})
    BEHEERDER = frozenset({"beheerder"})


ROWS: dict[For, str] = {
    For.EVERYBODY: """
        GET /
        GET /vragenlijsten
        GET /vragenlijsten/{window}
        GET /verantwoording
        GET /begrippen
        GET /handleiding
        GET /handleiding/{name}
        GET /toegankelijkheid
        GET /privacy
        GET /privacy/verwerkingsregister
        GET /privacy/verwerkingsregister.md
        GET /healthz
        GET /readyz
        GET /.well-known/security.txt
        GET /meedoen
        POST /meedoen
        GET /inloggen
        POST /inloggen
        POST /uitloggen
        GET /wachtwoord
        POST /wachtwoord
        GET /vergelijken/voorbeelden
        GET /vergelijken/voorbeelden.{ending}
        GET /vergelijken/voorbeelden/grafieken/{chart}.{ending}
        GET /huisstijl/{digest}/{chosen}.css
        GET /huisstijl/logo/{picture}.{form}
    """,
    For.WITH_A_CODE: """
        GET /m/{code}
        GET /v/{code}
        GET /u/{code}
        GET /invullen/{ref}
        POST /invullen/{ref}/begin
        GET /invullen/{ref}/verder
        POST /invullen/{ref}/verder
        POST /invullen/{ref}/opnieuw
        GET /invullen/{ref}/later
        GET /invullen/{ref}/wissen
        POST /invullen/{ref}/wissen
        POST /invullen/{ref}/antwoorden/{item}
        POST /invullen/{ref}/opmerkingen/{subject}
        GET /invullen/{ref}/bedankt
        GET /invullen/{ref}/stap/{number}
        POST /invullen/{ref}/stap/{number}
        GET /invullen/{ref}/controle
        POST /invullen/{ref}/versturen
        GET /overtypen/{code}
        POST /overtypen/{code}
        GET /typen/{ref}
        POST /typen/{ref}/controle
        POST /typen/{ref}/versturen
        POST /inloggen/voorbeeld
        GET /metrics
        GET /inloggen/link
        POST /inloggen/link
        GET /inloggen/link/{token}
        POST /inloggen/link/{token}
        GET /inloggen/openid
        GET /inloggen/openid/terug
        POST /inloggen/code
        POST /inloggen/twee-stappen
        GET /wachtwoord/{token}
        POST /wachtwoord/{token}
        GET /welkom/{token}
        POST /welkom/{token}
        POST /beheer/post/{message_id}/opnieuw
        GET /groepen/{group_id}/beeindigen
        POST /groepen/{group_id}/beeindigen
        GET /groepen/{group_id}/grafieken/{chart}.{ending}
    """,
    For.ANY_COORDINATOR: """
        GET /samenwerkingen
        GET /samenwerkingen/nieuw
        POST /samenwerkingen/nieuw
        GET /gemeenten
        GET /groepen/meedoen
        POST /groepen/meedoen
    """,
    For.COORDINATOR: """
        GET /gemeenten/{code}/mensen
        POST /gemeenten/{code}/mensen
        GET /gemeenten/{code}/mensen/{grant_id}/intrekken
        POST /gemeenten/{code}/mensen/{grant_id}/intrekken
        POST /gemeenten/{code}/mensen/{grant_id}/opnieuw
        GET /gemeenten/{code}/inwoners
        POST /gemeenten/{code}/inwoners
        GET /gemeenten/{code}/huisstijl
        POST /gemeenten/{code}/huisstijl
        GET /gemeenten/{code}/huisstijl/standaard
        POST /gemeenten/{code}/huisstijl/standaard
        GET /gemeenten/{code}/talen
        GET /gemeenten/{code}/talen/{language}
        POST /gemeenten/{code}/talen/{language}
        GET /gemeenten/{code}/talen/{language}/uit
        POST /gemeenten/{code}/talen/{language}/uit
        GET /gemeenten/{code}/overdragen
        POST /gemeenten/{code}/overdragen
        GET /samenwerkingen/{collaboration_id}/toegang
        POST /samenwerkingen/{collaboration_id}/toegang
        GET /samenwerkingen/{collaboration_id}/toegang/{grant_id}/intrekken
        POST /samenwerkingen/{collaboration_id}/toegang/{grant_id}/intrekken
        POST /samenwerkingen/{collaboration_id}/toegang/{grant_id}/opnieuw
        GET /scans/{scan_id}/beheer/moderator
        POST /scans/{scan_id}/beheer/moderator
        GET /scans/{scan_id}/beheer/moderator/{grant_id}/intrekken
        POST /scans/{scan_id}/beheer/moderator/{grant_id}/intrekken
        POST /scans/{scan_id}/beheer/moderator/{grant_id}/opnieuw
        GET /gemeenten/{code}/logboek
        GET /gemeenten/{code}/logboek.csv
        GET /samenwerkingen/{collaboration_id}
        GET /samenwerkingen/{collaboration_id}/wijzigen
        POST /samenwerkingen/{collaboration_id}/wijzigen
        GET /samenwerkingen/{collaboration_id}/archiveren
        POST /samenwerkingen/{collaboration_id}/archiveren
        POST /samenwerkingen/{collaboration_id}/terughalen
        GET /samenwerkingen/{collaboration_id}/verwijderen
        POST /samenwerkingen/{collaboration_id}/verwijderen
        GET /samenwerkingen/{collaboration_id}/scans/nieuw
        POST /samenwerkingen/{collaboration_id}/scans/nieuw
        GET /scans/{scan_id}/ambitie
        POST /scans/{scan_id}/ambitie
        GET /scans/{scan_id}/beheer
        GET /scans/{scan_id}/beheer/aantallen
        GET /scans/{scan_id}/beheer/wijzigen
        POST /scans/{scan_id}/beheer/wijzigen
        GET /scans/{scan_id}/beheer/sluiten
        POST /scans/{scan_id}/beheer/sluiten
        GET /scans/{scan_id}/beheer/bewaartermijn
        POST /scans/{scan_id}/beheer/bewaartermijn
        GET /scans/{scan_id}/beheer/opnieuw
        POST /scans/{scan_id}/beheer/opnieuw
        GET /scans/{scan_id}/beheer/archiveren
        POST /scans/{scan_id}/beheer/archiveren
        POST /scans/{scan_id}/beheer/terughalen
        GET /scans/{scan_id}/beheer/verwijderen
        POST /scans/{scan_id}/beheer/verwijderen
        GET /scans/{scan_id}/beheer/uitnodigingen
        GET /scans/{scan_id}/beheer/{window}
        GET /scans/{scan_id}/beheer/{window}/poster
        GET /scans/{scan_id}/beheer/{window}/qr.svg
        GET /scans/{scan_id}/beheer/{window}/adressen
        POST /scans/{scan_id}/beheer/{window}/adressen
        POST /scans/{scan_id}/beheer/{window}/adressen/herinneren
        POST /scans/{scan_id}/beheer/{window}/adressen/verwijderen
        GET /scans/{scan_id}/beheer/{window}/papier
        GET /scans/{scan_id}/beheer/{window}/overtypen
        POST /scans/{scan_id}/beheer/{window}/overtypen
        POST /scans/{scan_id}/beheer/{window}/overtypen/{link_id}/intrekken
        GET /groepen/{group_id}/gemeenten/{code}/intrekken
        POST /groepen/{group_id}/gemeenten/{code}/intrekken
        POST /groepen/{group_id}/overnemen
    """,
    For.IN_THE_GROUP: """
        GET /groepen/{group_id}
        GET /groepen/{group_id}/cijfers.{ending}
    """,
    For.GROUP_MAKERS: """
        GET /groepen/nieuw
        POST /groepen/nieuw
    """,
    For.READERS: """
        GET /scans/{scan_id}
        GET /scans/{scan_id}/vensters/{window}
        GET /scans/{scan_id}/continuum
        GET /scans/{scan_id}/leerordes
        GET /scans/{scan_id}/spiegel
        GET /scans/{scan_id}/advies
        GET /scans/{scan_id}/verantwoording
        GET /scans/{scan_id}/herkomst/{kind}/{code}
        GET /scans/{scan_id}/afdrukken
        GET /scans/{scan_id}/op-een-a4
        GET /scans/{scan_id}/grafieken/{chart}.{ending}
        GET /scans/{scan_id}/uitslag.{ending}
        GET /scans/{scan_id}/opmerkingen.csv
        GET /scans/{scan_id}/verloop
        GET /scans/{scan_id}/verloop/vensters/{window}
        GET /scans/{scan_id}/verloop/grafieken/{chart}.{ending}
        GET /scans/{scan_id}/verloop.{ending}
    """,
    For.ANY_READER: """
        GET /uitslagen
        GET /vergelijken
        GET /vergelijken/naast-elkaar
        GET /vergelijken/naast-elkaar.{ending}
        GET /vergelijken/naast-elkaar/grafieken/{chart}.{ending}
        GET /groepen
    """,
    For.ANY_MODERATOR: """
        GET /opmerkingen
    """,
    For.MODERATOR: """
        GET /scans/{scan_id}/opmerkingen
        GET /scans/{scan_id}/opmerkingen/{window}
        POST /scans/{scan_id}/opmerkingen/{window}/{comment_id}
    """,
    For.SIGNED_IN: """
        GET /inloggen/code
        GET /inloggen/twee-stappen
        GET /account
        GET /account/naam
        POST /account/naam
        POST /account/uitloggen
        GET /account/wachtwoord
        POST /account/wachtwoord
        GET /account/twee-stappen
        GET /account/twee-stappen/instellen
        POST /account/twee-stappen/instellen
        POST /account/twee-stappen/herstelcodes
        POST /account/twee-stappen/uit
        GET /account/verwijderen
        POST /account/verwijderen
    """,
    For.BEHEERDER: """
        GET /beheer
        GET /beheer/post
        POST /beheer/post/{message_id}/doorgegeven
        GET /beheer/gemeenten/{code}
        GET /beheer/coordinator
        POST /beheer/coordinator
        GET /beheer/beheerders
        POST /beheer/beheerders
        GET /beheer/rollen/{grant_id}/intrekken
        POST /beheer/rollen/{grant_id}/intrekken
        POST /beheer/rollen/{grant_id}/opnieuw
        GET /beheer/accounts
        GET /beheer/accounts/{account_id}
        POST /beheer/accounts/{account_id}/uitloggen
        GET /beheer/accounts/{account_id}/verwijderen
        POST /beheer/accounts/{account_id}/verwijderen
        GET /beheer/logboek
        GET /beheer/logboek.csv
    """,
}


def audience(method: str, path: str) -> For | None:
    """Return for whom an address is, or None where nobody said so; an earlier version is for whom the latest is."""
    wanted = f"{method} {path.replace('/versies/{version}', '')}"
    return next((whom for whom, rows in ROWS.items() if wanted in map(str.strip, rows.splitlines())), None)
