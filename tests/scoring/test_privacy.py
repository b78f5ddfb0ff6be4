"""What may be seen, and therefore what may be used (section 5.4)."""

from typing import Any

import pytest

from scoring import score_scan
from scoring.privacy import allowed_minimum, visible_groups
from tests.scoring.builders import INSTRUMENT, document, each, many, panels, respond

ROLES = ("sociaal_team", "werk_inkomen", "uwv", "zorg_welzijn")
ALL_PROFESSIONAL = [item.id for item in INSTRUMENT.window("professional").scored_items()]


def staff(**sizes: int) -> list[Any]:
    """So many professionals of each role, all alike."""
    return [response for role, n in sizes.items() for response in many(n, "professional", role=role)]


@pytest.mark.parametrize(
    ("sizes", "visible"),
    [
        ((6, 2, 1, 5), {6}),  # 2 and 1 hide three: too few, so the smallest visible goes too
        ((6, 2), set()),  # one hidden group could be found by subtraction
        ((5, 5, 5), {5}),
        ((4,), set()),
        ((6, 3, 3), {6}),
        ((10, 4, 1), {10}),
    ],
)
def test_what_would_betray_a_small_group_is_hidden_with_it(sizes: tuple[int, ...], visible: set[int]) -> None:
    groups = dict(zip(ROLES, sizes, strict=False))

    assert {groups[group] for group in visible_groups(groups, 5)} == visible


def test_of_equally_small_groups_the_last_in_the_list_of_roles_is_hidden() -> None:
    """Ruling 24."""
    assert visible_groups({"sociaal_team": 5, "werk_inkomen": 5, "uwv": 2}, 5) == ("sociaal_team",)


def test_the_roles_in_the_result_are_the_visible_groups_and_the_rest_is_one_number() -> None:
    """Ruling 63."""
    window = document(staff(sociaal_team=6, werk_inkomen=2, uwv=1, zorg_welzijn=5))["windows"]["professional"]

    assert window["roles"] == {"sociaal_team": {"n": 6}}
    assert window["rest"] == 8


def test_without_a_visible_group_the_window_itself_is_still_shown() -> None:
    """Section 5.4: {6, 2} has no breakdown, the window mean with n = 8 is shown."""
    window = document(staff(sociaal_team=6, uwv=2))["windows"]["professional"]

    assert (window["status"], window["usable"], window["roles"], window["rest"]) == ("shown", 8, {}, 8)


def test_a_window_below_the_minimum_is_neither_shown_nor_used() -> None:
    organisation = [respond("organisatie")]
    with_four = document([*organisation, *many(4, "professional", 1.0), *many(4, "inwoner", 1.0)], ambition=6)
    alone = document(organisation, ambition=6)

    assert with_four["windows"]["professional"]["needed"] == 1
    assert {key: value for key, value in with_four.items() if key != "windows"} == {
        key: value for key, value in alone.items() if key != "windows"
    }


def test_what_is_needed_is_the_minimum_less_the_usable_responses() -> None:
    """Ruling 7: `usable` counts used responses, a team form counting min(3, d)."""
    poor = respond("professional", without=ALL_PROFESSIONAL[:20])
    few = document([*many(2, "professional"), poor])["windows"]["professional"]
    forms = document([respond("inwoner", participants=9)])["windows"]["inwoner"]

    assert few == {"status": "below_minimum", "responses": 3, "usable": 2, "minimum": 5, "needed": 3}
    assert forms == {"status": "below_minimum", "responses": 1, "usable": 3, "minimum": 5, "needed": 2}


@pytest.mark.parametrize(
    ("window", "allowed", "refused"),
    [
        ("inwoner", [5, 6, 20], [0, 1, 3, 4]),
        ("professional", [3, 5], [1, 2, 4, 6]),
        ("organisatie", [1, 3, 5], [0, 2, 4, 7]),
        ("beleid", [1, 3, 5], [0, 2, 4, 7]),
    ],
)
def test_a_minimum_moves_only_within_what_is_allowed(window: str, allowed: list[int], refused: list[int]) -> None:
    """Ruling 22."""
    assert all(allowed_minimum(window, minimum) for minimum in allowed)
    assert not any(allowed_minimum(window, minimum) for minimum in refused)


def test_a_minimum_that_is_not_allowed_scores_nothing() -> None:
    """Ruling 22."""
    with pytest.raises(ValueError, match="minimum 4 is not allowed in window inwoner"):
        score_scan(INSTRUMENT, many(5, "inwoner"), {"inwoner": 4})
    with pytest.raises(ValueError, match="straat"):
        score_scan(INSTRUMENT, [], {"straat": 5})


def test_a_minimum_of_three_shows_three_professionals() -> None:
    assert (
        document(many(3, "professional"), minimum={"professional": 3})["windows"]["professional"]["status"] == "shown"
    )
    assert document(many(3, "professional"))["windows"]["professional"]["status"] == "below_minimum"


@pytest.mark.parametrize("window", ["professional", "organisatie", "beleid"])
def test_the_minimum_does_not_apply_to_a_team_form_of_staff(window: str) -> None:
    """Ruling 21: the agreement of the participants is on the form, so k is 1 for everything in the window."""
    found = document([respond(window, participants=2)], minimum={window: 5})["windows"][window]

    assert (found["status"], found["usable"], found["minimum"]) == ("shown", 2, 5)
    assert found["score"] is not None
    assert found["roles"] == {INSTRUMENT.window(window).roles[0]: {"n": 2}}


