"""The client that inspects pages finds what it should find."""

from __future__ import annotations

import pytest

from tests.app.page_client import INSPECTIONS, SECURITY_HEADERS, inspected

HEADERS = {"content-type": "text/html; charset=utf-8"} | dict.fromkeys(SECURITY_HEADERS, "x")
FRAME = '<!DOCTYPE html><html lang="nl"><head><title>Start – Vensterscan</title></head><body>{}</body></html>'
GOOD = "<h1>Start</h1>"


def test_a_good_page_passes_and_can_be_asked_about() -> None:
    page = inspected(FRAME.format('<h1>Start</h1><p id="x">Een <b>twee</b></p><a href="/weg#x">weg</a>'), HEADERS)
    assert page.heading == "Start"
    assert page.by_id("x").text == "Een twee"
    assert page.links() == ["/weg"]


@pytest.mark.parametrize(
    ("inside", "fault"),
    [
        ("", "0 h1 elements"),
        (GOOD + GOOD, "2 h1 elements"),
        ("<h1>Anders</h1>", "title does not begin with its h1"),
        (GOOD + "<h3>Diep</h3>", "use h2"),
        (GOOD + '<p id="a"></p><p id="a"></p>', "the id a occurs 2 times"),
        (GOOD + '<a href="#weg">weg</a>', "refers to the id weg"),
        (GOOD + '<div aria-labelledby="weg"></div>', "refers to the id weg"),
        (GOOD + '<input name="q">', "<input name=q> has no label"),
        (GOOD + '<a href="/x"></a>', "has no words"),
        (GOOD + "<fieldset></fieldset>", "no legend"),
        (GOOD + '<img src="/x.svg">', "has no alt"),
        (GOOD + "<svg></svg>", "an svg has no name"),
        (GOOD + "<table></table>", "no caption"),
        (GOOD + "<table><caption>x</caption><tr><th>y</th></tr></table>", "has no scope"),
        (GOOD + "<form></form>", "a form has no action"),
        (GOOD + '<form action="/a" hx-post="/b"></form>', "make them the same"),
        (GOOD + '<p hx-get="/x">x</p>', "does not load htmx"),
        (GOOD + '<p style="color: red">x</p>', "has style inside"),
        (GOOD + '<p onclick="x()">x</p>', "event handler"),
        (GOOD + "<script>x()</script>", "a script stands inside"),
        (GOOD + '<script src="https://example.org/x.js"></script>', "only htmx may come from elsewhere"),
        (GOOD + '<script src="https://cdn.jsdelivr.net/x.js"></script>', "only htmx may come from elsewhere"),
        (GOOD + "<p>Zeg \"ja\"</p>", "write “ ”"),
        (GOOD + "<p>foto's</p>", "write ‘ ’"),
        (GOOD + "<p>plek 2.4</p>", "write a comma"),
        (GOOD + "<p>plek None</p>", "shows something of the program"),
        (GOOD + "<p>{model}</p>", "shows something of the program"),
        (GOOD + "<div><p>x</div>", "closes <p>"),
        (GOOD + '<p class="a" class="b">x</p>', "an attribute twice"),
    ],
)  # fmt: skip
def test_a_fault_is_found_and_explained(inside: str, fault: str) -> None:
    with pytest.raises(AssertionError, match=fault.replace("(", r"\(").replace("{", r"\{")):
        inspected(FRAME.format(inside), HEADERS)


@pytest.mark.parametrize(
    ("html", "headers", "fault"),
    [
        (GOOD, HEADERS, "DOCTYPE"),
        (FRAME.format(GOOD).replace(' lang="nl"', ""), HEADERS, "no lang"),
        (FRAME.format(GOOD), {"content-type": "text/html"}, "content-security-policy is missing"),
        (FRAME.format(GOOD), HEADERS | {"content-type": "application/json"}, "a page is text/html"),
        (FRAME.format(GOOD), HEADERS | {"content-security-policy": "script-src 'unsafe-inline'"}, "may never be"),
    ],
)
def test_a_fault_of_the_whole_page_is_found(html: str, headers: dict[str, str], fault: str) -> None:
    with pytest.raises(AssertionError, match=fault):
        inspected(html, headers)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(AssertionError) as told:
        inspected(FRAME.format('<form></form><img src="/x.svg">'), HEADERS)
    assert str(told.value).count("\n- ") == 3


def test_an_inspection_can_be_left_out_by_name() -> None:
    assert {inspection.__name__ for inspection in INSPECTIONS} >= {"sends_every_form_somewhere"}
    inspected(FRAME.format(GOOD + "<form></form>"), HEADERS, skip=("sends_every_form_somewhere",))


def test_code_and_other_languages_are_not_read_as_dutch() -> None:
    inspected(FRAME.format(GOOD + '<code>"x" \'y\'</code><cite lang="en">it\'s</cite>'), HEADERS)
