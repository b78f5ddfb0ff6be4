"""What the pages say in each case: every verdict, every caution, and what is left out."""

from __future__ import annotations

import pytest

from app.comparison.course.changed import changed_dimensions
from app.comparison.course.document import CourseDocument
from app.comparison.course.page import CourseContent, build_course, build_course_window
from app.comparison.course.service import names_of, on_the_line
from app.comparison.course.story import headline, meaning, position_change
from app.comparison.verdicts import Verdict, change
from app.models import Scan
from questionnaires import WindowId
from scoring import Response
from tests.app.comparison.course.builders import DAYS, course, side
from tests.app.results.builders import at_model, everybody
from tests.scoring.builders import many, respond

THEN, NOW = side("toen", everybody(0.25)), side("nu", everybody(0.75))


def content_of(*sides: object) -> CourseContent:
    found = build_course(course(*sides)).content  # type: ignore[arg-type]
    assert found is not None
    return found


def document_of(*sides: object) -> CourseDocument:
    found = course(*sides).document  # type: ignore[arg-type]
    assert found is not None
    return found


# --- The story --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numbers", "verdict", "first", "second"),
    [
        (
            (2.4, 5.9, 0.4),
            "echte verandering",
            "is intensiever geworden: van 2,4 naar 5,9",
            "groter dan de marge van 0,4",
        ),
        ((5.9, 2.4, 0.4), "echte verandering", "is minder intensief geworden: van 5,9", "het verschil van 3,5"),
        ((2.9, 3.5, 0.8), "mogelijk", "is misschien intensiever geworden: van 2,9 naar 3,5", "nog niet zeker"),
        ((2.9, 3.2, 0.2), "klein maar aantoonbaar", "is iets intensiever geworden", "klein maar aantoonbaar: met 0,3"),
        ((2.9, 3.1, 0.8), "geen", "niet aantoonbaar veranderd: toen 2,9, nu 3,1", "geen aantoonbaar verschil"),
        ((2.9, 2.9, 0.8), "geen", "niet aantoonbaar veranderd", "0,0 is niet groter dan de marge van 0,8"),
    ],
)
def test_the_story_is_as_firm_as_its_verdict(
    numbers: tuple[float, float, float], verdict: Verdict, first: str, second: str
) -> None:
    found = change(*numbers, verdict, 1)
    assert first in headline(found)
    assert second in meaning(course(THEN, NOW), found)


def test_without_a_margin_nobody_says_what_it_means() -> None:
    found = change(2.9, 5.1, None, None, 1)
    assert headline(found) == "De plek op de lijn ging van 2,9 naar 5,1"
    assert "niet te zeggen" in meaning(course(THEN, NOW), found)


def test_without_a_place_on_one_side_it_says_which() -> None:
    nothing = side("leeg", [])
    found = course(nothing, NOW)
    document = found.document
    assert document is not None
    assert position_change(found, document) is None
    content = content_of(nothing, NOW)
    assert content.headline == "Hoe de plek op de lijn veranderde, is niet te zeggen"
    assert content.meaning == "De scan ‘leeg’ had te weinig antwoorden voor een plek."
    assert content_of(nothing, side("ook", [])).meaning == "Beide scans hadden te weinig antwoorden voor een plek."


def test_both_sides_are_described_in_the_words_of_their_own_result() -> None:
    page = build_course(course(side("toen", at_model(2)), side("nu", at_model(6))))
    assert [one.when for one in page.sides] == ["Toen", "Nu"]
    assert "consultatief" in page.sides[0].likeness
    assert "interdisciplinair" in page.sides[1].likeness
    assert page.sides[0].people == "7 mensen uit 2 vensters vulden in."


# --- What to be careful of --------------------------------------------------------------------------------------------


def test_two_scans_that_are_alike_need_no_caution() -> None:
    assert content_of(THEN, NOW).cautions == ()


def test_another_window_behind_the_place_is_told() -> None:
    without = [one for one in everybody(0.25) if one.window != "organisatie"]
    cautions = " ".join(content_of(side("toen", without), NOW).cautions)
    assert "rust op andere vensters: toen op inwoner en professional, nu op inwoner, professional en organisatie" in (
        cautions
    )
    assert "Het venster organisatie is alleen nu te zien." in cautions


