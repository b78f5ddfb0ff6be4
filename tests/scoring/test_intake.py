"""What comes in, and what is refused as a whole (`docs/formats.md`)."""

import json
from typing import Any

import pytest

from scoring import InputProblems, parse_json, read_answer, read_scan
from tests.scoring.builders import INSTRUMENT, many, respond, scan_input

Places = list[tuple[int | None, str | None]]
POLICY = '{"window": "beleid", "role": "bestuurder",'
GOOD = scan_input([respond("professional"), respond("inwoner")])


def places(document: Any) -> Places:
    """Where a document does not fit: response and item of every problem."""
    with pytest.raises(InputProblems) as refused:
        read_scan(document, INSTRUMENT)
    return [(problem.response, problem.item) for problem in refused.value.problems]


def changed(**changes: Any) -> dict[str, Any]:
    """The good document with its first response changed."""
    first, *others = GOOD["responses"]
    return GOOD | {"responses": [first | changes, *others]}


def answering(window: str, **answers: Any) -> dict[str, Any]:
    return {"responses": [{"window": window, "role": INSTRUMENT.window(window).roles[0], "answers": answers}]}


def test_a_document_that_fits_becomes_a_scan() -> None:
    scan = read_scan(GOOD | {"ambition": 6, "minimum": {"professional": 3}}, INSTRUMENT)

    assert len(scan.responses) == 2
    assert scan.responses[0].window == "professional"
    assert scan.ambition == 6
    assert scan.minimum == {"inwoner": 5, "professional": 3, "organisatie": 1, "beleid": 1}


def test_edition_ambition_and_minimum_may_be_left_out() -> None:
    scan = read_scan({"responses": []}, INSTRUMENT)

    assert (scan.responses, scan.ambition) == ((), None)
    assert scan.minimum == {"inwoner": 5, "professional": 5, "organisatie": 1, "beleid": 1}


def test_what_is_given_beside_the_document_holds_only_where_it_says_nothing_itself() -> None:
    beside = {"ambition": 4, "minimum": {"professional": 3}}
    silent = read_scan({"responses": []}, INSTRUMENT, **beside)
    speaking = read_scan({"responses": [], "ambition": 6, "minimum": {}}, INSTRUMENT, **beside)
    without = read_scan({"responses": [], "ambition": None}, INSTRUMENT, **beside)

    assert (silent.ambition, silent.minimum["professional"]) == (4, 3)
    assert (speaking.ambition, speaking.minimum["professional"]) == (6, 5)
    assert without.ambition is None


@pytest.mark.parametrize("value", [0.3333333333, 1 / 3, 0.333333, 1 / 3 + 9e-7])
def test_a_third_is_replaced_by_the_exact_third(value: float) -> None:
    """Ruling 2: within 1e-6, before anything is computed."""
    scan = read_scan(answering("inwoner", inw_regie_1=value, inw_regie_2=1), INSTRUMENT)

    assert scan.responses[0].answers == {"inw_regie_1": 1 / 3, "inw_regie_2": 1.0}


@pytest.mark.parametrize("value", [0.3333, 0.33334, 0.34, 0.25, -1e-5])
def test_a_number_further_from_a_third_is_no_answer(value: float) -> None:
    """Ruling 2."""
    assert places(answering("inwoner", inw_regie_1=value)) == [(0, "inw_regie_1")]


@pytest.mark.parametrize("value", [0.2500001, 0.3, 1.01, -0.25, 2, 1 / 3])
def test_the_other_options_must_be_given_exactly(value: float) -> None:
    """Ruling 2."""
    assert places(answering("professional", pro_samen_1=value)) == [(0, "pro_samen_1")]


def test_frequency_items_of_professionals_have_thirds_too() -> None:
    """Ruling 2 goes by the format, not by the window."""
    assert read_answer(INSTRUMENT.item("pro_inwoner_2"), 0.6666667) == 2 / 3
    assert read_answer(INSTRUMENT.item("pro_inwoner_2"), 0.5) is None


@pytest.mark.parametrize("value", [True, False, "0.5", "weet ik niet", None, [], {}, [0.5]])
def test_what_is_not_a_number_is_no_answer(value: Any) -> None:
    """Ruling 43: booleans are no numbers."""
    assert places(answering("professional", pro_samen_1=value)) == [(0, "pro_samen_1")]


@pytest.mark.parametrize(("window", "item"), [("inwoner", "inw_regie_1"), ("professional", "pro_samen_1")])
def test_not_knowing_fits_every_scored_item(window: str, item: str) -> None:
    """Ruling 44."""
    assert read_scan(answering(window, **{item: "wn"}), INSTRUMENT).responses[0].answers == {item: "wn"}


def test_not_applicable_fits_the_items_of_residents_only() -> None:
    """Ruling 44."""
    assert read_answer(INSTRUMENT.item("inw_regie_1"), "nvt") == "nvt"
    assert places(answering("professional", pro_samen_1="nvt")) == [(0, "pro_samen_1")]


