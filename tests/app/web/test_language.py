"""Our pages speak several languages: sentences with parts, numbers and dates in each, and text both ways."""

from __future__ import annotations

from datetime import date

import pytest
from markupsafe import Markup

from app.web.language import DUTCH, LANGUAGES, words_in

FIRST, POP = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_speaks_with_its_own_words(code: str) -> None:
    words = words_in(code)
    assert words.language.code == code
    assert (words.say("Opgeslagen") == "Opgeslagen") == words.is_dutch


def test_only_arabic_is_written_from_right_to_left() -> None:
    assert [code for code, one in LANGUAGES.items() if one.direction == "rtl"] == ["ar"]


def test_a_sentence_takes_its_parts() -> None:
    said = DUTCH.say("Vraag {number} van {total}", number=3, total=14)
    assert said == "Vraag 3 van 14"


def test_a_sentence_that_nobody_translated_is_said_as_it_is() -> None:
    assert words_in("en").say("Dit staat in geen catalogus.") == "Dit staat in geen catalogus."


def test_no_sentence_stays_none() -> None:
    """To gettext an empty sentence is the heading of the catalog."""
    assert [words_in(code).say("") for code in LANGUAGES] == [""] * len(LANGUAGES)


def test_a_part_that_is_text_stays_in_one_piece_among_text_that_runs_the_other_way() -> None:
    said = words_in("ar").say("Kies een antwoord bij de vraag ‘{question}’", question="Voor wie?")
    assert f"{FIRST}Voor wie?{POP}" in said
    assert FIRST not in words_in("en").say("Kies een antwoord bij de vraag ‘{question}’", question="Voor wie?")


@pytest.mark.parametrize("code", ["nl", "ar"])
def test_a_part_that_is_html_stays_html_and_everything_else_is_escaped(code: str) -> None:
    said = words_in(code).say("{a} & {b}", a=Markup("<b>1</b>"), b="<i>")
    assert isinstance(said, Markup)
    assert "<b>1</b> &amp; " in said
    assert "&lt;i&gt;" in said


def test_what_somebody_of_the_municipality_wrote_is_marked_as_dutch_elsewhere() -> None:
    assert words_in("nl").theirs("Wijk & jij") == "Wijk & jij"
    assert words_in("pl").theirs("Wijk & jij") == '<span lang="nl" dir="auto">Wijk &amp; jij</span>'


@pytest.mark.parametrize(
    ("code", "count", "said"),
    [("nl", 1, "1 maand"), ("nl", 6, "6 maanden"), ("en", 1, "1 month"), ("en", 6, "6 months")],
)
def test_a_number_of_things_has_its_own_form(code: str, count: int, said: str) -> None:
    assert words_in(code).plural("{count} maand", "{count} maanden", count) == said


def test_languages_with_more_forms_have_them_all() -> None:
    """Polish and Ukrainian say two, five and twenty-two differently; Arabic has a form of its own for two."""
    for code, apart in (("pl", (1, 2, 5)), ("uk", (1, 2, 5)), ("ar", (1, 2, 3, 11))):
        words = words_in(code)
        said = [words.plural("{count} maand", "{count} maanden", n).replace(str(n), "") for n in apart]
        assert len(set(said)) == len(apart), code


@pytest.mark.parametrize(
    ("code", "day", "number"),
    [
        ("nl", "1 maart 2026", "1.234,6"),
        ("en", "1 March 2026", "1,234.6"),
        ("ar", "1 مارس 2026", "1,234.6"),
        ("tr", "1 Mart 2026", "1.234,6"),
        ("pl", "1 marca 2026", "1\N{NO-BREAK SPACE}234,6"),
        ("uk", "1 березня 2026\N{NARROW NO-BREAK SPACE}р.", "1\N{NO-BREAK SPACE}234,6"),
    ],
)
def test_dates_and_numbers_are_written_as_is_usual(code: str, day: str, number: str) -> None:
    words = words_in(code)
    assert words.date(date(2026, 3, 1)) == day
    assert words.number(1234.56, 1) == number


def test_a_small_number_in_a_sentence_is_a_word_in_dutch_only() -> None:
    assert (DUTCH.whole_number(5), words_in("tr").whole_number(5)) == ("vijf", "5")


def test_lists_are_phrases() -> None:
    assert DUTCH.enumeration(["a", "b", "c"]) == "a, b en c"
    assert words_in("en").enumeration(["a", "b", "c"]) == "a, b and c"


def test_the_i_of_turkish_keeps_its_dot() -> None:
    assert words_in("tr").capitalised("iyi") == "İyi"
    assert words_in("pl").capitalised("inny") == "Inny"
