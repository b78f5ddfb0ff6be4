"""`vensterscan score` and `vensterscan compare`, as somebody uses them: files in, text or JSON out, and a status."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from app.cli import program
from app.demo import demo_documents
from questionnaires import load_current
from scoring import read_scan, result_document, score_scan

REFUSED = 2


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(program, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture(scope="module")
def documents() -> dict[str, Any]:
    return demo_documents(load_current())


@pytest.fixture
def before(tmp_path: Path, documents: dict[str, Any]) -> Path:
    return written(tmp_path / "before.json", documents["voorbeeld-houten-fase-1"])


@pytest.fixture
def after(tmp_path: Path, documents: dict[str, Any]) -> Path:
    return written(tmp_path / "after.json", documents["voorbeeld-houten-fase-2"])


def written(file: Path, document: object) -> Path:
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def as_csv(document: dict[str, Any]) -> str:
    columns = ["window", "role", "participants"]
    columns += sorted({item for response in document["responses"] for item in response["answers"]})
    lines = [",".join(columns)]
    for response in document["responses"]:
        cells = {"window": response["window"], "role": response["role"], **response["answers"]}
        joined = {name: "|".join(cell) if isinstance(cell, list) else str(cell) for name, cell in cells.items()}
        lines.append(",".join(joined.get(column, "") for column in columns))
    return "\n".join(lines) + "\n"


def test_score_prints_the_result_in_the_exchange_format(before: Path) -> None:
    instrument = load_current().instrument
    scan = read_scan(json.loads(before.read_text()), instrument)
    expected = result_document(score_scan(instrument, scan.responses, scan.minimum, scan.ambition))

    printed = run("score", before, "--json")

    assert printed.exit_code == 0
    assert json.loads(printed.stdout) == json.loads(json.dumps(expected))


def test_a_csv_gives_the_same_result_as_the_json_that_it_was_made_from(
    tmp_path: Path, before: Path, documents: dict[str, Any]
) -> None:
    document = documents["voorbeeld-houten-fase-1"]
    file = tmp_path / "answers.csv"
    file.write_text(as_csv(document), encoding="utf-8-sig")

    from_csv = run("score", file, "--ambition", document["ambition"], "--json")

    assert json.loads(from_csv.stdout) == json.loads(run("score", before, "--json").stdout)


def test_options_fill_in_what_the_document_lacks_and_do_not_overrule_it(tmp_path: Path) -> None:
    silent = written(tmp_path / "silent.json", {"responses": []})
    outspoken = written(tmp_path / "outspoken.json", {"responses": [], "ambition": 3, "minimum": {"professional": 5}})

    options = ("--ambition", 6, "--minimum", "professional=3", "--json")

    filled_in = json.loads(run("score", silent, *options).stdout)
    kept = json.loads(run("score", outspoken, *options).stdout)
    assert (filled_in["ambition"], filled_in["windows"]["professional"]["minimum"]) == (6, 3)
    assert (kept["ambition"], kept["windows"]["professional"]["minimum"]) == (3, 5)


def test_without_json_the_result_is_a_page_of_dutch_text(before: Path) -> None:
    printed = run("score", before)

    assert printed.exit_code == 0
    for part in ("Op de lijn van 1 (parallel) tot 7 (integratief)", "Zekerheid:", "Wat eerst komt", "Binkhorst"):
        assert part in printed.stdout
    assert max(len(line) for line in printed.stdout.splitlines()) <= 100


def test_html_is_one_page_that_asks_nothing_of_anybody_else(tmp_path: Path, before: Path) -> None:
    page = tmp_path / "result.html"

    printed = run("score", before, "--html", page, "--json")

    html = page.read_text(encoding="utf-8")
    assert printed.exit_code == 0
    assert html.lower().startswith("<!doctype html>")
    assert "<svg" in html
    assert not [word for word in ("<script", 'src="http', 'href="http', "@import", "url(http") if word in html]


def test_a_page_that_cannot_be_written_is_said_so(tmp_path: Path, before: Path) -> None:
    printed = run("score", before, "--html", tmp_path / "no-such-folder" / "result.html")

    assert printed.exit_code == 1
    assert "niet schrijven" in printed.stderr


def test_answers_may_come_from_standard_input(documents: dict[str, Any], before: Path) -> None:
    printed = run("score", "-", "--json", stdin=json.dumps(documents["voorbeeld-houten-fase-1"]))

    assert printed.stdout == run("score", before, "--json").stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"{", "geen geldige JSON", id="half a document"),
        pytest.param(b"\xff\xfe{}", "geen UTF-8", id="another encoding"),
        pytest.param(b'{"responses": [], "edition": "iets/2020.1"}', "onbekende editie", id="unknown edition"),
        pytest.param(b'{"responses": [], "edition": ["x"]}', "onbekende editie", id="an edition that is no text"),
        pytest.param(b'{"responses": [], "ambition": NaN}', "NaN", id="not a number"),
        pytest.param(b"[]", "één object", id="a list"),
        pytest.param(b"[" * 100_000, "geen geldige JSON", id="nested too deep"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_a_message(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "answers.json"
    file.write_bytes(content)

    printed = run("score", file)

    assert printed.exit_code == REFUSED
    assert message in printed.stderr
    assert printed.stdout == ""


def test_with_json_all_problems_come_on_standard_output_with_their_place(tmp_path: Path) -> None:
    answers = {"pro_samen_1": 0.3, "onzin": 1}
    response = {"window": "professional", "role": "burgemeester", "answers": answers}
    file = written(tmp_path / "answers.json", {"responses": [response], "ambition": 8})

    printed = run("score", file, "--json")

    problems = json.loads(printed.stdout)["problems"]
    assert printed.exit_code == REFUSED
    assert [(problem["response"], problem["item"]) for problem in problems] == [
        (None, None),
        (0, None),
        (0, "pro_samen_1"),
        (0, "onzin"),
    ]


def test_half_a_surrogate_pair_in_a_file_is_refused_and_printed_as_its_escape(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    response = '{"window": "beleid", "role": "bestuurder", "answers": {"\\ud800": 1}}'
    file.write_text(f'{{"responses": [{response}]}}', encoding="utf-8")

    as_json, as_text = run("score", file, "--json"), run("score", file)

    assert as_json.exit_code == as_text.exit_code == REFUSED
    assert json.loads(as_json.stdout)["problems"][0]["item"] == "\ud800"
    assert "deze vraag bestaat niet" in as_text.stderr


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    printed = run("score", tmp_path / "none.json")

    assert printed.exit_code == REFUSED
    assert "niet lezen" in printed.stderr


@pytest.mark.parametrize("option", ["professional", "professional=veel", "professional=-3", "professional=4", "x=5"])
def test_a_minimum_that_is_not_allowed_is_refused(tmp_path: Path, option: str) -> None:
    file = written(tmp_path / "answers.json", {"responses": []})

    assert run("score", file, "--minimum", option).exit_code == REFUSED


def test_two_files_of_answers_and_two_results_give_the_same_comparison(
    tmp_path: Path, before: Path, after: Path
) -> None:
    results = [tmp_path / "before-result.json", tmp_path / "after-result.json"]
    for file, result in zip((before, after), results, strict=True):
        result.write_text(run("score", file, "--json").stdout, encoding="utf-8")

    of_answers, of_results = run("compare", before, after, "--json"), run("compare", *results, "--json")

    assert of_answers.exit_code == of_results.exit_code == 0
    assert json.loads(of_answers.stdout) == json.loads(of_results.stdout)


def test_the_comparison_of_the_phases_in_houten_says_that_the_change_is_real(before: Path, after: Path) -> None:
    printed = run("compare", before, after)

    assert printed.exit_code == 0
    assert "echte verandering" in printed.stdout.split("Leerordes", maxsplit=1)[0]


def test_without_json_a_comparison_tells_the_course(before: Path, after: Path) -> None:
    text = " ".join(run("compare", before, after).stdout.split())

    for part in ("Aantal mensen daarachter: 22", "door toeval", "Mogelijk gesloten:", "Verdwenen:", "Binkhorst"):
        assert part in text


def test_results_give_the_same_text_but_for_what_only_an_insight_tells(
    tmp_path: Path, before: Path, after: Path
) -> None:
    results = [tmp_path / "before-result.json", tmp_path / "after-result.json"]
    for file, result in zip((before, after), results, strict=True):
        result.write_text(run("score", file, "--json").stdout, encoding="utf-8")

    text = " ".join(run("compare", *results).stdout.split())

    assert "Van 2,4 naar 5,9: +3,5 (marge 0,4), echte verandering." in text
    assert "hoe zeker die verschillen zijn, staat niet in deze uitslagen" in text


def test_a_comparison_as_a_table_has_a_line_per_difference(before: Path, after: Path) -> None:
    printed = run("compare", before, after, "--csv")
    lines = printed.stdout_bytes.decode("utf-8-sig").split("\r\n")

    assert printed.exit_code == 0
    assert lines[0].startswith("onderdeel;venster;code;naam;oud;nieuw;verschil;marge;oordeel")
    assert lines[1].startswith("plek;;;Plek op de lijn;2,42;5,91;3,49;0,37;echte verandering;22;20")


def test_what_is_made_to_be_passed_on_is_as_coarse_as_the_pages(before: Path, after: Path) -> None:
    """Of a dimension of one question that nine residents answered JSON gives an exact score, and the table a step."""
    exact = json.loads(run("compare", before, after, "--json").stdout)["dimensions"]["inw_invloed"]
    lines = run("compare", before, after, "--csv").stdout_bytes.decode("utf-8-sig").split("\r\n")
    (line,) = [line.split(";") for line in lines if line.startswith("dimensie;inwoner;inw_invloed;")]

    assert exact["margin"] is not None
    assert exact["delta"] % 5 != 0
    assert (line[4], line[5], line[6], line[7]) == ("5", "65", "60", "")


def test_json_and_csv_together_are_refused(before: Path, after: Path) -> None:
    printed = run("compare", before, after, "--json", "--csv")

    assert printed.exit_code == REFUSED
    assert "--json of --csv" in printed.stderr


def test_comparing_names_the_file_in_which_a_problem_is(tmp_path: Path, before: Path) -> None:
    wrong = written(tmp_path / "wrong.json", {"responses": "none"})

    printed = run("compare", before, wrong)

    assert printed.exit_code == REFUSED
    assert "nieuw: ‘responses’ moet een lijst zijn" in printed.stderr


def test_half_a_result_is_refused_and_not_compared(tmp_path: Path, before: Path) -> None:
    result = json.loads(run("score", before, "--json").stdout)
    del result["continuum"]["features"]

    printed = run("compare", before, written(tmp_path / "half.json", result))

    assert printed.exit_code == REFUSED
    assert "geen volledige uitslag" in printed.stderr
