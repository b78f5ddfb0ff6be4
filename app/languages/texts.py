"""Everything that residents read in a translation, beside the Dutch, with numbers by which a text can be named."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

from app.web.formatting import capitalised
from questionnaires import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from questionnaires import DimensionFile, Edition, Page, Translation

WINDOW: Final = "inwoner"
INVITATION = (
    ("Kopje", "Ook in deze taal"),
    ("In een brief of e-mail", "U kunt de vragen ook in deze taal beantwoorden. Open deze link:"),
    ("Op de poster", "Scan deze code met uw telefoon. De vragen staan er dan in deze taal."),
)
"""What the words on an invitation have to say; they stand beside the Dutch invitation, which needs none of them."""

Text = tuple[str, str]
"""What a text is, such as a heading or a button, and the text."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One text in both languages, with its number and what it is."""

    number: int
    about: str
    dutch: str
    own: str


@dataclass(frozen=True, slots=True)
class Part:
    """The texts of one page or one subject."""

    title: str
    pairs: tuple[Pair, ...]


def side_by_side(edition: Edition, translation: Translation) -> tuple[Part, ...]:
    """Every text of a translation beside the Dutch one that it stands for, in the order in which they are read."""
    dutch = [*_parts(edition.in_language(DUTCH)), ("Op de uitnodiging en de poster", list(INVITATION))]
    words = translation.words.invitation
    own = [
        *_parts(edition.in_language(translation.language)),
        ("", [("", words.title), ("", words.text), ("", words.scan)]),
    ]
    numbers = count(1)
    return tuple(
        Part(title, tuple(_pair(next(numbers), left, right) for left, right in zip(lefts, rights, strict=True)))
        for (title, lefts), (_, rights) in zip(dutch, own, strict=True)
    )


def _pair(number: int, dutch: Text, own: Text) -> Pair:
    return Pair(number, dutch[0], dutch[1], own[1])


def _parts(edition: Edition) -> Iterator[tuple[str, list[Text]]]:
    """The texts of one language, part by part; the same parts with as many texts in every language."""
    window = edition.windows[WINDOW]
    yield "De startpagina", list(_start(edition))
    yield (
        "De antwoorden",
        [
            *(("Antwoord", label) for _, label in edition.options_of(edition.items_of(WINDOW)[0])),
            ("Antwoord", edition.scales.unknown[WINDOW]),
            ("Antwoord", edition.scales.not_applicable),
        ],
    )
    for number, dimension in enumerate(edition.dimensions_of(WINDOW), start=1):
        yield f"Vragen, deel {number}", list(_dimension(dimension))
    yield "Zelf iets opschrijven", [("Kop", window.comment.label), ("Uitleg", window.comment.help)]
    yield "Nakijken", list(_page(window.check))
    yield "Na het versturen", list(_page(window.thanks))
    yield "De samenvatting, als de scan gesloten is", list(_summary(edition))


def _start(edition: Edition) -> Iterator[Text]:
    window = edition.windows[WINDOW]
    start = window.start
    yield "Kop", start.title
    yield "Inleiding", start.lead
    yield "Waarom", start.purpose
    yield from (("Belofte", promise) for promise in start.who_sees_what)
    yield "Vrijwillig", start.voluntary
    yield "Hoe lang", start.duration
    yield "Vragen stellen", start.contact
    if start.confirmation:
        yield "Bevestiging", start.confirmation
    yield "Vraag", window.role_question
    yield from (("Antwoord", role.label) for role in edition.roles.roles[WINDOW])
    if window.role_help:
        yield "Uitleg", window.role_help
    yield "Knop", start.begin


def _dimension(dimension: DimensionFile) -> Iterator[Text]:
    yield "Kop", dimension.label
    yield "Inleiding", dimension.introduction
    for item in dimension.items:
        yield "Vraag", item.text
        if item.text_representative:
            yield "Dezelfde vraag, aan wie namens anderen antwoordt", item.text_representative
        if item.help:
            yield "Uitleg", item.help


def _page(page: Page) -> Iterator[Text]:
    yield "Kop", page.title
    yield from (("Tekst", paragraph) for paragraph in page.paragraphs)


def _summary(edition: Edition) -> Iterator[Text]:
    for model in edition.continuum.models:
        yield f"Vorm {model.number}", capitalised(model.label)
        yield "Uitleg", model.summary
    yield from (("Onderwerp", mirror.label) for mirror in edition.mirrors.mirrors)
    yield from (("Advies", one.title) for one in edition.recommendations.recommendations)
    yield "Tot slot", edition.file.disclaimer
