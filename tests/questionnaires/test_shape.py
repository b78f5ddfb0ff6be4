"""Mistakes of shape are said in Dutch, with the place that the author knows."""

from __future__ import annotations

from typing import Any

import pytest

from questionnaires.problems import ContentError
from questionnaires.schema import AnchorsFile, DimensionFile, EditionFile, Recommendation, RolesFile, Trigger
from questionnaires.shape import place_of, shaped

ID = "kleine letters en cijfers, met lage streepjes ertussen"
NUMBER = "moet een getal zijn, zonder aanhalingstekens en met een decimale punt"


def problems_of(model: Any, data: object) -> list[str]:
    with pytest.raises(ContentError) as error:
        shaped(model, data, "bestand.yaml")
    return [str(problem) for problem in error.value.problems]


def test_a_file_of_the_right_shape_becomes_its_model():
    assert shaped(RolesFile, {"roles": {"inwoner": [{"id": "zelf", "label": "Voor mijzelf"}]}}, "roles.yaml") == (
        RolesFile.model_validate({"roles": {"inwoner": ({"id": "zelf", "label": "Voor mijzelf"},)}})
    )


def test_every_mistake_is_reported_at_once():
    roles = [{"id": "Zelf", "label": ""}, {"id": "ander", "lable": "x"}]

    assert problems_of(RolesFile, {"roles": {"inwoner": roles}}) == [
        f"bestand.yaml · Zelf.id: heeft niet de vorm die hier hoort: {ID}",
        "bestand.yaml · Zelf.label: mag niet leeg zijn",
        "bestand.yaml · ander.label: ontbreekt",
        "bestand.yaml · ander.lable: is geen bekende sleutel (een tikfout?)",
    ]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"kind": "item", "id": 2026}, "id: moet tekst zijn; zet er aanhalingstekens om"),
        ({"kind": "item", "id": True}, "id: moet tekst zijn; zet er aanhalingstekens om"),
        ({"kind": "vraag", "id": "a"}, "kind: moet een van deze waarden zijn: feature, item, indicator of dimension"),
        ({"kind": "item", "id": "a", "weight": "1"}, f"weight: {NUMBER}"),
        ({"kind": "item", "id": "a", "weight": True}, f"weight: {NUMBER}"),
        ({"kind": "item", "id": "a", "weight": 0}, "weight: moet groter zijn dan 0"),
        ({"kind": "item", "id": "a", "weight": 1.5}, "weight: mag niet groter zijn dan 1"),
    ],
)
def test_values_are_taken_as_they_are_written(data: dict[str, Any], problem: str):
    assert problems_of(Trigger, data) == [f"bestand.yaml · {problem}"]


def test_a_whole_number_must_be_whole():
    line = [problem for problem in problems_of(Recommendation, {"line": 815.5}) if " · line" in problem]

    assert line == ["bestand.yaml · line: moet een geheel getal zijn, zonder aanhalingstekens"]


def test_a_line_outside_chapter_8_is_refused():
    line = [problem for problem in problems_of(Recommendation, {"line": 900}) if " · line" in problem]

    assert line == ["bestand.yaml · line: mag niet groter zijn dan 881"]


def test_a_set_has_five_anchors():
    def anchor_set(*anchors: str) -> dict[str, Any]:
        return {"anchor_sets": [{"id": "doel", "label": "Doel", "sources": ["A:1"], "anchors": list(anchors)}]}

    assert problems_of(AnchorsFile, anchor_set("a", "b", "c", "d")) == ["bestand.yaml · doel.anchors.5: ontbreekt"]
    assert problems_of(AnchorsFile, anchor_set("a", "b", "c", "d", "e", "f")) == [
        "bestand.yaml · doel.anchors: mag hoogstens 5 onderdelen hebben"
    ]


def test_a_list_that_may_not_be_empty_says_so():
    assert "bestand.yaml · items: moet ten minste 1 onderdelen hebben en heeft er 0" in problems_of(
        DimensionFile, {"items": []}
    )


def test_a_list_or_keys_in_the_wrong_place_are_refused():
    assert problems_of(RolesFile, ["inwoner"]) == ["bestand.yaml: moet bestaan uit sleutels met een waarde"]
    assert problems_of(RolesFile, {"roles": []}) == ["bestand.yaml · roles: moet bestaan uit sleutels met een waarde"]
    assert "bestand.yaml · themes: moet een lijst zijn" in problems_of(EditionFile, {"themes": {}})


def test_a_window_that_does_not_exist_is_refused():
    assert problems_of(RolesFile, {"roles": {"buurman": []}}) == [
        "bestand.yaml · roles.buurman: moet een van deze waarden zijn: inwoner, professional, organisatie of beleid"
    ]


def test_a_place_starts_at_the_last_id_and_counts_from_one():
    data = {"orders": [{"number": 1, "indicators": [{"id": "l1a"}]}], "mirrors": [{"code": "tafel"}]}

    assert place_of(data, ("orders", 0, "label")) == "orders.1.label"
    assert place_of(data, ("orders", 0, "indicators", 0, "label")) == "l1a.label"
    assert place_of(data, ("mirrors", 0, "items", "inwoner")) == "tafel.items.inwoner"
    assert place_of(data, ("orders", 7, "label")) == "orders.8.label"