@pytest.mark.parametrize("value", ["wn", "nvt", 0, 8, 3.5, True, "3", None, [3]])
def test_a_portrait_is_a_whole_number_from_one_to_seven(value: Any) -> None:
    """Rulings 43 and 44: neither "wn" nor "nvt" fits an item that is not scored."""
    assert places(answering("professional", pro_beeld_1=value)) == [(0, "pro_beeld_1")]


@pytest.mark.parametrize(
    "value", [["geld", "geld"], ["weer"], ["geld", "wetten", "partners", "mandaat"], "geld", [1], [[]]]
)
def test_barriers_are_at_most_three_known_ones_each_once(value: Any) -> None:
    """Ruling 46."""
    assert places(answering("organisatie", org_belemmeringen_1=value)) == [(0, "org_belemmeringen_1")]


def test_the_barriers_are_the_nine_of_the_method() -> None:
    """Ruling 46."""
    names = ("projectmatig", "mandaat", "partners", "regionaal_landelijk", "personeelswisselingen", "geld")
    names += ("gegevensuitwisseling", "wetten", "prikkels")

    assert INSTRUMENT.item("bel_belemmeringen_1").choices == names
    assert read_answer(INSTRUMENT.item("org_belemmeringen_1"), ["wetten", "geld", "prikkels"]) == (
        "wetten",
        "geld",
        "prikkels",
    )
    assert read_answer(INSTRUMENT.item("org_belemmeringen_1"), []) == ()


@pytest.mark.parametrize("value", [0, -1, 1.5, True, "2", None, [2]])
def test_participants_are_a_whole_number_from_one(value: Any) -> None:
    """Rulings 43 and 72."""
    assert places(changed(participants=value)) == [(0, None)]


@pytest.mark.parametrize("window", [window.id for window in INSTRUMENT.windows])
def test_a_team_form_is_allowed_in_every_window(window: str) -> None:
    """Ruling 72."""
    read = read_scan(scan_input([respond(window, participants=4)]), INSTRUMENT)

    assert read.responses[0].participants == 4


def test_a_whole_number_may_be_written_with_a_decimal_point() -> None:
    """Ruling 43 refuses fractions; 6.0 is none."""
    document = scan_input([respond("professional")]) | {"ambition": 6.0, "minimum": {"professional": 3.0}}
    document["responses"][0] |= {"participants": 2.0}
    document["responses"][0]["answers"]["pro_beeld_1"] = 4.0
    scan = read_scan(document, INSTRUMENT)

    assert (scan.ambition, scan.minimum["professional"]) == (6, 3)
    assert (scan.responses[0].participants, scan.responses[0].answers["pro_beeld_1"]) == (2, 4)


@pytest.mark.parametrize("value", [0, 8, 2.5, True, "6", [6]])
def test_an_ambition_is_a_model_or_nothing(value: Any) -> None:
    """Ruling 43."""
    assert places(GOOD | {"ambition": value}) == [(None, None)]
    assert read_scan(GOOD | {"ambition": None}, INSTRUMENT).ambition is None


@pytest.mark.parametrize(
    "value",
    [
        {"inwoner": 4},
        {"professional": 4},
        {"beleid": 2},
        {"straat": 5},
        {"inwoner": 5.5},
        {"inwoner": True},
        [],
        5,
        None,
    ],
)
def test_a_minimum_that_is_not_allowed_is_refused(value: Any) -> None:
    """Ruling 22."""
    assert places(GOOD | {"minimum": value}) == [(None, None)]


@pytest.mark.parametrize("value", ["integraal-werken/2019.1", "", None, 2026])
def test_an_unknown_edition_is_refused(value: Any) -> None:
    assert places(GOOD | {"edition": value}) == [(None, None)]


def test_unknown_keys_are_refused_at_every_level() -> None:
    """Ruling 43."""
    assert places(GOOD | {"note": 1}) == [(None, None)]
    assert places(changed(note=1)) == [(0, None)]
    assert places(answering("professional", pro_samen_9=0.5)) == [(0, "pro_samen_9")]


@pytest.mark.parametrize("key", ["window", "role", "answers"])
def test_what_a_response_needs_must_be_there(key: str) -> None:
    first = {name: value for name, value in GOOD["responses"][0].items() if name != key}

    assert (0, None) in places(GOOD | {"responses": [first]})


@pytest.mark.parametrize("value", ["straat", "", None, 1, ["professional"]])
def test_an_unknown_window_is_refused(value: Any) -> None:
    assert places(changed(window=value)) == [(0, None)]


@pytest.mark.parametrize("value", ["zelf", "", None, 1, ["uwv"], {}])
def test_a_role_must_belong_to_its_window(value: Any) -> None:
    assert places(changed(role=value)) == [(0, None)]


def test_an_item_must_belong_to_its_window() -> None:
    assert places(answering("professional", inw_regie_1=1)) == [(0, "inw_regie_1")]


