"""A result as Dutch text for a terminal or an e-mail.

The sentences are those of the result pages (`app.results.story`): the text and the pages never tell two stories.
"""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from app.results import story
from app.results.reading import Reading
from app.results.record import read_record
from app.web.formatting import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from questionnaires import Edition

WIDTH = 100


def result_text(record: dict[str, Any], edition: Edition) -> str:
    """The result in a page of text: the story, the windows, the learning orders and the advice that comes first."""
    reading = Reading(read_record(record), edition)
    sections = (
        (story.headline(reading), _position(reading)),
        ("Vensters", _windows(reading)),
        ("Leerordes", _learning(reading)),
        ("Waar de vensters verschillen", _differences(reading)),
        ("Wat eerst komt", _advice(reading)),
        ("Bij deze uitslag", _about(reading)),
    )
    return text_of(sections)


def text_of(sections: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Sections with a title as one text."""
    return "\n\n".join(_section(title, lines) for title, lines in sections)


def _section(title: str, lines: Iterable[str]) -> str:
    wrapped = (_wrapped(line) for line in lines if line)
    return "\n".join([title, "-" * min(len(title), WIDTH), *wrapped])


def _wrapped(line: str) -> str:
    """A line within the width, each next line as far in as the text of the first."""
    indent = " " * (len(line) - len(line.lstrip(" -")))
    return textwrap.fill(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)


def _position(reading: Reading) -> Iterator[str]:
    result = reading.record.result
    yield story.wording_explanation(reading)
    yield story.position(reading)
    yield story.certainty(reading)
    yield story.ambition(reading)
    yield story.missing(reading, result.continuum.missing.ambition or result.continuum.missing.next)
    yield reading.edition.continuum.caveat


def _windows(reading: Reading) -> Iterator[str]:
    for name, window in reading.windows.items():
        heading = reading.heading(name)
        if window.status != "shown":
            yield f"- {heading}: {story.still_needed(reading, name)}"
            continue
        score = "nog geen score" if window.score is None else f"{number(window.score)} van de 100"
        yield f"- {heading}: {score} ({window.usable} gebruikt van {window.responses} ingevuld)"
        for code in window.dimensions:
            shown = reading.dimension(name, code)
            label = reading.edition.dimensions[code].label
            if shown.score is None or shown.low is None or shown.high is None:
                yield f"  - {label}: te weinig antwoorden"
            else:
                yield f"  - {label}: {number(shown.score)} (marge {number(shown.low)} tot {number(shown.high)})"


def _learning(reading: Reading) -> Iterator[str]:
    yield story.learning(reading)
    for order in reading.orders:
        found = reading.record.result.learning.orders[_order_key(order.number)]
        score = "" if found.score is None else f", {number(found.score)} van de 100"
        yield f"- {order.label}: {found.status}{score}"
    yield story.learning_block(reading)
    if reading.record.result.learning.paper_learning:
        yield reading.edition.learning.paper_learning


def _order_key(order: int) -> Any:
    return str(order)


def _differences(reading: Reading) -> Iterator[str]:
    yield story.differences(reading)
    for gap in story.largest_real_gaps(reading, 5):
        yield f"- {story.gap(gap)}"
    for pair in reading.record.result.congruence.pairs:
        if pair.signal:
            a, b = reading.label(pair.a), reading.label(pair.b)
            yield f"- Signaal tussen {a} en {b}: {pair.signal}."


def _advice(reading: Reading) -> Iterator[str]:
    shown = [advice for advice in reading.record.result.advice if advice.shown]
    if not shown:
        yield "Er zijn geen aanbevelingen die nu voorrang vragen."
    texts = {one.id: one for one in reading.edition.recommendations.recommendations}
    for advice in shown:
        yield f"- {advice.rank}. {texts[advice.id].title} (prioriteit {number(advice.priority)} van de 100)"
        yield f"     {advice.because}"
        yield f"     Eerste stap: {texts[advice.id].first_step}"


def _about(reading: Reading) -> Iterator[str]:
    yield f"Editie {reading.edition.id}, methode {reading.record.result.method}."
    yield reading.edition.file.disclaimer
    yield reading.edition.file.attribution
