"""A page per window: its dimensions and questions, or what is still needed before it can be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.results import story
from app.results.page import ResultPage
from app.results.pictures.windows import margin
from app.results.questions import item_row, unknown_signal
from app.results.voices import subjects_to_see
from app.web.formatting import counted
from app.web.page import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.results.charts import Drawing
    from app.results.context import ResultContext
    from app.results.questions import ItemRow
    from app.results.reading import Reading
    from app.results.record import WindowName
    from questionnaires import DimensionFile

WHY_NOT_SHOWN = (
    "Met minder antwoorden zou te zien kunnen zijn wie wat antwoordde. Daarom laten wij van dit venster niets zien en "
    "gebruiken wij er niets van: niet in de plek, niet in de leerordes en niet in het advies."
)
WHY_OFF = "Bij het opzetten van deze scan is dit venster uitgezet. Het telt nergens in mee."
WHY_ABSENT = "Een venster zonder antwoorden telt nergens in mee. De andere vensters blijven gewoon te lezen."


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
    origin: str
    voices: tuple[str, ...]
    distribution: Drawing | None


@dataclass(frozen=True, kw_only=True)
class WindowPage(ResultPage):
    """A window that reached its minimum; `reasons` is what was written on what is no dimension: id, name and texts."""

    window: str
    description: str
    windows: tuple[Link, ...]
    filled: str
    radar: Drawing | None
    dimensions: tuple[DimensionPart, ...]
    signals: tuple[str, ...]
    portrait: str
    barriers: tuple[tuple[str, str, int | None], ...]
    barriers_from: str
    rounded: bool
    reasons: tuple[tuple[str, str, tuple[str, ...]], ...]
    no_distribution: str

    @property
    def has_voices(self) -> bool:
        """Whether there is anything to read of what people wrote."""
        return bool(self.reasons) or any(one.voices for one in self.dimensions)


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
    why = (WHY_OFF if window in reading.off else WHY_ABSENT) if absent else WHY_NOT_SHOWN
    return HiddenWindowPage(
        **context.frame("vensters", content.label),
        window=window,
        description=content.description,
        windows=_windows(context, window),
        needed=story.still_needed(reading, window),
        why=why,
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
        radar=context.drawing(f"venster-{window}"),
        dimensions=tuple(_dimension(context, window, one) for one in reading.edition.dimensions_of(window)),
        signals=tuple(_signals(reading, window)),
        portrait=_portrait(reading, window),
        barriers=tuple(_barriers(reading, window)),
        barriers_from=_barriers_from(reading, window),
        rounded=reading.is_protected(window),
        reasons=tuple(_reasons(context, window)),
        no_distribution=_no_distribution(reading, window),
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
    if reading.is_team(window):
        return "Dit venster is als team ingevuld. Een teamformulier telt voor hooguit drie mensen."
    sentence = f"{counted(found.usable, 'persoon vulde', 'mensen vulden')} dit venster in."
    unused = found.responses - found.usable
    return f"{sentence} {counted(unused, 'invulling', 'invullingen')} telden niet mee." if unused > 0 else sentence


def _dimension(context: ResultContext, window: WindowName, content: DimensionFile) -> DimensionPart:
    reading = context.reading
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
        items=tuple(item_row(reading, window, item) for item in content.items),
        rounded=reading.is_protected(window),
        origin=context.origin("dimensie", content.id),
        voices=context.voices.get((window, content.id), ()),
        distribution=context.drawing(f"verdeling-{content.id}"),
    )


def _no_distribution(reading: Reading, window: WindowName) -> str:
    """Why it is not shown how answers are spread; empty where it is shown of every question."""
    if reading.is_team(window):
        return "Een team antwoordt samen. Daarom is er van dit venster geen verdeling van antwoorden."
    given = [one.distribution for one in reading.insight(window).items.values()]
    if all(given):
        return ""
    rest = "Van de andere vragen" if any(given) else "Van dit venster"
    return (
        f"Hoe antwoorden verdeeld zijn, is te zien vanaf tien antwoorden op een vraag. {rest} laten wij dat niet zien, "
        "omdat dan te raden zou zijn wie wat antwoordde."
    )


def _reasons(context: ResultContext, window: WindowName) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for subject, label in subjects_to_see(context.reading, window).items():
        texts = context.voices.get((window, subject), ())
        if texts and subject not in context.reading.edition.dimensions:
            yield subject.replace("_", "-"), label, texts


def _signals(reading: Reading, window: WindowName) -> list[str]:
    return [
        f"{signal}: “{item.text}”"
        for item in reading.edition.items_of(window)
        if (signal := unknown_signal(reading, window, item))
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
