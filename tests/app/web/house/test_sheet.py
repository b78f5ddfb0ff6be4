"""The style sheet of a house style: at an address that says what is in it, kept for ever, and nobody else's."""

from __future__ import annotations

import gzip
import re

import pytest

from app.web.house.palette import OURS, Colours, tokens
from app.web.house.sheet import find_sheet, sheet_of
from tests.app.house_styles import BLUE, MAGENTA, YELLOW
from tests.app.page_client import PageClient

BRIGHT = Colours(MAGENTA, BLUE, YELLOW)


def test_it_says_every_colour_under_its_name_and_nothing_else() -> None:
    said = dict(re.findall(r"  (--[\w-]+): (#[0-9a-f]{6});\n", sheet_of(BRIGHT).content.decode()))
    assert said == tokens(BRIGHT)


def test_other_colours_have_another_address() -> None:
    assert sheet_of(BRIGHT).url != sheet_of(OURS).url
    assert sheet_of(BRIGHT).url.endswith("/c6007e-00629b-ffc400.css")


def test_an_address_is_good_only_with_the_hash_of_what_it_gives() -> None:
    sheet = sheet_of(BRIGHT)
    assert find_sheet(sheet.digest, "c6007e-00629b-ffc400") is sheet
    assert find_sheet("0" * 16, "c6007e-00629b-ffc400") is None
    assert find_sheet(sheet.digest, "134e57-155d68-134e57") is None


def test_anybody_gets_it_as_a_style_sheet_that_may_be_kept_for_ever(stranger: PageClient) -> None:
    sheet = sheet_of(BRIGHT)
    answer = stranger.http.get(sheet.url, headers={"Accept-Encoding": "identity"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/css; charset=utf-8")
    assert answer.content == sheet.content
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["x-content-type-options"] == "nosniff"
    again = stranger.http.get(sheet.url, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_it_comes_compressed_to_who_can_read_that(stranger: PageClient) -> None:
    answer = stranger.http.get(sheet_of(BRIGHT).url, headers={"Accept-Encoding": "gzip"})
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.content == sheet_of(BRIGHT).content
    assert gzip.decompress(sheet_of(BRIGHT).compressed) == sheet_of(BRIGHT).content


@pytest.mark.parametrize(
    "address",
    [
        "/huisstijl/0000000000000000/c6007e-00629b-ffc400.css",
        "/huisstijl/zz/c6007e-00629b-ffc400.css",
        "/huisstijl/0000000000000000/red;}body{display:none.css",
        "/huisstijl/0000000000000000/c6007e.css",
        "/huisstijl/0000000000000000/C6007E-00629b-ffc400.css",
    ],
)
def test_an_address_that_this_service_did_not_make_is_not_there(stranger: PageClient, address: str) -> None:
    assert stranger.http.get(address).status_code == 404
