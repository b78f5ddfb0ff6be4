"""The small readings beside the two scales (sections 5.9 and 5.10)."""

from typing import Any

import pytest

from scoring.lenses import bottleneck, dominant
from tests.scoring.builders import document, many, respond, with_means


def steering(responses: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = document(responses)["lenses"]["steering"]
    return found


def motivation(responses: list[Any], minimum: int = 5) -> dict[str, Any]:
    found: dict[str, Any] = document(responses, minimum={"professional": minimum})["lenses"]["motivation"]
    return found


def test_a_lawful_government_that_is_turned_to_itself() -> None:
    """The first vector of section 5.9: X -.40, Y 0, score 30, lead exactly .10 (ruling 1)."""
    answers = with_means("beleid", 10, {f"bel_sturing_{i}": v for i, v in enumerate((80, 70, 40, 30), start=1)})
    found = document(answers)

    assert found["lenses"]["steering"]["x"] == pytest.approx(-0.40)
    assert found["lenses"]["steering"]["y"] == pytest.approx(0)
    assert found["lenses"]["steering"]["dominant"] == "rechtmatig"
    assert found["windows"]["beleid"]["dimensions"]["bel_sturing"]["score"] == pytest.approx(30)


def test_a_government_in_which_the_types_lie_over_each_other() -> None:
    """The second vector of section 5.9."""
    answer = respond("beleid", bel_sturing_1=0.75, bel_sturing_2=0.5, bel_sturing_3=0.75, bel_sturing_4=0.75)
    found = document([answer])

    assert found["lenses"]["steering"] == {"x": pytest.approx(0.125), "y": pytest.approx(-0.125), "dominant": "gelaagd"}
    assert found["windows"]["beleid"]["dimensions"]["bel_sturing"]["score"] == pytest.approx(56.25)


@pytest.mark.parametrize(("lead", "name"), [(0.10, "responsief"), (0.10 - 1e-10, "responsief"), (0.09, "gelaagd")])
def test_a_type_prevails_with_a_lead_of_a_tenth(lead: float, name: str) -> None:
    """Ruling 1."""
    values = {"rechtmatig": 0.5, "presterend": 0.2, "samenwerkend": 0.1, "responsief": 0.5 + lead}

    assert dominant(values) == name


def test_only_those_who_answered_all_four_count_for_the_steering_style() -> None:
    """Ruling 29: the third left out one of the four, so the dimension is exactly 50 + 50 X of the other two."""
    answers = [
        respond("beleid", bel_sturing_1=1.0, bel_sturing_3=0.0),
        respond("beleid", bel_sturing_1=0.75, bel_sturing_3=0.0),
        respond("beleid", bel_sturing_1=0.0, bel_sturing_3=1.0, bel_sturing_4="wn"),
    ]
    found = document(answers)
    x = (0 + 0.5) / 2 - (0.875 + 0.5) / 2

    assert found["lenses"]["steering"]["x"] == pytest.approx(x)
    assert found["windows"]["beleid"]["dimensions"]["bel_sturing"]["n"] == 2
    assert found["windows"]["beleid"]["dimensions"]["bel_sturing"]["score"] == pytest.approx(50 + 50 * x)


def test_without_a_complete_answer_there_is_no_steering_style() -> None:
    """Ruling 29."""
    assert steering([respond("beleid", bel_sturing_2="wn")]) == {"x": None, "y": None, "dominant": None}
    assert steering([respond("organisatie")]) == {"x": None, "y": None, "dominant": None}


def test_motivation_is_the_mean_of_three_drivers_and_intention_stands_apart() -> None:
    means = {"pro_motivatie_1": 80, "pro_motivatie_2": 70, "pro_motivatie_3": 30, "pro_motivatie_4": 50}
    found = motivation(with_means("professional", 5, means))

    assert found == {"mean": pytest.approx(60), "intention": pytest.approx(50), "bottleneck": "efficacy"}


@pytest.mark.parametrize(("lowest", "name"), [(45.0, "attitude"), (45 + 1e-10, "attitude"), (46.0, None), (60.0, None)])
def test_a_driver_holds_back_when_it_lies_fifteen_points_below_the_next(lowest: float, name: str | None) -> None:
    """Ruling 1 at the border."""
    assert bottleneck({"attitude": lowest, "norm": 60.0, "efficacy": 90.0}) == name


def test_motivation_needs_all_three_drivers() -> None:
    """Ruling 30: with one of them unknown there is no mean and no bottleneck, but the intention stays."""
    answers = many(5, "professional", pro_motivatie_1=0.0, pro_motivatie_2="wn")

    assert motivation(answers) == {"mean": None, "intention": pytest.approx(50), "bottleneck": None}


def test_motivation_is_hidden_with_its_dimension() -> None:
    """Rulings 25 and 30: each item has enough answers, but too few answered half of the dimension."""
    answers = [
        respond("professional", without=[f"pro_motivatie_{i}" for i in range(1, 5) if i != kept])
        for kept in (1, 2, 3, 4)
        for _ in range(3)
    ]

    assert motivation(answers, minimum=3) == {"mean": None, "intention": None, "bottleneck": None}
    assert motivation([*answers, *many(3, "professional")], minimum=3)["mean"] == pytest.approx(50)


def test_residents_and_managers_have_no_motivation_lens() -> None:
    assert motivation([respond("organisatie"), *many(5, "inwoner")]) == {
        "mean": None,
        "intention": None,
        "bottleneck": None,
    }
