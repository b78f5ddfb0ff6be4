"""`vensterscan beside`, as somebody uses it: files with names in, text, JSON or CSV out, and a status."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from app.cli import program
from app.comparison.beside.to_csv import HEADINGS
from app.demo import demo_documents
from questionnaires import load_current

REFUSED = 2


def run(*arguments: object) -> Result:
    return CliRunner().invoke(program, ["beside", *(str(one) for one in arguments)])


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Woerden and Houten, named in this order."""
    folder, documents = tmp_path_factory.mktemp("files"), demo_documents(load_current())
    for name in ("woerden", "houten"):
        (folder / f"{name}.json").write_text(json.dumps(documents[f"voorbeeld-{name}-fase-2"]), encoding="utf-8")
    return f"Woerden={folder / 'woerden.json'}", f"Houten={folder / 'houten.json'}"


def test_the_order_is_that_of_the_names(files: tuple[str, str]) -> None:
    printed = json.loads(run(*files, "--json").stdout)
    assert [one["name"] for one in printed["collaborations"]] == ["Houten", "Woerden"]
    assert run(*files).stdout.index("Houten: plek") < run(*files).stdout.index("Woerden: plek")


def test_differences_are_given_only_when_all_are_said_to_be_of_one_kind(files: tuple[str, str]) -> None:
    (without,) = json.loads(run(*files, "--json").stdout)["differences"]
    (given,) = json.loads(run(*files, "--json", "--zelfde-soort").stdout)["differences"]
    assert not without["compared"]
    assert without["delta"] is None
    assert given["verdict"] == "echte verandering"
    assert given["n"] == [20, 18]


def test_a_csv_has_a_number_per_line(files: tuple[str, str]) -> None:
    lines = run(*files, "--csv").stdout.splitlines()
    assert lines[0].endswith(";".join(HEADINGS))
    assert sum(line.startswith("Houten;dimensie;") for line in lines) == len(load_current().dimensions)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (["zonder naam"], "niet van de vorm NAAM=BESTAND"),
        (["=bestand.json"], "niet van de vorm NAAM=BESTAND"),
        (["A=bestaat-niet.json"], "A: kan bestaat-niet.json niet lezen"),
    ],
)
def test_what_does_not_fit_is_refused_as_a_whole(files: tuple[str, str], given: list[str], problem: str) -> None:
    answer = run(*files, *given, "--json")
    assert answer.exit_code == REFUSED
    assert problem in json.loads(answer.stdout)["problems"][0]["problem"]


def test_one_is_not_beside_anything_and_a_name_is_used_once(files: tuple[str, str]) -> None:
    assert "noem er twee of meer" in run(files[0], "--json").stdout
    assert "de naam is er al" in run(files[0], files[0], "--json").stdout
