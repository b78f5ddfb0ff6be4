"""The page on which a house style is chosen, with an example of it, and the page that asks whether it may go."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.accounts.house.form import COLOURS, NAMES, TAKE, Chosen
from app.accounts.house.logo import LARGEST
from app.accounts.people.confirm import ConfirmPage
from app.accounts.people.page import LIST, address_of
from app.web.forms import error_at
from app.web.house.colours import parsed
from app.web.house.palette import OURS
from app.web.house.routes import TYPES
from app.web.house.wearing import house_of
from app.web.page import House, Link, Page

if TYPE_CHECKING:
    from app.models import Municipality
    from app.web.forms import FieldError

USED_FOR = {
    "main": "Voor knoppen, voor wat gekozen is en voor de balk onderaan. Letters hierop zijn wit.",
    "link": "Voor links in de tekst.",
    "accent": "Alleen voor versiering, zoals de streep boven de pagina. Hier mag ook een lichte kleur.",
}
DONE = {
    "bewaard": "De huisstijl is bewaard. Deze pagina draagt hem al.",
    "standaard": "De pagina’s zien er weer uit als Vensterscan.",
}
"""What can be said was just done, by the word in the address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColourField:
    """A colour that is chosen: as it was typed, as the colour picker shows it, and what can be taken over instead."""

    name: str
    label: str
    used_for: str
    typed: str
    picked: str
    error: str
    instead: str
    take: str


@dataclass(frozen=True, kw_only=True)
class HouseStylePage(Page):
    """The form of a house style. `shows_example` says that the page wears what was sent.

    `logo` is the address of the picture that stands in the form, and `kept` is what it carries along of one that is not
    stored yet. `standard` is where one goes back to our own style, empty where that is how it is.
    """

    action: str
    back: str
    standard: str
    chosen: Chosen
    colours: tuple[ColourField, ...]
    logo: str
    kept: str
    shows_example: bool
    largest: int = LARGEST // 1000
    take: str = TAKE
    errors: tuple[FieldError, ...] = ()
    done: str = ""

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return error_at(self.errors, field)


def address(code: str) -> str:
    """Where the house style of a municipality is chosen."""
    return f"/gemeenten/{code}/huisstijl"


def house_style_page(
    municipality: Municipality,
    chosen: Chosen,
    *,
    has_style: bool,
    errors: tuple[FieldError, ...] = (),
    shows_example: bool = False,
    done: str = "",
) -> HouseStylePage:
    """The form with what is stored or was sent; as an example the page itself looks like it, and nothing is stored."""
    here, people = address(municipality.code), address_of(municipality.code)
    example = example_of(municipality, chosen) if shows_example else None
    return HouseStylePage(
        title=f"Huisstijl van {municipality.name}",
        section="samenwerkingen",
        breadcrumbs=(LIST, Link(f"Mensen van {municipality.name}", people)),
        house_style=example,
        action=here,
        back=people,
        standard=f"{here}/standaard" if has_style else "",
        chosen=chosen,
        colours=tuple(_colour_field(chosen, name, errors) for name in COLOURS),
        logo=_logo_address(chosen),
        kept=base64.b64encode(chosen.logo.content).decode() if chosen.logo and chosen.is_new else "",
        shows_example=shows_example,
        errors=errors,
        done=DONE.get(done, ""),
    )


def example_of(municipality: Municipality, chosen: Chosen) -> House:
    """What pages would wear; a logo that is not stored has no address, and stands in the page itself."""
    return replace(house_of(chosen.as_style(municipality.code)), logo=_logo_address(chosen))


def _logo_address(chosen: Chosen) -> str:
    if chosen.logo is None:
        return ""
    if not chosen.is_new:
        return f"/huisstijl/logo/{chosen.logo.digest}.{chosen.logo.kind}"
    return f"data:{TYPES[chosen.logo.kind]};base64,{base64.b64encode(chosen.logo.content).decode()}"


def _colour_field(chosen: Chosen, name: str, errors: tuple[FieldError, ...]) -> ColourField:
    typed = getattr(chosen, name)
    fault = chosen.unreadable().get(name) if errors else None
    return ColourField(
        name=name,
        label=NAMES[name],
        used_for=USED_FOR[name],
        typed=typed,
        picked=parsed(typed) or getattr(OURS, name),
        error=error_at(errors, name),
        instead=fault.instead if fault else "",
        take=f"{name}:{fault.instead}" if fault else "",
    )


def standard_page(municipality: Municipality) -> ConfirmPage:
    """Whether the house style may go."""
    here = address(municipality.code)
    return ConfirmPage(
        title="Terug naar de standaard",
        section="samenwerkingen",
        breadcrumbs=(LIST, Link(f"Mensen van {municipality.name}", address_of(municipality.code))),
        about=f"Huisstijl van {municipality.name}",
        explanation=(
            "De pagina’s van uw gemeente zien er dan weer uit als Vensterscan, ook die waarop mensen nu antwoorden.",
            "De naam, de kleuren en het logo worden gewist.",
            "Scans, antwoorden en uitslagen blijven zoals zij zijn.",
        ),
        button="Wis de huisstijl",
        action=f"{here}/standaard",
        back=here,
    )
