"""The wheel works from any folder, with its templates, content, migrations and front-end files inside."""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder / "dist")]
    done = subprocess.run(build, cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = (folder / "dist").iterdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


COMMAND = [sys.executable, "-P", "-m", "app.cli"]


def run(unpacked: Path, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run the command of the unpacked wheel in a folder that holds nothing of this checkout."""
    environment = os.environ | {"PYTHONPATH": str(unpacked)}
    command = [*COMMAND, *arguments]
    return subprocess.run(command, check=False, cwd=folder, env=environment, capture_output=True, text=True)


@contextmanager
def serving(unpacked: Path, folder: Path) -> Iterator[str]:
    """Serve from the unpacked wheel, with the examples, and give the address that it prints."""
    environment = os.environ | {"PYTHONPATH": str(unpacked), "PYTHONUNBUFFERED": "1"}
    command = [*COMMAND, "serve", "--demo", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as service:
        assert service.stdout is not None
        try:
            found = re.search(r"http://\S+", service.stdout.readline())
            assert found, "the service did not start"
            yield found[0]
        finally:
            service.terminate()


def tree(folder: Path) -> set[str]:
    """The files below a folder of the project that belong to it."""
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_the_wheel_holds_the_three_floors_and_nothing_else(unpacked: Path) -> None:
    names = {path.name for path in unpacked.iterdir() if not path.name.endswith(".dist-info")}
    assert names == {"app", "questionnaires", "scoring"}


@pytest.mark.parametrize("name", ["templates", "migrations", "docs/handleiding"])
def test_the_wheel_brings_its(unpacked: Path, name: str) -> None:
    assert tree(ROOT / name)
    assert tree(unpacked / "app" / "_bundled" / name) == tree(ROOT / name)


def test_the_wheel_brings_the_words_of_every_language(unpacked: Path) -> None:
    assert {"en.po", "ar.po"} < tree(ROOT / "app" / "locale")
    assert tree(unpacked / "app" / "locale") == tree(ROOT / "app" / "locale")


def test_the_wheel_brings_every_edition(unpacked: Path) -> None:
    assert tree(unpacked / "questionnaires") == tree(ROOT / "questionnaires")


def test_the_wheel_brings_the_front_end_files_with_their_licences(unpacked: Path) -> None:
    assets = unpacked / "app" / "_bundled" / "assets"
    assert (assets / "htmx.org" / "dist" / "htmx.min.js").is_file()
    packages = {file.parent for file in assets.rglob("package.json")}
    assert packages
    assert [package for package in packages if not list(package.glob("LICENSE*"))] == []


def test_the_wheel_says_what_it_can_do(unpacked: Path, tmp_path: Path) -> None:
    done = run(unpacked, tmp_path, "--help")
    assert done.returncode == 0, done.stderr
    assert "serve" in done.stdout


def test_the_wheel_finds_its_content_from_any_folder(unpacked: Path, tmp_path: Path) -> None:
    done = run(unpacked, tmp_path, "check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_wheel_serves_pages_with_their_style_and_data(unpacked: Path, tmp_path: Path) -> None:
    with serving(unpacked, tmp_path) as address:
        home = httpx2.get(address)
        styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', home.text)
        assert home.status_code == 200
        assert "Houten" in home.text
        assert len(styles) >= 2, "our own style and that of NL Design System"
        assert {httpx2.get(address + style).status_code for style in styles} == {200}
    assert (tmp_path / "data" / "vensterscan.sqlite3").is_file()
