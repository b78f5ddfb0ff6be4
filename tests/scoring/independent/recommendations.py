"""The thirty recommendations with what makes them needed, transcribed from the table of section 6.1.

This is part of a second implementation, written from the text of the method without looking at the first; if the two
differ, one of them misreads the method.
"""

from __future__ import annotations

Trigger = tuple[str, str, float]
Row = tuple[str, int, int, list[Trigger], int | None, str | None]
# id, line, heading, triggers (kind, name, weight v), model step, prerequisite.
# Kinds: F feature, I item, L learning indicator, D dimension.
RECOMMENDATIONS: list[Row] = [
    ("R01", 815, 813, [("I", "inw_relatie_1", 1), ("I", "inw_relatie_2", 1), ("I", "pro_inwoner_3", 1)], None, None),
    ("R02", 816, 813, [("I", "inw_regie_1", 1), ("I", "pro_inwoner_2", 1)], None, None),
    ("R03", 817, 813, [("I", "pro_inwoner_3", 1), ("I", "inw_relatie_1", 0.5), ("L", "l1c", 0.5)], None, None),
    (
        "R04",
        821,
        819,
        [("F", "overleg", 1), ("I", "pro_kennen_2", 1), ("I", "pro_kennen_1", 0.5), ("I", "pro_kennen_3", 0.5)],
        3,
        None,
    ),
    ("R05", 822, 819, [("F", "doel", 1), ("I", "pro_visie_2", 1)], None, None),
    ("R06", 823, 819, [("F", "sluitend", 1)], 5, "R13"),
    (
        "R07",
        827,
        825,
        [("L", "l3d", 1), ("L", "l2b", 0.5), ("I", "org_verticaal_1", 0.5), ("I", "inw_invloed_1", 0.5)],
        None,
        None,
    ),
    ("R08", 833, 831, [("F", "info", 1), ("F", "coord", 1), ("F", "overleg", 1)], 4, None),
    ("R09", 834, 831, [("F", "besluit", 1), ("F", "overleg", 1), ("F", "inwoner", 1)], 6, "R08"),
    ("R10", 835, 831, [("F", "intake", 1), ("F", "monitoring", 1)], 6, "R26"),
    ("R11", 839, 837, [("F", "formeel", 1), ("I", "org_proces_6", 0.5)], 4, None),
    ("R12", 840, 837, [("F", "plan", 1), ("F", "doel", 0.5)], 5, "R05"),
    ("R13", 841, 837, [("F", "coord", 1), ("F", "sturing", 0.5)], 4, None),
    ("R14", 845, 843, [("I", "org_project_1", 1)], None, None),
    ("R15", 846, 843, [("I", "org_project_2", 1)], None, None),
    ("R16", 850, 843, [("I", "org_project_3", 1)], None, "R15"),
    ("R17", 856, 854, [("D", "bel_sturing", 1)], None, None),
    ("R18", 857, 854, [("I", "bel_vertaling_1", 1)], None, None),
    (
        "R19",
        858,
        854,
        [("I", "bel_verbinding_2", 1), ("I", "org_verticaal_1", 0.5), ("I", "org_verticaal_2", 0.5)],
        None,
        None,
    ),
    ("R20", 859, 854, [("I", "pro_ruimte_2", 1), ("I", "org_verticaal_3", 1), ("I", "bel_ruimte_2", 1)], None, None),
    ("R21", 863, 861, [("I", "bel_regio_1", 1), ("I", "org_vorm_2", 0.5)], None, None),
    ("R22", 864, 861, [("I", "bel_regio_3", 1), ("I", "inw_samenhang_2", 0.5)], None, None),
    ("R23", 865, 861, [("I", "bel_regio_2", 1), ("F", "doel", 1)], None, None),
    ("R24", 869, 867, [("I", "bel_vertaling_2", 1), ("F", "formeel", 1)], 4, None),
    ("R25", 870, 867, [("I", "bel_verbinding_1", 1), ("L", "l3b", 0.5)], None, "R24"),
    ("R26", 871, 867, [("I", "bel_ruimte_1", 1), ("I", "pro_ruimte_1", 1)], None, None),
    ("R27", 872, 867, [("I", "bel_leren_6", 1), ("L", "l2c", 0.5), ("F", "monitoring", 0.5)], None, None),
    ("R28", 876, 874, [("I", "bel_visie_2", 1)], None, None),
    (
        "R29",
        880,
        878,
        [("I", "bel_financien_1", 1), ("I", "org_faciliteren_1", 1), ("I", "org_faciliteren_2", 0.5)],
        None,
        None,
    ),
    ("R30", 881, 878, [("I", "bel_financien_2", 1)], None, "R23"),
]
ACTOR = {r[0]: "P" if r[0] <= "R07" else "O" if r[0] <= "R16" else "B" for r in RECOMMENDATIONS}
INFLUENCE: dict[str | None, dict[str, float]] = {
    "professional": {"P": 1.0, "O": 0.8, "B": 0.6},
    "organisatie": {"P": 0.8, "O": 1.0, "B": 0.8},
    "beleid": {"P": 0.6, "O": 0.8, "B": 1.0},
    None: {"P": 1.0, "O": 1.0, "B": 1.0},
}
