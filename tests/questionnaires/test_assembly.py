"""Which files an edition has, and what of them is frozen."""

from __future__ import annotations

from typing import Any

import pytest

from questionnaires.assembly import PARTS, draft_of, fingerprint
from questionnaires.edition import Draft
from questionnaires.problems import ContentError, Problem
from tests.questionnaires.changes import changed


def problems_of(files: dict[str, Any], *unreadable: Problem) -> list[str]:
    with pytest.raises(ContentError) as error:
        draft_of(files, unreadable)
    return [str(problem) for problem in error.value.problems]


FIXED = [path for path, _ in PARTS.values() if path != "edition.yaml"]


@pytest.mark.parametrize("path", [*FIXED, "windows/beleid/window.yaml", "windows/beleid/bel_visie.yaml"])
def test_a_file_that_is_missing_is_a_problem(path: str, files: dict[str, Any]):
    assert problems_of({name: data for name, data in files.items() if name != path}) == [
        f"{path}: dit bestand ontbreekt"
    ]


def test_without_edition_yaml_the_windows_are_not_judged(files: dict[str, Any]):
    assert problems_of({name: data for name, data in files.items() if name != "edition.yaml"}) == [
        "edition.yaml: dit bestand ontbreekt"
    ]


@pytest.mark.parametrize("path", ["extra.yaml", "windows/beleid/bel_extra.yaml", "windows/beleid/diep/bel_visie.yaml"])
def test_a_file_that_does_not_belong_is_a_problem(path: str, files: dict[str, Any]):
    extra = {**files, path: files["windows/beleid/bel_visie.yaml"]}

    assert problems_of(extra) == [
        f"{path}: dit bestand hoort niet bij de editie; een dimensie moet in edition.yaml staan"
    ]


def test_a_file_that_could_not_be_read_is_not_called_missing(files: dict[str, Any]):
    rest = {name: data for name, data in files.items() if name != "roles.yaml"}

    assert problems_of(rest, Problem("roles.yaml", "", "is leeg")) == ["roles.yaml: is leeg"]


def test_mistakes_in_several_files_come_together(files: dict[str, Any]):
    broken = changed(files, {"change": {"roles.yaml": {"roles": []}, "barriers.yaml": {"at_most": 0}}})
    del broken["lenses.yaml"]

    assert problems_of(broken) == [
        "barriers.yaml · at_most: mag niet kleiner zijn dan 1",
        "lenses.yaml: dit bestand ontbreekt",
        "roles.yaml · roles: moet bestaan uit sleutels met een waarde",
    ]


def test_windows_and_dimensions_stand_in_the_order_of_the_edition(draft: Draft):
    assert tuple(draft.windows) == tuple(window.id for window in draft.file.windows)
    assert tuple(draft.dimensions) == tuple(name for window in draft.file.windows for name in window.dimensions)


def test_every_text_and_number_is_in_the_fingerprint(files: dict[str, Any]):
    for change in ({"barriers.yaml": {"at_most": 2}}, {"windows/beleid/bel_visie.yaml": {"label": "Visie"}}):
        assert fingerprint(changed(files, {"change": change})) != fingerprint(files)


def test_the_order_of_questions_is_in_the_fingerprint(files: dict[str, Any]):
    items = files["windows/beleid/bel_visie.yaml"]["items"]
    swapped = changed(files, {"change": {"windows/beleid/bel_visie.yaml": {"items": list(reversed(items))}}})

    assert fingerprint(swapped) != fingerprint(files)


def test_the_order_in_which_files_are_read_is_not_in_the_fingerprint(files: dict[str, Any]):
    assert fingerprint(dict(reversed(files.items()))) == fingerprint(files)
