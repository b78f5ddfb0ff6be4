"""People get a role and lose it: by a link that the beheerder hands over, and with the next click."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from app.accounts.links import who_got
from app.db import Session
from app.web.dependencies import now_in_universal_time
from tests.app.people import add_person, token_for
from tests.journeys.conftest import PHONE, People
from tests.journeys.person import Person
from tests.journeys.service import Service

pytestmark = pytest.mark.browser


def with_role(people: People, service: Service, role: str, screen: dict[str, object], **where: object) -> Person:
    """Somebody who is signed in with a role."""
    person = people.new(Person, screen)
    person.page.context.add_cookies([service.signed_in(role, **where)])
    return person


def test_a_meelezer_is_invited_and_the_beheerder_hands_the_link_over(people: People, running: Service) -> None:
    coordinator = with_role(people, running, "coordinator", PHONE, municipality_code="GM0321")
    coordinator.goes_to("/samenwerkingen")
    coordinator.follows("Mensen")
    coordinator.sees_page("Mensen van Houten")
    coordinator.presses("Nodig uit")
    coordinator.is_told("Kies of deze persoon coördinator of meelezer wordt.")
    coordinator.touches(coordinator.page.get_by_text("Meelezer: leest alle uitslagen", exact=True))
    coordinator.types("Lotte.Lezer@Houten.example.nl", at="E-mailadres")
    coordinator.presses("Nodig uit")
    coordinator.sees_state("De uitnodiging is gemaakt.")
    coordinator.reads("lotte.lezer@houten.example.nl", "nog niet begonnen")

    administrator = with_role(people, running, "beheerder", PHONE)
    administrator.goes_to("/beheer")
    administrator.follows("Bekijk de post")
    letter = administrator.page.locator(".installation-letter").filter(has_text="lotte.lezer@houten.example.nl")
    expect(letter).to_contain_text("De gemeente Houten nodigt u uit")
    link = str(letter.locator("code").inner_text())
    assert re.fullmatch(rf"{re.escape(running.address)}/welkom/[\w-]{{43}}", link)
    with Session(running.app.state.engine) as session:
        account = who_got(session, "welcome", link.rpartition("/")[2], now_in_universal_time())
        assert account is not None
        assert account.email == "lotte.lezer@houten.example.nl"
    administrator.touches(letter.get_by_role("button", name="Doorgegeven"))
    administrator.sees_state("Het bericht is verwijderd uit deze lijst.")
    administrator.does_not_read("lotte.lezer@houten.example.nl")


def test_an_adviser_gets_access_and_loses_it_with_the_next_click(people: People, running: Service) -> None:
    set_up = running.closed_scan()
    with running.writing() as session:
        account = add_person(session, "meelezer", email="extern@advies.example.nl", municipality_code="GM0632")
    adviser = people.new(Person)
    cookie = running.signed_in("meelezer", municipality_code="GM0632")
    adviser.page.context.add_cookies([{**cookie, "value": token_for(running.app, account)}])
    adviser.goes_to("/uitslagen")
    adviser.does_not_read(set_up.collaboration.name)

    coordinator = with_role(people, running, "coordinator", PHONE, municipality_code="GM0321")
    coordinator.goes_to(f"/samenwerkingen/{set_up.collaboration.id}")
    coordinator.follows("Adviseurs")
    coordinator.types("extern@advies.example.nl", at="E-mailadres")
    coordinator.presses("Geef toegang")
    coordinator.sees_state("De toegang is gegeven.")

    adviser.reloads()
    adviser.reads(set_up.collaboration.name)
    adviser.follows("Nulmeting, voorjaar 2026")
    expect(adviser.page).to_have_url(re.compile(f"/scans/{set_up.scan.id}$"))

    coordinator.touches(coordinator.page.get_by_role("link", name="extern@advies.example.nl").last)
    coordinator.sees_page("Toegang intrekken")
    coordinator.presses("Trek de toegang in")
    coordinator.sees_state("De toegang is ingetrokken.")
    adviser.follows("Advies")
    adviser.sees_page("Deze pagina bestaat niet")
