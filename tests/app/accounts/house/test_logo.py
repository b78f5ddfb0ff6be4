"""Which files may be a logo: what shows something and does nothing, and for everything else the reason why not."""

from __future__ import annotations

import pytest

from app.accounts.house.logo import LARGEST, MOST_USES, NotALogoError, read_logo
from app.web.assets import STATIC
from tests.app.house_styles import SVG, chunk, png

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str = "", about: str = 'viewBox="0 0 240 60"', before: str = "") -> bytes:
    """A drawing with something in it, with attributes of its own, and with something before it."""
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {about}>{inside}</svg>'.encode()


def refusal(content: bytes) -> str:
    with pytest.raises(NotALogoError) as refused:
        read_logo(content)
    return str(refused.value)


# --- What may be ------------------------------------------------------------------------------------------------------


def test_a_png_is_taken_with_the_size_that_it_says() -> None:
    logo = read_logo(png(120, 40))
    assert (logo.kind, logo.width, logo.height, logo.content) == ("png", 120, 40, png(120, 40))


def test_an_svg_is_taken_with_its_proportions() -> None:
    logo = read_logo(SVG)
    assert (logo.kind, logo.width, logo.height) == ("svg", 400, 100)
    assert read_logo((STATIC / "logo.svg").read_bytes()).kind == "svg"


@pytest.mark.parametrize(
    ("about", "size"),
    [
        ('viewBox="0 0 240 60"', (400, 100)),
        ('viewBox="0,0,60,240"', (100, 400)),
        ('width="4cm" height="1cm"', (400, 100)),
        ('width="100%" height="100%" viewBox="0 0 1 1"', (100, 100)),
    ],
)
def test_the_proportions_come_from_its_box_or_its_size(about: str, size: tuple[int, int]) -> None:
    logo = read_logo(svg(about=about))
    assert (logo.width, logo.height) == size


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="a"><stop stop-color="#c00"/></linearGradient></defs><path fill="url(#a)"/>',
        "<defs><style>.a{fill:url('#a');font:700 30px sans-serif}</style></defs><text class=\"a\">Houten</text>",
        '<symbol id="a"><circle r="3"/></symbol><use href="#a"/><use href="#a" x="9"/>',
        f'<g {XLINK}><circle id="a" r="3"/><use xlink:href="#a"/></g>',
        '<title>Gemeente Houten</title><g style="fill:#c00" clip-path="url(#b)"/>',
        "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>",
        '<!-- gemaakt met een tekenprogramma --><rect width="9" height="9"/>',
        '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" s:docname="C:\\werk\\logo.svg"/>',
    ],
)
def test_what_drawing_programs_make_is_taken(inside: str) -> None:
    assert read_logo(svg(inside, before='<?xml version="1.0" encoding="UTF-8"?>')).kind == "svg"


# --- What may not be --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\xff\xd8\xff\xe0 JPEG", b"%PDF-1.7", b"zomaar tekst"])
def test_another_kind_of_file_is_refused_whatever_it_is_called(content: bytes) -> None:
    assert "geen PNG en geen SVG" in refusal(content)


def test_what_is_too_large_is_refused_with_both_sizes() -> None:
    assert refusal(svg("x" * LARGEST)) == "Het logo is 201 kB groot. Kies een bestand van hooguit 200 kB."


@pytest.mark.parametrize(
    "content",
    [
        png()[:-6],
        png()[:20] + b"\xff" + png()[21:],
        png(after=b"<script>"),
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"kort") + chunk(b"IDAT", b"") + chunk(b"IEND", b""),
        b"\x89PNG\r\n\x1a\n" + chunk(b"IDAT", b"") + chunk(b"IEND", b""),
    ],
)
def test_a_png_that_is_not_whole_or_holds_more_is_refused(content: bytes) -> None:
    assert "niet heel" in refusal(content)


@pytest.mark.parametrize(("width", "height"), [(15, 100), (100, 15), (2001, 100), (100, 2001)])
def test_a_png_of_another_size_is_refused(width: int, height: int) -> None:
    assert f"{width} bij {height} pixels" in refusal(png(width, height))


