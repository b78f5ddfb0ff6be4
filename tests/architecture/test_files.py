"""What is in the repository is ours, finished, and the same on every machine."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MADE_OR_FOREIGN = re.compile(
    r"(^|/)(node_modules|\.venv|dist|__pycache__)/"
    r"|\.(min\.js|min\.css|map|woff2?|ttf|otf|whl|tgz|gz|zip|pyc|so|sqlite3?|db)$"
)
MACHINE_PATH = re.compile(r"(?<![\w.}])/(?:root|home|work|tmp|Users)/[\w.]")
REGISTRY = re.compile(r"https?://[^\s\"]+(?:/simple\b|\.(?:whl|tgz|deb)\b)|https?://registry\.")
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|X[X]X|[Ll]orem ipsum)\b")
LARGEST = 1_000_000
LONGEST_LINE_OF_A_SCRIPT = 200


def files() -> list[str]:
    """Every file that is or will be in the repository."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    )  # fmt: skip
    return sorted(name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


def lines_with(pattern: re.Pattern[str], names: list[str]) -> list[str]:
    """Every line of text in these files in which the pattern occurs, with its place."""
    found = []
    for name in names:
        content = (ROOT / name).read_bytes()
        if b"\0" in content:
            continue
        for number, line in enumerate(content.decode("utf-8").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{name}:{number}: {line.strip()[:100]}")
    return found


def test_no_file_was_made_by_a_tool_or_taken_from_elsewhere() -> None:
    assert [name for name in files() if MADE_OR_FOREIGN.search(name)] == []


def test_no_file_is_larger_than_a_person_can_review() -> None:
    assert [name for name in files() if (ROOT / name).stat().st_size > LARGEST] == []


def test_our_scripts_and_styles_are_written_not_minified() -> None:
    own = [name for name in files() if name.endswith((".js", ".css"))]
    assert lines_with(re.compile(rf"^.{{{LONGEST_LINE_OF_A_SCRIPT + 1}}}"), own) == []


@pytest.mark.parametrize(
    ("pattern", "meaning"),
    [(MACHINE_PATH, "a folder of one machine"), (REGISTRY, "a registry address"), (UNFINISHED, "unfinished work")],
    ids=["machine-path", "registry-address", "unfinished"],
)
def test_no_file_mentions(pattern: re.Pattern[str], meaning: str) -> None:
    assert lines_with(pattern, files()) == [], f"found {meaning}"


def test_every_text_ends_with_a_newline_and_has_no_trailing_space() -> None:
    bad = []
    for name in files():
        content = (ROOT / name).read_bytes()
        if b"\0" not in content and content and (not content.endswith(b"\n") or re.search(rb"[ \t\r]\n", content)):
            bad.append(name)
    assert bad == []
