"""The states of the pages for somebody with a role: setting up, reading, moderating, deciding about people."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from playwright.sync_api import expect

from app.mail.post import Letter, post
from app.models import LanguageDeclaration
from app.store.accounts import list_grants
from app.store.languages import put_declaration
from app.web.dependencies import today_in_amsterdam
from tests.app.people import add_person
from tests.journeys.furniture import Furniture
from tests.journeys.respondent import Respondent
from tests.journeys.states import COLLABORATION, DESK, RESULT, State, at, filled, for_role, pressed
from tests.journeys.states_of_comparing import COMPARING, IN_GROUPS
from tests.journeys.states_of_paper import PAPER


def _nameless(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(filled(f"{DESK}/opnieuw", furniture.closed, {}))
    person.types("", at="Naam van de scan")
    person.presses("Zet de scan klaar")
    expect(person.page.locator("#fouten")).to_be_visible()


def _with_wrong_settings(person: Respondent, _furniture: Furniture) -> None:
    person.goes_to("/samenwerkingen/nieuw")
    person.page.get_by_text("Wijzig de instellingen").click()
    person.types("", at="Naam van de scan")
    person.presses("Maak de links")
    expect(person.page.get_by_label("Naam van de scan")).to_be_visible()


def _menu(person: Respondent, _furniture: Furniture) -> None:
    person.goes_to("/")
    menu = person.page.locator(".app-menu__button")
    if menu.is_visible():
        menu.click()
    expect(person.page.get_by_role("button", name="Uitloggen")).to_be_visible()


MANAGING = for_role(
    "coordinator",
    at("what can be done now", "/"),
    State("the menu", "/", _menu),
    at("the list", "/samenwerkingen"),
    at("the archive", "/samenwerkingen?archief=ja"),
    at("nothing found", "/samenwerkingen?zoek=bestaatniet"),
    at("a new collaboration", "/samenwerkingen/nieuw"),
    pressed("a new collaboration refused", "/samenwerkingen/nieuw", "Maak de links"),
    State("a new collaboration with its settings open", "/samenwerkingen/nieuw", _with_wrong_settings),
    at("a collaboration", COLLABORATION),
    at("a collaboration with a scan in the archive", COLLABORATION, "archived"),
    at("a collaboration that was measured again", COLLABORATION, "again"),
    at("changing a collaboration", f"{COLLABORATION}/wijzigen", "answered"),
    at("archiving a collaboration", f"{COLLABORATION}/archiveren"),
    at("deleting a collaboration", f"{COLLABORATION}/verwijderen", "answered"),
    pressed("deleting a collaboration refused", f"{COLLABORATION}/verwijderen", "Verwijder voorgoed", "answered"),
    at("a new scan", f"{COLLABORATION}/scans/nieuw"),
    pressed("a new scan refused", f"{COLLABORATION}/scans/nieuw", "Zet de scan klaar"),
    at("the desk at the start", DESK),
    at("the desk with answers", DESK, "answered"),
    at("the desk after the closing date", DESK, "due"),
    at("the desk in the archive", DESK, "archived"),
    at("the desk after closing", DESK, "closed"),
    at("the counts", f"{DESK}/aantallen"),
    at("changing a scan", f"{DESK}/wijzigen"),
    at("changing a scan with answers", f"{DESK}/wijzigen", "answered"),
    at("changing a name", f"{DESK}/wijzigen", "closed"),
    at("how long answers are kept", f"{DESK}/bewaartermijn"),
    at("how long answers are kept after closing", f"{DESK}/bewaartermijn", "closed"),
    at("the desk when the answers are gone", DESK, "gone"),
    at("nothing to keep any more", f"{DESK}/bewaartermijn", "gone"),
    at("measuring again", f"{DESK}/opnieuw", "closed"),
    at("measuring again about others", f"{DESK}/opnieuw", "described"),
    at("measuring again with settings that are not complete", f"{DESK}/opnieuw", "outdated"),
    at("measuring again too early", f"{DESK}/opnieuw", "answered"),
    State("measuring again refused", f"{DESK}/opnieuw", _nameless),
    at("a collaboration to measure again", COLLABORATION, "closed"),
    at("a scan that follows another", f"{COLLABORATION}/scans/nieuw", "described"),
    at("archiving a scan", f"{DESK}/archiveren"),
    at("deleting a scan", f"{DESK}/verwijderen", "closed"),
    at("all invitations", f"{DESK}/uitnodigingen"),
    at("all invitations after closing", f"{DESK}/uitnodigingen", "closed"),
    at("an invitation for residents", f"{DESK}/{{window}}", window="inwoner"),
    at("an invitation for a group", f"{DESK}/{{window}}", "team", window="beleid"),
    at("an invitation after closing", f"{DESK}/{{window}}", "closed", window="professional"),
    at("a poster", f"{DESK}/{{window}}/poster", window="inwoner"),
    at("a poster for organisations", f"{DESK}/{{window}}/poster", window="organisatie"),
    at("closing", f"{DESK}/sluiten", "answered"),
    at("closing without answers", f"{DESK}/sluiten"),
    pressed("closing refused", f"{DESK}/sluiten", "Scan sluiten", "answered"),
    at("closed", f"{DESK}/sluiten", "closed"),
    at("closed with too few", f"{DESK}/sluiten", "empty"),
    at("the ambition", f"{RESULT}/ambitie", "closed"),
    pressed("an ambition refused", f"{RESULT}/ambitie", "Ambitie bewaren", "empty"),
    at("a page that does not exist", "/bestaat-niet"),
)


PEOPLE = f"{DESK}/{{window}}/adressen"


INVITING = for_role(
    "coordinator",
    at("the desk with links for each person", DESK, "personal"),
    at("nobody invited yet", PEOPLE, "personal", window="organisatie"),
    at("people invited", PEOPLE, "personal", window="professional"),
    State("inviting refused", PEOPLE, lambda person, furniture: _asks(person, furniture, "Verstuur de uitnodigingen")),
    State(
        "taking away refused",
        f"{PEOPLE}/verwijderen",
        lambda person, furniture: _asks(person, furniture, "Verwijder de aangevinkte adressen"),
    ),
    at("no poster for everybody", f"{DESK}/{{window}}/poster", "personal", window="professional"),
    at("closing with links for each person", f"{DESK}/sluiten", "personal"),
)


READING = for_role(
    "coordinator",
    at("the result", RESULT, "closed"),
    at("a result without numbers", RESULT, "empty"),
    at("no result yet", RESULT, "answered"),
    *(
        at(f"the window {name}", f"{RESULT}/vensters/{{window}}", "closed", window=name)
        for name in ("inwoner", "beleid")
    ),
    at("a window below its minimum", f"{RESULT}/vensters/{{window}}", "empty", window="inwoner"),
    *(
        at(f"the part {part}", f"{RESULT}/{part}", "closed")
        for part in ("continuum", "leerordes", "spiegel", "advies", "verantwoording", "afdrukken", "op-een-a4")
    ),
    *(
        at(f"behind a number of kind {kind}", f"{RESULT}/herkomst/{{kind}}/{{code}}", "closed", kind=kind, code=code)
        for kind, code in (("plek", "samen"), ("dimensie", "pro_visie"), ("venster", "inwoner"), ("advies", "R13"))
    ),
    at("then and now", f"{RESULT}/verloop", "again"),
    at("a window then and now", f"{RESULT}/verloop/vensters/{{window}}", "again", window="professional"),
    at("then and now without numbers", f"{RESULT}/verloop", "empty"),
    at("a window that could not be seen once", f"{RESULT}/verloop/vensters/{{window}}", "empty", window="inwoner"),
    at("nothing to compare with yet", f"{RESULT}/verloop", "closed"),
    at("an earlier version", f"{RESULT}/versies/{{version}}", "closed", version="1"),
    at("a window with what people wrote", f"{RESULT}/vensters/{{window}}", "written", window="professional"),
    at("the desk with comments that wait", DESK, "written"),
)


COMMENTS = f"{RESULT}/opmerkingen"


def _comments_refused(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"/scans/{furniture.written.scan.id}/opmerkingen/professional")
    place = person.page.locator("article").filter(has_text="06 12345678")
    place.get_by_role("button", name="Vrijgeven").first.click()
    expect(person.page.locator("#fouten")).to_be_visible()


MODERATING = for_role(
    "moderator",
    at("the scans with comments", "/opmerkingen"),
    at("the windows with comments", COMMENTS, "written"),
    at("the comments of a window", f"{COMMENTS}/{{window}}", "written", window="professional"),
    at("the reasons of an ambition", f"{COMMENTS}/{{window}}", "written", window="beleid"),
    State("a comment refused", f"{COMMENTS}/{{window}}/{{comment_id}}", _comments_refused),
    of_scan="written",
)


def _asks(person: Respondent, furniture: Furniture, button: str) -> None:
    person.goes_to(filled(PEOPLE, furniture.personal, {"window": "professional"}))
    if "adressen" in button:
        person.page.locator("summary", has_text="Toon de adressen").click()
    else:
        person.types("jan@\npiet", at="E-mailadressen")
    person.presses(button)
    expect(person.page.locator("#fouten")).to_be_visible()


PEOPLE_OF_HOUTEN = "/gemeenten/{code}/mensen"


def with_person(name: str, address: str, role: str, *, is_new: bool = False) -> State:
    """A page about somebody who has a role in Houten, or who was invited to it."""

    def reach(person: Respondent, furniture: Furniture) -> None:
        with person.service.writing() as session:
            somebody = add_person(session, role, **places(furniture)[role])
            somebody.signed_in_at = None if is_new else datetime.now(UTC)
            grant_id, account_id = list_grants(session, somebody.id)[0].id, somebody.id
        names = {"code": "GM0321", "grant_id": str(grant_id), "account_id": account_id}
        person.goes_to(filled(address, furniture.open, names))

    return State(name, address, reach)


def places(furniture: Furniture) -> dict[str, dict[str, Any]]:
    """Where each role holds."""
    return {
        "coordinator": {"municipality_code": "GM0321"},
        "meelezer": {"municipality_code": "GM0321"},
        "adviseur": {"collaboration_id": furniture.open.collaboration.id},
        "moderator": {"scan_id": furniture.open.scan.id},
        "beheerder": {},
    }


def as_own_coordinator(name: str, address: str, *, with_reader: bool) -> State:
    """A page for who coordinates one municipality, with or without somebody else who has a role there."""
    code = "GM0321" if with_reader else "GM0736"

    def reach(person: Respondent, furniture: Furniture) -> None:
        person.page.context.add_cookies([person.service.signed_in("coordinator", municipality_code=code)])
        if with_reader:
            with person.service.writing() as session:
                add_person(session, "meelezer", municipality_code=code).signed_in_at = datetime.now(UTC)
        person.goes_to(filled(address, furniture.open, {"code": code}))

    return State(name, address, reach)


def _nobody_invited(person: Respondent, _furniture: Furniture) -> None:
    person.goes_to("/gemeenten/GM0321/mensen")
    person.presses("Nodig uit")
    expect(person.page.locator("#fouten")).to_be_visible()


def _letters(person: Respondent, _furniture: Furniture) -> None:
    letter = Letter(
        address="nieuw@houten.nl", subject="Uitnodiging", text="Goedendag,\n\nhttp://127.0.0.1/welkom/abc\n"
    )
    with person.service.writing() as session:
        post(session, "account", letter, today_in_amsterdam())
    person.goes_to("/beheer/post")


LANGUAGES_OF_HOUTEN = "/gemeenten/{code}/talen"
LONG_NAME = "Iemand met een naam van tachtig tekens, ook met een functie zoals tolk of docent"


def with_languages(name: str, address: str, button: str = "", **names: str) -> State:
    """A page about languages. Somebody stands for an older Polish, and for Turkish before a button of it changed."""

    def reach(person: Respondent, furniture: Furniture) -> None:
        edition = person.service.app.state.current_edition
        with person.service.writing() as session:
            for language, text in (("tr", edition.translations["tr"].fingerprint), ("pl", "0" * 64)):
                put_declaration(
                    session,
                    LanguageDeclaration(
                        municipality_code="GM0321",
                        edition=edition.id,
                        language=language,
                        fingerprint=text,
                        sentences="",
                        checked_by=LONG_NAME,
                        declared_on=today_in_amsterdam(),
                    ),
                )
        person.goes_to(filled(address, furniture.open, {"code": "GM0321"} | names))
        if button:
            person.presses(button)
            expect(person.page.locator("#fouten")).to_be_visible()

    return State(name, address, reach)


DECIDING_ABOUT_PEOPLE = (
    *for_role(
        "coordinator",
        at("the municipalities of whose people one decides", "/gemeenten"),
        with_person("the people", PEOPLE_OF_HOUTEN, "meelezer"),
        with_person("the people with an invitation", PEOPLE_OF_HOUTEN, "coordinator", is_new=True),
        with_person("the people with a moderator", PEOPLE_OF_HOUTEN, "moderator"),
        State("an invitation refused", PEOPLE_OF_HOUTEN, _nobody_invited),
        at("how many inhabitants a municipality has", "/gemeenten/{code}/inwoners", code="GM0321"),
        with_languages("the languages", LANGUAGES_OF_HOUTEN),
        with_languages("a translation beside the Dutch", f"{LANGUAGES_OF_HOUTEN}/{{language}}", language="ar"),
        with_languages(
            "turning a language on refused", f"{LANGUAGES_OF_HOUTEN}/{{language}}", "Zet Oekraïens aan", language="uk"
        ),
        with_languages("turning a language off", f"{LANGUAGES_OF_HOUTEN}/{{language}}/uit", language="tr"),
        with_person("withdrawing a role", f"{PEOPLE_OF_HOUTEN}/{{grant_id}}/intrekken", "meelezer"),
        with_person("the advisers", f"{COLLABORATION}/toegang", "adviseur"),
        with_person("withdrawing access", f"{COLLABORATION}/toegang/{{grant_id}}/intrekken", "adviseur"),
        with_person("withdrawing a moderator", f"{DESK}/moderator/{{grant_id}}/intrekken", "moderator"),
        pressed("an adviser refused", f"{COLLABORATION}/toegang", "Geef toegang"),
        with_person("the moderators", f"{DESK}/moderator", "moderator", is_new=True),
        pressed("a moderator refused", f"{DESK}/moderator", "Wijs aan"),
        at("the results that one may read", "/uitslagen"),
    ),
    as_own_coordinator("handing over", "/gemeenten/{code}/overdragen", with_reader=True),
    as_own_coordinator("handing over to nobody", "/gemeenten/{code}/overdragen", with_reader=False),
    as_own_coordinator("no results to read", "/uitslagen", with_reader=False),
    *for_role(
        "beheerder",
        at("running the installation", "/beheer"),
        State("the post", "/beheer/post", _letters),
        at("inviting a coördinator", "/beheer/coordinator"),
        pressed("inviting a coördinator refused", "/beheer/coordinator", "Nodig uit"),
        with_person("the coördinatoren of a municipality", "/beheer/gemeenten/{code}", "coordinator", is_new=True),
        with_person("taking a role away", "/beheer/rollen/{grant_id}/intrekken", "coordinator"),
        at("who runs the installation", "/beheer/beheerders"),
        at("the accounts", "/beheer/accounts"),
        with_person("an account", "/beheer/accounts/{account_id}", "meelezer"),
        with_person("deleting an account", "/beheer/accounts/{account_id}/verwijderen", "meelezer"),
    ),
)
"""Who has which role, and running the installation."""


WITH_A_ROLE = (*MANAGING, *INVITING, *PAPER, *READING, *MODERATING, *COMPARING, *DECIDING_ABOUT_PEOPLE, *IN_GROUPS)
"""Every state of a page for somebody with a role."""
