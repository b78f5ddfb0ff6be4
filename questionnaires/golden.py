"""Golden cases: these answers, this outcome. A domain expert can write and sign one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from questionnaires.problems import ContentError, Problem
from questionnaires.schema import Content, ModelNumber, Text, WindowId
from questionnaires.shape import shaped


class GoldenCase(Content):
    """One case: the input of `vensterscan score` and the part of its result that must come out.

    `responses` and `expect` are in the result format; `expect` needs to hold only what the case is about. Numbers may
    differ by `tolerance`, so that they can be written rounded.
    """

    name: Text
    source: Text  # where the expectation comes from
    ambition: ModelNumber | None = None
    minimum: dict[WindowId, int] | None = None
    tolerance: Annotated[float, Field(gt=0, le=0.1)] = 0.001
    responses: Annotated[tuple[dict[str, Any], ...], Field(min_length=1)]
    expect: Annotated[dict[str, Any], Field(min_length=1)]


def golden_cases(files: Mapping[str, Any], unreadable: Sequence[Problem] = ()) -> dict[str, GoldenCase]:
    """The golden cases by path; raises `ContentError` with everything that could not be read or has the wrong shape."""
    cases: dict[str, GoldenCase] = {}
    problems = list(unreadable)
    for path, data in files.items():
        try:
            cases[path] = shaped(GoldenCase, data, path)
        except ContentError as error:
            problems += error.problems
    if problems:
        raise ContentError(problems)
    return cases
