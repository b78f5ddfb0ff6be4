"""Scoring: a pure library that turns responses into a result. Only the standard library, no I/O, no clock, no chance.

The front door: `score_scan` computes a result, `result_document` writes it down in the exchange format, `read_scan`
reads what comes in, `compare_results` lays two results side by side, and `frozen_record` is what is kept and shown,
of which `result_outline` is what a comparison reads. `under_edition` writes a result of an earlier edition as one of a
later, so that they can be compared.
`frozen_measurement` and `record_under` keep it for every ambition that may be chosen later.
"""

from __future__ import annotations

from scoring.advice import Advice, advise
from scoring.change import compare_results
from scoring.comparable import check_result
from scoring.continuum import missing
from scoring.document import result_document
from scoring.editions import under_edition
from scoring.insight import build_insight
from scoring.intake import InputProblems, Problem, parse_csv, parse_json, read_answer, read_scan, shown
from scoring.mapping import EditionMapping
from scoring.measurement import frozen_measurement, record_under
from scoring.method import METHOD_VERSION, MINIMUM_CHOICES, MINIMUM_DEFAULT
from scoring.outline import result_outline
from scoring.privacy import allowed_minimum
from scoring.record import frozen_record
from scoring.result import Result, build_panels, score_scan
from scoring.types import (
    Answer,
    Feature,
    Instrument,
    Item,
    Mirror,
    Motivation,
    Network,
    Order,
    Pair,
    Recommendation,
    Response,
    Scan,
    Steering,
    Trigger,
    Window,
)

__all__ = [
    "METHOD_VERSION",
    "MINIMUM_CHOICES",
    "MINIMUM_DEFAULT",
    "Advice",
    "Answer",
    "EditionMapping",
    "Feature",
    "InputProblems",
    "Instrument",
    "Item",
    "Mirror",
    "Motivation",
    "Network",
    "Order",
    "Pair",
    "Problem",
    "Recommendation",
    "Response",
    "Result",
    "Scan",
    "Steering",
    "Trigger",
    "Window",
    "advise",
    "allowed_minimum",
    "build_insight",
    "build_panels",
    "check_result",
    "compare_results",
    "frozen_measurement",
    "frozen_record",
    "missing",
    "parse_csv",
    "parse_json",
    "read_answer",
    "read_scan",
    "record_under",
    "result_document",
    "result_outline",
    "score_scan",
    "shown",
    "under_edition",
]
