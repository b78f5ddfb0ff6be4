"""A client that inspects every page that a test fetches, so that no page has to be tested for these things by itself.

`PageClient(app).get("/")` gives the page as a tree, or fails with everything that is wrong and what to do about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI
from starlette.testclient import TestClient

from app.web.language import LANGUAGES

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
NOT_PROSE = {"code", "pre", "script", "style", "kbd", "samp"}
SECURITY_HEADERS = (
    "content-security-policy",
    "x-content-type-options",
    "x-frame-options",
    "referrer-policy",
    "cache-control",
)
CDN = "cdn.jsdelivr.net"


@dataclass(eq=False)
class Element:
    """One element of a page with its attributes and what is inside it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    inside: list[Element | str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def get(self, name: str) -> str | None:
        """The value of an attribute, or None."""
        return self.attributes.get(name)

    def walk(self) -> Iterator[Element]:
        """This element and everything inside it, in the order of the page."""
        yield self
        for child in self.inside:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *tags: str) -> list[Element]:
        """Every element inside with one of these tags, without tags every element."""
        return [element for element in self.walk() if element is not self and (not tags or element.tag in tags)]

    def one(self, tag: str) -> Element:
        """The only element inside with this tag."""
        (found,) = self.all(tag)
        return found

    def by_id(self, name: str) -> Element:
        """The element with this id."""
        (found,) = [element for element in self.all() if element.get("id") == name]
        return found

    def links(self) -> list[str]:
        """Where the links inside lead to within the service, without places on the page."""
        found = [link["href"].partition("#")[0] for link in self.all("a") if link.get("href")]
        return [href for href in dict.fromkeys(found) if href.startswith("/")]

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, from near to far."""
        element = self.parent
        while element:
            yield element
            element = element.parent

    @property
    def text(self) -> str:
        """The text inside, with single spaces."""
        return " ".join(self._texts().split())

    def _texts(self) -> str:
        return "".join(child if isinstance(child, str) else child._texts() for child in self.inside)


class _Parser(HTMLParser):
    """Builds the tree and notes every end tag that closes something else than was opened."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("document", {})
        self.faults: list[str] = []
        self._open = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: keep one")
        element = Element(tag, {name: value or "" for name, value in attrs}, self._open)
        self._open.inside.append(element)
        if tag not in VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open = self._open.parent or self.root

    def handle_endtag(self, tag: str) -> None:
        if self._open.tag != tag:
            self.faults.append(f"</{tag}> closes <{self._open.tag}>: close every element where it ends")
            while self._open.tag != tag and self._open.parent:
                self._open = self._open.parent
        self._open = self._open.parent or self.root

    def handle_data(self, data: str) -> None:
        self._open.inside.append(data)


