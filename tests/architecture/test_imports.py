"""The walls that import-linter cannot see: built-ins, the standard library, the environment, and the time of import."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# What calculates, or reads a text that was handed over. Nothing here knows a file, a clock or a die.
CALCULATING = {
    "__future__", "bisect", "collections", "csv", "dataclasses", "decimal", "enum", "fractions", "functools", "io",
    "itertools", "json", "math", "numbers", "operator", "re", "statistics", "types", "typing",
}  # fmt: skip
SIDE_EFFECTS = {"open", "input", "print", "eval", "exec", "compile", "breakpoint", "__import__"}
HEAVY = {"numpy", "pandas", "plotly", "weasyprint"}


def modules(*folders: str) -> list[Path]:
    """Every Python file below these folders of the project."""
    return sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py"))


def imported(file: Path) -> Iterator[str]:
    """The top-level name of everything that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def reads_the_environment(file: Path) -> bool:
    """Whether a file asks the operating system for its environment."""
    names = {"environ", "getenv", "environb", "getenvb"}
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in names:
            return True
        if isinstance(node, ast.ImportFrom) and names & {alias.name for alias in node.names}:
            return True
    return False


@pytest.mark.parametrize("file", modules("scoring"), ids=lambda file: file.stem)
def test_scoring_imports_only_what_calculates(file: Path) -> None:
    assert set(imported(file)) - CALCULATING - {"scoring"} == set()


@pytest.mark.parametrize("file", modules("scoring"), ids=lambda file: file.stem)
def test_scoring_has_no_side_effects(file: Path) -> None:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    names |= {node.attr for node in nodes if isinstance(node, ast.Attribute) and node.attr == "open"}
    assert names & SIDE_EFFECTS == set()


def test_only_the_settings_read_the_environment() -> None:
    reading = [file for file in modules("app", "questionnaires", "scoring") if reads_the_environment(file)]
    assert set(reading) <= {ROOT / "app" / "config.py"}


@pytest.mark.parametrize("name", ["bootstrap", "browser", "debian", "lock"])
def test_set_up_needs_only_the_standard_library(name: str) -> None:
    assert set(imported(ROOT / "scripts" / f"{name}.py")) - sys.stdlib_module_names - {"scripts"} == set()


def test_nothing_heavy_is_imported_at_start() -> None:
    started = subprocess.run(
        [sys.executable, "-c", "import app.main, sys; print(*{name.partition('.')[0] for name in sys.modules})"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert set(started.stdout.split()) & HEAVY == set()
