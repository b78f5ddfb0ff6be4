"""Whether a file may be the logo of a municipality: a PNG or an SVG that shows something and does nothing.

A logo is shown with `<img>`, in which a browser runs no script and fetches nothing, and it is served with a policy that
forbids both once more. What could do either is refused all the same, with words that tell what to change: a file is
often opened by itself, and passed on.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 200_000
"""Bytes."""
SMALLEST_SIDE, LONGEST_SIDE = 16, 2000
"""Pixels of a PNG; more is never shown, and costs every phone memory."""
MOST_ELEMENTS, MOST_USES, DEEPEST = 5000, 100, 50
DIGEST_LENGTH = 32

PNG = b"\x89PNG\r\n\x1a\n"
SVG_SPACE, XLINK_SPACE = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
OF_EDITORS = (
    "http://www.inkscape.org/namespaces/",
    "http://sodipodi.sourceforge.net/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://purl.org/dc/",
    "http://www.bohemiancoding.com/sketch/",
    "http://www.serif.com/",
)
"""Where drawing programs keep notes that no browser does anything with."""
SHOWS = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "metadata", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath"),
        *("linearGradient", "radialGradient", "stop", "clipPath", "mask"),
    }
)
"""The elements of SVG that draw, and nothing else."""
REFERS = re.compile(r"url\(\s*+[\"']?+\s*+(?!#)", re.IGNORECASE)
"""What is taken is not given back (`+`): else a quote before the # would count as something else than #."""
FETCHES = re.compile(
    r"@import|@font-face|image-set\s*\(|\bimage\s*\(|\bsrc\s*\(|expression\s*\(|javascript:", re.IGNORECASE
)
MOVES = re.compile(r"@keyframes|\banimation(-[a-z-]+)?\s*:", re.IGNORECASE)
NUMBER = re.compile(r"\s*([0-9]*\.?[0-9]+)(px|pt|mm|cm|in|em)?\s*")
PER_UNIT = {"px": 1.0, "pt": 4 / 3, "mm": 3.7795, "cm": 37.795, "in": 96.0, "em": 16.0, "": 1.0}

EXPORT_PLAIN = "Exporteer het logo opnieuw als ‘gewone’ SVG, of lever een PNG aan."


class NotALogoError(ValueError):
    """A file that may not be a logo; what it says is for who sent it."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that may be a logo, with the size in which it is drawn."""

    content: bytes
    kind: Literal["png", "svg"]
    width: int
    height: int

    @property
    def digest(self) -> str:
        """The beginning of its hash: another picture is at another address."""
        return hashlib.sha256(self.content).hexdigest()[:DIGEST_LENGTH]


def read_logo(content: bytes) -> Logo:
    """Return the logo in a file, whatever the file is called; raises `NotALogoError`."""
    if len(content) > LARGEST:
        size, most = (f"{-(-number // 1000)} kB" for number in (len(content), LARGEST))
        raise NotALogoError(f"Het logo is {size} groot. Kies een bestand van hooguit {most}.")
    if content.startswith(PNG):
        return _png(content)
    if b"<" in content[:1000]:
        return _svg(content)
    raise NotALogoError("Dit bestand is geen PNG en geen SVG. Lever het logo in een van die twee vormen aan.")


# --- PNG --------------------------------------------------------------------------------------------------------------


