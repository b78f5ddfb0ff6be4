"""The examples that explain the scoring are true: in its README and in its docstrings."""

import doctest
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import scoring

README = Path(scoring.__file__).parent / "README.md"
MODULES = [f"scoring.{module.name}" for module in pkgutil.iter_modules(scoring.__path__)]
FENCE = re.compile(r"^```.*$", re.MULTILINE)


def failures(example: doctest.DocTest) -> list[str]:
    """What the examples print instead of what they should."""
    told: list[str] = []
    doctest.DocTestRunner(verbose=False).run(example, out=told.append)
    return told


def test_the_examples_in_the_readme_give_what_they_say() -> None:
    text = FENCE.sub("", README.read_text(encoding="utf-8"))
    example = doctest.DocTestParser().get_doctest(text, {}, "scoring/README.md", str(README), 0)

    assert len(example.examples) > 40
    assert failures(example) == []


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_a_docstring_give_what_they_say(name: str) -> None:
    module = importlib.import_module(name)
    for example in doctest.DocTestFinder().find(module):
        assert failures(example) == []


def test_every_module_of_the_scoring_is_explained_in_the_readme() -> None:
    text = README.read_text(encoding="utf-8")
    explained = {
        *("respondents", "privacy", "windows", "uncertainty", "continuum", "learning"),
        *("congruence", "lenses", "change", "advice", "method"),
    }

    assert [name for name in sorted(explained) if f"`{name}.py`" not in text] == []