def test_other_roles_are_told() -> None:
    before = many(8, "professional", 0.25, role="sociaal_team") + many(3, "professional", 0.25, role="uwv")
    after = many(8, "professional", 0.75, role="uwv") + many(3, "professional", 0.75, role="sociaal_team")
    cautions = content_of(
        side("toen", before, minimum={"professional": 3}), side("nu", after, minimum={"professional": 3})
    ).cautions
    assert any(
        one.startswith("In het venster professional vulden nu naar verhouding andere rollen in") for one in cautions
    )


def test_another_scope_is_told() -> None:
    then = side("toen", everybody(0.25), target_group="Gezinnen", partners="UWV")
    now = side("nu", everybody(0.75), target_group="Gezinnen en jongeren", partners="uwv")
    assert content_of(then, now).cautions == (
        "Voor wie de samenwerking is, is nu anders omschreven. Toen: ‘Gezinnen’. Nu: ‘Gezinnen en jongeren’.",
    )


def test_what_a_scan_does_not_know_of_its_scope_is_no_change() -> None:
    assert content_of(THEN, side("nu", everybody(0.75), target_group="Gezinnen")).cautions == ()


def test_another_ambition_is_told() -> None:
    cautions = content_of(side("toen", everybody(0.25)), side("nu", everybody(0.75), ambition=6)).cautions
    assert len(cautions) == 1
    assert cautions[0].startswith("De ambitie is veranderd: toen nog niet gekozen, nu interdisciplinair (6).")


def test_a_window_that_a_team_answered_once_is_told() -> None:
    team = [one for one in everybody(0.75) if one.window != "beleid"] + [respond("beleid", 0.75, participants=3)]
    assert (
        "Het venster beleid is nu als team ingevuld en toen door ieder voor zich."
        in content_of(THEN, side("nu", team)).cautions
    )


# --- Features, orders, gaps -------------------------------------------------------------------------------------------


def test_at_most_five_features_are_listed_and_chance_is_named() -> None:
    content = content_of(side("toen", at_model(1)), side("nu", at_model(7)))
    assert len(content.feature_table.rows) == 5
    sizes = [abs(int(row.difference.replace("−", "-"))) for row in content.feature_table.rows]
    assert sizes == sorted(sizes, reverse=True)
    assert "lijken van 15 kenmerken er een of twee veranderd door toeval" in content.by_chance
    assert "ook veranderd, maar minder" in content.by_chance


def test_an_order_is_only_called_changed_with_its_score() -> None:
    rows = content_of(THEN, NOW).order_table.rows
    assert [row.label.split(":")[0] for row in rows] == ["Eerste orde", "Tweede orde", "Derde orde"]
    assert rows[0].note.startswith("Van ‘")
    same = content_of(THEN, side("nu", everybody(0.25))).order_table.rows
    assert [row.note.startswith("Toen en nu") for row in same] == [True, True, True]


def test_gaps_are_seen_from_the_window_that_was_more_positive() -> None:
    apart = [one for one in everybody(0.25) if one.window != "beleid"] + many(4, "beleid", 1.0)
    content = content_of(side("toen", apart), side("nu", everybody(0.5)))
    closed = next(group for group in content.gaps.groups if group.heading == "Gesloten")
    assert all(row.then.startswith("beleid ") and row.then.endswith(" hoger") for row in closed.table.rows)
    assert all(row.difference.startswith("−") for row in closed.table.rows)
    assert all(" en " in row.people for row in closed.table.rows)
    assert "gesloten" in content.gaps.summary


def test_every_difference_has_a_margin_a_verdict_and_its_people() -> None:
    content = content_of(THEN, NOW)
    tables = [
        content.feature_table,
        content.order_table,
        content.congruence,
        *(one.table for one in content.gaps.groups),
    ]
    rows = [row for table in tables for row in table.rows if row.difference != "–"]
    assert len(rows) > 8
    for row in rows:
        assert row.people not in {"", "–"}
        assert (row.verdict is None) == (row.margin == "–")
        assert row.words


# --- Windows ----------------------------------------------------------------------------------------------------------


