"""Source lines: every one points into a source of this edition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from questionnaires.edition import Draft
from questionnaires.problems import Problem
from questionnaires.schema import Content


def check_source_lines_exist(draft: Draft) -> Iterator[Problem]:
    """`A:248` and `A:243-251` name a source that the edition lists, and lines that it has."""
    lengths = {source.key: source.lines for source in draft.file.sources}
    for file, model in draft.models.items():
        for place, line in _source_lines(model, ""):
            key, _, numbers = line.partition(":")
            first, _, last = numbers.partition("-")
            if key not in lengths:
                yield Problem(file, place, f"bron {key} van {line} staat niet in edition.yaml")
            elif int(first) < 1 or (last and int(last) <= int(first)) or int(last or first) > lengths[key]:
                yield Problem(file, place, f"{line} is geen regel of reeks regels van bron {key}")


def _source_lines(value: Any, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Content):
        name = getattr(value, "id", None)
        inner = name if isinstance(name, str) else place
        for key in type(value).model_fields:
            part = getattr(value, key)
            if key == "sources":
                yield from ((f"{inner}.sources".lstrip("."), line) for line in part if isinstance(line, str))
            yield from _source_lines(part, inner)
    elif isinstance(value, tuple):
        for one in value:
            yield from _source_lines(one, place)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _source_lines(one, place)
