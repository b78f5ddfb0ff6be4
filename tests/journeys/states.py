"""Every kind of page of the service, and every state in which it looks different, with the way to get there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from playwright.sync_api import expect
from pyotp import TOTP
from sqlmodel import Session, col, delete

from app.accounts import cookies
from app.accounts.links import Purpose, make_link
from app.accounts.sign_ins import begin
from app.accounts.two_steps import new_secret, switch_on
from app.closing.service import close_scan
from app.collaborations.codes import new_resume_code
from app.mail.post import Letter, post
from app.models import DraftAnswer, DraftComment
from app.responding.visit import token_hash
from app.store.accounts import list_grants
from app.web.dependencies import today_in_amsterdam
from questionnaires import WindowId
from tests.app.drafts import add_comment, add_draft
from tests.app.people import add_person
from tests.app.scans import CLOSED_ON, WINDOWS, SetUp, add_earlier, add_response
from tests.journeys.invited import invite
from tests.journeys.respondent import Respondent
from tests.journeys.service import Service


@dataclass(frozen=True)
class Furniture:
    """Scans in every state that a page can show."""

    open: SetUp
    team: SetUp
    answered: SetUp
    due: SetUp
    archived: SetUp
    closed: SetUp
    empty: SetUp
    personal: SetUp
    gone: SetUp
    written: SetUp
    described: SetUp
    outdated: SetUp
    again: SetUp


def furnish(service: Service) -> Furniture:
    """Set up one scan of each kind."""
    furniture = Furniture(
        open=service.scan(windows=("inwoner", "professional", "organisatie")),
        team=service.scan(mode={"organisatie": "team", "beleid": "team"}),
        answered=service.answered_scan(),
        due=service.scan(closes_on=today_in_amsterdam() - timedelta(days=1)),
        archived=service.scan(archived_on=CLOSED_ON),
        closed=service.closed_scan(ambition=5),
        empty=service.scan(),
        personal=service.scan(personal=("professional", "organisatie")),
        gone=service.closed_scan(),
        written=service.closed_scan(),
        described=service.closed_scan(),
        outdated=service.closed_scan(),
        again=service.closed_scan(ambition=5),
    )
    service.change(
        furniture.described.collaboration, target_group="Jongeren tot 27 jaar", partners="School en wijkteam"
    )
    service.change(furniture.outdated.windows["inwoner"], contact="")
    for number in range(3):
        invite(service, furniture.personal, f"iemand.met.een.lange.naam{number}@gemeente-houten.example")
    service.change(furniture.gone.scan, closed_on=CLOSED_ON, answers_deleted_on=CLOSED_ON)
    with service.writing() as session:
        add_draft(session, furniture.answered)
        for _ in range(3):
            add_response(session, furniture.empty, "inwoner")
        close_scan(session, service.app.state.editions, furniture.empty.scan.id, CLOSED_ON)
        write_comments(session, furniture.written)
        for later in (furniture.again, furniture.again, furniture.empty):
            add_earlier(session, later, service.app.state.editions)
    return furniture


def write_comments(session: Session, set_up: SetUp) -> None:
    """Let people have written something: what waits, what holds a phone number, and what was judged in each way."""
    add_comment(session, set_up, "Wij willen hetzelfde, maar zeggen het niet.")
    add_comment(session, set_up, "Bel mij op 06 12345678.")
    changed, as_it_was, withheld, forgotten = (
        add_comment(session, set_up, text, subject="pro_samen") for text in ("Zo was het.", "Zo ook.", "Niet.", "")
    )
    withheld.state = "withheld"
    for comment, text in ((changed, "Zo werd het."), (as_it_was, "Zo ook."), (forgotten, "Alleen dit is er nog.")):
        comment.state, comment.released_text = "released", text
    add_comment(session, set_up, "Dit past bij onze inwoners.", "beleid", "bel_ambitie_1")


Reach = Callable[[Respondent, Furniture], None]


@dataclass(frozen=True)
class State:
    """One look of one page: what it is called, the address that it has, and how somebody gets there."""

    name: str
    address: str
    reach: Reach
    role: str = ""
    """Who sees it, where somebody has to be signed in."""
    of_scan: str = ""
    """The scan that a role is bound to, as the name of a piece of furniture."""

    def where(self, furniture: Furniture) -> dict[str, str]:
        """Where the role holds."""
        return {"scan_id": getattr(furniture, self.of_scan).scan.id} if self.of_scan else {}


def at(name: str, address: str, scan: str = "open", **names: str) -> State:
    """A page that is there as soon as somebody opens its address."""
    return State(
        name, address, lambda person, furniture: person.goes_to(filled(address, getattr(furniture, scan), names))
    )


def pressed(name: str, address: str, button: str, scan: str = "open") -> State:
    """A page with a form that was sent as it stood, and refused."""

    def reach(person: Respondent, furniture: Furniture) -> None:
        person.goes_to(filled(address, getattr(furniture, scan), {}))
        person.presses(button)
        expect(person.page.locator("#fouten")).to_be_visible()

    return State(name, address, reach)


def filled(address: str, set_up: SetUp, names: dict[str, str]) -> str:
    """An address with the scan and everything else that has a name in it."""
    known = {"scan_id": set_up.scan.id, "collaboration_id": str(set_up.collaboration.id)}
    return address.format(**known | names)


COLLABORATION, DESK, RESULT = "/samenwerkingen/{collaboration_id}", "/scans/{scan_id}/beheer", "/scans/{scan_id}"


def for_role(role: str, *states: State, of_scan: str = "") -> tuple[State, ...]:
    """Pages that are seen by somebody with a role; `of_scan` names the scan of one that is bound to a scan."""
    return tuple(replace(state, role=role, of_scan=of_scan) for state in states)


def _nameless(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(filled(f"{DESK}/opnieuw", furniture.closed, {}))
    person.types("", at="Naam van de scan")
    person.presses("Zet de scan klaar")
    expect(person.page.locator("#fouten")).to_be_visible()


MANAGING = for_role(
    "coordinator",
    at("the list", "/samenwerkingen"),
    at("the archive", "/samenwerkingen?archief=ja"),
    at("nothing found", "/samenwerkingen?zoek=bestaatniet"),
    at("a new collaboration", "/samenwerkingen/nieuw"),
    pressed("a new collaboration refused", "/samenwerkingen/nieuw", "Verder naar de scan"),
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
        for part in ("continuum", "leerordes", "spiegel", "advies", "verantwoording", "afdrukken")
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

ANSWER = "/invullen/{ref}"


def begun(person: Respondent, set_up: SetUp, window: WindowId) -> str:
    """Be at the first question of a window, by the code of one person, and return where its pages stand."""
    code = new_resume_code()
    with person.service.writing() as session:
        draft = add_draft(session, set_up, window)
        draft.token_hash = token_hash(code)
        session.exec(delete(DraftAnswer).where(col(DraftAnswer.draft_id) == draft.id))
        session.exec(delete(DraftComment).where(col(DraftComment.draft_id) == draft.id))
    person.goes_to(f"/v/{code}")
    person.is_at_step(1)
    return set_up.path(window)


def start(window: WindowId, scan: str = "open") -> State:
    """The start page of a window."""
    return State(
        f"the start for {window} of a scan that is {scan}",
        ANSWER,
        lambda person, furniture: person.goes_to(getattr(furniture, scan).link(window)),
    )


def screen(window: WindowId, number: int, scan: str = "open") -> State:
    """One screen with questions."""

    def reach(person: Respondent, furniture: Furniture) -> None:
        person.goes_to(f"{begun(person, getattr(furniture, scan), window)}/stap/{number}")

    return State(f"screen {number} of {window}", f"{ANSWER}/stap/{{number}}", reach)


def begun_and_opened(name: str, part: str) -> State:
    """A page around the questions of somebody who began."""
    return State(
        name,
        f"{ANSWER}/{part}",
        lambda person, furniture: person.goes_to(f"{begun(person, furniture.open, 'inwoner')}/{part}"),
    )


def _start_refused(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(furniture.team.link("beleid"))
    person.presses("Begin met de vragen")


def _choice(person: Respondent, furniture: Furniture) -> None:
    begun(person, furniture.open, "inwoner")
    person.goes_to(furniture.open.link("inwoner"))


def _saved(person: Respondent, furniture: Furniture) -> None:
    begun(person, furniture.open, "inwoner")
    person.chooses("Vaak")
    person.sees_saved()


def _too_many_barriers(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"{begun(person, furniture.team, 'organisatie')}/stap/10")
    for number in range(1, 5):
        person.chooses_option(number, at=1)
    person.presses("Naar het overzicht")
    expect(person.page.locator("#fouten")).to_be_visible()


def _warned(person: Respondent, furniture: Furniture) -> None:
    begun(person, furniture.open, "inwoner")
    person.answers("Vaak")
    person.chooses("Soms")
    person.types("Mail mij: jan@voorbeeld.nl", at="Wilt u hier nog iets over zeggen?")
    person.goes_on()
    person.goes_to(f"{furniture.open.path('inwoner')}/controle")


def _nothing_answered(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"{begun(person, furniture.open, 'inwoner')}/controle")
    person.presses("Versturen")


def _wiped(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"{begun(person, furniture.open, 'inwoner')}/wissen")
    person.presses("Wis alles")


def _sent(person: Respondent, furniture: Furniture) -> None:
    begun(person, furniture.open, "inwoner")
    person.answers("Vaak")
    person.goes_to(f"{furniture.open.path('inwoner')}/controle")
    person.presses("Versturen")


def _stale(person: Respondent, furniture: Furniture) -> None:
    begun(person, furniture.open, "inwoner")
    person.page.locator("input[name=invulling]").evaluate("field => field.value = '0123456789ab'")
    person.presses("Volgende")


def _asks(person: Respondent, furniture: Furniture, button: str) -> None:
    person.goes_to(filled(PEOPLE, furniture.personal, {"window": "professional"}))
    if "adressen" in button:
        person.page.locator("summary", has_text="Toon de adressen").click()
    else:
        person.types("jan@\npiet", at="E-mailadressen")
    person.presses(button)
    expect(person.page.locator("#fouten")).to_be_visible()


def _by_own_link(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(invite(person.service, furniture.personal, f"{new_resume_code().lower()}@houten.example"))


def _used(person: Respondent, furniture: Furniture) -> None:
    address = f"{new_resume_code().lower()}@houten.example"
    person.goes_to(invite(person.service, furniture.personal, address, used=True))
    person.begins("UWV")
    person.answers_whole_screen(1)
    person.goes_to(f"{furniture.personal.path('professional')}/controle")
    person.presses("Versturen")


def _without_own_link(person: Respondent, furniture: Furniture) -> None:
    home = begun(person, furniture.personal, "professional")
    person.answers_whole_screen(1)
    person.goes_to(f"{home}/controle")
    person.presses("Versturen")


def _later_with_own_link(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"{begun(person, furniture.personal, 'professional')}/later")


ANSWERING_BY_OWN_LINK = (
    at("a link of nobody", "/u/CDFGHJKMNPQRTVWXY346"),
    State(
        "the code of a window with links for each person",
        "/m/{code}",
        lambda person, furniture: person.goes_to(furniture.personal.link("professional")),
    ),
    State("the start by a link of one's own", ANSWER, _by_own_link),
    State("later with a link of one's own", f"{ANSWER}/later", _later_with_own_link),
    State("a link that was used", f"{ANSWER}/versturen", _used),
    State("sending without a link of one's own", f"{ANSWER}/versturen", _without_own_link),
)

ANSWERING = (
    at("a code", "/meedoen"),
    pressed("a code refused", "/meedoen", "Verder"),
    at("a link that does not exist", "/m/CDFGHJKMNPQR"),
    State("no way in", ANSWER, lambda person, furniture: person.goes_to(furniture.open.path("inwoner"))),
    *(start(window) for window in WINDOWS),
    *(start("beleid", scan) for scan in ("team", "due", "archived", "closed")),
    *(start("inwoner", scan) for scan in ("closed", "empty")),
    State("a start refused", f"{ANSWER}/begin", _start_refused),
    State("go on or start over", ANSWER, _choice),
    *(screen("inwoner", number) for number in (1, 2)),
    *(screen("professional", number) for number in (1, 9)),
    *(screen("organisatie", number) for number in (1, 10)),
    *(screen("beleid", number, "team") for number in (1, 9)),
    State("an answer that was saved", f"{ANSWER}/stap/{{number}}", _saved),
    State("a screen refused", f"{ANSWER}/stap/{{number}}", _too_many_barriers),
    begun_and_opened("later", "later"),
    begun_and_opened("the check", "controle"),
    begun_and_opened("wiping", "wissen"),
    State("the check with a warning", f"{ANSWER}/controle", _warned),
    State("the check refused", f"{ANSWER}/versturen", _nothing_answered),
    State("wiped", f"{ANSWER}/wissen", _wiped),
    State("the thanks", f"{ANSWER}/bedankt", _sent),
    State("a form of another questionnaire", f"{ANSWER}/stap/{{number}}", _stale),
)

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


def _aliased(person: Respondent, furniture: Furniture) -> None:
    person.goes_to(f"{SIDES.format(*_numbers(furniture))}&alias=ja")
    expect(person.page.get_by_role("heading", name="Gemeente A").first).to_be_visible()


def _numbers(furniture: Furniture) -> tuple[int | None, ...]:
    return tuple(one.collaboration.id for one in (furniture.closed, furniture.gone, furniture.empty))


def beside(name: str, more: str = "") -> State:
    """Three results beside each other, of which one has no numbers."""
    return State(
        name,
        BESIDE,
        lambda person, furniture: person.goes_to(SIDES.format(*_numbers(furniture)) + more),
    )


BESIDE = "/vergelijken/naast-elkaar"
SIDES = f"{BESIDE}?s={{}}&s={{}}&s={{}}"
COMPARING = (
    *for_role(
        "coordinator",
        at("choosing what to compare", "/vergelijken"),
        at("nothing that fits the filters", "/vergelijken?zoek=bestaatniet&grootte=5"),
        beside("results beside each other"),
        beside("features beside each other", "&venster=kenmerken"),
        beside("a hidden window beside shown ones", "&venster=inwoner"),
        at("all results beside each other", f"{BESIDE}?alles=ja"),
        at("nothing chosen to compare", BESIDE),
        State("results beside each other under aliases", BESIDE, _aliased),
    ),
    at("no examples to compare", "/vergelijken/voorbeelden"),
)
"""Results beside each other."""

DECIDING_ABOUT_PEOPLE = (
    *for_role(
        "coordinator",
        at("the municipalities of whose people one decides", "/gemeenten"),
        with_person("the people", PEOPLE_OF_HOUTEN, "meelezer"),
        with_person("the people with an invitation", PEOPLE_OF_HOUTEN, "coordinator", is_new=True),
        with_person("the people with a moderator", PEOPLE_OF_HOUTEN, "moderator"),
        State("an invitation refused", PEOPLE_OF_HOUTEN, _nobody_invited),
        at("how many inhabitants a municipality has", "/gemeenten/{code}/inwoners", code="GM0321"),
        with_person("withdrawing a role", f"{PEOPLE_OF_HOUTEN}/{{grant_id}}/intrekken", "meelezer"),
        with_person("the advisers", f"{COLLABORATION}/toegang", "adviseur"),
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

WITH_A_ROLE = (*MANAGING, *INVITING, *READING, *MODERATING, *COMPARING, *DECIDING_ABOUT_PEOPLE)
"""Every state of a page for somebody with a role."""
