"""The page of a group: who takes part, its figures, and where the reader's own municipality lies beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from app.collaborations.codes import grouped
from app.collaborations.kinds import KIND_LABELS, kind_named
from app.collaborations.page import ManagementPage
from app.comparison.groups.filters import WHOLE, part_in_words
from app.comparison.groups.labels import Block, blocks_of, in_words, own_shown, shown
from app.comparison.groups.service import LIST, address_of
from app.comparison.groups.standing import standing_of
from app.results.charts import Cell, Drawing, Interval, Intervals, Row, Table, Tick, draw
from app.results.pictures.windows import extremes
from app.web.formatting import capitalised, counted, enumeration
from app.web.page import Link
from scoring import place_in_group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from app.comparison.groups.access import OpenGroup
    from app.comparison.groups.figures import Figure, Visible
    from app.comparison.groups.standing import Standing
    from app.models import ComparisonGroup
    from app.results.charts import Chart
    from questionnaires import Edition

PLACES = {
    "eronder": "onder de middelste helft",
    "binnen": "binnen de middelste helft",
    "erboven": "boven de middelste helft",
}
"""Where a municipality lies beside the middle half of the group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBlock:
    """Quantities on one scale: a drawing, and the same in a table. `missing` names those without a figure.

    `own` says in a sentence where the own municipality lies, and is empty where it is not in the figures.
    """

    id: str
    heading: str
    explanation: str
    drawing: Drawing
    own: str
    table: Table
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMember:
    """A municipality of the reader in the group, and where its consent is withdrawn; empty for who may only read."""

    municipality: str
    collaboration: str
    withdraw: str


@dataclass(frozen=True, kw_only=True)
class GroupPage(ManagementPage):
    """A group. `standing` says in words what there is to see; `code` is there for who manages it.

    `parts` and `municipalities` are what can be chosen, as values with labels; of fewer than two nothing is asked.
    """

    address: str
    kind: str
    description: str
    members: tuple[str, ...]
    own: tuple[OwnMember, ...]
    standing: Standing
    blocks: tuple[FigureBlock, ...]
    parts: tuple[tuple[str, str], ...]
    part: str
    part_label: str
    municipalities: tuple[tuple[str, str], ...]
    municipality: str
    municipality_label: str
    code: str
    may_take_over: bool
    attribution: str
    disclaimer: str
    edition: str

    @property
    def files(self) -> tuple[Link, ...]:
        """Where the figures can be taken along."""
        return tuple(Link(ending.upper(), f"{self.address}/cijfers.{ending}") for ending in ("csv", "json"))


@dataclass(frozen=True, slots=True)
class Own:
    """The municipality whose own values stand beside the figures: its code, its name and its values."""

    code: str = ""
    name: str = ""
    values: Mapping[str, float] | None = None


def group_page(
    found: OpenGroup, visible: Visible, edition: Edition, own: Own, *, part: str = WHOLE, contributing: int
) -> GroupPage:
    """The page of a group; a part of which there are no figures is the whole group."""
    part = part if part in visible.parts else WHOLE
    figures = {figure.quantity: figure for figure in visible.of_part(part)}
    at = partial(_chart_address, address_of(found.group), urlencode({"deel": part, "gemeente": own.code}))
    words = parts_in_words(visible.parts, edition)
    return GroupPage(
        title=found.group.name,
        section="samenwerkingen",
        breadcrumbs=(Link("Groepen", LIST),),
        address=address_of(found.group),
        kind=kind_label(found.group),
        description=found.group.description,
        members=tuple(one.municipality.name for one in found.members),
        own=tuple(_own_members(found)),
        standing=standing_of(found, visible, contributing),
        blocks=tuple(_block(block, figures, edition, own, at) for block in blocks_of(edition) if _has(block, figures)),
        parts=tuple(words.items()),
        part=part,
        part_label=words.get(part, ""),
        municipalities=tuple((one.municipality.code, one.municipality.name) for one in found.own),
        municipality=own.code,
        municipality_label=own.name,
        code=grouped(found.group.code) if found.is_manager else "",
        may_take_over=found.may_take_over,
        attribution=edition.file.attribution,
        disclaimer=edition.file.disclaimer,
        edition=edition.id,
    )


def kind_label(group: ComparisonGroup) -> str:
    """The kind of collaboration of a group, in words."""
    kind = kind_named(group.kind)
    return KIND_LABELS[kind] if kind else group.kind


def parts_in_words(parts: Sequence[str], edition: Edition) -> dict[str, str]:
    """What parts of a group are called, by their code."""
    models = {str(model.number): model.label for model in edition.continuum.models}
    return {part: part_in_words(part, models) for part in parts}


def _own_members(found: OpenGroup) -> Iterator[OwnMember]:
    for one in found.own:
        where = f"{address_of(found.group)}/gemeenten/{one.municipality.code}/intrekken"
        yield OwnMember(
            municipality=one.municipality.name,
            collaboration=one.collaboration.name,
            withdraw=where if one in found.managed else "",
        )


def _has(block: Block, figures: Mapping[str, Figure]) -> bool:
    return any(quantity in figures for quantity, _ in block.quantities)


def group_charts(visible: Visible, edition: Edition, own: Own, part: str) -> dict[str, Chart]:
    """Every chart of a group by its id, of what its reader may see; a part without figures is the whole group."""
    part = part if part in visible.parts else WHOLE
    figures = {figure.quantity: figure for figure in visible.of_part(part)}
    blocks = [block for block in blocks_of(edition) if _has(block, figures)]
    charts = [_plot(block, _present(block, figures), figures, edition, own) for block in blocks]
    return {chart.id: chart for chart in charts}


