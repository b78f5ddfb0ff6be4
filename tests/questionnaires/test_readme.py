"""The author's manual explains everything that an author can write."""

from __future__ import annotations

import re

import pytest

from questionnaires import schema
from questionnaires.assembly import PARTS
from questionnaires.golden import GoldenCase
from questionnaires.library import SHELVES

MANUAL = SHELVES.joinpath("README.md").read_text(encoding="utf-8")
CODE = set(re.findall(r"`([^`\n]+)`", MANUAL))
MODELS = [
    model
    for model in (*vars(schema).values(), GoldenCase)
    if isinstance(model, type) and issubclass(model, schema.Content) and model is not schema.Content
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_is_explained(model: type[schema.Content]):
    assert set(model.model_fields) - CODE == set()


def test_every_file_is_named():
    assert {path for path, _ in PARTS.values()} - CODE == set()


def test_every_module_is_named():
    modules = {entry.name for entry in SHELVES.iterdir() if entry.name.endswith(".py")} - {"__init__.py", "problems.py"}

    assert modules - CODE == set()
