"""The one function that calls the others: from responses to a result.

Responses become respondents, respondents windows; privacy decides what may be used; the windows give the continuum, the
learning orders, the congruence and the lenses; and all of these the advice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scoring.advice import Advice, advise
from scoring.congruence import Congruence, compare_windows
from scoring.continuum import Continuum, place
from scoring.learning import Learning, learn
from scoring.lenses import Lenses, look
from scoring.privacy import minima
from scoring.types import MODELS, Instrument, Response
from scoring.windows import Panel, build_panel


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that is computed from a scan. `panels` holds all windows; only shown ones have anything in them."""

    instrument: Instrument
    ambition: int | None
    panels: tuple[Panel, ...]
    continuum: Continuum
    learning: Learning
    congruence: Congruence
    lenses: Lenses
    advice: tuple[Advice, ...]


def score_scan(
    instrument: Instrument,
    responses: Sequence[Response],
    minimum: Mapping[str, int] | None = None,
    ambition: int | None = None,
) -> Result:
    """Score a scan.

    `responses` must fit the instrument (`read_scan` sees to that); `minimum` sets the minimum group size per window
    within what is allowed and raises `ValueError` otherwise; `ambition` is a model 1..7 or None.
    """
    if ambition is not None and ambition not in MODELS:
        raise ValueError(f"ambition {ambition} is not a model 1..7")
    panels = build_panels(instrument, responses, minimum)
    continuum = place(instrument, panels, ambition)
    learning = learn(instrument, panels)
    return Result(
        instrument=instrument,
        ambition=ambition,
        panels=panels,
        continuum=continuum,
        learning=learning,
        congruence=compare_windows(instrument, panels),
        lenses=look(instrument, panels),
        advice=advise(instrument, panels, continuum, learning, ambition),
    )


def build_panels(
    instrument: Instrument, responses: Sequence[Response], minimum: Mapping[str, int] | None = None
) -> tuple[Panel, ...]:
    """The panel of every window, in the order of the instrument."""
    in_force = minima(minimum)
    return tuple(
        build_panel(instrument, window, [r for r in responses if r.window == window.id], in_force[window.id])
        for window in instrument.windows
    )
