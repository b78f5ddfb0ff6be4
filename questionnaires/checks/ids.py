"""Ids and order: every thing has one name, in the place where that name says it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import get_args

from questionnaires.edition import Draft
from questionnaires.problems import Problem
from questionnaires.schema import WindowId

WINDOWS: tuple[WindowId, ...] = get_args(WindowId)
PREFIXES: dict[WindowId, str] = {"inwoner": "inw_", "professional": "pro_", "organisatie": "org_", "beleid": "bel_"}


def check_the_four_windows_stand_in_order(draft: Draft) -> Iterator[Problem]:
    """The windows go from the resident outward; that order says what is further away (section 5.7)."""
    found = tuple(order.id for order in draft.file.windows)
    if found != WINDOWS:
        yield Problem("edition.yaml", "windows", f"moeten precies deze zijn, in deze volgorde: {', '.join(WINDOWS)}")


def check_a_file_is_named_after_its_id(draft: Draft) -> Iterator[Problem]:
    """A window has the name of its folder, a dimension the name of its file."""
    for window, content in draft.windows.items():
        if content.id != window:
            yield Problem(f"windows/{window}/window.yaml", "id", f"moet gelijk zijn aan de naam van de map: {window}")
    for name, dimension in draft.dimensions.items():
        if dimension.id != name:
            yield Problem(draft.path_of(name), "id", f"moet gelijk zijn aan de naam van het bestand: {name}")


def check_a_dimension_is_named_after_its_window(draft: Draft) -> Iterator[Problem]:
    """Every dimension has the prefix of its window and stands in one window, once."""
    listed = Counter(dimension for order in draft.file.windows for dimension in order.dimensions)
    for order in draft.file.windows:
        for dimension in order.dimensions:
            if not dimension.startswith(PREFIXES[order.id]):
                yield Problem("edition.yaml", f"{order.id}.{dimension}", f"moet beginnen met {PREFIXES[order.id]}")
    for dimension, times in listed.items():
        if times > 1:
            yield Problem(
                "edition.yaml", dimension, f"staat {times} keer in de lijst; een dimensie hoort in één venster"
            )


def check_items_are_numbered_in_order(draft: Draft) -> Iterator[Problem]:
    """The questions of a dimension are called after it and numbered as they are asked."""
    for name, dimension in draft.dimensions.items():
        for number, item in enumerate(dimension.items, start=1):
            if item.id != f"{dimension.id}_{number}":
                yield Problem(
                    draft.path_of(name), item.id, f"moet {dimension.id}_{number} heten: de vragen tellen door"
                )


def check_context_items_are_named_after_their_window(draft: Draft) -> Iterator[Problem]:
    """Questions that are not scored have the prefix of their window."""
    for window, item in draft.context_items():
        if not item.id.startswith(PREFIXES[window]):
            yield Problem(f"windows/{window}/window.yaml", item.id, f"moet beginnen met {PREFIXES[window]}")


def check_ids_are_unique(draft: Draft) -> Iterator[Problem]:
    """Questions and dimensions have one id in the whole edition; other things one id among their own kind."""
    for file, ids in _kinds(draft):
        for name, times in Counter(ids).items():
            if times > 1:
                yield Problem(file, name, f"deze naam komt {times} keer voor")


def _kinds(draft: Draft) -> Iterator[tuple[str, Iterable[str]]]:
    questions = [item.id for dimension in draft.dimensions.values() for item in dimension.items]
    context = [item.id for _, item in draft.context_items()]
    yield "windows", [*draft.dimensions, *questions, *context]
    yield "edition.yaml", [source.key for source in draft.file.sources]
    yield "edition.yaml", [theme.id for theme in draft.file.themes]
    for roles in draft.roles.roles.values():
        yield "roles.yaml", [role.id for role in roles]
    yield "scales.yaml", [scale.id for scale in draft.scales.scales]
    yield "anchors.yaml", [shared.id for shared in draft.anchors.anchor_sets]
    yield "barriers.yaml", [barrier.id for barrier in draft.barriers.barriers]
    yield "continuum.yaml", [model.id for model in draft.continuum.models]
    yield "continuum.yaml", [feature.id for feature in draft.continuum.features]
    yield "continuum.yaml", [zone.id for zone in draft.continuum.zones]
    yield "learning-orders.yaml", [one.id for order in draft.learning.orders for one in order.indicators]
    yield "mirrors.yaml", [mirror.code for mirror in draft.mirrors.mirrors]
    yield "recommendations.yaml", [group.id for group in draft.recommendations.groups]
    yield "recommendations.yaml", [advice.id for advice in draft.recommendations.recommendations]
    yield "practice-examples.yaml", [example.id for example in draft.practice_examples.examples]
    yield "suggestions.yaml", [suggestion.id for suggestion in draft.suggestions.suggestions]
