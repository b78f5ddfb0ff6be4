"""What somebody wants to see beside each other, as it stands in an address: so it can be kept, and made again.

An address with aliases would tell whom it is about by its numbers. There everything is sealed in one word, `keuze`,
which only the one who made it can open.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, cast, get_args
from urllib.parse import parse_qs, urlencode

from app.collaborations.kinds import KIND_LABELS
from app.models import LARGEST_ID
from app.store.comparing import Filters
from app.web.errors import Refusal, not_found
from app.web.page import Link
from app.web.size_classes import SIZE_CLASSES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.keys import Keys

View = Literal["inwoner", "professional", "organisatie", "beleid", "kenmerken"]
VIEWS: tuple[View, ...] = get_args(View)
SEALED = "keuze"
PURPOSE = "comparison"
MOST_CHOSEN, LONGEST_TEXT = 5_000, 200
YEARS = range(2000, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The collaborations that were ticked, or everything that fits the filters, and how it is to be shown.

    `window` is of which dimensions (or the features) the numbers are shown, `about` for whom others are looked for to
    learn from: a number, under aliases a letter.
    """

    chosen: tuple[int, ...] = ()
    everything: bool = False
    kind: str | None = None
    size_class: int | None = None
    province: str | None = None
    year: int | None = None
    closed_from: date | None = None
    closed_until: date | None = None
    text: str = ""
    window: View = "professional"
    about: str = ""
    aliased: bool = False
    page: int = 1

    @property
    def filters(self) -> Filters:
        """The filters for the list to choose from, and for everything that fits."""
        first, last = (date(self.year, 1, 1), date(self.year, 12, 31)) if self.year else (None, None)
        return Filters(
            kind=self.kind,
            size_class=self.size_class,
            province=self.province,
            closed_from=max((day for day in (first, self.closed_from) if day), default=None),
            closed_until=min((day for day in (last, self.closed_until) if day), default=None),
        )

    @property
    def of_chosen(self) -> Filters:
        """The filters for what was ticked: only the period, which tells which scan of each is meant."""
        within = replace(self.filters, kind=None, size_class=None, province=None)
        return replace(within, collaborations=frozenset(self.chosen))

    @property
    def has_period(self) -> bool:
        """Whether it matters when a scan was closed."""
        return any((self.year, self.closed_from, self.closed_until))

    def at_any_time(self) -> Wanted:
        """The same without a period."""
        return replace(self, year=None, closed_from=None, closed_until=None)

    def pairs(self) -> list[tuple[str, str]]:
        """The same as names and values of an address; what is as usual is left out."""
        found: list[tuple[str, Any]] = [("s", one) for one in self.chosen]
        found += [("alles", "ja" if self.everything else "")]
        found += [("soort", self.kind), ("grootte", self.size_class), ("provincie", self.province)]
        found += [("jaar", self.year), ("vanaf", self.closed_from), ("tot", self.closed_until), ("zoek", self.text)]
        found += [("venster", "" if self.window == "professional" else self.window), ("voor", self.about)]
        found += [("alias", "ja" if self.aliased else ""), ("pagina", "" if self.page == 1 else self.page)]
        return [(name, str(value)) for name, value in found if value]

    def whom(self) -> str:
        """Whom it is about, as part of an address: what was ticked, and the filters."""
        return urlencode(replace(self, aliased=False, window="professional", about="").pairs())


