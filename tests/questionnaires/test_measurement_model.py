"""Every edition of method mm-1.0 is the instrument that the measurement model describes, table by table."""

from __future__ import annotations

from collections import Counter

import pytest

from questionnaires.edition import Edition
from questionnaires.library import available_editions, load_edition

E = {
    "advies": (0, 0.75, 0.75, 0.75, 0.75, 1, 1),
    "info": (0, 0.25, 0.5, 0.75, 0.75, 1, 1),
    "formeel": (0, 0, 0.25, 0.75, 1, 1, 1),
    "coord": (0, 0, 0.25, 0.75, 1, 1, 1),
    "sturing": (0, 0, 0, 0.5, 1, 1, 1),
    "plan": (0, 0, 0.25, 0.5, 0.75, 1, 1),
    "doel": (0, 0, 0.25, 0.5, 0.5, 0.5, 1),
    "overleg": (0, 0.25, 0.25, 0.5, 0.5, 1, 1),
    "besluit": (0, 0.25, 0.25, 0.25, 0.5, 1, 1),
    "gelijk": (0, 0, 0.25, 0.25, 0.25, 0.5, 1),
    "grenzen": (0, 0, 0.25, 0.25, 0.5, 0.75, 1),
    "inwoner": (0, 0, 0, 0.25, 0.25, 1, 1),
    "monitoring": (0, 0, 0, 0.5, 0.75, 1, 1),
    "intake": (0, 0, 0.25, 0.5, 0.5, 1, 1),
    "sluitend": (0, 0, 0.25, 0.25, 0.5, 0.5, 1),
}
HALF = {"plan", "doel", "monitoring", "intake"}
CODES = {
    "professional": {
        "pro_visie": ["doel", None],
        "pro_kennen": [None] * 3,
        "pro_inwoner": ["inwoner", None, None],
        "pro_samen": ["advies", "info", "overleg", "besluit", "gelijk", "grenzen"],
        "pro_regie": ["formeel", "coord", "sturing", "plan", "intake", "monitoring", "sluitend"],
        "pro_ruimte": [None] * 2,
        "pro_motivatie": [None] * 4,
        "pro_leren": ["l1a", "l1c", "l2a", "l2b", "l3a", "l3d"],
    },
    "organisatie": {
        "org_samenwerking": ["advies", "info", "overleg", "besluit", "gelijk", "grenzen", "doel"],
        "org_proces": ["intake", "monitoring", "formeel", "sluitend", "inwoner", None],
        "org_regie": ["coord", "sturing", "plan"],
        "org_vorm": [None] * 2,
        "org_project": [None] * 3,
        "org_faciliteren": [None] * 3,
        "org_verticaal": [None] * 3,
        "org_leren": ["l1b", "l2a", "l2c", "l3b", "l3c", "l3e"],
    },
    "inwoner": {
        "inw_samenhang": [None] * 2,
        "inw_regie": [None, "inwoner"],
        "inw_relatie": [None] * 2,
        "inw_afstemming": ["coord", "info", "plan"],
        "inw_duidelijkheid": [None] * 2,
        "inw_meedoen": [None, "sluitend"],
        "inw_invloed": ["l2c"],
    },
    "beleid": {
        "bel_visie": [None] * 3,
        "bel_vertaling": [None] * 3,
        "bel_ruimte": [None] * 3,
        "bel_verbinding": [None] * 3,
        "bel_financien": [None] * 3,
        "bel_regio": [None] * 3,
        "bel_sturing": [None] * 4,
        "bel_leren": ["l2c", "l3a", "l3b", "l3c", "l3e", None],
    },
}
MIRRORS = {
    "tafel": "inw_regie_2 pro_inwoner_1 org_proces_5",
    "aanspreekpunt": "inw_afstemming_1 pro_regie_2 org_regie_1",
    "verhaal": "inw_afstemming_2 pro_samen_2 org_samenwerking_2",
    "plan": "inw_afstemming_3 pro_regie_4 org_regie_3",
    "overdracht": "inw_meedoen_2 pro_regie_7 org_proces_4",
    "prioriteit": "inw_regie_1 pro_inwoner_2",
    "gehoord": "inw_relatie_1 pro_inwoner_3",
    "afspraken": "pro_regie_1 org_proces_3 bel_vertaling_2",
    "monitoring": "pro_regie_6 org_proces_2",
    "doel": "pro_visie_1 org_samenwerking_7 bel_regio_2",
    "visie": "pro_visie_2 bel_visie_1",
    "mandaat": "pro_ruimte_1 bel_ruimte_1",
    "rugdekking": "pro_ruimte_2 org_verticaal_3 bel_ruimte_2",
    "inbreng": "inw_invloed_1 org_leren_3 bel_leren_1",
    "l3a": "pro_leren_5 bel_leren_2",
    "l3b": "org_leren_4 bel_leren_3",
    "l3c": "org_leren_5 bel_leren_4",
    "l3e": "org_leren_6 bel_leren_5",
    "tijd": "org_faciliteren_1 bel_financien_1",
    "advies": "pro_samen_1 org_samenwerking_1",
    "sturing": "pro_regie_3 org_regie_2",
    "overleg": "pro_samen_3 org_samenwerking_3",
    "besluit": "pro_samen_4 org_samenwerking_4",
    "gelijk": "pro_samen_5 org_samenwerking_5",
    "grenzen": "pro_samen_6 org_samenwerking_6",
    "intake": "pro_regie_5 org_proces_1",
}
RECOMMENDATIONS = {  # line, actor, triggers (half weight in brackets), development tasks
    "R01": (815, "professional", "inw_relatie_1 inw_relatie_2 pro_inwoner_3", (1, 4)),
    "R02": (816, "professional", "inw_regie_1 pro_inwoner_2", (1,)),
    "R03": (817, "professional", "pro_inwoner_3 (inw_relatie_1) (l1c)", (4,)),
    "R04": (821, "professional", "overleg pro_kennen_2 (pro_kennen_1) (pro_kennen_3)", (2, 8)),
    "R05": (822, "professional", "doel pro_visie_2", (3,)),
    "R06": (823, "professional", "sluitend", (10,)),
    "R07": (827, "professional", "l3d (l2b) (org_verticaal_1) (inw_invloed_1)", (1, 3, 9)),
    "R08": (833, "organisatie", "info coord overleg", (5, 7)),
    "R09": (834, "organisatie", "besluit overleg inwoner", (1, 5)),
    "R10": (835, "organisatie", "intake monitoring", (7,)),
    "R11": (839, "organisatie", "formeel (org_proces_6)", (3, 7)),
    "R12": (840, "organisatie", "plan (doel)", (7, 10)),
    "R13": (841, "organisatie", "coord (sturing)", (10,)),
    "R14": (845, "organisatie", "org_project_1", ()),
    "R15": (846, "organisatie", "org_project_2", ()),
    "R16": (850, "organisatie", "org_project_3", (13,)),
    "R17": (856, "beleid", "bel_sturing", (6,)),
    "R18": (857, "beleid", "bel_vertaling_1", ()),
    "R19": (858, "beleid", "bel_verbinding_2 (org_verticaal_1) (org_verticaal_2)", ()),
    "R20": (859, "beleid", "pro_ruimte_2 org_verticaal_3 bel_ruimte_2", (6,)),
    "R21": (863, "beleid", "bel_regio_1 (org_vorm_2)", (12,)),
    "R22": (864, "beleid", "bel_regio_3 (inw_samenhang_2)", (7, 12)),
    "R23": (865, "beleid", "bel_regio_2 doel", (6,)),
    "R24": (869, "beleid", "bel_vertaling_2 formeel", (7, 8, 11)),
    "R25": (870, "beleid", "bel_verbinding_1 (l3b)", ()),
    "R26": (871, "beleid", "bel_ruimte_1 pro_ruimte_1", (6,)),
    "R27": (872, "beleid", "bel_leren_6 (l2c) (monitoring)", (1, 9)),
    "R28": (876, "beleid", "bel_visie_2", (13,)),
    "R29": (880, "beleid", "bel_financien_1 org_faciliteren_1 (org_faciliteren_2)", (13,)),
    "R30": (881, "beleid", "bel_financien_2", (13,)),
}
TASKS = {
    1: "inwoner",
    **dict.fromkeys((2, 3, 4, 5), "professional"),
    **dict.fromkeys((6, 7, 8, 9, 10), "organisatie"),
    **dict.fromkeys((11, 12, 13), "beleid"),
    14: None,
}


