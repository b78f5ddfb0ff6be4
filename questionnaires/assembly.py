"""From files to a draft: which files an edition has, and each in its own shape."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from questionnaires import schema
from questionnaires.edition import Draft
from questionnaires.problems import ContentError, Problem
from questionnaires.shape import shaped

PARTS: Mapping[str, tuple[str, type[schema.Content]]] = {
    "file": ("edition.yaml", schema.EditionFile),
    "roles": ("roles.yaml", schema.RolesFile),
    "scales": ("scales.yaml", schema.ScalesFile),
    "anchors": ("anchors.yaml", schema.AnchorsFile),
    "portraits": ("portraits.yaml", schema.PortraitsFile),
    "barriers": ("barriers.yaml", schema.BarriersFile),
    "continuum": ("continuum.yaml", schema.ContinuumFile),
    "learning": ("learning-orders.yaml", schema.LearningOrdersFile),
    "mirrors": ("mirrors.yaml", schema.MirrorsFile),
    "lenses": ("lenses.yaml", schema.LensesFile),
    "recommendations": ("recommendations.yaml", schema.RecommendationsFile),
    "development_tasks": ("development-tasks.yaml", schema.DevelopmentTasksFile),
    "practice_examples": ("practice-examples.yaml", schema.PracticeExamplesFile),
    "suggestions": ("suggestions.yaml", schema.SuggestionsFile),
}
"""The files that every edition has, beside its windows, by the name that they have in `Draft`."""
COMPARABILITY = "comparability.yaml"
"""The file that an edition has which may be compared with earlier ones."""


def draft_of(files: Mapping[str, Any], unreadable: Sequence[Problem] = ()) -> Draft:
    """The files of an edition, by path, as a draft.

    Raises `ContentError` with every file that is missing, unknown or has the wrong shape, and with the problems of the
    files that could not be read.
    """
    models, problems = _models(files)
    problems += unreadable
    problems += _wrong_set({*files, *(problem.file for problem in unreadable)}, models.get("edition.yaml"))
    if problems:
        raise ContentError(problems)
    parts: dict[str, Any] = {name: models[path] for name, (path, _) in PARTS.items()}
    windows: tuple[schema.WindowOrder, ...] = parts["file"].windows
    return Draft(
        **parts,
        windows={window.id: models[_window_path(window)] for window in windows},
        dimensions={name: models[path] for window in windows for name, path in _dimension_paths(window).items()},
        comparability=models.get(COMPARABILITY),
        models=models,
        hash=fingerprint(files),
    )


def fingerprint(files: Mapping[str, Any]) -> str:
    """SHA-256 of what the files hold: texts, structure and scoring, but not comments or the way lines are broken."""
    canonical = json.dumps(dict(sorted(files.items())), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _models(files: Mapping[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    models: dict[str, Any] = {}
    problems: list[Problem] = []
    for path, data in files.items():
        if (model := _model_of(path)) is None:
            continue
        try:
            models[path] = shaped(model, data, path)
        except ContentError as error:
            problems += error.problems
    return models, problems


def _model_of(path: str) -> type[schema.Content] | None:
    if path == COMPARABILITY:
        return schema.ComparabilityFile
    for name, model in PARTS.values():
        if path == name:
            return model
    if not re.fullmatch(r"windows/[^/]+/[^/]+\.yaml", path):
        return None
    return schema.WindowFile if path.endswith("/window.yaml") else schema.DimensionFile


def _window_path(window: schema.WindowOrder) -> str:
    return f"windows/{window.id}/window.yaml"


def _dimension_paths(window: schema.WindowOrder) -> dict[str, str]:
    return {dimension: f"windows/{window.id}/{dimension}.yaml" for dimension in window.dimensions}


def _wrong_set(present: set[str], edition: schema.EditionFile | None) -> list[Problem]:
    """Files that are missing or unknown; which windows belong is only known when `edition.yaml` itself is right."""
    expected = {path for path, _ in PARTS.values()}
    if edition:
        for window in edition.windows:
            expected |= {_window_path(window), *_dimension_paths(window).values()}
    else:
        expected |= {path for path in present if path.startswith("windows/")}
    missing = [Problem(path, "", "dit bestand ontbreekt") for path in expected - present]
    unknown = [
        Problem(path, "", "dit bestand hoort niet bij de editie; een dimensie moet in edition.yaml staan")
        for path in present - expected - {COMPARABILITY}
        if path.endswith(".yaml")
    ]
    return missing + unknown
