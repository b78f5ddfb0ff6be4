"""What is laid side by side: mirrors, pairs of windows, and the small readings beside the two scales."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from questionnaires.checks.ids import WINDOWS
from questionnaires.checks.questions import items_with_files
from questionnaires.edition import Draft
from questionnaires.problems import Problem
from questionnaires.schema import Item

MIRRORS, LENSES = "mirrors.yaml", "lenses.yaml"


def check_mirrors_and_items_agree(draft: Draft) -> Iterator[Problem]:
    """A mirror and its questions name each other, in at least two windows."""
    mirrors = {mirror.code: mirror for mirror in draft.mirrors.mirrors}
    for mirror in mirrors.values():
        if len(mirror.items) < 2:
            yield Problem(MIRRORS, mirror.code, "een spiegel heeft vragen in ten minste twee vensters")
        for window, name in mirror.items.items():
            item = draft.items.get(name)
            if item is None or draft.window_of(name) != window:
                yield Problem(MIRRORS, mirror.code, f"{name} is geen vraag van venster {window}")
            elif item.mirror != mirror.code:
                yield Problem(draft.path_of_item(name), name, f"moet `mirror: {mirror.code}` hebben")
    for file, item in items_with_files(draft):
        if item.mirror and (item.mirror not in mirrors or item.id not in mirrors[item.mirror].items.values()):
            yield Problem(file, item.id, f"spiegel {item.mirror} in mirrors.yaml noemt deze vraag niet")


def check_mirrored_staff_items_share_their_anchors(draft: Draft) -> Iterator[Problem]:
    """Between staff windows only the practice may differ, not the answers on offer (section 5.7, ruling 77)."""
    for mirror in draft.mirrors.mirrors:
        staff = [
            draft.items[name] for window, name in mirror.items.items() if window != "inwoner" and name in draft.items
        ]
        if len({_answers(draft, item) for item in staff}) > 1:
            names = ", ".join(item.id for item in staff)
            yield Problem(MIRRORS, mirror.code, f"{names} moeten hetzelfde format en dezelfde situaties hebben")


def check_items_of_a_feature_share_their_anchors(draft: Draft) -> Iterator[Problem]:
    """The same feature or indicator is asked of staff with the same answers (section 3.3)."""
    for kind in ("feature", "indicator"):
        codes = {getattr(item, kind) for item in draft.items.values()} - {None}
        for code in sorted(codes):
            staff = [
                item
                for item in draft.items.values()
                if getattr(item, kind) == code and draft.window_of(item.id) != "inwoner"
            ]
            if len({_answers(draft, item) for item in staff}) > 1:
                names = ", ".join(item.id for item in staff)
                yield Problem("anchors.yaml", code, f"{names} moeten hetzelfde format en dezelfde situaties hebben")


def _answers(draft: Draft, item: Item) -> tuple[str, ...]:
    return (item.format, *draft.anchors_of(item))


def check_pairs_go_outward(draft: Draft) -> Iterator[Problem]:
    """In a pair `b` is the window further from the resident, and no pair is given twice."""
    for pair in draft.mirrors.pairs:
        if WINDOWS.index(pair.a) >= WINDOWS.index(pair.b):
            yield Problem(MIRRORS, f"{pair.a}–{pair.b}", "`b` moet verder van de inwoner staan dan `a`")
        if (pair.signal is None) != (pair.signal_explanation is None):
            yield Problem(MIRRORS, f"{pair.a}–{pair.b}", "`signal` en `signal_explanation` horen bij elkaar")
    for (a, b), times in Counter((pair.a, pair.b) for pair in draft.mirrors.pairs).items():
        if times > 1:
            yield Problem(MIRRORS, f"{a}–{b}", f"staat {times} keer in de lijst")


def check_horizontal_items_are_asked_of_professionals(draft: Draft) -> Iterator[Problem]:
    """Role groups are compared inside the professional window, on the features and on these questions (section 5.7)."""
    asked = {item.id: item for item in draft.items_of("professional")}
    for name in draft.mirrors.horizontal_items:
        if name not in asked:
            yield Problem(MIRRORS, f"horizontal_items.{name}", "is geen vraag van venster professional")
        elif asked[name].feature:
            yield Problem(MIRRORS, f"horizontal_items.{name}", "telt al mee als kenmerk")


def check_lenses_read_their_own_dimension(draft: Draft) -> Iterator[Problem]:
    """Every lens looks at questions that exist, of the dimension that it names."""
    lenses = draft.lenses
    readings = [("steering", lenses.steering.dimension, [kind.item for kind in lenses.steering.types])]
    readings.append(("motivation", lenses.motivation.dimension, [driver.item for driver in lenses.motivation.drivers]))
    for lens, dimension, items in readings:
        own = [item.id for item in draft.dimensions[dimension].items] if dimension in draft.dimensions else []
        if not own:
            yield Problem(LENSES, lens, f"dimensie {dimension} bestaat niet")
        elif sorted(items) != sorted(own):
            yield Problem(LENSES, lens, f"moet elke vraag van {dimension} één keer gebruiken")
    network = lenses.network
    if network.feature not in {feature.id for feature in draft.continuum.features}:
        yield Problem(LENSES, "network.feature", f"kenmerk {network.feature} bestaat niet")
    if network.dimension not in draft.dimensions:
        yield Problem(LENSES, "network.dimension", f"dimensie {network.dimension} bestaat niet")
    if network.item not in draft.items:
        yield Problem(LENSES, "network.item", f"vraag {network.item} bestaat niet")
