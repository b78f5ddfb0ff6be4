"""How far windows, and groups within a window, see the same (section 5.7)."""

from typing import Any

import pytest

from scoring.congruence import MirrorGap, PairCongruence, label, pair_congruence
from tests.scoring.builders import (
    INSTRUMENT,
    PROFESSIONALS,
    document,
    many,
    printed,
    profile,
    respond,
    with_features,
    with_means,
)

PAIRS = {(pair.a, pair.b): pair for pair in INSTRUMENT.pairs}
RESIDENTS = {
    "inw_afstemming_1": 40,
    "inw_afstemming_2": 30,
    "inw_afstemming_3": 25,
    "inw_regie_2": 35,
    "inw_meedoen_2": 45,
    "inw_relatie_1": 60,
    "inw_regie_1": 50,
}
THEIR_PROFESSIONALS = {
    "pro_regie_2": 70,
    "pro_samen_2": 60,
    "pro_regie_4": 50,
    "pro_inwoner_1": 40,
    "pro_regie_7": 60,
    "pro_inwoner_3": 80,
    "pro_inwoner_2": 65,
}


def congruence(responses: list[Any], minimum: dict[str, int] | None = None) -> dict[str, Any]:
    found: dict[str, Any] = document(responses, minimum=minimum)["congruence"]
    return found


def pair_of(a: str, b: str, gaps: list[float]) -> PairCongruence:
    """The congruence of a pair whose shared subjects have these gaps."""
    return pair_congruence(
        PAIRS[a, b], [MirrorGap(str(number), a, b, 0, gap, False) for number, gap in enumerate(gaps)]
    )


def test_professionals_who_are_more_positive_than_residents() -> None:
    """The first vector of section 5.7: K = 80, b = +20, from twenty people on each side."""
    found = congruence([*with_means("inwoner", 20, RESIDENTS), *with_means("professional", 20, THEIR_PROFESSIONALS)])
    first = found["pairs"][0]

    assert (first["a"], first["b"], first["codes"]) == ("inwoner", "professional", 7)
    assert (first["congruence"], first["bias"]) == (pytest.approx(80), pytest.approx(20))
    assert (first["label"], first["signal"]) == ("deels", "professionals positiever")


def test_a_paper_ambition() -> None:
    """The second vector of section 5.7: K = 70, b = +30."""
    practice, policy = (30, 45, 25, 30, 45, 25, 15), (50, 80, 60, 65, 75, 50, 45)
    found = pair_of("professional", "beleid", [b - a for a, b in zip(practice, policy, strict=True)])

    assert (found.congruence, found.bias) == (pytest.approx(70), pytest.approx(30))
    assert (found.label, found.signal) == ("deels", "papieren ambitie")


@pytest.mark.parametrize(
    ("a", "b", "signal"),
    [
        ("inwoner", "professional", "professionals positiever"),
        ("professional", "organisatie", None),
        ("organisatie", "beleid", None),
        ("professional", "beleid", "papieren ambitie"),
    ],
)
def test_two_pairs_have_a_signal_from_a_bias_of_fifteen(a: str, b: str, signal: str | None) -> None:
    """Ruling 1 at the border."""
    assert pair_of(a, b, [15.0 - 1e-10] * 3).signal == signal
    assert pair_of(a, b, [14.9] * 3).signal is None
    assert pair_of(a, b, [-40.0] * 3).signal is None


@pytest.mark.parametrize(
    ("congruence", "words"),
    [(100, "congruent"), (85, "congruent"), (85 - 1e-10, "congruent"), (84.9, "deels"), (70, "deels"), (69.9, "kloof")],
)
def test_congruence_in_words(congruence: float, words: str) -> None:
    """Ruling 1 at the borders."""
    assert label(congruence) == words


def test_differences_in_both_directions_cost_congruence_but_cancel_in_the_bias() -> None:
    found = pair_of("professional", "organisatie", [30.0, -30.0, 0.0])

    assert (found.congruence, found.bias) == (pytest.approx(80), pytest.approx(0))


