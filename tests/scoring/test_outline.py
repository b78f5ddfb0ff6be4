"""What a comparison reads of a result, and nothing else."""

import json
import random
from typing import Any

import pytest

from scoring import Response, compare_results, frozen_record, result_outline, score_scan
from tests.scoring.builders import INSTRUMENT, document, many, respond


def by_chance(seed: int) -> dict[str, Any]:
    chance = random.Random(seed)
    found = []
    for window in INSTRUMENT.windows:
        for _ in range(chance.randint(3, 12)):
            answers = {item.id: chance.choice(item.options) for item in window.scored_items() if chance.random() < 0.8}
            found.append(Response(window.id, chance.choice(window.roles), answers))
    record: dict[str, Any] = frozen_record(score_scan(INSTRUMENT, found, ambition=6))["result"]
    return record


@pytest.mark.parametrize("seed", range(12))
def test_outlines_compare_as_the_results_that_they_are_of(seed: int) -> None:
    old, new = by_chance(seed), by_chance(seed + 50)

    of_outlines = compare_results(INSTRUMENT, result_outline(old), result_outline(new))

    assert of_outlines == compare_results(INSTRUMENT, old, new)
    assert compare_results(INSTRUMENT, result_outline(old), new) == of_outlines


def test_an_outline_of_windows_that_are_not_shown_compares_too() -> None:
    old, new = document(many(4, "professional")), document([respond("organisatie")])

    of_outlines = compare_results(INSTRUMENT, result_outline(old), result_outline(new))

    assert of_outlines == compare_results(INSTRUMENT, old, new)


def test_an_outline_has_no_questions_mirrors_or_advice() -> None:
    outline = result_outline(by_chance(1))

    assert set(outline) == {"edition", "method", "ambition", "windows", "continuum", "learning"}
    assert "items" not in outline["windows"]["professional"]
    assert len(json.dumps(outline)) < len(json.dumps(by_chance(1))) / 2


def test_what_is_no_result_has_no_outline() -> None:
    with pytest.raises(KeyError):
        result_outline({"edition": INSTRUMENT.edition})
