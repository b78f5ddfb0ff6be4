from __future__ import annotations

import pytest

from tests.app.api.programs import Program


def test_all_municipalities_are_there_by_name(reader: Program) -> None:
    found = reader.get("/gemeenten")["gemeenten"]
    assert len(found) == 342
    names = [one["naam"].removeprefix("’s-") for one in found]
    assert names == sorted(names)


def test_a_part_of_the_name_is_enough(reader: Program) -> None:
    found = reader.get("/gemeenten", naam="HOUTEN")["gemeenten"]
    assert found == [{"code": "GM0321", "naam": "Houten", "provincie": "Utrecht", "inwonersklasse": 3}]


def test_a_size_that_nobody_gave_is_not_there(reader: Program) -> None:
    assert reader.get("/gemeenten/GM0363")["inwonersklasse"] is None


def test_a_province_can_be_asked(reader: Program) -> None:
    found = reader.get("/gemeenten", provincie="utrecht", naam="w")["gemeenten"]
    assert {one["provincie"] for one in found} == {"Utrecht"}
    assert "Woerden" in [one["naam"] for one in found]


def test_one_municipality_has_an_address(reader: Program) -> None:
    assert reader.get("/gemeenten/GM0321")["naam"] == "Houten"


@pytest.mark.parametrize("code", ["GM9999", "gm0321", "0321", "GM03211", "%00"])
def test_a_code_that_is_of_no_municipality_does_not_exist(reader: Program, code: str) -> None:
    reader.get(f"/gemeenten/{code}", 404)


def test_what_everybody_may_read_may_be_kept(reader: Program) -> None:
    assert reader.ask("GET", "/gemeenten").headers["Cache-Control"] == "public, max-age=3600"
