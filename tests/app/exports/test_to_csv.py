"""The result as a table for a spreadsheet: what is in it, how it is written, and that it runs nothing."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from app.exports.formats import FORMATS
from app.exports.table import HEADINGS
from app.exports.to_csv import result_csv
from app.results.context import ResultContext
from app.web.spreadsheet import number_cell, text_cell
from tests.app.results.builders import context, everybody, reading, with_policy
from tests.scoring.builders import many, respond

GOLDEN = Path(__file__).parent / "expected" / "uitslag.csv"


def example() -> ResultContext:
    """Six professionals, one team of the organisation, two residents and nobody of policy, with a name that bites."""
    responses = [
        *many(5, "professional", 0.5),
        respond("professional", 0.5, pro_samen_1=1.0, pro_regie_2="wn"),
        respond("organisatie", 0.75, participants=4),
        *many(2, "inwoner", 0.5),
    ]
    found = context(reading(responses, ambition=6))
    return replace(
        found, scope=(("Samenwerking", '=HYPERLINK("http://example.org";"Op Koers")'), ("Periode", "2026; voorjaar"))
    )


def table(result: ResultContext) -> list[dict[str, str]]:
    text = result_csv(result).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_the_table_is_exactly_as_expected() -> None:
    assert result_csv(example()).decode("utf-8-sig").replace("\r\n", "\n") == GOLDEN.read_text(encoding="utf-8")


def test_excel_in_dutch_reads_its_letters_its_cells_and_its_numbers() -> None:
    written = result_csv(example())
    assert written.startswith(b"\xef\xbb\xbf" + ";".join(HEADINGS).encode() + b"\r\n")
    place = next(line for line in table(example()) if (line["onderdeel"], line["code"]) == ("plek", "samen"))
    assert "," in place["waarde"]
    assert "." not in place["waarde"]


def test_every_line_has_every_column() -> None:
    for result in (example(), context(reading(everybody(), ambition=6)), context(reading([]))):
        lines = csv.reader(io.StringIO(result_csv(result).decode("utf-8-sig"), newline=""), delimiter=";")
        assert {len(line) for line in lines} == {len(HEADINGS)}


def test_no_cell_is_a_formula() -> None:
    named = context(reading(with_policy([])))
    bad = [f"{sign}1+1" for sign in ("=", "+", "-", "@", "\t=", "\r=", "\n=", " =", "＝", "＋", "－", "＠")]
    for line in table(replace(named, scope=tuple((text, text) for text in bad))):
        for heading in ("naam", "tekst", "stand", "code"):
            assert not line[heading].lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("text", ["Op Koers", "10 – 12", "", "a=b"])
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert text_cell(text) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.0, "0"),
        (100.0, "100"),
        (1234.5, "1234,5"),
        (2.005, "2,01"),
        (-0.4, "-0,4"),
        (-0.001, "0"),
        (7, "7"),
        (None, ""),
    ],
)
def test_a_number_is_written_the_dutch_way_without_points(value: float | None, written: str) -> None:
    assert number_cell(value) == written


def test_single_questions_of_a_protected_window_stand_in_steps_of_five() -> None:
    lines = table(context(reading([*many(5, "professional", 0.5), *many(1, "professional", 0.5, pro_samen_1=1.0)])))
    exact = {line["code"]: line["waarde"] for line in lines if line["onderdeel"] in ("vraag", "kenmerk")}
    assert exact["pro_samen_1"] == exact["advies"] == "60"
    assert not [line for line in lines if line["onderdeel"] == "antwoord"]


def test_the_answers_stand_below_their_question_from_ten_on() -> None:
    lines = table(context(reading([*many(8, "professional", 0.5), *many(2, "professional", 1.0)])))
    counts = [line["n"] for line in lines if (line["onderdeel"], line["code"]) == ("antwoord", "pro_samen_1")]
    assert counts == ["0", "0", "8", "0", "2"]


def test_of_a_window_that_is_not_shown_there_is_one_line_and_it_is_the_same_whatever_was_answered() -> None:
    low, high = (result_csv(context(reading([*many(4, "inwoner", level), *with_policy([])]))) for level in (0.0, 1.0))
    assert low == high
    (line,) = [
        line
        for line in csv.DictReader(io.StringIO(low.decode("utf-8-sig"), newline=""), delimiter=";")
        if line["venster"] == "inwoner"
    ]
    assert (line["stand"], line["tekst"], line["n"]) == (
        "niet getoond",
        "Te weinig antwoorden: er was er nog 1 nodig.",
        "4",
    )


def test_every_form_has_an_ending_a_type_and_something_to_write() -> None:
    for ending, form in FORMATS.items():
        assert ending.isalnum()
        assert "/" in form.media_type
        assert form.write(example())
