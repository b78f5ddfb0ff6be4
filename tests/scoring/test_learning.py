"""The learning orders (section 4)."""

from collections.abc import Sequence
from typing import Any

import pytest

from scoring import Response
from scoring.learning import OrderScore, paper_learning, reached_level
from scoring.uncertainty import t_quantile
from tests.scoring.builders import INDICATOR_ITEM, document, many, printed, respond

PROFESSIONAL = ("l1a", "l1c", "l2a", "l2b", "l3a", "l3d")
ORGANISATION = ("l1b", "l2a", "l2c", "l3b", "l3c", "l3e")
POLICY = ("l2c", "l3a", "l3b", "l3c", "l3e")
Levels = Sequence[float | None]


def with_indicators(n: int, window: str, codes: Sequence[str], levels: Levels) -> list[Response]:
    """n responses with these indicators (0..100); a level that is None or missing is not known."""
    padded = [*levels, *[None] * (len(codes) - len(levels))]
    answers: dict[str, Any] = {
        INDICATOR_ITEM[window, code]: "wn" if level is None else level / 100
        for code, level in zip(codes, padded, strict=True)
    }
    return many(n, window, **answers)


def municipality(
    professional: Levels, organisation: Levels, policy: Levels | None = None, resident: float | None = None
) -> list[Response]:
    """Responses with these window means: five professionals, a manager, and policy and residents where given."""
    responses = with_indicators(5, "professional", PROFESSIONAL, professional)
    responses += with_indicators(1, "organisatie", ORGANISATION, organisation)
    if policy is not None:
        responses += with_indicators(1, "beleid", POLICY, policy)
    if resident is not None:
        responses += many(5, "inwoner", inw_invloed_1=resident)
    return responses


def learning(responses: Sequence[Response]) -> dict[str, Any]:
    found: dict[str, Any] = document(responses)["learning"]
    return found


L1 = municipality((75, 75, 75, 75, 50, 50), (75, 75, 50, 50, 25, 25), (50, 25, 50, 25, 25), 2 / 3)
L2 = municipality((50, 50, 25, 50, 25, 25), (25, 25, 25, 25, 0, 0), (25, 25, 25, 0, 0), 0.0)
L3 = municipality((50, 50, 25, 25, 50, 50), (25, 25, 50, 75, 75, 75), (75, 100, 75, 75, 75))
L4 = municipality((75,) * 6, (75, 75, 75))
L5_PROFESSIONAL = with_indicators(5, "professional", PROFESSIONAL, (100, 75, 75, 75))
L5_ORGANISATION = with_indicators(4, "organisatie", ORGANISATION, (25, 75, 75))
L5_ORGANISATION += with_indicators(1, "organisatie", ORGANISATION, (0, 75, 75))  # together 20 at l1b
L5 = [*L5_PROFESSIONAL, *L5_ORGANISATION]

REALISED, DEVELOPING, NOT_YET, TOO_LITTLE = "gerealiseerd", "in ontwikkeling", "nog niet", "onvoldoende gegevens"


@pytest.mark.parametrize(
    ("responses", "scores", "statuses", "level", "trend"),
    [
        (L1, ("75.00", "67.95", "38.18"), (REALISED, REALISED, NOT_YET), 2, "1.811"),
        (L2, ("41.67", "31.41", "15.00"), (DEVELOPING, NOT_YET, NOT_YET), 0, "0.881"),
        (L3, ("41.67", "36.67", "68.64"), (DEVELOPING, NOT_YET, REALISED), 0, "1.150"),
        (L4, ("75.00", "75.00", None), (REALISED, REALISED, TOO_LITTLE), 2, None),
        (L5, ("65.00", "75.00", None), (DEVELOPING, REALISED, TOO_LITTLE), 0, None),
    ],
    ids=["L1", "L2", "L3", "L4", "L5"],
)
def test_the_orders_of_the_worked_examples(
    *,
    responses: list[Response],
    scores: tuple[str | None, ...],
    statuses: tuple[str, ...],
    level: int,
    trend: str | None,
) -> None:
    """Section 4.4; ruling 31: where too few indicators are observed the score and the trend are unknown."""
    found = learning(responses)

    for number, score, status in zip("123", scores, statuses, strict=True):
        assert found["orders"][number]["score"] == (None if score is None else printed(score))
        assert found["orders"][number]["status"] == status
    assert found["level"] == level
    assert found["lambda"] == (None if trend is None else printed(trend))


def test_an_indicator_is_weighed_by_how_close_the_windows_are_to_the_work() -> None:
    """l2c of L1: (.30 * 50 + .20 * 50 + .15 * 66.67) / .65 = 53.85."""
    assert learning(L1)["indicators"]["l2c"] == printed("53.85")