@pytest.fixture(
    scope="module", params=[one for one in available_editions() if load_edition(one).file.method == "mm-1.0"]
)
def edition(request: pytest.FixtureRequest) -> Edition:
    return load_edition(request.param)


@pytest.mark.parametrize(
    ("window", "dimensions", "items", "scored"),
    [("inwoner", 7, 14, 14), ("professional", 8, 34, 33), ("organisatie", 8, 35, 33), ("beleid", 8, 31, 28)],
)
def test_each_window_has_the_questions_of_section_2(window, dimensions: int, items: int, scored: int, edition: Edition):
    context = edition.windows[window].context_items

    assert len(edition.dimensions_of(window)) == dimensions
    assert len(edition.items_of(window)) == scored
    assert len(edition.items_of(window)) + len(context) == items


@pytest.mark.parametrize("window", CODES)
def test_every_item_feeds_what_section_2_says(window, edition: Edition):
    fed = {
        dimension.id: [item.feature or item.indicator for item in dimension.items]
        for dimension in edition.dimensions_of(window)
    }

    assert fed == CODES[window]


def test_features_have_the_rows_and_weights_of_section_3_2(edition: Edition):
    assert {row.id: row.expected for row in edition.continuum.features} == E
    assert {row.id for row in edition.continuum.features if row.weight == 0.5} == HALF
    assert list(E) == [row.id for row in edition.continuum.features]


