"""What changed between two scans, as files: the same numbers as on the page, for programs and for a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

from app.comparison.course.given import WholeCourse
from app.exports.course import COURSE_FORMATS
from app.exports.course_to_csv import HEADINGS
from questionnaires import load_current
from tests.app.comparison.course.builders import course, side
from tests.app.page_client import PageClient
from tests.app.results.builders import everybody

HOUTEN = "/scans/voorbeeld-houten-fase-2/verloop"


def rows_of(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_the_table_has_a_line_per_difference() -> None:
    found = course(side("toen", everybody(0.25)), side("nu", everybody(0.75)))
    rows = rows_of(COURSE_FORMATS["csv"].write(found))
    assert tuple(rows[0]) == HEADINGS
    parts = {part: [row for row in rows if row["onderdeel"] == part] for part in {row["onderdeel"] for row in rows}}
    assert (len(parts["plek"]), len(parts["leerorde"]), len(parts["kenmerk"])) == (1, 3, 15)
    assert len(parts["dimensie"]) == 31
    assert len(parts["verschil"]) > 20
    assert len(parts["congruentie"]) == 6
    assert len(parts["bron"]) == 3


def test_every_line_adds_up() -> None:
    found = course(side("toen", everybody(0.25)), side("nu", everybody(0.75)))
    checked = 0
    for row in rows_of(COURSE_FORMATS["csv"].write(found)):
        if row["verschil"]:
            then, now, difference = (float(row[name].replace(",", ".")) for name in ("oud", "nieuw", "verschil"))
            assert abs(now - then - difference) <= 0.011
            assert bool(row["oordeel"]) == bool(row["marge"])
            assert row["n_oud"]
            assert row["n_nieuw"]
            checked += 1
    assert checked > 60


def test_the_file_for_programs_says_what_it_is_about(demo: PageClient) -> None:
    answer = demo.http.get(f"{HOUTEN}.json")
    assert answer.headers["content-type"] == "application/json"
    name = "toen-en-nu-gemeente-houten-op-koers-einde-fase-2.json"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    given = WholeCourse.model_validate(json.loads(answer.content))
    assert (given.about.old.scan, given.about.new.scan) == ("voorbeeld-houten-fase-1", "voorbeeld-houten-fase-2")
    assert given.about.edition == load_current().id
    assert "Binkhorst" in given.about.attribution


def test_the_page_and_the_files_say_the_same(demo: PageClient) -> None:
    page = demo.get(HOUTEN)
    rows = rows_of(demo.http.get(f"{HOUTEN}.csv").content)
    headline = page.by_id("wat-veranderde").text
    place = next(row for row in rows if row["onderdeel"] == "plek")
    then, now = (f"{round(float(place[name].replace(',', '.')), 1)}".replace(".", ",") for name in ("oud", "nieuw"))
    assert f"van {then} naar {now}" in headline


def test_there_is_no_other_form(demo: PageClient) -> None:
    assert demo.http.get(f"{HOUTEN}.xlsx").status_code == 404