@pytest.mark.parametrize("value", [None, [], "x", 1, [1]])
def test_what_is_not_an_object_is_no_document(value: Any) -> None:
    assert places(value) == [(None, None)]


@pytest.mark.parametrize("value", [None, {}, "x", 1])
def test_responses_are_a_list(value: Any) -> None:
    assert places({"responses": value}) == [(None, None)]


def test_responses_must_be_there() -> None:
    assert places({}) == [(None, None)]


@pytest.mark.parametrize("value", [None, [], "x", 1])
def test_a_response_and_its_answers_are_objects(value: Any) -> None:
    assert places({"responses": [value]}) == [(0, None)]
    assert places(changed(answers=value)) == [(0, None)]


def test_all_problems_are_told_at_once_with_their_place() -> None:
    document = GOOD | {"ambition": 9, "note": 1}
    document["responses"] = [
        *GOOD["responses"],
        {"window": "beleid", "role": "zelf", "answers": {"bel_visie_1": 0.1, "bel_ambitie_1": 0}},
    ]

    assert places(document) == [(None, None), (None, None), (2, None), (2, "bel_visie_1"), (2, "bel_ambitie_1")]


def test_a_refusal_can_be_written_down_and_read_aloud() -> None:
    with pytest.raises(InputProblems) as refused:
        read_scan(answering("professional", pro_samen_1=0.3), INSTRUMENT)
    (problem,) = refused.value.problems

    assert problem.document() == {
        "response": 0,
        "item": "pro_samen_1",
        "problem": "0.3 is geen antwoord op deze vraag",
    }
    assert str(problem) == "antwoord 1, pro_samen_1: 0.3 is geen antwoord op deze vraag"
    assert str(refused.value) == str(problem)


def test_a_message_stays_short_and_printable_whatever_was_sent() -> None:
    for value in ("x" * 5000, "\ud800", {"a": [1] * 5000}, "\x00\n"):
        with pytest.raises(InputProblems) as refused:
            read_scan(changed(role=value), INSTRUMENT)
        message = str(refused.value)
        assert len(message.encode()) < 130
        assert message.isprintable()


@pytest.mark.parametrize("text", ["{", "", "nul", '{"responses": [],}', "\x00"])
def test_what_is_not_json_is_refused(text: str) -> None:
    with pytest.raises(InputProblems, match="geen geldige JSON"):
        parse_json(text)


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_numbers_that_json_does_not_have_are_refused(name: str) -> None:
    """Ruling 45."""
    with pytest.raises(InputProblems, match="is geen getal"):
        parse_json(f'{{"responses": [], "ambition": {name}}}')


@pytest.mark.parametrize("number", ["1" + "0" * 400, "1e999", "-1e999", "1" * 5000])
@pytest.mark.parametrize(
    "text",
    [
        '{"responses": [], "ambition": %s}',
        '{"responses": [], "minimum": {"professional": %s}}',
        '{"responses": [{"window": "professional", "role": "uwv", "answers": {"pro_samen_1": %s}}]}',
        '{"responses": [{"window": "professional", "role": "uwv", "answers": {"pro_beeld_1": %s}}]}',
    ],
)
def test_enormous_numbers_are_refused_like_any_other(text: str, number: str) -> None:
    """Ruling 45: a number beyond every scale, or one that reads as infinite, ends in a message."""
    with pytest.raises(InputProblems):
        read_scan(parse_json(text % number), INSTRUMENT)


def test_json_that_is_nested_too_deeply_is_refused() -> None:
    for depth in (*range(960, 1010), 100_000):
        with pytest.raises(InputProblems):
            read_scan(parse_json('{"responses": [{"window": ' + "[" * depth + "]" * depth + "}]}"), INSTRUMENT)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('{"responses": [], "responses": []}', (None, None)),
        ('{"responses": [], "minimum": {"inwoner": 5, "inwoner": 6}}', (None, None)),
        ('{"responses": [{"window": "beleid", "role": "bestuurder", "role": "x", "answers": {}}]}', (0, None)),
        (f'{{"responses": [{POLICY} "answers": {{"bel_visie_1": 1, "bel_visie_1": 0}}}}]}}', (0, "bel_visie_1")),
    ],
)
def test_a_key_twice_in_one_object_is_refused(text: str, place: tuple[int | None, str | None]) -> None:
    """Ruling 45."""
    assert place in places(parse_json(text))


def test_the_same_key_in_two_objects_is_fine() -> None:
    """Ruling 45 speaks of one object."""
    assert read_scan(parse_json(json.dumps(GOOD)), INSTRUMENT) == read_scan(GOOD, INSTRUMENT)


def test_the_order_of_responses_is_kept() -> None:
    document = scan_input([*many(2, "beleid"), respond("organisatie"), respond("beleid")])

    assert [r.window for r in read_scan(document, INSTRUMENT).responses] == [
        "beleid",
        "beleid",
        "organisatie",
        "beleid",
    ]
