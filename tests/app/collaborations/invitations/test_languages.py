"""Who reads no Dutch sees on the invitation and the poster that they can take part, and gets there at once."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

from app.collaborations.invitations.page import qr_code
from app.languages.service import seen_of
from questionnaires import load_current
from questionnaires.translating import with_translations
from tests.app.collaborations.setting_up import add_scan, windows_at
from tests.app.languages.drafts import draft, let_have
from tests.app.page_client import InspectedPage, PageClient

LANGUAGES = "/gemeenten/GM0321/talen"


@pytest.fixture
def desk(service_app: FastAPI, service: PageClient) -> str:
    """The desk of a scan in a municipality that offers English and Arabic; nobody stands for the Turkish draft."""
    arabic = draft("ar")
    let_have(service_app, arabic, draft("tr"))
    service.submit(f"{LANGUAGES}/ar", {"text": seen_of(arabic), "name": "Amal Haddad", "agreed": "ja"})
    return add_scan(service)


def link(app: FastAPI, desk: str, window: str = "inwoner") -> str:
    return f"http://127.0.0.1/m/{windows_at(app, desk)[window].code}"


def in_language(page: InspectedPage, code: str) -> list[tuple[str | None, str]]:
    return [(one.get("dir"), one.text) for one in page.all("dt", "div") if one.get("lang") == code]


def test_the_invitation_has_a_link_for_each_language_in_its_own_words(
    service_app: FastAPI, service: PageClient, desk: str
) -> None:
    page = service.get(f"{desk}/inwoner")
    words = service_app.state.current_edition.translations["ar"].words.invitation
    text = page.by_id("uitnodiging").text
    for code in ("en", "ar"):
        assert f"{words.text} {link(service_app, desk)}?taal={code}" in text
    assert "taal=tr" not in page.html
    assert "taal=nl" not in page.html
    assert in_language(page, "en") == [("ltr", words.title)]
    assert in_language(page, "ar") == [("rtl", words.title)]
    assert LANGUAGES in page.links()
    assert text.index("taal=ar") < text.index("Met vriendelijke groet")


def test_all_invitations_together_say_the_same(service_app: FastAPI, service: PageClient, desk: str) -> None:
    own, together = service.get(f"{desk}/inwoner").by_id("uitnodiging").text, service.get(f"{desk}/uitnodigingen").text
    assert own in together
    assert together.count(f"{link(service_app, desk)}?taal=ar") >= 1
    assert link(service_app, desk, "professional") in together
    assert f"{link(service_app, desk, 'professional')}?taal" not in together


def test_the_poster_has_a_code_for_each_language(service_app: FastAPI, service: PageClient, desk: str) -> None:
    page = service.get(f"{desk}/inwoner/poster")
    words = service_app.state.current_edition.translations["ar"].words.invitation
    assert in_language(page, "ar") == [("rtl", f"{words.title} {words.scan}")]
    pictures = [one["src"] for one in page.all("img") if "qr.svg" in one["src"]]
    assert pictures == [f"{desk}/inwoner/qr.svg{end}" for end in ("", "?taal=en", "?taal=ar")]
    for picture in pictures:
        drawn = service.http.get(picture)
        assert drawn.status_code == 200
        wanted = link(service_app, desk) + picture.partition("qr.svg")[2]
        assert drawn.content == qr_code(wanted)
        assert wanted in {one["alt"].rpartition(" ")[2] for one in page.all("img") if one.get("alt")}


@pytest.mark.parametrize("language", ["tr", "nl", "fr", "x" * 5])
def test_there_is_no_code_for_a_language_that_is_not_offered(service: PageClient, desk: str, language: str) -> None:
    assert service.http.get(f"{desk}/inwoner/qr.svg?taal={language}").status_code == 404


def test_other_windows_are_dutch_only(service: PageClient, desk: str) -> None:
    for path in ("professional", "professional/poster"):
        page = service.get(f"{desk}/{path}")
        assert "taal=" not in page.html
        assert LANGUAGES not in page.links()
    assert service.http.get(f"{desk}/professional/qr.svg?taal=en").status_code == 404


def test_a_language_that_is_turned_off_is_gone_from_the_invitation(service: PageClient, desk: str) -> None:
    service.submit(f"{LANGUAGES}/ar/uit")
    assert "taal=ar" not in service.get(f"{desk}/inwoner").html
    assert "taal=ar" not in service.get(f"{desk}/inwoner/poster").html
    assert service.http.get(f"{desk}/inwoner/qr.svg?taal=ar").status_code == 404


def test_where_dutch_is_all_there_is_the_invitation_says_nothing_of_languages(
    service_app: FastAPI, service: PageClient
) -> None:
    edition = with_translations(load_current(), {})
    service_app.state.editions = {edition.id: edition}
    service_app.state.current_edition = edition
    desk = add_scan(service)
    page, poster = service.get(f"{desk}/inwoner"), service.get(f"{desk}/inwoner/poster")
    assert "taal=" not in page.html + poster.html
    assert "In andere talen" not in poster.html
    assert LANGUAGES in page.links()