def test_all_four_pairs_are_always_there_and_need_three_shared_subjects() -> None:
    """Ruling 36."""
    pairs = congruence([respond("organisatie")])["pairs"]

    assert [(pair["a"], pair["b"]) for pair in pairs] == [
        ("inwoner", "professional"),
        ("professional", "organisatie"),
        ("organisatie", "beleid"),
        ("professional", "beleid"),
    ]
    assert [pair["codes"] for pair in pairs] == [0, 0, 0, 0]
    assert {pair[key] for pair in pairs for key in ("congruence", "bias", "label", "signal")} == {None}
    assert pair_of("organisatie", "beleid", [1.0, 2.0]).congruence is None
    assert pair_of("organisatie", "beleid", [1.0, 2.0, 3.0]).congruence == pytest.approx(98)


def test_the_vertical_congruence_needs_two_pairs() -> None:
    two_windows = congruence([respond("organisatie"), respond("beleid", 0.75)])
    three_windows = congruence([respond("organisatie"), respond("beleid", 0.75), *many(5, "professional")])

    assert two_windows["vertical"] is None
    known = [pair["congruence"] for pair in three_windows["pairs"] if pair["congruence"] is not None]
    assert len(known) == 3
    assert three_windows["vertical"] == pytest.approx(sum(known) / 3)


def test_mirrors_stand_in_the_order_of_the_table_and_of_the_windows() -> None:
    """Ruling 35: every code for every pair of windows that has it, the seven other features last."""
    everybody = [*many(5, "inwoner"), *many(5, "professional"), respond("organisatie"), respond("beleid")]
    mirrors = congruence(everybody)["mirrors"]

    assert list(dict.fromkeys(mirror["code"] for mirror in mirrors)) == [
        *(
            "tafel",
            "aanspreekpunt",
            "verhaal",
            "plan",
            "overdracht",
            "prioriteit",
            "gehoord",
            "afspraken",
            "monitoring",
        ),
        *("doel", "visie", "mandaat", "rugdekking", "inbreng", "l3a", "l3b", "l3c", "l3e", "tijd"),
        *("advies", "sturing", "overleg", "besluit", "gelijk", "grenzen", "intake"),
    ]
    assert [(m["a"], m["b"]) for m in mirrors if m["code"] == "tafel"] == [
        ("inwoner", "professional"),
        ("inwoner", "organisatie"),
        ("professional", "organisatie"),
    ]
    assert [(m["a"], m["b"]) for m in mirrors if m["code"] == "inbreng"] == [
        ("inwoner", "organisatie"),
        ("inwoner", "beleid"),
        ("organisatie", "beleid"),
    ]


def test_trying_out_and_following_outcomes_have_no_mirror() -> None:
    """Rulings 65 and 77: `l2a` is not mirrored, and `bel_leren_6` is about outcomes, not about cases."""
    mirrors = {mirror.code: dict(mirror.items) for mirror in INSTRUMENT.mirrors}

    assert "l2a" not in mirrors
    assert set(mirrors["monitoring"]) == {"professional", "organisatie"}
    assert "bel_leren_6" not in [item for items in mirrors.values() for item in items.values()]


def test_a_gap_is_what_the_window_further_from_the_resident_says_more() -> None:
    mirrors = congruence([respond("organisatie", 0.25), respond("beleid", 0.75)])["mirrors"]
    time = next(mirror for mirror in mirrors if mirror["code"] == "tijd")

    assert (time["a"], time["b"], time["a_value"], time["b_value"], time["gap"]) == (
        "organisatie",
        "beleid",
        25,
        75,
        pytest.approx(50),
    )


def test_a_gap_between_two_single_persons_is_real_only_when_it_is_very_large() -> None:
    """t.90(8) * 20 * sqrt 2 = 39.5, so 25 points are within the margin and 50 are not."""

    def real(managers: float, policy: float) -> bool:
        mirrors = congruence([respond("organisatie", managers), respond("beleid", policy)])["mirrors"]
        return next(bool(mirror["real"]) for mirror in mirrors if mirror["code"] == "tijd")

    assert not real(0.5, 0.75)
    assert real(0.25, 0.75)


