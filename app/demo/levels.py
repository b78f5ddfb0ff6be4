"""What else the example answers say: a level (0..1) per question without a coded feature, and the residents' view.

The features of staff come from the coding (`cases.py`). These levels are our reading of the same report, one column per
situation; where the report is silent they are invented. The report describes the end of phase 1 for the three
municipalities together, so they share a column. The learning indicators are the vectors L2 and L1 of the method.
"""

from __future__ import annotations

PHASE_1, HOUTEN_2, WOERDEN_2, WIJK_2 = range(4)

# fmt: off
LEVELS: dict[str, tuple[float, float, float, float]] = {
    # Residents. Phase 1: not heard, parties that do not know of each other (A:312-338). Phase 2: where intakes are
    # joint a clear point of contact, the whole story and trust (A:544-554, 648); in Wijk bij Duurstede no joint intake.
    "inw_samenhang_1":     (0.35, 0.80, 0.70, 0.50),  # A:310, 548-554
    "inw_samenhang_2":     (0.20, 0.70, 0.60, 0.45),  # A:334
    "inw_regie_1":         (0.20, 0.80, 0.70, 0.35),  # A:316, 554
    "inw_regie_2":         (0.02, 0.95, 0.70, 0.10),  # A:346, 548, 640
    "inw_relatie_1":       (0.30, 0.85, 0.75, 0.50),  # A:324, 336, 554
    "inw_relatie_2":       (0.30, 0.85, 0.75, 0.50),  # A:338, 648
    "inw_afstemming_1":    (0.05, 0.85, 0.65, 0.90),  # A:416, 528, 544
    "inw_afstemming_2":    (0.10, 0.80, 0.55, 0.45),  # A:336, 528
    "inw_afstemming_3":    (0.05, 0.80, 0.75, 0.25),  # A:334, 570
    "inw_duidelijkheid_1": (0.40, 0.70, 0.65, 0.50),  # A:384
    "inw_duidelijkheid_2": (0.35, 0.75, 0.70, 0.55),  # A:426, 528, 544
    "inw_meedoen_1":       (0.30, 0.80, 0.70, 0.45),  # A:316, 332, 550
    "inw_meedoen_2":       (0.08, 0.60, 0.55, 0.20),  # A:316, 648
    "inw_invloed_1":       (0.00, 0.67, 0.67, 0.50),  # A:350-352

    # Professionals. Phase 1: another language, unknown territory, no room (A:362-384, 467, 490). Phase 2: each other's
    # expertise known and used, and where intakes are joint less hindrance from rules (A:562-580, 612).
    "pro_visie_2":         (0.25, 0.55, 0.50, 0.50),  # A:362-364, 558, 734
    "pro_kennen_1":        (0.40, 0.75, 0.70, 0.60),  # A:379, 578
    "pro_kennen_2":        (0.40, 0.80, 0.70, 0.60),  # A:380, 566
    "pro_kennen_3":        (0.45, 0.75, 0.70, 0.60),  # A:365-367, 570
    "pro_inwoner_2":       (0.45, 0.85, 0.75, 0.55),  # A:312-316, 554
    "pro_inwoner_3":       (0.60, 0.85, 0.80, 0.65),  # A:382, 574
    "pro_ruimte_1":        (0.20, 0.80, 0.60, 0.30),  # A:467, 598, 612
    "pro_ruimte_2":        (0.35, 0.80, 0.65, 0.40),  # A:490, 598, 612
    "pro_motivatie_1":     (0.80, 0.95, 0.90, 0.85),  # A:394, 618
    "pro_motivatie_2":     (0.50, 0.75, 0.70, 0.70),  # A:316, 612
    "pro_motivatie_3":     (0.40, 0.70, 0.65, 0.55),  # A:430, 602, 765
    "pro_motivatie_4":     (0.65, 0.90, 0.85, 0.75),  # A:614
    "pro_leren_1":         (0.50, 0.75, 0.75, 0.75),  # A:742
    "pro_leren_2":         (0.50, 0.75, 0.75, 0.75),  # A:574-580
    "pro_leren_3":         (0.25, 0.75, 0.75, 0.75),  # A:518, 602, 702
    "pro_leren_4":         (0.50, 0.75, 0.75, 0.75),  # A:548, 562-566
    "pro_leren_5":         (0.25, 0.50, 0.50, 0.50),  # A:745-747
    "pro_leren_6":         (0.25, 0.50, 0.50, 0.50),  # A:747

    # Organisations. Phase 1: process, time and the line upward are still to be arranged (A:404, 419, 428-430). Phase 2:
    # a project leader in Houten, managers in Wijk bij Duurstede (A:598); time stays short everywhere (A:602).
    "org_proces_6":        (0.30, 0.60, 0.50, 0.70),  # A:257, 404, 588
    "org_vorm_1":          (0.50, 0.90, 0.60, 0.65),  # A:427, 640-644
    "org_vorm_2":          (0.35, 0.60, 0.50, 0.60),  # A:720, 1026
    "org_project_1":       (0.25, 0.60, 0.40, 0.55),  # A:602, 678
    "org_project_2":       (0.25, 0.90, 0.40, 0.50),  # A:598, 678
    "org_project_3":       (0.25, 0.55, 0.35, 0.45),  # A:602
    "org_faciliteren_1":   (0.25, 0.45, 0.40, 0.40),  # A:428-430, 602, 628
    "org_faciliteren_2":   (0.30, 0.50, 0.45, 0.50),  # A:574, 602
    "org_faciliteren_3":   (0.25, 0.40, 0.35, 0.45),  # A:682
    "org_verticaal_1":     (0.35, 0.70, 0.55, 0.60),  # A:438-440, 598
    "org_verticaal_2":     (0.30, 0.55, 0.50, 0.85),  # A:419, 598
    "org_verticaal_3":     (0.30, 0.80, 0.65, 0.50),  # A:598, 612
    "org_leren_1":         (0.25, 0.75, 0.75, 0.75),  # A:588
    "org_leren_2":         (0.25, 0.75, 0.75, 0.75),  # A:518, 602
    "org_leren_3":         (0.25, 0.50, 0.50, 0.50),  # A:518, 872
    "org_leren_4":         (0.25, 0.50, 0.50, 0.50),  # A:749-753
    "org_leren_5":         (0.00, 0.25, 0.25, 0.25),  # A:745, 757
    "org_leren_6":         (0.00, 0.25, 0.25, 0.25),  # A:614, 658, 682

    # Policy. Phase 1: a fine vision, hardly an assignment (A:446-462, 490, 500). Phase 2: commitment of administrators
    # in Houten and Woerden (A:612), written agreements in Wijk bij Duurstede (A:588); budgets stay apart (A:626),
    # legality and performance prevail (A:694).
    "bel_visie_1":         (0.80, 0.75, 0.75, 0.75),  # A:446-462
    "bel_visie_2":         (0.55, 0.65, 0.60, 0.60),  # A:618, 876
    "bel_visie_3":         (0.45, 0.45, 0.45, 0.55),  # A:658, 682
    "bel_vertaling_1":     (0.40, 0.55, 0.50, 0.70),  # A:490, 500, 514, 524
    "bel_vertaling_2":     (0.45, 0.55, 0.45, 0.95),  # A:500, 588, 644
    "bel_vertaling_3":     (0.40, 0.45, 0.45, 0.50),  # A:789, 1030
    "bel_ruimte_1":        (0.50, 0.85, 0.75, 0.50),  # A:460, 490, 612
    "bel_ruimte_2":        (0.60, 0.85, 0.80, 0.60),  # A:470, 612
    "bel_ruimte_3":        (0.35, 0.75, 0.75, 0.40),  # A:278, 791
    "bel_verbinding_1":    (0.30, 0.45, 0.40, 0.70),  # A:514, 598
    "bel_verbinding_2":    (0.40, 0.60, 0.50, 0.60),  # A:440, 598
    "bel_verbinding_3":    (0.35, 0.45, 0.40, 0.45),  # A:274-278
    "bel_financien_1":     (0.40, 0.45, 0.40, 0.45),  # A:602, 628
    "bel_financien_2":     (0.15, 0.20, 0.20, 0.20),  # A:626
    "bel_financien_3":     (0.20, 0.30, 0.25, 0.30),  # A:626, 1035
    "bel_regio_1":         (0.35, 0.50, 0.45, 0.45),  # A:474-475, 718-722
    "bel_regio_2":         (0.45, 0.50, 0.50, 0.60),  # A:437, 524, 734
    "bel_regio_3":         (0.45, 0.55, 0.50, 0.45),  # A:466, 648
    "bel_sturing_1":       (0.80, 0.65, 0.70, 0.70),  # A:694
    "bel_sturing_2":       (0.75, 0.65, 0.65, 0.65),  # A:694
    "bel_sturing_3":       (0.45, 0.65, 0.60, 0.60),  # A:694, 856
    "bel_sturing_4":       (0.30, 0.45, 0.40, 0.35),  # A:694, 856
    "bel_leren_1":         (0.25, 0.50, 0.50, 0.50),  # A:518, 872
    "bel_leren_2":         (0.25, 0.25, 0.25, 0.25),  # A:803
    "bel_leren_3":         (0.25, 0.50, 0.50, 0.50),  # A:749-753
    "bel_leren_4":         (0.00, 0.25, 0.25, 0.25),  # A:745, 757
    "bel_leren_5":         (0.00, 0.25, 0.25, 0.25),  # A:614, 658
    "bel_leren_6":         (0.35, 0.45, 0.40, 0.45),  # A:404-406, 618
}
# fmt: on
