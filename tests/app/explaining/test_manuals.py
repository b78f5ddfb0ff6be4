"""The manuals are pages: their text, their pictures and their links are there."""

from __future__ import annotations

import pytest

from app.explaining.manuals import folder, pictures, read_manual
from app.explaining.service import MANUALS
from tests.app.page_client import PageClient

NAMES = tuple(MANUALS)


def test_every_manual_that_exists_is_served() -> None:
    assert sorted(NAMES) == sorted(path.stem for path in folder().glob("*.md"))


def test_the_list_leads_to_each_of_them(demo: PageClient) -> None:
    page = demo.get("/handleiding")
    assert [f"/handleiding/{name}" for name in NAMES] == [
        href for href in page.links() if href.startswith("/handleiding/")
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_manual_is_a_page_with_its_parts(demo: PageClient, name: str) -> None:
    page = demo.get(f"/handleiding/{name}")
    text = (folder() / f"{name}.md").read_text(encoding="utf-8")
    assert f"# {page.heading}" == text.splitlines()[0]
    parts = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    assert [link.text for link in page.by_id("op-deze-pagina").parent.all("a")] == parts  # type: ignore[union-attr]
    assert [heading.text for heading in page.all("h2") if heading.text in parts] == parts


@pytest.mark.parametrize("name", NAMES)
def test_every_manual_has_the_same_shape(name: str) -> None:
    lines = (folder() / f"{name}.md").read_text(encoding="utf-8").splitlines()
    headings = [line for line in lines if line.startswith("#")]
    assert headings[0].startswith("# Handleiding voor de ")
    assert headings[1] == "## In het kort"
    assert headings[-1] == "## Veelgestelde vragen"


@pytest.mark.parametrize("name", ["coordinator", "adviseur"])
def test_the_pictures_of_a_manual_are_served_with_their_size(demo: PageClient, name: str) -> None:
    found = demo.get(f"/handleiding/{name}").all("img")
    shown = [image for image in found if "handleiding" in image["src"]]
    assert len(shown) >= 5
    for image in shown:
        assert int(image["width"]) == 800
        assert int(image["height"]) > 50
        answer = demo.http.get(image["src"])
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")


def test_a_link_to_what_is_only_in_the_repository_is_words(demo: PageClient) -> None:
    page = demo.get("/handleiding/beheerder")
    assert "settings.md" in page.text
    assert [href for href in page.links() if ".md" in href] == []


def test_a_manual_never_holds_html() -> None:
    manual = read_manual("moderator", lambda name: name, NAMES)
    assert "<script" not in manual.html
    assert manual.minutes >= 1


@pytest.mark.parametrize("name", ["bestaat-niet", "coordinator.md", "beelden"])
def test_another_name_is_a_page_that_does_not_exist(demo: PageClient, name: str) -> None:
    demo.get(f"/handleiding/{name}", 404)


def test_every_picture_has_an_address_of_its_own() -> None:
    assert len({one.url for one in pictures()}) == len(pictures()) > 0
