"""What the settings of this installation say, for who runs it; nothing that is secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.accounts.links import WORKS
from app.mail.post import WAITS_AT_MOST
from app.web.formatting import counted, enumeration

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

    from app.config import Role, Settings

NAMES: dict[Role, str] = {
    "beheerder": "beheerders",
    "coordinator": "coördinatoren",
    "meelezer": "meelezers",
    "adviseur": "adviseurs",
    "moderator": "moderatoren",
}
SECURITY = {"starttls": "versleuteld met STARTTLS", "tls": "versleuteld met TLS", "none": "op deze machine"}


def facts(settings: Settings) -> Iterator[tuple[str, str]]:
    """Give what is set, as pairs of a name and words."""
    yield "Adres", settings.base_url or "niet ingesteld: alleen te openen op deze computer"
    yield "Omgeving", "productie" if settings.is_production else "ontwikkeling"
    yield "Database", "SQLite" if settings.database_url.startswith("sqlite") else "PostgreSQL"
    yield "E-mail", _mail(settings)
    yield "OpenID Connect", _openid(settings)
    yield "Inloggen in twee stappen", _two_steps(settings)
    yield (
        "Bewaartermijn van antwoorden",
        "kiest de coördinator per scan, standaard een jaar na het sluiten en hoogstens twee jaar",
    )
    yield "Bewaartermijn van berichten", _post()


def _post() -> str:
    return (
        f"tot ze zijn verstuurd of doorgegeven, hoogstens {_days(WAITS_AT_MOST)}; "
        f"de link in een uitnodiging werkt {_days(WORKS['welcome'])}"
    )


def _mail(settings: Settings) -> str:
    if not settings.mails:
        return "geen mailserver: u geeft berichten zelf door"
    return f"via {settings.smtp_host}, {SECURITY[settings.smtp_security]}, van {settings.mail_from}"


def _openid(settings: Settings) -> str:
    if settings.openid_issuer is None:
        return "niet ingesteld"
    return f"inloggen met {settings.openid_name}, via {settings.openid_issuer}"


def _two_steps(settings: Settings) -> str:
    roles = [name for role, name in NAMES.items() if role in settings.two_steps_for]
    return f"verplicht voor {enumeration(roles)}" if roles else "voor niemand verplicht; iedereen mag het aanzetten"


def _days(span: timedelta) -> str:
    return counted(span.days, "dag", "dagen")
