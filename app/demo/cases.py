"""How the report describes the three municipalities, coded as features of collaboration, with lines and reasons.

`A:nnn` is line nnn of the report (Binkhorst 2021). Per feature stand the levels (0..1) that the text allows, by the
anchors of the content; `None` among them: the text can also be read as silent. Nothing here knows what the scan makes
of it. `docs/cases.md` discusses the coding.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """The levels of one feature that the text allows, the lines that say so, and why in one sentence."""

    feature: str
    levels: tuple[float | None, ...]
    lines: tuple[str, ...]
    reason: str

    def level(self) -> float | None:
        """The middle of the levels that the text allows; None where it allows none."""
        known = [level for level in self.levels if level is not None]
        return sum(known) / len(known) if known else None


@dataclass(frozen=True, slots=True)
class Case:
    """One coded situation: what the report states about the form of collaboration, and the fifteen features."""

    id: str
    title: str
    stated: str
    codes: tuple[Code, ...]

    def levels(self) -> dict[str, tuple[float | None, ...]]:
        """Feature -> the levels that the text allows."""
        return {code.feature: code.levels for code in self.codes}


def _code(feature: str, levels: tuple[float | None, ...], lines: str, reason: str) -> Code:
    return Code(feature, levels, tuple(f"A:{line}" for line in lines.split()), reason)


SILENT = "The text says nothing about who has how much say."

PHASE_1 = Case(
    "fase-1",
    "End of phase 1, the three municipalities together",
    "Most like *consultatief* or *collaboratief*, more intensive forms are not seen (A:494); still mainly "
    "*consultatief* (A:588).",
    (
        _code("advies", (0.75, 1), "396 494", "Advice is what the professionals mainly give each other."),
        _code(
            "info", (0.25, 0.5), "396 494", "Information is given, but everybody takes it back to the own organisation."
        ),
        _code("formeel", (0, 0.25), "404 496 500", "Process agreements are asked for and still have to be made."),
        _code(
            "coord",
            (0, 0.25),
            "398 416 496",
            "In most cases nobody coordinates, and who keeps overview is an open question.",
        ),
        _code("sturing", (0,), "395 398", "Every party works from its own assignment and nobody leads."),
        _code("plan", (0, 0.25), "397", "There is no clear agreement about follow-up."),
        _code("doel", (0, 0.25), "362-367 397", "Views differ by profession and the final goal is not agreed."),
        _code("overleg", (0.25, 0.5), "292 425", "Case meetings exist, in a form that differs per municipality."),
        _code("besluit", (0, 0.25), "396", "What is heard is decided upon inside the own organisation."),
        _code("gelijk", (None,), "241", SILENT),
        _code("grenzen", (0,), "395 316", "People reason and work from their own assignment."),
        _code(
            "inwoner",
            (0,),
            "312-316 346",
            "The resident is not central, and being at the table is what residents ask for.",
        ),
        _code("monitoring", (0, 0.25), "404 496", "Cases are followed only to a small extent."),
        _code("intake", (0, 0.25), "426", "Questions come in through different entrances."),
        _code("sluitend", (0, 0.25), "294 316", "Some people fall under nothing, and are let go too early."),
    ),
)

HOUTEN_2 = Case(
    "houten-fase-2",
    "Houten, end of phase 2 (Op Koers)",
    "Can be typed as *interdisciplinair* (A:644), but is no full organisation network (A:734).",
    (
        _code("advies", (0.75, 1), "566", "Joint intakes and following cases make room to use each other’s expertise."),
        _code("info", (0.75, 1), "548 566", "The problem is unravelled together, every two weeks."),
        _code(
            "formeel",
            (None, 0.5),
            "584",
            "Agreements were consolidated in the project; the text does not say which in Houten.",
        ),
        _code("coord", (0.75, 1), "528 544", "There is one point of contact."),
        _code("sturing", (0.5, 0.75, 1), "588 598", "The work runs coordinated and a project leader shapes it."),
        _code("plan", (0.75, 1), "570", "Where intakes are joint, one plan is made."),
        _code("doel", (0.25, 0.5), "734", "Largely own goals still, although one goal is wanted."),
        _code("overleg", (1,), "548 588 644", "Professionals meet every two weeks, with other parties on call."),
        _code("besluit", (1,), "588 644", "Decisions are made jointly."),
        _code("gelijk", (None,), "241", SILENT),
        _code(
            "grenzen", (0.5, 0.75), "544 562-566", "Boxes are let go and the spirit of the laws together is looked at."
        ),
        _code("inwoner", (1,), "548 644", "The resident is there at every meeting."),
        _code("monitoring", (0.75, 1), "528 588", "Cases are monitored intensively."),
        _code("intake", (1,), "528", "The joint intake is the way of working."),
        _code(
            "sluitend",
            (0.5, 0.75),
            "592 648",
            "Access and closing were reorganised and a warm handover became possible.",
        ),
    ),
)

WIJK_2 = Case(
    "wijk-bij-duurstede-fase-2",
    "Wijk bij Duurstede, end of phase 2 (De Participatietafel)",
    "No model is named; work process, agreements on *regie* and commitment were realised (A:524, 588, 644).",
    (
        _code("advies", (0.75, 1), "524 494", "The case meeting in which people advise each other goes on."),
        _code("info", (0.5, 0.75), "570 588", "People check with each other, and roles and tasks are clearer."),
        _code("formeel", (1,), "524 588 644", "The work process is written down and carried by all parties."),
        _code("coord", (1,), "588", "Three forms of *regie* are laid down, with their roles."),
        _code(
            "sturing", (0.25, 0.5), "598", "Managers and policy makers align, without leading the content of the work."
        ),
        _code("plan", (0.25, 0.5), "570", "One plan is wanted everywhere, and seen where intakes are joint: not here."),
        _code(
            "doel",
            (0.5, 0.75),
            "524 588 734",
            "The organisations stand behind the goal of the table, in a project of largely own goals.",
        ),
        _code("overleg", (0.5, 0.75), "524", "The broad case meeting that existed was made formal."),
        _code("besluit", (0.25,), "588", "No change in how decisions are made is reported."),
        _code("gelijk", (None,), "241", SILENT),
        _code(
            "grenzen",
            (0.25,),
            "568-570",
            "Letting go of boxes is reported for the joint intakes, which were not held here.",
        ),
        _code("inwoner", (0, 0.25), "568-570", "Without a joint intake nothing puts the resident at the table."),
        _code("monitoring", (0.25, 0.5), "588 644", "Following cases is agreed, but not reported as done."),
        _code("intake", (0.25,), "568-570", "Not every municipality could hold joint intakes; this one did not."),
        _code(
            "sluitend",
            (0.25,),
            "570 588",
            "Pulling together keeps people in sight, but a warm handover is not reported here.",
        ),
    ),
)

WOERDEN_2 = Case(
    "woerden-fase-2",
    "Woerden, end of phase 2 (Ferm Wijzer)",
    "The joint intakes and the intensive guidance after them show features of the *interdisciplinair* model (A:588); "
    "the model itself is only named for Houten (A:644).",
    (
        _code(
            "advies",
            (0.75, 1),
            "566",
            "Joint intakes, also the three-way talks, make room to use each other’s expertise.",
        ),
        _code(
            "info",
            (0.5, 0.75),
            "534 566",
            "Better alignment is aimed at and seen, but no way of sharing after the first talk is described.",
        ),
        _code(
            "formeel",
            (None, 0.25, 0.5),
            "584 592 644",
            "Intake and closing were reorganised; agreements on paper are credited to another municipality.",
        ),
        _code(
            "coord",
            (0.5, 0.75),
            "544 588 644",
            "There is a clear point of contact, but *regie* is arranged in another municipality only.",
        ),
        _code(
            "sturing",
            (None, 0.5),
            "588 598",
            "Joint intakes run coordinated; a project leader or manager is named for the two others only.",
        ),
        _code("plan", (0.75, 1), "570", "Where intakes are joint, one plan is made."),
        _code("doel", (0.25, 0.5), "534 734", "The pilot is about alignment; in none of the three is there one goal."),
        _code(
            "overleg",
            (0.5, 0.75),
            "534 640 644",
            "The three parties meet at the start; a fixed rhythm afterwards is only reported for Houten.",
        ),
        _code(
            "besluit",
            (0.5, 0.75),
            "588 636 644",
            "Joint decisions are a feature of the joint intakes; what is decided afterwards, and how, is not told.",
        ),
        _code("gelijk", (None,), "241", SILENT),
        _code(
            "grenzen",
            (0.5, 0.75),
            "544 562-566",
            "The three-way talks are named among what makes professionals let go of their box.",
        ),
        _code(
            "inwoner",
            (0.75,),
            "534 634 640",
            "The resident sits at the first talk; presence at later decisions is not reported.",
        ),
        _code(
            "monitoring",
            (0.25, 0.5),
            "566 588 644",
            "Cases are guided after the intake, less intensively than in Houten.",
        ),
        _code("intake", (0.75, 1), "534 612 640", "Three-way talks start the support, in a pilot."),
        _code(
            "sluitend",
            (0.5, 0.75),
            "592 648",
            "Access and closing were reorganised and a warm handover became possible.",
        ),
    ),
)

CASES = (PHASE_1, HOUTEN_2, WIJK_2, WOERDEN_2)
