"""For every check of two editions together one that breaks it, and what the author is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from questionnaires.assembly import draft_of
from questionnaires.checks import CHECKS_BETWEEN, find_problems_between
from questionnaires.edition import Draft
from questionnaires.loader import read_yaml
from questionnaires.succession import Succession
from tests.questionnaires.changes import changed
from tests.questionnaires.next_edition import next_files

FILE = "comparability.yaml"
BROKEN = read_yaml((Path(__file__).parent / "broken_comparability.yaml").read_bytes(), "broken")
BY_NAME = {check.__name__: check for check in CHECKS_BETWEEN}
CASES = [
    pytest.param(name, case, id=f"{name}-{number}")
    for name, cases in BROKEN.items()
    for number, case in enumerate(cases, start=1)
]


@pytest.fixture(scope="module")
def content() -> dict[str, Any]:
    return next_files()


def beside(draft: Draft, content: dict[str, Any], case: dict[str, Any]) -> Succession:
    """The second edition after the change of a case, beside the first.

    `change` and `remove` are about what it says of the first, `content` is about its other files.
    """
    start = "earlier_editions.1"
    broken = changed(
        content,
        {
            "change": {
                FILE: {f"{start}.{path}": value for path, value in case.get("change", {}).items()},
                **case.get("content", {}),
            },
            "remove": {FILE: [f"{start}.{path}" for path in case.get("remove", ())]},
        },
    )
    later = draft_of(broken)
    assert later.comparability
    return Succession(draft, later, later.comparability.earlier_editions[0])


def test_every_check_has_an_edition_that_breaks_it():
    assert BROKEN.keys() == BY_NAME.keys()


@pytest.mark.parametrize("name", BY_NAME)
def test_the_second_edition_passes(name: str, draft: Draft, content: dict[str, Any]):
    assert [str(problem) for problem in BY_NAME[name](beside(draft, content, {}))] == []


@pytest.mark.parametrize(("name", "case"), CASES)
def test_what_is_broken_gives_exactly_these_problems(
    name: str, case: dict[str, Any], draft: Draft, content: dict[str, Any]
):
    problems = list(BY_NAME[name](beside(draft, content, case)))
    wanted = tuple(case.get("only", [""]))
    found = [problem for problem in problems if problem.place.partition(" · ")[2].startswith(wanted)]

    assert {problem.file for problem in problems} == {FILE}
    assert sorted(str(problem).removeprefix(f"{FILE} · ") for problem in found) == sorted(case["expect"])


@pytest.mark.parametrize(("name", "case"), CASES)
def test_no_check_fails_on_what_another_reports(name: str, case: dict[str, Any], draft: Draft, content: dict[str, Any]):
    assert find_problems_between(beside(draft, content, case)), name
