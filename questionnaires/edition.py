"""An edition in memory: every file as its model, and the few ways in which others look things up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from questionnaires.comparability import Comparability
from questionnaires.schema import (
    AnchorsFile,
    BarriersFile,
    ComparabilityFile,
    Content,
    ContextItem,
    ContinuumFile,
    DevelopmentTasksFile,
    DimensionFile,
    EditionFile,
    Item,
    LearningOrdersFile,
    LensesFile,
    MirrorsFile,
    PortraitsFile,
    PracticeExamplesFile,
    RecommendationsFile,
    RolesFile,
    ScalesFile,
    SuggestionsFile,
    WindowFile,
    WindowId,
)
from questionnaires.translation import Translation
from scoring import EditionMapping, Instrument, under_edition


@dataclass(frozen=True, kw_only=True, eq=False)
class Draft:
    """An edition whose files have the right shape; whether they mean something together is not known yet.

    `windows` and `dimensions` stand in the order of `edition.yaml`. `models` holds every file by its path inside the
    edition. `comparability` is None where the edition may be compared with no earlier one. `hash` is the fingerprint
    of everything that is frozen at publication.
    """

    file: EditionFile
    roles: RolesFile
    scales: ScalesFile
    anchors: AnchorsFile
    portraits: PortraitsFile
    barriers: BarriersFile
    continuum: ContinuumFile
    learning: LearningOrdersFile
    mirrors: MirrorsFile
    lenses: LensesFile
    recommendations: RecommendationsFile
    development_tasks: DevelopmentTasksFile
    practice_examples: PracticeExamplesFile
    suggestions: SuggestionsFile
    windows: Mapping[WindowId, WindowFile]
    dimensions: Mapping[str, DimensionFile]
    comparability: ComparabilityFile | None
    models: Mapping[str, Content]
    hash: str

    @property
    def id(self) -> str:
        """The id of the edition, such as `integraal-werken/2026.1`."""
        return self.file.id

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """All scored items by id, in the order in which they are asked."""
        return {item.id: item for dimension in self.dimensions.values() for item in dimension.items}

    def dimension_ids(self, window: WindowId) -> tuple[str, ...]:
        """The dimensions of a window, in order; empty when the edition has no such window."""
        return next((order.dimensions for order in self.file.windows if order.id == window), ())

    def dimensions_of(self, window: WindowId) -> tuple[DimensionFile, ...]:
        """The dimensions of a window with their content, in order."""
        return tuple(self.dimensions[dimension] for dimension in self.dimension_ids(window))

    def items_of(self, window: WindowId) -> tuple[Item, ...]:
        """The scored items of a window, in order."""
        return tuple(item for dimension in self.dimensions_of(window) for item in dimension.items)

    def path_of(self, dimension: str) -> str:
        """The file of a dimension, as problems name it."""
        return f"windows/{self.window_of_dimension(dimension)}/{dimension}.yaml"

    def path_of_item(self, item: str) -> str:
        """The file in which a scored item stands."""
        return self.path_of(self._dimension_of_item[item])

    def window_of_dimension(self, dimension: str) -> WindowId:
        """The window that a dimension belongs to; raises `KeyError` when there is none."""
        return self._window_of_dimension[dimension]

    def dimension_of(self, item: str) -> DimensionFile:
        """The dimension that a scored item belongs to; raises `KeyError` when there is none."""
        return self.dimensions[self._dimension_of_item[item]]

    def window_of(self, item: str) -> WindowId:
        """The window in which a scored item is asked; raises `KeyError` when there is none."""
        return self.window_of_dimension(self._dimension_of_item[item])

    def context_items(self) -> Iterator[tuple[WindowId, ContextItem]]:
        """Every question that is asked but not scored, with its window."""
        for window, content in self.windows.items():
            for item in content.context_items:
                yield window, item

    def anchors_of(self, item: Item) -> tuple[str, ...]:
        """The five situations that an item offers, its own or shared; empty for the other formats."""
        if item.anchors_from is None:
            return item.anchors or ()
        return next((shared.anchors for shared in self.anchors.anchor_sets if shared.id == item.anchors_from), ())

    def options_of(self, item: Item) -> tuple[tuple[float, str], ...]:
        """The answer options of a scored item, low to high: value in [0, 1] and words."""
        if item.format == "bars5":
            return tuple(zip(self.scales.bars5_values, self.anchors_of(item), strict=False))
        scale = next((scale for scale in self.scales.scales if scale.id == item.format), None)
        return tuple((option.value, option.label) for option in scale.options) if scale else ()

    @cached_property
    def _window_of_dimension(self) -> Mapping[str, WindowId]:
        return {dimension: order.id for order in self.file.windows for dimension in order.dimensions}

    @cached_property
    def _dimension_of_item(self) -> Mapping[str, str]:
        return {item.id: name for name, dimension in self.dimensions.items() for item in dimension.items}


@dataclass(frozen=True, kw_only=True, eq=False)
class Edition(Draft):
    """An edition that passed every check, with the instrument that the scoring works with.

    `comparable` holds, by id, the earlier editions with which it may be compared; `translations`, by the code of their
    language, what residents may read instead of the Dutch texts.
    """

    instrument: Instrument
    comparable: Mapping[str, Comparability]
    translations: Mapping[str, Translation] = field(default_factory=dict)
    spoken: Mapping[str, Edition] = field(default_factory=dict, repr=False)

    def in_language(self, code: str) -> Edition:
        """The same edition as residents read it in a language; `nl` is the edition itself.

        Raises `KeyError` where there is no translation into that language.
        """
        return self.spoken[code]

    @property
    def same_for_residents(self) -> tuple[str, ...]:
        """The editions that ask residents the same in the same Dutch words: this one, and earlier ones."""
        return (self.id, *(one.earlier for one in self.comparable.values() if one.asks_residents_the_same))

    def mapping_from(self, earlier: str) -> EditionMapping | None:
        """The mapping for results of an earlier edition; None when they cannot be compared with this one at all."""
        found = self.comparable.get(earlier)
        return found.mapping if found else None

    def as_own(self, document: Mapping[str, Any]) -> dict[str, Any] | None:
        """A frozen record, result document or outline as if it had been made with this edition.

        One of this edition comes back as it is; None when it cannot be compared with this edition at all.
        """
        made_with = document.get("result", document)["edition"]
        if made_with == self.id:
            return dict(document)
        mapping = self.mapping_from(made_with)
        return under_edition(document, mapping) if mapping else None
