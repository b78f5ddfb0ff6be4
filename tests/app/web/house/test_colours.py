"""Colours: read as people write them, contrast as WCAG 2 defines it, lighter and darker without another hue."""

from __future__ import annotations

import pytest

from app.web.house.colours import (
    WHITE,
    contrast,
    darkened_until,
    darker,
    from_oklch,
    lightened_until,
    luminance,
    parsed,
    to_oklch,
    toward_white,
)

SOME = ("#134e57", "#c6007e", "#ffc400", "#00629b", "#808080", "#ff0000", "#00ff00", "#0000ff")


@pytest.mark.parametrize("typed", ["#134E57", "134e57", " #134e57 "])
def test_a_colour_is_read_in_every_way_that_people_write_it(typed: str) -> None:
    assert parsed(typed) == "#134e57"


@pytest.mark.parametrize(
    "typed", ["", "#", "#12345", "#1234567", "#12345g", "rood", "rgb(1,2,3)", "#134e57;", "#134e57\n#"]
)
def test_anything_else_is_no_colour(typed: str) -> None:
    assert parsed(typed) is None


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#767676", "#ffffff", 4.54),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffff00", 8.0),
    ],
)
def test_contrast_is_that_of_wcag_whichever_is_in_front(one: str, other: str, ratio: float) -> None:
    """The ratios are those that other checkers give for these well-known pairs."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(one, other) == contrast(other, one)


def test_luminance_goes_from_black_to_white() -> None:
    assert (luminance("#000000"), luminance(WHITE)) == (0, pytest.approx(1))


@pytest.mark.parametrize("colour", SOME)
def test_a_colour_comes_back_from_oklch_as_it_was(colour: str) -> None:
    assert from_oklch(*to_oklch(colour)) == colour


def test_oklch_of_pure_colours_is_as_published() -> None:
    """Björn Ottosson's own values for red, green and blue."""
    assert [round(part, 3) for part in to_oklch("#ff0000")[:2]] == [0.628, 0.258]
    assert [round(part, 3) for part in to_oklch("#00ff00")[:2]] == [0.866, 0.295]
    assert [round(part, 3) for part in to_oklch("#0000ff")[:2]] == [0.452, 0.313]


@pytest.mark.parametrize("colour", SOME)
def test_lighter_and_darker_are_that_and_keep_the_hue(colour: str) -> None:
    lightness, chroma, hue = to_oklch(colour)
    lighter, deeper = toward_white(colour, 0.5, 0.5), darker(colour, 0.7)
    assert to_oklch(deeper)[0] < lightness < to_oklch(lighter)[0]
    if chroma > 0.02:
        assert to_oklch(deeper)[2] == pytest.approx(hue, abs=0.1)


def test_what_a_screen_cannot_show_gets_less_chroma() -> None:
    assert to_oklch(from_oklch(0.95, 0.3, 0.5))[0] == pytest.approx(0.95, abs=0.01)


@pytest.mark.parametrize("colour", SOME)
def test_the_nearest_darker_colour_is_good_and_not_much_darker_than_needed(colour: str) -> None:
    found = darkened_until(colour, lambda one: contrast(one, WHITE) >= 4.5)
    assert contrast(found, WHITE) >= 4.5
    if found == colour:
        return
    assert contrast(found, WHITE) < 4.6, "a colour that comes closer would do as well"


def test_the_nearest_lighter_colour_is_good_too() -> None:
    found = lightened_until("#134e57", lambda one: contrast(one, "#134e57") >= 4.5)
    assert 4.5 <= contrast(found, "#134e57") < 4.6
    assert lightened_until("#eeeeee", lambda _one: True) == "#eeeeee"


def test_what_is_never_good_ends_at_black_or_white() -> None:
    assert darkened_until("#c6007e", lambda _one: False) == "#000000"
    assert lightened_until("#c6007e", lambda _one: False) == WHITE