def test_learning_on_paper_is_the_third_order_without_the_lower_ones() -> None:
    """L3 of section 4.4."""
    assert [learning(case)["paper_learning"] for case in (L1, L2, L3, L4, L5)] == [False, False, True, False, False]


@pytest.mark.parametrize("status", [DEVELOPING, NOT_YET, TOO_LITTLE])
@pytest.mark.parametrize("order", [1, 2])
def test_any_other_status_of_a_lower_order_makes_it_learning_on_paper(order: int, status: str) -> None:
    """Ruling 32: also when too little is known of it."""
    orders = {k: OrderScore(70.0, None, None, REALISED, None) for k in (1, 2, 3)}
    assert not paper_learning(orders)

    assert paper_learning(orders | {order: OrderScore(None, None, None, status, None)})


def test_a_low_indicator_holds_an_order_back_and_is_named() -> None:
    """Ruling 27: L5 has 65 for order 1, and 20 at l1b."""
    first = learning(L5)["orders"]["1"]

    assert (first["status"], first["reason"]) == (DEVELOPING, "R2")


def test_an_indicator_of_exactly_25_is_not_too_low() -> None:
    """Ruling 1."""
    assert learning(municipality((100, 75, 75, 75), (25, 75, 75)))["orders"]["1"]["status"] == REALISED


def test_a_score_of_exactly_60_is_enough() -> None:
    """Ruling 1: 75, 80 and 25 make 60."""
    organisation = with_indicators(1, "organisatie", ORGANISATION, (25, 75, 75))
    professionals = with_indicators(4, "professional", PROFESSIONAL, (75, 75, 75, 75))
    professionals += with_indicators(1, "professional", PROFESSIONAL, (75, 100, 75, 75))
    first = learning([*organisation, *professionals])["orders"]["1"]

    assert first["score"] == pytest.approx(60)
    assert first["status"] == REALISED


def test_there_is_no_reason_when_the_score_itself_is_too_low() -> None:
    """Ruling 27: L2 has 0 at l3c and l3e, but its third order is below 60 anyway."""
    assert [learning(L2)["orders"][k]["reason"] for k in "123"] == [None, None, None]


def test_the_third_order_needs_two_layers() -> None:
    """Section 4.3, R4: only policy makers see it, so the order is not realised, whatever its score."""
    responses = municipality((75, 75, 75, 75), (75, 75, 75), (75, 100, 100, 75, 75))
    third = learning(responses)["orders"]["3"]

    assert third["score"] == pytest.approx((100 + 100 + 75 + 75) / 4)
    assert (third["status"], third["reason"]) == (DEVELOPING, "R4")


def test_a_layer_counts_with_the_plain_mean_of_its_own_indicators() -> None:
    """R4: l3a 100 and l3d 0 are exactly 50 for the professionals."""
    enough = municipality((75, 75, 75, 75, 100, 0), (75, 75, 75), (75, 75, 100, 100, 100))
    short = municipality((75, 75, 75, 75, 75, 0), (75, 75, 75), (75, 75, 100, 100, 100))

    assert learning(enough)["orders"]["3"]["reason"] == "R2"
    assert learning(short)["orders"]["3"]["reason"] == "R2, R4"


def test_residents_are_not_a_layer_of_the_third_order() -> None:
    responses = [*many(5, "inwoner", 1.0), *municipality((75,) * 4, (75,) * 3, (75, 100, 100, 75, 75))]

    assert learning(responses)["orders"]["3"]["reason"] == "R4"


def test_an_order_needs_three_fifths_of_its_indicators() -> None:
    """Section 4.3, R3: 3 of 5 is enough, 2 of 5 is not; of three it takes two."""
    three = municipality((75, 75, 75, 75, 50, 50), (75, 75, 75, 50))
    two = municipality((75, 75, 75, 75, 50, 50), (75, 75, 75))
    two_of_first = municipality((75, 75, 75, 75), (None, 75, 75))
    one_of_first = municipality((75, None, 75, 75), (None, 75, 75))

    assert learning(three)["orders"]["3"]["score"] == pytest.approx(50)
    assert learning(two)["orders"]["3"]["status"] == TOO_LITTLE
    assert learning(two_of_first)["orders"]["1"]["status"] == REALISED
    assert learning(one_of_first)["orders"]["1"]["status"] == TOO_LITTLE