@pytest.mark.parametrize(("managers", "real"), [(59, True), (60, True), (61, False)])
def test_a_gap_of_fifteen_points_is_real_when_many_agree(managers: float, real: bool) -> None:
    """Section 5.7: a hundred on each side make the margin small; 75 - 60 is exactly the threshold (ruling 1)."""
    answers = with_means("organisatie", 100, {"org_faciliteren_1": managers})
    answers += with_means("beleid", 100, {"bel_financien_1": 75})
    mirrors = congruence(answers)["mirrors"]

    assert next(mirror for mirror in mirrors if mirror["code"] == "tijd")["real"] is real


@pytest.mark.parametrize(("residents", "real"), [(40, True), (44, False)])
def test_a_gap_with_residents_is_real_from_twenty_points(residents: float, real: bool) -> None:
    """Section 5.7: their window has another answer format."""
    answers = with_means("inwoner", 75, {"inw_regie_2": residents}) + with_means(
        "professional", 75, {"pro_inwoner_1": 60}
    )
    mirrors = congruence(answers)["mirrors"]

    assert next(mirror for mirror in mirrors if mirror["code"] == "tafel")["real"] is real


def test_groups_of_professionals_are_compared_when_both_may_be_seen() -> None:
    """Ruling 38: all visible groups, `onbekend` included; one item of nineteen differs by 50."""
    groups = many(5, "professional", role="uwv", pro_kennen_1=1.0) + many(5, "professional", role="onbekend")

    assert congruence(groups)["horizontal"] == pytest.approx(100 - 50 / 19)


def test_only_the_features_and_four_items_are_compared_between_groups() -> None:
    """Section 5.7: `pro_visie_2` and `pro_kennen_1` to `_3` beside the features."""
    others = {"pro_ruimte_1": 1.0, "pro_motivatie_1": 1.0, "pro_leren_1": 1.0, "pro_inwoner_2": 1.0}
    groups = many(5, "professional", role="uwv", **others) + many(5, "professional", role="sociaal_team")

    assert congruence(groups)["horizontal"] == pytest.approx(100)


def test_between_three_groups_every_pair_counts() -> None:
    """Section 5.7: 0, 50 and 100 differ 66.7 on average."""
    groups = [
        response
        for role, value in (("sociaal_team", 0.0), ("werk_inkomen", 0.5), ("uwv", 1.0))
        for response in many(5, "professional", role=role, pro_visie_2=value)
    ]

    assert congruence(groups)["horizontal"] == pytest.approx(100 - 200 / 3 / 19)


def test_a_group_with_too_few_answers_to_a_question_is_left_out_of_that_question() -> None:
    """Ruling 74: four of six answered `pro_visie_2`, so 18 quantities are left."""
    groups = many(5, "professional", role="uwv", pro_kennen_1=1.0)
    groups += many(4, "professional", role="sociaal_team", pro_visie_2=1.0)
    groups += many(2, "professional", role="sociaal_team", pro_visie_2="wn")

    assert congruence(groups)["horizontal"] == pytest.approx(100 - 50 / 18)


@pytest.mark.parametrize("sizes", [(10,), (8, 2), (6, 5, 1)])
def test_without_two_visible_groups_there_is_no_horizontal_congruence(sizes: tuple[int, ...]) -> None:
    roles = INSTRUMENT.window("professional").roles
    answers = [r for role, n in zip(roles, sizes, strict=False) for r in many(n, "professional", role=role)]

    assert congruence(answers)["horizontal"] is None


def test_the_groups_of_the_complete_example() -> None:
    """Section 5.12: 85.83 over the 15 features, if groups were shown; team forms of two show them (ruling 21)."""
    forms = [with_features("professional", profile(line), role=role) for role, line in PROFESSIONALS]
    as_teams = [respond(form.window, role=form.role, participants=2, **form.answers) for form in forms]
    found = congruence(as_teams)["horizontal"]

    assert 100 - (100 - found) * 19 / 15 == printed("85.83")
