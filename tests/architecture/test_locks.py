"""What is installed is what was locked: exact versions, with hashes, from any registry mirror."""

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9-]*)(\[[a-z,]+\])?==(?P<version>[^\s;]+)( ; [^\\]+)? \\$")
ADDRESS = re.compile(r"https?:|//|--(extra-)?index|--find-links|@ ", re.IGNORECASE)


def requirements(lock: Path) -> dict[str, str]:
    """The name and version of every requirement in a lock file."""
    found = (PINNED.match(line) for line in lock.read_text().splitlines())
    return {match["name"]: match["version"] for match in found if match}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_one_version_with_a_hash(lock: Path) -> None:
    lines = [line for line in lock.read_text().splitlines() if not line.lstrip().startswith("#")]
    assert lines, f"{lock.name} is empty"
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("    --hash=sha256:"):
            continue
        assert PINNED.match(line), f"not one exact version: {line}"
        assert following.startswith("    --hash=sha256:"), f"without a hash: {line}"


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_python_lock_names_no_address(lock: Path) -> None:
    assert [line for line in lock.read_text().splitlines() if ADDRESS.search(line)] == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_group_has_the_same_versions_as_the_service(lock: Path) -> None:
    runtime = requirements(ROOT / "requirements" / "runtime.txt")
    shared = {name: version for name, version in requirements(lock).items() if name in runtime}
    assert shared == {name: runtime[name] for name in shared}


def test_the_tools_include_all_that_the_service_needs() -> None:
    runtime = requirements(ROOT / "requirements" / "runtime.txt")
    assert runtime.keys() <= requirements(ROOT / "requirements" / "dev.txt").keys()


def test_every_dependency_of_the_project_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = {re.split(r"[\[<>=]", dependency)[0].lower() for dependency in project["dependencies"]}
    assert wanted <= requirements(ROOT / "requirements" / "runtime.txt").keys()


def test_the_front_end_lock_names_no_download_address() -> None:
    lock = (ROOT / "package-lock.json").read_text()
    assert '"resolved"' not in lock
    assert not re.search(r"https?://(registry|npm)\.", lock)


def test_every_front_end_file_is_locked_with_a_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert [path for path, package in packages.items() if path and "integrity" not in package] == []


def test_front_end_versions_are_exact_and_locked() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    for name, version in {**package["dependencies"], **package["devDependencies"]}.items():
        assert locked[f"node_modules/{name}"]["version"] == version


def test_every_front_end_licence_lets_us_pass_the_file_on() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    served = {path: package["license"] for path, package in packages.items() if path and not package.get("dev")}
    assert set(served.values()) <= {"0BSD", "EUPL-1.2", "MIT"}, served
