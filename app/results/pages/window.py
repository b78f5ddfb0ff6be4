"""A page per window: its dimensions and questions, or what is still needed before it can be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.results import story
from app.results.page import ResultPage
from app.results.pictures.windows import margin
from app.web.formatting import counted, number
from app.web.page import Link

if TYPE_CHECKING:
    from app.results.charts import Drawing
    from app.results.context import ResultContext
    from app.results.reading import Reading
    from app.results.record import WindowName
    from questionnaires import DimensionFile, Item

WHY_NOT_SHOWN = (
    "Met minder antwoorden zou te zien kunnen zijn wie wat antwoordde. Daarom laten wij van dit venster niets zien en "
    "gebruiken wij er niets van: niet in de plek, niet in de leerordes en niet in het advies."
)
WHY_ABSENT = "Een venster zonder antwoorden telt nergens in mee. De andere vensters blijven gewoon te lezen."


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """One question of a window: its words, its mean and the answer closest to it, and how many did not know."""

    text: str
    mean: float | None
    nearest: str
    answers: str
    signal: str
    distribution: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionPart:
    """One dimension of a window page."""

    id: str
    label: str
    definition: str
    low: str
    high: str
    score: float | None
    margin: str
    agreement: str
    items: tuple[ItemRow, ...]
    rounded: bool


@dataclass(frozen=True, kw_only=True)
class WindowPage(ResultPage):
    """A window that reached its minimum."""

    window: str
    description: str
    windows: tuple[Link, ...]
    filled: str
    radar: Drawing
    dimensions: tuple[DimensionPart, ...]
    signals: tuple[str, ...]
    portrait: str
    barriers: tuple[tuple[str, str, int | None], ...]
    barriers_from: str
    rounded: bool


@dataclass(frozen=True, kw_only=True)
class HiddenWindowPage(ResultPage):
    """A window that may not be shown yet: what is needed, and why."""

    window: str
    description: str
    windows: tuple[Link, ...]
    needed: str
    why: str


def build_window(context: ResultContext, window: WindowName) -> WindowPage | HiddenWindowPage:
    """The page of a window, as far as it may be shown."""
    return _shown(context, window) if window in context.reading.shown else _hidden(context, window)


def window_template(page: WindowPage | HiddenWindowPage) -> str:
    """The name of the template that shows a window."""
    return "window" if isinstance(page, WindowPage) else "window_hidden"


def _hidden(context: ResultContext, window: WindowName) -> HiddenWindowPage:
    reading = context.reading
    content = reading.edition.windows[window]
    absent = reading.windows[window].status == "absent"
    return HiddenWindowPage(
        **context.frame("vensters", content.label),
        window=window,
        description=content.description,
        windows=_windows(context, window),
        needed=story.still_needed(reading, window),
        why=WHY_ABSENT if absent else WHY_NOT_SHOWN,
    )


def _shown(context: ResultContext, window: WindowName) -> WindowPage:
    reading = context.reading
    content = reading.edition.windows[window]
    return WindowPage(
        **context.frame("vensters", content.label),
        window=window,
        description=content.description,
        windows=_windows(context, window),
        filled=_filled(reading, window),
        radar=context.required(f"venster-{window}"),
        dimensions=tuple(_dimension(reading, window, one) for one in reading.edition.dimensions_of(window)),
        signals=tuple(_signals(reading, window)),
        portrait=_portrait(reading, window),
        barriers=tuple(_barriers(reading, window)),
        barriers_from=_barriers_from(reading, window),
        rounded=reading.is_protected(window),
    )


def _windows(context: ResultContext, current: WindowName) -> tuple[Link, ...]:
    reading = context.reading
    if context.address is None:
        return ()
    return tuple(
        Link(reading.heading(name), context.link(f"vensters/{name}"), current=name == current)
        for name in reading.windows
    )


def _filled(reading: Reading, window: WindowName) -> str:
    found = reading.shown[window]
    if reading.insight(window).basis == "team":
        return "Een team vulde dit venster samen in. Een teamformulier telt voor hooguit drie mensen."
    sentence = f"{counted(found.usable, 'persoon vulde', 'mensen vulden')} dit venster in."
    unused = found.responses - found.usable
    return f"{sentence} {counted(unused, 'invulling', 'invullingen')} telden niet mee." if unused > 0 else sentence


def _dimension(reading: Reading, window: WindowName, content: DimensionFile) -> DimensionPart:
    found = reading.dimension(window, content.id)
    return DimensionPart(
        id=content.id.replace("_", "-"),
        label=content.label,
        definition=content.definition,
        low=content.low,
        high=content.high,
        score=found.score,
        margin=margin(found.low, found.high),
        agreement=found.record.agreement or "",
        items=tuple(_item(reading, window, item) for item in content.items),
        rounded=reading.is_protected(window),
    )


def _item(reading: Reading, window: WindowName, item: Item) -> ItemRow:
    insight, count = reading.insight(window).items[item.id], reading.shown[window].items[item.id]
    options = reading.edition.options_of(item)
    return ItemRow(
        text=item.text,
        mean=insight.mean,
        nearest="" if insight.mean is None else nearest_option(options, insight.mean),
        answers=number(insight.n),
        signal=unknown_signal(count.n, count.unknown) if count.unknown_signal else "",
        distribution=tuple(zip((label for _, label in options), insight.distribution, strict=True))
        if insight.distribution
        else (),
    )


def nearest_option(options: tuple[tuple[float, str], ...], mean: float) -> str:
    """The words of the answer that lies closest to a mean of 0..100; the lower one where two are equally close."""
    return min(options, key=lambda option: abs(100 * option[0] - mean))[1]


def unknown_signal(answered: int, unknown: int) -> str:
    """How many of those asked do not know; it is information, not a zero."""
    return f"{number(unknown)} van de {number(answered + unknown)} weten dit niet"


def _signals(reading: Reading, window: WindowName) -> list[str]:
    return [
        f"{unknown_signal(count.n, count.unknown)}: “{item.text}”"
        for item in reading.edition.items_of(window)
        if (count := reading.shown[window].items[item.id]).unknown_signal
    ]


def _portrait(reading: Reading, window: WindowName) -> str:
    portrait = reading.insight(window).portrait
    if portrait is None:
        return ""
    label = reading.model(portrait.model).label
    who = counted(portrait.n, "persoon koos", "mensen kozen")
    return (
        f"{who} uit zeven korte beschrijvingen de beste. De middelste keuze past bij het model {label} "
        f"({portrait.model}). Dit telt niet mee in de plek; het is een tweede blik."
    )


def _barriers(reading: Reading, window: WindowName) -> list[tuple[str, str, int | None]]:
    found = reading.insight(window).barriers
    if found is None:
        return []
    contents = {one.id: one for one in reading.edition.barriers.barriers}
    return [
        (contents[one].label, contents[one].explanation, found.counts[one] if found.counts else None)
        for one in found.order
    ]


def _barriers_from(reading: Reading, window: WindowName) -> str:
    found = reading.insight(window).barriers
    if found is None:
        return ""
    at_most = reading.edition.barriers.at_most
    return (
        f"{counted(found.n, 'persoon koos', 'mensen kozen')} ieder hooguit {at_most} belemmeringen. "
        "De vaakst genoemde staat bovenaan."
    )
