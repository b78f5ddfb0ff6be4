"""For every check an edition that breaks it, and what the author is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from questionnaires.assembly import draft_of
from questionnaires.checks import CHECKS, find_problems
from questionnaires.edition import Draft
from questionnaires.loader import read_yaml
from tests.questionnaires.changes import changed

BROKEN = Path(__file__).parent / "broken"
BY_NAME = {check.__name__: check for check in CHECKS}
CASES = [
    pytest.param(name, case, id=f"{name}-{number}")
    for file in sorted(BROKEN.glob("*.yaml"))
    for name, cases in read_yaml(file.read_bytes(), file.name).items()
    for number, case in enumerate(cases, start=1)
]


def found(name: str, case: dict[str, Any], files: dict[str, Any]) -> list[str]:
    """What one check says of the broken edition; with `only` what it says of that file."""
    problems = BY_NAME[name](draft_of(changed(files, case)))
    return sorted(str(problem) for problem in problems if problem.file == case.get("only", problem.file))


def test_every_check_has_an_edition_that_breaks_it():
    assert {case.values[0] for case in CASES} == BY_NAME.keys()


@pytest.mark.parametrize("name", BY_NAME)
def test_the_real_edition_passes(name: str, draft: Draft):
    assert [str(problem) for problem in BY_NAME[name](draft)] == []


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_broken_edition_gives_exactly_these_problems(name: str, case: dict[str, Any], files: dict[str, Any]):
    assert found(name, case, files) == sorted(case["expect"])


@pytest.mark.parametrize(("name", "case"), CASES)
def test_no_check_fails_on_what_another_reports(name: str, case: dict[str, Any], files: dict[str, Any]):
    problems = {str(problem) for problem in find_problems(draft_of(changed(files, case)))}

    assert problems >= set(case["expect"]), name
