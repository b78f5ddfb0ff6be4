"""Inviting people with a link of their own: the form, the letters, the reminders, and what is never shown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from fastapi import FastAPI

from app.config import load_settings
from app.db import begin_writing
from app.keys import Keys
from app.models import AuditEntry, Erasure, SentMark
from app.store.messages import delete_invitations
from tests.app.collaborations.setting_up import (
    SCAN,
    add_collaboration,
    add_scan,
    error_at,
    fields_with_errors,
    windows_at,
)
from tests.app.invitees import begin, desk_of, invite, invitees, letters, links, send
from tests.app.page_client import PageClient
from tests.app.people import somebody
from tests.app.responding.visitors import change, rows, set_up_scan
from tests.app.scans import SetUp

TODAY = date(2026, 3, 10)
PEOPLE = [f"{name}@houten.example" for name in ("anna", "bert", "cas", "dina", "emre")]


@pytest.fixture(autouse=True)
def today(service_app: FastAPI) -> None:
    service_app.state.today = lambda: TODAY


@pytest.fixture
def set_up(service_app: FastAPI) -> SetUp:
    return set_up_scan(service_app, personal=("professional",), minimum={"professional": 3})


def later(app: FastAPI, days: int = 1) -> None:
    """The letters were sent, and it is another day."""
    with begin_writing(app.state.engine) as session:
        for scan_id in {letter.scan_id for letter in letters(app) if letter.scan_id}:
            delete_invitations(session, scan_id)
    app.state.today = lambda: TODAY + timedelta(days=days)


def log(app: FastAPI) -> list[tuple[str, str]]:
    return [(entry.act, entry.about) for entry in rows(app, AuditEntry)]


# --- Setting up -------------------------------------------------------------------------------------------------------


def test_a_window_of_staff_can_have_a_link_for_each_person_and_that_of_residents_cannot(
    service_app: FastAPI, service: PageClient
) -> None:
    collaboration = add_collaboration(service)
    sent = SCAN | {"professional_entry": "personal", "inwoner_entry": "personal"}
    page = service.refused(f"{collaboration}/scans/nieuw", sent, status=422)
    assert "Inwoners krijgen nooit een eigen link" in error_at(page, "inwoner_part")
    desk = add_scan(service, collaboration, professional_entry="personal")
    stored = windows_at(service_app, desk)
    assert {name: window.entry for name, window in stored.items()} == {
        "inwoner": "open",
        "professional": "personal",
        "organisatie": "open",
        "beleid": "open",
    }


def test_a_desk_shows_no_link_or_code_of_a_window_with_links_for_each(
    service_app: FastAPI, service: PageClient
) -> None:
    desk = add_scan(service, professional_entry="personal")
    page, window = service.get(desk), windows_at(service_app, desk)["professional"]
    assert window.code not in page.html
    assert f"{desk}/professional/adressen" in page.links()
    assert f"{desk}/professional/poster" not in page.links()
    assert service.http.get(f"{desk}/professional").headers["location"] == f"{desk}/professional/adressen"
    for path in ("poster", "qr.svg"):
        assert "eigen link" in service.get(f"{desk}/professional/{path}", 409).heading
    assert "dezelfde link" in service.get(f"{desk}/beleid/adressen", 409).heading


def test_how_people_are_invited_is_fixed_once_somebody_has_a_link(service: PageClient, set_up: SetUp) -> None:
    invite(service, set_up, PEOPLE[:1])
    desk = f"/scans/{set_up.scan.id}/beheer"
    form = {
        **{f"{name}_part": "individual" for name in ("inwoner", "professional", "organisatie", "beleid")},
        "name": "Nulmeting",
        "purpose": "nulmeting",
        "period": "2026",
        "inwoner_minimum": "5",
        "professional_minimum": "3",
        "organisatie_minimum": "1",
        "beleid_minimum": "1",
        "inwoner_contact": "Sanne",
        "inwoner_outside": "ja",
        "professional_contact": "Karim",
        **{f"{name}_entry": "open" for name in ("professional", "organisatie", "beleid")},
    }
    page = service.refused(f"{desk}/wijzigen", form, status=422)
    assert "al een eigen link" in error_at(page, "professional_entry")
    service.submit(f"{desk}/wijzigen", form | {"professional_entry": "personal"})


# --- Inviting ---------------------------------------------------------------------------------------------------------


def test_everybody_gets_one_letter_with_their_own_link(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    own = invite(service, set_up, [*PEOPLE[:3], PEOPLE[0].upper()])
    assert sorted(own) == PEOPLE[:3]
    assert len(set(own.values())) == 3
    for letter in letters(service_app):
        assert (letter.scan_id, letter.made_on) == (set_up.scan.id, TODAY)
        assert letter.subject == f"Uw kijk op de samenwerking {set_up.collaboration.name}"
        assert letter.body.count("/u/") == 1
        for said in (
            "Beste collega,",
            set_up.collaboration.name,
            "in Houten",
            "minuten",
            "Meedoen is vrijwillig.",
            "drie mensen",
            "Uw link wordt niet bij uw antwoorden bewaard.",
            "De link is alleen voor u.",
            "Sanne de Wit",
        ):
            assert said in letter.body, said


def test_the_page_shows_the_letter_beforehand_without_a_link_of_anybody(service: PageClient, set_up: SetUp) -> None:
    page = service.get(desk_of(set_up))
    assert "Open uw eigen link" in page.text
    assert "nog niemand" in page.text
    assert "minder dan drie" in page.text


def test_a_sentence_of_the_sender_comes_first(service_app: FastAPI, service: PageClient, set_up: SetUp) -> None:
    intro = "Namens wethouder De Boer:\r\nBcc: iemand@elders.nl"
    service.submit(desk_of(set_up), {"adressen": PEOPLE[0], "inleiding": intro})
    (letter,) = letters(service_app)
    assert letter.body.startswith("Beste collega,\n\nNamens wethouder De Boer: Bcc: iemand@elders.nl\n\n")
    assert "\n" not in letter.subject


def test_the_longest_letter_fits(service_app: FastAPI, service: PageClient, set_up: SetUp) -> None:
    change(service_app, set_up.collaboration, name="n" * 120, target_group="d" * 500, partners="p" * 1000)
    change(service_app, set_up.windows["professional"], contact="c" * 500)
    service.submit(desk_of(set_up), {"adressen": PEOPLE[0], "inleiding": "i" * 500})
    later(service_app)
    service.submit(f"{desk_of(set_up)}/herinneren")
    assert len(letters(service_app)) == 1


def test_who_has_a_link_gets_no_second_one(service_app: FastAPI, service: PageClient, set_up: SetUp) -> None:
    own = invite(service, set_up, PEOPLE[:2])
    assert invite(service, set_up, PEOPLE[:3]) | own == links(service_app)
    assert len(letters(service_app)) == 3
    page = service.refused(desk_of(set_up), {"adressen": PEOPLE[1]}, status=422)
    assert "al uitgenodigd" in error_at(page, "adressen")


def test_with_anything_wrong_nobody_is_invited_and_what_was_typed_stays(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    typed = f"{PEOPLE[0]}\nbert\ncas@"
    page = service.refused(desk_of(set_up), {"adressen": typed, "inleiding": "Zin"}, status=422)
    assert fields_with_errors(page) == ["adressen", "adressen"]
    assert "Regel 3" in page.by_id("fouten").text
    assert page.by_id("adressen").text == " ".join(typed.split())
    assert invitees(service_app) == {}
    page = service.refused(desk_of(set_up), {"adressen": PEOPLE[0], "inleiding": "z" * 501}, status=422)
    assert "500" in error_at(page, "inleiding")


def test_without_a_mail_server_the_page_says_who_sends_the_letters(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    assert "klaar bij de beheerder" in service.get(desk_of(set_up)).text
    service_app.state.settings = load_settings(smtp_host="mail.houten.example", mail_from="scan@houten.example")
    assert "klaar bij de beheerder" not in service.get(desk_of(set_up)).text


@pytest.mark.parametrize("state", [{"archived_on": TODAY}, {"closes_on": TODAY - timedelta(days=1)}])
def test_nobody_is_invited_or_reminded_when_nobody_can_answer(
    service_app: FastAPI, service: PageClient, set_up: SetUp, state: dict[str, date]
) -> None:
    invite(service, set_up, PEOPLE[:1])
    later(service_app)
    change(service_app, set_up.scan, **state)
    assert "nu geen antwoorden" in service.get(desk_of(set_up)).text
    for path, sent in (("", {"adressen": PEOPLE[1]}), ("/herinneren", {})):
        service.refused(f"{desk_of(set_up)}{path}", sent, status=409)
    assert letters(service_app) == []


# --- Reminding --------------------------------------------------------------------------------------------------------


def test_who_is_not_known_as_done_is_reminded_with_the_same_link(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    own = invite(service, set_up, PEOPLE)
    later(service_app)
    for address in PEOPLE[:4]:
        send(begin(service_app, set_up, own[address]), set_up)
    assert service.submit(f"{desk_of(set_up)}/herinneren").endswith("?gedaan=herinnerd")
    assert links(service_app) == {address: own[address] for address in PEOPLE[3:]}
    for letter in letters(service_app):
        assert letter.subject.startswith("Herinnering: ")
        assert "al verstuurd? Dank u wel, dan hoeft u niets te doen." in letter.body


def test_nobody_gets_two_letters_on_one_day(service_app: FastAPI, service: PageClient, set_up: SetUp) -> None:
    invite(service, set_up, PEOPLE[:2])
    page = service.refused(f"{desk_of(set_up)}/herinneren", status=422)
    assert "Morgen kan het weer" in error_at(page, "herinneren")
    later(service_app)
    invite(service, set_up, PEOPLE[2:3])
    service.submit(f"{desk_of(set_up)}/herinneren")
    assert len(letters(service_app)) == 3
    service.refused(f"{desk_of(set_up)}/herinneren", status=422)
    assert len(letters(service_app)) == 3


def test_the_day_of_a_reminder_says_nothing_of_who_sent(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    own = invite(service, set_up, PEOPLE)
    for address in PEOPLE[:3]:
        send(begin(service_app, set_up, own[address]), set_up)
    later(service_app)
    service.submit(f"{desk_of(set_up)}/herinneren")
    assert {one.reminded_on for one in invitees(service_app).values()} == {TODAY + timedelta(days=1)}


def test_with_another_key_nobody_is_reminded_by_a_link_that_does_not_work(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    invite(service, set_up, PEOPLE[:2])
    later(service_app)
    service_app.state.keys = Keys("een andere sleutel")
    page = service.refused(f"{desk_of(set_up)}/herinneren", status=409)
    assert "niet meer te lezen" in page.heading
    assert letters(service_app) == []


# --- Taking away ------------------------------------------------------------------------------------------------------


def test_who_is_taken_away_is_gone_with_the_letter_that_waited(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    own = invite(service, set_up, PEOPLE[:3])
    ids = [invitees(service_app)[address].id for address in PEOPLE[:2]]
    assert service.submit(f"{desk_of(set_up)}/verwijderen", {"wie": ids}).endswith("?gedaan=adressen-weg")
    assert set(invitees(service_app)) == {PEOPLE[2]}
    assert links(service_app) == {PEOPLE[2]: own[PEOPLE[2]]}
    assert len(rows(service_app, Erasure)) == 1


def test_only_people_of_this_window_are_taken_away(service_app: FastAPI, service: PageClient, set_up: SetUp) -> None:
    other = set_up_scan(service_app, personal=("professional",))
    invite(service, other, PEOPLE[:1])
    sent = {"wie": invitees(service_app)[PEOPLE[0]].id}
    for path in ("verwijderen", "herinneren"):
        assert "niemand" in service.refused(f"{desk_of(set_up)}/{path}", sent, status=409).heading
    service.submit(desk_of(set_up), {"adressen": PEOPLE[1]})
    page = service.refused(f"{desk_of(set_up)}/verwijderen", sent, status=422)
    assert "Vink eerst aan" in error_at(page, "wie")
    assert set(invitees(service_app)) == set(PEOPLE[:2])


# --- What is shown ----------------------------------------------------------------------------------------------------


def test_the_list_looks_the_same_whoever_sent(service_app: FastAPI, service: PageClient, set_up: SetUp) -> None:
    own = invite(service, set_up, PEOPLE)
    before = service.get(desk_of(set_up))
    for number, address in enumerate(PEOPLE, start=1):
        send(begin(service_app, set_up, own[address]), set_up)
        page = service.get(desk_of(set_up))
        told = "ten minste drie" if number >= 3 else "minder dan drie"
        assert page.html == before.html.replace("minder dan drie", told)


def test_the_desk_and_closing_count_in_groups(service_app: FastAPI, service: PageClient, set_up: SetUp) -> None:
    own = invite(service, set_up, PEOPLE)
    desk = f"/scans/{set_up.scan.id}/beheer"
    pages = [f"{desk}/aantallen", f"{desk}/sluiten", f"{desk}/verwijderen"]
    looks: list[list[str]] = []
    for address in PEOPLE[:4]:
        send(begin(service_app, set_up, own[address]), set_up)
        looks.append([service.get(page).html for page in pages])
    one, two, three, four = looks
    assert one == two
    assert three[0] == four[0]
    assert one[0] != three[0]
    assert "minder dan drie verstuurd" in one[0]
    assert "ten minste drie verstuurd" in three[0]
    assert "nog niet genoeg" in one[0]


def test_the_log_names_no_address_and_says_how_many(service_app: FastAPI, service: PageClient, set_up: SetUp) -> None:
    invite(service, set_up, PEOPLE)
    service.submit(f"{desk_of(set_up)}/verwijderen", {"wie": invitees(service_app)[PEOPLE[0]].id})
    later(service_app)
    service.submit(f"{desk_of(set_up)}/herinneren")
    about = f"Nulmeting ({set_up.collaboration.name}): venster professional"
    assert log(service_app) == [
        ("invitees_added", f"{about}, 5 adressen"),
        ("invitee_removed", f"{about}, 1 adres"),
        ("reminded", about),
    ]


def test_only_who_manages_the_scan_sees_the_addresses(
    service_app: FastAPI, service: PageClient, stranger: PageClient, set_up: SetUp
) -> None:
    invite(service, set_up, PEOPLE)
    elsewhere = somebody(service_app, "coordinator", municipality_code="GM0632")
    reader = somebody(service_app, "meelezer", municipality_code="GM0321")
    for client, status in ((elsewhere, 404), (reader, 403), (stranger, 303)):
        answer = client.http.get(desk_of(set_up))
        assert answer.status_code == status
        assert "houten.example" not in answer.text
        for path in ("", "/herinneren", "/verwijderen"):
            assert client.http.post(f"{desk_of(set_up)}{path}", data={"adressen": "x@y.nl"}).status_code in {403, 404}
    assert len(invitees(service_app)) == len(PEOPLE)


def test_a_scan_is_deleted_with_everybody_in_it_also_when_not_everything_is_counted(
    service_app: FastAPI, service: PageClient, set_up: SetUp
) -> None:
    own = invite(service, set_up, PEOPLE)
    send(begin(service_app, set_up, own[PEOPLE[0]]), set_up)
    path = f"/scans/{set_up.scan.id}/beheer/verwijderen"
    page = service.get(path)
    assert "persoonlijke links, die wij in groepen tellen" in page.text
    seen = next(field["value"] for field in page.all("input") if field.get("name") == "seen")
    assert "ook alles" in page.text
    service.refused(path, {"seen": seen}, status=422)
    service.submit(path, {"seen": seen, "agreed": "ja"})
    assert invitees(service_app) == {}
    assert rows(service_app, SentMark) == []
    assert letters(service_app) == []
