"""Two implementations of one method, made independently, give the same results on random scans."""

import json
import random
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from questionnaires import load_edition
from scoring import InputProblems, compare_results, parse_json, read_scan, result_document, score_scan
from tests.scoring.independent import data, recommendations
from tests.scoring.independent.change import compare
from tests.scoring.independent.differences import differences
from tests.scoring.independent.generate import broken, scan
from tests.scoring.independent.intake import Refused, parse
from tests.scoring.independent.scan import score

INSTRUMENT = load_edition(data.EDITION).instrument
BATCHES, SCANS, BROKEN = range(8), 25, 30


def first_opinion(document: Any) -> dict[str, Any]:
    """The result of the project's scoring, by way of text as it would come in."""
    read = read_scan(parse_json(json.dumps(document)), INSTRUMENT)
    return result_document(score_scan(INSTRUMENT, read.responses, read.minimum, read.ambition))


@cache
def batch(number: int) -> list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]]:
    """Random scans with the results of both implementations."""
    rng = random.Random(f"scans {number}")
    documents = [scan(rng) for _ in range(SCANS)]
    return [(document, first_opinion(document), score(document)) for document in documents]


@pytest.mark.parametrize("number", BATCHES)
def test_both_give_the_same_result(number: int) -> None:
    for place, (_, first, second) in enumerate(batch(number)):
        assert differences(first, second, f"scan {place} of batch {number}", ignore=("because",)) == []


@pytest.mark.parametrize("number", BATCHES)
def test_both_see_the_same_changes(number: int) -> None:
    rows = batch(number)
    for place, ((_, old, other_old), (_, new, other_new)) in enumerate(pairwise(rows)):
        first, second = compare_results(INSTRUMENT, old, new), compare(other_old, other_new)
        assert differences(first, second, f"scan {place} of batch {number} and the next") == []


@pytest.mark.parametrize("number", BATCHES)
def test_both_refuse_the_same_places(number: int) -> None:
    rng = random.Random(f"refusals {number}")
    responses = [response for document, _, _ in batch(number)[:5] for response in document["responses"]]
    for _ in range(BROKEN):
        document = broken(rng, rng.sample(responses, 3))
        places = refused_places(document)
        assert places == second_refusal(document)


def refused_places(document: Any) -> set[tuple[int | None, str | None]]:
    """Where the project's scoring says that a document does not fit."""
    with pytest.raises(InputProblems) as refused:
        read_scan(parse_json(json.dumps(document)), INSTRUMENT)
    return {(problem.response, problem.item) for problem in refused.value.problems}


def second_refusal(document: Any) -> set[tuple[int | None, str | None]]:
    """Where the other implementation says that it does not fit."""
    with pytest.raises(Refused) as refused:
        score(document)
    return set(refused.value.places)


@pytest.mark.parametrize(
    "text", ["{", "", "[1,]", '{"a": 1, "a": 1}', '{"a": {"b": 1, "b": 2}}', "[NaN]", "[-Infinity]", "[" * 100_000]
)
def test_both_refuse_the_same_texts(text: str) -> None:
    """Ruling 45: what is not JSON, a key twice in one object, and numbers that JSON does not have."""
    with pytest.raises(Refused):
        score(parse(text))
    with pytest.raises(InputProblems):
        read_scan(parse_json(text), INSTRUMENT)


def test_the_scans_visit_the_corners_of_the_method() -> None:
    """A comparison says something only about what occurs in it."""
    results = [second for number in BATCHES for _, _, second in batch(number)]
    continua, windows = [r["continuum"] for r in results], [w for r in results for w in r["windows"].values()]
    orders = [order for r in results for order in r["learning"]["orders"].values()]
    advice = [row for r in results for row in r["advice"]]

    assert {w["status"] for w in windows} == {"shown", "below_minimum", "absent"}
    assert {c["nearest"] for c in continua} == {None, 1, 2, 3, 4, 5, 6, 7}
    assert {c["wording"] for c in continua} == {None, "typering", "kenmerken", "gemengd beeld"}
    assert {c["certainty"] for c in continua} == {"onvoldoende", "laag", "middel", "hoog"}
    assert {c["network"] for c in continua} >= {"eigen doelen", "op weg naar één doel", "één doel"}
    assert {o["status"] for o in orders} == {"gerealiseerd", "in ontwikkeling", "nog niet", "onvoldoende gegevens"}
    assert {o["reason"] for o in orders} == {None, "R2", "R4", "R2, R4"}
    assert {r["learning"]["level"] for r in results} == {None, 0, 1, 2, 3}
    assert {p["label"] for r in results for p in r["congruence"]["pairs"]} == {None, "congruent", "deels", "kloof"}
    assert any(r["congruence"]["horizontal"] is not None for r in results)
    assert {round(row["sequence"], 3) for row in advice} == {1, 0.9, 0.85, 0.765, 0.7, 0.63}
    assert any(row["discuss_first"] for row in advice)
    assert any(list(w["roles"]) and w["rest"] for w in windows if w["status"] == "shown")


def test_the_transcribed_instrument_is_that_of_the_edition() -> None:
    """Matrix, weights, items, mirrors and recommendations were copied from the document, not from the content."""
    assert {f.id: list(f.expected) for f in INSTRUMENT.features} == data.E
    assert {f.id: f.weight for f in INSTRUMENT.features} == data.W
    assert {w.id: [item.id for item in w.scored_items()] for w in INSTRUMENT.windows} == data.ITEMS
    assert {w.id: list(w.roles) for w in INSTRUMENT.windows} == data.ROLES
    assert [(m.code, dict(m.items)) for m in INSTRUMENT.mirrors] == data.MIRRORS
    assert dict(INSTRUMENT.feature_window_weights) == data.OMEGA
    assert dict(INSTRUMENT.learning_window_weights) == data.LAMBDA
    rows = [(r.id, r.line, r.step, r.first) for r in INSTRUMENT.recommendations]
    assert rows == [(id_, line, step, first) for id_, line, _, _, step, first in recommendations.RECOMMENDATIONS]