def test_residents_choose_from_four_answers_and_staff_from_five(edition: Edition):
    formats = {window: Counter(item.format for item in edition.items_of(window)) for window in edition.windows}

    assert formats == {
        "inwoner": {"freq4": 14},
        "professional": {"bars5": 24, "eens5": 7, "freq4": 2},
        "organisatie": {"bars5": 23, "eens5": 10},
        "beleid": {"bars5": 24, "eens5": 4},
    }


def test_roles_and_barriers_have_the_fixed_ids(edition: Edition):
    roles = {window: [role.id for role in roles] for window, roles in edition.roles.roles.items()}

    assert roles == {
        "inwoner": ["zelf", "vertegenwoordiger"],
        "professional": ["sociaal_team", "werk_inkomen", "uwv", "zorg_welzijn", "overig", "onbekend"],
        "organisatie": ["teammanager", "projectleider", "directie", "onbekend"],
        "beleid": ["beleidsadviseur", "programmamanager", "bestuurder", "onbekend"],
    }
    assert [barrier.id for barrier in edition.barriers.barriers] == [
        "projectmatig", "mandaat", "partners", "regionaal_landelijk", "personeelswisselingen", "geld",
        "gegevensuitwisseling", "wetten", "prikkels",
    ]  # fmt: skip


def test_mirrors_have_the_order_and_the_items_of_section_5_7(edition: Edition):
    assert {mirror.code: " ".join(mirror.items.values()) for mirror in edition.mirrors.mirrors} == MIRRORS
    assert [mirror.code for mirror in edition.mirrors.mirrors] == list(MIRRORS)


def test_pairs_of_windows_have_the_signals_of_section_5_7(edition: Edition):
    assert [(pair.a, pair.b, pair.signal) for pair in edition.mirrors.pairs] == [
        ("inwoner", "professional", "professionals positiever"),
        ("professional", "organisatie", None),
        ("organisatie", "beleid", None),
        ("professional", "beleid", "papieren ambitie"),
    ]
    assert edition.mirrors.horizontal_items == ("pro_visie_2", "pro_kennen_1", "pro_kennen_2", "pro_kennen_3")


def test_core_features_are_those_of_section_3_5(edition: Edition):
    assert {model.number: set(model.core_features) for model in edition.continuum.models} == {
        1: set(),
        2: {"advies"},
        3: {"info"},
        4: {"coord", "formeel"},
        5: {"sturing"},
        6: {"overleg", "besluit", "inwoner"},
        7: {"gelijk", "grenzen", "sluitend", "doel"},
    }
    assert edition.continuum.window_weights == {"professional": 0.5, "organisatie": 0.3, "inwoner": 0.2}


def test_recommendations_are_triggered_as_section_6_1_says(edition: Edition):
    actors = {group.id: group.actor for group in edition.recommendations.groups}
    found = {
        advice.id: (
            advice.line,
            actors[advice.group],
            " ".join(trigger.id if trigger.weight == 1 else f"({trigger.id})" for trigger in advice.triggers),
            advice.development_tasks,
        )
        for advice in edition.recommendations.recommendations
    }

    assert found == RECOMMENDATIONS
    weights = {trigger.weight for advice in edition.recommendations.recommendations for trigger in advice.triggers}
    assert weights == {1, 0.5}


def test_development_tasks_belong_to_the_windows_of_section_6_4(edition: Edition):
    assert {task.number: task.window for task in edition.development_tasks.tasks} == TASKS


def test_recommendations_have_the_steps_and_prerequisites_of_section_6_1(edition: Edition):
    assert len(edition.recommendations.groups) == 11
    first = {advice.id: advice.first for advice in edition.recommendations.recommendations if advice.first}
    assert first == {"R06": "R13", "R09": "R08", "R10": "R26", "R12": "R05", "R16": "R15", "R25": "R24", "R30": "R23"}
    steps = {advice.id: advice.step for advice in edition.recommendations.recommendations if advice.step}
    assert steps == {
        "R04": 3, "R06": 5, "R08": 4, "R09": 6, "R10": 6, "R11": 4, "R12": 5, "R13": 4, "R24": 4,
    }  # fmt: skip


def test_learning_orders_and_weights_are_those_of_section_4(edition: Edition):
    indicators = [[one.id for one in order.indicators] for order in edition.learning.orders]

    assert indicators == [["l1a", "l1b", "l1c"], ["l2a", "l2b", "l2c"], ["l3a", "l3b", "l3c", "l3d", "l3e"]]
    assert edition.learning.window_weights == {
        "professional": 0.35,
        "organisatie": 0.30,
        "beleid": 0.20,
        "inwoner": 0.15,
    }


def test_staff_who_are_shown_by_function_confirm_that_they_know(edition: Edition):
    confirming = {window for window, content in edition.windows.items() if content.start.confirmation}

    assert confirming == {"organisatie", "beleid"}


def test_residents_have_no_team_form(edition: Edition):
    assert {window for window, content in edition.windows.items() if content.team_form is None} == {"inwoner"}


def test_every_dimension_has_a_place_in_the_heat_map(edition: Edition):
    placed = [name for theme in edition.file.themes for names in theme.dimensions.values() for name in names]

    assert sorted(placed) == sorted(edition.dimensions)
