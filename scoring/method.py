"""The constants of method mm-1.0 and the one way in which numbers are compared with them.

Each constant is a design choice that is argued in `docs/method.md`; changing one means a new method version, because
frozen results carry the version with which they were computed.
"""

from __future__ import annotations

METHOD_VERSION = "mm-1.0"

TOLERANCE = 1e-9
"""Two numbers closer than this are equal, wherever a value meets a threshold or another value (ruling 1)."""

USABLE_SHARE = 0.50
"""A response counts when at least this share of its window's scored items is answered; likewise a dimension score."""

COVERAGE_MINIMUM = 0.50
"""A position needs observed features that carry at least this share of all weight."""
CORE_TOLERANCE = 0.25
"""A core feature is present when it is at most one answer step below the model's expected level."""
SIMILARITY_TYPED = 80.0
SIMILARITY_FEATURES_OF = 65.0
RESIDUAL_MIXED = 0.30
"""Above this distance from the path the picture is mixed and no model name is used as a headline."""
MISSING_STEP = 0.25
"""A feature is missing for a model when it is at least one answer step below that model's expected level."""
ZONE_ALIGNED, ZONE_TOGETHER = 3.5, 5.5
PLAUSIBLE_MARGIN = 0.5

LEARNING_REALISED = 60.0
LEARNING_MINIMUM = 25.0
LEARNING_DEVELOPING = 40.0
LEARNING_COVERAGE = 0.60
LAYER_SCORE = 50.0
LAYERS = ("professional", "organisatie", "beleid")
LAYERS_NEEDED = 2

PRIOR_WEIGHT = 4
"""nu0: how many respondents the prior spread counts for in the variance."""
PRIOR_SPREAD_SCORE = 20.0
"""s0 on the scale 0..100; on the scale 0..1 it is 0.2."""
PRIOR_SPREAD_POSITION = 0.8
Z_90, Z_95 = 1.2815516, 1.6448536

SPREAD_STRONG = 12.0
SPREAD_AGREED = 20.0
SPREAD_MINIMUM_N = 3
UNKNOWN_SHARE = 0.30
UNKNOWN_MINIMUM_N = 3

GAP_REAL = 15.0
GAP_REAL_RESIDENT = 20.0
"""The resident's window uses another answer format, so a gap with it must be larger before it is called real."""
PAIR_MINIMUM_CODES = 3
VERTICAL_MINIMUM_PAIRS = 2
CONGRUENT, PARTLY_CONGRUENT = 85.0, 70.0
SIGNAL_BIAS = 15.0

CHANGE_POSITION, CHANGE_SCORE, CHANGE_FEATURE = 0.5, 10.0, 0.25
ROLE_MIX_SHIFT = 0.25
CHANGED_AT_MOST = 5
"""How many changed features are named: of fifteen, one or two come up by chance."""
CHANCE_SHARE = 0.10
"""How often a change exceeds t.95(nu) * SE where nothing changed: 5 % on either side."""

NETWORK_SHARED_GOAL, NETWORK_OWN_GOALS = 0.75, 0.50
NETWORK_VISION, NETWORK_POLICY = 65.0, 60.0
DOMINANT_LEAD = 0.10
BOTTLENECK_LEAD = 15.0

NEED_TARGET = 75.0
NEED_CONFIRMED = 0.20
NEED_SHOWN = 0.15
SHOWN_AT_MOST = 5
SHOWN_PER_GROUP = 2
SEQUENCE_NEXT, SEQUENCE_LATER, SEQUENCE_UNMET = 0.85, 0.70, 0.90

TEAM_FORM_WEIGHT = 3
"""A team form counts as at most this many respondents, however many took part."""
WINDOW_SCORE_COVERAGE = 0.60

MINIMUM_DEFAULT = {"inwoner": 5, "professional": 5, "organisatie": 1, "beleid": 1}
MINIMUM_CHOICES: dict[str, tuple[int, ...] | None] = {
    "inwoner": None,
    "professional": (3, 5),
    "organisatie": (1, 3, 5),
    "beleid": (1, 3, 5),
}
"""What a minimum group size may be; `None`: any whole number from the default upward (rulings 21, 22)."""
AGREEMENT_WITHOUT_MINIMUM = ("professional", "organisatie", "beleid")
"""Windows in which a team form carries its participants' agreement, so that the minimum does not apply (ruling 21)."""


def at_least(value: float, threshold: float) -> bool:
    """`value >= threshold`, where values within the tolerance are equal.

    >>> at_least(0.1 + 0.2, 0.3), at_least(0.29, 0.3)
    (True, False)
    """
    return value >= threshold - TOLERANCE


def at_most(value: float, threshold: float) -> bool:
    """`value <= threshold`, where values within the tolerance are equal."""
    return value <= threshold + TOLERANCE


def above(value: float, threshold: float) -> bool:
    """`value > threshold`, where values within the tolerance are equal and so not above."""
    return value > threshold + TOLERANCE


def below(value: float, threshold: float) -> bool:
    """`value < threshold`, where values within the tolerance are equal and so not below."""
    return value < threshold - TOLERANCE


def ranked(value: float) -> float:
    """The value as it takes part in a ranking: ties are values that are equal after rounding to nine decimals."""
    return round(value, 9)
