"""Everything that residents read in a translation, beside the Dutch, with numbers by which a text can be named.

First the questionnaire, as its authors wrote it; then what our pages say around it: buttons, messages, refusals.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Final

from app.web.formatting import capitalised
from app.web.language import sentences_in
from questionnaires import DUTCH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.web.language import Sentence
    from questionnaires import DimensionFile, Edition, Page, Translation

WINDOW: Final = "inwoner"
INVITATION = (
    ("Kopje", "Ook in deze taal"),
    ("In een brief of e-mail", "U kunt de vragen ook in deze taal beantwoorden. Open deze link:"),
    ("Op de poster", "Scan deze code met uw telefoon. De vragen staan er dan in deze taal."),
)
"""What the words on an invitation have to say; they stand beside the Dutch invitation, which needs none of them."""

PLACES: Final = {
    "op elke pagina": ("templates/layout.html", "templates/components/"),
    "beginnen": (
        "app/responding/door/page.py",
        "app/responding/door/start.py",
        "app/responding/door/entry.py",
        "templates/responding/start.html",
        "templates/responding/code.html",
    ),
    "de vragen beantwoorden": (
        "app/responding/questions/asking.py",
        "app/responding/questions/answering.py",
        "app/responding/questions/page.py",
        "app/responding/questions/screens.py",
        "app/responding/questions/personal_data.py",
        "templates/responding/screen.html",
        "templates/responding/_question.html",
        "templates/responding/saved.html",
    ),
    "later verdergaan": ("templates/responding/later.html", "templates/responding/choice.html"),
    "nakijken en versturen": ("templates/responding/check.html", "app/responding/questions/sending.py"),
    "alles wissen": ("templates/responding/wipe.html",),
    "als de scan gesloten is": (
        "app/responding/door/summary.py",
        "app/results/",
        "templates/responding/summary.html",
        "templates/responding/closed.html",
    ),
    "op een papieren formulier": ("app/paper/",),
    "als iets niet kan": ("app/responding/refusals.py", "app/web/errors.py", "templates/errors/"),
}
"""Where our sentences stand, in the order in which they are met; a sentence of two places stands at the first."""
FILLED_IN: Final = re.compile(r"\{\w+\}")

Text = tuple[str, str]
"""What a text is, such as a heading or a button, and the text."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One text in both languages, with its number and perhaps what it is; a text about a number may have more forms."""

    number: int
    about: str
    dutch: tuple[str, ...]
    own: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The texts of one page or one subject."""

    title: str
    pairs: tuple[Pair, ...]


def side_by_side(edition: Edition, translation: Translation) -> tuple[Part, ...]:
    """Every text of a translation beside the Dutch one that it stands for, in the order in which they are read.

    What our pages say around it comes last, by where it stands.
    """
    dutch = [*_parts(edition.in_language(DUTCH)), ("Op de uitnodiging en de poster", list(INVITATION))]
    words = translation.words.invitation
    own = [
        *_parts(edition.in_language(translation.language)),
        ("", [("", words.title), ("", words.text), ("", words.scan)]),
    ]
    numbers = count(1)
    written = tuple(
        Part(title, tuple(_pair(next(numbers), left, right) for left, right in zip(lefts, rights, strict=True)))
        for (title, lefts), (_, rights) in zip(dutch, own, strict=True)
    )
    return written + tuple(
        Part(
            f"Knoppen en meldingen: {place}",
            tuple(_sentence(next(numbers), one) for one in sentences),
        )
        for place, sentences in _by_place(translation.language).items()
    )


def _pair(number: int, dutch: Text, own: Text) -> Pair:
    return Pair(number, dutch[0], (dutch[1],), (own[1],))


def _sentence(number: int, sentence: Sentence) -> Pair:
    """A sentence of our pages; what a page fills in itself is a figure in a circle, the same in both languages."""
    names = dict.fromkeys(FILLED_IN.findall("".join(sentence.dutch)))
    circles = {name: chr(ord("①") + place) for place, name in enumerate(names)}

    def shown(forms: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(FILLED_IN.sub(lambda found: circles[found[0]], form) for form in forms)

    about = "Naar het aantal" if len(sentence.dutch) > 1 else ""
    return Pair(number, about, shown(sentence.dutch), shown(sentence.own))


def _by_place(language: str) -> dict[str, list[Sentence]]:
    """The sentences of our pages by where they stand. Raises `StopIteration` for one without a place."""
    found: dict[str, list[Sentence]] = {place: [] for place in PLACES}
    for sentence in sentences_in(language):
        place = next(place for place, files in PLACES.items() if any(file.startswith(files) for file in sentence.files))
        found[place].append(sentence)
    return found


@cache
def fingerprint_of_sentences(language: str) -> str:
    """Return the hash of everything that our pages say in a language: who reads it reads exactly this."""
    said = sorted((one.dutch, one.own) for one in sentences_in(language))
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


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
