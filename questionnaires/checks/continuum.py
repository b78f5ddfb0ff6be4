"""The two scales: models, features and matrix E; learning orders and indicators; their weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import isclose

from questionnaires.checks.questions import items_with_files
from questionnaires.edition import Draft
from questionnaires.problems import Problem
from questionnaires.schema import WindowId
from scoring import METHOD_VERSION

CONTINUUM, LEARNING = "continuum.yaml", "learning-orders.yaml"
SUM_OF_WEIGHTS = 13
"""Σw of section 3.2: similarity, residual and coverage were set against it."""
FEATURE_WINDOWS: tuple[WindowId, ...] = ("professional", "organisatie")
"""The windows that are asked about every feature, so that either one alone gives a position (section 5.3)."""


def check_the_method_is_the_one_that_computes(draft: Draft) -> Iterator[Problem]:
    """The edition names the version of the method that this version of the scoring carries out."""
    if draft.file.method != METHOD_VERSION:
        yield Problem(
            "edition.yaml", "method", f"{draft.file.method} kan niet worden berekend; dit is {METHOD_VERSION}"
        )


def check_there_are_seven_models(draft: Draft) -> Iterator[Problem]:
    """Models 1 to 7 stand in order; their core features exist, and none is core of two models."""
    if [model.number for model in draft.continuum.models] != list(range(1, 8)):
        yield Problem(CONTINUUM, "models", "moeten de nummers 1 tot en met 7 hebben, in volgorde")
    features = {feature.id for feature in draft.continuum.features}
    seen: set[str] = set()
    for model in draft.continuum.models:
        for feature in model.core_features:
            if feature not in features:
                yield Problem(CONTINUUM, model.id, f"kernkenmerk {feature} bestaat niet")
            elif feature in seen:
                yield Problem(CONTINUUM, model.id, f"kernkenmerk {feature} hoort al bij een lichter model")
            seen.add(feature)


def check_rows_of_e_never_fall(draft: Draft) -> Iterator[Problem]:
    """Only while every row rises or stays is the position monotone: a better answer never lowers it (section 3.4)."""
    for feature in draft.continuum.features:
        for model, (left, right) in enumerate(pairwise(feature.expected), start=1):
            if right < left:
                yield Problem(CONTINUUM, f"{feature.id}.expected", f"daalt van model {model} naar model {model + 1}")


def check_rows_of_e_are_answer_steps(draft: Draft) -> Iterator[Problem]:
    """Every expected level is one of the five answers, so that a pure profile can be answered."""
    for feature in draft.continuum.features:
        if any((value * 4) % 1 for value in feature.expected):
            yield Problem(CONTINUUM, f"{feature.id}.expected", "mag alleen 0, 0.25, 0.5, 0.75 en 1 bevatten")


def check_weights_add_up(draft: Draft) -> Iterator[Problem]:
    """The weights of the features add up to 13 (section 3.2), those of the windows to 1 (sections 4.3, 5.3)."""
    total = sum(feature.weight for feature in draft.continuum.features)
    if not isclose(total, SUM_OF_WEIGHTS):
        yield Problem(CONTINUUM, "features", f"de gewichten zijn samen {total:g} en moeten {SUM_OF_WEIGHTS} zijn")
    for file, weights in ((CONTINUUM, draft.continuum.window_weights), (LEARNING, draft.learning.window_weights)):
        total = sum(weights.values())
        if not isclose(total, 1):
            yield Problem(file, "window_weights", f"de gewichten zijn samen {total:g} en moeten 1 zijn")


def check_features_are_measured(draft: Draft) -> Iterator[Problem]:
    """Every feature is asked in professional and organisatie; every question names a feature that exists."""
    features = [feature.id for feature in draft.continuum.features]
    for file, item in items_with_files(draft):
        if item.feature and item.feature not in features:
            yield Problem(file, item.id, f"kenmerk {item.feature} bestaat niet")
    for window in FEATURE_WINDOWS:
        asked = {item.feature for item in draft.items_of(window)}
        for feature in features:
            if feature not in asked:
                yield Problem(CONTINUUM, feature, f"wordt in venster {window} niet gevraagd")


def check_indicators_are_measured(draft: Draft) -> Iterator[Problem]:
    """Every learning indicator is asked somewhere; every question names an indicator that exists."""
    indicators = [one.id for order in draft.learning.orders for one in order.indicators]
    for file, item in items_with_files(draft):
        if item.indicator and item.indicator not in indicators:
            yield Problem(file, item.id, f"indicator {item.indicator} bestaat niet")
    asked = {item.indicator for item in draft.items.values()}
    for indicator in indicators:
        if indicator not in asked:
            yield Problem(LEARNING, indicator, "wordt in geen enkel venster gevraagd")


def check_windows_weigh_where_they_are_asked(draft: Draft) -> Iterator[Problem]:
    """A window has a weight exactly when it has questions that the weight is about."""
    with_feature = {draft.window_of(item.id) for item in draft.items.values() if item.feature}
    with_indicator = {draft.window_of(item.id) for item in draft.items.values() if item.indicator}
    yield from _weights(CONTINUUM, draft.continuum.window_weights, with_feature, "kenmerken")
    yield from _weights(LEARNING, draft.learning.window_weights, with_indicator, "indicatoren")


def _weights(file: str, weights: Mapping[WindowId, float], asked: Iterable[WindowId], what: str) -> Iterator[Problem]:
    for window in sorted(set(asked) - weights.keys()):
        yield Problem(file, f"window_weights.{window}", f"ontbreekt: dit venster heeft vragen over {what}")
    for window in sorted(weights.keys() - set(asked)):
        yield Problem(file, f"window_weights.{window}", f"telt niet mee: dit venster heeft geen vragen over {what}")


def check_there_are_three_learning_orders(draft: Draft) -> Iterator[Problem]:
    """Orders 1 to 3 stand in order, each with its indicators."""
    if [order.number for order in draft.learning.orders] != [1, 2, 3]:
        yield Problem(LEARNING, "orders", "moeten de nummers 1, 2 en 3 hebben, in volgorde")
    for order in draft.learning.orders:
        if not order.indicators:
            yield Problem(LEARNING, f"orders.{order.number}", "heeft geen indicatoren")
