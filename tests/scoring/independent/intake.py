"""What may come in, and what is refused (the input format; rulings 2, 22, 43 to 46, 72).

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

import json
import math
from typing import Any

from tests.scoring.independent.data import BARRIERS, EDITION, FORMAT, ROLES, UNSCORED, WINDOW_OF, WINDOWS

Place = tuple[int | None, str | None]


class Refused(Exception):  # noqa: N818 - it holds problems and is named for what happened
    """The input does not fit; `places` holds (index of the response or None, item or None) of every problem."""

    def __init__(self, places: list[Place]) -> None:
        super().__init__(f"{len(places)} problem(s): {places}")
        self.places = places


def parse(text: str) -> Any:
    """JSON text as Python values; refuses double keys, NaN and Infinity (ruling 45) and what is not JSON."""

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        if len({key for key, _ in items}) < len(items):
            raise Refused([(None, None)])
        return dict(items)

    def constant(_name: str) -> float:
        raise Refused([(None, None)])

    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except (ValueError, RecursionError) as error:
        raise Refused([(None, None)]) from error


def is_number(value: Any) -> bool:
    """A finite number, not a boolean."""
    return not isinstance(value, bool) and (
        isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))
    )


def is_whole(value: Any) -> bool:
    """A number without a fraction, however it is written."""
    return is_number(value) and value == int(value)


def option(kind: str, value: Any) -> float | None:
    """The exact option that a number stands for, or None."""
    if not is_number(value) or not -1 < value < 2:
        return None
    if kind == "FREQ4":
        return next((step for step in (0.0, 1 / 3, 2 / 3, 1.0) if abs(value - step) <= 1e-6 + 1e-15), None)
    return float(value) if value in (0, 0.25, 0.5, 0.75, 1) else None


def fits(window: str, item: str, value: Any) -> bool:
    """Whether the answer fits the item, and the item the window."""
    if item in UNSCORED[window]:
        if UNSCORED[window][item] == "KEUZE7":
            return is_whole(value) and 1 <= value <= 7
        return is_barriers(value)
    if WINDOW_OF.get(item) != window:
        return False
    if isinstance(value, str):
        return value == "wn" or (value == "nvt" and window == "inwoner")
    return option(FORMAT[item], value) is not None


def is_barriers(value: Any) -> bool:
    """At most three known barriers, each once."""
    if not isinstance(value, list) or any(not isinstance(v, str) or v not in BARRIERS for v in value):
        return False
    return len(value) <= 3 and len(set(value)) == len(value)


def minimum_fits(window: str, k: Any) -> bool:
    """What ruling 22 allows."""
    if not is_whole(k) or window not in WINDOWS:
        return False
    if window == "inwoner":
        return bool(k >= 5)
    return k in ((3, 5) if window == "professional" else (1, 3, 5))


def check(document: Any) -> list[Place]:
    """The places of all problems of an input document."""
    if not isinstance(document, dict):
        return [(None, None)]
    whole: list[Place] = [(None, None)]
    places = whole * any(key not in ("edition", "ambition", "minimum", "responses") for key in document)
    places += whole * (document.get("edition", EDITION) != EDITION)
    ambition = document.get("ambition")
    places += whole * (ambition is not None and not (is_whole(ambition) and 1 <= ambition <= 7))
    minimum = document.get("minimum", {})
    places += whole * (not isinstance(minimum, dict) or not all(minimum_fits(w, k) for w, k in minimum.items()))
    responses = document.get("responses")
    if not isinstance(responses, list):
        return places + whole
    return places + [place for index, response in enumerate(responses) for place in check_response(index, response)]


def check_response(index: int, response: Any) -> list[Place]:
    """The places of all problems of one response."""
    here: list[Place] = [(index, None)]
    if not isinstance(response, dict):
        return here
    participants = response.get("participants", 1)
    places = here * any(key not in ("window", "role", "participants", "answers") for key in response)
    places += here * (not (is_whole(participants) and participants >= 1))
    window, role, answers = (response.get(key) for key in ("window", "role", "answers"))
    if not isinstance(window, str) or window not in WINDOWS:
        return places + here
    places += here * (not isinstance(role, str) or role not in ROLES[window])
    if not isinstance(answers, dict):
        return places + here
    return places + [(index, item) for item, value in answers.items() if not fits(window, item, value)]