def test_one_item_on_a_team_form_of_staff_is_enough() -> None:
    """Rulings 21 and 23: with k = 1 an item that one of two forms answered counts."""
    forms = [respond("professional", participants=2, pro_visie_2="wn"), respond("professional", 1.0, participants=2)]

    assert panels(forms)["professional"].items["pro_visie_2"].value == pytest.approx(100)


def test_team_forms_of_residents_must_reach_the_minimum() -> None:
    """Ruling 21: for inwoner the sum of min(3, d) counts."""
    one, two = (document([respond("inwoner", participants=9)] * n)["windows"]["inwoner"] for n in (1, 2))

    assert one["status"] == "below_minimum"
    assert (two["status"], two["usable"]) == ("shown", 6)


def test_in_a_shown_window_an_item_with_too_few_answers_counts_as_answered_by_nobody() -> None:
    """Ruling 23: feature, dimension, mirror and advice do without it; only its number of answers is given."""
    answers = many(5, "professional", 0.5, pro_visie_1="wn")
    answers += many(4, "professional", 0.5, pro_visie_1=1.0)
    found = document([*answers, respond("organisatie")], ambition=6)
    without = document([*many(9, "professional", 0.5, pro_visie_1="wn"), respond("organisatie")], ambition=6)

    assert found["windows"]["professional"]["items"]["pro_visie_1"] == {"n": 4, "unknown": 5, "unknown_signal": True}
    assert found["windows"]["professional"]["dimensions"]["pro_visie"]["score"] == pytest.approx(50)
    assert found["continuum"]["features"]["doel"] == pytest.approx(0.5)  # from the organisation alone
    assert [m for m in found["congruence"]["mirrors"] if m["code"] == "doel"] == []
    for part in ("continuum", "learning", "congruence", "lenses", "advice"):
        assert found[part] == without[part]


def test_an_item_with_as_many_answers_as_the_minimum_counts() -> None:
    """Ruling 23."""
    answers = [*many(4, "professional", 0.5, pro_visie_1="wn"), *many(5, "professional", 0.5, pro_visie_1=1.0)]

    assert panels(answers)["professional"].items["pro_visie_1"].value == pytest.approx(100)


def test_items_are_removed_after_it_is_decided_which_responses_are_usable() -> None:
    """Ruling 23: a response stays usable when its rare items are taken away."""
    half = ALL_PROFESSIONAL[:17]
    rare = respond("professional", 1.0, without=[item for item in ALL_PROFESSIONAL if item not in half])
    others = many(5, "professional", 0.0, without=half[:4])
    window = document([rare, *others])["windows"]["professional"]

    assert window["usable"] == 6
    assert window["items"][half[0]]["n"] == 1


def test_a_dimension_with_too_few_scores_is_not_observed_anywhere() -> None:
    """Ruling 25: with its n and otherwise nulls; here three items of which nobody answered two."""
    groups = [
        ["pro_inwoner_2", "pro_inwoner_3"],
        ["pro_inwoner_1", "pro_inwoner_3"],
        ["pro_inwoner_1", "pro_inwoner_2"],
    ]
    answers = [response for left_out in groups for response in many(5, "professional", without=left_out)]
    answers += many(4, "professional")
    dimension = document(answers)["windows"]["professional"]["dimensions"]["pro_inwoner"]

    assert dimension["n"] == 4
    assert {value for key, value in dimension.items() if key != "n"} == {None}


def test_a_hidden_dimension_does_not_feed_the_network_label() -> None:
    """Ruling 25: one goal needs `pro_visie`, which too few answered."""
    answers = many(4, "professional", 1.0) + many(5, "professional", 1.0, pro_visie_1="wn", pro_visie_2="wn")
    complete = document(many(9, "professional", 1.0))["continuum"]
    hidden = document([*answers, respond("organisatie", 1.0)])["continuum"]

    assert complete["network"] == "één doel"
    assert hidden["features"]["doel"] == pytest.approx(1.0)
    assert hidden["network"] == "op weg naar één doel"


def test_a_hidden_dimension_does_not_feed_the_advice_and_the_lens() -> None:
    """Ruling 25: R17 looks at the dimension `bel_sturing`, of which two have all four answers."""
    answers = [*many(3, "beleid", 0.25, bel_sturing_1="wn"), *many(3, "beleid", 0.25, bel_sturing_2="wn")]
    answers += many(2, "beleid", 0.25)
    hidden = document(answers, minimum={"beleid": 3})
    shown = document([*answers, respond("beleid", 0.25)], minimum={"beleid": 3})

    assert hidden["windows"]["beleid"]["dimensions"]["bel_sturing"]["n"] == 2
    assert hidden["windows"]["beleid"]["dimensions"]["bel_sturing"]["score"] is None
    assert hidden["lenses"]["steering"] == {"x": None, "y": None, "dominant": None}
    assert "R17" not in [advice["id"] for advice in hidden["advice"]]
    assert shown["lenses"]["steering"]["dominant"] == "gelaagd"
    assert "R17" in [advice["id"] for advice in shown["advice"]]


def test_hidden_groups_have_no_number_of_their_own_anywhere() -> None:
    """Rulings 63 and 75: the name of a hidden role group does not occur in the document."""
    found = document(staff(sociaal_team=6, werk_inkomen=2, uwv=1, zorg_welzijn=5))

    assert not any(role in str(found["windows"]["professional"]) for role in ("werk_inkomen", "uwv", "zorg_welzijn"))


def test_the_minimum_itself_is_enough() -> None:
    assert document(each("inw_regie_1", [0, 0, 0, 0, 1]))["windows"]["inwoner"]["status"] == "shown"
