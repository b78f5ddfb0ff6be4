"""What is kept of a result and shown to others than those who hold the answers: the frozen record.

It is the result document with the insight beside it, with the numbers of protected windows as finely as others may read
them (`scoring.fineness`), less one thing. The interval of the position and those of the
learning orders rest on respondents who have a position or an order score of their own. In a shown window these can be
fewer than its minimum, and then the standard error, with its degrees of freedom, tells how far two or three people are
apart. Whoever holds the answers may know that; a record that others read gives no such interval.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from scoring.continuum import own_position_in
from scoring.document import result_document
from scoring.fineness import Fineness
from scoring.insight import build_insight
from scoring.learning import own_order_score
from scoring.result import Result
from scoring.windows import Panel, ValueOf

NO_INTERVAL = dict.fromkeys(("low", "high", "standard_error", "degrees_of_freedom"))


def frozen_record(result: Result) -> dict[str, Any]:
    """The record of a result: `{"result": ..., "insight": ...}`, ready to be stored and read by others."""
    document = result_document(result)
    weights = result.instrument.feature_window_weights
    casework = [panel for panel in result.panels if panel.window.id in weights]
    if any(_rests_on_few(panel, own_position_in(panel)) for panel in casework):
        document["continuum"] |= NO_INTERVAL | {"plausible": None}
        if result.continuum.projection is not None:
            document["continuum"]["certainty"] = "laag"
    for order in result.instrument.orders:
        if any(_rests_on_few(panel, own_order_score(panel, order)) for panel in result.panels):
            document["learning"]["orders"][str(order.number)] |= NO_INTERVAL
    Fineness(result).coarsen(document)
    return {"result": document, "insight": build_insight(result)}


def _rests_on_few(panel: Panel, value_of: ValueOf) -> bool:
    """Whether somebody in the panel has such a value, but fewer than its minimum; counts no further than that."""
    having = (respondent for respondent in panel.respondents if value_of(respondent) is not None)
    return 0 < sum(1 for _ in islice(having, panel.k)) < panel.k
