"""From respondents to a window (sections 5.1 to 5.3, 5.6)."""

from math import sqrt

import pytest

from scoring.respondents import Respondent
from scoring.windows import Measure, Panel
from tests.scoring.builders import INSTRUMENT, document, each, many, panels, printed, respond


def by_role(panel: Panel, **values: float) -> Measure:
    """The measure of a quantity that is the same within each role group."""
    measure = panel.measure(lambda respondent: values[respondent.role], 20)
    assert measure is not None
    return measure


def of_values(panel: Panel, values: list[float]) -> Measure:
    """The measure of a quantity that has these values, one per respondent."""
    remaining = iter(values)
    measure = panel.measure(lambda _respondent: next(remaining), 20)
    assert measure is not None
    return measure


def test_role_groups_weigh_by_the_square_root_of_their_size() -> None:
    """Ten with 80 and two with 40: .691 and .309, so 67.64; pooled it would be 73.33, with equal weights 60."""
    organisation = [*many(10, "organisatie", role="teammanager"), *many(2, "organisatie", role="directie")]
    panel = panels(organisation)["organisatie"]
    measure = by_role(panel, teammanager=80, directie=40)

    assert sqrt(10) / (sqrt(10) + sqrt(2)) == printed("0.691")
    assert measure.value == printed("67.64")
    spread = (4 * 400 + 10 * (80 - 220 / 3) ** 2 + 2 * (40 - 220 / 3) ** 2) / 15
    assert spread / measure.uncertainty.standard_error**2 == printed("10.47")


def test_groups_of_four_four_and_one_weigh_two_two_and_one_fifth() -> None:
    sizes = {"beleidsadviseur": 4, "programmamanager": 4, "bestuurder": 1}
    panel = panels([r for role, n in sizes.items() for r in many(n, "beleid", role=role)])["beleid"]

    for role, weight in (("beleidsadviseur", 40), ("programmamanager", 40), ("bestuurder", 20)):
        only = {other: 100.0 * (other == role) for other in sizes}
        assert by_role(panel, **only).value == pytest.approx(weight)


def test_weights_do_not_tell_on_a_small_group() -> None:
    """Ruling 73: with {10, 2} and k = 5 both groups are pooled and the mean is the plain mean."""
    staff = [*many(10, "professional", role="sociaal_team"), *many(2, "professional", role="uwv")]
    measure = by_role(panels(staff)["professional"], sociaal_team=80, uwv=40)

    assert measure.value == printed("73.33")
    spread = (4 * 400 + 10 * (80 - 220 / 3) ** 2 + 2 * (40 - 220 / 3) ** 2) / 15
    assert measure.uncertainty.standard_error == pytest.approx(sqrt(spread / 12))


def test_groups_that_may_be_seen_keep_their_own_weight_beside_the_pooled_rest() -> None:
    """Ruling 73: {8, 3, 3} with k = 5 is weighed as {8} and {6}."""
    roles = {"sociaal_team": 8, "werk_inkomen": 3, "uwv": 3}
    staff = [r for role, n in roles.items() for r in many(n, "professional", role=role)]
    measure = by_role(panels(staff)["professional"], sociaal_team=100, werk_inkomen=0, uwv=0)

    assert measure.value == pytest.approx(100 * sqrt(8) / (sqrt(8) + sqrt(6)))


def test_pooling_looks_at_the_numbers_of_the_quantity_itself() -> None:
    """Ruling 73: seven and six answered, but only four of the second answered this item, so all eleven are pooled."""
    staff = many(7, "professional", role="sociaal_team", pro_visie_2=1.0)
    staff += many(4, "professional", role="uwv", pro_visie_2=0.0)
    staff += many(2, "professional", role="uwv", pro_visie_2="wn")
    panel = panels(staff)["professional"]

    assert panel.roles == {"sociaal_team": 7, "uwv": 6}
    assert panel.items["pro_visie_2"].value == pytest.approx(100 * 7 / 11)
    assert panel.items["pro_visie_1"].value == pytest.approx(50)


def test_every_quantity_counts_the_respondents_who_have_it() -> None:
    """Ruling 9: n, the group sizes, n_eff and nu are those of the quantity."""
    answers = [respond("organisatie", org_vorm_1=1.0), *many(3, "organisatie", role="directie", org_vorm_1="wn")]
    answers.append(respond("organisatie", role="directie", org_vorm_1=0.0))
    measure = panels(answers)["organisatie"].items["org_vorm_1"]

    assert (measure.n, measure.value, measure.uncertainty.degrees_of_freedom) == (2, pytest.approx(50), 5)


@pytest.mark.parametrize(
    ("values", "spread", "label"),
    [
        ([75, 75, 75, 75, 75], "0.00", "sterk eensgezind"),
        ([50, 75, 75], "11.11", "sterk eensgezind"),
        ([25, 50, 75, 75, 100], "22.0", "verdeeld"),
        ([0, 0, 100, 100], "50.00", "verdeeld"),
        ([30, 50, 70], "13.33", "eensgezind"),
    ],
)
def test_agreement_is_the_mean_distance_to_the_mean(values: list[float], spread: str, label: str) -> None:
    measure = of_values(panels(many(len(values), "organisatie"))["organisatie"], values)

    assert measure.spread == printed(spread)
    assert measure.agreement() == label


