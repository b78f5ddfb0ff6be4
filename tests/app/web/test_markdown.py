"""The little Markdown that content may use, and never more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.markdown import inline_markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("gewone tekst", "gewone tekst"),
        ("*nadruk* en **kracht**", "<em>nadruk</em> en <strong>kracht</strong>"),
        ("[rapport](https://example.nl)", '<a href="https://example.nl">rapport</a>'),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ("a & b", "a &amp; b"),
        ("# kop", "# kop"),
        (r"\*letterlijk\*", "*letterlijk*"),
    ],
)
def test_a_line_becomes(text: str, html: str) -> None:
    assert inline_markdown(text) == html


@given(st.text())
def test_no_text_brings_an_element_of_its_own(text: str) -> None:
    html = inline_markdown(text)
    for allowed in ("<em>", "</em>", "<strong>", "</strong>", "</a>"):
        html = html.replace(allowed, "")
    assert "<" not in html.replace('<a href="', "")
