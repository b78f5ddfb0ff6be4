"""The position on the collaboration continuum: the rule itself (sections 3.2 to 3.6, 3.10)."""

from math import sqrt

import pytest

from scoring.continuum import Projection, core_complete, missing, plausible_models, project, wording, zone
from tests.scoring.builders import FEATURES, INSTRUMENT, model_profile, printed, profile

WEIGHT = {feature.id: feature.weight for feature in INSTRUMENT.features}

C1 = profile(".75 .5 .25 .25 0 0 .25 .5 .25 – 0 0 .25 .25 .25")
C2 = profile("1 1 .5 .75 .75 1 .5 1 1 – .75 1 1 1 .5")
C4 = profile("1 .75 1 1 .5 .25 .5 .5 .25 – .25 0 .5 .25 .25")
C5 = profile("1 .5 0 .25 0 .25 .5 .75 .75 .75 .75 .75 0 0 .5")
C6 = dict.fromkeys(FEATURES, 0.5)
C7 = profile(".75 .5 – – – – .25 .5 .25 – – 0 – – –")
C8, C9 = dict.fromkeys(FEATURES, 1.0), dict.fromkeys(FEATURES, 0.0)

Case = tuple[dict[str, float | None], str, tuple[int, int], str, str, str, str]
CASES: dict[str, Case] = {
    # profile, P, (nearest, runner-up), margin, residual, wording, S_1..S_7
    "C1": (C1, "2.769", (3, 2), "5.9", "0.118", "typering", "65.8 81.6 87.5 69.0 49.2 29.5 22.8"),
    "C2": (C2, "6.000", (6, 7), "8.3", "0.177", "typering", "14.3 26.0 37.3 56.1 61.1 82.3 74.0"),
    "C4": (C4, "4.150", (4, 5), "8.9", "0.158", "typering", "38.3 49.5 62.2 83.9 75.0 49.0 41.8"),
    "C5": (C5, "3.162", (3, 4), "7.3", "0.370", "gemengd beeld", "41.0 53.7 62.7 55.3 45.2 42.2 39.4"),
    "C6": (dict(C6), "3.784", (4, 5), "7.8", "0.198", "kenmerken", "50.0 56.1 69.4 79.2 71.4 56.7 50.0"),
    "C8": (dict(C8), "7.000", (7, 6), "23.0", "0.000", "typering", "0.0 9.1 23.6 44.1 55.6 77.0 100.0"),
    "C9": (dict(C9), "1.000", (1, 2), "24.0", "0.000", "typering", "100.0 76.0 67.8 47.7 31.7 9.3 0.0"),
    "C10": (model_profile(3), "3.000", (3, 2), "19.0", "0.000", "typering", "67.8 81.0 100.0 70.2 52.2 31.9 23.6"),
}


def projected(x: dict[str, float | None]) -> Projection:
    found = project(INSTRUMENT.features, x)
    assert found is not None
    return found


def worded(x: dict[str, float | None]) -> str:
    found = projected(x)
    return wording(found, core_complete(INSTRUMENT, x, found.nearest))


def test_the_features_weigh_thirteen_together_and_never_fall_from_model_to_model() -> None:
    assert sum(WEIGHT.values()) == 13
    assert all(low <= high for f in INSTRUMENT.features for low, high in zip(f.expected, f.expected[1:], strict=False))


def test_the_distances_between_neighbouring_models() -> None:
    distances = [
        100 * sqrt(sum(f.weight * (f.expected[m] - f.expected[m + 1]) ** 2 for f in INSTRUMENT.features) / 13)
        for m in range(6)
    ]

    assert [round(distance) for distance in distances] == [24, 19, 30, 22, 34, 23]


@pytest.mark.parametrize("case", CASES)
def test_the_position_of_a_worked_example(case: str) -> None:
    x, position, models, margin, residual, _, _ = CASES[case]
    found = projected(x)

    assert found.position == printed(position)
    assert (found.nearest, found.runner_up) == models
    assert found.margin == printed(margin)
    assert found.residual == printed(residual)


@pytest.mark.parametrize("case", CASES)
def test_the_similarities_of_a_worked_example(case: str) -> None:
    x, *_, similarities = CASES[case]

    assert list(projected(x).similarity) == [printed(cell) for cell in similarities.split()]


@pytest.mark.parametrize("case", CASES)
def test_the_wording_of_a_worked_example(case: str) -> None:
    assert worded(CASES[case][0]) == CASES[case][5]


@pytest.mark.parametrize("model", [1, 2, 4, 5, 6, 7])
def test_a_model_lies_exactly_on_itself(model: int) -> None:
    """C11 to C16 of section 3.10."""
    found = projected(model_profile(model))

    assert found.position == pytest.approx(model)
    assert found.nearest == model
    assert found.residual == pytest.approx(0)
    assert found.similarity[model - 1] == pytest.approx(100)
    assert worded(model_profile(model)) == "typering"


def test_less_than_half_of_the_weight_gives_no_position() -> None:
    """C7 of section 3.10: coverage .423."""
    assert sum(WEIGHT[f] for f in FEATURES if C7[f] is not None) / 13 == printed("0.423")
    assert project(INSTRUMENT.features, C7) is None


def test_exactly_half_of_the_weight_gives_a_position() -> None:
    """Ruling 1: six features of weight 1 and one of .5 are 6.5 of 13."""
    kept = ("advies", "info", "formeel", "coord", "sturing", "overleg", "plan")
    x: dict[str, float | None] = {f: 0.5 if f in kept else None for f in FEATURES}

    assert sum(WEIGHT[f] for f in kept) == 6.5
    assert project(INSTRUMENT.features, x) is not None
    assert project(INSTRUMENT.features, x | {"plan": None, "doel": None}) is None