@pytest.mark.parametrize(("spread", "label"), [(12.0, "sterk eensgezind"), (20.0, "eensgezind")])
def test_the_borders_of_agreement_belong_to_the_better_word(spread: float, label: str) -> None:
    """Ruling 1: values within 1e-9 of a threshold meet it."""
    panel = panels(many(4, "organisatie"))["organisatie"]
    measure = of_values(panel, [50 - spread, 50 + spread, 50 - spread, 50 + spread + 1e-10])

    assert measure.agreement() == label


def test_agreement_needs_three_answers_and_the_minimum() -> None:
    """Section 5.4: n >= max(k, 3)."""
    two, three = (document(many(n, "organisatie"))["windows"]["organisatie"] for n in (2, 3))

    assert (two["dimensions"]["org_vorm"]["spread"], two["dimensions"]["org_vorm"]["agreement"]) == (None, None)
    assert three["dimensions"]["org_vorm"]["agreement"] == "sterk eensgezind"


def test_agreement_counts_those_who_have_the_quantity() -> None:
    """Ruling 9: five were asked and four have a value, so with a minimum of five no agreement is given."""
    panel = panels(many(5, "professional"))["professional"]

    def all_but_first(respondent: Respondent) -> float | None:
        return None if respondent is panel.respondents[0] else 50.0

    measure = panel.measure(all_but_first, 20)
    assert measure is not None
    assert (measure.n, measure.spread) == (4, None)


def test_team_forms_give_no_agreement() -> None:
    """Ruling 20: three respondents with the same answers are no agreement."""
    window = document([respond("organisatie", participants=8)] * 2)["windows"]["organisatie"]

    assert window["usable"] == 6
    assert all(dimension["spread"] is None for dimension in window["dimensions"].values())
    assert all(dimension["agreement"] is None for dimension in window["dimensions"].values())


@pytest.mark.parametrize(
    ("known", "unknown", "signal"), [(2, 1, True), (5, 2, False), (7, 3, True), (0, 3, True), (1, 1, False)]
)
def test_not_knowing_is_a_signal_from_three_in_ten(known: int, unknown: int, signal: bool) -> None:
    """Section 5.1: u >= .30 among at least three who answered or did not know."""
    answers = [*many(known, "organisatie"), *many(unknown, "organisatie", org_regie_1="wn")]
    item = document(answers)["windows"]["organisatie"]["items"]["org_regie_1"]

    assert item == {"n": known, "unknown": unknown, "unknown_signal": signal}


def test_not_applicable_is_not_counted_as_not_knowing() -> None:
    answers = [*many(5, "inwoner"), respond("inwoner", inw_meedoen_2="nvt")]

    assert document(answers)["windows"]["inwoner"]["items"]["inw_meedoen_2"]["unknown"] == 0


def test_a_team_form_that_does_not_know_counts_as_its_respondents() -> None:
    """Ruling 18: in `n` and in `unknown` alike."""
    form = respond("organisatie", participants=4, org_regie_1="wn")

    assert document([form])["windows"]["organisatie"]["items"]["org_regie_1"]["unknown"] == 3


def test_a_window_score_is_the_mean_of_its_dimensions() -> None:
    window = document([respond("organisatie", 0.5, org_vorm_1=1.0, org_vorm_2=1.0)])["windows"]["organisatie"]

    assert window["score"] == pytest.approx((7 * 50 + 100) / 8)


@pytest.mark.parametrize(("window", "needed"), [("inwoner", 5), ("organisatie", 5)])
def test_a_window_score_needs_three_fifths_of_the_dimensions(window: str, needed: int) -> None:
    """Ruling 39: 5 of 7, 5 of 8."""
    dimensions = INSTRUMENT.window(window).dimensions
    items = {d: [i.id for i in INSTRUMENT.window(window).scored_items() if i.dimension == d] for d in dimensions}
    largest_first = sorted(dimensions, key=lambda d: -len(items[d]))

    def score(kept: int) -> float | None:
        left_out = [item for dimension in largest_first[kept:] for item in items[dimension]]
        found: float | None = document(many(5, window, without=left_out))["windows"][window]["score"]
        return found

    assert score(needed) is not None
    assert score(needed - 1) is None


def test_only_shown_windows_have_content() -> None:
    """Rulings 4 and 7."""
    windows = document([*many(4, "inwoner"), respond("organisatie")])["windows"]

    assert list(windows) == ["inwoner", "professional", "organisatie", "beleid"]
    assert windows["inwoner"] == {"status": "below_minimum", "responses": 4, "usable": 4, "minimum": 5, "needed": 1}
    assert windows["professional"] == {"status": "absent", "responses": 0, "usable": 0, "minimum": 5}
    assert windows["organisatie"]["status"] == "shown"


def test_a_window_with_only_unusable_responses_is_absent() -> None:
    """Ruling 4."""
    poor = respond("beleid", without=[item.id for item in INSTRUMENT.window("beleid").scored_items()][:20])

    assert document([poor])["windows"]["beleid"] == {"status": "absent", "responses": 1, "usable": 0, "minimum": 1}


def test_a_dimension_with_no_answers_is_null_and_not_zero() -> None:
    answers = each("org_vorm_1", ["wn"])
    answers[0] = respond("organisatie", org_vorm_1="wn", org_vorm_2="wn")
    dimension = document(answers)["windows"]["organisatie"]["dimensions"]["org_vorm"]

    assert dimension["n"] == 0
    assert {value for key, value in dimension.items() if key != "n"} == {None}


def test_a_measure_of_nobody_is_unknown() -> None:
    panel = panels([respond("organisatie")])["organisatie"]

    def nothing(_respondent: Respondent) -> float | None:
        return None

    assert panel.measure(nothing, 20) is None
