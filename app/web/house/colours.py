"""Colours: how they are written, how well one can be read on another, and how they are made lighter or darker.

A colour is a text such as `#134e57`. Lighter and darker are steps in OKLCH, in which equal steps look equal and a
colour keeps its hue; what a screen cannot show there gets less chroma until it can. Contrast is that of WCAG 2.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WHITE, BLACK = "#ffffff", "#000000"
_WRITTEN = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_STEPS = 24
"""Halvings after which two colours can no longer be told apart."""

Triple = tuple[float, float, float]


def parsed(typed: str) -> str | None:
    """Return a colour as it is stored, or None for what is no colour.

    >>> parsed(" #0AF "), parsed("134E57"), parsed("blauw")
    ('#00aaff', '#134e57', None)
    """
    found = _WRITTEN.fullmatch(typed.strip())
    if found is None:
        return None
    digits = found[1].lower()
    return f"#{digits if len(digits) == 6 else ''.join(digit * 2 for digit in digits)}"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21, whichever of them is the text.

    >>> round(contrast("#000000", "#ffffff"), 2), round(contrast("#767676", "#ffffff"), 2)
    (21.0, 4.54)
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2, from 0 for black to 1 for white."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def to_oklch(colour: str) -> Triple:
    """Return lightness (0 to 1), chroma and hue (in radians) of a colour.

    >>> [round(part, 3) for part in to_oklch("#ff0000")]
    [0.628, 0.258, 0.51]
    """
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """Return the colour nearest to this one that a screen can show: the same lightness and hue, perhaps less chroma.

    >>> from_oklch(*to_oklch("#134e57")), from_oklch(1, 0.2, 1), from_oklch(0, 0, 0)
    ('#134e57', '#ffffff', '#000000')
    """
    if not 0 < lightness < 1:
        return WHITE if lightness >= 1 else BLACK
    if not _can_be_shown(_rgb(lightness, chroma, hue)):
        chroma = _last(lambda share: _can_be_shown(_rgb(lightness, chroma * share, hue))) * chroma
    return "#" + "".join(f"{round(255 * _companded(part)):02x}" for part in _rgb(lightness, chroma, hue))


def toward_white(colour: str, share: float, chroma: float) -> str:
    """Return a colour that is lighter by a share of the way to white, with this part of its chroma."""
    lightness, before, hue = to_oklch(colour)
    return from_oklch(lightness + (0.975 - lightness) * share, before * chroma, hue)


def darker(colour: str, part: float) -> str:
    """Return a colour with this part of its lightness."""
    lightness, chroma, hue = to_oklch(colour)
    return from_oklch(lightness * part, chroma * part, hue)


def lightened_until(colour: str, is_good: Callable[[str], bool]) -> str:
    """Return the colour itself, or the first lighter one that is good; white when none is."""
    lightness, chroma, hue = to_oklch(colour)

    def stepped(share: float) -> str:
        return from_oklch(lightness + (1 - lightness) * share, chroma * (1 - share), hue)

    return colour if is_good(colour) else stepped(1 - _last(lambda share: is_good(stepped(1 - share))))


def darkened_until(colour: str, is_good: Callable[[str], bool]) -> str:
    """Return the colour itself, or the first darker one that is good; black when none is."""
    if is_good(colour):
        return colour
    lightness, chroma, hue = to_oklch(colour)
    return from_oklch(lightness * _last(lambda part: is_good(from_oklch(lightness * part, chroma, hue))), chroma, hue)


def _last(holds: Callable[[float], bool]) -> float:
    """The largest number from 0 to 1 for which something holds that holds from 0 up to somewhere."""
    good, bad = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (good + bad) / 2
        good, bad = (middle, bad) if holds(middle) else (good, middle)
    return good


def _linear(colour: str) -> Triple:
    """The amounts of light of a colour."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _companded(light: float) -> float:
    light = min(max(light, 0.0), 1.0)
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _rgb(lightness: float, chroma: float, hue: float) -> Triple:
    """The amounts of light of a colour, which may be less than nothing or more than a screen can give."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _can_be_shown(rgb: Triple) -> bool:
    return all(-0.0005 <= part <= 1.0005 for part in rgb)