def _png(content: bytes) -> Logo:
    chunks = list(_chunks(content))
    names = [name for name, _ in chunks]
    if names[:1] != [b"IHDR"] or names[-1:] != [b"IEND"] or b"IDAT" not in names or len(chunks[0][1]) != 13:
        raise NotALogoError("De PNG is niet heel. Bewaar het logo opnieuw als PNG en probeer het nog eens.")
    if b"acTL" in names:
        raise NotALogoError("De PNG beweegt. Kies een logo dat stilstaat: beweging leidt af van de vragen.")
    width, height = (int.from_bytes(chunks[0][1][at : at + 4], "big") for at in (0, 4))
    if not (SMALLEST_SIDE <= width <= LONGEST_SIDE and SMALLEST_SIDE <= height <= LONGEST_SIDE):
        raise NotALogoError(
            f"De PNG is {width} bij {height} pixels. Kies een plaatje van {SMALLEST_SIDE} tot {LONGEST_SIDE} pixels "
            "breed en hoog."
        )
    return Logo(content, "png", width, height)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG with their names, each with the checksum that belongs to it; nothing when one is broken."""
    at = len(PNG)
    found = []
    while at < len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        name, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        check = content[at + 8 + length : at + 12 + length]
        if len(check) != 4 or zlib.crc32(name + data) != int.from_bytes(check, "big"):
            return
        found.append((name, data))
        at += 12 + length
    yield from found


# --- SVG --------------------------------------------------------------------------------------------------------------


@dataclass
class _Drawing:
    """What is met while an SVG is read; it stops at the first thing that may not be in it."""

    root: dict[str, str] | None = None
    elements: int = 0
    path: list[tuple[str, str]] = field(default_factory=list)
    """The names of the elements that are open, with their ids."""
    style: list[str] = field(default_factory=list)
    uses: list[tuple[str, frozenset[str]]] = field(default_factory=list)
    """What each `use` repeats, and the ids of everything that it stands in."""

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Look at an element."""
        space, _, short = name.rpartition(" ")
        self.elements += 1
        if self.elements > MOST_ELEMENTS or len(self.path) >= DEEPEST:
            raise NotALogoError("De SVG is te ingewikkeld voor een logo. Vereenvoudig de tekening, of kies een PNG.")
        if self.root is None:
            if (space, short) != (SVG_SPACE, "svg"):
                raise NotALogoError("Dit bestand is geen SVG: het begint niet met een svg-element van SVG zelf.")
            self.root = attributes
        _refuse_element(space, short)
        for attribute, value in attributes.items():
            _refuse_attribute(attribute, value)
        self.path.append((short if space == SVG_SPACE else "", attributes.get("id", "")))
        if short == "use":
            repeated = attributes.get("href", attributes.get(f"{XLINK_SPACE} href", "")).strip().removeprefix("#")
            self.uses.append((repeated, frozenset(one for _, one in self.path if one)))

    def text(self, text: str) -> None:
        """Keep what stands in a style sheet; it may come in pieces."""
        if self.path and self.path[-1][0] == "style":
            self.style.append(text)

    def end(self, _name: str) -> None:
        """Leave an element, a style sheet only when everything in it may be there."""
        if self.path[-1][0] == "style":
            _refuse_style("".join(self.style))
            self.style.clear()
        self.path.pop()

    def refuse_repetition(self) -> None:
        """What repeats something that repeats something grows without end: a few lines fill the memory of a phone."""
        repeated = {name for name, _ in self.uses}
        if len(self.uses) > MOST_USES or any(repeated & around for _, around in self.uses):
            raise NotALogoError(f"De SVG herhaalt onderdelen die zelf herhalen. {EXPORT_PLAIN}")


def _svg(content: bytes) -> Logo:
    drawing = _Drawing()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.XmlDeclHandler = _refuse_encoding
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.EntityDeclHandler = _refuse_doctype
    parser.ProcessingInstructionHandler = _refuse_instruction
    parser.StartElementHandler = drawing.begin
    parser.CharacterDataHandler = drawing.text
    parser.EndElementHandler = drawing.end
    try:
        content.decode("utf-8")
        parser.Parse(content, True)
    except (expat.ExpatError, UnicodeDecodeError) as fault:
        raise NotALogoError(f"Dit bestand is geen SVG die te lezen is. {EXPORT_PLAIN}") from fault
    drawing.refuse_repetition()
    width, height = _size(drawing.root or {})
    return Logo(content, "svg", width, height)


