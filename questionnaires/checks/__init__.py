"""Meaning: what the files of an edition must be together, one function per rule.

A check gets an edition whose files have the right shape and yields every problem it finds; it may not fail on what
another check reports. Every function called `check_...` in this package is one, and each has a test that breaks it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from questionnaires.checks import (
    advice,
    comparability,
    continuum,
    ids,
    language,
    mirrors,
    outcomes,
    questions,
    sources,
    translations,
    typography,
)
from questionnaires.edition import Draft
from questionnaires.problems import Problem
from questionnaires.schema import TranslationFile
from questionnaires.succession import Succession

Check = Callable[[Draft], Iterator[Problem]]
CheckBetween = Callable[[Succession], Iterator[Problem]]
CheckOfTranslation = Callable[[translations.Translated], Iterator[Problem]]


def _checks_in(module: ModuleType) -> tuple[Any, ...]:
    own = (value for name, value in vars(module).items() if name.startswith("check_"))
    return tuple(check for check in own if check.__module__ == module.__name__)


CHECKS: tuple[Check, ...] = tuple(
    check
    for module in (ids, questions, continuum, mirrors, outcomes, advice, sources, typography, language)
    for check in _checks_in(module)
)

CHECKS_BETWEEN: tuple[CheckBetween, ...] = _checks_in(comparability)
"""The checks that look at an edition and an earlier one together."""

CHECKS_OF_TRANSLATIONS: tuple[CheckOfTranslation, ...] = _checks_in(translations)
"""The checks that look at a translation beside its edition."""


def find_problems(draft: Draft) -> tuple[Problem, ...]:
    """Everything that any check finds, by file and place."""
    return tuple(sorted({problem for check in CHECKS for problem in check(draft)}))


def find_problems_between(between: Succession) -> tuple[Problem, ...]:
    """Everything that any check finds in what an edition says of an earlier one."""
    return tuple(sorted({problem for check in CHECKS_BETWEEN for problem in check(between)}))


def find_problems_in_translation(draft: Draft, words: TranslationFile, file: str) -> tuple[Problem, ...]:
    """Everything that any check finds in a translation of an edition."""
    this = translations.Translated(draft, words, file)
    return tuple(sorted({problem for check in CHECKS_OF_TRANSLATIONS for problem in check(this)}))
