"""Scoring: a pure library that turns responses into a result. Only the standard library, no I/O, no clock, no chance.

The front door: `score_scan` computes a result, `result_document` writes it down in the exchange format, `read_scan`
reads what comes in, `compare_results` lays two results side by side, and `frozen_record` is what is kept and shown.
"""

from __future__ import annotations

from scoring.advice import Advice, advise
from scoring.change import compare_results
from scoring.comparable import check_result
from scoring.document import result_document
from scoring.insight import build_insight
from scoring.intake import InputProblems, Problem, parse_csv, parse_json, read_answer, read_scan, shown
from scoring.method import METHOD_VERSION, MINIMUM_DEFAULT
from scoring.record import frozen_record
from scoring.result import Result, score_scan
from scoring.types import (
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
    "MINIMUM_DEFAULT",
    "Advice",
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
    "build_insight",
    "check_result",
    "compare_results",
    "frozen_record",
    "parse_csv",
    "parse_json",
    "read_answer",
    "read_scan",
    "result_document",
    "score_scan",
    "shown",
]
