"""Which screens a window has, in which order and in which words."""

from __future__ import annotations

import pytest

from app.responding.questions.screens import Screen, comment_fields, screens_of
from questionnaires import Edition, WindowId, load_current
from tests.app.scans import ROLES, WINDOWS


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_current()


def of(edition: Edition, window: WindowId, role: str | None = None) -> tuple[Screen, ...]:
    return screens_of(edition, window, role or ROLES[window])


def test_residents_meet_one_question_at_a_time(edition: Edition) -> None:
    screens = of(edition, "inwoner")
    assert [len(screen.questions) for screen in screens] == [1] * 14
    assert screens[2].heading == "Vraag 3 van 14"


def test_an_introduction_stands_where_a_subject_begins_and_the_comment_where_it_ends(edition: Edition) -> None:
    screens = of(edition, "inwoner")
    begins, ends = [], []
    for dimension in edition.dimensions_of("inwoner"):
        begins.append(dimension.items[0].id)
        ends.append(dimension.items[-1].id)
    assert [screen.questions[0].id for screen in screens if screen.introduction] == begins
    assert [screen.questions[0].id for screen in screens if screen.comment] == ends
    assert screens[1].comment is not None
    assert screens[1].comment.place == "bij vraag 2"


@pytest.mark.parametrize(
    ("window", "subjects", "others"), [("professional", 8, 1), ("organisatie", 8, 2), ("beleid", 8, 3)]
)
def test_others_meet_one_subject_at_a_time_and_then_what_is_not_scored(
    edition: Edition, window: WindowId, subjects: int, others: int
) -> None:
    screens = of(edition, window)
    assert len(screens) == subjects + others
    for screen, dimension in zip(screens, edition.dimensions_of(window), strict=False):
        assert screen.heading == dimension.label
        assert [question.id for question in screen.questions] == [item.id for item in dimension.items]
        assert screen.comment is not None
        assert screen.comment.subject == dimension.id
    asked = [question.id for screen in screens[subjects:] for question in screen.questions]
    assert asked == [item.id for item in edition.windows[window].context_items]


@pytest.mark.parametrize("window", WINDOWS)
def test_screens_are_numbered_from_one_and_ask_everything_once(edition: Edition, window: WindowId) -> None:
    screens = of(edition, window)
    assert [screen.number for screen in screens] == list(range(1, len(screens) + 1))
    asked = [question.id for screen in screens for question in screen.questions]
    assert asked == [item.id for item in edition.instrument.window(window).items]


def test_who_answers_for_others_reads_the_questions_that_way(edition: Edition) -> None:
    own, for_others = of(edition, "inwoner", "zelf"), of(edition, "inwoner", "vertegenwoordiger")
    for one, other, item in zip(own, for_others, edition.items_of("inwoner"), strict=True):
        assert one.questions[0].text == item.text
        assert other.questions[0].text == item.text_representative


@pytest.mark.parametrize("window", WINDOWS)
def test_what_a_form_sends_is_an_answer_of_the_instrument(edition: Edition, window: WindowId) -> None:
    for question in (question for screen in of(edition, window) for question in screen.questions):
        item = edition.instrument.item(question.id)
        values = [option.value for option in question.options]
        if item.kind == "scored":
            assert [float(value) for value in values] == list(item.options)
        elif item.kind == "model":
            assert [int(value) for value in values] == [1, 2, 3, 4, 5, 6, 7]
        else:
            assert tuple(values) == item.choices


@pytest.mark.parametrize("window", WINDOWS)
def test_not_knowing_stands_apart_with_every_scored_question(edition: Edition, window: WindowId) -> None:
    expected = ["wn", "nvt"] if window == "inwoner" else ["wn"]
    for question in (question for screen in of(edition, window) for question in screen.questions):
        scored = edition.instrument.item(question.id).kind == "scored"
        assert [option.value for option in question.apart] == (expected if scored else [])


def test_portraits_come_in_an_order_of_chance_that_stays_the_same_for_one_respondent(edition: Edition) -> None:
    (portrait,) = of(edition, "professional")[-1].questions
    orders = {tuple(option.value for option in portrait.options_for(f"{draft:032x}")) for draft in range(50)}
    assert len(orders) > 40
    assert {frozenset(order) for order in orders} == {frozenset("1234567")}
    assert portrait.options_for("a" * 32) == portrait.options_for("a" * 32)


def test_portraits_have_no_names_of_models(edition: Edition) -> None:
    (portrait,) = of(edition, "professional")[-1].questions
    said = " ".join(f"{option.label} {option.explanation}" for option in portrait.options).lower()
    assert not [model.label for model in edition.continuum.models if model.label in said]


def test_the_ambition_keeps_the_order_of_the_models_and_asks_why(edition: Edition) -> None:
    screen = of(edition, "beleid")[8]
    (ambition,) = screen.questions
    assert [option.value for option in ambition.options_for("a" * 32)] == list("1234567")
    assert ambition.options[0].label == "Parallel"
    assert screen.comment is not None
    assert screen.comment.subject == ambition.id


def test_of_the_barriers_three_can_be_chosen(edition: Edition) -> None:
    (barriers,) = of(edition, "organisatie")[-1].questions
    assert barriers.at_most == 3
    assert of(edition, "organisatie")[-1].comment is None


@pytest.mark.parametrize("window", WINDOWS)
def test_every_place_to_write_has_a_limit_from_the_content(edition: Edition, window: WindowId) -> None:
    fields = comment_fields(edition, window)
    assert {field.max_length for field in fields.values()} == {edition.windows[window].comment.max_length}
    assert set(edition.dimension_ids(window)) <= set(fields)


def test_an_answer_of_a_resident_has_a_drawing_of_how_far_up_the_scale_it_stands(edition: Edition) -> None:
    question = of(edition, "inwoner")[0].questions[0]
    assert [(option.label, option.level) for option in question.options] == [
        ("Nooit", (0, 3)),
        ("Soms", (1, 3)),
        ("Vaak", (2, 3)),
        ("Altijd", (3, 3)),
    ]
    assert all(option.level is None for option in question.apart)
    assert question.has_levels


def test_sentences_that_describe_a_situation_have_no_drawing(edition: Edition) -> None:
    for window in WINDOWS[1:]:
        assert not any(question.has_levels for screen in of(edition, window) for question in screen.questions)
