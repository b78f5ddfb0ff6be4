"""The six example scans: where, when, who answered, and what they chose outside the scored questions.

The municipalities, their pilots and the two phases come from the report (A:292, 510, 522-534); respondents and days of
closing are invented. The numbers of people stay close to the study: six to ten at a table (A:143), residents' stories
in Houten, eight interviews in Wijk bij Duurstede, and in Woerden only representatives of the client council
(A:170-172).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.demo import levels
from app.demo.cases import HOUTEN_2, PHASE_1, WIJK_2, WOERDEN_2, Case

NOTICE = "voorbeeldgegevens, afgeleid uit Binkhorst (2021); de respondenten zijn verzonnen"
TARGET_GROUP = "Inwoners die langere tijd op meer leefgebieden tegelijk steun nodig hebben"
AMBITION = 6
AMBITION_REASON = (
    "Deze inwoners hebben op meer terreinen tegelijk steun nodig. Wij willen daarom samen beslissen, aan tafel en met "
    "de inwoner erbij."
)

Roles = Mapping[str, tuple[str, ...]]
Persons = Mapping[str, tuple[int, ...]]
"""Item -> which persons of its window, counted from 0."""


@dataclass(frozen=True, slots=True)
class Place:
    """An example municipality with its collaboration; `size_class` is the number of its inhabitants in classes."""

    slug: str
    code: str
    municipality: str
    collaboration: str
    partners: str
    kind: str
    size_class: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A moment of measuring: one of the two phases of the study.

    `wide` and `apart` are how far people and role groups differ in their answers (see `answers.leans`).
    """

    slug: str
    name: str
    purpose: str
    period: str
    closed_on: date
    position: int
    wide: float
    apart: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleScan:
    """One example scan. `column` is its column in `levels`; `portraits` and `barriers` hold one per person."""

    place: Place
    phase: Phase
    case: Case
    column: int
    roles: Roles
    unknown: Persons
    not_applicable: Persons = field(default_factory=dict)
    portraits: Mapping[str, tuple[int, ...]]
    barriers: Mapping[str, tuple[tuple[str, ...], ...]]
    ambitions: tuple[int, ...]

    @property
    def id(self) -> str:
        """The public id, such as `voorbeeld-houten-fase-1`."""
        return f"voorbeeld-{self.place.slug}-{self.phase.slug}"


HOUTEN = Place(
    "houten",
    "GM0321",
    "Houten",
    "Op Koers",
    "Sociaal team en regionale sociale dienst; op afroep onder meer de woningcorporatie, welzijn, ggz en UWV",
    "intake",
    3,
)
WOERDEN = Place("woerden", "GM0632", "Woerden", "Ferm Wijzer", "Sociaal team en regionale sociale dienst", "intake", 3)
WIJK = Place(
    "wijk-bij-duurstede",
    "GM0352",
    "Wijk bij Duurstede",
    "De Participatietafel",
    "Gemeente, welzijnsstichting, regionale sociale dienst en UWV",
    "overleg",
    2,
)

END_OF_PHASE_1 = Phase(
    slug="fase-1",
    name="Einde fase 1",
    purpose=f"nulmeting ({NOTICE})",
    period="Medio 2018 tot en met zomer 2019",
    closed_on=date(2019, 8, 30),
    position=1,
    wide=0.35,
    apart=0.15,  # another language, another view of participation (A:362-367)
)
END_OF_PHASE_2 = Phase(
    slug="fase-2",
    name="Einde fase 2",
    purpose=f"na pilot ({NOTICE})",
    period="Najaar 2019 tot begin 2021",
    closed_on=date(2021, 1, 29),
    position=2,
    wide=0.25,
    apart=0.1,
)

ZELF, RAAD = "zelf", "vertegenwoordiger"
TEAM, WERK, UWV, ZORG = "sociaal_team", "werk_inkomen", "uwv", "zorg_welzijn"
MANAGER, LEIDER, DIRECTIE = "teammanager", "projectleider", "directie"
ADVISEUR, PROGRAMMA, BESTUUR = "beleidsadviseur", "programmamanager", "bestuurder"

HOUTEN_STAFF: Roles = {
    "professional": (TEAM, WERK) * 5,
    "organisatie": (MANAGER, LEIDER, MANAGER),
    "beleid": (ADVISEUR, ADVISEUR, PROGRAMMA, BESTUUR),
}
WOERDEN_STAFF: Roles = {
    "professional": (TEAM, WERK, TEAM, WERK, TEAM, WERK, TEAM, UWV, ZORG),
    "organisatie": (MANAGER, MANAGER, DIRECTIE),
    "beleid": (ADVISEUR, ADVISEUR, BESTUUR),
}
WIJK_STAFF: Roles = {
    "professional": (TEAM, WERK, TEAM, WERK, TEAM, WERK, UWV, ZORG),
    "organisatie": (MANAGER, MANAGER, LEIDER, DIRECTIE),
    "beleid": (ADVISEUR, ADVISEUR, PROGRAMMA),
}

# At the end of phase 1 it is unclear what "regie" is and who has it (A:416-417), and what costs how much time (A:418).
UNCLEAR: Persons = {"pro_regie_2": (1, 4, 6), "pro_regie_1": (5,), "org_faciliteren_1": (2,), "bel_financien_3": (1,)}
SETTLED: Persons = {"pro_leren_6": (6,), "org_project_3": (1,), "bel_financien_3": (0,)}

