"""The states of the pages on which somebody signs in and looks after their own account."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from playwright.sync_api import expect
from pyotp import TOTP

from app.accounts import cookies
from app.accounts.links import Purpose, make_link
from app.accounts.sign_ins import begin
from app.accounts.two_steps import new_secret, switch_on
from tests.app.people import add_person
from tests.journeys.furniture import Furniture
from tests.journeys.respondent import Respondent
from tests.journeys.states import State, at, for_role, pressed

THE_MAILER = {"smtp_host": "mail.voorbeeld.nl", "mail_from": "scan@voorbeeld.nl"}


def where_mail_is_sent(state: State) -> State:
    """A page that is there only where the service mails."""

    def reach(person: Respondent, furniture: Furniture) -> None:
        kept = person.service.app.state.settings
        person.service.app.state.settings = kept.model_copy(update=THE_MAILER)
        try:
            state.reach(person, furniture)
        finally:
            person.service.app.state.settings = kept

    return replace(state, reach=reach)


def behind_link(name: str, address: str, purpose: Purpose, button: str = "") -> State:
    """A page behind a link that somebody was mailed; `button` sends its form as it stands."""

    def reach(person: Respondent, _furniture: Furniture) -> None:
        with person.service.writing() as session:
            link = make_link(session, add_person(session, name="Sanne de Vries"), purpose, datetime.now(UTC))
        person.goes_to(link)
        if button:
            person.presses(button)
            expect(person.page.locator("#fouten")).to_be_visible()

    return State(name, address, reach)


def half_in(name: str, address: str, button: str = "") -> State:
    """A page between the first and the second step."""

    def reach(person: Respondent, _furniture: Furniture) -> None:
        app = person.service.app
        kept = app.state.settings
        required = kept.model_copy(update={"two_steps_for": frozenset({"coordinator"})})
        with person.service.writing() as session:
            account = add_person(session, "coordinator", municipality_code="GM0321")
            if address.endswith("code"):
                switch_on(session, app.state.keys, account, new_secret(), 0)
            token = begin(session, required, account, "password", datetime.now(UTC))
        person.page.context.add_cookies([{"name": cookies.name(kept), "value": token, "url": person.service.address}])
        person.goes_to(address)
        if button:
            person.presses(button)
            expect(person.page.locator("#fouten")).to_be_visible()

    return State(name, address, reach)


def sets_up_two_steps(person: Respondent, _furniture: Furniture) -> None:
    """See the recovery codes."""
    person.goes_to("/account/twee-stappen/instellen")
    person.page.get_by_text("Scannen lukt niet").click()
    secret = person.page.locator(".account-secret").inner_text().replace(" ", "")
    person.types(TOTP(secret).now(), at="Code uit uw app")
    person.presses("Zet aan")
    person.sees_page("Bewaar uw herstelcodes")


def _has_two_steps(person: Respondent, furniture: Furniture) -> None:
    sets_up_two_steps(person, furniture)
    person.goes_to("/account/twee-stappen")


ASK, FORGOTTEN, TWO_STEPS = "/inloggen/link", "/wachtwoord", "/account/twee-stappen"


ACCOUNTS = (
    at("signing in", "/inloggen"),
    pressed("signing in refused", "/inloggen", "Inloggen"),
    where_mail_is_sent(at("asking for a link", ASK)),
    where_mail_is_sent(pressed("asking for a link refused", ASK, "Mail mij een link")),
    where_mail_is_sent(behind_link("signing in with a link", f"{ASK}/{{token}}", "sign_in")),
    at("a forgotten password", FORGOTTEN),
    at("a link that does not work", f"{FORGOTTEN}/{{token}}", token="x" * 43),
    behind_link("choosing a password", f"{FORGOTTEN}/{{token}}", "password"),
    behind_link("a password refused", f"{FORGOTTEN}/{{token}}", "password", "Bewaar en log in"),
    behind_link("beginning", "/welkom/{token}", "welcome"),
    behind_link("beginning refused", "/welkom/{token}", "welcome", "Beginnen"),
    half_in("the second step", "/inloggen/code"),
    half_in("a code refused", "/inloggen/code", "Verder"),
    half_in("setting up the second step", "/inloggen/twee-stappen"),
    half_in("setting up refused", "/inloggen/twee-stappen", "Zet aan"),
    *for_role(
        "coordinator",
        at("the own account", "/account"),
        at("the own name", "/account/naam"),
        at("another password", "/account/wachtwoord"),
        pressed("another password refused", "/account/wachtwoord", "Bewaar"),
        at("one step", TWO_STEPS),
        at("setting up two steps", f"{TWO_STEPS}/instellen"),
        State("the recovery codes", f"{TWO_STEPS}/instellen", sets_up_two_steps),
        State("two steps", TWO_STEPS, _has_two_steps),
        at("deleting the account", "/account/verwijderen"),
        at("the log of a gemeente", "/gemeenten/{code}/logboek", code="GM0321"),
    ),
    *for_role("beheerder", at("the log", "/beheer/logboek")),
)
