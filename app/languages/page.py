"""The pages about the languages of a municipality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.accounts.people.page import LIST
from app.accounts.people.page import address_of as people_of
from app.languages.service import address_of, in_dutch, seen_of
from app.languages.texts import side_by_side
from app.web.formatting import date_in_words
from app.web.forms import error_at
from app.web.language import ISOLATED
from app.web.page import Link, Page

if TYPE_CHECKING:
    from app.languages.service import Standing
    from app.languages.texts import Part
    from app.models import LanguageDeclaration, Municipality
    from app.web.forms import FieldError
    from app.web.language import Language
    from questionnaires import Edition

DONE = {
    "aan": "De taal staat aan. Inwoners kunnen haar kiezen.",
    "uit": "De taal staat uit. De naam van wie haar nakeek, is weg.",
    "weg": "De naam is weggehaald.",
}
"""What the list can say was just done, by the word in its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRow:
    """A language with how it stands; `read` is where its text is read, `off` where it is turned off, or empty."""

    language: Language
    in_dutch: str
    is_on: bool
    about: tuple[str, ...]
    read: str
    read_label: str
    off: str
    off_label: str


@dataclass(frozen=True, kw_only=True)
class LanguagesPage(Page):
    """Every language with how it stands in a municipality."""

    rows: tuple[LanguageRow, ...]
    done: str
    back: str


@dataclass(frozen=True, kw_only=True)
class TextPage(Page):
    """A translation beside the Dutch, to read and to print; with the form that turns it on where it is off.

    `seen` tells which text was read; `standing` says how the language stands.
    """

    language: Language
    in_dutch: str
    version: str
    municipality: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    is_on: bool
    can_be_declared: bool
    action: str
    seen: str
    back: str
    name: str = ""
    errors: tuple[FieldError, ...] = ()

    def error(self, field: str) -> str:
        """What is wrong with a field, or an empty text."""
        return error_at(self.errors, field)


@dataclass(frozen=True, kw_only=True)
class OffPage(Page):
    """Whether a language may be turned off, and what that means."""

    about: str
    explanation: tuple[str, ...]
    button: str
    action: str
    back: str


def languages_page(municipality: Municipality, found: tuple[Standing, ...], done: str) -> LanguagesPage:
    """The list of languages."""
    people = people_of(municipality.code)
    return LanguagesPage(
        title="Talen voor inwoners",
        section="samenwerkingen",
        breadcrumbs=_way(municipality),
        rows=tuple(_row(municipality, standing) for standing in found),
        done=done,
        back=people,
    )


def text_page(
    municipality: Municipality,
    edition: Edition,
    standing: Standing,
    name: str = "",
    errors: tuple[FieldError, ...] = (),
) -> TextPage:
    """A translation beside the Dutch."""
    code = standing.language.code
    translation = edition.translations[code]
    return TextPage(
        title=f"{in_dutch(code)} naast Nederlands",
        section="samenwerkingen",
        breadcrumbs=(*_way(municipality), Link("Talen voor inwoners", address_of(municipality.code))),
        language=standing.language,
        in_dutch=in_dutch(code),
        version=translation.version,
        municipality=municipality.name,
        about=_about(standing),
        parts=side_by_side(edition, translation),
        is_on=standing.is_on,
        can_be_declared=standing.can_be_declared,
        action=f"{address_of(municipality.code)}/{code}",
        seen=seen_of(translation),
        back=address_of(municipality.code),
        name=standing.declared.checked_by if standing.is_on and standing.declared and not errors else name,
        errors=errors,
    )


def off_page(municipality: Municipality, standing: Standing) -> OffPage:
    """Whether a language may be turned off, or where it is off already, the name of who checked it taken away."""
    language, here = in_dutch(standing.language.code), address_of(municipality.code)
    known = standing.declared or standing.elsewhere
    name = ISOLATED.format(known.checked_by) if known else ""
    off = _turns_off(standing)
    means = (
        f"Inwoners van {municipality.name} kunnen de vragenlijst daarna niet meer in het {language} kiezen. Wie al "
        "begon, gaat verder in het Nederlands. Alle antwoorden blijven."
    )
    forgets = (
        f"De naam ‘{name}’ verdwijnt van de vragenlijst en wordt verwijderd. Wilt u de taal later weer aanzetten, dan "
        "geeft u opnieuw op wie haar nakeek."
    )
    only_name = f"De naam ‘{name}’ wordt verwijderd. Aan de taal zelf verandert niets."
    return OffPage(
        title=f"{language} uitzetten" if off else f"Naam weghalen bij {language}",
        section="samenwerkingen",
        breadcrumbs=(*_way(municipality), Link("Talen voor inwoners", here)),
        about=municipality.name,
        explanation=(means, forgets) if off else (only_name,),
        button=f"Zet {language} uit" if off else "Haal de naam weg",
        action=f"{here}/{standing.language.code}/uit",
        back=here,
    )


def done_after_off(standing: Standing) -> str:
    """The word for what was just done."""
    return "uit" if _turns_off(standing) else "weg"


def _turns_off(standing: Standing) -> bool:
    """Whether residents can choose the language now because somebody stands for it."""
    return standing.state == "checked" or (standing.state in {"draft", "changed"} and standing.elsewhere is not None)


def _way(municipality: Municipality) -> tuple[Link, ...]:
    return (LIST, Link(f"Mensen van {municipality.name}", people_of(municipality.code)))


def _row(municipality: Municipality, standing: Standing) -> LanguageRow:
    here = f"{address_of(municipality.code)}/{standing.language.code}"
    label = "Laat nakijken en zet aan" if standing.state in {"draft", "changed"} else "Lees de tekst"
    return LanguageRow(
        language=standing.language,
        in_dutch=in_dutch(standing.language.code),
        is_on=standing.is_on,
        about=_about(standing),
        read=here if standing.state not in {"dutch", "gone"} else "",
        read_label=label if standing.is_read else "Laat opnieuw nakijken",
        off=f"{here}/uit" if standing.declared or standing.elsewhere else "",
        off_label="Zet uit" if _turns_off(standing) else "Haal de naam weg",
    )


def _about(standing: Standing) -> tuple[str, ...]:
    """How a language stands, in sentences."""
    own, elsewhere = standing.declared, standing.elsewhere
    sentences = {
        "dutch": "In deze taal is de vragenlijst gemaakt.",
        "ready": "Deze vertaling komt klaar mee met Vensterscan.",
        "draft": "Dit is een concept. Laat iemand met deze taal als moedertaal de hele tekst nakijken. Daarna kunt u "
        "de taal aanzetten.",
        "checked": f"Nagekeken door {_who(own)}. Die naam staat op de eerste pagina in deze taal.",
        "changed": f"Was nagekeken door {_who(own)}, maar de tekst is daarna veranderd. Laat de nieuwe tekst nakijken. "
        "Daarna kunt u de taal weer aanzetten.",
        "gone": "Er is geen vertaling meer in deze taal.",
    }
    earlier = f"Voor een eerdere editie van de vragenlijst is de tekst nagekeken door {_who(elsewhere)}."
    around = (
        "Daarna zijn knoppen of meldingen om de vragen heen veranderd. De taal blijft aan. Laat ook die woorden "
        "nakijken, en bevestig dan opnieuw."
    )
    return (
        sentences[standing.state],
        *([] if standing.is_read else [around]),
        *([earlier] if elsewhere else []),
    )


def _who(declared: LanguageDeclaration | None) -> str:
    if declared is None:
        return ""
    return f"{ISOLATED.format(declared.checked_by)}, opgegeven op {date_in_words(declared.declared_on)}"
