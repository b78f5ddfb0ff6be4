"""Which editions there are, which one is current, and that only a good one can be opened."""

from __future__ import annotations

import shutil
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest

from questionnaires import library
from questionnaires.assembly import COMPARABILITY
from questionnaires.edition import Edition
from questionnaires.library import (
    SHELVES,
    available_editions,
    check_all,
    check_edition,
    current_edition,
    load_current,
    load_edition,
    open_edition,
    open_golden_cases,
)
from questionnaires.problems import ContentError
from questionnaires.publishing import start_edition

EDITION = "integraal-werken/2026.1"


@pytest.fixture
def shelves(tmp_path: Path) -> Path:
    """A copy of the edition on shelves of its own."""
    shutil.copytree(Path(str(SHELVES)) / EDITION, tmp_path / EDITION, ignore=shutil.ignore_patterns("golden"))
    return tmp_path


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_editions_are_folders_named_after_a_year_and_a_number(tmp_path: Path):
    for folder in ("b/2026.10", "b/2026.9", "b/2025.1", "a/2026.9", "b/proef", "checks"):
        (tmp_path / folder).mkdir(parents=True)

    assert available_editions(tmp_path) == ("b/2025.1", "a/2026.9", "b/2026.9", "b/2026.10")


def test_the_current_edition_is_the_newest_that_was_published():
    editions = ("a/2026.1", "a/2026.2", "a/2027.1")

    assert current_edition(editions, {"a/2026.1": "x", "a/2026.2": "y"}) == "a/2026.2"
    assert current_edition(editions, {}) == "a/2027.1"


def test_without_any_edition_there_is_no_current_one(tmp_path: Path):
    with pytest.raises(ContentError, match="er is geen enkele editie"):
        current_edition(available_editions(tmp_path), {})
    assert [str(problem) for problem in check_all(tmp_path)] == ["questionnaires: er is geen enkele editie"]


def test_the_content_passes_all_checks():
    assert [str(problem) for problem in check_all()] == []


def test_an_edition_is_read_once():
    assert load_edition(EDITION) is load_edition(EDITION)
    assert load_current().id in available_editions()


def test_who_checks_and_then_loads_reads_an_edition_once(monkeypatch: pytest.MonkeyPatch):
    opened: list[str] = []

    def noted(shelves: Traversable, edition: str) -> Edition:
        opened.append(edition)
        return open_edition(shelves, edition)

    monkeypatch.setattr(library, "open_edition", noted)
    monkeypatch.setattr(library, "load_edition", cache(load_edition.__wrapped__))
    assert check_edition(EDITION) == []
    assert library.load_edition(EDITION).id == EDITION
    assert opened == [EDITION]


@pytest.mark.parametrize("name", ["integraal-werken/1999.1", "../2026.1", "", "integraal-werken", "checks/broken"])
def test_an_edition_that_does_not_exist_is_refused(name: str):
    with pytest.raises(ContentError, match="deze editie bestaat niet"):
        load_edition(name)


def test_a_good_edition_can_be_opened_from_any_shelf(shelves: Path):
    assert open_edition(shelves, EDITION).hash == load_edition(EDITION).hash


def test_an_edition_with_a_problem_cannot_be_opened(shelves: Path):
    replace(shelves / EDITION / "barriers.yaml", "at_most: 3", "at_most: 9")

    with pytest.raises(ContentError, match="moet kleiner zijn dan het aantal belemmeringen"):
        open_edition(shelves, EDITION)


def test_an_edition_has_the_id_of_its_folder(shelves: Path):
    replace(shelves / EDITION / "edition.yaml", EDITION, "integraal-werken/2026.2")

    assert [str(problem) for problem in check_edition(EDITION, shelves)] == [
        f"edition.yaml · id: moet gelijk zijn aan de naam van de map: {EDITION}"
    ]


