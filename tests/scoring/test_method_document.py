"""The documents about the method say what the program does: tables, constants, rulings and the examples of formats."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from scoring import (
    METHOD_VERSION,
    build_insight,
    compare_results,
    course_of,
    frozen_record,
    method,
    parse_csv,
    read_scan,
    score_scan,
)
from scoring.advice import INFLUENCE
from tests.scoring.builders import INSTRUMENT, document, each, example, many, respond

ROOT = Path(__file__).parents[2]
METHOD = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
FORMATS = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
CONSTANTS: dict[str, Any] = json.loads(METHOD.rpartition("```json")[2].partition("```")[0])
EVERYBODY = [*many(6, "inwoner"), *many(5, "professional"), *many(3, "organisatie"), respond("beleid", bel_ambitie_1=6)]


def rows(first_cell: str, text: str = METHOD) -> list[list[str]]:
    """The rows of tables whose first cell matches."""
    tables = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in tables]
    return [row for row in cells if re.fullmatch(first_cell, row[0])]


def examples(kind: str) -> list[str]:
    """The examples of this kind in the document about the formats."""
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", FORMATS, flags=re.DOTALL | re.MULTILINE)
    return [text for language, text in fenced if language == kind]


def test_the_matrix_and_the_weights_are_those_of_the_edition() -> None:
    table = {row[0].strip("`"): row[2:] for row in rows("`[a-z]+`") if len(row) == 10}
    expected = {f.id: [f.weight, *f.expected] for f in INSTRUMENT.features}

    assert {feature: [float(cell) for cell in cells] for feature, cells in table.items()} == expected


def test_the_items_with_their_codes_are_those_of_the_edition() -> None:
    found: list[str] = []
    for _, dimension, items in (row for row in rows(r"\w*") if re.fullmatch("`[a-z]+_[a-z]+`", row[1])):
        for number, mark, code in re.findall(r"(\d)([qa]?)(?::`(\w+)`)?", items):
            found.append(f"{dimension.strip('`')}_{number}{'q' if mark == 'q' else ''}{code}")
    expected = [
        f"{item.id}{'q' if len(item.options) == 4 else ''}{item.feature or item.indicator or ''}"
        for window in INSTRUMENT.windows
        for item in window.scored_items()
    ]

    assert found == expected


def test_the_recommendations_are_those_of_the_edition() -> None:
    kinds = {"F": "feature", "I": "item", "L": "indicator", "D": "dimension"}
    pattern = re.compile(r"([FILD]) `(\w+)`(?: \((\.\d)\))?")
    found = [
        (id_, int(line), [(kinds[k], name, float(v or 1)) for k, name, v in pattern.findall(cell)], step, first)
        for id_, line, _, cell, step, first in (row for row in rows(r"R\d\d") if len(row) == 6)
    ]
    expected = [
        (r.id, r.line, [(t.kind, t.id, t.weight) for t in r.triggers], str(r.step or "–"), r.first or "–")
        for r in INSTRUMENT.recommendations
    ]

    assert found == expected


def test_the_mirrors_are_those_of_the_edition() -> None:
    codes = [code for row in rows("`.*`") if len(row) == 5 for code in re.findall(r"`(\w+)`", row[0])]

    assert codes == [mirror.code for mirror in INSTRUMENT.mirrors]


def test_the_constants_are_those_of_the_program() -> None:
    named = {name: value for name, value in vars(method).items() if name.isupper() and isinstance(value, (int, float))}

    assert CONSTANTS["method"] == METHOD_VERSION == INSTRUMENT.method
    assert CONSTANTS["thresholds"] == named
    assert CONSTANTS["minimum"] == method.MINIMUM_DEFAULT
    assert CONSTANTS["window_weights_continuum"] == dict(INSTRUMENT.feature_window_weights)
    assert CONSTANTS["window_weights_learning"] == dict(INSTRUMENT.learning_window_weights)
    assert CONSTANTS["learning"] == {str(order.number): list(order.indicators) for order in INSTRUMENT.orders}
    assert CONSTANTS["core"] == {str(m): list(INSTRUMENT.core_features.get(m, ())) for m in range(1, 8)}


def test_the_circle_of_influence_is_that_of_the_program() -> None:
    table = {
        row[0]: [float(cell) for cell in row[1:]] for row in rows("professional|organisatie|beleid") if len(row) == 4
    }

    assert table == {viewer: list(actors.values()) for viewer, actors in INFLUENCE.items()}


def test_every_ruling_is_named_by_a_test() -> None:
    """The numbers stand in the docstrings, as “ruling 23” or “rulings 23 and 25”."""
    texts = [path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py")]
    named = {
        int(number)
        for text in texts
        for numbers in re.findall(r"[Rr]ulings? (\d+(?:(?:, | and | to )\d+)*)", text)
        for number in re.findall(r"\d+", numbers)
    }
    ruled = {int(row[0]) for row in rows(r"\d+") if len(row) == 3}

    assert len(ruled) > 50
    assert named == ruled


def test_the_example_of_the_input_fits() -> None:
    scan = read_scan(json.loads(examples("json")[0]), INSTRUMENT)

    assert [response.window for response in scan.responses] == ["professional", "inwoner", "organisatie", "beleid"]
    assert (scan.ambition, scan.minimum["professional"]) == (6, 3)


def test_the_example_of_csv_fits() -> None:
    csv = next(text for text in examples("") if text.startswith("window,"))
    scan = read_scan(parse_csv(csv, INSTRUMENT), INSTRUMENT)

    assert [response.participants for response in scan.responses] == [1, 4]
    assert scan.responses[1].answers == {"org_belemmeringen_1": ("geld", "wetten")}


def example_with(key: str) -> dict[str, Any]:
    """The first example of a document with this key."""
    found: dict[str, Any] = next(found for text in examples("json") if key in (found := json.loads(text)))
    return found


def surplus(shown: Any, real: Any, path: str = "$") -> list[str]:
    """Where an example has a key, or a kind of value, that the real thing has not."""
    if isinstance(shown, dict):
        if not isinstance(real, dict):
            return [path]
        return [row for key in shown for row in surplus(shown[key], real.get(key, KeyError), f"{path}.{key}")]
    if isinstance(shown, list):
        return surplus(shown[0], real[0], f"{path}[0]") if shown and isinstance(real, list) and real else []
    return [path] if real is KeyError else []


@pytest.mark.parametrize("part", ["continuum", "learning", "congruence", "lenses", "advice", "windows"])
def test_the_example_of_the_output_has_the_keys_of_a_result(part: str) -> None:
    shown = next(found for text in examples("json") if "method" in (found := json.loads(text)))
    real = document([*many(2, "inwoner"), *example()], ambition=6, minimum={"professional": 3})
    if part == "windows":
        real["windows"]["organisatie"] = document([])["windows"]["organisatie"]
        assert set(shown["windows"]["professional"]) == set(real["windows"]["professional"])
    else:
        assert not isinstance(shown[part], dict) or set(shown[part]) == set(real[part])

    assert surplus(shown[part], real[part]) == []


def test_the_examples_of_comparing_and_of_the_insight_have_the_keys_of_the_real_ones() -> None:
    only_there = ("role_mix_shifted", "about", "insight", "ambition_proposal")
    comparing, course, record, insight = (example_with(key) for key in only_there)
    colleagues = [*each("pro_beeld_1", [3] * 12), *many(10, "professional", role="werk_inkomen")]
    result = score_scan(INSTRUMENT, [*EVERYBODY, *colleagues])
    real = document(EVERYBODY)

    assert surplus(comparing, compare_results(INSTRUMENT, real, real)) == []
    assert set(comparing) == set(compare_results(INSTRUMENT, real, real))
    assert set(course) - {"about"} == set(course_of(INSTRUMENT, frozen_record(result), frozen_record(result)))
    assert set(record) == {"result", "insight"}
    assert surplus(insight, build_insight(result)) == []
    assert set(insight["windows"]["professional"]) == set(build_insight(result)["windows"]["professional"])
