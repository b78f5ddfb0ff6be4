"""What a page is made from: a reading, the scan that it is about, which version it is, and the charts that it has."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from app.results import story
from app.results.charts import Drawing, draw
from app.results.pictures import all_charts
from app.web.formatting import capitalised, date_in_words
from app.web.page import Link

if TYPE_CHECKING:
    from datetime import date
    from typing import Any

    from app.results.charts import Chart
    from app.results.reading import Reading
    from app.results.voices import Voices

Section = Literal["overzicht", "vensters", "continuum", "leerordes", "spiegel", "advies", "verloop", "verantwoording"]

SECTIONS: tuple[tuple[Section, str], ...] = (
    ("overzicht", "Overzicht"),
    ("vensters", "Vensters"),
    ("continuum", "Continuüm"),
    ("leerordes", "Leerordes"),
    ("spiegel", "Spiegel"),
    ("advies", "Advies"),
    ("verloop", "Toen en nu"),
    ("verantwoording", "Verantwoording"),
)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a result: under which ambition, chosen why and when. A version without one was made at closing."""

    number: int
    ambition: int | None
    reason: str
    made_on: date


@dataclass(frozen=True)
class ResultContext:
    """One result on the way to a page.

    `about` names what it is of; `scope` says which people, partners and period it is about, as pairs of label and text.
    `versions` are all versions of the result, from first to last, and `version` is this one.

    `address` is where it is served, `root` where its latest version is, and `desk` where its scan is managed, for who
    manages it; `course` is where it is compared with an earlier scan, empty where there is none; `trail` leads from
    home to this result. Without an address the result is one document, with its parts one below the other; `on_paper`
    marks a document that is made to be printed, in which nothing is folded away.
    `voices` is what people wrote and the moderator released, for the pages that show it.
    """

    reading: Reading
    about: tuple[str, ...]
    name: str
    scope: tuple[tuple[str, str], ...] = ()
    versions: tuple[Version, ...] = ()
    version: Version | None = None
    address: str | None = None
    root: str | None = None
    desk: str | None = None
    course: str = ""
    trail: tuple[Link, ...] = ()
    on_paper: bool = False
    is_example: bool = False
    voices: Voices = field(default_factory=dict)

    def link(self, part: str, place: str = "") -> str:
        """Where a part of this result is found; `place` is a place in it."""
        if self.address is None:
            return f"#{place or part.replace('/', '-')}"
        return f"{self.address}{'' if part == 'overzicht' else f'/{part}'}{f'#{place}' if place else ''}"

    def section_link(self, section: Section) -> str:
        """Where a section of this result begins."""
        if section == "verloop":
            return self.course
        return self.link(self._first_window if section == "vensters" else section)

    def origin(self, kind: str, code: str) -> str:
        """Where it is told what a number is made of; empty in a document, which has no such places."""
        return "" if self.address is None else f"{self.address}/herkomst/{kind}/{code}"

    @cached_property
    def charts(self) -> dict[str, Chart]:
        """Every chart of this result by its id."""
        return all_charts(self.reading)

    def drawing(self, chart: str) -> Drawing | None:
        """A chart as it stands on a page; `None` where there is nothing to show."""
        if chart not in self.charts:
            return None
        if self.address is None:
            return draw(self.charts[chart])
        return draw(
            self.charts[chart], lambda ending: f"{self.address}/grafieken/{chart}.{ending}", f"{self.address}/herkomst"
        )

    def frame(self, section: Section, title: str) -> dict[str, Any]:
        """What every result page has, for the section that it stands in."""
        edition = self.reading.edition.file
        return {
            "title": title,
            "section": "samenwerkingen" if self.desk else "home",
            "breadcrumbs": self._breadcrumbs(section),
            "is_example": self.is_example,
            "about": self.about,
            "scope": self.scope,
            "sections": tuple(
                Link(label, self.section_link(name), current=name == section)
                for name, label in SECTIONS
                if name != "verloop" or self.course
            ),
            "superseded": self._superseded(),
            "desk": self.desk or "",
            "paper": "" if self.address is None else self.link("afdrukken"),
            "basis": story.basis(self.reading),
            "disclaimer": edition.disclaimer,
            "attribution": edition.attribution,
            "edition": edition.id,
            "alone": self.address is None,
            "on_paper": self.on_paper,
        }

    def _breadcrumbs(self, section: Section) -> tuple[Link, ...]:
        """The way here from home; it ends at this version of the result, or before it on the overview."""
        if section == "overzicht" or not self.trail:
            return self.trail[:-1]
        return (*self.trail[:-1], Link(self.trail[-1].label, self.link("overzicht")))

    def _superseded(self) -> Link | None:
        """That there is a newer version, in a sentence about this one, and where that is."""
        if self.version is None or self.root is None or self.version == self.versions[-1]:
            return None
        return Link(f"Dit is {self.version_in_words(self.version)}.", self.root)

    def version_in_words(self, version: Version) -> str:
        """A version with its ambition and its date."""
        aim = self.ambition_in_words(version.ambition)
        return f"versie {version.number}, {aim}, van {date_in_words(version.made_on)}"

    def ambition_in_words(self, ambition: int | None) -> str:
        """With which ambition, as a phrase."""
        return f"met ambitie {self.reading.model(ambition).label} ({ambition})" if ambition else "zonder ambitie"

    @property
    def _first_window(self) -> str:
        return f"vensters/{next(iter(self.reading.shown), next(iter(self.reading.windows)))}"


def sentence_about(parts: tuple[str, ...]) -> tuple[str, ...]:
    """What a result is of, part by part, each beginning with a capital and none said twice."""
    return tuple({part.casefold(): capitalised(part) for part in reversed(parts) if part}.values())[::-1]
