"""From what a file holds to its model, with every mistake of shape said in Dutch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from questionnaires.problems import ContentError, Problem
from questionnaires.schema import Id, SourceLine

Model = TypeVar("Model", bound=BaseModel)

MESSAGES = {
    "missing": "ontbreekt",
    "extra_forbidden": "is geen bekende sleutel (een tikfout?)",
    "string_type": "moet tekst zijn; zet er aanhalingstekens om",
    "string_too_short": "mag niet leeg zijn",
    "int_type": "moet een geheel getal zijn, zonder aanhalingstekens",
    "float_type": "moet een getal zijn, zonder aanhalingstekens en met een decimale punt",
    "tuple_type": "moet een lijst zijn",
    "dict_type": "moet bestaan uit sleutels met een waarde",
    "model_type": "moet bestaan uit sleutels met een waarde",
    "literal_error": "moet een van deze waarden zijn: {expected}",
    "greater_than": "moet groter zijn dan {gt:g}",
    "greater_than_equal": "mag niet kleiner zijn dan {ge:g}",
    "less_than_equal": "mag niet groter zijn dan {le:g}",
    "too_short": "moet ten minste {min_length} onderdelen hebben en heeft er {actual_length}",
    "too_long": "mag hoogstens {max_length} onderdelen hebben",
    "string_pattern_mismatch": "heeft niet de vorm die hier hoort: {pattern}",
}
"""Dutch words for the kinds of error that the models of `schema/` can give; the rest keeps its own words."""


FORMS = {
    get_args(Id)[1].pattern: "kleine letters en cijfers, met lage streepjes ertussen",
    get_args(SourceLine)[1].pattern: "een bron met een regel of een reeks regels, zoals A:834 of A:243-251",
}
"""The two patterns that authors meet most, in words."""


def shaped(model: type[Model], data: object, file: str) -> Model:
    """The data of one file as its model.

    Types are strict: text that looks like a number is not a number and `true` is not 1. Raises `ContentError` with
    every mistake in the file.
    """
    try:
        return model.model_validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        raise ContentError(_problem(detail, data, file) for detail in error.errors()) from error


def _problem(detail: ErrorDetails, data: object, file: str) -> Problem:
    template = MESSAGES.get(detail["type"], detail["msg"])
    context = dict(detail.get("ctx", {}))
    if "pattern" in context:
        context["pattern"] = FORMS.get(context["pattern"], context["pattern"])
    message = template.format(**context).replace("'", "").replace(" or ", " of ")
    return Problem(file, place_of(data, [step for step in detail["loc"] if step != "[key]"]), message)


def place_of(data: Any, steps: Sequence[int | str]) -> str:
    """The place in a file as an author knows it: from the last id on, and a list counts from 1.

    >>> place_of({"items": [{"id": "pro_visie_1", "anchors": ["a", "b"]}]}, ("items", 0, "anchors", 1))
    'pro_visie_1.anchors.2'
    """
    parts: list[str] = []
    for step in steps:
        data = _step_into(data, step)
        name = data.get("id", data.get("code")) if isinstance(data, dict) else None
        if isinstance(step, int) and isinstance(name, str):
            parts = [name]
        else:
            parts.append(str(step + 1) if isinstance(step, int) else step)
    return ".".join(parts)


def _step_into(data: Any, step: int | str) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None
