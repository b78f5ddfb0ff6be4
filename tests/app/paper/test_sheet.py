"""What stands on paper is what stands on the screens, with a number and letters, whatever the window and the role."""

from __future__ import annotations

from itertools import pairwise

import pytest

from app.paper.sheet import questions_of, sheet_of
from app.responding.questions.screens import REPRESENTATIVE, screens_of
from questionnaires import WindowId, load_current
from tests.app.scans import WINDOWS

EDITION = load_current()
each_window = pytest.mark.parametrize("window", WINDOWS)


@each_window
@pytest.mark.parametrize("role", ["", REPRESENTATIVE])
def test_every_question_of_the_screens_stands_on_paper_in_the_same_words(window: WindowId, role: str) -> None:
    on_screens = [question for screen in screens_of(EDITION, window, role) for question in screen.questions]
    on_paper = questions_of(sheet_of(EDITION, window, role))
    assert [one.question for one in on_paper] == on_screens
    assert [one.number for one in on_paper] == list(range(1, len(on_screens) + 1))


@each_window
def test_every_place_to_write_stands_on_paper(window: WindowId) -> None:
    on_screens = [screen.comment for screen in screens_of(EDITION, window, "") if screen.comment]
    assert [part.comment for part in sheet_of(EDITION, window, "") if part.comment] == on_screens


@each_window
def test_every_answer_has_a_box_with_a_letter_of_its_own(window: WindowId) -> None:
    for asked in questions_of(sheet_of(EDITION, window, "")):
        letters = [box.letter for box in asked.every_box]
        assert sorted(box.option.value for box in asked.every_box) == sorted(
            option.value for option in asked.question.every_option
        )
        assert len(set(letters)) == len(letters)
        assert letters[: len(asked.boxes)] == list("ABCDEFGHI"[: len(asked.boxes)])


def test_unknown_is_always_w_and_what_does_not_apply_n() -> None:
    (first, *_) = questions_of(sheet_of(EDITION, "inwoner", ""))
    assert [(box.letter, box.option.value) for box in first.apart] == [("W", "wn"), ("N", "nvt")]


@pytest.mark.parametrize("window", ["professional", "organisatie", "beleid"])
def test_the_portraits_stand_in_one_order_that_does_not_follow_the_line(window: WindowId) -> None:
    (portraits,) = [one for one in questions_of(sheet_of(EDITION, window, "")) if one.question.in_any_order]
    models = [int(box.option.value) for box in portraits.boxes]
    assert sorted(models) == list(range(1, 8))
    steps = [abs(after - before) for before, after in pairwise(models)]
    assert min(steps) > 1, "no two neighbours on the line stand beside each other"


def test_residents_read_no_headings_and_whoever_speaks_for_others_reads_other_words() -> None:
    own, others = sheet_of(EDITION, "inwoner", "zelf"), sheet_of(EDITION, "inwoner", REPRESENTATIVE)
    assert {part.heading for part in own} == {""}
    assert "de mensen die u vertegenwoordigt" in others[6].questions[0].question.text
    assert [one.question.text for one in questions_of(own)] != [one.question.text for one in questions_of(others)]
