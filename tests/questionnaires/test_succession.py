"""An edition beside an earlier one: what became of everything, for the scoring and for the reader."""

from __future__ import annotations

import pytest

from questionnaires import Comparability, Edition, Remark
from questionnaires.library import load_edition, open_edition
from tests.questionnaires.next_edition import FIRST, NEXT, REASON, stand_together


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    shelves = tmp_path_factory.mktemp("shelves")
    stand_together(shelves)
    return open_edition(shelves, NEXT)


@pytest.fixture(scope="module")
def comparability(later: Edition) -> Comparability:
    return later.comparable[FIRST]


def test_the_first_edition_can_be_compared_with_no_other():
    first = load_edition("integraal-werken/2026.1")

    assert first.comparability is None
    assert first.mapping_from(NEXT) is None


def test_the_shorter_edition_for_staff_can_be_compared_as_a_whole():
    found = load_edition("integraal-werken/2026.2").comparable["integraal-werken/2026.1"]

    assert found.is_whole
    assert {one.window for one in found.subjects["items"].still_comparable} == {"professional", "organisatie", "beleid"}


def test_an_edition_knows_the_earlier_ones_that_it_names(later: Edition):
    mapping = later.mapping_from(FIRST)

    assert mapping is not None
    assert (mapping.earlier.edition, mapping.later.edition) == (FIRST, NEXT)
    assert later.mapping_from("integraal-werken/2025.1") is None
    assert later.mapping_from(NEXT) is None


def test_what_keeps_its_id_and_is_not_mentioned_is_comparable(comparability: Comparability):
    mapping = comparability.mapping

    assert mapping.dimensions["pro_visie"] == "pro_visie"
    assert mapping.items["pro_visie_1"] == "pro_visie_1"
    assert mapping.roles["beleid"]["bestuurder"] == "bestuurder"
    assert mapping.position
    assert mapping.orders == {2, 3}


def test_what_was_renamed_is_found_under_its_new_id(comparability: Comparability):
    mapping = comparability.mapping

    assert mapping.dimensions["inw_duidelijkheid"] == "inw_helderheid"
    assert mapping.items["inw_duidelijkheid_2"] == "inw_helderheid_2"
    assert mapping.features["overleg"] == "beraad"
    assert mapping.mirrors["overleg"] == "beraad"
    assert mapping.barriers["prikkels"] == "geldprikkels"
    assert mapping.roles["professional"]["uwv"] == "uwv_werkbedrijf"


def test_a_question_that_takes_the_number_of_another_is_not_that_other(comparability: Comparability):
    items = comparability.mapping.items

    assert "org_project_2" not in items
    assert items["org_project_3"] == "org_project_2"


def test_what_is_not_comparable_or_disappeared_is_not_in_the_mapping(comparability: Comparability):
    mapping = comparability.mapping

    assert not {"pro_regie_3", "org_regie_2", "org_leren_1"} & mapping.items.keys()
    assert not {"org_regie", "org_project"} & mapping.dimensions.keys()
    assert "sturing" not in mapping.features
    assert "sturing" not in mapping.mirrors
    assert "l1b" not in mapping.indicators
    assert not {"R15", "R30"} & mapping.recommendations.keys()
    assert "wetten" not in mapping.barriers


def test_what_is_called_still_comparable_is(comparability: Comparability):
    mapping = comparability.mapping

    assert mapping.items["bel_visie_2"] == "bel_visie_2"
    assert {"pro_regie", "org_faciliteren", "org_leren"} <= mapping.dimensions.keys()


def test_a_reader_is_told_how_much_stays(comparability: Comparability):
    counts = {name: (found.comparable, found.total) for name, found in comparability.subjects.items()}

    assert counts == {
        "position": (1, 1),
        "orders": (2, 3),
        "dimensions": (29, 31),
        "features": (14, 15),
        "items": (104, 108),
        "indicators": (10, 11),
        "mirrors": (25, 26),
        "recommendations": (28, 29),
        "barriers": (8, 8),
    }
    assert not comparability.is_whole


def test_a_reader_is_told_what_does_not_and_why(comparability: Comparability):
    features = comparability.subjects["features"]
    advice = comparability.subjects["recommendations"]
    barriers = comparability.subjects["barriers"]

    assert features.not_comparable == (Remark("sturing", "Sturing van het gezamenlijke werk", "judged", REASON),)
    assert [(one.id, one.kind, one.reason) for one in advice.not_comparable] == [
        ("R15", "judged", "Deze aanbeveling heeft een andere aanleiding."),
        ("R30", "gone", None),
    ]
    assert [(one.id, one.kind) for one in barriers.not_comparable] == [("wetten", "gone")]


def test_a_reader_is_told_what_is_new(comparability: Comparability):
    items = comparability.subjects["items"].not_comparable

    assert [one.id for one in items if one.kind == "new"] == ["org_faciliteren_4"]
    assert [one.id for one in items if one.kind == "gone"] == ["org_project_2"]
    assert [one.window for one in items if one.kind != "judged"] == ["organisatie", "organisatie"]


def test_a_reader_is_told_what_changed_and_is_comparable_all_the_same(comparability: Comparability):
    position = comparability.subjects["position"]

    assert [one.reason for one in position.still_comparable] == ["Veertien van de vijftien kenmerken zijn dezelfde."]
    assert [one.id for one in comparability.subjects["items"].still_comparable] == ["bel_visie_2"]


def test_remarks_stand_in_the_order_of_the_content(comparability: Comparability):
    assert [one.id for one in comparability.subjects["dimensions"].not_comparable] == ["org_regie", "org_project"]
