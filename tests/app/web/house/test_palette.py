"""From three colours to all that a page uses: what is made can be read, and what cannot is told with a way out."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import pytest

from app.web.assets import STATIC
from app.web.house.colours import contrast, to_oklch
from app.web.house.palette import INK, LINE, OURS, QUIET, SAND, WASH, Colours, pairs, ramp, tokens, unreadable
from tests.app.house_styles import BLUE, MAGENTA, YELLOW

BRIGHT = Colours(MAGENTA, BLUE, YELLOW)
APP_CSS = (STATIC / "app.css").read_text(encoding="utf-8")


def some_colours() -> list[Colours]:
    """Colours that anybody could choose, the same in every run."""
    chance = random.Random(20261129)
    return [Colours(*(f"#{chance.randrange(1 << 24):06x}" for _ in range(3))) for _ in range(60)]


def test_our_own_colours_and_a_bright_style_can_be_read() -> None:
    assert unreadable(OURS) == unreadable(BRIGHT) == {}


@pytest.mark.parametrize("name", sorted(tokens(OURS)))
def test_every_colour_that_is_made_has_its_place_in_the_style_of_every_page(name: str) -> None:
    assert f"  {name}: " in APP_CSS


@pytest.mark.parametrize(
    ("name", "colour"),
    [("ink", INK), ("quiet", QUIET), ("line", LINE), ("wash", WASH), ("sand", SAND), ("brand", OURS.main)],
)
def test_the_colours_that_stay_are_those_of_every_page(name: str, colour: str) -> None:
    assert f"--app-{name}: {colour};" in APP_CSS


def test_our_own_colours_make_about_the_style_that_pages_have() -> None:
    """Nobody sees that the ramp of Vensterscan was drawn by hand and that of a municipality is computed."""
    for name, made in tokens(OURS).items():
        written = re.search(rf"  {name}: (#[0-9a-f]{{6}});", APP_CSS)
        if written:
            assert abs(to_oklch(written[1])[0] - to_oklch(made)[0]) < 0.06, name


@pytest.mark.parametrize("colour", [MAGENTA, BLUE, OURS.main, "#7a0000", "#3b3b3b"])
def test_a_ramp_goes_from_light_to_dark_around_the_chosen_colour(colour: str) -> None:
    steps = ramp(colour)
    assert list(steps) == ["50", "100", "200", "300", "400", "500", "600", "700"]
    assert steps["500"] == colour
    lightness = [to_oklch(step)[0] for step in steps.values()]
    assert lightness == sorted(lightness, reverse=True)


def test_no_rule_of_a_page_writes_a_chosen_colour_itself() -> None:
    """A colour that stands in a rule does not change with the style; only the marks of windows stay as they are."""
    ours = {OURS.main, OURS.link, "#0d3a41"}
    faults = []
    for file in sorted(STATIC.glob("*.css")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if any(colour in line for colour in ours) and not line.strip().startswith("--"):
                faults.append(f"{file.name}:{number}: {line.strip()}")
    assert faults == []


@pytest.mark.parametrize("chosen", some_colours(), ids=lambda chosen: chosen.main)
def test_whatever_is_chosen_what_is_proposed_instead_can_be_read(chosen: Colours) -> None:
    faults = unreadable(chosen)
    instead = replace(chosen, **{seed: fault.instead for seed, fault in faults.items()})
    assert [pair for pair in pairs(instead) if not pair.is_readable] == []
    assert unreadable(instead) == {}


@pytest.mark.parametrize("chosen", some_colours()[:20], ids=lambda chosen: chosen.main)
def test_a_proposal_is_darker_and_of_the_same_hue(chosen: Colours) -> None:
    for seed, fault in unreadable(chosen).items():
        before, after = to_oklch(getattr(chosen, seed)), to_oklch(fault.instead)
        assert after[0] < before[0]
        if after[1] > 0.05:
            assert after[2] == pytest.approx(before[2], abs=0.12)


def test_what_cannot_be_read_names_what_it_is_and_how_far_it_is_off() -> None:
    fault = unreadable(replace(BRIGHT, main="#ff8800"))["main"]
    assert fault.pair.what == "witte letters op een knop"
    assert fault.pair.has == contrast("#ffffff", "#ff8800") < fault.pair.needs == 4.5


def test_a_colour_that_only_just_falls_short_falls_short() -> None:
    """#767676 has 4.54 on white and less than 4.5 on the grey of a page."""
    assert (
        unreadable(replace(BRIGHT, main="#767676"))["main"].pair.what
        == "letters in de hoofdkleur op een lichtgrijs vlak"
    )


def test_a_link_is_judged_on_the_light_colour_that_goes_with_the_main_colour() -> None:
    judged = {pair.what: pair for pair in pairs(BRIGHT)}["een link op een vlak in de lichte hoofdkleur"]
    assert (judged.front, judged.back) == (BLUE, ramp(MAGENTA)["100"])


def test_the_accent_only_decorates_and_may_be_any_colour() -> None:
    assert unreadable(replace(BRIGHT, accent="#ffff99")) == {}
    users = [line for file in STATIC.glob("*.css") for line in _uses_of_accent(file)]
    assert users
    assert all("border-block-start" in line for line in users), "only a line that tells nothing"


def _uses_of_accent(file: Path) -> list[str]:
    return [line for line in file.read_text(encoding="utf-8").splitlines() if "var(--app-accent)" in line]


def test_black_is_a_colour_too() -> None:
    assert unreadable(replace(BRIGHT, main="#000000", link="#000000")) == {}
