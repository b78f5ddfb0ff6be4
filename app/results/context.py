"""What a page is made from: a reading, the scan that it is about, and the charts that it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from app.results import story
from app.results.charts import Drawing, draw
from app.results.pictures import all_charts
from app.web.page import Link

if TYPE_CHECKING:
    from typing import Any

    from app.results.charts import Chart
    from app.results.reading import Reading

SECTIONS = (
    ("overzicht", "Overzicht"),
    ("vensters", "Vensters"),
    ("continuum", "Continuüm"),
    ("leerordes", "Leerordes"),
    ("spiegel", "Spiegel"),
    ("advies", "Advies"),
    ("verantwoording", "Verantwoording"),
)


@dataclass(frozen=True)
class ResultContext:
    """One result on the way to a page.

    `about` names what it is of; `scope` says which people, partners and period it is about, as pairs of label and text.

    `address` is where it is served. Without it the result is one document, with its parts one below the other.
    """

    reading: Reading
    about: str
    name: str
    scope: tuple[tuple[str, str], ...] = ()
    address: str | None = None
    is_example: bool = False

    def link(self, part: str, place: str = "") -> str:
        """Where a part of this result is found; `place` is a place in it."""
        if self.address is None:
            return f"#{place or part.replace('/', '-')}"
        return f"{self.address}{'' if part == 'overzicht' else f'/{part}'}{f'#{place}' if place else ''}"

    @cached_property
    def charts(self) -> dict[str, Chart]:
        """Every chart of this result by its id."""
        return all_charts(self.reading)

    def drawing(self, chart: str) -> Drawing | None:
        """A chart as it stands on a page; `None` where there is nothing to show."""
        return self.required(chart) if chart in self.charts else None

    def required(self, chart: str) -> Drawing:
        """A chart that every result has."""
        return draw(self.charts[chart], self.address and f"{self.address}/grafieken/{chart}.json")

    def frame(self, section: str, title: str) -> dict[str, Any]:
        """What every result page has, for the section that it stands in."""
        edition = self.reading.edition.file
        return {
            "title": title,
            "section": "home",
            "breadcrumbs": () if section == "overzicht" else (Link(self.name, self.link("overzicht")),),
            "is_example": self.is_example,
            "about": self.about,
            "scope": self.scope,
            "sections": tuple(
                Link(label, self.link(self._first_window if name == "vensters" else name), current=name == section)
                for name, label in SECTIONS
            ),
            "basis": story.basis(self.reading),
            "disclaimer": edition.disclaimer,
            "attribution": edition.attribution,
            "edition": edition.id,
            "alone": self.address is None,
        }

    @property
    def _first_window(self) -> str:
        return f"vensters/{next(iter(self.reading.shown), next(iter(self.reading.windows)))}"