def test_the_hand_calculation_of_the_first_example() -> None:
    """Segment 2 to 3: every difference is .25, so a = .3125 / .40625."""
    assert projected(C1).position == pytest.approx(2 + 0.3125 / 0.40625)


def test_equal_similarities_give_the_lower_model() -> None:
    """Ruling 1: all .5 resembles models 1 and 7 equally; ties are values equal after rounding to nine decimals."""
    tied = Projection(4.0, 0.1, (50.0, 79.2, 79.2 + 1e-11, 60.0, 50.0, 40.0, 30.0))
    first = Projection(1.0, 0.1, (80.0 - 1e-11, 80.0, 70.0, 60.0, 50.0, 40.0, 30.0))

    assert (tied.nearest, tied.runner_up) == (2, 3)
    assert (first.nearest, first.runner_up) == (1, 2)


def test_what_is_missing_for_the_next_model_comes_heaviest_first() -> None:
    """Ruling 14: sorted by weight times shortfall, ties in the order of the features; the shortfall is unweighted."""
    found = missing(INSTRUMENT, C1, 4)
    weighted = {short.feature: WEIGHT[short.feature] * short.shortfall for short in found.features}

    assert list(weighted) == [
        "formeel",
        "coord",
        "sturing",
        "info",
        "plan",
        "grenzen",
        "inwoner",
        "doel",
        "monitoring",
        "intake",
    ]
    assert list(weighted.values()) == pytest.approx([0.5] * 3 + [0.25] * 4 + [0.125] * 3)
    assert next(short.shortfall for short in found.features if short.feature == "plan") == pytest.approx(0.5)
    assert found.unknown == ("gelijk",)


def test_what_is_missing_for_the_ambition_of_the_fourth_example() -> None:
    inwoner, besluit, *_ = missing(INSTRUMENT, C4, 6).features

    assert (inwoner.feature, inwoner.shortfall) == ("inwoner", 1.0)
    assert (besluit.feature, besluit.shortfall) == ("besluit", 0.75)


def test_a_shortfall_of_exactly_one_step_is_missing_and_less_is_not() -> None:
    """Ruling 1."""
    x = model_profile(4)
    at_the_step, above_it = x | {"coord": 0.5 + 1e-10}, x | {"coord": 0.5 + 1e-6}

    assert [short.feature for short in missing(INSTRUMENT, at_the_step, 4).features] == ["coord"]
    assert missing(INSTRUMENT, above_it, 4).features == ()


@pytest.mark.parametrize(
    ("model", "core"),
    [
        (1, ()),
        (2, ("advies",)),
        (3, ("info",)),
        (4, ("coord", "formeel")),
        (5, ("sturing",)),
        (6, ("overleg", "besluit", "inwoner")),
        (7, ("gelijk", "grenzen", "sluitend", "doel")),
    ],
)
def test_the_core_features_may_lie_one_step_below_their_model(model: int, core: tuple[str, ...]) -> None:
    x = model_profile(model)
    for feature in core:
        expected = x[feature]
        assert expected is not None
        assert core_complete(INSTRUMENT, x | {feature: expected - 0.25}, model)
        assert not core_complete(INSTRUMENT, x | {feature: expected - 0.26}, model)
        assert not core_complete(INSTRUMENT, x | {feature: None}, model)
    assert core_complete(INSTRUMENT, x, model)


def test_without_its_core_a_picture_has_features_of_the_model_at_most() -> None:
    """C2 without knowing whether the resident is present: near model 6, but not typed as it."""
    assert worded(C2 | {"inwoner": None}) == "kenmerken"


@pytest.mark.parametrize(
    ("similarity", "residual", "core", "words"),
    [
        (80.0, 0.1, True, "typering"),
        (80.0 - 1e-10, 0.1, True, "typering"),
        (79.9, 0.1, True, "kenmerken"),
        (90.0, 0.1, False, "kenmerken"),
        (65.0, 0.1, False, "kenmerken"),
        (64.9, 0.1, True, "gemengd beeld"),
        (90.0, 0.30, True, "typering"),
        (90.0, 0.30 + 1e-10, True, "typering"),
        (90.0, 0.301, True, "gemengd beeld"),
    ],
)
def test_how_firmly_a_position_is_worded(similarity: float, residual: float, core: bool, words: str) -> None:
    """Ruling 1 at the borders; a residual above .30 always makes the picture mixed."""
    assert wording(Projection(3.0, residual, (0, 0, similarity, 0, 0, 0, 0)), core) == words


@pytest.mark.parametrize(
    ("position", "name"),
    [
        (1.0, "naast elkaar"),
        (3.49, "naast elkaar"),
        (3.5, "afgestemd"),
        (3.5 - 1e-10, "afgestemd"),
        (5.49, "afgestemd"),
        (5.5, "samen"),
        (7.0, "samen"),
    ],
)
def test_the_zone_of_a_position(position: float, name: str) -> None:
    assert zone(position) == name


@pytest.mark.parametrize(
    ("interval", "models"),
    [
        ((2.44, 3.37), (2, 3)),
        ((1.0, 1.4), (1,)),
        ((2.5, 3.5), (3, 4)),  # 2.5 - .5 = 2 is not above 2; 3.5 + .5 = 4 is included
        ((2.5 - 1e-10, 3.5 - 1e-10), (3, 4)),
        ((5.8, 7.0), (6, 7)),
    ],
)
def test_the_plausible_models(interval: tuple[float, float], models: tuple[int, ...]) -> None:
    """Section 3.6, ruling 1 at the borders."""
    assert plausible_models(interval) == models
