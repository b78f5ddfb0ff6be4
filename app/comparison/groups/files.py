"""The figures of a group to take along: what its reader may see, and nothing of a single municipality."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.comparison.groups.labels import label_of
from app.comparison.groups.page import kind_label, parts_in_words
from app.web.formatting import number
from app.web.spreadsheet import csv_table, text_cell

if TYPE_CHECKING:
    from app.comparison.groups.access import OpenGroup
    from app.comparison.groups.figures import Visible
    from questionnaires import Edition

HEADINGS = ("groep", "gemaakt op", "deel", "onderdeel", "naam", "code", "gemeenten", "kwart ligt onder", "mediaan",
            "kwart ligt boven")  # fmt: skip


def figures_document(found: OpenGroup, visible: Visible, edition: Edition) -> dict[str, Any]:
    """The figures as one object (`docs/formats.md`); `figures` is empty where there are none for this reader."""
    return {
        "group": {
            "id": found.id,
            "name": found.group.name,
            "kind": found.group.kind,
            "municipalities": [one.municipality.code for one in found.members],
        },
        "made_on": visible.made_on.isoformat() if visible.made_on and visible.figures else None,
        "edition": visible.edition if visible.figures else None,
        "figures": [
            {
                "quantity": one.quantity,
                "part": one.part,
                "municipalities": one.of,
                "low": one.figures.low,
                "median": one.figures.median,
                "high": one.figures.high,
            }
            for one in visible.figures
        ],
        "attribution": edition.file.attribution,
        "disclaimer": edition.file.disclaimer,
    }


def figures_json(found: OpenGroup, visible: Visible, edition: Edition) -> bytes:
    """The same as a file."""
    return json.dumps(figures_document(found, visible, edition), ensure_ascii=False, indent=1).encode()


def figures_csv(found: OpenGroup, visible: Visible, edition: Edition) -> bytes:
    """The same as a table for a spreadsheet."""
    words = parts_in_words(visible.parts, edition)
    name, made_on = text_cell(found.group.name), visible.made_on.isoformat() if visible.made_on else ""
    rows = [
        [name, made_on, words[one.part], *label_of(edition, one.quantity), one.quantity, str(one.of)]
        + [number(value, 2) for value in (one.figures.low, one.figures.median, one.figures.high)]
        for one in visible.figures
    ]
    about = (("soort samenwerking", kind_label(found.group)), ("editie", visible.edition or edition.id))
    sources = (("bron", edition.file.attribution), ("bron", edition.file.disclaimer))
    return csv_table(HEADINGS, [*rows, *([*("" for _ in range(3)), *pair] for pair in (*about, *sources))])
