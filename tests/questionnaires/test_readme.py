"""The author's manual explains everything that an author can write."""

from __future__ import annotations

import re
from typing import Any

import pytest

from questionnaires import schema
from questionnaires.assembly import COMPARABILITY, PARTS, draft_of
from questionnaires.checks import find_problems, find_problems_between
from questionnaires.edition import Draft
from questionnaires.golden import GoldenCase
from questionnaires.library import SHELVES
from questionnaires.loader import read_yaml
from questionnaires.succession import Succession
from tests.questionnaires.changes import changed
from tests.questionnaires.next_edition import renamed

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
    assert {*(path for path, _ in PARTS.values()), COMPARABILITY} - CODE == set()


def test_every_module_is_named():
    modules = {entry.name for entry in SHELVES.iterdir() if entry.name.endswith(".py")} - {"__init__.py", "problems.py"}

    assert modules - CODE == set()


def test_the_example_of_comparability_is_right_for_what_it_describes(files: dict[str, Any], draft: Draft):
    example = re.search(r"```yaml\n(earlier_editions:.*?)```", MANUAL, re.DOTALL)
    assert example
    anchors = [
        f"Dit gebeurt in onze gemeente naar mijn beste weten {how}." for how in ("nooit", "soms", "geregeld", "vaak")
    ]
    told = {"items.bel_ruimte_3.anchors": [*anchors, "Dit gebeurt in onze gemeente naar mijn beste weten altijd."]}
    later = changed(
        files,
        {
            "change": {"edition.yaml": {"id": "integraal-werken/2027.1"}, "windows/beleid/bel_ruimte.yaml": told},
            "remove": {"windows/organisatie/org_project.yaml": ["items.org_project_2"]},
        },
    )
    later = renamed(later, {"org_project_3": "org_project_2", "uwv": "uwv_werkbedrijf"})
    for advice in later["recommendations.yaml"]["recommendations"]:
        if advice["id"] == "R15":
            advice["triggers"] = [{"kind": "item", "id": "org_project_1"}]
    new = draft_of(later | {COMPARABILITY: read_yaml(example[1].encode(), COMPARABILITY)})
    assert new.comparability

    between = Succession(draft, new, new.comparability.earlier_editions[0])

    assert [str(problem) for problem in (*find_problems(new), *find_problems_between(between))] == []
