"""The pages about privacy say what holds here: they follow the settings and the periods; no number is typed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from app.accounts import devices, sign_ins
from app.accounts.door import openid_routes
from app.collaborations import kept
from app.config import load_settings
from app.pages.privacy import service as privacy
from app.pages.privacy.facts import facts_of
from app.responding import cookies
from app.retention import overview
from app.web import throttle
from app.web.formatting import duration
from tests.app.page_client import InspectedPage, PageClient

ROOT = Path(__file__).parents[3]
PRIVACY, REGISTER = "/privacy", "/privacy/verwerkingsregister"
EVERYTHING = {
    "assets": "cdn",
    "smtp_host": "post.voorbeeld.nl",
    "mail_from": "scan@voorbeeld.nl",
    "openid_issuer": "https://inloggen.voorbeeld.nl/realm",
    "openid_client_id": "vensterscan",
    "openid_client_secret": "heel geheim woord",
    "openid_name": "Toegang voor medewerkers",
    "base_url": "https://vensterscan.voorbeeld.nl",
}


@contextmanager
def with_settings(app: FastAPI, **chosen: Any) -> Iterator[PageClient]:
    """A stranger at the service as it would be with other settings."""
    before = app.state.settings
    app.state.settings = load_settings(**chosen)
    try:
        yield PageClient(app)
    finally:
        app.state.settings = before


def both(client: PageClient) -> tuple[InspectedPage, InspectedPage, str]:
    """The page, the register as a page, and the register as a file."""
    return client.get(PRIVACY), client.get(REGISTER), client.http.get(f"{REGISTER}.md").text


def test_where_data_goes_follows_from_the_settings(demo_app: FastAPI) -> None:
    parties = ("post.voorbeeld.nl", "inloggen.voorbeeld.nl", "Toegang voor medewerkers", "cdn.jsdelivr.net")
    with with_settings(demo_app, **EVERYTHING) as client:
        page, register, file = both(client)
        for text in (page.text, register.text, file):
            assert [party for party in parties if party not in text] == []
            assert "geheim" not in text
    with with_settings(demo_app, assets="local") as client:
        page, register, file = both(client)
        for text in (page.text, register.text, file):
            assert [party for party in parties if party in text] == []
        assert "Ook verder krijgt geen andere partij iets" in page.text


def test_whom_to_ask_follows_from_the_settings(demo_app: FastAPI) -> None:
    with with_settings(demo_app) as client:
        assert "mailto:" not in client.get(PRIVACY).html
    with with_settings(demo_app, contact="beheer@voorbeeld.nl") as client:
        page, register, file = both(client)
        assert 'href="mailto:beheer@voorbeeld.nl"' in page.html
        assert "beheer@voorbeeld.nl" in register.text
        assert "beheer@voorbeeld.nl" in file


def test_the_cookie_of_signing_in_has_the_name_that_it_has_here(demo_app: FastAPI) -> None:
    with with_settings(demo_app, base_url="https://vensterscan.voorbeeld.nl") as client:
        assert "__Host-sessie" in client.get(PRIVACY).text
    with with_settings(demo_app) as client:
        assert "__Host-" not in client.get(PRIVACY).text


def test_every_period_on_the_page_is_the_one_that_the_program_keeps_to(
    demo_app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is changed in the one place where it stands, and the page, the register and the file say the new one."""
    monkeypatch.setattr(privacy, "KEEP_MONTHS", (7, 60))
    monkeypatch.setattr(overview, "KEEP_MONTHS", (7, 60))
    monkeypatch.setattr(overview, "KEPT_BY_DEFAULT", 60)
    for module in (privacy, overview):
        monkeypatch.setattr(module, "UNSENT", timedelta(days=41))
        monkeypatch.setattr(module, "LOG_YEARS", 9)
    for number, name in enumerate(("NEVER_USED", "UNUSED", "WITHOUT_ROLE", "WARNED", "WAITS_AT_MOST")):
        monkeypatch.setattr(overview, name, timedelta(days=51 + number))
    monkeypatch.setattr(overview, "WORKS", {"welcome": timedelta(days=58), "sign_in": timedelta(minutes=57)})
    monkeypatch.setattr(sign_ins, "LONGEST", timedelta(hours=13))
    monkeypatch.setattr(sign_ins, "UNUSED", timedelta(hours=3))

    page, register, file = both(PageClient(demo_app))

    days = [f"{day} dagen" for day in (41, 51, 52, 53, 54, 55, 58)]
    wanted = ["7 maanden of 5 jaar", "standaard is het 5 jaar", "9 jaar", "13 uur", "3 uur", "57 minuten", *days]
    for text in (page.text, register.text, file):
        assert [said for said in wanted if said not in text] == []
        known = re.findall(r"\b\d+ (?:dagen|maanden|jaar|uur|minuten)\b", text)
        old = set(known) - {"7 maanden", "5 jaar", "9 jaar", "13 uur", "3 uur", "57 minuten", "5 minuten", *days}
        assert old - {f"{cookies.REMEMBERED // 86400} dagen", duration(timedelta(seconds=devices.REMEMBERED))} == set()


