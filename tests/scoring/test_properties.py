"""What holds for every scan: order does not matter, better is never worse, and nothing leaks."""

import json
import math
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scoring import Response, build_insight, read_scan, result_document, score_scan
from scoring.advice import Advice, score_need
from scoring.continuum import Projection, project
from scoring.privacy import visible_groups
from tests.scoring.builders import FEATURES, INSTRUMENT, model_profile, panels, respond
from tests.scoring.independent.differences import differences
from tests.scoring.independent.generate import scan

LEVELS = (0.0, 0.25, 0.5, 0.75, 1.0)
MODELS = range(1, 8)
profiles = st.fixed_dictionaries({feature: st.sampled_from((None, *LEVELS, *LEVELS)) for feature in FEATURES})
seeds = st.integers(0, 10**9)
shares = st.floats(0, 1)
quick = settings(derandomize=True, deadline=None, max_examples=120)
slow = settings(derandomize=True, deadline=None, max_examples=25)

Scored = tuple[list[Response], dict[str, int], int | None]


def random_scan(seed: int) -> Scored:
    """A random scan that fits, ready to be scored."""
    read = read_scan(scan(random.Random(seed)), INSTRUMENT)
    return list(read.responses), dict(read.minimum), read.ambition


def everything(scored: Scored) -> dict[str, Any]:
    """All that anybody may see of a scan: the result and the insight."""
    responses, minimum, ambition = scored
    result = score_scan(INSTRUMENT, responses, minimum, ambition)
    return {"result": result_document(result), "insight": build_insight(result)}


def projected(x: dict[str, float | None]) -> Projection | None:
    return project(INSTRUMENT.features, x)


# The position.


@quick
@given(profiles, st.sampled_from(FEATURES))
def test_a_better_answer_never_lowers_the_position(x: dict[str, float | None], feature: str) -> None:
    before, level = projected(x), x[feature]
    assume(before is not None)
    assume(level is not None)
    assert before is not None
    assert level is not None
    after = projected(x | {feature: min(1.0, level + 0.25)})

    assert after is not None
    assert after.position >= before.position - 1e-9
    assert after.nearest >= before.nearest


@quick
@given(profiles, st.randoms(use_true_random=False))
def test_the_order_of_the_features_does_not_matter(x: dict[str, float | None], rng: random.Random) -> None:
    shuffled = list(INSTRUMENT.features)
    rng.shuffle(shuffled)
    one, other = projected(x), project(shuffled, x)

    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert one.position == pytest.approx(other.position)
        assert one.similarity == pytest.approx(other.similarity)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("dropped", [None, *FEATURES])
def test_a_model_lies_on_itself_also_when_one_feature_is_unknown(model: int, dropped: str | None) -> None:
    x = model_profile(model)
    found = projected(x if dropped is None else x | {dropped: None})

    assert found is not None
    assert found.position == pytest.approx(model)
    assert found.nearest == model
    assert found.similarity[model - 1] == pytest.approx(100)
    assert found.residual == pytest.approx(0)


@quick
@given(profiles)
def test_a_position_lies_between_the_first_and_the_last_model(x: dict[str, float | None]) -> None:
    found = projected(x)
    assume(found is not None)
    assert found is not None

    assert 1 <= found.position <= 7
    assert 0 <= found.residual <= 1
    assert all(0 <= similarity <= 100 + 1e-9 for similarity in found.similarity)
    assert found.margin >= -1e-7
    assert {found.nearest, found.runner_up} <= set(MODELS)
    assert found.nearest != found.runner_up


# The result.


@slow
@given(seeds)
def test_the_order_of_responses_and_answers_does_not_matter(seed: int) -> None:
    responses, minimum, ambition = random_scan(seed)
    rng = random.Random(seed)
    shuffled = [
        Response(r.window, r.role, dict(rng.sample(list(r.answers.items()), len(r.answers))), r.participants)
        for r in responses
    ]
    rng.shuffle(shuffled)
    one, other = (everything((order, minimum, ambition))["result"] for order in (responses, shuffled))

    assert differences(one, other) == []