@dataclass(eq=False)
class InspectedPage(Element):
    """A page that passed the inspection."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    html: str = ""

    @property
    def heading(self) -> str:
        """The words of its only h1."""
        return self.one("h1").text


class PageClient:
    """Fetches pages as a browser does, and inspects each of them. It is a stranger, until somebody signs in."""

    def __init__(self, app: FastAPI, host: str = "testserver") -> None:
        self.app = app
        self.http = TestClient(app, base_url=f"http://{host}", raise_server_exceptions=False, follow_redirects=False)
        # Where the service also does things by itself, requests share its event loop, as they do in the world.
        self.http.portal = getattr(app.state, "portal", None)

    def get(self, url: str, status: int = 200, *, skip: tuple[str, ...] = ()) -> InspectedPage:
        """Fetch and inspect a page; `skip` names inspections that a test has a reason to leave out."""
        response = self.http.get(url)
        assert response.status_code == status, f"{url} answered {response.status_code}, not {status}"
        return inspected(response.text, dict(response.headers), status, skip=skip, url=url)

    def submit(self, url: str, fields: Mapping[str, Any] | None = None) -> str:
        """Send a form that is accepted, and return where it leads."""
        response = self.http.post(url, data=dict(fields or {}))
        assert response.status_code == 303, f"{url} answered {response.status_code}, not 303: {response.text[:2000]}"
        return str(response.headers["location"])

    def refused(self, url: str, fields: Mapping[str, Any] | None = None, *, status: int) -> InspectedPage:
        """Send a form that is refused, and return the page that says why, inspected."""
        response = self.http.post(url, data=dict(fields or {}))
        assert response.status_code == status, f"{url} answered {response.status_code}, not {status}"
        return inspected(response.text, dict(response.headers), status, url=url)


def inspected(
    html: str, headers: dict[str, str], status: int = 200, *, skip: tuple[str, ...] = (), url: str = "the page"
) -> InspectedPage:
    """Return the page as a tree; fails with every fault of it."""
    parser = _Parser()
    parser.feed(html)
    page = InspectedPage("document", {}, None, parser.root.inside, status, headers, html)
    faults = list(parser.faults)
    for inspect in INSPECTIONS:
        if inspect.__name__ not in skip:
            faults += inspect(page)
    assert not faults, f"{url}:\n" + "\n".join(f"- {fault}" for fault in faults)
    return page


def is_html(page: InspectedPage) -> Iterator[str]:
    if not page.headers.get("content-type", "").startswith("text/html"):
        yield f"its content type is {page.headers.get('content-type')}: a page is text/html"
    if not page.html.lstrip().lower().startswith("<!doctype html>"):
        yield "it does not begin with <!DOCTYPE html>: extend layout.html"


def is_safe(page: InspectedPage) -> Iterator[str]:
    for name in SECURITY_HEADERS:
        if name not in page.headers:
            yield f"the header {name} is missing: every answer has it, see app/web/security.py"
    policy = page.headers.get("content-security-policy", "")
    if "unsafe" in policy or "*" in policy:
        yield f"its policy allows what may never be allowed: {policy}"


def says_its_language(page: InspectedPage) -> Iterator[str]:
    for html in page.all("html"):
        language = LANGUAGES.get(html.get("lang") or "")
        if language is None:
            yield "the html element has no lang, or one that we do not speak"
        elif (html.get("dir") or "ltr") != language.direction:
            yield f"{language.name} is written {language.direction}: the html element has another dir"


def has_one_heading_and_a_title_that_begins_with_it(page: InspectedPage) -> Iterator[str]:
    headings, titles = page.all("h1"), [title for title in page.all("title") if not _in_svg(title)]
    if len(headings) != 1:
        yield f"it has {len(headings)} h1 elements: a page has one"
    elif len(titles) != 1 or not titles[0].text.startswith(headings[0].text):
        yield f"its title does not begin with its h1, {headings[0].text!r}"


def skips_no_level_of_heading(page: InspectedPage) -> Iterator[str]:
    before = 0
    for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6"):
        level = int(heading.tag[1])
        if level > before + 1:
            yield f"<{heading.tag}> {heading.text!r} comes after h{before}: use h{before + 1}"
        before = level


def has_no_id_twice(page: InspectedPage) -> Iterator[str]:
    ids = [element["id"] for element in page.all() if element.get("id")]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"the id {name} occurs {ids.count(name)} times: an id is for one element"


def refers_to_what_exists(page: InspectedPage) -> Iterator[str]:
    ids = {element.get("id") for element in page.all()}
    for element in page.all():
        wanted = [
            *" ".join(element.get(name) or "" for name in ("for", "aria-labelledby", "aria-describedby")).split(),
            *([element["href"][1:]] if len(element.get("href") or "") > 1 and element["href"].startswith("#") else []),
        ]
        for name in wanted:
            if name not in ids:
                yield f"<{element.tag}> refers to the id {name}, which is not on the page"


def names_every_control(page: InspectedPage) -> Iterator[str]:
    labelled = {label.get("for") for label in page.all("label")}
    for control in page.all("input", "select", "textarea"):
        if control.get("type") in {"hidden", "submit", "button"}:
            continue
        wrapped = any(ancestor.tag == "label" for ancestor in control.ancestors())
        if not (wrapped or control.get("id") in labelled or _aria_name(control)):
            yield f"<{control.tag} name={control.get('name')}> has no label"
    for control in page.all("a", "button", "summary"):
        if not (control.text or _aria_name(control) or any(image.get("alt") for image in control.all("img"))):
            yield f"<{control.tag} href={control.get('href')}> has no words"
    for group in page.all("fieldset"):
        if not group.all("legend"):
            yield "a fieldset has no legend: say what the group asks"


def describes_every_picture(page: InspectedPage) -> Iterator[str]:
    for image in page.all("img"):
        if image.get("alt") is None:
            yield f'<img src={image.get("src")}> has no alt: describe it, or alt="" when it only decorates'
    for drawing in page.all("svg"):
        if drawing.get("aria-hidden") != "true" and not (_aria_name(drawing) or drawing.all("title")):
            yield 'an svg has no name and is not aria-hidden="true"'


def describes_every_table(page: InspectedPage) -> Iterator[str]:
    for table in page.all("table"):
        if not (table.all("caption") or _aria_name(table)):
            yield "a table has no caption"
        for heading in table.all("th"):
            if heading.get("scope") not in {"col", "row", "colgroup", "rowgroup"}:
                yield f"the table heading {heading.text!r} has no scope"


def sends_every_form_somewhere(page: InspectedPage) -> Iterator[str]:
    for form in page.all("form"):
        if not form.get("action"):
            yield "a form has no action: without JavaScript it must know where to go"
        for name in ("hx-post", "hx-get", "hx-put"):
            if form.get(name) is not None and form.get(name) != form.get("action"):
                yield f"a form has {name} {form.get(name)} and action {form.get('action')}: make them the same"
    uses_htmx = any(name.startswith("hx-") for element in page.all() for name in element.attributes)
    loads_htmx = any("htmx" in (script.get("src") or "") for script in page.all("script"))
    if uses_htmx and not loads_htmx:
        yield "it has hx- attributes but does not load htmx: set uses_htmx on the page"


def keeps_style_and_script_in_files(page: InspectedPage) -> Iterator[str]:
    for element in page.all():
        if "style" in element.attributes or element.tag == "style":
            yield f"<{element.tag}> has style inside: the policy blocks it, use a class or an attribute of SVG"
        if any(name.startswith("on") for name in element.attributes):
            yield f"<{element.tag}> has an event handler inside: the policy blocks it, use a file"
        if element.tag == "script" and not element.get("src") and element.get("type") != "application/json":
            yield "a script stands inside the page: the policy blocks it, use a file"


def stays_with_us(page: InspectedPage) -> Iterator[str]:
    for element in page.all("script", "link", "img", "iframe", "source", "use"):
        address = element.get("src") or element.get("href") or ""
        host = urlsplit(address).hostname
        if host is None:
            continue
        with_hash = element.tag == "script" and element.get("integrity") and element.get("crossorigin")
        if host != CDN or not with_hash or address not in page.headers.get("content-security-policy", ""):
            yield f"<{element.tag}> loads {address}: only htmx may come from elsewhere, with its hash and in the policy"


def is_written_with_care(page: InspectedPage) -> Iterator[str]:
    for text in _prose(page):
        for wrong, better in (('"', "“ ”"), ("'", "‘ ’"), ("...", "…"), (" - ", " – "), ("--", "–"), (" ,", ",")):
            if wrong in text:
                yield f"{text.strip()[:60]!r} has {wrong!r}: write {better}"
        if re.search(r"\d\.\d(?!\d\d\b)", text) and not re.search(r"\d+\.\d+\.\d+|/\d{4}\.\d+|WCAG|mm-", text):
            yield f"{text.strip()[:60]!r} has a number with a point: write a comma"
        if re.search(r"\b(None|True|False|nan|undefined)\b|\{\{|\}\}|\{\w+\}", text):
            yield f"{text.strip()[:60]!r} shows something of the program"


INSPECTIONS: tuple[Callable[[InspectedPage], Iterator[str]], ...] = (
    is_html,
    is_safe,
    says_its_language,
    has_one_heading_and_a_title_that_begins_with_it,
    skips_no_level_of_heading,
    has_no_id_twice,
    refers_to_what_exists,
    names_every_control,
    describes_every_picture,
    describes_every_table,
    sends_every_form_somewhere,
    keeps_style_and_script_in_files,
    stays_with_us,
    is_written_with_care,
)


def _aria_name(element: Element) -> bool:
    return bool(element.get("aria-label") or element.get("aria-labelledby"))


def _in_svg(element: Element) -> bool:
    return any(ancestor.tag == "svg" for ancestor in element.ancestors())


def _prose(element: Element) -> Iterator[str]:
    """The texts that a person reads, in Dutch."""
    for child in element.inside:
        if isinstance(child, str):
            yield child
        elif child.tag not in NOT_PROSE and child.get("lang") in {None, "nl"}:
            yield from _prose(child)