SCANS = (
    ExampleScan(
        place=HOUTEN,
        phase=END_OF_PHASE_1,
        case=PHASE_1,
        column=levels.PHASE_1,
        roles={"inwoner": (ZELF,) * 9, **HOUTEN_STAFF},
        unknown=UNCLEAR,
        not_applicable={"inw_meedoen_2": (2, 7)},
        portraits={"professional": (2, 3, 2, 3, 2, 2, 3, 1, 3, 2), "organisatie": (3, 2, 3), "beleid": (4, 3, 3, 4)},
        barriers={
            "organisatie": (
                ("projectmatig", "partners", "geld"),
                ("projectmatig", "mandaat", "wetten"),
                ("personeelswisselingen", "geld"),
            ),
            "beleid": (
                ("mandaat", "regionaal_landelijk", "geld"),
                ("partners", "wetten"),
                ("regionaal_landelijk", "geld"),
                ("geld", "prikkels"),
            ),
        },
        ambitions=(6, 6, 5, 6),
    ),
    ExampleScan(
        place=HOUTEN,
        phase=END_OF_PHASE_2,
        case=HOUTEN_2,
        column=levels.HOUTEN_2,
        roles={"inwoner": (ZELF,) * 7, **HOUTEN_STAFF},
        unknown=SETTLED,
        not_applicable={"inw_meedoen_2": (3,)},
        portraits={"professional": (6, 6, 6, 5, 6, 6, 7, 6, 6, 5), "organisatie": (6, 6, 5), "beleid": (6, 5, 6, 6)},
        barriers={
            "organisatie": (
                ("geld", "personeelswisselingen"),
                ("geld", "prikkels", "partners"),
                ("gegevensuitwisseling", "geld"),
            ),
            "beleid": (
                ("geld", "prikkels"),
                ("regionaal_landelijk", "prikkels"),
                ("partners", "geld"),
                ("geld", "mandaat"),
            ),
        },
        ambitions=(6, 6, 6, 6),
    ),
    ExampleScan(
        place=WOERDEN,
        phase=END_OF_PHASE_1,
        case=PHASE_1,
        column=levels.PHASE_1,
        roles={"inwoner": (RAAD,) * 3, **WOERDEN_STAFF},
        unknown=UNCLEAR,
        portraits={"professional": (2, 2, 3, 2, 3, 1, 2, 3, 2), "organisatie": (3, 3, 2), "beleid": (3, 4, 4)},
        barriers={
            "organisatie": (
                ("projectmatig", "geld"),
                ("partners", "personeelswisselingen"),
                ("wetten", "mandaat", "geld"),
            ),
            "beleid": (("regionaal_landelijk", "partners"), ("mandaat", "wetten", "geld"), ("geld",)),
        },
        ambitions=(6, 6, 6),
    ),
    ExampleScan(
        place=WOERDEN,
        phase=END_OF_PHASE_2,
        case=WOERDEN_2,
        column=levels.WOERDEN_2,
        roles={"inwoner": (ZELF, ZELF, RAAD, ZELF, ZELF, RAAD), **WOERDEN_STAFF},
        unknown=SETTLED,
        not_applicable={"inw_meedoen_2": (4,)},
        portraits={"professional": (5, 6, 4, 5, 6, 4, 5, 4, 5), "organisatie": (4, 5, 5), "beleid": (6, 5, 5)},
        barriers={
            "organisatie": (("geld", "projectmatig"), ("personeelswisselingen", "geld"), ("partners", "prikkels")),
            "beleid": (("geld", "regionaal_landelijk"), ("mandaat", "geld"), ("prikkels", "partners")),
        },
        ambitions=(6, 6, 6),
    ),
    ExampleScan(
        place=WIJK,
        phase=END_OF_PHASE_1,
        case=PHASE_1,
        column=levels.PHASE_1,
        roles={"inwoner": (ZELF,) * 8, **WIJK_STAFF},
        unknown=UNCLEAR,
        not_applicable={"inw_meedoen_2": (1, 5)},
        portraits={"professional": (2, 3, 3, 2, 2, 3, 2, 3), "organisatie": (3, 3, 2, 4), "beleid": (4, 3, 4)},
        barriers={
            "organisatie": (
                ("projectmatig", "mandaat"),
                ("partners", "geld"),
                ("personeelswisselingen", "partners"),
                ("geld", "wetten"),
            ),
            "beleid": (
                ("regionaal_landelijk", "geld"),
                ("partners", "mandaat", "geld"),
                ("regionaal_landelijk", "gegevensuitwisseling"),
            ),
        },
        ambitions=(6, 5, 6),
    ),
    ExampleScan(
        place=WIJK,
        phase=END_OF_PHASE_2,
        case=WIJK_2,
        column=levels.WIJK_2,
        roles={"inwoner": (ZELF,) * 6, **WIJK_STAFF},
        unknown=SETTLED,
        not_applicable={"inw_meedoen_2": (2,)},
        portraits={"professional": (4, 4, 5, 4, 4, 3, 4, 5), "organisatie": (4, 5, 4, 4), "beleid": (5, 4, 5)},
        barriers={
            "organisatie": (
                ("geld", "partners"),
                ("geld", "personeelswisselingen"),
                ("regionaal_landelijk", "prikkels"),
                ("geld", "wetten"),
            ),
            "beleid": (("geld", "prikkels"), ("regionaal_landelijk", "geld"), ("wetten", "geld")),
        },
        ambitions=(6, 6, 6),
    ),
)
