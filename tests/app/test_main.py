"""The service runs only when everything that it stands on is right."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from app import __version__, main
from app.config import load_settings
from questionnaires import ContentError, Problem, load_current

ROOT = Path(__file__).parents[2]
EDITION = load_current().id


def test_the_version_is_that_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert __version__ == project["version"]


def test_wrong_content_is_refused_with_every_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problems = [Problem("edition.yaml", "id", "klopt niet"), Problem("roles.yaml", "zelf", "ontbreekt")]
    monkeypatch.setattr(main, "check_all", lambda: problems)
    with pytest.raises(ContentError) as refused:
        main.create_app(load_settings(database_url=f"sqlite:///{tmp_path / 'x.sqlite3'}"))
    assert list(refused.value.problems) == problems
    assert not (tmp_path / "x.sqlite3").exists()


def test_translations_of_the_installation_go_before_those_of_the_program(tmp_path: Path) -> None:
    folder = tmp_path / "vertalingen" / EDITION / "en"
    folder.mkdir(parents=True)
    english = (ROOT / "questionnaires" / EDITION / "translations/en/inwoner.yaml").read_text(encoding="utf-8")
    (folder / "inwoner.yaml").write_text(english.replace('"Never"', '"Not once"'), encoding="utf-8")

    own = main.create_app(
        load_settings(database_url=f"sqlite:///{tmp_path / 'x.sqlite3'}", translations=tmp_path / "vertalingen")
    )

    assert own.state.current_edition is own.state.editions[EDITION]
    for edition, word in ((own.state.current_edition, "Not once"), (main.load_editions()[EDITION], "Never")):
        assert edition.in_language("en").scales.scales[0].options[0].label == word


def test_a_broken_translation_of_the_installation_is_refused_with_every_problem(tmp_path: Path) -> None:
    folder = tmp_path / EDITION / "en"
    folder.mkdir(parents=True)
    (folder / "inwoner.yaml").write_text("language: en\n", encoding="utf-8")

    with pytest.raises(ContentError) as refused:
        main.create_app(load_settings(database_url=f"sqlite:///{tmp_path / 'x.sqlite3'}", translations=tmp_path))

    assert {problem.place for problem in refused.value.problems} >= {"items", "window", "invitation", "status"}
    assert not (tmp_path / "x.sqlite3").exists()


def test_the_examples_are_there_once_however_often_the_service_starts(tmp_path: Path) -> None:
    settings = load_settings(database_url=f"sqlite:///{tmp_path / 'x.sqlite3'}", demo=True)
    for _ in range(2):
        app = main.create_app(settings)
        main.prepare_database(app)
        with app.state.engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM scan").scalar_one() == 6
        app.state.engine.dispose()