def test_problems_of_golden_cases_are_reported_too_and_do_not_close_the_edition(shelves: Path):
    (shelves / EDITION / "golden").mkdir()
    (shelves / EDITION / "golden" / "leeg.yaml").write_text('name: "Leeg"\n', encoding="utf-8")

    assert open_edition(shelves, EDITION).id == EDITION
    assert [str(problem) for problem in check_all(shelves)] == [
        f"{EDITION}/golden/leeg.yaml · expect: ontbreekt",
        f"{EDITION}/golden/leeg.yaml · responses: ontbreekt",
        f"{EDITION}/golden/leeg.yaml · source: ontbreekt",
    ]
    with pytest.raises(ContentError, match=r"golden/leeg\.yaml"):
        open_golden_cases(shelves, EDITION)


def test_the_problems_of_all_files_of_all_editions_come_at_once(shelves: Path):
    shutil.copytree(shelves / EDITION, shelves / "integraal-werken/2026.2")
    (shelves / EDITION / "roles.yaml").unlink()
    replace(shelves / EDITION / "barriers.yaml", "at_most: 3", "at_most: drie")

    assert [str(problem) for problem in check_all(shelves)] == [
        f"{EDITION}/barriers.yaml · at_most: moet een geheel getal zijn, zonder aanhalingstekens",
        f"{EDITION}/roles.yaml: dit bestand ontbreekt",
        "integraal-werken/2026.2/edition.yaml · id: moet gelijk zijn aan de naam van de map: integraal-werken/2026.2",
    ]


LATER, OTHER = "integraal-werken/2026.2", "andere-vragen/2026.1"


@pytest.fixture
def two(shelves: Path) -> Path:
    """The edition and a copy of it that can be compared with it; returns the file in which the copy says so."""
    start_edition(EDITION, LATER, shelves)
    start_edition(EDITION, OTHER, shelves)
    (shelves / OTHER / COMPARABILITY).unlink()
    return shelves / LATER / COMPARABILITY


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("integraal-werken/2019.1", "deze editie bestaat niet"),
        (LATER, f"is geen eerdere editie dan {LATER}"),
        (OTHER, f"is geen eerdere editie dan {LATER}"),
    ],
    ids=["no edition", "itself", "another questionnaire"],
)
def test_only_earlier_editions_of_the_same_questionnaire_can_be_compared(
    named: str, message: str, two: Path, shelves: Path
):
    replace(two, EDITION, named)

    assert [str(problem) for problem in check_edition(LATER, shelves)] == [f"comparability.yaml · {named}: {message}"]


def test_an_earlier_edition_is_named_once(two: Path, shelves: Path):
    two.write_text(f'{two.read_text(encoding="utf-8")}  - edition: "{EDITION}"\n', encoding="utf-8")

    assert [str(problem) for problem in check_edition(LATER, shelves)] == [
        f"comparability.yaml · {EDITION}: deze editie staat er twee keer"
    ]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize("new", ["at_most: 9", "at_most: drie"], ids=["without sense", "without shape"])
def test_an_earlier_edition_that_is_broken_is_named_where_it_is_compared(new: str, shelves: Path):
    replace(shelves / EDITION / "barriers.yaml", "at_most: 3", new)

    assert [str(problem) for problem in check_edition(LATER, shelves)] == [
        f"comparability.yaml · {EDITION}: deze editie klopt zelf niet; verhelp dat eerst"
    ]


@pytest.mark.usefixtures("two")
def test_what_changed_and_is_not_judged_is_reported_with_everything_else(shelves: Path):
    replace(shelves / LATER / "barriers.yaml", "at_most: 3", "at_most: 9")
    replace(shelves / LATER / "windows/beleid/bel_visie.yaml", '  - id: "bel_visie_3"\n', '  - id: "bel_visie_4"\n')

    files = [problem.file for problem in check_edition(LATER, shelves)]

    assert set(files) == {"barriers.yaml", "comparability.yaml", "windows/beleid/bel_visie.yaml"}
    with pytest.raises(ContentError):
        open_edition(shelves, LATER)
