"""Charts of the mirror: what the windows say about the same subject, and the style of steering."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.results import story
from app.results.charts import Column, Corner, Dots, Quadrant, Series

if TYPE_CHECKING:
    from app.results.reading import Reading

SUBJECTS_AT_MOST = 10
CORNERS = {"rechtmatig": (-1, -1), "presterend": (-1, 1), "samenwerkend": (1, 1), "responsief": (1, -1)}
"""Where each government type stands on the axes of section 5.9."""


def mirror_dots(reading: Reading) -> Dots | None:
    """The subjects on which windows differ most; `None` when no subject was asked in two shown windows."""
    gaps = story.gaps(reading)
    codes = list(dict.fromkeys(gap.code for gap in gaps))[:SUBJECTS_AT_MOST]
    if not codes:
        return None
    largest = {gap.code: gap for gap in reversed(gaps) if gap.real}
    windows = [name for name in reading.windows if any(reading.mirror_value(code, name) is not None for code in codes)]
    return Dots(
        id="spiegel",
        title="Onderwerpen waarover de vensters het meest verschillen, van 0 tot 100",
        sentence=story.differences(reading),
        row_heading="Onderwerp",
        rows=tuple(reading.mirror(code).label for code in codes),
        series=tuple(
            Series(reading.heading(window), tuple(reading.mirror_value(code, window) for code in codes), style)
            for style, window in enumerate(reading.windows)
            if window in windows
        ),
        spans=tuple(
            (windows.index(largest[code].lower), windows.index(largest[code].higher)) if code in largest else None
            for code in codes
        ),
        columns=(
            Column(
                "Verschil", tuple("groter dan de marge" if code in largest else "binnen de marge" for code in codes)
            ),
        ),
        origins=tuple(f"onderwerp/{code}" for code in codes),
    )


def steering_quadrant(reading: Reading) -> Quadrant | None:
    """The place between the four government types; `None` where policy makers gave too little."""
    steering, lens = reading.record.result.lenses.steering, reading.edition.lenses.steering
    if steering.x is None or steering.y is None:
        return None
    return Quadrant(
        id="sturing",
        title="De stijl van sturen tussen vier soorten overheid",
        sentence=steering_sentence(reading),
        row_heading="As",
        decimals=2,
        x=steering.x,
        y=steering.y,
        x_labels=(lens.x_low, lens.x_high),
        y_labels=(lens.y_low, lens.y_high),
        corners=tuple(Corner(*CORNERS[one.id], one.id) for one in lens.types),
        origins=("lens/sturing", "lens/sturing"),
    )


def steering_sentence(reading: Reading) -> str:
    """Which of the four types prevails, if one does."""
    dominant, lens = reading.record.result.lenses.steering.dominant, reading.edition.lenses.steering
    found = next((one for one in lens.types if one.id == dominant), None)
    if found is None:
        return "De sterkste stijlen liggen dicht bij elkaar."
    return f"De {found.label} geeft de toon aan."
