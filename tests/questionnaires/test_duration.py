"""How long filling in takes, reckoned from the words, and what start pages promise of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from questionnaires import Edition, load_current, reading_time
from questionnaires.duration import SECONDS_PER_CHOICE, SECONDS_PER_PAGE, ReadingTime
from questionnaires.edition import Draft
from questionnaires.schema import WindowId

STAFF: tuple[WindowId, ...] = ("professional", "organisatie", "beleid")


@pytest.fixture(scope="module")
def current() -> Edition:
    return load_current()


@pytest.mark.parametrize("window", STAFF)
def test_a_window_for_staff_takes_about_ten_minutes(current: Edition, window: WindowId) -> None:
    assert round(reading_time(current, window).minutes) <= 10


def test_residents_get_five_minutes(current: Edition) -> None:
    assert reading_time(current, "inwoner").minutes <= current.windows["inwoner"].minutes == 5


@pytest.mark.parametrize("window", ["inwoner", *STAFF])
def test_a_start_page_promises_no_less_than_it_takes(current: Edition, window: WindowId) -> None:
    content = current.windows[window]
    assert round(reading_time(current, window).minutes) <= content.minutes
    assert f"{content.minutes} minuten" in content.start.duration


def test_words_choices_and_pages_add_up() -> None:
    found = ReadingTime(words=238 * 4, choices=60, pages=30)
    assert found.minutes == pytest.approx(4 + SECONDS_PER_CHOICE + SECONDS_PER_PAGE / 2)


def test_every_question_and_the_role_is_a_choice_and_every_screen_a_page(draft: Draft) -> None:
    beleid, inwoner = reading_time(draft, "beleid"), reading_time(draft, "inwoner")
    assert (beleid.choices, beleid.pages) == (1 + 28 + 3, 1 + 8 + 3 + 1)
    assert (inwoner.choices, inwoner.pages) == (1 + 14, 1 + 14 + 1)


def longer(draft: Draft, window: WindowId, **changes: str) -> float:
    """How many words more it takes with other texts on the start page."""
    content = draft.windows[window]
    start = content.start.model_copy(update=changes)
    other = replace(draft, windows={**draft.windows, window: content.model_copy(update={"start": start})})
    return reading_time(other, window).words - reading_time(draft, window).words


def test_what_unfolds_is_not_reckoned(draft: Draft) -> None:
    lead = draft.windows["beleid"].start.lead
    assert longer(draft, "beleid", lead=f"{lead} Twee woorden.") == 2
    assert longer(draft, "beleid", purpose="Twee woorden.", contact="Drie andere woorden.") == 0


def test_what_comes_back_is_read_once(draft: Draft) -> None:
    start = draft.windows["professional"].start
    before = len(start.duration.split())
    assert longer(draft, "professional", duration=start.title) == -before


def test_of_five_situations_not_all_are_read(draft: Draft) -> None:
    """A set of situations with ten words more costs less than ten words, in every question that has it."""
    sets = draft.anchors.anchor_sets
    first = sets[0].model_copy(update={"anchors": (f"{sets[0].anchors[0]} {'woord ' * 10}", *sets[0].anchors[1:])})
    other = replace(draft, anchors=draft.anchors.model_copy(update={"anchor_sets": (first, *sets[1:])}))
    asked = [item for item in draft.items_of("professional") if item.anchors_from == first.id]
    more = reading_time(other, "professional").words - reading_time(draft, "professional").words
    assert asked
    assert more == pytest.approx(7.6 * len(asked))
