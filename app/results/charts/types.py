"""What a chart shows, before anybody decides how it is drawn.

One object per chart. The inline SVG, the interactive figure and the table are three readings of it, so they cannot
differ. A value that is not known is `None`: it becomes a gap in a drawing and "onvoldoende gegevens" in a table, never
a zero.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.web.formatting import number

Value = float | None
Values = tuple[Value, ...]

NO_VALUE = "onvoldoende gegevens"
TOUCHING = 5.0
"""Values on 0..100 that are closer than this have markers that cover each other."""


@dataclass(frozen=True, slots=True)
class Series:
    """A row of values, one per axis or row of the chart; `style` is its place among the fixed looks."""

    label: str
    values: Values
    style: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """A column that only the table has, such as the number of answers."""

    label: str
    cells: tuple[str, ...]
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the scale that has a name; a strong one stands out."""

    value: float
    label: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A part of the scale that has a name."""

    low: float
    high: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What every chart has. `title` says what is measured, `sentence` says what is seen; numbers get `decimals`.

    `origins` names per row where its numbers come from, as `kind/code`; empty when no row says so.
    """

    id: str
    title: str
    sentence: str
    row_heading: str
    decimals: int = 0
    columns: tuple[Column, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Radar(Chart):
    """At most four series over the same axes, from 0 in the middle to `maximum` at the edge."""

    axes: tuple[str, ...]
    series: tuple[Series, ...]
    maximum: float = 100

    def __post_init__(self) -> None:
        """A radar with more than four series cannot be read, and a series has a value (or `None`) for every axis."""
        if not 1 <= len(self.series) <= 4:
            raise ValueError(f"chart {self.id}: a radar has one to four series")
        if any(len(series.values) != len(self.axes) for series in self.series):
            raise ValueError(f"chart {self.id}: every series needs one value per axis")

    def fits_names(self) -> bool:
        """Whether the names of the axes are so few and short that they fit beside a small drawing."""
        return len(self.axes) <= 4 and all(len(axis) <= 12 for axis in self.axes)

    def figure(self, place: int) -> str:
        """What stands at an axis as its figure: the value of the only series; with more series nothing."""
        value = self.series[0].values[place]
        return "" if len(self.series) > 1 or value is None else number(value, self.decimals)


@dataclass(frozen=True, slots=True)
class Interval:
    """A row of an interval plot: a value and, where it is known, how far it may be off; `style` is its look."""

    label: str
    value: Value
    low: Value = None
    high: Value = None
    style: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervals(Chart):
    """Values with their intervals on one scale, with named places, parts and at most one line to compare with.

    `range_heading` says what the interval is: a margin, unless it is something else, such as the middle half of many.

    `mark` is one line for all rows. Where each row is compared with something of its own, `marks` has a place per row
    (None for a row without one) and `marks_label` says what they are; a chart has one of the two. `strong_label` says
    what the ticks that stand out have in common.
    """

    rows: tuple[Interval, ...]
    minimum: float
    maximum: float
    value_heading: str
    range_heading: str = "Marge (80 %)"
    ticks: tuple[Tick, ...] = ()
    bands: tuple[Band, ...] = ()
    mark: Tick | None = None
    marks: Values = ()
    marks_label: str = ""
    strong_label: str = ""

    def __post_init__(self) -> None:
        """Marks of rows are one per row, and never stand beside a mark of all."""
        if self.marks and (len(self.marks) != len(self.rows) or self.mark is not None):
            raise ValueError(f"chart {self.id}: one mark for every row, or one for all")

    def mark_in_figures(self, mark: Value) -> str:
        """A mark of a row as it is read: a whole one, such as a model, without decimals."""
        if mark is None:
            return "–"
        return number(mark, 0 if mark == int(mark) else self.decimals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars(Chart):
    """One bar per row from 0 to `maximum`; `strong` is the row that stands out, `unit` follows each number."""

    rows: tuple[str, ...]
    values: Values
    value_heading: str
    maximum: float = 100
    unit: str = ""
    strong: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots(Chart):
    """Several windows' values per subject on one scale; the line between them is how far they are apart.

    `spans` has per row the two series whose difference stands out, by their places, the lower first; `None` for a row
    without such a difference. Empty when no row has one.
    """

    rows: tuple[str, ...]
    series: tuple[Series, ...]
    spans: tuple[tuple[int, int] | None, ...] = ()
    maximum: float = 100

    def __post_init__(self) -> None:
        """Every row says whether two of its series stand out, or none does."""
        if self.spans and len(self.spans) != len(self.rows):
            raise ValueError(f"chart {self.id}: one span, or none, for every row")

    def span(self, row: int) -> tuple[int, int] | None:
        """The two series of a row whose difference stands out."""
        return self.spans[row] if self.spans else None

    def known(self, row: int) -> list[tuple[int, float]]:
        """The series that have a value in a row, with that value, from low to high."""
        found = [(at, value) for at, one in enumerate(self.series) if (value := one.values[row]) is not None]
        return sorted(found, key=lambda pair: pair[1])

    def ends(self, row: int) -> tuple[tuple[str, float], ...]:
        """What stands at the two ends of a row: the names of the series there, and their value.

        Those of a difference that stands out, otherwise the lowest and the highest; one end where there is no more.
        """
        known, span = dict(self.known(row)), self.span(row)
        if not known:
            return ()
        values = [known[at] for at in span] if span else [min(known.values()), max(known.values())]
        return tuple((self._named(known, value, span), value) for value in dict.fromkeys(values))

    def _named(self, known: dict[int, float], value: float, span: tuple[int, int] | None) -> str:
        here = [at for at, one in known.items() if one == value and (span is None or at in span)]
        return " en ".join(self.series[at].label for at in sorted(here))

    def lane(self, row: int, series: int) -> float:
        """Where a marker stands in its row, from -1 to 1: on the line (0), unless it would cover another one."""
        values = [one.values[row] for one in self.series]
        value = values[series]
        if value is None:
            return 0.0
        touching = [at for at, other in enumerate(values) if other is not None and abs(other - value) < TOUCHING]
        return touching.index(series) - (len(touching) - 1) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMap(Chart):
    """A number per row and column; `None` where the two do not meet or nothing may be shown."""

    rows: tuple[str, ...]
    column_labels: tuple[str, ...]
    cells: tuple[Values, ...]
    empty: tuple[tuple[str, ...], ...] = field(default=())
    """What a cell without a number says, per cell."""
    maximum: float = 100


@dataclass(frozen=True, slots=True)
class Corner:
    """A corner of a quadrant: -1 or 1 on both axes, with its name."""

    x: int
    y: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quadrant(Chart):
    """A point between four named corners; both axes run from -1 to 1."""

    x: float
    y: float
    x_labels: tuple[str, str]
    y_labels: tuple[str, str]
    corners: tuple[Corner, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """One question: how often each of its answers was given, the lowest answer first, in the words of each."""

    question: str
    options: tuple[str, ...]
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many answered."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution(Chart):
    """How answers are spread: a bar per question, cut into its answers from the lowest to the highest.

    `group_heading` names what a bar is of; the rows of the table are the answers.
    """

    group_heading: str = "Vraag"

    rows: tuple[Answers, ...]