@slow
@given(seeds)
def test_a_result_is_plain_json_without_anything_that_is_not_a_number(seed: int) -> None:
    found = everything(random_scan(seed))

    assert json.loads(json.dumps(found, allow_nan=False)) == found


@slow
@given(seeds)
def test_every_interval_contains_its_value_and_stays_on_its_scale(seed: int) -> None:
    found = everything(random_scan(seed))["result"]
    dimensions = [d for w in found["windows"].values() for d in w.get("dimensions", {}).values()]
    rows = [(d["score"], d, 0, 100) for d in [*dimensions, *found["learning"]["orders"].values()]]
    rows.append((found["continuum"]["position"], found["continuum"], 1, 7))

    for value, row, lowest, highest in rows:
        if row["low"] is not None:
            assert lowest <= row["low"] <= value + 1e-9
            assert value - 1e-9 <= row["high"] <= highest
        assert (row["low"] is None) == (row["standard_error"] is None) == (row["high"] is None)


@slow
@given(seeds)
def test_the_numbers_of_a_window_add_up(seed: int) -> None:
    for window in everything(random_scan(seed))["result"]["windows"].values():
        if window["status"] == "shown":
            assert sum(role["n"] for role in window["roles"].values()) + window["rest"] == window["usable"]
            assert all(item["n"] + item["unknown"] <= window["usable"] for item in window["items"].values())
        if window["status"] == "below_minimum":
            assert window["needed"] == window["minimum"] - window["usable"] > 0


@slow
@given(seeds)
def test_the_advice_is_ranked_and_shows_no_more_than_it_may(seed: int) -> None:
    responses, minimum, ambition = random_scan(seed)
    advice = score_scan(INSTRUMENT, responses, minimum, ambition).advice
    shown = [row for row in advice if row.shown]
    chosen = {row.recommendation.id for row in shown}
    places = {row.recommendation.id: row.rank for row in advice}

    assert [row.rank for row in advice] == list(range(1, len(advice) + 1))
    assert all(0 <= row.priority <= 100 for row in advice)
    assert len(shown) <= 5
    assert all(row.need >= 0.15 - 1e-9 for row in shown)
    assert all(sum(row.recommendation.group == r.recommendation.group for r in shown) <= 2 for row in shown)
    assert all(places[row.after] < row.rank for row in shown if row.after in chosen and row.after is not None)
    others = [round(row.priority, 9) for row in advice if not row.shown]
    assert others == sorted(others, reverse=True)


# The advice.


def weighed(need: float, breadth: float, agreement: float) -> float:
    """The priority of an advice with these factors."""
    recommendation = INSTRUMENT.recommendations[0]
    factors = {"need": need, "breadth": breadth, "agreement": agreement, "sequence": 0.85, "influence": 0.8}
    rest: dict[str, Any] = {"spread": None, "windows": 2, "confirmed": 1, "after": None, "shown": False}
    return Advice(recommendation=recommendation, rank=1, **factors, **rest).priority


@quick
@given(shares, shares, shares, shares)
def test_more_need_breadth_or_agreement_never_lowers_a_priority(
    need: float, breadth: float, agreement: float, more: float
) -> None:
    before = weighed(need, breadth, agreement)

    assert weighed(max(need, more), breadth, agreement) >= before
    assert weighed(need, max(breadth, more), agreement) >= before
    assert weighed(need, breadth, max(agreement, more)) >= before


@quick
@given(st.floats(0, 100), st.floats(0, 100))
def test_a_higher_score_never_gives_a_greater_need(one: float, other: float) -> None:
    assert score_need(max(one, other)) <= score_need(min(one, other))


# Nothing leaks.


