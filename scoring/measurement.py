"""What is measured, frozen for every ambition: all that a record can ever be made of once the answers are gone.

An ambition is chosen when the result is known, and may be chosen anew years later. It changes nothing of what was
measured, only how far the position is from it, what is missing for it, and the advice. Computing these anew would ask
for unrounded values per question, which may not be kept (ruling 75). So they are computed when the scan is closed, for
each of the seven ambitions, and kept beside the record without one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from scoring.advice import advise
from scoring.continuum import aimed_at
from scoring.document import result_document
from scoring.fineness import Fineness
from scoring.record import frozen_record
from scoring.result import Result, score_scan
from scoring.types import MODELS, Instrument, Response


def frozen_measurement(
    instrument: Instrument, responses: Sequence[Response], minimum: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """The measurement of a scan, ready to be stored as JSON and read by others.

    `record` is the frozen record without an ambition; `ambitions` holds, for each model as text `"1"` to `"7"`, what
    is different under it: `gap_to_ambition`, `missing` and `advice`. Raises `ValueError` like `score_scan`.
    """
    result = score_scan(instrument, responses, minimum)
    return {
        "record": frozen_record(result),
        "ambitions": {str(ambition): _under(result, ambition) for ambition in MODELS},
    }


def _under(result: Result, ambition: int) -> dict[str, Any]:
    """What the document says under this ambition and not, or differently, without one; what was measured stays."""
    continuum = aimed_at(result.instrument, result.continuum, ambition)
    advice = advise(result.instrument, result.panels, continuum, result.learning, ambition)
    aimed = replace(result, ambition=ambition, continuum=continuum, advice=advice)
    document, fineness = result_document(aimed), Fineness(aimed)
    fineness.coarsen_missing(document["continuum"]["missing"]["ambition"])
    fineness.coarsen_advice(document["advice"])
    return {
        "gap_to_ambition": document["continuum"]["gap_to_ambition"],
        "missing": document["continuum"]["missing"]["ambition"],
        "advice": document["advice"],
    }


def record_under(measurement: Mapping[str, Any], ambition: int | None) -> dict[str, Any]:
    """The frozen record of a measurement under an ambition, a model 1..7 or None.

    It is exactly what `frozen_record(score_scan(..., ambition))` gave when the answers were still there. The
    measurement itself is not changed. Raises `ValueError` for an ambition that is not a model.
    """
    record: dict[str, Any] = measurement["record"]
    if ambition is None:
        return record
    if ambition not in MODELS:
        raise ValueError(f"ambition {ambition} is not a model 1..7")
    differs, document = measurement["ambitions"][str(ambition)], record["result"]
    continuum = document["continuum"] | {
        "gap_to_ambition": differs["gap_to_ambition"],
        "missing": document["continuum"]["missing"] | {"ambition": differs["missing"]},
    }
    return record | {"result": document | {"ambition": ambition, "continuum": continuum, "advice": differs["advice"]}}
