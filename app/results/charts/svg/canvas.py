"""The few shapes that every chart is drawn with.

Only presentation attributes: the service allows no inline style. Numbers of the drawing itself (coordinates) get one
decimal; numbers that a person reads are formatted before they come here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import wrap
from xml.sax.saxutils import escape, quoteattr

from app.results.charts.style import INK, LOOKS, PAPER, Look

Attribute = str | float | None
Point = tuple[float, float]

LINE_HEIGHT = 1.25


@dataclass(slots=True)
class Canvas:
    """Collects elements in drawing order and closes them into one `<svg>` with a title and a description."""

    width: float
    height: float
    parts: list[str] = field(default_factory=list)

    def add(self, name: str, content: str = "", /, **attributes: Attribute) -> None:
        """Add one element; an attribute with value `None` is left out, `_` in its name becomes `-`."""
        self.parts.append(element(name, content, **attributes))

    def line(self, start: Point, end: Point, colour: str, **attributes: Attribute) -> None:
        """Add a straight line; the width is 1 unless said otherwise."""
        (x1, y1), (x2, y2) = start, end
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, **{"stroke_width": 1, **attributes})

    def text(
        self,
        x: float,
        y: float,
        lines: str | list[str],
        size: float = 14,
        anchor: str = "start",
        *,
        halo: bool = False,
        **attributes: Attribute,
    ) -> None:
        """Add one or more lines of text; `y` is the baseline of the first line.

        With a halo it has a white edge, so that a line behind it does not cross it out.
        """
        rows = [lines] if isinstance(lines, str) else lines
        spans = "".join(
            element("tspan", escape(row), x=x, dy=round(size * LINE_HEIGHT, 1) if number else None)
            for number, row in enumerate(rows)
        )
        edge: dict[str, Attribute] = {"stroke": PAPER, "stroke_width": 4, "paint_order": "stroke"} if halo else {}
        look = {"fill": INK, **edge, **attributes}
        self.add("text", spans, x=x, y=y, font_size=size, text_anchor=anchor, **look)

    def marker(self, x: float, y: float, look: Look, radius: float = 6) -> None:
        """Add the marker of a series, with a white edge so that markers that touch stay apart."""
        self.parts.append(marker(x, y, look, radius))

    def close(self, chart_id: str, title: str, description: str, alone: str = "") -> str:
        """The finished drawing. `chart_id` must be unique on the page: title and description are found by it.

        The title is its name; the description is apart from it, so that who listens can pass over all those numbers.

        `alone` are the fonts of a drawing that stands in a file of its own, where it has nothing to inherit and needs
        a size.
        """
        head = element("title", escape(title), id=f"{chart_id}-titel")
        head += element("desc", escape(description), id=f"{chart_id}-uitleg")
        return element(
            "svg",
            head + "".join(self.parts),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {_plain(self.width)} {_plain(self.height)}",
            role="img",
            aria_labelledby=f"{chart_id}-titel",
            aria_describedby=f"{chart_id}-uitleg",
            font_family=alone or "inherit",
            width=self.width if alone else None,
            height=self.height if alone else None,
        )


def element(name: str, content: str = "", /, **attributes: Attribute) -> str:
    """One XML element; `content` is already escaped."""
    written = "".join(
        f" {key if key == 'viewBox' else key.replace('_', '-')}={quoteattr(_plain(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def marker(x: float, y: float, look: Look, radius: float = 6) -> str:
    """The marker shape of a look, centred on a point."""
    paint: dict[str, Attribute] = {"fill": look.colour, "stroke": PAPER, "stroke_width": 1.5}
    if look.marker == "circle":
        return element("circle", cx=x, cy=y, r=radius, **paint)
    if look.marker == "square":
        side = radius * 0.9
        return element("rect", x=x - side, y=y - side, width=2 * side, height=2 * side, **paint)
    if look.marker == "diamond":
        reach = radius * 1.3
        return element(
            "polygon", points=_points([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]), **paint
        )
    reach = radius * 1.2
    return element(
        "polygon", points=_points([(x, y - reach), (x + reach, y + reach * 0.8), (x - reach, y + reach * 0.8)]), **paint
    )


def path(points: list[Point], *, closed: bool = False) -> str:
    """The `d` of a line through the points."""
    steps = " L".join(f"{_plain(x)} {_plain(y)}" for x, y in points)
    return f"M{steps}{' Z' if closed else ''}"


def sample(series_style: int, *, line: bool) -> str:
    """What stands for a series in the legend: its marker, on a small piece of its line where the chart draws lines."""
    look = LOOKS[series_style]
    width = 40 if line else 16
    stroke: dict[str, Attribute] = {"stroke": look.colour, "stroke_width": 2.5, "stroke_dasharray": look.dash or None}
    rule = element("line", x1=1, y1=8, x2=39, y2=8, **stroke) if line else ""
    content = rule + marker(width / 2, 8, look, 5.5)
    return element(
        "svg", content, viewBox=f"0 0 {width} 16", width=width, height=16, aria_hidden="true", focusable="false"
    )


def width_of(text: str, size: float) -> float:
    """About how wide a line of text becomes; rather too wide than too narrow."""
    return len(text) * size * 0.56


def wrapped(text: str, characters: int) -> list[str]:
    """The text in lines of about this many characters; words stay whole."""
    return wrap(text, characters, break_long_words=False, break_on_hyphens=False) or [""]


def _points(points: list[Point]) -> str:
    return " ".join(f"{_plain(x)},{_plain(y)}" for x, y in points)


def _plain(value: str | float) -> str:
    if isinstance(value, float):
        return f"{value:.1f}".rstrip("0").rstrip(".")
    return str(value)
