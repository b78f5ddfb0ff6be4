"""A broken edition is a good edition with one small change."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

NAMES = ("id", "code", "key", "number", "model")


def changed(files: Mapping[str, Any], case: Mapping[str, Any]) -> dict[str, Any]:
    """The files after the change of a case.

    `without`: a folder that is left out; `rename`: files with their new path; `change`: per file a path and its new
    value; `remove`: per file the paths that are taken out. A path goes through keys with dots between them; in a list a
    step is the name of an element or its place, from 1.
    """
    left_out = case.get("without")
    renamed = case.get("rename", {})
    result = {
        renamed.get(file, file): deepcopy(data)
        for file, data in files.items()
        if not (left_out and file.startswith(left_out))
    }
    for file, values in case.get("change", {}).items():
        for path, value in values.items():
            holder, step = _found(result[file], path)
            holder[step] = value
    for file, paths in case.get("remove", {}).items():
        for path in paths:
            holder, step = _found(result[file], path)
            del holder[step]
    return result


def _found(value: Any, path: str) -> tuple[Any, Any]:
    *way, last = path.split(".")
    for step in way:
        value = value[_step_in(value, step)]
    return value, _step_in(value, last)


def _step_in(holder: Any, step: str) -> Any:
    if isinstance(holder, dict):
        return step
    for place, element in enumerate(holder):
        if isinstance(element, dict) and step in (str(element.get(name)) for name in NAMES):
            return place
    return int(step) - 1
