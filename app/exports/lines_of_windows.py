"""The lines of the table about the windows: counts, roles, dimensions, questions, and what windows say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exports.table import Line
from app.results import story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.results.reading import Reading
    from app.results.record import WindowName

REAL, WITHIN = "groter dan de marge", "binnen de marge"


def window_lines(reading: Reading, window: WindowName) -> Iterator[Line]:
    """A window; of one that is not shown only that, with its counts."""
    found, name = reading.windows[window], reading.heading(window)
    if window not in reading.shown:
        yield Line(
            part="venster",
            window=window,
            code=window,
            name=name,
            n=found.usable,
            status="niet getoond",
            text=story.still_needed(reading, window),
        )
        return
    shown = reading.shown[window]
    basis = "als team ingevuld" if reading.is_team(window) else "ieder voor zich ingevuld"
    yield Line(
        part="venster",
        window=window,
        code=window,
        name=name,
        value=shown.score,
        n=shown.usable,
        status="getoond",
        text=basis,
    )
    yield Line(
        part="plek", window=window, code=window, name=f"Plek volgens {name.lower()}", value=shown.continuum.position
    )
    labels = {role.id: role.label for role in reading.edition.roles.roles[window]}
    for role, group in shown.roles.items():
        yield Line(part="rol", window=window, code=role, name=labels[role], n=group.n)
    for dimension in reading.edition.dimensions_of(window):
        one = reading.dimension(window, dimension.id)
        yield Line(
            part="dimensie",
            window=window,
            code=dimension.id,
            name=dimension.label,
            value=one.score,
            low=one.low,
            high=one.high,
            n=one.record.n,
            status=one.record.agreement or "",
        )
    yield from _questions(reading, window)


def _questions(reading: Reading, window: WindowName) -> Iterator[Line]:
    """The questions of a window; below each the answers, where their distribution may be shown."""
    insight, counts = reading.insight(window).items, reading.shown[window].items
    for item in reading.edition.items_of(window):
        found = insight[item.id]
        yield Line(
            part="vraag",
            window=window,
            code=item.id,
            name=item.text,
            value=found.mean,
            n=found.n,
            unknown=counts[item.id].unknown,
            status="veel weet ik niet" if counts[item.id].unknown_signal else "",
        )
        if found.distribution is None:
            continue
        for (value, label), count in zip(reading.edition.options_of(item), found.distribution, strict=True):
            yield Line(part="antwoord", window=window, code=item.id, name=label, value=100 * value, n=count)


def mirror_lines(reading: Reading) -> Iterator[Line]:
    """What windows say about the same subjects, the differences, and how far windows agree."""
    for mirror in reading.edition.mirrors.mirrors:
        for window in mirror.items:
            value = reading.mirror_value(mirror.code, window)
            if value is not None:
                yield Line(part="onderwerp", window=window, code=mirror.code, name=mirror.label, value=value)
    for gap in story.gaps(reading):
        yield Line(
            part="verschil",
            window=f"{gap.lower}-{gap.higher}",
            code=gap.code,
            name=gap.subject,
            value=gap.size,
            low=gap.low,
            high=gap.high,
            status=REAL if gap.real else WITHIN,
        )
    found = reading.record.result.congruence
    for pair in found.pairs:
        name = f"{reading.heading(pair.a)} en {reading.label(pair.b)}"
        yield Line(
            part="congruentie",
            window=f"{pair.a}-{pair.b}",
            name=name,
            value=pair.congruence,
            n=pair.codes,
            status=pair.label or "",
            text=pair.signal or "",
        )
    yield Line(part="congruentie", code="verticaal", name="Verticale congruentie", value=found.vertical)
    yield Line(part="congruentie", code="horizontaal", name="Horizontale congruentie", value=found.horizontal)