def test_a_png_that_moves_is_refused() -> None:
    assert "beweegt" in refusal(png(120, 40, chunk(b"acTL", b"\0" * 8)))


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (svg("<script>alert(1)</script>"), "script"),
        (svg('<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>'), "script"),
        (svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>'), "hoort niet bij een tekening"),
        (svg('<iframe xmlns="http://www.w3.org/1999/xhtml"/>'), "hoort niet bij een tekening"),
        (svg(about='viewBox="0 0 1 1" onload="x()"'), "onload"),
        (svg('<path ONCLICK="x()" d=""/>'), "onclick"),
        (svg("<foreignObject/>"), "foreignObject"),
        (svg('<image href="data:image/png;base64,AA=="/>'), "los plaatje"),
        (svg('<animate attributeName="x"/>'), "beweegt"),
        (svg('<set attributeName="href" to="javascript:1"/>'), "beweegt"),
        (svg("<style>@keyframes a{}</style>"), "beweegt"),
        (svg('<g style="animation: a 1s"/>'), "beweegt"),
        (svg('<a href="https://kwaad.example"/>'), "‘a’"),
        (svg('<filter id="a"/>'), "‘filter’"),
        (svg('<use href="https://kwaad.example/a.svg#a"/>'), "buiten het bestand"),
        (svg(f'<use {XLINK} xlink:href="a.svg#a"/>'), "buiten het bestand"),
        (svg('<use href=" javascript:alert(1)"/>'), "buiten het bestand"),
        (svg('<g xml:base="https://kwaad.example/"/>'), "buiten het bestand"),
        (svg('<path fill="url(https://kwaad.example/a)" d=""/>'), "van buiten het bestand"),
        (svg("<path style=\"fill:URL( 'https://kwaad.example/a' )\" d=''/>"), "van buiten het bestand"),
        (svg("<style>a{fill:url(//kwaad.example)}</style>"), "van buiten het bestand"),
        (svg("<style>@import 'https://kwaad.example/a.css';</style>"), "van buiten het bestand"),
        (svg("<style>@im<!-- -->port 'a.css';</style>"), "van buiten het bestand"),
        (svg("<style>@/**/import 'a';@imp/**/ort url(a)</style>"), "van buiten het bestand"),
        (svg("<style>@font-face{font-family:x;src:local(x)}</style>"), "van buiten het bestand"),
        (svg("<style>a{content:'/*' ; fill:url(https://kwaad.example) ; x:'*/'}</style>"), "van buiten het bestand"),
        (svg("<style>a{fill:image-set('https://kwaad.example' 1x)}</style>"), "van buiten het bestand"),
        (svg("<style><![CDATA[a{fill:url(a.svg#a)}]]></style>"), "van buiten het bestand"),
        (svg("<style>a{fill:\\75 rl(https://kwaad.example)}</style>"), "schuine streep"),
        (svg(before='<?xml-stylesheet href="https://kwaad.example/a.css"?>'), "stijlblad"),
        (svg(before='<?xml version="1.0" encoding="utf-16"?>'), "UTF-8"),
        (svg(before='<?xml version="1.0" encoding="iso-8859-1"?>'), "UTF-8"),
        (svg().decode().encode("utf-16"), "te lezen"),
        (svg("<title>\xe9</title>").decode().encode("latin-1"), "te lezen"),
        (svg("<g>"), "te lezen"),
        (b"<svg/>", "geen SVG"),
        (b"<html><body>hallo</body></html>", "geen SVG"),
        (svg(about=""), "hoe breed en hoog"),
        (svg(about='viewBox="0 0 0 10"'), "hoe breed en hoog"),
        (svg(about='viewBox="0 0 10000 10"'), "hoe breed en hoog"),
        (svg("<g>" * 60 + "</g>" * 60), "te ingewikkeld"),
        (svg('<path d=""/>' * 5001), "te ingewikkeld"),
    ],
)
def test_an_svg_that_could_do_something_is_refused_with_the_reason(content: bytes, because: str) -> None:
    assert because in refusal(content)


BOMB = """<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>"""
PEEK = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PUBLIC = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'


@pytest.mark.parametrize("before", [BOMB, PEEK, PUBLIC])
def test_no_entity_is_ever_read_because_a_doctype_is_refused(before: str) -> None:
    assert "DOCTYPE" in refusal(svg("<text>&c;</text>", before=before))


def test_what_repeats_what_repeats_is_refused_before_it_grows() -> None:
    twice = "".join(f'<g id="a{n}"><use href="#a{n - 1}"/><use href="#a{n - 1}"/></g>' for n in range(1, 30))
    assert "herhaalt" in refusal(svg(f'<path id="a0" d=""/>{twice}'))
    assert "herhaalt" in refusal(svg('<g id="a"><use href="#a"/></g>'))
    assert "herhaalt" in refusal(svg('<path id="a" d=""/>' + '<use href="#a"/>' * (MOST_USES + 1)))


def test_every_refusal_tells_what_can_be_done() -> None:
    for content in (svg("<script/>"), svg("<foreignObject/>"), svg('<use href="x"/>'), svg(before=PUBLIC)):
        assert "Exporteer het logo opnieuw als ‘gewone’ SVG, of lever een PNG aan." in refusal(content)
