"""For every check of a translation one that breaks it, and what its author is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from questionnaires.assembly import draft_of
from questionnaires.checks import CHECKS_OF_TRANSLATIONS, find_problems_in_translation
from questionnaires.checks.translations import Translated
from questionnaires.loader import read_yaml
from questionnaires.schema import TranslationFile
from questionnaires.shape import shaped
from tests.questionnaires.changes import changed

FILE = "translations/en/inwoner.yaml"
BROKEN = read_yaml((Path(__file__).parent / "broken_translation.yaml").read_bytes(), "broken")
BY_NAME = {check.__name__: check for check in CHECKS_OF_TRANSLATIONS}
CASES = [
    pytest.param(name, case, id=f"{name}-{number}")
    for name, cases in BROKEN.items()
    for number, case in enumerate(cases, start=1)
]


def beside(files: dict[str, Any], english: dict[str, Any], case: dict[str, Any]) -> Translated:
    """The English translation after the change of a case, beside the edition after its own."""
    dutch = changed(files, {"change": case.get("dutch", {})})
    own = {"change": {FILE: case.get("change", {})}, "remove": {FILE: case.get("remove", [])}}
    words = shaped(TranslationFile, changed({FILE: english}, own)[FILE], FILE)
    return Translated(draft_of(dutch), words, FILE)


def test_every_check_has_a_translation_that_breaks_it():
    assert BROKEN.keys() == BY_NAME.keys()


@pytest.mark.parametrize("name", BY_NAME)
def test_the_english_translation_passes(name: str, files: dict[str, Any], english: dict[str, Any]):
    assert [str(problem) for problem in BY_NAME[name](beside(files, english, {}))] == []


@pytest.mark.parametrize(("name", "case"), CASES)
def test_what_is_broken_gives_exactly_these_problems(
    name: str, case: dict[str, Any], files: dict[str, Any], english: dict[str, Any]
):
    problems = list(BY_NAME[name](beside(files, english, case)))

    assert {problem.file for problem in problems} == {FILE}
    assert sorted(str(one).removeprefix(FILE).lstrip(" ·:") for one in problems) == sorted(case["expect"])


@pytest.mark.parametrize(("name", "case"), CASES)
def test_no_check_fails_on_what_another_reports(
    name: str, case: dict[str, Any], files: dict[str, Any], english: dict[str, Any]
):
    this = beside(files, english, case)

    assert len(find_problems_in_translation(this.dutch, this.words, this.file)) >= len(case["expect"]), name
