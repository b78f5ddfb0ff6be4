"""The instrument, transcribed from the tables of the method.

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

EDITION = "integraal-werken/2026.2"
METHOD = "mm-1.0"

WINDOWS = ["inwoner", "professional", "organisatie", "beleid"]

ROLES = {
    "professional": ["sociaal_team", "werk_inkomen", "uwv", "zorg_welzijn", "overig", "onbekend"],
    "organisatie": ["teammanager", "projectleider", "directie", "onbekend"],
    "beleid": ["beleidsadviseur", "programmamanager", "bestuurder", "onbekend"],
    "inwoner": ["zelf", "vertegenwoordiger"],
}

DEFAULT_MINIMUM = {"inwoner": 5, "professional": 5, "organisatie": 1, "beleid": 1}

FEATURES = [
    "advies",
    "info",
    "formeel",
    "coord",
    "sturing",
    "plan",
    "doel",
    "overleg",
    "besluit",
    "gelijk",
    "grenzen",
    "inwoner",
    "monitoring",
    "intake",
    "sluitend",
]

E = {
    "advies": [0, 0.75, 0.75, 0.75, 0.75, 1, 1],
    "info": [0, 0.25, 0.5, 0.75, 0.75, 1, 1],
    "formeel": [0, 0, 0.25, 0.75, 1, 1, 1],
    "coord": [0, 0, 0.25, 0.75, 1, 1, 1],
    "sturing": [0, 0, 0, 0.5, 1, 1, 1],
    "plan": [0, 0, 0.25, 0.5, 0.75, 1, 1],
    "doel": [0, 0, 0.25, 0.5, 0.5, 0.5, 1],
    "overleg": [0, 0.25, 0.25, 0.5, 0.5, 1, 1],
    "besluit": [0, 0.25, 0.25, 0.25, 0.5, 1, 1],
    "gelijk": [0, 0, 0.25, 0.25, 0.25, 0.5, 1],
    "grenzen": [0, 0, 0.25, 0.25, 0.5, 0.75, 1],
    "inwoner": [0, 0, 0, 0.25, 0.25, 1, 1],
    "monitoring": [0, 0, 0, 0.5, 0.75, 1, 1],
    "intake": [0, 0, 0.25, 0.5, 0.5, 1, 1],
    "sluitend": [0, 0, 0.25, 0.25, 0.5, 0.5, 1],
}

W = {
    "advies": 1,
    "info": 1,
    "formeel": 1,
    "coord": 1,
    "sturing": 1,
    "plan": 0.5,
    "doel": 0.5,
    "overleg": 1,
    "besluit": 1,
    "gelijk": 1,
    "grenzen": 1,
    "inwoner": 1,
    "monitoring": 0.5,
    "intake": 0.5,
    "sluitend": 1,
}

CORE: dict[int, list[str]] = {
    1: [],
    2: ["advies"],
    3: ["info"],
    4: ["coord", "formeel"],
    5: ["sturing"],
    6: ["overleg", "besluit", "inwoner"],
    7: ["gelijk", "grenzen", "sluitend", "doel"],
}

OMEGA = {"professional": 0.5, "organisatie": 0.3, "inwoner": 0.2}
LAMBDA = {"professional": 0.35, "organisatie": 0.30, "beleid": 0.20, "inwoner": 0.15}

ORDERS = {1: ["l1a", "l1b", "l1c"], 2: ["l2a", "l2b", "l2c"], 3: ["l3a", "l3b", "l3c", "l3d", "l3e"]}
INDICATORS = [i for k in (1, 2, 3) for i in ORDERS[k]]

# Scored items: window -> dimension -> list of (item number, format, code);
# a code is a feature ("F:..") or a learning indicator ("L:..").
B, A5, Q4 = "BARS5", "EENS5", "FREQ4"
Row = tuple[int, str, str | None]
CONTENT: dict[str, dict[str, list[Row]]] = {
    "inwoner": {
        "inw_samenhang": [(1, Q4, None), (2, Q4, None)],
        "inw_regie": [(1, Q4, None), (2, Q4, "F:inwoner")],
        "inw_relatie": [(1, Q4, None), (2, Q4, None)],
        "inw_afstemming": [(1, Q4, "F:coord"), (2, Q4, "F:info"), (3, Q4, "F:plan")],
        "inw_duidelijkheid": [(1, Q4, None), (2, Q4, None)],
        "inw_meedoen": [(1, Q4, None), (2, Q4, "F:sluitend")],
        "inw_invloed": [(1, Q4, "L:l2c")],
    },
    "professional": {
        "pro_visie": [(1, B, "F:doel"), (2, B, None)],
        "pro_kennen": [(1, A5, None), (2, A5, None), (3, A5, None)],
        "pro_inwoner": [(1, B, "F:inwoner"), (2, Q4, None), (3, Q4, None)],
        "pro_samen": [
            (1, B, "F:advies"),
            (2, B, "F:info"),
            (3, B, "F:overleg"),
            (4, B, "F:besluit"),
            (5, B, "F:gelijk"),
            (6, B, "F:grenzen"),
        ],
        "pro_regie": [
            (1, B, "F:formeel"),
            (2, B, "F:coord"),
            (3, B, "F:sturing"),
            (4, B, "F:plan"),
            (5, B, "F:intake"),
            (6, B, "F:monitoring"),
            (7, B, "F:sluitend"),
        ],
        "pro_ruimte": [(1, B, None), (2, B, None)],
        "pro_motivatie": [(1, A5, None), (2, A5, None), (3, A5, None), (4, A5, None)],
        "pro_leren": [
            (1, B, "L:l1a"),
            (2, B, "L:l1c"),
            (3, B, "L:l2a"),
            (4, B, "L:l2b"),
            (5, B, "L:l3a"),
            (6, B, "L:l3d"),
        ],
    },
    "organisatie": {
        "org_samenwerking": [
            (1, B, "F:advies"),
            (2, B, "F:info"),
            (3, B, "F:overleg"),
            (4, B, "F:besluit"),
            (5, B, "F:gelijk"),
            (6, B, "F:grenzen"),
            (7, B, "F:doel"),
        ],
        "org_proces": [
            (1, B, "F:intake"),
            (2, B, "F:monitoring"),
            (3, B, "F:formeel"),
            (4, B, "F:sluitend"),
            (5, B, "F:inwoner"),
            (6, A5, None),
        ],
        "org_regie": [(1, B, "F:coord"), (2, B, "F:sturing"), (3, B, "F:plan")],
        "org_vorm": [(1, A5, None), (2, A5, None)],
        "org_project": [(1, A5, None), (2, A5, None), (3, A5, None)],
        "org_faciliteren": [(1, B, None), (2, A5, None), (3, A5, None)],
        "org_verticaal": [(1, A5, None), (2, A5, None), (3, B, None)],
        "org_leren": [
            (1, B, "L:l1b"),
            (2, B, "L:l2a"),
            (3, B, "L:l2c"),
            (4, B, "L:l3b"),
            (5, B, "L:l3c"),
            (6, B, "L:l3e"),
        ],
    },
    "beleid": {
        "bel_visie": [(1, B, None), (2, B, None), (3, B, None)],
        "bel_vertaling": [(1, B, None), (2, B, None), (3, B, None)],
        "bel_ruimte": [(1, B, None), (2, B, None), (3, B, None)],
        "bel_verbinding": [(1, B, None), (2, B, None), (3, B, None)],
        "bel_financien": [(1, B, None), (2, B, None), (3, B, None)],
        "bel_regio": [(1, B, None), (2, B, None), (3, B, None)],
        "bel_sturing": [(1, A5, None), (2, A5, None), (3, A5, None), (4, A5, None)],
        "bel_leren": [
            (1, B, "L:l2c"),
            (2, B, "L:l3a"),
            (3, B, "L:l3b"),
            (4, B, "L:l3c"),
            (5, B, "L:l3e"),
            (6, B, None),
        ],
    },
}

UNSCORED: dict[str, dict[str, str]] = {
    "inwoner": {},
    "professional": {"pro_beeld_1": "KEUZE7"},
    "organisatie": {"org_beeld_1": "KEUZE7", "org_belemmeringen_1": "CHECK"},
    "beleid": {"bel_ambitie_1": "KEUZE7", "bel_beeld_1": "KEUZE7", "bel_belemmeringen_1": "CHECK"},
}

BARRIERS = [
    "projectmatig",
    "mandaat",
    "partners",
    "regionaal_landelijk",
    "personeelswisselingen",
    "geld",
    "gegevensuitwisseling",
    "wetten",
    "prikkels",
]

SCORED = {
    f"{dimension}_{number}": (window, dimension, kind, code)
    for window, dimensions in CONTENT.items()
    for dimension, rows in dimensions.items()
    for number, kind, code in rows
}
FORMAT = {item: kind for item, (_, _, kind, _) in SCORED.items()}
WINDOW_OF = {item: window for item, (window, _, _, _) in SCORED.items()}
WINDOW_OF_DIMENSION = {dimension: window for window, dimension, _, _ in SCORED.values()}
ITEMS = {window: [item for item, row in SCORED.items() if row[0] == window] for window in WINDOWS}
DIMENSIONS = {
    window: {dimension: [item for item, row in SCORED.items() if row[1] == dimension] for dimension in CONTENT[window]}
    for window in WINDOWS
}


def _coded(letter: str) -> dict[str, dict[str, str]]:
    """Window -> code -> item, for the codes that begin with this letter."""
    return {
        window: {
            code[2:]: item for item, (w, _, _, code) in SCORED.items() if w == window and code and code[0] == letter
        }
        for window in WINDOWS
    }


FEATURE_ITEM, INDICATOR_ITEM = _coded("F"), _coded("L")

# Mirrors of 5.7, in the order of the table; then the seven other features in feature order (ruling 35).
MIRRORS: list[tuple[str, dict[str, str]]] = [
    ("tafel", {"inwoner": "inw_regie_2", "professional": "pro_inwoner_1", "organisatie": "org_proces_5"}),
    ("aanspreekpunt", {"inwoner": "inw_afstemming_1", "professional": "pro_regie_2", "organisatie": "org_regie_1"}),
    ("verhaal", {"inwoner": "inw_afstemming_2", "professional": "pro_samen_2", "organisatie": "org_samenwerking_2"}),
    ("plan", {"inwoner": "inw_afstemming_3", "professional": "pro_regie_4", "organisatie": "org_regie_3"}),
    ("overdracht", {"inwoner": "inw_meedoen_2", "professional": "pro_regie_7", "organisatie": "org_proces_4"}),
    ("prioriteit", {"inwoner": "inw_regie_1", "professional": "pro_inwoner_2"}),
    ("gehoord", {"inwoner": "inw_relatie_1", "professional": "pro_inwoner_3"}),
    ("afspraken", {"professional": "pro_regie_1", "organisatie": "org_proces_3", "beleid": "bel_vertaling_2"}),
    ("monitoring", {"professional": "pro_regie_6", "organisatie": "org_proces_2"}),
    ("doel", {"professional": "pro_visie_1", "organisatie": "org_samenwerking_7", "beleid": "bel_regio_2"}),
    ("visie", {"professional": "pro_visie_2", "beleid": "bel_visie_1"}),
    ("mandaat", {"professional": "pro_ruimte_1", "beleid": "bel_ruimte_1"}),
    ("rugdekking", {"professional": "pro_ruimte_2", "organisatie": "org_verticaal_3", "beleid": "bel_ruimte_2"}),
    ("inbreng", {"inwoner": "inw_invloed_1", "organisatie": "org_leren_3", "beleid": "bel_leren_1"}),
    ("l3a", {"professional": "pro_leren_5", "beleid": "bel_leren_2"}),
    ("l3b", {"organisatie": "org_leren_4", "beleid": "bel_leren_3"}),
    ("l3c", {"organisatie": "org_leren_5", "beleid": "bel_leren_4"}),
    ("l3e", {"organisatie": "org_leren_6", "beleid": "bel_leren_5"}),
    ("tijd", {"organisatie": "org_faciliteren_1", "beleid": "bel_financien_1"}),
    ("advies", {"professional": "pro_samen_1", "organisatie": "org_samenwerking_1"}),
    ("sturing", {"professional": "pro_regie_3", "organisatie": "org_regie_2"}),
    ("overleg", {"professional": "pro_samen_3", "organisatie": "org_samenwerking_3"}),
    ("besluit", {"professional": "pro_samen_4", "organisatie": "org_samenwerking_4"}),
    ("gelijk", {"professional": "pro_samen_5", "organisatie": "org_samenwerking_5"}),
    ("grenzen", {"professional": "pro_samen_6", "organisatie": "org_samenwerking_6"}),
    ("intake", {"professional": "pro_regie_5", "organisatie": "org_proces_1"}),
]
PAIRS = [
    ("inwoner", "professional"),
    ("professional", "organisatie"),
    ("organisatie", "beleid"),
    ("professional", "beleid"),
]

STEERING = ["rechtmatig", "presterend", "samenwerkend", "responsief"]
