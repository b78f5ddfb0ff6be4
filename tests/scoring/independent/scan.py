"""From an input document to an output document.

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

from typing import Any

from tests.scoring.independent.advice import advice
from tests.scoring.independent.congruence import congruence, lenses
from tests.scoring.independent.data import EDITION, METHOD, WINDOWS
from tests.scoring.independent.intake import Refused, check
from tests.scoring.independent.municipality import continuum, learning
from tests.scoring.independent.window import read_window, window_output


def score(document: Any) -> dict[str, Any]:
    """The result of an input document, without the sentences of the advice; raises `Refused`."""
    places = check(document)
    if places:
        raise Refused(places)
    ambition = None if document.get("ambition") is None else int(document["ambition"])
    data = {w: read_window(document, w) for w in WINDOWS}
    where, learned = continuum(data, ambition), learning(data)
    return {
        "edition": document.get("edition", EDITION),
        "method": METHOD,
        "ambition": ambition,
        "windows": {w: window_output(data[w]) for w in WINDOWS},
        "continuum": where,
        "learning": learned,
        "congruence": congruence(data),
        "lenses": lenses(data),
        "advice": advice(data, where, learned["indicators"], ambition),
    }