def test_a_window_page_has_every_dimension() -> None:
    page = build_course_window(course(THEN, NOW), "professional")
    assert page.radar is not None
    assert page.table is not None
    assert len(page.table.rows) == 8
    assert page.sentence.startswith("Alle 8 dimensies zijn echt veranderd")
    assert page.why == ()


@pytest.mark.parametrize("number", [0, 4])
def test_of_a_window_that_is_not_shown_in_both_there_is_only_why(number: int) -> None:
    few = [one for one in everybody(0.25) if one.window != "inwoner"] + many(number, "inwoner", 0.0)
    found = course(side("toen", few), NOW)
    page = build_course_window(found, "inwoner")
    assert (page.radar, page.table, page.reweighted) == (None, None, None)
    needed = "er was er nog 1 nodig" if number else "niemand vulde dit venster in"
    assert page.why[0].startswith("Toen (‘toen’): ")
    assert needed in page.why[0]
    assert len(page.why) == 1


def test_a_third_scan_is_in_the_charts_of_the_windows_that_it_shows() -> None:
    third = side("eerder", [one for one in everybody(0.0) if one.window != "inwoner"])
    found = course(THEN, NOW, third)
    labels = {
        window: [one.label for one in page.radar.legend]
        for window in ("inwoner", "professional")
        if (page := build_course_window(found, _window(window))).radar
    }
    assert labels == {"inwoner": ["nu", "toen"], "professional": ["nu", "toen", "eerder"]}
    page = build_course(found)
    assert [one.name for one in page.sides] == ["eerder", "toen", "nu"]
    assert page.choice is not None
    assert [chosen for _, _, chosen in page.choice.second].count(True) == 1


def _window(name: str) -> WindowId:
    return name  # type: ignore[return-value]


def test_roles_of_then_are_told_per_dimension_where_they_are_known() -> None:
    def team(first: int, second: int, value: float) -> list[Response]:
        first_role, second_role = "sociaal_team", "werk_inkomen"
        return [
            *many(first, "professional", value, role=first_role),
            *many(second, "professional", value / 2, role=second_role),
        ]

    page = build_course_window(course(side("toen", team(30, 10, 0.5)), side("nu", team(10, 30, 1.0))), "professional")
    assert page.other_roles
    assert page.reweighted is not None
    assert len(page.reweighted.rows) == 8


def test_nothing_changed_in_a_window_is_said() -> None:
    found = course(THEN, side("nu", everybody(0.25)))
    document = found.document
    assert document is not None
    assert changed_dimensions(found.now.reading, document, "beleid") == "Geen van de 8 dimensies is echt veranderd."


# --- Names ------------------------------------------------------------------------------------------------------------


def test_scans_with_one_name_are_told_apart() -> None:
    def scan(number: int, name: str, period: str) -> Scan:
        return Scan(
            id=str(number),
            collaboration_id=1,
            name=name,
            purpose="jaarlijks",
            period=period,
            edition="x/1",
            position=number,
            closed_on=DAYS[number],
        )

    scans = [scan(0, "Start", "2023"), scan(1, "Jaar", "2024"), scan(2, "Jaar", "2025"), scan(3, "Jaar", "2025")]
    assert list(names_of(scans).values()) == ["Start", "Jaar, 2024", "Jaar, 30 juni 2025", "Jaar, 30 juni 2026"]


def test_at_most_eight_scans_stand_on_the_line_and_always_those_that_are_compared() -> None:
    scans = [scan_of(number) for number in range(12)]
    drawn = [one.id for one in on_the_line(scans, scans[11], ["0"])]
    assert drawn == ["0", "5", "6", "7", "8", "9", "10", "11"]
    assert [one.id for one in on_the_line(scans[:3], scans[2], ["1"])] == ["0", "1", "2"]


def test_what_is_in_the_archive_is_only_on_the_line_when_it_is_compared() -> None:
    scans = [scan_of(number) for number in range(3)]
    scans[0].archived_on = scans[1].archived_on = DAYS[3]
    assert [one.id for one in on_the_line(scans, scans[2], ["1"])] == ["1", "2"]


def scan_of(number: int) -> Scan:
    return Scan(
        id=str(number),
        collaboration_id=1,
        name=f"Scan {number}",
        purpose="jaarlijks",
        period="2026",
        edition="x/1",
        position=number + 1,
        closed_on=DAYS[0],
    )
