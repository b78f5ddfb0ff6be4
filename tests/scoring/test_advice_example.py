"""The worked example of the advice (section 6.3): the features of section 5.12 and given scores, all with spread 12."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from scoring import Advice, advise, score_scan
from scoring.continuum import Continuum
from scoring.learning import Learning
from scoring.uncertainty import Uncertainty
from scoring.windows import Dimension, Measure
from tests.scoring.builders import EXAMPLE_MINIMUM, INSTRUMENT, example, printed

ITEMS = {
    "professional": {
        "pro_visie_2": 40,
        "pro_kennen_1": 50,
        "pro_kennen_2": 55,
        "pro_kennen_3": 60,
        "pro_inwoner_2": 50,
        "pro_inwoner_3": 65,
        "pro_ruimte_1": 30,
        "pro_ruimte_2": 45,
    },
    "organisatie": {
        "org_proces_6": 30,
        "org_project_1": 25,
        "org_project_2": 25,
        "org_project_3": 30,
        "org_verticaal_1": 50,
        "org_verticaal_2": 35,
        "org_verticaal_3": 55,
        "org_vorm_2": 50,
        "org_faciliteren_1": 35,
        "org_faciliteren_2": 50,
    },
    "beleid": {
        "bel_vertaling_1": 50,
        "bel_vertaling_2": 50,
        "bel_verbinding_1": 40,
        "bel_verbinding_2": 60,
        "bel_ruimte_1": 60,
        "bel_ruimte_2": 75,
        "bel_regio_1": 40,
        "bel_regio_2": 50,
        "bel_regio_3": 45,
        "bel_leren_6": 40,
        "bel_visie_2": 70,
        "bel_financien_1": 45,
        "bel_financien_2": 25,
    },
}
INDICATORS = {
    "professional": {"l1c": 50, "l2b": 50, "l3d": 25},
    "organisatie": {"l3b": 25, "l2c": 25},
    "beleid": {"l3b": 25, "l2c": 25},
}
SPREAD = 12.0
EXAMPLE = score_scan(INSTRUMENT, example(), EXAMPLE_MINIMUM, ambition=6)


def measure(value: float) -> Measure:
    return Measure(value, 5, Uncertainty(5, 8), SPREAD, 5)


def panel(window: str) -> Any:
    """A panel that has the given scores, and the features of the complete example."""
    features = next(panel.features for panel in EXAMPLE.panels if panel.window.id == window)
    return SimpleNamespace(
        window=SimpleNamespace(id=window),
        features={code: replace(found, spread=SPREAD) for code, found in features.items()},
        indicators={code: measure(value) for code, value in INDICATORS[window].items()},
        items={item: measure(value) for item, value in ITEMS[window].items()},
        dimensions={"bel_sturing": Dimension(5, measure(45))} if window == "beleid" else {},
    )


def continuum() -> Continuum:
    """The position of the complete example, with the given spread at every feature."""
    features = {f: replace(found, spread=SPREAD) if found else None for f, found in EXAMPLE.continuum.features.items()}
    return replace(EXAMPLE.continuum, features=features)


def learning() -> Learning:
    """The given indicators; the two that two windows have are equal in both."""
    known = {code: value for values in INDICATORS.values() for code, value in values.items()}
    indicators = {code: known.get(code) for code in EXAMPLE.learning.indicators}
    return replace(EXAMPLE.learning, indicators=indicators, spreads=dict.fromkeys(indicators, SPREAD))


def ranked(viewer: str | None = None) -> dict[str, Advice]:
    panels = [panel(window) for window in ITEMS]
    found = advise(INSTRUMENT, panels, continuum(), learning(), 6, viewer)
    return {advice.recommendation.id: advice for advice in found}


TABLE = [
    # id, N, B, C, Q, priority
    ("R13", "0.852", 1, 1, 1, "85.2"),
    ("R11", "0.703", 1, 1, 1, "70.3"),
    ("R08", "0.635", 1, 1, 1, "63.5"),
    ("R27", "0.614", 1, 1, 1, "61.4"),
    ("R24", "0.544", 1, 1, 1, "54.4"),
    ("R14", "0.667", 0.5, 1, 1, "53.3"),
    ("R15", "0.667", 0.5, 1, 1, "53.3"),
    ("R10", "0.828", 1, 1, 0.63, "52.2"),
]


def test_the_first_eight_stand_in_the_order_of_the_table() -> None:
    assert list(ranked())[:8] == [row[0] for row in TABLE]


@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_the_factors_of_the_table(row: tuple[str, str, float, float, float, str]) -> None:
    id_, need, breadth, agreement, sequence, priority = row
    found = ranked()[id_]

    assert found.need == printed(need)
    assert found.breadth == breadth
    assert found.agreement == agreement
    assert found.sequence == pytest.approx(sequence)
    assert found.priority == printed(priority)


def test_the_hand_calculation_of_the_first() -> None:
    """(1 - .1979 + .5 * (1 - .0469)) / 1.5."""
    assert ranked()["R13"].need == pytest.approx((0.8020833 + 0.5 * 0.953125) / 1.5)


def test_the_joint_intake_waits_for_room_to_deviate() -> None:
    assert ranked()["R10"].after == "R26"


def test_the_five_that_are_shown() -> None:
    """R11 and R13 share a heading, and two of a heading are allowed."""
    assert [id_ for id_, advice in ranked().items() if advice.shown] == ["R13", "R11", "R08", "R27", "R24"]


@pytest.mark.parametrize(
    ("id_", "priority", "influence"),
    [
        ("R13", "68.2", 0.8),
        ("R11", "56.3", 0.8),
        ("R08", "50.8", 0.8),
        ("R14", "42.7", 0.8),
        ("R15", "42.7", 0.8),
        ("R10", "41.7", 0.8),
        ("R07", "50.0", 1.0),
    ],
)
def test_what_professionals_see_is_weighed_by_their_influence(id_: str, priority: str, influence: float) -> None:
    found = ranked(viewer="professional")[id_]

    assert found.influence == influence
    assert found.priority == printed(priority)


def test_professionals_find_what_they_can_do_themselves_in_fourth_place() -> None:
    found = ranked(viewer="professional")["R07"]

    assert (found.need, found.rank) == (printed("0.500"), 4)


@pytest.mark.parametrize(
    ("viewer", "influences"),
    [
        ("professional", {"professional": 1.0, "organisatie": 0.8, "beleid": 0.6}),
        ("organisatie", {"professional": 0.8, "organisatie": 1.0, "beleid": 0.8}),
        ("beleid", {"professional": 0.6, "organisatie": 0.8, "beleid": 1.0}),
        (None, {"professional": 1.0, "organisatie": 1.0, "beleid": 1.0}),
    ],
)
def test_the_circle_of_influence(viewer: str | None, influences: dict[str, float]) -> None:
    """Section 6.2; ruling 70: the report of the municipality has 1 everywhere."""
    found = ranked(viewer).values()

    assert {advice.recommendation.actor: advice.influence for advice in found} == influences