def _refuse_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.lower() != "utf-8":
        raise NotALogoError("De SVG is niet in UTF-8 geschreven. Bewaar het bestand in UTF-8.")


def _refuse_doctype(*_about: object) -> None:
    raise NotALogoError(
        "De SVG begint met een DOCTYPE. Daarmee kan een bestand andere bestanden binnenhalen, dus dat nemen wij niet "
        f"aan. Haal die regel weg. {EXPORT_PLAIN}"
    )


def _refuse_instruction(*_about: object) -> None:
    raise NotALogoError(f"In de SVG staat een verwijzing naar een stijlblad of programma. {EXPORT_PLAIN}")


def _refuse_element(space: str, name: str) -> None:
    if space.startswith(OF_EDITORS):
        return
    if space != SVG_SPACE:
        raise NotALogoError(f"In de SVG staat ‘{name}’, en dat hoort niet bij een tekening. {EXPORT_PLAIN}")
    if name == "script":
        raise NotALogoError(f"In de SVG staat een script. Een logo mag niets uitvoeren. {EXPORT_PLAIN}")
    if name == "foreignObject":
        raise NotALogoError(f"In de SVG staat een stuk webpagina (foreignObject). {EXPORT_PLAIN}")
    if name == "image":
        raise NotALogoError(f"In de SVG zit een los plaatje. Lever dan het hele logo als PNG aan. {EXPORT_PLAIN}")
    if name in {"animate", "animateMotion", "animateTransform", "set"}:
        raise NotALogoError("De SVG beweegt. Kies een logo dat stilstaat: beweging leidt af van de vragen.")
    if name not in SHOWS:
        raise NotALogoError(f"In de SVG staat ‘{name}’, en dat nemen wij in een logo niet aan. {EXPORT_PLAIN}")


def _refuse_attribute(name: str, value: str) -> None:
    space, _, short = name.lower().rpartition(" ")
    if space.startswith(OF_EDITORS):
        return
    if short.startswith("on"):
        raise NotALogoError(f"In de SVG staat ‘{short}’: iets wat een script start. {EXPORT_PLAIN}")
    if short in {"href", "src", "base"} and not value.strip().startswith("#"):
        raise NotALogoError(f"De SVG verwijst naar iets buiten het bestand: ‘{value.strip()[:40]}’. {EXPORT_PLAIN}")
    _refuse_style(value)


def _refuse_style(style: str) -> None:
    """What stands in a style sheet, or in any attribute, since many of those are style too."""
    if "\\" in style:
        raise NotALogoError(f"In de SVG staat een schuine streep naar links, die iets kan verbergen. {EXPORT_PLAIN}")
    if MOVES.search(style):
        raise NotALogoError("De SVG beweegt. Kies een logo dat stilstaat: beweging leidt af van de vragen.")
    plain = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    if any(fetches.search(text) for fetches in (REFERS, FETCHES) for text in (style, plain)):
        raise NotALogoError(
            "De SVG haalt iets op van buiten het bestand: een lettertype, een plaatje of een stijl. Zet letters om in "
            f"vormen. {EXPORT_PLAIN}"
        )


def _size(root: dict[str, str]) -> tuple[int, int]:
    """The size of a drawing as its own attributes tell it; only the proportion matters, for the page to keep room."""
    written = [NUMBER.fullmatch(root.get(name, "")) for name in ("width", "height")]
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    if all(written):
        sides = [float(found[1]) * PER_UNIT[found[2] or ""] for found in written if found]
    elif len(box) == 4 and all(NUMBER.fullmatch(part) for part in box[2:]):
        sides = [float(part) for part in box[2:]]
    else:
        sides = []
    if len(sides) != 2 or min(sides) <= 0 or max(sides) > 100 * min(sides):
        raise NotALogoError(f"De SVG zegt niet hoe breed en hoog hij is (viewBox). {EXPORT_PLAIN}")
    scale = 100 / min(sides)
    width, height = (max(1, round(side * scale)) for side in sides)
    return width, height
