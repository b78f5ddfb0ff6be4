"""The languages in which somebody who answers is spoken to, and the words of our pages in each of them.

A Dutch sentence is the key of its translations (`app/locale/<code>.po`); Dutch itself has no catalog. What an
author wrote in the questionnaire has translations of its own, beside the edition. Figures are Western in every
language, as people in the Netherlands meet them on every letter and every clock.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations
from markupsafe import Markup, escape

from app.web import formatting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from babel.messages.catalog import Catalog
    from fastapi import Request, Response

LOCALE = Path(__file__).parents[1] / "locale"
"""Where the catalogs are."""
TAAL = "taal"
"""The name by which a language is chosen, in an address and in a form, and of the cookie that keeps it."""
ISOLATED = "\N{FIRST STRONG ISOLATE}{}\N{POP DIRECTIONAL ISOLATE}"
"""Keeps a name, a code or an address in one piece within text that runs the other way."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its name in itself, which way it is written, and the customs for its dates and numbers."""

    code: str
    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    customs: str = ""


LANGUAGES = {
    language.code: language
    for language in (
        Language("nl", "Nederlands"),
        Language("en", "English", customs="en_GB"),
        Language("ar", "العربية", "rtl"),
        Language("tr", "Türkçe"),
        Language("pl", "Polski"),
        Language("uk", "Українська"),
    )
}
"""Every language with a catalog, in the order in which they are offered."""


def marked(message: str) -> str:
    """Mark a sentence for the catalogs where it stands; whoever shows it lets `Words.say` say it."""
    return message


class Words:
    """The words of our pages in one language. A part of a sentence has a name: `say("Tot {day}", day=...)`."""

    def __init__(self, language: Language, catalog: NullTranslations) -> None:
        self.language = language
        self._catalog = catalog
        self._customs = language.customs or language.code

    @property
    def is_dutch(self) -> bool:
        """Whether this is the language in which everything was written."""
        return self.language.code == "nl"

    def say(self, message: str, /, **parts: object) -> str:
        """Say a sentence. A part that is safe HTML stays so, and then the whole is."""
        return self._filled(self._catalog.gettext(message) if message else "", parts)

    def plural(self, one: str, more: str, count: int, /, **parts: object) -> str:
        """Say a sentence about a number of things; `{count}` in it is that number, written."""
        return self._filled(self._catalog.ngettext(one, more, count), {"count": self.number(count), **parts})

    def _filled(self, text: str, parts: dict[str, object]) -> str:
        if not parts:
            return text
        if self.language.direction == "rtl":
            parts = {name: _isolated(part) for name, part in parts.items()}
        if any(isinstance(part, Markup) for part in parts.values()):
            return Markup(escape(text)).format(**parts)  # noqa: S704 - escaped, and its parts are as they come in
        return text.format(**parts)

    def date(self, day: date) -> str:
        """Write a date in words."""
        return formatting.date_in_words(day) if self.is_dutch else format_date(day, "long", self._customs)

    def number(self, value: float, decimals: int = 0) -> str:
        """Write a number, rounded as everywhere."""
        if self.is_dutch:
            return formatting.number(value, decimals)
        pattern = f"#,##0{'.' if decimals else ''}{'0' * decimals}"
        return format_decimal(formatting.rounded(value, decimals), pattern, self._customs, numbering_system="latn")

    def whole_number(self, value: int) -> str:
        """Write a small whole number as is done in a sentence: in Dutch as a word, elsewhere in figures."""
        return formatting.whole_number(value) if self.is_dutch else self.number(value)

    def enumeration(self, parts: Iterable[str]) -> str:
        """Write a list as a phrase."""
        return formatting.enumeration(parts) if self.is_dutch else format_list(list(parts), locale=self._customs)

    def capitalised(self, text: str) -> str:
        """Begin with a capital; the i of Turkish keeps its dot.

        >>> words_in("tr").capitalised("iyi"), words_in("en").capitalised("it is")
        ('İyi', 'It is')
        """
        first = "İ" if self.language.code == "tr" and text.startswith("i") else text[:1].upper()
        return first + text[1:]

    def theirs(self, text: str) -> str:
        """Return what somebody of the municipality wrote, marked as Dutch on a page in another language."""
        return text if self.is_dutch else Markup('<span lang="nl" dir="auto">{}</span>').format(text)


def _isolated(part: object) -> object:
    """A part that is text, kept in one piece; a number needs nothing, and safe HTML has its own elements."""
    return ISOLATED.format(part) if isinstance(part, str) and not isinstance(part, Markup) else part


@cache
def words_in(code: str) -> Words:
    """Return the words of a language in `LANGUAGES`; its catalog is read once."""
    return Words(LANGUAGES[code], NullTranslations() if code == "nl" else _catalog(LOCALE / f"{code}.po"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of our pages in two languages: every form of it, where it has a number in it; and where it stands."""

    dutch: tuple[str, ...]
    own: tuple[str, ...]
    files: tuple[str, ...]


@cache
def sentences_in(code: str) -> tuple[Sentence, ...]:
    """Return every sentence that our pages say in a language other than Dutch, in the order of the Dutch alphabet."""
    return tuple(
        Sentence(_forms(message.id), _forms(message.string), tuple(file for file, _ in message.locations))
        for message in _read(LOCALE / f"{code}.po")
        if message.id
    )


def _forms(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _read(file: Path) -> Catalog:
    with file.open("rb") as text:
        return read_po(text)


def _catalog(file: Path) -> Translations:
    """Read a catalog as it is kept, without a compiled file beside it."""
    compiled = BytesIO()
    write_mo(compiled, _read(file))
    compiled.seek(0)
    return Translations(compiled)


DUTCH = words_in("nl")


@dataclass(frozen=True, slots=True)
class Speech:
    """How one visitor is spoken to: in which words, and which other languages they may choose here.

    `stands_for` is who stands for this translation. `is_chosen` says that this very request chose the language, so that
    the browser keeps it; nothing else does: it is in no table and no log.
    """

    words: Words = DUTCH
    others: tuple[Language, ...] = ()
    stands_for: str = ""
    is_chosen: bool = False


IN_DUTCH = Speech()


def keep_language(response: Response, request: Request, speech: Speech) -> None:
    """Let the browser keep a language that was just chosen, until it is closed."""
    if speech.is_chosen:
        secure = request.app.state.settings.is_https
        response.set_cookie(TAAL, speech.words.language.code, path="/", httponly=True, samesite="lax", secure=secure)


def forget_language(response: Response, request: Request) -> None:
    """Let the browser forget it."""
    secure = request.app.state.settings.is_https
    response.delete_cookie(TAAL, path="/", httponly=True, samesite="lax", secure=secure)
