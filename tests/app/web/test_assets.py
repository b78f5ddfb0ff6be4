"""The files that pages refer to: their address is their content, so they may be kept for ever."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from app import main
from app.config import bundled
from app.web.assets import FOR_EVER, STATIC, Asset, Assets, own_assets
from tests.app.page_client import PageClient

REFERENCE = re.compile(r'(?:href|src|data-local)="(/assets/[^"]+)"')


@pytest.mark.parametrize("file", sorted(STATIC.glob("*.css")), ids=lambda file: file.name)
def test_a_style_sheet_closes_what_it_opens(file: Path) -> None:
    """A browser says nothing of a brace that is not there: everything behind it counts on some screens only."""
    rules = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    deep = 0
    for line in rules.splitlines():
        assert not (line.startswith((".", "@", ":root")) and deep), f"something is open before {line!r}"
        deep += line.count("{") - line.count("}")
    assert deep == 0


@pytest.mark.parametrize("file", sorted(STATIC.glob("*.css")), ids=lambda file: file.name)
def test_a_line_under_words_says_its_look_apart(file: Path) -> None:
    """WebKit drops a text-decoration that has a style or a colour in it, and the line with it."""
    assert re.findall(r"text-decoration: *\S+ +[^;]+;", file.read_text(encoding="utf-8")) == []


def test_every_file_that_the_pages_refer_to_is_served_and_kept_for_ever(demo: PageClient) -> None:
    pages = [demo.get(path).html for path in ("/", "/vragenlijsten/inwoner", "/verantwoording")]
    addresses = {address for html in pages for address in REFERENCE.findall(html)}
    assert {address.rpartition("/")[2] for address in addresses} >= {"app.css", "nlds.css", "logo.svg"}
    for address in addresses:
        answer = demo.http.get(address)
        assert answer.status_code == 200, address
        assert answer.headers["cache-control"] == FOR_EVER
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_browser_that_has_a_file_does_not_get_it_again(demo: PageClient, demo_app: FastAPI) -> None:
    address = demo_app.state.assets["app.css"].url
    first = demo.http.get(address)
    again = demo.http.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["cache-control"] == FOR_EVER


def test_text_is_sent_compressed_to_who_can_read_that(demo: PageClient, demo_app: FastAPI) -> None:
    asset = demo_app.state.assets["app.css"]
    packed = demo.http.get(asset.url, headers={"Accept-Encoding": "gzip"})
    plain = demo.http.get(asset.url, headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(plain.content) / 2
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content == asset.read()
    assert packed.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("name", ["0000000000000000/app.css", "x/../../config.py", "x/app.css"])
def test_another_address_is_a_page_that_does_not_exist(demo: PageClient, name: str) -> None:
    demo.get(f"/assets/{name}", 404)


def test_another_content_is_another_address() -> None:
    one, other = Asset("a.css", lambda: b"a{}"), Asset("a.css", lambda: b"b{}")
    assert one.url != other.url
    assert Assets(one).find(one.digest, "a.css") is one
    assert Assets(one).find(other.digest, "a.css") is None


def test_a_file_is_compressed_only_when_that_makes_it_smaller() -> None:
    assert Asset("a.css", lambda: b"a{}").compressed is None
    assert Asset("a.png", lambda: b"a" * 10_000).compressed is None
    packed = Asset("a.js", lambda: b"a" * 10_000).compressed
    assert packed is not None
    assert gzip.decompress(packed) == b"a" * 10_000


def test_our_own_files_are_named_by_their_place(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "x.js").write_bytes(b"x")
    (asset,) = own_assets(tmp_path)
    assert (asset.name, asset.media_type, asset.read()) == ("scripts/x.js", "text/javascript", b"x")


def test_a_name_that_does_not_exist_is_an_error_in_a_template(demo_app: FastAPI) -> None:
    with pytest.raises(KeyError):
        demo_app.state.templates.from_string('{{ asset("weg.css") }}').render()


def test_nothing_in_our_styles_asks_another_host_for_something() -> None:
    for style in STATIC.rglob("*.css"):
        assert not re.search(r"url\(|@import|https?:", style.read_text(encoding="utf-8")), style.name


def test_the_service_does_without_the_front_end_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, demo_app: FastAPI
) -> None:
    monkeypatch.setattr(main, "bundled", lambda name: tmp_path if name == "assets" else bundled(name))
    app = main.create_app(demo_app.state.settings)
    assert app.state.htmx is None
    client = PageClient(app)
    with TestClient(app):
        for path in ("/", "/vragenlijsten/beleid", "/verantwoording"):
            assert "nlds.css" not in client.get(path).html
