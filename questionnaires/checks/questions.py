"""Questions: what each format needs, and what a question may point at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from questionnaires.edition import Draft
from questionnaires.problems import Problem
from questionnaires.schema import Item

FORMAT_OF_PURPOSE = {"portrait": "keuze7", "ambition": "keuze7", "barriers": "check"}


def items_with_files(draft: Draft) -> Iterator[tuple[str, Item]]:
    """Every scored item with the file in which it stands, in the order in which they are asked."""
    for name, dimension in draft.dimensions.items():
        for item in dimension.items:
            yield draft.path_of(name), item


def check_anchors_fit_the_format(draft: Draft) -> Iterator[Problem]:
    """A `bars5` question has five situations, its own or a shared set; the other formats have none (section 2.1)."""
    for file, item in items_with_files(draft):
        given = [key for key in ("anchors", "anchors_from") if getattr(item, key) is not None]
        if item.format == "bars5" and len(given) != 1:
            yield Problem(file, item.id, "bars5 vraagt om óf `anchors` óf `anchors_from`")
        elif item.format != "bars5" and given:
            yield Problem(file, item.id, f"{item.format} heeft vaste antwoorden; haal `{given[0]}` weg")


def check_shared_anchors_are_shared(draft: Draft) -> Iterator[Problem]:
    """`anchors_from` names a set that exists; a set that only one question uses belongs with that question."""
    known = {shared.id for shared in draft.anchors.anchor_sets}
    used = Counter(item.anchors_from for item in draft.items.values() if item.anchors_from)
    for file, item in items_with_files(draft):
        if item.anchors_from and item.anchors_from not in known:
            yield Problem(file, item.id, f"`anchors_from`: {item.anchors_from} staat niet in anchors.yaml")
    for name in known:
        if used[name] < 2:
            yield Problem(
                "anchors.yaml", name, f"{used[name]} vragen gebruiken deze situaties; zet ze bij de vraag zelf"
            )


def check_representatives_are_asked_too(draft: Draft) -> Iterator[Problem]:
    """Every question to residents has a form for somebody who answers for others, and only those (section 8.3)."""
    for file, item in items_with_files(draft):
        resident = draft.window_of(item.id) == "inwoner"
        if resident and item.text_representative is None:
            yield Problem(file, item.id, "`text_representative` ontbreekt: de vraag voor wie namens anderen antwoordt")
        elif not resident and item.text_representative is not None:
            yield Problem(file, item.id, "`text_representative` hoort alleen bij vragen aan inwoners")


def check_context_items_fit_their_purpose(draft: Draft) -> Iterator[Problem]:
    """Portraits and the ambition are a choice out of seven, barriers a checklist; each at most once in a window."""
    for window, content in draft.windows.items():
        file = f"windows/{window}/window.yaml"
        for item in content.context_items:
            if item.format != FORMAT_OF_PURPOSE[item.purpose]:
                yield Problem(file, item.id, f"{item.purpose} hoort bij format {FORMAT_OF_PURPOSE[item.purpose]}")
            if item.reason_label is not None and item.purpose != "ambition":
                yield Problem(file, item.id, "`reason_label` hoort alleen bij de ambitie")
        for purpose, times in Counter(item.purpose for item in content.context_items).items():
            if times > 1:
                yield Problem(file, purpose, f"wordt {times} keer gevraagd")


def check_scales_are_complete(draft: Draft) -> Iterator[Problem]:
    """Every scale runs from 0 to 1 in equal steps, and every format in use has its scale."""
    scales = {scale.id: [option.value for option in scale.options] for scale in draft.scales.scales}
    scales["bars5"] = list(draft.scales.bars5_values)
    for name in {item.format for item in draft.items.values()} - scales.keys():
        yield Problem("scales.yaml", name, "ontbreekt, maar vragen gebruiken deze schaal")
    for name, values in scales.items():
        steps = max(len(values) - 1, 1)
        if len(values) < 2 or any(abs(value - step / steps) > 1e-6 for step, value in enumerate(values)):
            yield Problem("scales.yaml", name, "de waarden moeten in gelijke stappen van 0 naar 1 gaan")


def check_words_for_every_window(draft: Draft) -> Iterator[Problem]:
    """Every window has its role groups and its words for "weet ik niet"."""
    for order in draft.file.windows:
        if not draft.roles.roles.get(order.id):
            yield Problem("roles.yaml", order.id, "heeft geen rollen")
        if order.id not in draft.scales.unknown:
            yield Problem("scales.yaml", f"unknown.{order.id}", "ontbreekt")


def check_counterparts_are_in_other_windows(draft: Draft) -> Iterator[Problem]:
    """What a dimension is laid beside exists and belongs to another window."""
    for name, dimension in draft.dimensions.items():
        for other in dimension.counterparts:
            if other not in draft.dimensions:
                yield Problem(draft.path_of(name), "counterparts", f"{other} bestaat niet")
            elif draft.window_of_dimension(other) == draft.window_of_dimension(name):
                yield Problem(draft.path_of(name), "counterparts", f"{other} hoort bij hetzelfde venster")


def check_themes_hold_each_dimension_once(draft: Draft) -> Iterator[Problem]:
    """A row of the heat map holds dimensions of the window it says, and none stands in two rows (section 2.6)."""
    seen: Counter[str] = Counter()
    for theme in draft.file.themes:
        for window, dimensions in theme.dimensions.items():
            seen.update(dimensions)
            for dimension in dimensions:
                if dimension not in draft.dimension_ids(window):
                    yield Problem("edition.yaml", theme.id, f"{dimension} is geen dimensie van venster {window}")
    for dimension, times in seen.items():
        if times > 1:
            yield Problem("edition.yaml", "themes", f"{dimension} staat in {times} thema’s")
