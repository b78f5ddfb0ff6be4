"""Signing in as people do: on a phone, with the keyboard alone and without JavaScript, in two steps, by a link."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect
from pyotp import TOTP

from app.accounts.hashes import hash_of_password
from app.accounts.links import Purpose, make_link
from app.models import Account
from tests.app.people import add_person
from tests.journeys.conftest import PHONE, People
from tests.journeys.person import Person
from tests.journeys.service import Service
from tests.journeys.states_of_accounts import THE_MAILER
from tests.journeys.test_keyboard import Keyboard

pytestmark = pytest.mark.browser

PASSWORD = "vier woorden zijn genoeg"
STEP = 30
"""Seconds."""


@pytest.fixture
def sanne(running: Service) -> Account:
    """A coördinator with a password."""
    with running.writing() as session:
        account = add_person(session, "coordinator", name="Sanne de Vries", municipality_code="GM0321")
        account.password_hash = hash_of_password(PASSWORD)
    return account


@pytest.fixture
def mailing(running: Service) -> Iterator[Service]:
    """The service while it sends mail."""
    kept = running.app.state.settings
    running.app.state.settings = kept.model_copy(update=THE_MAILER)
    yield running
    running.app.state.settings = kept


def link_for(service: Service, account: Account, purpose: Purpose) -> str:
    with service.writing() as session:
        return make_link(session, account, purpose, datetime.now(UTC))


def signs_in(person: Person, account: Account, password: str = PASSWORD) -> None:
    """Fill in the form, on the page where it stands."""
    person.types(account.email or "", at="E-mailadres")
    person.types(password, at="Wachtwoord")
    person.presses("Inloggen")


def test_on_a_phone_with_a_password(people: People, sanne: Account) -> None:
    person = people.new(Person, PHONE)
    person.goes_to("/samenwerkingen/nieuw")
    person.sees_page("Inloggen")
    signs_in(person, sanne, "dit is het niet")
    person.is_told("Dit e-mailadres en wachtwoord horen niet bij elkaar, of wij kennen ze niet.")
    signs_in(person, sanne)
    person.sees_page("Nieuwe samenwerking")
    person.opens_the_menu()
    person.presses("Uitloggen")
    expect(person.page).to_have_url(f"{person.service.address}/")
    person.goes_to("/samenwerkingen")
    person.sees_page("Inloggen")


def test_with_the_keyboard_alone_and_without_javascript(people: People, sanne: Account) -> None:
    person = people.new(Person, scripts=False)
    keyboard = Keyboard(person)  # type: ignore[arg-type]
    person.goes_to("/inloggen")
    keyboard.goes_to("E-mailadres")
    person.page.keyboard.type(sanne.email or "")
    keyboard.goes_to("Wachtwoord")
    person.page.keyboard.type(PASSWORD)
    keyboard.presses("Enter")
    person.sees_page("Wat kan ik nu doen?")
    keyboard.goes_to("Ingelogd als Sanne de Vries")
    keyboard.presses("Enter")
    person.sees_page("Uw account")
    person.reads("Deze browser")


def test_two_steps_are_set_up_and_used(people: People, sanne: Account) -> None:
    person = people.new(Person, PHONE)
    person.goes_to("/account")
    signs_in(person, sanne)
    person.sees_page("Uw account")
    person.follows("Zet aan inloggen in twee stappen")
    person.follows("Zet twee stappen aan")
    expect(person.page.get_by_role("img", name="QR-code om Vensterscan aan uw app toe te voegen")).to_be_visible()
    person.page.get_by_text("Scannen lukt niet").click()
    app = TOTP(person.page.locator(".account-secret").inner_text().replace(" ", ""))
    step = int(datetime.now(UTC).timestamp()) // STEP
    person.types(app.generate_otp(step), at="Code uit uw app")
    person.types(PASSWORD, at="Uw wachtwoord")
    person.presses("Zet aan")
    person.sees_page("Bewaar uw herstelcodes")
    codes = person.page.locator(".account-codes code").all_inner_texts()
    with person.page.expect_download() as download:
        person.follows("Download de codes")
    assert all(code in download.value.path().read_text() for code in codes)
    person.follows("Ik heb ze bewaard, ga verder")
    person.presses("Log overal uit, ook hier")
    person.sees_page("Inloggen")

    signs_in(person, sanne)
    person.sees_page("Vul uw code in")
    person.goes_to("/samenwerkingen")
    person.sees_page("Vul uw code in")
    person.types(app.generate_otp(step), at="Code uit uw app")
    person.presses("Verder")
    person.is_told("Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in uw app en probeer die.")
    person.types(app.generate_otp(step + 1), at="Code uit uw app")
    person.presses("Verder")
    person.sees_page("Samenwerkingen")

    other = people.new(Person)
    other.goes_to("/inloggen")
    signs_in(other, sanne)
    other.types(codes[0], at="Code uit uw app")
    other.presses("Verder")
    other.sees_page("Wat kan ik nu doen?")


def test_with_a_link_that_was_mailed(people: People, mailing: Service, sanne: Account) -> None:
    person = people.new(Person, PHONE)
    person.goes_to(link_for(mailing, sanne, "sign_in"))
    person.sees_page("Inloggen bij Vensterscan")
    person.presses("Inloggen")
    person.sees_page("Wat kan ik nu doen?")


def test_who_was_invited_begins(people: People, running: Service) -> None:
    with running.writing() as session:
        account = add_person(session, "coordinator", name="?", municipality_code="GM0321")
    person = people.new(Person, scripts=False)
    person.goes_to(link_for(running, account, "welcome"))
    person.types(f"Noor {secrets.token_hex(2)}", at="Uw naam")
    person.types("te kort", at="Nieuw wachtwoord")
    person.presses("Beginnen")
    person.is_told("Kies een wachtwoord van minstens 12 tekens.")
    person.types(PASSWORD, at="Nieuw wachtwoord")
    person.types(PASSWORD, at="Nog een keer hetzelfde wachtwoord")
    person.presses("Beginnen")
    person.sees_page("Wat kan ik nu doen?")


def test_who_forgot_their_password_chooses_another_and_is_out_elsewhere(
    people: People, running: Service, sanne: Account
) -> None:
    elsewhere, person = people.new(Person), people.new(Person, PHONE)
    elsewhere.goes_to("/samenwerkingen")
    signs_in(elsewhere, sanne)
    elsewhere.sees_page("Samenwerkingen")
    person.goes_to("/inloggen")
    person.follows("Wachtwoord vergeten?")
    person.types(sanne.email or "", at="E-mailadres")
    person.presses("Vraag een link aan")
    person.sees_page("Aanvraag ontvangen")
    person.goes_to(link_for(running, sanne, "password"))
    person.types("een heel ander wachtwoord", at="Nieuw wachtwoord")
    person.types("een heel ander wachtwoord", at="Nog een keer hetzelfde wachtwoord")
    person.presses("Bewaar en log in")
    person.sees_page("Wat kan ik nu doen?")
    elsewhere.reloads()
    elsewhere.sees_page("Inloggen")
