"""A scan as CSV: one line per response (`docs/formats.md`)."""

from typing import Any

import pytest

from scoring import InputProblems, parse_csv, read_scan
from tests.scoring.builders import INSTRUMENT, example, respond, scan_input


def as_csv(document: dict[str, Any]) -> str:
    """The responses of a document as CSV."""
    items = list(dict.fromkeys(item for response in document["responses"] for item in response["answers"]))
    lines = [",".join(("window", "role", "participants", *items))]
    for response in document["responses"]:
        cells = [response["answers"].get(item, "") for item in items]
        written = ["|".join(cell) if isinstance(cell, list) else str(cell) for cell in cells]
        lines.append(",".join((response["window"], response["role"], str(response["participants"]), *written)))
    return "\n".join(lines) + "\n"


def test_csv_gives_the_same_result_as_json() -> None:
    responses = [*example(residents=True), respond("beleid", bel_ambitie_1=6, bel_belemmeringen_1=("geld", "wetten"))]
    responses += [respond("inwoner", inw_regie_1="nvt", inw_regie_2="wn"), respond("organisatie", participants=4)]
    document = scan_input(responses)
    from_csv = read_scan(parse_csv(as_csv(document), INSTRUMENT), INSTRUMENT, ambition=6)
    from_json = read_scan(document, INSTRUMENT, ambition=6)

    assert from_csv == from_json


def test_an_empty_cell_is_an_item_left_out() -> None:
    text = "window,role,participants,bel_visie_1,bel_visie_2\nbeleid,bestuurder,,0.5,\n"

    assert parse_csv(text, INSTRUMENT) == {
        "responses": [{"window": "beleid", "role": "bestuurder", "answers": {"bel_visie_1": 0.5}}]
    }


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_csv_of_a_spreadsheet_program_can_be_read(start: str, end: str) -> None:
    text = start + end.join(['"window","role","bel_visie_1"', '"beleid","bestuurder","wn"', ""])
    scan = read_scan(parse_csv(text, INSTRUMENT), INSTRUMENT)

    assert scan.responses[0].answers == {"bel_visie_1": "wn"}


@pytest.mark.parametrize("cell", ["0,5", "½", "0x1", "1_0", "nan", "inf", "1e999", " ", "1" * 5000, "٣"])
def test_a_cell_that_is_no_answer_is_refused_at_its_place(cell: str) -> None:
    text = f'window,role,bel_visie_1,bel_ambitie_1\nbeleid,bestuurder,1,6\nbeleid,bestuurder,"{cell}","{cell}"\n'

    with pytest.raises(InputProblems) as refused:
        read_scan(parse_csv(text, INSTRUMENT), INSTRUMENT)

    places = [(problem.response, problem.item) for problem in refused.value.problems]
    assert places == [(1, "bel_visie_1"), (1, "bel_ambitie_1")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", (None, None)),
        ("\n\n", (None, None)),
        ("role,participants\n", (None, None)),
        ("window,role,straat\n", (None, "straat")),
        ("window,role,role\n", (None, "role")),
        ("window,role\nbeleid,bestuurder,1\n", (0, None)),
        ("window,role\nbeleid\n", (0, None)),
        ('window,role\n"beleid"x,bestuurder\n', (None, None)),
    ],
)
def test_csv_that_does_not_fit_is_refused(text: str, place: tuple[int | None, str | None]) -> None:
    with pytest.raises(InputProblems) as refused:
        parse_csv(text, INSTRUMENT)

    assert (refused.value.problems[0].response, refused.value.problems[0].item) == place


def test_a_csv_without_responses_is_a_scan_without_responses() -> None:
    assert read_scan(parse_csv("window,role\n", INSTRUMENT), INSTRUMENT).responses == ()
