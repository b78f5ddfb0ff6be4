"""`vensterscan compare` with files of different editions: old answers under the old edition, new ones under the new."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import app.scoring_commands
from app.cli import program
from app.demo import demo_documents
from questionnaires import Edition, load_current
from questionnaires.library import available_editions, open_edition
from tests.questionnaires.next_edition import FIRST, NEW_IDS, NEXT, stand_together

REFUSED = 2
NOTHING = {"delta": None, "margin": None, "verdict": None}


@pytest.fixture(scope="module")
def shelves(tmp_path_factory: pytest.TempPathFactory) -> Path:
    shelves = tmp_path_factory.mktemp("shelves")
    stand_together(shelves)
    return shelves


@pytest.fixture
def files(tmp_path: Path, shelves: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Houten then, with the first edition, and later, with the second; the command knows both."""
    editions: dict[str, Edition] = {one: open_edition(shelves, one) for one in available_editions(shelves)}
    monkeypatch.setattr(app.scoring_commands, "available_editions", lambda: tuple(editions))
    monkeypatch.setattr(app.scoring_commands, "load_edition", editions.__getitem__)
    documents = demo_documents(load_current())
    old = {**documents["voorbeeld-houten-fase-1"], "edition": FIRST}
    new = with_new_ids(documents["voorbeeld-houten-fase-2"], editions[NEXT])
    return written(tmp_path / "old.json", old), written(tmp_path / "new.json", new)


def with_new_ids(document: dict[str, Any], edition: Edition) -> dict[str, Any]:
    """The same answers to the questions of the second edition."""
    known = {item.id for window in edition.instrument.windows for item in window.items}
    responses = [
        {
            **response,
            "role": NEW_IDS.get(response["role"], response["role"]),
            "answers": {
                new: value
                for item, value in response["answers"].items()
                if (new := NEW_IDS.get(item, item)) in known and item != "org_project_2" and not isinstance(value, list)
            },
        }
        for response in document["responses"]
    ]
    return {**document, "edition": edition.id, "responses": responses}


def written(file: Path, document: object) -> Path:
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(program, [str(argument) for argument in arguments])


def test_what_stays_comparable_is_compared_and_the_rest_is_null(files: tuple[Path, Path]) -> None:
    printed = run("compare", *files, "--json")

    assert printed.exit_code == 0, printed.output
    found = json.loads(printed.stdout)
    assert found["position"]["verdict"] == "echte verandering"
    assert found["features"]["beraad"]["delta"] is not None
    assert "overleg" not in found["features"]
    assert found["features"]["sturing"] == found["dimensions"]["org_project"] == found["orders"]["1"] == NOTHING
    assert found["orders"]["2"]["delta"] is not None


def test_two_results_give_the_same_as_two_files_of_answers(tmp_path: Path, files: tuple[Path, Path]) -> None:
    results = [
        written(tmp_path / f"result-{file.name}", json.loads(run("score", file, "--json").stdout)) for file in files
    ]

    assert run("compare", *results, "--json").stdout == run("compare", *files, "--json").stdout


def test_the_text_says_what_cannot_be_compared_and_why(files: tuple[Path, Path]) -> None:
    printed = run("compare", *files)

    assert printed.exit_code == 0, printed.output
    words = " ".join(printed.stdout.split())
    assert f"De eerdere scan gebruikt editie {FIRST} van de vragenlijst, de latere editie {NEXT}." in words
    assert "29 van de 31 dimensies" in words
    assert "- De vraag naar een projectleider is vervallen. - Organisatie: Projectmatige aanpak" in words
    assert max(len(line) for line in printed.stdout.splitlines()) <= 100


def test_the_other_way_round_is_refused_and_says_what_to_do(files: tuple[Path, Path]) -> None:
    printed = run("compare", *reversed(files))

    assert printed.exit_code == REFUSED
    assert "de oude meting is met een latere editie gedaan dan de nieuwe; wissel de bestanden om" in printed.stderr
    assert printed.stdout == ""


def test_editions_that_cannot_be_compared_are_refused(
    files: tuple[Path, Path], shelves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = {FIRST: open_edition(shelves, FIRST), NEXT: without_comparability(open_edition(shelves, NEXT))}
    monkeypatch.setattr(app.scoring_commands, "load_edition", alone.__getitem__)

    printed = run("compare", *files, "--json")

    assert printed.exit_code == REFUSED
    assert json.loads(printed.stdout)["problems"] == [
        {
            "response": None,
            "item": None,
            "problem": f"de edities verschillen en zijn niet te vergelijken: {FIRST} en {NEXT}",
        }
    ]


def without_comparability(edition: Edition) -> Edition:
    """The same edition, which says nothing of earlier ones."""
    return replace(edition, comparable={})
