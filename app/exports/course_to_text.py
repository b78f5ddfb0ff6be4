"""The course between two measurements of one collaboration as Dutch text for a terminal or an e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.exports.course_lines import ADVICE_TEXTS, VERDICT_TEXTS
from app.exports.to_text import text_of
from app.web.formatting import capitalised, counted, enumeration, number, signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from questionnaires import Edition

    Document = Mapping[str, Any]

NO_VERDICT = "niet te beoordelen: de marge is onbekend"
NOT_COMPARABLE = "niet te vergelijken"
TOLD_STATES = ("gesloten", "geopend", "mogelijk gesloten", "mogelijk geopend", "gebleven")


def course_text(old: Document, new: Document, course: Document, edition: Edition) -> str:
    """What changed between two result documents, given their course, in a page of text."""
    changes = course["comparison"]
    return text_of(
        (
            ("Plek op de lijn", _position(old, new, course)),
            ("Leerordes", _orders(course, edition)),
            ("Dimensies", _dimensions(changes["dimensions"], edition)),
            ("Kenmerken die veranderden", _features(course, edition)),
            ("Verschillen tussen de vensters", _gaps(course["gaps"], edition)),
            ("Congruentie", _congruence(course, edition)),
            ("Aanbevelingen", _advice(course["advice"], edition)),
            ("Let op", _cautions(course, edition)),
            ("Bij deze vergelijking", _about(edition)),
        )
    )


def _change(change: Document, decimals: int) -> str:
    """A difference with its margin and its verdict in words."""
    if change["delta"] is None:
        return NOT_COMPARABLE
    if change["verdict"] is None:
        return f"{signed(change['delta'], decimals)}, {NO_VERDICT}"
    margin = f"marge {number(change['margin'], decimals)}"
    return f"{signed(change['delta'], decimals)} ({margin}), {VERDICT_TEXTS[change['verdict']]}"


def _position(old: Document, new: Document, course: Document) -> Iterator[str]:
    before, after = old["continuum"]["position"], new["continuum"]["position"]
    if before is None or after is None:
        yield "Niet te vergelijken: een van de twee metingen heeft geen plek."
        return
    yield f"Van {number(before, 1)} naar {number(after, 1)}: {_change(course['comparison']['position'], 1)}."
    then, now = course["counts"]["position"]
    if then and now:
        yield f"Aantal mensen daarachter: {number(then)} bij de eerste en {number(now)} bij de tweede meting."


def _orders(course: Document, edition: Edition) -> Iterator[str]:
    for order in edition.learning.orders:
        status = course["orders"][str(order.number)]
        yield f"- {order.label}: {_change(course['comparison']['orders'][str(order.number)], 0)}. {_status(status)}"


def _status(status: Document) -> str:
    if status["changed"]:
        return f"Van {status['old']} naar {status['new']}."
    if status["shown"] == status["new"]:
        return f"{capitalised(status['new'])}."
    return (
        f"De tweede meting alleen zou ‘{status['new']}’ geven. Het verschil is niet aantoonbaar, "
        f"dus wij houden ‘{status['old']}’ aan."
    )


def _dimensions(dimensions: Document, edition: Edition) -> Iterator[str]:
    for order in edition.file.windows:
        changes = {code: dimensions[code] for code in order.dimensions if dimensions[code]["delta"] is not None}
        heading = edition.windows[order.id].short_label
        if not changes:
            yield f"{capitalised(heading)}: {NOT_COMPARABLE}."
            continue
        yield f"{heading}:"
        for code, change in changes.items():
            yield f"- {edition.dimensions[code].label}: {_change(change, 0)}"


def _features(course: Document, edition: Edition) -> Iterator[str]:
    found, changes = course["features"], course["comparison"]["features"]
    labels = {feature.id: feature.label for feature in edition.continuum.features}
    if not found["tested"]:
        yield "Geen enkel kenmerk is in beide metingen bekend."
        return
    if not found["changed"]:
        yield "Geen enkel kenmerk is aantoonbaar veranderd."
        return
    for code in found["changed"]:
        yield f"- {labels[code]}: {signed(100 * changes[code]['delta'])} op een schaal van 0 tot 100"
    if found["more"]:
        yield f"Dat zijn de grootste vijf; {counted(found['more'], 'ander veranderde', 'andere veranderden')} ook."
    yield (
        f"Vergeleken zijn {counted(found['tested'], 'kenmerk', 'kenmerken')}. Ook als er niets veranderde, komen er "
        f"daarvan gemiddeld hooguit {number(found['by_chance'], 1)} door toeval boven de marge uit."
    )


def _gaps(gaps: list[Document], edition: Edition) -> Iterator[str]:
    if not gaps:
        yield "Er zijn geen twee vensters die in beide metingen te vergelijken zijn."
        return
    labels = {mirror.code: mirror.label for mirror in edition.mirrors.mirrors}
    told = [gap for gap in gaps if gap["state"] in TOLD_STATES]
    if not told:
        yield "Nergens is het verschil tussen twee vensters in een van de metingen groter dan de marge."
    for state in TOLD_STATES:
        for gap in (one for one in told if one["state"] == state):
            between = f"‘{labels[gap['code']]}’, {_label(edition, gap['a'])} en {_label(edition, gap['b'])}"
            values = f"van {signed(gap['old'])} naar {signed(gap['new'])}"
            yield f"- {capitalised(state)}: {between}, {values}. Verschil {_change(gap, 0)}."
    if all(gap["verdict"] is None for gap in gaps):
        yield (
            "Of een verschil tussen vensters echt kleiner of groter werd, is niet te zeggen: "
            "hoe zeker die verschillen zijn, staat niet in deze uitslagen."
        )


def _label(edition: Edition, window: str) -> str:
    """The name of a window within a sentence."""
    return next(content.short_label for name, content in edition.windows.items() if name == window).lower()


def _congruence(course: Document, edition: Edition) -> Iterator[str]:
    for pair in course["congruence"]:
        between = f"{_label(edition, pair['a'])} en {_label(edition, pair['b'])}"
        yield f"- {capitalised(between)}: {_then_and_now(pair)}"
    yield f"- Verticaal, tussen de vensters: {_then_and_now(course['vertical'])}"
    yield f"- Horizontaal, tussen de rollen van professionals: {_then_and_now(course['horizontal'])}"


def _then_and_now(change: Document) -> str:
    if change["delta"] is None:
        return f"{NOT_COMPARABLE}."
    return f"van {number(change['old'])} naar {number(change['new'])}, {_change(change, 0)}."


def _advice(advice: Document, edition: Edition) -> Iterator[str]:
    titles = {one.id: one.title for one in edition.recommendations.recommendations}
    if not any(advice.values()):
        yield "In geen van beide metingen vraagt een aanbeveling voorrang."
    for state, word in ADVICE_TEXTS.items():
        if advice[state]:
            yield f"{capitalised(word)}:"
            yield from (f"- {titles[code]}" for code in advice[state])


def _cautions(course: Document, edition: Edition) -> Iterator[str]:
    old, new = (course["basis"][side] for side in ("old", "new"))
    if old and new and old != new:
        then, now = (enumeration(_label(edition, window) for window in side) for side in (old, new))
        yield f"De plek rust op andere vensters: eerst op {then}, nu op {now}. Een verschil kan daar ook door komen."
    for window, mix in course["role_mix"].items():
        if mix["shifted"]:
            yield from _shifted(mix, _label(edition, window), edition)
    yield "Vergelijk alleen metingen van dezelfde samenwerking over dezelfde doelgroep."


def _shifted(mix: Document, window: str, edition: Edition) -> Iterator[str]:
    yield (
        f"De verdeling over de rollen is bij {window} sterk veranderd ({number(100 * mix['shift'])} procent van de "
        "antwoorden). Een verschil kan daar ook door komen."
    )
    again = {code: change for code, change in (mix["reweighted"] or {}).items() if change["delta"] is not None}
    if not again:
        yield "Hoe het verschil bij de eerdere verdeling zou zijn, is niet te zeggen."
        return
    yield "Bij de verdeling van de eerste meting zou het verschil zijn:"
    for code, change in again.items():
        yield f"- {edition.dimensions[code].label}: {_change(change, 0)}"


def _about(edition: Edition) -> Iterator[str]:
    yield f"Editie {edition.id}."
    yield edition.file.disclaimer
    yield edition.file.attribution
