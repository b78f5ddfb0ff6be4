"""Somebody who tries to find out what small groups answered, from everything that a result gives.

The attacker knows the method, the edition and how many answered, tries every possibility and keeps those that fit what
is published. Where one possibility is left, the answers are found.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations_with_replacement
from typing import Any

import pytest

from scoring import Response, frozen_measurement, frozen_record, record_under, result_document, score_scan
from scoring.privacy import shown_mean, visible_groups
from tests.app.minimum_groups.people import INSTRUMENT, people, person
from tests.scoring.builders import many, panels, respond

MODELS = tuple(range(1, 8))


def possibilities(item: str, number: int) -> list[tuple[float, ...]]:
    """All that so many people can have answered to a question, whoever said what."""
    return list(combinations_with_replacement(INSTRUMENT.item(item).options, number))


def found(published: Mapping[tuple[float, ...], str]) -> list[tuple[float, ...]]:
    """The possibilities that are the only one to give what is published."""
    same = Counter(published.values())
    return [answers for answers, seen in published.items() if same[seen] == 1]


def scan(item: str, answers: Iterable[float]) -> list[Response]:
    """People of one window who differ only in what they answered to one question."""
    return [respond(INSTRUMENT.item(item).window, **{item: answer}) for answer in answers]


def of_one_question(item: str, document: Mapping[str, Any]) -> Iterable[Any]:
    """Every number in a result that rests on this question alone, and the words that go with it."""
    about = INSTRUMENT.item(item)
    dimension = document["windows"][about.window]["dimensions"][about.dimension]
    if sum(one.dimension == about.dimension for one in INSTRUMENT.window(about.window).scored_items()) == 1:
        yield dimension
    if about.feature:
        yield document["continuum"]["features"][about.feature]
        yield document["continuum"]["feature_uncertainty"][about.feature]
        for missing in document["continuum"]["missing"].values():
            yield [short for short in (missing or {"features": []})["features"] if short["feature"] == about.feature]
    if about.indicator:
        yield document["learning"]["indicators"][about.indicator]
    codes = {mirror.code for mirror in INSTRUMENT.mirrors if item in mirror.items.values()}
    yield [one for one in document["congruence"]["mirrors"] if one["code"] in codes]
    alone = {
        recommendation.id
        for recommendation in INSTRUMENT.recommendations
        if all(trigger.id in (item, about.feature, about.indicator) for trigger in recommendation.triggers)
    }
    for one in document["advice"]:
        if one["id"] in alone:
            yield {name: one[name] for name in ("need", "agreement", "discuss_first")}


def of_its_gaps(item: str, insight: Mapping[str, Any]) -> Iterable[Any]:
    """How certain the gaps are in which this question is one side, and how far groups agree."""
    codes = {mirror.code for mirror in INSTRUMENT.mirrors if item in mirror.items.values()}
    window = INSTRUMENT.item(item).window
    congruence = insight["congruence"]
    yield [one for one in congruence["gaps"] if one["code"] in codes and window in (one["a"], one["b"])]
    yield congruence["horizontal"]
    yield insight["windows"][window]["groups"]


def kept(item: str, people: Sequence[Response], minimum: Mapping[str, int]) -> str:
    """What others may read of a question, under every ambition together."""
    measurement = frozen_measurement(INSTRUMENT, people, minimum)
    records = [record_under(measurement, ambition) for ambition in (None, *MODELS)]
    window = INSTRUMENT.item(item).window
    insight = records[0]["insight"]["windows"][window]["items"][item]
    gaps = [*of_its_gaps(item, records[0]["insight"])]
    return json.dumps([insight, gaps, *([*of_one_question(item, record["result"])] for record in records)])


def exactly(item: str, people: Sequence[Response], minimum: Mapping[str, int]) -> str:
    """What the exchange format gives to who holds the answers."""
    document = result_document(score_scan(INSTRUMENT, people, minimum))
    return json.dumps([*of_one_question(item, document)])


QUESTIONS = [
    pytest.param("inw_invloed_1", {}, id="a dimension of one question of residents"),
    pytest.param("pro_regie_2", {}, id="a feature"),
    pytest.param("pro_regie_7", {}, id="a feature on which a recommendation rests alone"),
    pytest.param("org_project_1", {"organisatie": 5}, id="a question on which a recommendation rests alone"),
    pytest.param("bel_leren_3", {"beleid": 5}, id="a part of learning"),
]


@pytest.mark.parametrize(("item", "minimum"), QUESTIONS)
def test_what_five_people_answered_to_a_question_cannot_be_found(item: str, minimum: dict[str, int]) -> None:
    """Only where they are as far apart as can be; from the exact numbers most of it would be found."""
    published = {answers: kept(item, scan(item, answers), minimum) for answers in possibilities(item, 5)}
    told = found(published)

    assert len(told) <= len(published) / 8
    assert all(0 < sum(answers) < 5 for answers in told), "unanimity at an end of the scale is never told"


def beside(item: str) -> list[Response]:
    """People of every other window, whose answers the attacker knows."""
    own = INSTRUMENT.item(item).window
    others = {"inwoner": 6, "professional": 7, "organisatie": 2, "beleid": 1}
    return [one for window, n in others.items() if window != own for one in many(n, window, 0.5)]


MIRRORED = [
    pytest.param("inw_afstemming_1", {}, id="residents, with professionals and one manager"),
    pytest.param("pro_regie_2", {}, id="professionals, between residents and managers"),
    pytest.param("org_regie_1", {"organisatie": 5}, id="managers under a minimum"),
    pytest.param("bel_ruimte_2", {"beleid": 5}, id="policy makers under a minimum"),
]


@pytest.mark.parametrize(("item", "minimum"), MIRRORED)
def test_the_certainty_of_gaps_tells_nothing_that_the_rest_does_not_tell(item: str, minimum: dict[str, int]) -> None:
    """Each gap is another view of the same five answers; the attacker knows the other side and lays them together."""
    without: dict[tuple[float, ...], str] = {}
    published: dict[tuple[float, ...], str] = {}
    for answers in possibilities(item, 5):
        people = [*scan(item, answers), *beside(item)]
        published[answers] = kept(item, people, minimum)
        without[answers] = json.dumps(json.loads(published[answers])[0:1] + json.loads(published[answers])[2:])
    told = found(published)

    assert len(told) <= len(published) / 8
    assert told == found(without)
    assert len(set(published.values())) == len(set(without.values()))


@pytest.mark.parametrize(("item", "minimum"), MIRRORED)
def test_the_attack_finds_answers_in_the_certainty_of_gaps_that_is_exact(item: str, minimum: dict[str, int]) -> None:
    """So that the test above could fail: the mean in steps of five, with the standard error that gaps are judged by."""
    published: dict[tuple[float, ...], str] = {}
    for answers in possibilities(item, 5):
        measure = panels(scan(item, answers), minimum)[INSTRUMENT.item(item).window].items[item]
        published[answers] = json.dumps([shown_mean(measure.value, 5), measure.uncertainty.standard_error])

    assert len(found(published)) > len(published) / 2


def in_two_roles(item: str, answers: Sequence[float]) -> list[Response]:
    """Professionals of two roles, half of the answers each."""
    half = len(answers) // 2
    roles = ["sociaal_team"] * half + ["werk_inkomen"] * half
    return [respond("professional", role=role, **{item: one}) for role, one in zip(roles, answers, strict=True)]


@pytest.mark.parametrize("item", ["pro_regie_2", "pro_kennen_1"])
def test_who_said_what_in_two_groups_of_five_cannot_be_told_from_their_scores(item: str) -> None:
    """Ten answers are told as a distribution; which five of them are of one role is not told by a score per role."""
    lowest, highest = min(INSTRUMENT.item(item).options), max(INSTRUMENT.item(item).options)
    apart = in_two_roles(item, [lowest] * 5 + [highest] * 5)
    mixed = in_two_roles(item, [lowest] * 3 + [highest] * 5 + [lowest] * 2)
    records = [frozen_record(score_scan(INSTRUMENT, people)) for people in (apart, mixed)]
    first, second = (record["insight"]["windows"]["professional"] for record in records)

    assert first["items"][item]["distribution"] == second["items"][item]["distribution"]
    assert first["groups"] is second["groups"] is None


@pytest.mark.parametrize("item", ["inw_invloed_1", "pro_regie_2"])
def test_the_attack_finds_most_of_it_in_exact_numbers(item: str) -> None:
    """So that the test above could fail; this is what a result must not give to others."""
    published = {answers: exactly(item, scan(item, answers), {}) for answers in possibilities(item, 5)}

    assert len(found(published)) > len(published) / 2


def test_what_five_people_scored_in_a_dimension_cannot_be_found() -> None:
    """Of two questions; from the exact numbers most of it would be found."""
    first, second = "inw_regie_1", "inw_regie_2"
    pairs = {a + b: (a, b) for a in INSTRUMENT.item(first).options for b in INSTRUMENT.item(second).options}
    published: dict[tuple[float, ...], str] = {}
    exact: dict[tuple[float, ...], str] = {}
    for scores in combinations_with_replacement(sorted({round(score, 6): score for score in pairs}), 5):
        given = [respond("inwoner", **dict(zip((first, second), _pair(pairs, score), strict=True))) for score in scores]
        result = score_scan(INSTRUMENT, given)
        for into, document in ((published, frozen_record(result)["result"]), (exact, result_document(result))):
            into[scores] = json.dumps(document["windows"]["inwoner"]["dimensions"]["inw_regie"])

    assert len(found(published)) < len(published) / 6
    assert len(found(exact)) > len(exact) / 2


def _pair(pairs: Mapping[float, tuple[float, float]], score: float) -> tuple[float, float]:
    return next(pair for total, pair in pairs.items() if abs(total - score) < 1e-5)


@pytest.mark.parametrize("window", ["professional", "inwoner", "organisatie"])
def test_the_size_of_no_hidden_role_group_can_be_found_by_subtraction(window: str) -> None:
    """The visible groups and the rest leave at least two sizes open for every group that is hidden."""
    roles = INSTRUMENT.window(window).roles
    fits: dict[str, list[dict[str, int]]] = defaultdict(list)
    for number in range(5, 17):
        for dealt in _sizes(len(roles), number):
            groups = {role: size for role, size in zip(roles, dealt, strict=True) if size}
            visible = visible_groups(groups, 5)
            seen = {role: groups[role] for role in visible}
            fits[json.dumps([seen, number])].append(groups)
    for published, possible in fits.items():
        seen, number = json.loads(published)
        if sum(seen.values()) == number:
            continue
        assert number - sum(seen.values()) >= 5
        for role in set(roles) - set(seen):
            assert len({groups.get(role, 0) for groups in possible}) > 1, (published, role)


def _sizes(groups: int, people: int) -> Iterable[tuple[int, ...]]:
    if groups == 1:
        yield (people,)
        return
    for first in range(people + 1):
        yield from ((first, *rest) for rest in _sizes(groups - 1, people - first))


@pytest.mark.parametrize("seed", range(20))
def test_a_window_mean_and_its_interval_tell_nothing_of_hidden_roles(seed: int) -> None:
    """Weights, standard errors and congruence with other roles for the same hidden people: not a digit differs."""
    chance = random.Random(seed)
    staff = [person(chance, "professional", skips=0) for _ in range(14)]
    seen, hidden = staff[:6], staff[6:]

    def result(roles: Sequence[str]) -> Any:
        dealt = [Response(one.window, role, one.answers) for one, role in zip(hidden, roles, strict=True)]
        return result_document(score_scan(INSTRUMENT, [*seen, *dealt]))

    some = result(["werk_inkomen"] * 4 + ["uwv"] * 4)
    others = ["werk_inkomen", "uwv", "zorg_welzijn", "overig"] * 2
    chance.shuffle(others)
    assert some["windows"]["professional"]["roles"] == {"sociaal_team": {"n": 6}}
    assert result(others) == some


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_people_does_not_show_in_the_last_digit_of_any_number(seed: int) -> None:
    chance = random.Random(seed)
    everybody = [one for window in ("inwoner", "professional", "beleid") for one in people(chance, window, 7)]
    shuffled = chance.sample(everybody, len(everybody))

    assert frozen_measurement(INSTRUMENT, shuffled) == frozen_measurement(INSTRUMENT, everybody)


@pytest.mark.parametrize("seed", range(20))
def test_every_number_of_single_questions_is_in_steps_of_five(seed: int) -> None:
    """In all that is kept, under every ambition, of scans in which all windows have a minimum and few people."""
    chance = random.Random(seed)
    minimum = {"organisatie": 3, "beleid": 3}
    everybody = [one for window in INSTRUMENT.windows for one in people(chance, window.id, 7)]
    measurement = frozen_measurement(INSTRUMENT, everybody, minimum)

    for ambition in (None, *MODELS):
        result = record_under(measurement, ambition)["result"]
        continuum, advice = result["continuum"], result["advice"]
        single = [100 * value for value in continuum["features"].values() if value is not None]
        single += [100 * one["standard_error"] for one in continuum["feature_uncertainty"].values() if one]
        single += [value for value in result["learning"]["indicators"].values() if value is not None]
        single += [value for one in result["congruence"]["mirrors"] for value in (one["a_value"], one["b_value"])]
        single += [one["priority"] for one in advice] + [100 * one["agreement"] for one in advice]
        single += [100 * one["need"] for one in advice if one["id"] != "R17"]  # a dimension of four questions
        assert [value for value in single if round(value / 5, 9) % 1] == []


@pytest.mark.parametrize(("number", "shown"), [(9, False), (10, True)])
def test_how_often_each_answer_was_given_is_told_from_ten_people_on(number: int, shown: bool) -> None:
    record = frozen_record(score_scan(INSTRUMENT, many(number, "professional", 0.5)))
    items = record["insight"]["windows"]["professional"]["items"].values()
    dimensions = record["result"]["windows"]["professional"]["dimensions"].values()

    assert {one["distribution"] is not None for one in items} == {shown}
    assert {one["spread"] is not None for one in dimensions} == {shown}


@pytest.mark.parametrize(("number", "k", "given"), [(2, 1, False), (3, 1, True), (3, 3, True), (4, 5, None)])
def test_agreement_in_words_needs_three_people_and_the_minimum(number: int, k: int, given: bool | None) -> None:
    record = frozen_record(score_scan(INSTRUMENT, many(number, "organisatie", 0.5), {"organisatie": k}))["result"]
    dimensions = record["windows"]["organisatie"].get("dimensions", {}).values()

    assert {one["agreement"] is not None for one in dimensions} == (set() if given is None else {given})


def test_two_versions_of_a_result_differ_in_nothing_that_was_measured() -> None:
    """An earlier version under another ambition is no second look at the same people."""
    measurement = frozen_measurement(
        INSTRUMENT, [one for w in INSTRUMENT.windows for one in people(random.Random(5), w.id, 6)]
    )
    first, second = (record_under(measurement, ambition) for ambition in (2, 7))

    assert first["insight"] == second["insight"]
    for part in ("windows", "learning", "congruence", "lenses"):
        assert first["result"][part] == second["result"][part]
    for part in ("features", "feature_uncertainty", "position", "low", "high", "standard_error", "similarity"):
        assert first["result"]["continuum"][part] == second["result"]["continuum"][part]
