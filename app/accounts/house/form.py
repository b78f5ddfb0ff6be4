"""The form of a house style as somebody filled it in: what it says, and what is wrong with it."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.accounts.house.logo import Logo, NotALogoError, read_logo
from app.mail.addresses import valid_address
from app.models import HouseLogo, HouseStyle
from app.web.formatting import number
from app.web.forms import FieldError
from app.web.house.colours import parsed
from app.web.house.palette import OURS, Colours, unreadable

if TYPE_CHECKING:
    from app.models import Municipality
    from app.web.forms import FormWithFile
    from app.web.house.palette import Unreadable

COLOURS = ("main", "link", "accent")
NAMES = {"main": "Hoofdkleur", "link": "Linkkleur", "accent": "Accentkleur"}
PICKED, BEFORE = "_kies", "_was"
"""Behind the name of a colour: the field of the colour picker, and what stood in both before somebody changed one."""
TAKE = "overnemen"
"""The name of the buttons that take over a proposed colour; their value is `main:#134e57`."""
LONGEST_NAME, LONGEST_TEXT, LONGEST_ADDRESS = 60, 150, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What somebody chose, as they wrote it. `logo` is the picture that it would have, `is_new` before it is stored.

    `not_a_logo` says why the file that was sent is none.
    """

    name: str
    main: str
    link: str
    accent: str
    shows_name: bool = True
    logo: Logo | None = None
    is_new: bool = False
    logo_text: str = ""
    email: str = ""
    statement: str = ""
    not_a_logo: str = ""

    @property
    def colours(self) -> Colours | None:
        """The colours, when each of them is one."""
        main, link, accent = (parsed(getattr(self, name)) for name in COLOURS)
        return Colours(main, link, accent) if main and link and accent else None

    def unreadable(self) -> dict[str, Unreadable]:
        """Which colours cannot be read somewhere, by the name of their field."""
        return {str(seed): fault for seed, fault in unreadable(self.colours).items()} if self.colours else {}

    def as_style(self, code: str) -> HouseStyle:
        """What is kept of it for a municipality; only of what has no faults."""
        colours, logo = self.colours or OURS, self.logo
        return HouseStyle(
            municipality_code=code,
            name=self.name,
            main=colours.main,
            link=colours.link,
            accent=colours.accent,
            shows_name=self.shows_name or logo is None,
            logo_digest=logo.digest if logo else "",
            logo_kind=logo.kind if logo else "",
            logo_text=self.logo_text if logo else "",
            logo_width=logo.width if logo else 0,
            logo_height=logo.height if logo else 0,
            email=valid_address(self.email) or "",
            statement=self.statement,
        )

    def as_logo(self, code: str) -> HouseLogo | None:
        """The picture as it is kept."""
        return (
            HouseLogo(municipality_code=code, digest=self.logo.digest, content=self.logo.content) if self.logo else None
        )

    def faults(self) -> tuple[FieldError, ...]:
        """Everything that is wrong, in the order of the form."""
        return (*self._faults_of_name(), *self._faults_of_colours(), *self._faults_of_logo(), *self._faults_of_ways())

    def _faults_of_name(self) -> list[FieldError]:
        if not self.name:
            return [FieldError("name", "Vul de naam in die boven de pagina’s staat.")]
        if len(self.name) > LONGEST_NAME or not self.name.isprintable():
            return [FieldError("name", f"Kies een naam van hooguit {LONGEST_NAME} tekens, op één regel.")]
        return []

    def _faults_of_colours(self) -> list[FieldError]:
        wrong = [name for name in COLOURS if parsed(getattr(self, name)) is None]
        if wrong:
            return [
                FieldError(one, f"{NAMES[one]}: schrijf de kleur als # met zes tekens, zoals {OURS.main}.")
                for one in wrong
            ]
        return [FieldError(name, in_words(NAMES[name], fault)) for name, fault in self.unreadable().items()]

    def _faults_of_logo(self) -> list[FieldError]:
        if self.not_a_logo:
            return [FieldError("logo", self.not_a_logo)]
        if len(self.logo_text) > LONGEST_TEXT:
            return [FieldError("logo_text", f"Beschrijf het logo in hooguit {LONGEST_TEXT} tekens.")]
        if self.logo and not self.shows_name and not self.logo_text:
            text = "Schrijf wat er op het logo staat. De naam staat er niet naast, dus anders hoort niet iedereen die."
            return [FieldError("logo_text", text)]
        return []

    def _faults_of_ways(self) -> list[FieldError]:
        faults = []
        if self.email and valid_address(self.email) is None:
            faults.append(FieldError("email", "Dit is geen e-mailadres. Schrijf het zoals naam@gemeente.nl."))
        if self.statement and not is_safe_address(self.statement):
            text = "Vul het hele adres van de verklaring in. Het begint met https://."
            faults.append(FieldError("statement", text))
        return faults


