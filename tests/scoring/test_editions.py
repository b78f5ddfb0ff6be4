"""A result of an earlier edition as if it had been made with a later one."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from questionnaires import Edition
from questionnaires.library import open_edition
from scoring import (
    EditionMapping,
    Response,
    check_result,
    compare_results,
    frozen_record,
    result_document,
    result_outline,
    score_scan,
    under_edition,
)
from tests.questionnaires.next_edition import FIRST, NEXT, stand_together
from tests.scoring.builders import INSTRUMENT, WINDOWS, many, respond

NOTHING = {"delta": None, "margin": None, "verdict": None}


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    shelves = tmp_path_factory.mktemp("shelves")
    stand_together(shelves)
    return open_edition(shelves, NEXT)


@pytest.fixture(scope="module")
def mapping(later: Edition) -> EditionMapping:
    found = later.mapping_from(FIRST)
    assert found is not None
    return found


def answers() -> list[Response]:
    """All four windows, with two role groups of professionals and answers that are not all the same."""
    return [
        *many(6, "inwoner", 1 / 3),
        *many(12, "professional", 0.25, role="uwv", pro_regie_2=0.75),
        *many(12, "professional", 0.75),
        *many(3, "organisatie", 0.5, org_samenwerking_3=1.0),
        respond("beleid", 0.75, bel_visie_2=0.25, bel_belemmeringen_1=("wetten", "prikkels", "geld")),
        *many(11, "beleid", 0.5, bel_belemmeringen_1=("prikkels",)),
    ]


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    """A frozen record of the first edition."""
    return frozen_record(score_scan(INSTRUMENT, answers(), ambition=6))


@pytest.fixture
def document(record: dict[str, Any]) -> dict[str, Any]:
    return deepcopy(dict(record["result"]))


def everything(mapping: EditionMapping) -> EditionMapping:
    """A mapping of the first edition to itself, under another name."""
    same = replace(mapping.earlier, edition=NEXT)
    windows = INSTRUMENT.windows
    return EditionMapping(
        earlier=INSTRUMENT,
        later=same,
        dimensions={one: one for window in windows for one in window.dimensions},
        items={item.id: item.id for window in windows for item in window.scored_items()},
        features={one.id: one.id for one in INSTRUMENT.features},
        indicators={one: one for order in INSTRUMENT.orders for one in order.indicators},
        mirrors={one.code: one.code for one in INSTRUMENT.mirrors},
        recommendations={one.id: one.id for one in INSTRUMENT.recommendations},
        barriers={choice: choice for window in windows for item in window.items for choice in item.choices},
        roles={window.id: {role: role for role in window.roles} for window in windows},
        position=True,
        orders=frozenset({1, 2, 3}),
    )


def test_with_everything_comparable_only_the_edition_is_another(
    record: dict[str, Any], mapping: EditionMapping
) -> None:
    moved = under_edition(record, everything(mapping))

    assert moved["result"].pop("edition") == NEXT
    assert moved == {**record, "result": {k: v for k, v in record["result"].items() if k != "edition"}}


def test_the_document_itself_is_not_changed(record: dict[str, Any], mapping: EditionMapping) -> None:
    before = deepcopy(record)

    under_edition(record, mapping)

    assert record == before


def test_a_result_of_another_edition_is_refused(document: dict[str, Any], mapping: EditionMapping) -> None:
    with pytest.raises(ValueError, match=f"is not {re.escape(FIRST)}"):
        under_edition(under_edition(document, mapping), mapping)


def test_a_record_becomes_a_whole_record_of_the_later_edition(
    record: dict[str, Any], later: Edition, mapping: EditionMapping
) -> None:
    moved = under_edition(record, mapping)

    assert moved["result"]["edition"] == NEXT
    for window in later.instrument.windows:
        shown, seen = moved["result"]["windows"][window.id], moved["insight"]["windows"][window.id]
        assert tuple(shown["dimensions"]) == window.dimensions
        scored = [item.id for item in window.scored_items()]
        assert list(shown["items"]) == list(seen["items"]) == scored
    assert list(moved["result"]["continuum"]["features"]) == [feature.id for feature in later.instrument.features]


def test_it_has_the_same_keys_as_a_result_made_with_the_later_edition(later: Edition, mapping: EditionMapping) -> None:
    moved = under_edition(result_document(score_scan(INSTRUMENT, answers(), ambition=6)), mapping)
    made = result_document(score_scan(later.instrument, many(6, "inwoner") + many(6, "professional"), ambition=6))

    assert list(moved) == list(made)
    for part in ("continuum", "learning", "congruence", "lenses"):
        assert moved[part].keys() == made[part].keys()
    assert moved["windows"]["inwoner"].keys() == made["windows"]["inwoner"].keys()
    assert moved["learning"]["indicators"].keys() == made["learning"]["indicators"].keys()
    assert check_result(moved, later.instrument) == []


def test_values_stand_under_their_new_ids(document: dict[str, Any], mapping: EditionMapping) -> None:
    moved = under_edition(document, mapping)
    residents, managers = moved["windows"]["inwoner"], moved["windows"]["organisatie"]

    assert (
        residents["dimensions"]["inw_helderheid"] == document["windows"]["inwoner"]["dimensions"]["inw_duidelijkheid"]
    )
    assert managers["items"]["org_project_2"] == document["windows"]["organisatie"]["items"]["org_project_3"]
    assert moved["continuum"]["features"]["beraad"] == document["continuum"]["features"]["overleg"] is not None
    assert moved["windows"]["professional"]["roles"] == {"sociaal_team": {"n": 12}, "uwv_werkbedrijf": {"n": 12}}


def test_what_is_not_comparable_is_not_known(document: dict[str, Any], mapping: EditionMapping) -> None:
    moved = under_edition(document, mapping)
    managers = moved["windows"]["organisatie"]

    assert document["windows"]["organisatie"]["dimensions"]["org_regie"]["score"] is not None
    assert set(managers["dimensions"]["org_regie"].values()) == {None, 0}
    assert managers["dimensions"]["org_project"]["score"] is None
    assert managers["items"]["org_faciliteren_4"] == {"n": 0, "unknown": 0, "unknown_signal": False}
    assert moved["continuum"]["features"]["sturing"] is None
    assert moved["continuum"]["feature_uncertainty"]["sturing"] is None
    assert moved["learning"]["indicators"]["l1b"] is None
    assert moved["learning"]["orders"]["1"]["score"] is None
    assert moved["learning"]["orders"]["1"]["status"] == "onvoldoende gegevens"
    assert moved["learning"]["orders"]["2"] == document["learning"]["orders"]["2"]
    assert moved["learning"]["level"] is None


def test_a_window_of_which_a_dimension_is_lost_has_no_score(document: dict[str, Any], mapping: EditionMapping) -> None:
    moved = under_edition(document, mapping)["windows"]

    assert moved["organisatie"]["score"] is None
    assert moved["inwoner"]["score"] == document["windows"]["inwoner"]["score"] is not None


def test_people_of_a_role_group_without_a_counterpart_are_in_the_rest(
    document: dict[str, Any], mapping: EditionMapping
) -> None:
    without = replace(mapping, roles={**mapping.roles, "professional": {"sociaal_team": "sociaal_team"}})

    moved = under_edition(document, without)["windows"]["professional"]

    assert moved["roles"] == {"sociaal_team": {"n": 12}}
    assert moved["rest"] == 12


def test_the_position_stays_or_everything_that_follows_from_it_goes(
    document: dict[str, Any], mapping: EditionMapping
) -> None:
    kept = under_edition(document, mapping)
    gone = under_edition(document, replace(mapping, position=False))

    assert kept["continuum"]["position"] == document["continuum"]["position"] is not None
    unknown = {name for name, value in gone["continuum"].items() if value is None}
    assert unknown >= {"position", "low", "high", "nearest", "similarity", "wording", "zone", "plausible"}
    assert gone["continuum"]["certainty"] == "onvoldoende"
    assert gone["continuum"]["missing"]["next"] is None
    assert {one["continuum"]["position"] for one in gone["windows"].values()} == {None}
    assert gone["continuum"]["features"] == kept["continuum"]["features"]


def test_what_is_missing_and_the_coverage_are_over_the_features_that_are_known(
    document: dict[str, Any], later: Edition, mapping: EditionMapping
) -> None:
    moved = under_edition(document, mapping)["continuum"]
    weights = {feature.id: feature.weight for feature in later.instrument.features}

    assert moved["coverage"] == pytest.approx(1 - weights["sturing"] / sum(weights.values()))
    assert "sturing" in moved["missing"]["ambition"]["unknown"]
    short = {one["feature"] for one in moved["missing"]["ambition"]["features"]}
    assert "beraad" in short
    assert "overleg" not in short


def test_a_pair_of_windows_that_loses_a_subject_is_taken_over_the_others(
    document: dict[str, Any], mapping: EditionMapping
) -> None:
    moved = under_edition(document, mapping)["congruence"]
    pair = next(one for one in moved["pairs"] if (one["a"], one["b"]) == ("professional", "organisatie"))
    before = next(one for one in document["congruence"]["pairs"] if (one["a"], one["b"]) == (pair["a"], pair["b"]))
    gaps = [abs(one["gap"]) for one in moved["mirrors"] if (one["a"], one["b"]) == (pair["a"], pair["b"])]

    assert pair["codes"] == before["codes"] - 1 == len(gaps)
    assert pair["congruence"] == pytest.approx(100 - sum(gaps) / len(gaps))
    assert not {"sturing", "overleg"} & {one["code"] for one in moved["mirrors"]}
    known = [one["congruence"] for one in moved["pairs"] if one["congruence"] is not None]
    assert moved["vertical"] == pytest.approx(sum(known) / len(known))
    assert document["congruence"]["horizontal"] is not None
    assert moved["horizontal"] is None  # a feature less than before


def test_a_lens_stays_only_with_all_its_questions(document: dict[str, Any], mapping: EditionMapping) -> None:
    fewer = {old: new for old, new in mapping.items.items() if old not in ("bel_sturing_2", "pro_motivatie_1")}

    kept, gone = (under_edition(document, one)["lenses"] for one in (mapping, replace(mapping, items=fewer)))

    assert kept == document["lenses"]
    assert gone["steering"] == {"x": None, "y": None, "dominant": None}
    assert gone["motivation"] == {"mean": None, "intention": None, "bottleneck": None}


def test_the_network_label_stays_only_with_all_that_it_looks_at(
    document: dict[str, Any], mapping: EditionMapping
) -> None:
    dimensions = {old: new for old, new in mapping.dimensions.items() if old != "pro_visie"}

    assert under_edition(document, mapping)["continuum"]["network"] == document["continuum"]["network"] is not None
    assert under_edition(document, replace(mapping, dimensions=dimensions))["continuum"]["network"] is None


def test_only_recommendations_of_both_editions_are_left(document: dict[str, Any], mapping: EditionMapping) -> None:
    before = [one["id"] for one in document["advice"]]
    after = [one["id"] for one in under_edition(document, mapping)["advice"]]

    assert "R15" in before
    assert after == [one for one in before if one not in ("R15", "R30")]


def test_barriers_get_their_new_names_and_those_that_disappeared_are_left_out(
    record: dict[str, Any], mapping: EditionMapping
) -> None:
    before = record["insight"]["windows"]["beleid"]["barriers"]
    after = under_edition(record, mapping)["insight"]["windows"]["beleid"]["barriers"]

    assert before["counts"] == {"prikkels": 12, "wetten": 1, "geld": 1}
    assert after == {"n": 12, "order": ["geldprikkels", "geld"], "counts": {"geldprikkels": 12, "geld": 1}}


def test_a_distribution_over_other_options_is_left_out(record: dict[str, Any], mapping: EditionMapping) -> None:
    windows = [
        replace(
            window, items=tuple(replace(i, options=i.options[:3]) if i.id == "bel_visie_2" else i for i in window.items)
        )
        for window in mapping.later.windows
    ]
    fewer = replace(mapping, later=replace(mapping.later, windows=tuple(windows)))
    items = [under_edition(record, one)["insight"]["windows"]["beleid"]["items"] for one in (mapping, fewer)]

    assert sum(items[0]["bel_visie_2"]["distribution"]) == 12
    assert items[1]["bel_visie_2"]["distribution"] is None
    assert items[1]["bel_visie_2"]["mean"] == items[0]["bel_visie_2"]["mean"]


def test_how_certain_gaps_are_goes_with_them(record: dict[str, Any], mapping: EditionMapping) -> None:
    error = {"standard_error": 5.0, "degrees_of_freedom": 12}
    gaps = [{"code": code, "a": "professional", "b": "organisatie", **error} for code in ("overleg", "sturing")]
    told = deepcopy(record)
    told["insight"]["congruence"] = {"gaps": gaps, "horizontal": error}

    moved = under_edition(told, mapping)["insight"]["congruence"]

    assert moved == {"gaps": [{**gaps[0], "code": "beraad"}], "horizontal": None}


def test_scores_of_role_groups_stay_together_or_go(record: dict[str, Any], mapping: EditionMapping) -> None:
    told = deepcopy(record)
    told["insight"]["windows"]["professional"]["groups"] = {
        "uwv": {"pro_visie": 40.0},
        "sociaal_team": {"pro_visie": 60.0},
    }
    without = replace(mapping, roles={**mapping.roles, "professional": {"sociaal_team": "sociaal_team"}})

    kept, gone = (
        under_edition(told, one)["insight"]["windows"]["professional"]["groups"] for one in (mapping, without)
    )

    assert kept == {"uwv_werkbedrijf": {"pro_visie": 40.0}, "sociaal_team": {"pro_visie": 60.0}}
    assert gone is None


def test_windows_that_are_not_shown_stay_as_they_are(mapping: EditionMapping) -> None:
    hidden = result_document(score_scan(INSTRUMENT, [respond("inwoner"), *many(5, "professional")]))

    moved = under_edition(hidden, mapping)["windows"]

    assert [moved[window]["status"] for window in WINDOWS] == ["below_minimum", "shown", "absent", "absent"]
    assert moved["inwoner"] == hidden["windows"]["inwoner"]


def test_an_outline_becomes_the_outline_of_the_document_that_it_would_become(
    document: dict[str, Any], mapping: EditionMapping
) -> None:
    for one in (mapping, replace(mapping, position=False)):
        assert under_edition(result_outline(document), one) == result_outline(under_edition(document, one))


def test_comparing_needs_to_know_nothing_of_editions(
    document: dict[str, Any], later: Edition, mapping: EditionMapping
) -> None:
    new = result_document(score_scan(later.instrument, later_answers(later)))

    found = compare_results(later.instrument, under_edition(document, mapping), new)

    assert found["dimensions"]["inw_helderheid"]["verdict"] == "echte verandering"
    assert found["features"]["beraad"]["delta"] is not None
    assert found["position"]["delta"] is not None
    assert found["dimensions"]["org_regie"] == NOTHING
    assert found["features"]["sturing"] == NOTHING
    assert found["orders"]["1"] == NOTHING
    assert found["orders"]["2"]["delta"] is not None
    assert found["role_mix_shifted"] is False


def later_answers(later: Edition) -> list[Response]:
    """As many people as before, in the role groups of the later edition, who choose the highest answer everywhere."""
    roles = [("inwoner", "zelf", 6), ("professional", "uwv_werkbedrijf", 12), ("professional", "sociaal_team", 12)]
    roles += [("organisatie", "teammanager", 3), ("beleid", "beleidsadviseur", 12)]
    return [
        Response(window, role, {item.id: item.options[-1] for item in later.instrument.window(window).scored_items()})
        for window, role, n in roles
        for _ in range(n)
    ]
