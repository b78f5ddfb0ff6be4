"""The scoring gets what the content says, and nothing else."""

from __future__ import annotations

import scoring
from questionnaires.edition import Edition


def test_windows_hold_their_dimensions_roles_and_items_in_order(edition: Edition):
    window = edition.instrument.window("inwoner")

    assert window.roles == ("zelf", "vertegenwoordiger")
    assert window.dimensions == edition.dimension_ids("inwoner")
    assert [item.id for item in window.items] == [item.id for item in edition.items_of("inwoner")]


def test_a_scored_item_knows_its_dimension_and_what_it_feeds(edition: Edition):
    assert edition.instrument.item("pro_regie_2") == scoring.Item(
        id="pro_regie_2",
        window="professional",
        kind="scored",
        dimension="pro_regie",
        options=(0, 0.25, 0.5, 0.75, 1),
        feature="coord",
    )
    assert edition.instrument.item("org_leren_3").indicator == "l2c"


def test_answers_of_four_steps_are_exact_thirds(edition: Edition):
    assert edition.instrument.item("pro_inwoner_2").options == (0, 1 / 3, 2 / 3, 1)


def test_only_residents_may_say_that_it_does_not_apply(edition: Edition):
    for window in edition.instrument.windows:
        assert {item.not_applicable for item in window.scored_items()} == {window.id == "inwoner"}


def test_portraits_and_the_ambition_are_a_choice_of_model(edition: Edition):
    kinds = {item.id: (item.kind, item.purpose) for item in edition.instrument.window("beleid").items[-3:]}

    assert kinds == {
        "bel_ambitie_1": ("model", "ambition"),
        "bel_beeld_1": ("model", "portrait"),
        "bel_belemmeringen_1": ("checklist", "barriers"),
    }


def test_a_checklist_has_its_choices_and_how_many_may_be_chosen(edition: Edition):
    item = edition.instrument.item("org_belemmeringen_1")

    assert item.choices == tuple(barrier.id for barrier in edition.barriers.barriers)
    assert item.at_most == 3


def test_features_weights_and_core_features_come_from_the_continuum(edition: Edition):
    instrument = edition.instrument

    assert instrument.features[0] == scoring.Feature("advies", 1.0, (0, 0.75, 0.75, 0.75, 0.75, 1, 1))
    assert instrument.core_features[6] == ("overleg", "besluit", "inwoner")
    assert instrument.feature_window_weights == {"professional": 0.5, "organisatie": 0.3, "inwoner": 0.2}


def test_orders_mirrors_and_pairs_keep_their_order(edition: Edition):
    instrument = edition.instrument

    assert instrument.orders[0] == scoring.Order(1, ("l1a", "l1b", "l1c"))
    assert instrument.mirrors[0].code == "tafel"
    assert instrument.mirrors[0].items == edition.mirrors.mirrors[0].items
    assert [(pair.a, pair.b) for pair in instrument.pairs] == [
        ("inwoner", "professional"),
        ("professional", "organisatie"),
        ("organisatie", "beleid"),
        ("professional", "beleid"),
    ]


def test_lenses_name_their_items(edition: Edition):
    instrument = edition.instrument

    assert instrument.steering.items() == ("bel_sturing_1", "bel_sturing_2", "bel_sturing_3", "bel_sturing_4")
    assert instrument.motivation.intention == "pro_motivatie_4"
    assert instrument.network == scoring.Network("doel", "pro_visie", "bel_regio_2")


def test_a_recommendation_gets_the_actor_of_its_heading(edition: Edition):
    advice = edition.instrument.recommendations[9]

    assert (advice.id, advice.line, advice.actor, advice.step, advice.first) == ("R10", 835, "organisatie", 6, "R26")
    assert advice.triggers == (scoring.Trigger("feature", "intake", 1.0), scoring.Trigger("feature", "monitoring", 1.0))


def test_the_instrument_carries_edition_and_method(edition: Edition):
    assert (edition.instrument.edition, edition.instrument.method) == (edition.id, "mm-1.0")
