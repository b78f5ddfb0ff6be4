"""What the privacy page and the register say that depends on this installation: cookies, other parties, whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.accounts import cookies as people
from app.accounts import devices, sign_ins
from app.accounts.door import openid_routes
from app.responding import cookies as respondents
from app.web import throttle
from app.web.formatting import duration
from app.web.front_end import CDN
from app.web.language import TAAL

if TYPE_CHECKING:
    from app.config import Settings


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie: its name, what it is for, and how long a browser keeps it."""

    name: str
    purpose: str
    life: str


@dataclass(frozen=True, slots=True)
class Party:
    """Another party that gets something: who, when and what. `gets_data` is about personal data of whoever it is."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds for this installation."""

    contact: str
    cookies: tuple[Cookie, ...]
    parties: tuple[Party, ...]
    wrong_codes: int
    slowed_down_for: str


def facts_of(settings: Settings) -> Facts:
    """Return what holds with these settings."""
    return Facts(
        contact=settings.contact or "",
        cookies=_cookies(settings),
        parties=tuple(_parties(settings)),
        wrong_codes=throttle.WRONG_CODES,
        slowed_down_for=duration(timedelta(seconds=throttle.SECONDS)),
    )


def _cookies(settings: Settings) -> tuple[Cookie, ...]:
    until_closed = "tot u de browser sluit"
    remembered = duration(timedelta(seconds=respondents.REMEMBERED))
    return (
        Cookie(respondents.ACCESS, "Invullen: u opende de link of gaf de code op.", until_closed),
        Cookie(
            respondents.RESUME,
            "Invullen: deze browser vindt de vragenlijst terug die u begon.",
            f"voor inwoners {until_closed}, voor anderen {remembered}",
        ),
        Cookie(respondents.BUSY, "Invullen: u koos ervoor om verder te gaan.", until_closed),
        Cookie(TAAL, "Invullen: in welke taal u leest.", until_closed),
        Cookie(
            people.name(settings),
            "Inloggen: u bent ingelogd. Alleen voor mensen met een rol.",
            f"{until_closed} of uitlogt, hoogstens {duration(sign_ins.LONGEST)}",
        ),
        Cookie(
            devices.NAME,
            "Inloggen: u logde eerder in met deze browser. Pogingen van anderen houden u dan niet tegen.",
            duration(timedelta(seconds=devices.REMEMBERED)),
        ),
        *_cookies_of_openid(settings),
    )


def _cookies_of_openid(settings: Settings) -> tuple[Cookie, ...]:
    if settings.openid_issuer is None:
        return ()
    life = duration(timedelta(seconds=openid_routes.SECONDS))
    return (Cookie(openid_routes.COOKIE, "Inloggen: u bent op weg naar de inlogdienst en terug.", life),)


def _parties(settings: Settings) -> list[Party]:
    parties = []
    if settings.smtp_host:
        parties.append(
            Party(
                f"De mailserver {settings.smtp_host}",
                "verstuurt berichten aan mensen met een rol, en persoonlijke uitnodigingen aan medewerkers. Die krijgt "
                "daarvoor het e-mailadres en de tekst van het bericht.",
            )
        )
    if settings.openid_issuer:
        parties.append(
            Party(
                f"De inlogdienst van {settings.openid_name} ({_host(settings.openid_issuer)})",
                "vertelt bij het inloggen wie iemand met een rol is: een kenmerk, de naam en het e-mailadres.",
            )
        )
    if settings.assets == "cdn":
        parties.append(
            Party(
                _host(CDN),
                "levert een hulpbestand voor pagina’s van coördinatoren. Die dienst ziet dan het netwerkadres van hun "
                "browser, en verder niets. Wie een vragenlijst invult, komt daar nooit.",
            )
        )
    return parties


def _host(address: str) -> str:
    return urlsplit(address).hostname or address
