"""The form of a collaboration: which gemeente somebody means."""

from __future__ import annotations

import pytest

from app.collaborations.forms import municipality_named
from app.municipalities import read_municipalities

ALL = read_municipalities()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Houten", "GM0321"),
        ("houten", "GM0321"),
        ("  gemeente   HOUTEN ", "GM0321"),
        ("sudwest-fryslan", "GM1900"),
        ("Súdwest-Fryslân", "GM1900"),
        ("Den Haag", "GM0518"),
        ("’s-Gravenhage", "GM0518"),
        ("'s-gravenhage", "GM0518"),
        ("gemeente Den Bosch", "GM0796"),
        ("Bergen (NH.)", "GM0373"),
    ],
)
def test_a_gemeente_is_known_as_people_type_it(typed: str, code: str) -> None:
    found = municipality_named(typed, ALL)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("typed", ["", "Atlantis", "Hout", "GM0321", "Bergen", "gemeente"])
def test_what_is_no_gemeente_is_none(typed: str) -> None:
    assert municipality_named(typed, ALL) is None


def test_every_gemeente_is_found_by_its_own_name() -> None:
    assert len(ALL) == 342
    for municipality in ALL:
        assert municipality_named(municipality.name, ALL) is municipality
