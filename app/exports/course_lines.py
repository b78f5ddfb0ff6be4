"""Every difference between two measurements of one collaboration as a line: then, now, the change and what it is worth.

Values have the scale on which people read them: 1 to 7 for the position, 0 to 100 for everything else. A gap between
windows is -100 to 100.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.comparison import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from questionnaires import Edition

    Document = Mapping[str, Any]

VERDICT_TEXTS: Mapping[str | None, str] = {
    None: "",
    **{str(verdict): text for verdict, text in verdicts.VERDICT_TEXTS.items()},
}
ADVICE_TEXTS = {"gone": "verdwenen", "stayed": "gebleven", "new": "nieuw"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference. `kind` says of what, `window` holds one window or two joined with a hyphen, `text` a status."""

    kind: str
    window: str = ""
    code: str = ""
    name: str = ""
    old: float | None = None
    new: float | None = None
    delta: float | None = None
    margin: float | None = None
    verdict: str = ""
    old_n: int | None = None
    new_n: int | None = None
    text: str = ""


def differences(old: Document, new: Document, course: Document, edition: Edition) -> Iterator[Difference]:
    """Every difference between two result documents, given the course of which they are the ends."""
    counts, changes = course["counts"], course["comparison"]
    yield Difference(
        kind="plek",
        name="Plek op de lijn",
        **_change(changes["position"], old["continuum"]["position"], new["continuum"]["position"], counts["position"]),
    )
    for order in edition.learning.orders:
        number, status = str(order.number), course["orders"][str(order.number)]
        then, now = (one["learning"]["orders"][number]["score"] for one in (old, new))
        change = _change(changes["orders"][number], then, now, counts["orders"][number])
        text = f"van {status['old']} naar {status['new']}" if status["changed"] else status["shown"]
        yield Difference(kind="leerorde", code=number, name=order.label, text=text, **change)
    yield from _dimensions(old, new, course, edition)
    for feature in edition.continuum.features:
        then, now = (one["continuum"]["features"][feature.id] for one in (old, new))
        change = _change(changes["features"][feature.id], then, now, counts["features"][feature.id], scale=100)
        yield Difference(kind="kenmerk", code=feature.id, name=feature.label, **change)
    yield from _between_windows(course, edition)
    yield from _advice(course["advice"], edition)


def _dimensions(old: Document, new: Document, course: Document, edition: Edition) -> Iterator[Difference]:
    for order in edition.file.windows:
        again = (course["role_mix"].get(order.id) or {}).get("reweighted") or {}
        for code in order.dimensions:
            values, name = [_score(one, order.id, code) for one in (old, new)], edition.dimensions[code].label
            counts = course["counts"]["dimensions"][code]
            change = _change(course["comparison"]["dimensions"][code], values[0], values[1], counts)
            yield Difference(kind="dimensie", window=order.id, code=code, name=name, **change)
            if values[0] is not None and code in again and again[code]["delta"] is not None:
                change = _change(again[code], values[0], values[0] + again[code]["delta"], counts)
                yield Difference(kind="dimensie, rollen als toen", window=order.id, code=code, name=name, **change)


def _score(document: Document, window: str, dimension: str) -> float | None:
    found: float | None = document["windows"][window].get("dimensions", {}).get(dimension, {}).get("score")
    return found


def _between_windows(course: Document, edition: Edition) -> Iterator[Difference]:
    names = {mirror.code: mirror.label for mirror in edition.mirrors.mirrors}
    for gap in course["gaps"]:
        between = f"{gap['a']}-{gap['b']}"
        change = _change(gap, gap["old"], gap["new"])
        yield Difference(
            kind="verschil",
            window=between,
            code=gap["code"],
            name=names[gap["code"]],
            text=gap["state"] or "",
            **change,
        )
    for pair in course["congruence"]:
        change = _change(pair, pair["old"], pair["new"])
        yield Difference(kind="congruentie", window=f"{pair['a']}-{pair['b']}", name="Congruentie", **change)
    for code, name in (("vertical", "Verticale congruentie"), ("horizontal", "Horizontale congruentie")):
        change = _change(course[code], course[code]["old"], course[code]["new"])
        yield Difference(kind="congruentie", code=code, name=name, **change)


def _advice(advice: Document, edition: Edition) -> Iterator[Difference]:
    titles = {one.id: one.title for one in edition.recommendations.recommendations}
    for state, text in ADVICE_TEXTS.items():
        for code in advice[state]:
            yield Difference(kind="advies", code=code, name=titles[code], text=text)


def _change(
    change: Document, old: float | None, new: float | None, counts: list[int | None] | None = None, scale: int = 1
) -> dict[str, Any]:
    old_n, new_n = counts or (None, None)
    values = {"old": old, "new": new, "delta": change["delta"], "margin": change["margin"]}
    scaled = {name: None if value is None else scale * value for name, value in values.items()}
    return scaled | {"verdict": VERDICT_TEXTS[change["verdict"]], "old_n": old_n, "new_n": new_n}
