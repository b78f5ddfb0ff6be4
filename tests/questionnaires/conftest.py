"""The edition that the tests read and break."""

from __future__ import annotations

from typing import Any

import pytest

from questionnaires.assembly import draft_of
from questionnaires.edition import Draft, Edition
from questionnaires.library import SHELVES, load_current, load_edition
from questionnaires.loader import read_files, read_translations

EDITION = load_current().id


@pytest.fixture(scope="session")
def files() -> dict[str, Any]:
    """What the files of the edition hold, by path."""
    files, problems = read_files(SHELVES.joinpath(EDITION))
    assert not problems
    return files


@pytest.fixture(scope="session")
def draft(files: dict[str, Any]) -> Draft:
    return draft_of(files)


@pytest.fixture(scope="session")
def english() -> dict[str, Any]:
    """What the file of the English translation holds."""
    files, problems = read_translations(SHELVES.joinpath(EDITION))
    assert not problems
    return files["translations/en/inwoner.yaml"]


@pytest.fixture(scope="session")
def edition() -> Edition:
    return load_edition(EDITION)
