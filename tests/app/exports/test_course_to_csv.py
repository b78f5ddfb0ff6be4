"""The course between two measurements as a table: a line per difference, for a spreadsheet in Dutch."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest

from app.demo import demo_documents
from app.demo.load import demo_record
from app.exports.course_to_csv import HEADINGS, course_csv
from questionnaires import load_current
from scoring import course_of, frozen_record, score_scan
from tests.scoring.builders import many

EDITION = load_current()
Row = dict[str, str]


def table(old: dict[str, Any], new: dict[str, Any]) -> bytes:
    return course_csv(old["result"], new["result"], course_of(EDITION.instrument, old, new), EDITION)


def rows(content: bytes) -> list[Row]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


@pytest.fixture(scope="module")
def houten() -> bytes:
    documents = demo_documents(EDITION)
    return table(*(demo_record(EDITION, documents[f"voorbeeld-houten-fase-{n}"]) for n in (1, 2)))


def test_it_is_made_for_a_spreadsheet_in_dutch(houten: bytes) -> None:
    assert houten.startswith("\ufeff".encode())
    assert houten.endswith(b"\r\n")
    assert tuple(rows(houten)[0]) == HEADINGS


def test_the_position_stands_first_with_its_margin_and_verdict(houten: bytes) -> None:
    first = rows(houten)[0]

    assert [first[column] for column in ("oud", "nieuw", "verschil", "marge", "n_oud", "n_nieuw")] == [
        "2,42", "5,91", "3,49", "0,37", "22", "20",
    ]  # fmt: skip
    assert first["oordeel"] == "echte verandering"


def test_every_difference_of_the_instrument_has_a_line(houten: bytes) -> None:
    found = rows(houten)

    assert sum(row["onderdeel"] == "dimensie" for row in found) == 31
    assert sum(row["onderdeel"] == "kenmerk" for row in found) == 15
    assert sum(row["onderdeel"] == "leerorde" for row in found) == 3
    assert sum(row["onderdeel"] == "congruentie" for row in found) == 4 + 2
    assert {row["tekst"] for row in found if row["onderdeel"] == "advies"} == {"verdwenen", "gebleven", "nieuw"}


def test_what_is_not_known_is_an_empty_cell(houten: bytes) -> None:
    (row,) = [row for row in rows(houten) if row["code"] == "gelijk" and row["onderdeel"] == "kenmerk"]

    assert [row[column] for column in ("oud", "nieuw", "verschil", "marge", "oordeel", "n_oud")] == [""] * 6


def test_features_are_on_a_scale_of_0_to_100(houten: bytes) -> None:
    (row,) = [row for row in rows(houten) if row["code"] == "besluit" and row["onderdeel"] == "kenmerk"]

    assert (row["oud"], row["nieuw"], row["verschil"]) == ("10", "95", "85")


def test_a_gap_carries_what_became_of_it(houten: bytes) -> None:
    found = {(row["venster"], row["code"]): row for row in rows(houten) if row["onderdeel"] == "verschil"}

    assert found["inwoner-professional", "gehoord"]["tekst"] == "mogelijk gesloten"
    assert found["professional-beleid", "visie"]["tekst"] == "gebleven"


def test_it_names_its_source_and_its_edition(houten: bytes) -> None:
    texts = [row["tekst"] for row in rows(houten) if row["onderdeel"] == "bron"]

    assert texts == [EDITION.id, EDITION.file.attribution, EDITION.file.disclaimer]


def test_changes_under_the_weights_of_then_have_lines_of_their_own() -> None:
    old, new = (
        frozen_record(
            score_scan(
                EDITION.instrument,
                [*many(a, "professional", 0.25), *many(b, "professional", 0.75, role="werk_inkomen")],
            )
        )
        for a, b in ((10, 30), (30, 10))
    )

    found = {row["code"]: row for row in rows(table(old, new)) if row["onderdeel"] == "dimensie, rollen als toen"}

    assert len(found) == 8
    assert (found["pro_regie"]["verschil"], found["pro_regie"]["oordeel"]) == ("0", "geen aantoonbaar verschil")