def test_what_is_said_of_cookies_and_wrong_codes_is_what_happens(
    demo_app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cookies, "REMEMBERED", 77 * 24 * 60 * 60)
    monkeypatch.setattr(devices, "REMEMBERED", 88 * 24 * 60 * 60)
    monkeypatch.setattr(throttle, "WRONG_CODES", 123)
    monkeypatch.setattr(throttle, "SECONDS", 660)
    text = PageClient(demo_app).get(PRIVACY).text
    for said in ("voor anderen 77 dagen", "88 dagen", "meer dan 123 keer", "telt 11 minuten mee"):
        assert said in text


def test_every_module_that_sets_a_cookie_is_known_to_the_page() -> None:
    """Who sets another cookie adds it in app/pages/privacy/facts.py, and its module here."""
    sets = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "app").rglob("*.py")
        if re.search(r"\.set_cookie\(|set-cookie", path.read_text(encoding="utf-8"), re.IGNORECASE)
    }
    assert sets == {
        "app/accounts/cookies.py",
        "app/accounts/devices.py",
        "app/accounts/door/openid_routes.py",
        "app/accounts/door/set_up.py",  # the cookie of signing in, on another page
        "app/responding/cookies.py",
    }
    names = {cookie.name for cookie in facts_of(load_settings()).cookies}
    assert names == {cookies.ACCESS, cookies.RESUME, cookies.BUSY, "sessie", devices.NAME}
    provider = {"openid_issuer": "https://login.example", "openid_client_id": "x", "openid_client_secret": "y"}
    with_provider = {cookie.name for cookie in facts_of(load_settings(**provider)).cookies}
    assert with_provider - names == {openid_routes.COOKIE}


def test_every_page_leads_to_it_and_so_does_the_start_of_a_questionnaire(demo: PageClient) -> None:
    for address in ("/", "/meedoen", "/vragenlijsten", "/inloggen", "/toegankelijkheid"):
        assert PRIVACY in demo.get(address).links()
    assert REGISTER in demo.get(PRIVACY).links()
    assert f"{REGISTER}.md" in demo.get(REGISTER).links()


def test_the_register_is_a_file_that_says_what_the_page_says(demo: PageClient) -> None:
    answer = demo.http.get(f"{REGISTER}.md")
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="verwerkingsregister-vensterscan.md"'
    page = demo.get(REGISTER)
    for table in page.all("table"):
        for row in table.all("tr")[1:]:
            (heading,), (cell,) = row.all("th"), row.all("td")
            assert f"| {heading.text} | {cell.text} |" in answer.text
    headings = [heading.text for heading in page.all("h2")]
    assert headings == re.findall(r"^## (.+)$", answer.text, re.MULTILINE)
    assert len(headings) == 6


def test_the_register_says_everything_that_the_law_asks_of_each_activity(demo: PageClient) -> None:
    asked = ["Verwerkingsverantwoordelijke", "Doel", "Betrokkenen", "Gegevens", "Ontvangers", "Doorgifte buiten de EU"]
    asked += ["Bewaartermijn", "Beveiliging"]
    for table in demo.get(REGISTER).all("table"):
        named = {row.all("th")[0].text: row.all("td")[0].text for row in table.all("tr")[1:]}
        assert [one for one in asked if not named.get(one)] == []


def test_every_rule_about_people_stands_in_the_register(demo: PageClient) -> None:
    text = demo.get(REGISTER).text
    assert [rule.what for rule in overview.rules() if rule.about != "nobody" and rule.until not in text] == []


def test_what_respondents_read_is_written_in_short_sentences(demo: PageClient) -> None:
    """The same measure as the start page for residents: about twelve words, and never a long one."""
    html = demo.get(PRIVACY).html
    part = re.sub(r"<[^>]+>", " ", html[html.index('id="invullen"') : html.index('id="rol"')]).partition(">")[2]
    sentences = [sentence.split() for sentence in re.split(r"[.?!:]\s", part) if len(sentence.split()) > 1]
    lengths = [len(words) for words in sentences]
    assert sum(lengths) / len(lengths) <= 12
    assert max(lengths) <= 20, max(sentences, key=len)


def test_consent_is_not_claimed_and_the_officer_decides(demo: PageClient) -> None:
    text = demo.get(PRIVACY).text
    assert "Toestemming is daarvoor geen goede grond" in text
    assert "functionaris gegevensbescherming" in text


def test_the_periods_are_what_they_are_agreed_to_be() -> None:
    assert (kept.KEEP_MONTHS, kept.KEPT_BY_DEFAULT, kept.UNSENT.days) == ((1, 3, 6, 12, 24), 12, 30)
