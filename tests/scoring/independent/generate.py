"""Random scans that visit the edges of the method, and scans in which something does not fit."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from tests.scoring.independent.data import (
    BARRIERS,
    DEFAULT_MINIMUM,
    EDITION,
    FEATURE_ITEM,
    FEATURES,
    FORMAT,
    INDICATOR_ITEM,
    INDICATORS,
    ITEMS,
    ORDERS,
    ROLES,
    UNSCORED,
    WINDOWS,
    E,
)

Document = dict[str, Any]
MINIMA = {"inwoner": [5, 6, 8], "professional": [3, 5], "organisatie": [1, 3, 5], "beleid": [1, 3, 5]}


class Municipality:
    """What a municipality is like, so that its answers hang together: levels around which people answer."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        position = rng.choice([rng.uniform(1, 7), float(rng.randint(1, 7)), rng.uniform(1, 7)])
        noise = rng.choice([0, 0.05, 0.15, 0.3, 0.5])
        self.profile = {f: on_the_path(f, position) + rng.gauss(0, noise) for f in FEATURES}
        self.orders = {k: rng.choice([rng.random(), 0.65, 0.8]) for k in ORDERS}
        self.weak = {i for i in INDICATORS if rng.random() < rng.choice([0, 0, 0.15])}
        self.level = rng.random()
        self.person_noise = rng.choice([0, 0.05, 0.12, 0.25, 0.5])
        self.polarised = rng.random() < 0.12

    def expected(self, window: str) -> dict[str, float]:
        """The level around which the people of this window answer each item."""
        rng, shift = self.rng, self.rng.gauss(0, self.rng.choice([0, 0.1, 0.3]))
        found = {item: self.level + shift + rng.gauss(0, 0.2) for item in ITEMS[window]}
        for code, item in INDICATOR_ITEM[window].items():
            found[item] = 0.1 if code in self.weak else self.orders[int(code[1])] + shift + rng.gauss(0, 0.05)
        for feature, item in FEATURE_ITEM[window].items():
            found[item] = self.profile[feature] + shift
        return found


def on_the_path(feature: str, position: float) -> float:
    """The level of a feature at a position between the models."""
    k = min(int(position) - 1, 5)
    return E[feature][k] + (position - 1 - k) * (E[feature][k + 1] - E[feature][k])


def nearest_option(rng: random.Random, kind: str, value: float) -> float:
    """The option nearest to a value; thirds are written exactly or with ten decimals."""
    value = min(1.0, max(0.0, value))
    if kind != "FREQ4":
        return round(value * 4) / 4
    third = round(value * 3) / 3
    return rng.choice([third, round(third, 10)])


def number_of_responses(rng: random.Random, k: int) -> int:
    """Around the minimum, and well above it."""
    near = rng.choice([0, 2, max(k - 1, 1), k, k + 1, rng.randint(k, k + 4)])
    return rng.choice([near, near, rng.randint(6, 14), rng.randint(10, 30)])


def roles_for(rng: random.Random, window: str, n: int) -> list[str]:
    """Role groups of all kinds: one, all alike, two, a few of exactly a minimum, or falling off."""
    roles = ROLES[window]
    first, second = rng.sample(roles, 2)
    styles: list[Callable[[], list[str]]] = [
        lambda: [first] * n,
        lambda: [roles[i % len(roles)] for i in range(n)],
        lambda: [first if rng.random() < 0.6 else second for _ in range(n)],
        lambda: [g for g in rng.sample(roles, len(roles)) for _ in range(rng.choice([5, 5, 6, 3, 2, 1]))],
        lambda: [roles[min(int(rng.expovariate(1.2)), len(roles) - 1)] for _ in range(n)],
    ]
    return (rng.choice(styles)() + [first] * n)[:n]


def unanswered(rng: random.Random, window: str) -> str | None:
    """How an item has no value: left out (None), not known, or not applicable."""
    return rng.choice([None, "wn", "wn", "nvt" if window == "inwoner" else "wn"])


def responses_of(municipality: Municipality, window: str, k: int) -> list[Document]:
    """The responses of one window, individual, on team forms, or both."""
    rng, expected = municipality.rng, municipality.expected(window)
    missing = rng.choice([0, 0, 0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5])
    rare = {item for item in ITEMS[window] if rng.random() < rng.choice([0, 0, 0.1, 0.3])}
    mode = rng.choice(["individual"] * 6 + ["team", "mixed"])
    n = rng.randint(1, 3) if mode == "team" else number_of_responses(rng, k)
    found = []
    for role in roles_for(rng, window, n):
        own = 0.8 if rng.random() < 0.07 else missing
        response: Document = {"window": window, "role": role}
        if mode == "team" or (mode == "mixed" and rng.random() < 0.3):
            response["participants"] = rng.choice([2, 2, 3, 4, 8, 25])
        response["answers"] = answers_of(
            municipality, window, expected, {i: 0.9 if i in rare else own for i in expected}
        )
        found.append(response)
    return found