def other_options(rng: random.Random, response: Response, changes: Callable[[str], bool]) -> Response:
    """The same response with another option at the scored items that may change."""
    answers = dict(response.answers)
    for item, answer in response.answers.items():
        if isinstance(answer, float) and changes(item):
            answers[item] = rng.choice(INSTRUMENT.item(item).options)
    return Response(response.window, response.role, answers, response.participants)


@slow
@given(seeds)
def test_nothing_inside_a_window_below_its_minimum_can_be_found_in_the_output(seed: int) -> None:
    responses, minimum, ambition = random_scan(seed)
    rng = random.Random(seed)
    status = {window: panel.status for window, panel in panels(responses, minimum).items()}
    assume("below_minimum" in status.values())
    changed = [other_options(rng, r, lambda _: True) if status[r.window] == "below_minimum" else r for r in responses]

    assert everything((changed, minimum, ambition)) == everything((responses, minimum, ambition))


@slow
@given(seeds)
def test_nothing_in_an_item_with_too_few_answers_can_be_found_in_the_output(seed: int) -> None:
    """Ruling 23."""
    responses, minimum, ambition = random_scan(seed)
    rng = random.Random(seed)
    rare = {
        item
        for panel in panels(responses, minimum).values()
        for item, count in panel.counts.items()
        if 0 < count.n < panel.k
    }
    assume(rare)
    changed = [other_options(rng, r, rare.__contains__) for r in responses]

    assert everything((changed, minimum, ambition)) == everything((responses, minimum, ambition))


@slow
@given(st.lists(st.integers(1, 9), min_size=3, max_size=6), seeds)
def test_answers_may_change_places_between_hidden_groups_without_a_trace(sizes: list[int], seed: int) -> None:
    """Rulings 63, 73 and 74: hidden groups are one group, for their numbers and for their weights."""
    rng = random.Random(seed)
    roles = INSTRUMENT.window("professional").roles
    groups = dict(zip(roles, sizes, strict=False))
    hidden = [role for role in groups if role not in visible_groups(groups, 5)]
    assume(sum(sizes) >= 5)
    assume(len(hidden) >= 2)
    staff = [
        other_options(rng, respond("professional", role=role), lambda _: True)
        for role, n in groups.items()
        for _ in range(n)
    ]
    answers = [r.answers for r in staff if r.role in hidden]
    rng.shuffle(answers)
    mixed = [Response(r.window, r.role, answers.pop() if r.role in hidden else r.answers) for r in staff]
    before, after = (everything((some, {}, 6))["result"] for some in (staff, mixed))

    assert differences(before, after) == []


@quick
@given(st.lists(st.integers(0, 12), min_size=1, max_size=6), st.sampled_from((3, 5)))
def test_what_is_hidden_cannot_be_found_by_subtraction(sizes: list[int], minimum: int) -> None:
    """Section 5.4: nobody is hidden, or at least two groups that are at least k together, or nothing is visible."""
    groups = {str(place): size for place, size in enumerate(sizes) if size}
    visible = visible_groups(groups, minimum)
    hidden = [groups[group] for group in groups if group not in visible]

    assert all(groups[group] >= minimum for group in visible)
    assert not visible or not hidden or (len(hidden) >= 2 and sum(hidden) >= minimum)


@quick
@given(st.integers(1, 4), st.integers(5, 15), shares, shares)
def test_a_small_group_beside_a_large_one_leaves_the_plain_mean(few: int, lots: int, low: float, high: float) -> None:
    """Ruling 73: so the means of a window and of a visible group never give a small group away by its weight."""
    staff = [respond("professional", role="sociaal_team")] * lots + [respond("professional", role="uwv")] * few
    levels = {"sociaal_team": low, "uwv": high}
    measure = panels(staff)["professional"].measure(lambda respondent: levels[respondent.role], 0.2)

    assert measure is not None
    assert math.isclose(measure.value, (lots * low + few * high) / (lots + few), abs_tol=1e-9)