def in_words(name: str, fault: Unreadable) -> str:
    """Say of a colour where it cannot be read, how far it is off, and which colour can be used."""
    pair = fault.pair
    has = min(pair.has, pair.needs - 0.05)  # what just falls short is not rounded up to what is needed
    return (
        f"{name}: {pair.what}. Het contrast is {number(has, 1)} : 1 en moet minstens {number(pair.needs, 1)} : 1 zijn. "
        f"De dichtstbijzijnde kleur die wel kan, is {fault.instead}."
    )


def is_safe_address(address: str) -> bool:
    """Whether this is the address of a page elsewhere, with a safe connection.

    >>> is_safe_address("https://www.houten.nl/toegankelijkheid"), is_safe_address("http://www.houten.nl")
    (True, False)
    >>> is_safe_address("https://naam@houten.nl/"), is_safe_address("https://houten"), is_safe_address("javascript:1")
    (False, False, False)
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        is_plain = parts.port in {None, 443} and parts.username is None
    except ValueError:
        return False
    is_one_line = address.isprintable() and not any(sign in address for sign in ' "<>\\')
    return (
        parts.scheme == "https"
        and "." in host.strip(".")
        and is_plain
        and is_one_line
        and len(address) <= LONGEST_ADDRESS
    )


def as_stored(municipality: Municipality, style: HouseStyle | None, logo: HouseLogo | None) -> Chosen:
    """Return what a municipality has now; without a style the name that it would begin with, and our colours."""
    if style is None:
        return Chosen(
            name=f"Gemeente {municipality.name}"[:LONGEST_NAME], main=OURS.main, link=OURS.link, accent=OURS.accent
        )
    return Chosen(
        name=style.name,
        main=style.main,
        link=style.link,
        accent=style.accent,
        shows_name=style.shows_name,
        logo=Logo(logo.content, "png" if style.logo_kind == "png" else "svg", style.logo_width, style.logo_height)
        if logo
        else None,
        logo_text=style.logo_text,
        email=style.email,
        statement=style.statement,
    )


def as_sent(fields: FormWithFile, before: Chosen) -> Chosen:
    """Return what a form says; `before` is what the municipality has now.

    A logo that was sent counts most, then that it has to go, then one that was sent for an example, then what is there.
    """
    colours = {name: _colour(fields, name) for name in COLOURS}
    wanted, _, instead = fields.text(TAKE).partition(":")
    if wanted in colours and parsed(instead):
        colours[wanted] = instead
    chosen = Chosen(
        name=" ".join(fields.text("name").split()),
        main=colours["main"],
        link=colours["link"],
        accent=colours["accent"],
        shows_name=fields.checked("shows_name"),
        logo_text=" ".join(fields.text("logo_text").split()),
        email=fields.text("email"),
        statement=fields.text("statement"),
    )
    return _with_logo(chosen, fields, before)


def _with_logo(chosen: Chosen, fields: FormWithFile, before: Chosen) -> Chosen:
    sent = fields.file("logo") or (None if fields.checked("no_logo") else _kept(fields))
    if sent:
        try:
            return replace(chosen, logo=read_logo(sent), is_new=True)
        except NotALogoError as fault:
            return replace(chosen, logo=before.logo, not_a_logo=str(fault))
    return chosen if fields.checked("no_logo") else replace(chosen, logo=before.logo)


def _kept(fields: FormWithFile) -> bytes | None:
    """A logo that came with the form because it was sent before, for an example; what is no such thing is nothing."""
    try:
        return base64.b64decode(fields.text("logo_kept"), validate=True) or None
    except (binascii.Error, ValueError):
        return None


def _colour(fields: FormWithFile, name: str) -> str:
    """What was typed, or what was picked when only that was changed."""
    typed, picked, before = (fields.text(f"{name}{part}") for part in ("", PICKED, BEFORE))
    return picked if picked and typed == before and picked != parsed(before) else typed