def answers_of(
    municipality: Municipality, window: str, expected: dict[str, float], missing: dict[str, float]
) -> dict[str, Any]:
    """The answers of one person; `missing` is the chance that an item has no value."""
    rng, noise = municipality.rng, municipality.person_noise
    halo = rng.gauss(0, noise / 2) + (rng.choice([-0.5, 0.5]) if municipality.polarised else 0)
    answers: dict[str, Any] = {}
    for item, level in expected.items():
        if rng.random() < missing[item]:
            answers[item] = unanswered(rng, window)
        else:
            answers[item] = nearest_option(rng, FORMAT[item], level + halo + rng.gauss(0, noise))
    for item, kind in UNSCORED[window].items():
        if rng.random() < 0.6:
            answers[item] = rng.randint(1, 7) if kind == "KEUZE7" else rng.sample(BARRIERS, rng.randint(0, 3))
    return {item: answer for item, answer in answers.items() if answer is not None}


def scan(rng: random.Random) -> Document:
    """A random input document that fits."""
    document: Document = {"edition": EDITION}
    if rng.random() < 0.85:
        document["ambition"] = rng.choice([None, 1, 2, 3, 4, 5, 6, 6, 7])
    if rng.random() < 0.6:
        document["minimum"] = {w: rng.choice(MINIMA[w]) for w in WINDOWS if rng.random() < 0.6}
    minimum = {**DEFAULT_MINIMUM, **document.get("minimum", {})}
    municipality = Municipality(rng)
    responses = [r for w in WINDOWS if rng.random() >= 0.08 for r in responses_of(municipality, w, minimum[w])]
    rng.shuffle(responses)
    return document | {"responses": responses}


WRONG: dict[str, list[Any]] = {
    "edition": ["integraal-werken/2019.1", None, 2026],
    "ambition": [0, 8, 2.5, True, "6", [6]],
    "minimum": [None, [], {"inwoner": 4}, {"professional": 4}, {"beleid": 2}, {"straat": 5}, {"inwoner": True}],
    "window": ["straat", None, ["inwoner"]],
    "role": ["kapitein", None, 1, {}],
    "participants": [0, -1, 1.5, True, "2", None],
    "answers": [None, [], "x", 1],
    "scored": [0.3, -0.25, 1.5, 10**400, True, "ja", None, [], {}, 0.33],
    "KEUZE7": [0, 8, 2.5, "wn", True, None],
    "CHECK": ["geld", ["weer"], ["geld", "geld"], ["geld", "wetten", "partners", "mandaat"], [1], None],
}


def broken(rng: random.Random, responses: list[Document]) -> Document:
    """An input document made of these responses (at least one) in which one to four things do not fit."""
    found: Document = {
        "edition": EDITION,
        "responses": [{**response, "answers": dict(response["answers"])} for response in responses],
    }
    for _ in range(rng.randint(1, 4)):
        rng.choice([break_document, break_response, break_answer, break_answer])(rng, found)
    return found


def break_document(rng: random.Random, document: Document) -> None:
    """Spoil the document itself."""
    key = rng.choice(["edition", "ambition", "minimum", "note"])
    document[key] = rng.choice(WRONG.get(key, [1]))


def break_response(rng: random.Random, document: Document) -> None:
    """Spoil, drop or add a key of a response, or the whole of it."""
    index = rng.randrange(len(document["responses"]))
    response = document["responses"][index]
    if not isinstance(response, dict) or rng.random() < 0.1:
        document["responses"][index] = rng.choice([None, [], "x", 1])
        return
    key = rng.choice(["window", "role", "participants", "answers", "note"])
    if key in response and rng.random() < 0.2 and key != "participants":
        del response[key]
    else:
        response[key] = rng.choice(WRONG.get(key, [1]))


def break_answer(rng: random.Random, document: Document) -> None:
    """Spoil one answer, or answer what is not asked."""
    response = rng.choice(document["responses"])
    if not isinstance(response, dict) or not isinstance(response.get("answers"), dict):
        return break_document(rng, document)
    window = response.get("window")
    known = window if isinstance(window, str) and window in WINDOWS else "beleid"
    item = rng.choice([*ITEMS[known], *UNSCORED[known], "bel_visie_9", "inw_regie_1"])
    kind = UNSCORED[known].get(item, "scored")
    response["answers"][item] = rng.choice(WRONG[kind])
    return None