def _chart_address(group: str, query: str, chart: str, ending: str) -> str:
    return f"{group}/grafieken/{chart}.{ending}?{query}"


def _present(block: Block, figures: Mapping[str, Figure]) -> tuple[tuple[str, str], ...]:
    return tuple((quantity, label) for quantity, label in block.quantities if quantity in figures)


def _block(
    block: Block, figures: Mapping[str, Figure], edition: Edition, own: Own, at: Callable[[str, str], str]
) -> FigureBlock:
    present = _present(block, figures)
    plot = _plot(block, present, figures, edition, own)
    missing = [label for quantity, label in block.quantities if quantity not in figures]
    return FigureBlock(
        id=block.id,
        heading=block.heading,
        explanation=block.explanation,
        drawing=draw(plot, partial(at, plot.id)),
        own=_own_sentence(present, figures, own),
        table=_table(block, present, figures, edition, own),
        missing=", ".join(missing),
    )


def _own_sentence(present: Sequence[tuple[str, str]], figures: Mapping[str, Figure], own: Own) -> str:
    """Where the own municipality lies; the quantities that are not within the middle half by their name."""
    values = own.values or {}
    places: dict[str, list[str]] = {"eronder": [], "binnen": [], "erboven": []}
    for quantity, label in present:
        if quantity in values:
            places[place_in_group(quantity, values[quantity], figures[quantity].figures)].append(label)
    if not any(places.values()):
        return ""
    if len(present) == 1:
        where = next(place for place, labels in places.items() if labels)
        return f"{own.name} ligt {PLACES[where]}."
    outside = [
        f"{words} ligt {own.name} bij {enumeration(f'‘{label}’' for label in places[place])}"
        for place, words in (("eronder", "onder de middelste helft"), ("erboven", "boven de middelste helft"))
        if places[place]
    ]
    if not outside:
        return f"{own.name} ligt bij alles binnen de middelste helft."
    rest = " Bij de rest ligt zij erbinnen." if places["binnen"] else ""
    return f"{capitalised('; '.join(outside))}.{rest}"


def _plot(
    block: Block,
    present: Sequence[tuple[str, str]],
    figures: Mapping[str, Figure],
    edition: Edition,
    own: Own,
) -> Intervals:
    """The middle half of the group as a bar with the median in it, and the own municipality as a mark."""
    marks = tuple(_own_value(quantity, edition, own) for quantity, _ in present)
    return Intervals(
        id=f"groep-{block.id}",
        title=f"{block.heading}: mediaan en middelste helft",
        sentence=_in_short(block, present, figures),
        row_heading="Onderdeel",
        decimals=block.decimals,
        rows=tuple(_interval(label, figures[quantity]) for quantity, label in present),
        minimum=block.minimum,
        maximum=block.maximum,
        value_heading="Mediaan van de groep",
        range_heading="Middelste helft",
        ticks=_ticks(block),
        marks=marks if any(mark is not None for mark in marks) else (),
        marks_label=own.name,
    )


def _in_short(block: Block, present: Sequence[tuple[str, str]], figures: Mapping[str, Figure]) -> str:
    """Where the median lies; of more quantities, of which it is highest and lowest."""
    rows = {label: shown(quantity, figures[quantity].figures.median) for quantity, label in present}
    if len(rows) == 1:
        (figure,) = (figures[quantity] for quantity, _ in present)
        low, high = (shown(figure.quantity, value) for value in (figure.figures.low, figure.figures.high))
        half = f"{in_words(block, low)} en {in_words(block, high)}"
        median = in_words(block, next(iter(rows.values())))
        return f"De mediaan is {median}; bij de middelste helft van de gemeenten ligt dit tussen {half}."
    return extremes(rows, "geen enkel onderdeel").replace("score:", "mediaan:").replace("scores", "medianen")


def _ticks(block: Block) -> tuple[Tick, ...]:
    if block.maximum == 100:
        return tuple(Tick(value, "") for value in (0, 25, 50, 75, 100))
    return tuple(Tick(value, "") for value in range(int(block.minimum), int(block.maximum) + 1))


def _interval(label: str, figure: Figure) -> Interval:
    low, median, high = (
        shown(figure.quantity, value) for value in (figure.figures.low, figure.figures.median, figure.figures.high)
    )
    return Interval(label, median, low, high)


def _table(
    block: Block, present: Sequence[tuple[str, str]], figures: Mapping[str, Figure], edition: Edition, own: Own
) -> Table:
    """The same in words and numbers; without an own municipality its columns are left out."""
    own_columns = (own.name, f"{own.name} ligt") if own.values else ()
    return Table(
        block.heading,
        ("Onderdeel", "Mediaan", "Middelste helft", *own_columns, "Van"),
        tuple(
            Row(label, tuple(_cells(block, _interval(label, figures[quantity]), figures[quantity], edition, own)))
            for quantity, label in present
        ),
    )


def _cells(block: Block, interval: Interval, figure: Figure, edition: Edition, own: Own) -> Iterator[Cell]:
    yield Cell(in_words(block, interval.value))
    yield Cell(f"{in_words(block, interval.low)} tot {in_words(block, interval.high)}")
    if own.values:
        value = own.values.get(figure.quantity)
        yield Cell(in_words(block, _own_value(figure.quantity, edition, own)))
        place = "–" if value is None else PLACES[place_in_group(figure.quantity, value, figure.figures)]
        yield Cell(place, numeric=False)
    yield Cell(counted(figure.of, "gemeente", "gemeenten"), numeric=False)


def _own_value(quantity: str, edition: Edition, own: Own) -> float | None:
    value = own.values.get(quantity) if own.values else None
    return None if value is None else own_shown(edition, quantity, value)
