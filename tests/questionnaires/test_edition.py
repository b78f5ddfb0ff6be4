"""How content is looked up."""

from __future__ import annotations

import pytest

from questionnaires.edition import Edition


def test_options_are_values_with_their_words(edition: Edition):
    assert edition.options_of(edition.items["inw_regie_1"])[0] == (0, "Nooit")
    assert edition.options_of(edition.items["pro_kennen_1"])[4] == (1, "Helemaal mee eens")
    shared = next(one for one in edition.anchors.anchor_sets if one.id == "coord")
    assert edition.options_of(edition.items["pro_regie_2"]) == tuple(
        zip((0, 0.25, 0.5, 0.75, 1), shared.anchors, strict=True)
    )
    own = edition.items["bel_visie_2"]
    assert tuple(label for _, label in edition.options_of(own)) == own.anchors


def test_a_question_leads_to_its_dimension_window_and_file(edition: Edition):
    assert edition.dimension_of("pro_regie_2").id == "pro_regie"
    assert edition.window_of("pro_regie_2") == "professional"
    assert edition.path_of_item("pro_regie_2") == "windows/professional/pro_regie.yaml"


def test_looking_up_what_does_not_exist_is_an_error(edition: Edition):
    for look_up in (edition.dimension_of, edition.window_of, edition.window_of_dimension, edition.path_of_item):
        with pytest.raises(KeyError):
            look_up("pro_onzin_1")


def test_content_cannot_be_changed_after_loading(edition: Edition):
    with pytest.raises(AttributeError):
        edition.hash = ""
    with pytest.raises(ValueError, match="frozen"):
        edition.file.title = "Anders"