def test_with_too_little_data_an_order_has_no_number_at_all() -> None:
    """Ruling 31: score, interval and trend are unknown; the indicators themselves are given."""
    found = learning(L4)
    third = found["orders"]["3"]

    assert {value for key, value in third.items() if key != "status"} == {None}
    assert found["indicators"]["l3a"] == pytest.approx(75)
    assert found["indicators"]["l3b"] is None


def test_without_data_on_the_first_order_there_is_no_level() -> None:
    """Ruling 28: not even 0."""
    found = learning(municipality((None, None, 75, 75), (None, 75, 75)))

    assert found["orders"]["2"]["status"] == REALISED
    assert found["level"] is None


@pytest.mark.parametrize(
    ("statuses", "level"),
    [
        ((REALISED, REALISED, REALISED), 3),
        ((REALISED, DEVELOPING, REALISED), 1),
        ((NOT_YET, REALISED, REALISED), 0),
        ((REALISED, TOO_LITTLE, REALISED), 1),
        ((TOO_LITTLE, REALISED, REALISED), None),
    ],
)
def test_the_level_is_the_highest_order_with_all_lower_ones_realised(
    statuses: tuple[str, ...], level: int | None
) -> None:
    """Ruling 28 for the last one."""
    orders = {k: OrderScore(60.0, None, None, status, None) for k, status in enumerate(statuses, start=1)}

    assert reached_level(orders) == level


def test_the_interval_of_an_order_combines_the_windows_that_have_own_scores() -> None:
    """Ruling 26: professionals all 75 (s2 200, n 5), managers 50 and 100 (s2 570, n 2), weights .35 and .30."""
    responses = with_indicators(5, "professional", PROFESSIONAL, (75, 75, 75, 75))
    responses += with_indicators(1, "organisatie", ORGANISATION, (50, 75, 75))
    responses += with_indicators(1, "organisatie", ORGANISATION, (100, 75, 75))
    first = learning(responses)["orders"]["1"]
    error = ((0.35 / 0.65) ** 2 * 200 / 5 + (0.30 / 0.65) ** 2 * 570 / 2) ** 0.5

    assert first["standard_error"] == pytest.approx(error)
    assert first["degrees_of_freedom"] == (4 + 5 - 1) + (4 + 2 - 1)
    assert first["low"] == pytest.approx(75 - t_quantile(1.2815516, 13) * error)
    assert first["high"] == pytest.approx(75 + t_quantile(1.2815516, 13) * error)


def test_the_interval_of_an_order_is_clipped_to_its_scale() -> None:
    """Ruling 26."""
    assert learning(with_indicators(1, "organisatie", ORGANISATION, (0, 0, 0, 0, 0, 0)))["orders"]["3"]["low"] == 0


def test_a_respondent_has_an_own_order_score_with_half_of_the_indicators_of_the_window() -> None:
    """Ruling 26: of l3b, l3c and l3e two are needed."""
    two = with_indicators(3, "organisatie", ORGANISATION, (75, 75, 75, 50, 50, None))
    one = with_indicators(1, "organisatie", ORGANISATION, (75, 75, 75, None, None, 50))
    third = learning([*two, *one])["orders"]["3"]

    assert third["score"] == pytest.approx(50)
    assert third["degrees_of_freedom"] == 4 + 3 - 1


def test_an_order_of_which_nobody_has_an_own_score_has_no_interval() -> None:
    """Ruling 26: each answered one of three."""
    levels: list[Levels] = [(75, 75, 75, 50), (75, 75, 75, None, 50), (75, 75, 75, None, None, 50)]
    responses = [r for one in levels for r in with_indicators(1, "organisatie", ORGANISATION, one)]
    third = learning(responses)["orders"]["3"]

    assert third["score"] == pytest.approx(50)
    assert [third[key] for key in ("low", "high", "standard_error", "degrees_of_freedom")] == [None] * 4


def test_the_weights_of_an_interval_are_renormalised_over_the_windows_with_own_scores() -> None:
    """Ruling 26: residents have an own score of order 2 only, so order 1 is the managers' alone."""
    manager = with_indicators(1, "organisatie", ORGANISATION, (75, 75, 75))
    professionals = with_indicators(5, "professional", PROFESSIONAL, (None, None, 75, 75))
    alone = learning([*manager, respond("beleid"), *professionals])["orders"]["1"]

    assert alone["status"] == TOO_LITTLE
    second = learning([*manager, *many(5, "inwoner", inw_invloed_1=1.0)])["orders"]["2"]
    assert second["degrees_of_freedom"] == 4 + 8
    assert second["standard_error"] == pytest.approx(
        ((0.30 / 0.45) ** 2 * 400 + (0.15 / 0.45) ** 2 * 1600 / 8 / 5) ** 0.5
    )
