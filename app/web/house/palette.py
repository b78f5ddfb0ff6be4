"""From the three colours that a municipality chooses to every colour that a page uses, and whether they can be read.

The steps are those of the ramps of the theme (see `app.css`): 500 is the chosen colour itself, 600 and 700 are darker,
400 to 50 lighter. What is lighter is made as light as its own pairs need, so that only the chosen colours can fail.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from app.web.house.colours import WHITE, contrast, darkened_until, darker, lightened_until, toward_white

Seed = Literal["main", "link"]
Ramp = dict[str, str]

INK, QUIET, LINE, WASH, SAND = "#1b2a2e", "#4a5b60", "#d3dedf", "#f3f7f7", "#faf6ec"
"""Colours of `app.css` that are the same in every style."""
TEXT, MARK = 4.5, 3.0
"""What WCAG 2.2 asks of text (1.4.3), and of lines that tell something (1.4.11)."""


@dataclass(frozen=True, slots=True)
class Colours:
    """What a municipality chooses: for buttons and what is chosen, for links, and one that only decorates."""

    main: str
    link: str
    accent: str


OURS = Colours(main="#134e57", link="#155d68", accent="#134e57")
"""The colours of Vensterscan itself, with which every municipality begins."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that a page shows on each other: what that is in words, and the contrast that it needs."""

    seed: Seed
    what: str
    front: str
    back: str
    needs: float

    @property
    def has(self) -> float:
        """The contrast that it has."""
        return contrast(self.front, self.back)

    @property
    def is_readable(self) -> bool:
        """Whether that is enough."""
        return self.has >= self.needs


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A chosen colour that cannot be used: the first pair that tells so, and the nearest colour that can be used."""

    pair: Pair
    instead: str


def ramp(colour: str) -> Ramp:
    """Return the steps of a colour, from 50 to 700."""
    dark = darker(colour, 0.82)
    return {
        "50": lightened_until(toward_white(colour, 0.97, 0.13), lambda one: contrast(INK, one) >= TEXT),
        "100": lightened_until(toward_white(colour, 0.92, 0.27), lambda one: contrast(QUIET, one) >= TEXT),
        "200": lightened_until(toward_white(colour, 0.79, 0.57), lambda one: contrast(dark, one) >= TEXT),
        "300": toward_white(colour, 0.59, 0.94),
        "400": darkened_until(toward_white(colour, 0.33, 1), lambda one: contrast(one, WHITE) >= MARK),
        "500": colour,
        "600": dark,
        "700": darker(colour, 0.67),
    }


@lru_cache(maxsize=256)
def tokens(colours: Colours) -> dict[str, str]:
    """Return every colour of a page by the name that it has in `app.css`."""
    main, link = ramp(colours.main), ramp(colours.link)
    return {
        "--app-brand": main["500"],
        "--app-brand-dark": main["600"],
        "--app-brand-light": main["100"],
        "--app-brand-soft": main["200"],
        "--app-link": link["500"],
        "--app-link-dark": link["600"],
        "--app-accent": colours.accent,
        **{f"--voorbeeld-kleuren-violet-{step}": colour for step, colour in main.items()},
        **{f"--voorbeeld-kleuren-blauw-{step}": colour for step, colour in link.items()},
    }


def pairs(colours: Colours) -> tuple[Pair, ...]:
    """Return every two colours that pages really show on each other and in which a chosen colour has a part.

    The ring of the focus is in no chosen colour: black around white on pages, white around black in the footer.
    """
    found = tokens(colours)
    brand, dark, light = found["--app-brand"], found["--app-brand-dark"], found["--app-brand-light"]
    soft, line = found["--app-brand-soft"], found["--voorbeeld-kleuren-violet-400"]
    link, pressed = found["--app-link"], found["--app-link-dark"]
    return (
        Pair("main", "witte letters op een knop", WHITE, brand, TEXT),
        Pair("main", "witte letters op een knop die u aanwijst, en onderaan de pagina", WHITE, dark, TEXT),
        Pair("main", "kleine letters onderaan de pagina", soft, dark, TEXT),
        Pair("main", "letters in de hoofdkleur op wit", brand, WHITE, TEXT),
        Pair("main", "letters in de hoofdkleur op een lichtgrijs vlak", brand, WASH, TEXT),
        Pair("main", "letters op een lichte knop die u aanwijst", dark, soft, TEXT),
        Pair("main", "letters in de hoofdkleur op een vlak in de lichte hoofdkleur", dark, light, TEXT),
        Pair("main", "de tekst van een antwoord dat gekozen is", INK, light, TEXT),
        Pair("main", "de uitleg bij een antwoord dat gekozen is", QUIET, light, TEXT),
        Pair("main", "de rand van een antwoord dat gekozen is", brand, light, MARK),
        Pair("main", "de balk die zegt hoe ver iemand is", brand, LINE, MARK),
        Pair("main", "de rand van een lichte knop", line, WHITE, MARK),
        Pair("link", "een link op wit", link, WHITE, TEXT),
        Pair("link", "een link op een lichtgrijs vlak", link, WASH, TEXT),
        Pair("link", "een link op een zandkleurig vlak", link, SAND, TEXT),
        Pair("link", "een link op een vlak in de lichte hoofdkleur", link, light, TEXT),
        Pair("link", "een link die u aanwijst", pressed, light, TEXT),
    )


def unreadable(colours: Colours) -> dict[Seed, Unreadable]:
    """Return the chosen colours that cannot be read somewhere, each with the nearest colour that can be read.

    A link is judged on the main colour that can be used, so that both proposals together are good.
    """
    faults: dict[Seed, Unreadable] = {}
    seeds: tuple[Seed, ...] = ("main", "link")
    for seed in seeds:
        if fault := _first_fault(colours, seed):
            faults[seed] = Unreadable(fault, _nearest(colours, seed))
            colours = _with(colours, seed, faults[seed].instead)
    return faults


def _first_fault(colours: Colours, seed: Seed) -> Pair | None:
    return next((pair for pair in pairs(colours) if pair.seed == seed and not pair.is_readable), None)


def _nearest(colours: Colours, seed: Seed) -> str:
    chosen = colours.main if seed == "main" else colours.link
    return darkened_until(chosen, lambda one: _first_fault(_with(colours, seed, one), seed) is None)


def _with(colours: Colours, seed: Seed, colour: str) -> Colours:
    return replace(colours, main=colour) if seed == "main" else replace(colours, link=colour)
