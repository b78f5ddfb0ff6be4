"""The outcomes that content has words for are those that the scoring gives."""

from __future__ import annotations

from questionnaires.checks.outcomes import CONGRUENCE, VALUES, ZONES
from scoring import congruence, continuum, learning, method


def test_zones_start_where_the_scoring_lets_them_start():
    assert [continuum.zone(start) for start in ZONES.values()] == list(ZONES)
    assert list(ZONES.values()) == [1, method.ZONE_ALIGNED, method.ZONE_TOGETHER]


def test_congruence_labels_start_where_the_scoring_lets_them_start():
    assert [congruence.label(start) for start in CONGRUENCE.values()] == list(CONGRUENCE)
    assert list(CONGRUENCE.values()) == [method.CONGRUENT, method.PARTLY_CONGRUENT, 0]


def test_statuses_are_written_as_the_scoring_writes_them():
    statuses = [learning.REALISED, learning.DEVELOPING, learning.NOT_YET, learning.INSUFFICIENT]

    assert [
        VALUES[name] for name in ("gerealiseerd", "in_ontwikkeling", "nog_niet", "onvoldoende_gegevens")
    ] == statuses
