"""People whose answers are all different, so that a trace of them shows, and scans in which some may not be seen."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from questionnaires import load_current
from scoring import Response

INSTRUMENT = load_current().instrument
RARE = "pro_regie_2"
"""A question about a feature that three windows mirror."""
STAFF_ROLES = ("sociaal_team", "werk_inkomen", "uwv", "zorg_welzijn")
STAFF_SIZES = (6, 2, 1, 5)
"""The sizes of section 5.4: two groups are too small, and the last is hidden so that they cannot be found."""
RESIDENT_ROLES, RESIDENT_SIZES = ("zelf", "vertegenwoordiger"), (6, 2)


def person(chance: random.Random, window: str, role: str | None = None, *, skips: float = 0.1) -> Response:
    """Somebody who answers at random, skips some questions and does not know some answers."""
    answers: dict[str, Any] = {}
    for item in INSTRUMENT.window(window).items:
        if item.kind == "model":
            answers[item.id] = chance.randint(1, 7)
        elif item.kind == "checklist":
            answers[item.id] = chance.sample(item.choices, 3)
        elif chance.random() >= skips:
            answers[item.id] = chance.choice(item.options)
        elif chance.random() < 0.5:
            answers[item.id] = "wn"
    return Response(window, role or INSTRUMENT.window(window).roles[0], answers)


def people(chance: random.Random, window: str, number: int) -> list[Response]:
    """So many of them, in any role."""
    roles = INSTRUMENT.window(window).roles
    return [person(chance, window, chance.choice(roles)) for _ in range(number)]


@dataclass(frozen=True)
class Scene:
    """A scan of which some answers may leave no trace: `seen` stays the same, `hidden` is another with each chance.

    Both take a chance of their own, so that the answers that may be seen do not depend on those that may not.
    """

    name: str
    seen: Callable[[random.Random], Sequence[Response]]
    hidden: Callable[[random.Random], Sequence[Response]]
    minimum: Mapping[str, int] = field(default_factory=dict)

    def responses(self, seed: int, variant: int) -> list[Response]:
        """Everybody in this scan; two variants of one seed differ only in what may not be seen."""
        seen, hidden = self.seen(random.Random(seed)), self.hidden(random.Random(f"{seed} {variant}"))
        return [*seen, *hidden]


def sizes(**windows: int) -> Callable[[random.Random], list[Response]]:
    """So many people in each of these windows."""
    return lambda chance: [one for window, number in windows.items() for one in people(chance, window, number)]


def knowing(chance: random.Random) -> list[Response]:
    """Seven professionals, the same every time, but for the four who answer the rare question: that is by chance."""
    drawn = random.Random(1)
    found = []
    for number in range(7):
        one = person(drawn, "professional")
        answer = chance.choice(INSTRUMENT.item(RARE).options) if number < 4 else "wn"
        found.append(Response(one.window, one.role, dict(one.answers) | {RARE: answer}))
    return found


def in_roles(
    chance: random.Random, window: str, roles: Sequence[str], groups: Sequence[int], seen: int
) -> list[Response]:
    """The same people every time, who answer everything; the roles after the first `seen` are dealt by chance."""
    drawn = random.Random(2)
    dealt = [role for role, number in zip(roles, groups, strict=True) for _ in range(number)]
    rest = dealt[seen:]
    chance.shuffle(rest)
    return [person(drawn, window, role, skips=0) for role in (*dealt[:seen], *rest)]


def roles_dealt(chance: random.Random, windows: Sequence[str] = ("professional", "inwoner")) -> list[Response]:
    """Professionals of whom one group is seen, and residents of whom none is, with the roles of the others dealt."""
    found = in_roles(chance, "professional", STAFF_ROLES, STAFF_SIZES, STAFF_SIZES[0])
    return found + (in_roles(chance, "inwoner", RESIDENT_ROLES, RESIDENT_SIZES, 0) if "inwoner" in windows else [])


SCENES = (
    Scene(
        "one too few in inwoner and beleid, professional just enough",
        sizes(professional=5, organisatie=4),
        sizes(inwoner=4, beleid=2),
        {"organisatie": 3, "beleid": 3},
    ),
    Scene(
        "one too few in professional and organisatie, inwoner just enough",
        sizes(inwoner=5, beleid=1),
        sizes(professional=2, organisatie=4),
        {"professional": 3, "organisatie": 5},
    ),
    Scene(
        "one too few who know the answer to one question",
        sizes(inwoner=6, organisatie=1, beleid=3),
        knowing,
        {"beleid": 3},
    ),
    Scene("roles of people in groups that are hidden", sizes(organisatie=5, beleid=2), roles_dealt),
)


def together(chance: random.Random) -> list[Response]:
    """All that may leave no trace at once, beside a window that is seen: roles, and a window with one too few."""
    return [
        *roles_dealt(chance, windows=("professional",)),
        *people(chance, "inwoner", 4),
        *people(chance, "beleid", 2),
    ]


def the_others(chance: random.Random) -> list[Response]:
    """The same the other way round: one question, and the two windows that were seen there."""
    return [*knowing(chance), *people(chance, "organisatie", 4)]


WALKED = (
    Scene(
        "roles, and one too few in inwoner and beleid", sizes(organisatie=4), together, {"organisatie": 3, "beleid": 3}
    ),
    Scene("one question, and one too few in organisatie", sizes(inwoner=5, beleid=1), the_others, {"organisatie": 5}),
)
"""Two scans in which everything occurs, for the tests that fetch all that there is."""

JUST_ENOUGH = Scene("just enough everywhere", sizes(), sizes(inwoner=5, professional=5, organisatie=1, beleid=1))
"""Everything may be seen, so that other answers give other pages: tests of hidden answers must be able to see that."""