@dataclass(frozen=True, slots=True)
class Address:
    """Where a comparison stands: below `root`, with what is wanted in it.

    `sealed` is the word that stands in the address for whom it is about; without one the address tells it.
    """

    root: str
    wanted: Wanted
    sealed: str = ""

    @property
    def tells_whom(self) -> bool:
        """Whether the address says by numbers or filters whom it is about."""
        return not self.sealed and bool(self.wanted.whom())

    def pairs(self, **changes: Any) -> tuple[tuple[str, str], ...]:
        """The names and values of the address with something changed; what is sealed stays sealed."""
        wanted = replace(self.wanted, **changes)
        if not self.sealed:
            return tuple(wanted.pairs())
        shown = Wanted(window=wanted.window, about=wanted.about, aliased=wanted.aliased)
        return ((SEALED, self.sealed), *shown.pairs())

    def seal(self, keys: Keys, reader: str) -> Address:
        """The same address, in which only this reader finds whom it is about."""
        return replace(self, sealed=keys.seal(PURPOSE, f"{reader}\n{self.wanted.whom()}"))

    def to(self, part: str = "", place: str = "", **changes: Any) -> str:
        """The address itself; `part` is what follows the root, `place` a place on the page."""
        pairs = self.pairs(**changes)
        chosen = [f"s={value}" for name, value in pairs if name == "s"]
        others = urlencode([pair for pair in pairs if pair[0] != "s"])
        query = "&".join((*chosen, others) if others else chosen)
        return f"{self.root}{part}{f'?{query}' if query else ''}{f'#{place}' if place else ''}"


def read_address(root: str, query: Mapping[str, Sequence[str]], reader: str, keys: Keys) -> Address:
    """Read what is wanted from an address. Raises `Refusal`: 422 for what is no wish, 404 for another's sealed word."""
    if SEALED not in query:
        return Address(root, read_wanted(query))
    sealed = query[SEALED][0]
    whose, found, inside = (keys.unseal(PURPOSE, sealed) or "").partition("\n")
    if not found or whose != reader:
        raise not_found()
    shown = read_wanted({name: values for name, values in query.items() if name in {"venster", "voor", "alias"}})
    whom = read_wanted(parse_qs(inside))
    return Address(root, replace(whom, window=shown.window, about=shown.about, aliased=shown.aliased), sealed)


def read_wanted(query: Mapping[str, Sequence[str]]) -> Wanted:
    """Read what is wanted from the names and values of an address. Raises `Refusal` (422) for what is no wish."""
    one = {name: values[0].strip() for name, values in query.items() if values and values[0].strip()}
    try:
        chosen = {int(value) for value in query.get("s", ()) if value.isascii() and value.isdigit()}
        wanted = Wanted(
            chosen=tuple(sorted(number for number in chosen if number <= LARGEST_ID)),
            everything=one.get("alles") == "ja",
            kind=_known(one.get("soort"), KIND_LABELS),
            size_class=_number(one.get("grootte"), SIZE_CLASSES),
            province=one.get("provincie"),
            year=_number(one.get("jaar"), YEARS),
            closed_from=_day(one.get("vanaf")),
            closed_until=_day(one.get("tot")),
            text=one.get("zoek", "")[:LONGEST_TEXT],
            window=cast("View", _known(one.get("venster"), VIEWS) or "professional"),
            about=one.get("voor", "")[:LONGEST_TEXT],
            aliased=one.get("alias") == "ja",
            page=_number(one.get("pagina"), range(1, LARGEST_ID)) or 1,
        )
    except ValueError as error:
        raise _not_a_wish() from error
    if len(wanted.chosen) > MOST_CHOSEN:
        raise _not_a_wish()
    return wanted


def _known(value: str | None, values: Any) -> str | None:
    if value is not None and value not in values:
        raise ValueError(value)
    return value


def _number(value: str | None, values: Any) -> int | None:
    if value is None:
        return None
    if not (value.isascii() and value.isdigit()) or int(value) not in values:
        raise ValueError(value)
    return int(value)


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _not_a_wish() -> Refusal:
    return Refusal(
        422,
        title="Dit filter kennen wij niet",
        explanation="In het adres staat een filter of een keuze die niet bestaat. Er is niets veranderd.",
        advice="Begin opnieuw bij het kiezen van de samenwerkingen.",
        way=Link("Naar vergelijken", "/vergelijken"),
    )
