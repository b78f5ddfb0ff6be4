"""Settings from the environment, and where the files stand that came with the program.

This is the only place that reads the environment. Every setting has a safe default and one sentence in Dutch, from
which `docs/settings.md` is made. What is unsafe together is refused with everything that is missing.
"""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "VENSTERSCAN_"
FIRST_PORT = 8000
Role = Literal["beheerder", "coordinator", "meelezer", "adviseur", "moderator"]
"""What somebody can be to an installation, a municipality, a collaboration or a scan."""
DATABASE_KINDS = ("sqlite:///", "postgresql+psycopg://")

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent


class SettingsError(ValueError):
    """The settings cannot be used; `problems` says in Dutch what is wrong or missing, one sentence each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Settings(BaseSettings):
    """How this installation runs; frozen, made once by `load_settings` and handed on from there."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid")

    environment: Literal["development", "production"] = Field(
        default="development",
        description="`production` zet de eisen aan die gelden zodra anderen de dienst kunnen bereiken.",
    )
    base_url: str | None = Field(
        default=None,
        description="Het adres waarop gebruikers de dienst openen, zoals `https://vensterscan.voorbeeld.nl`; "
        "nodig bij `production` en dan altijd met `https`.",
    )
    data_dir: Path = Field(
        default=Path("data"),
        description="De map voor het databasebestand en de sleutel, gerekend vanaf de map waarin de dienst start.",
    )
    secret_key: str | None = Field(
        default=None,
        min_length=32,
        description="De sleutel van de installatie: minstens 32 tekens, geheim, en niet in de database. Zonder deze "
        "instelling staat hij in een bestand in de gegevensmap; met PostgreSQL is hij bij `production` verplicht.",
        repr=False,
    )
    database_url: str = Field(
        default_factory=lambda known: f"sqlite:///{known.get('data_dir', 'data')}/vensterscan.sqlite3",
        description="De database: `sqlite:///pad/naar/bestand` of "
        "`postgresql+psycopg://gebruiker:wachtwoord@server/naam`; "
        "zonder deze instelling een SQLite-bestand in de gegevensmap.",
        repr=False,  # may hold a password
    )
    migrate_on_start: bool = Field(
        default=True,
        description="Werk de database bij het starten bij; met `false` gebeurt dat alleen met `vensterscan migrate`.",
    )
    assets: Literal["cdn", "local"] = Field(
        default="cdn",
        description="Waar htmx vandaan komt: `cdn` met de eigen kopie als reserve, of `local`, "
        "waarbij de browser nooit een derde partij benadert.",
    )
    translations: Path | None = Field(
        default=None,
        description="Een map met eigen vertalingen voor inwoners, als `<editie>/<taal>/inwoner.yaml`. "
        "Zij gaan voor de vertalingen die met het programma meekomen, of komen erbij.",
    )
    smtp_host: str | None = Field(
        default=None,
        description="De mailserver. Zonder deze instelling wordt er niets gemaild: de beheerder ziet de berichten en "
        "geeft ze zelf door.",
    )
    smtp_port: int = Field(default=587, ge=1, le=65535, description="De poort van de mailserver.")
    smtp_user: str | None = Field(default=None, description="De gebruikersnaam bij de mailserver.")
    smtp_password: str | None = Field(default=None, description="Het wachtwoord bij de mailserver.", repr=False)
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        default="starttls",
        description="Hoe de verbinding met de mailserver versleuteld is; `none` mag alleen op de eigen machine.",
    )
    mail_from: str | None = Field(
        default=None, description="Het e-mailadres waarvan berichten komen; nodig met een mailserver."
    )
    openid_issuer: str | None = Field(
        default=None,
        description="Het adres van de dienst waarmee medewerkers met OpenID Connect inloggen, met `https`.",
    )
    openid_client_id: str | None = Field(default=None, description="De naam van Vensterscan bij die dienst.")
    openid_client_secret: str | None = Field(
        default=None, description="Het wachtwoord van Vensterscan bij die dienst.", repr=False
    )
    openid_name: str = Field(default="uw organisatie", description="Hoe die dienst heet op de knop: ‘Log in met …’.")
    two_steps_for: frozenset[Role] = Field(
        default=frozenset(),
        description="De rollen waarvoor inloggen in twee stappen verplicht is, als lijst in JSON, zoals "
        '`["beheerder", "coordinator"]`. Anderen mogen het zelf aanzetten.',
    )
    host: str = Field(
        default="127.0.0.1",
        description="Het netwerkadres waarop de dienst luistert; een ander adres dan de eigen machine "
        "vraagt om `production` en een `https`-adres.",
    )
    port: int | None = Field(
        default=None,
        ge=0,
        le=65535,
        description="De poort waarop de dienst luistert; zonder deze instelling 8000, of de eerstvolgende die vrij is.",
    )
    demo: bool = Field(
        default=False,
        description="Zet bij het starten de voorbeeldgemeenten klaar, duidelijk gemerkt als voorbeeld.",
    )
    contact: str | None = Field(
        default=None,
        description="Het e-mailadres van wie deze installatie beheert; staat in `/.well-known/security.txt` "
        "en is nodig bij `production`.",
    )
    metrics: bool = Field(
        default=False,
        description="Geef met `true` op `/metrics` aantallen en tijden per soort adres, in de vorm van Prometheus.",
    )
    metrics_key: str | None = Field(
        default=None,
        min_length=20,
        description="De sleutel van minstens 20 tekens waarmee `/metrics` te lezen is (`Authorization: Bearer …`); "
        "nodig bij `production` als de metingen aan staan.",
        repr=False,
    )

    @field_validator("contact")
    @classmethod
    def _contact_is_an_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - only where it is set

        try:
            return validate_email(value, check_deliverability=False).normalized
        except EmailNotValidError:
            raise ValueError("geef een e-mailadres, zoals beheer@voorbeeld.nl") from None

    @field_validator("base_url")
    @classmethod
    def _base_url_is_an_address(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.path.strip("/"):
            raise ValueError("geef een adres zonder pad, zoals https://vensterscan.voorbeeld.nl")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database_is_of_a_known_kind(cls, value: str) -> str:
        if not value.startswith(DATABASE_KINDS):
            raise ValueError(f"begin met {' of '.join(DATABASE_KINDS)}")
        return value

    @model_validator(mode="after")
    def _reachable_means_production(self) -> Self:
        if missing := list(self._missing()):
            raise ValueError("\n".join(missing))
        return self

    def _missing(self) -> list[str]:
        """Say what is missing for others to reach this installation safely."""
        missing = []
        if not is_loopback(self.host) and not self.is_production:
            missing.append(
                f"{PREFIX}ENVIRONMENT=production ontbreekt: op het adres {self.host} kunnen ook anderen "
                "de dienst bereiken."
            )
        if (self.is_production or not is_loopback(self.host)) and not self.is_https:
            missing.append(
                f"{PREFIX}BASE_URL ontbreekt of begint niet met https://: zonder een versleuteld adres "
                "zijn antwoorden onderweg te lezen."
            )
        if self.is_production and not self.secret_key and not self.database_url.startswith("sqlite"):
            missing.append(
                f"{PREFIX}SECRET_KEY ontbreekt: met PostgreSQL kan de dienst op meer machines draaien, en die hebben "
                "dezelfde sleutel nodig."
            )
        missing.extend(self._missing_for_mail())
        missing.extend(self._missing_for_openid())
        if self.is_production and not self.contact:
            missing.append(
                f"{PREFIX}CONTACT ontbreekt: zonder e-mailadres van de beheerder kan niemand een lek veilig melden."
            )
        if self.is_production and self.metrics and not self.metrics_key:
            missing.append(f"{PREFIX}METRICS_KEY ontbreekt: zonder sleutel kan iedereen de metingen lezen.")
        return missing

    def _missing_for_mail(self) -> list[str]:
        if self.smtp_host is None:
            return []
        missing = []
        if not self.mail_from:
            missing.append(f"{PREFIX}MAIL_FROM ontbreekt: zonder afzender neemt geen mailserver berichten aan.")
        if self.smtp_security == "none" and not is_loopback(self.smtp_host):
            missing.append(
                f"{PREFIX}SMTP_SECURITY=none kan niet met {self.smtp_host}: berichten met een weg naar binnen zijn dan "
                "onderweg te lezen."
            )
        return missing

    def _missing_for_openid(self) -> list[str]:
        if self.openid_issuer is None:
            return []
        missing = []
        if not self.openid_client_id or not self.openid_client_secret:
            missing.append(f"{PREFIX}OPENID_CLIENT_ID of {PREFIX}OPENID_CLIENT_SECRET ontbreekt.")
        parts = urlsplit(self.openid_issuer)
        if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
            missing.append(f"{PREFIX}OPENID_ISSUER begint niet met https://: dan is inloggen onderweg af te luisteren.")
        return missing

    @property
    def mails(self) -> bool:
        """Whether messages are sent by a mail server."""
        return self.smtp_host is not None

    @property
    def has_example_people(self) -> bool:
        """Whether somebody signs in with one click as an example: on the own machine, with the examples, only."""
        return self.demo and not self.is_production and is_loopback(self.host)

    @property
    def is_production(self) -> bool:
        """Whether others than the person at this machine use it."""
        return self.environment == "production"

    @property
    def is_https(self) -> bool:
        """Whether users reach the service over an encrypted connection."""
        return self.base_url is not None and self.base_url.startswith("https://")


def load_settings(**chosen: object) -> Settings:
    """Read the settings; what was chosen on the command line wins, `None` means not chosen.

    Raises `SettingsError` with every problem in Dutch.
    """
    try:
        return Settings.model_validate({name: value for name, value in chosen.items() if value is not None})
    except ValidationError as error:
        raise SettingsError(_problems(error)) from None


def _problems(error: ValidationError) -> list[str]:
    problems: list[str] = []
    for fault in error.errors():
        if fault["type"] == "default_factory_not_called":  # follows from another fault
            continue
        said = str(fault.get("ctx", {}).get("error", ""))
        if not fault["loc"]:
            problems.extend(said.splitlines())
            continue
        name = str(fault["loc"][0])
        explanation = said or Settings.model_fields[name].description
        problems.append(f"{PREFIX}{name.upper()} heeft een waarde die niet kan: {explanation}")
    return problems


def is_loopback(host: str) -> bool:
    """Whether only programs on this machine can reach the address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def settings_table() -> str:
    """Return the settings as a Markdown page in Dutch: name, default and meaning; `docs/settings.md` is this text."""
    lines = [
        "# Instellingen",
        "",
        "Instellingen komen uit de omgeving. Deze tabel is gemaakt uit `app/config.py` met `vensterscan settings`.",
        "",
        "| Instelling | Standaard | Betekenis |",
        "|---|---|---|",
    ]
    lines += [
        f"| `{PREFIX}{name.upper()}` | {_default_in_words(field.default)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(lines) + "\n"


def _default_in_words(default: object) -> str:
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return f"`{default}`" if isinstance(default, str | int | Path) else "–"


def bundled(name: str) -> Path:
    """Return the folder that came with the program: inside an installed wheel, or at the top of a checkout.

    `name` is `templates`, `migrations`, `docs/handleiding` or `assets`; in a checkout the assets are those that npm
    installed.
    """
    inside = PACKAGE / "_bundled" / name
    if inside.exists():
        return inside
    return CHECKOUT / ("node_modules" if name == "assets" else name)
